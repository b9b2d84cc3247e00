/** The forms of visiting: fields, limits and what to say when one is wrong. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { isId } from '../../platform/ids.ts';
import { isLanguage } from '../../platform/languages/index.ts';
import { formOf } from '../../platform/web/index.ts';
import { REASONS, type ReasonName } from './words.ts';

const line = (most: number) => z.string().max(most, `Use ${most} letters or fewer`).default('');
const givenName = z.string('Enter the first name').min(1, 'Enter the first name').max(80, 'Use 80 letters or fewer');
const familyName = z.string('Enter the family name').min(1, 'Enter the family name').max(80, 'Use 80 letters or fewer');
const reason = z.enum(REASONS.map(one => one.reason) as [ReasonName, ...ReasonName[]], 'Choose what brings you here');
const day = (words: string) => z.string(words).refine(isDay, words);
const chosen = z.union([z.literal(''), z.string().refine(isId)]).optional().transform(id => id || null);

export const arriveForm = formOf(z.object({
  givenName, familyName, organisation: line(120), reason, about: line(200), vehicle: line(20), host: line(80), hostId: chosen,
  access: z.enum(['yes', 'no'], 'Say whether you will use the wifi or a school computer').transform(answer => answer === 'yes'),
}));

/** A signature at the door; the lines that were ticked are read from what else is sent. */
export const agreeForm = formOf(z.looseObject({
  typedName: line(120),
  drawing: z.string().max(8000, 'The drawing is too large: clear it and draw again').regex(/^[ML0-9 ]*$/, 'The drawing could not be read: clear it and draw again').optional(),
  hash: z.string().regex(/^([0-9a-f]{64})?$/).default(''),
  do: z.enum(['agree', 'not-me', 'stop', 'own-device']).default('agree'),
}).superRefine((given, context) => {
  if (given.do === 'agree' && given.hash !== '' && given.typedName === '' && !given.drawing) context.addIssue({ code: 'custom', path: ['typedName'], message: 'Type your name or draw your mark' });
}));

export const leaveForm = formOf(z.object({ badge: z.string('Type your badge code or your name').min(1, 'Type your badge code or your name').max(160, 'Use 160 letters or fewer') }));

export const languageForm = formOf(z.object({ language: z.string('Choose a language').refine(isLanguage, 'Choose a language') }));

export const kioskForm = formOf(z.object({ place: z.string('Say where the tablet stands').min(2, 'Say where the tablet stands, such as Main reception').max(60, 'Use 60 letters or fewer') }));

export const expectForm = formOf(z.object({
  givenName, familyName, organisation: line(120), reason, about: line(200), day: day('Enter the day, such as 2026-11-25'),
  time: z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter the time, such as 09:30, or leave it empty')]).default('').transform(time => time || null),
}));

export const supplyForm = formOf(z.object({
  givenName, familyName, agency: line(120), classes: line(120), host: line(80), hostId: chosen,
  email: z.union([z.literal(''), z.email('Enter an e-mail address like name@example.org, or leave it empty').max(200, 'Use 200 letters or fewer')]).default('').transform(text => text || null),
  from: day('Enter the first day, such as 2026-11-23'), until: day('Enter the last day, such as 2026-11-27'),
}).superRefine((given, context) => {
  if (given.until < given.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day comes before the first' });
}));

const MOST_CODES = 500;

/** Codes pasted one a line, or of a table whose first column holds them; blank lines and a heading called "code" are left out. */
export const codesIn = (text: string): string[] =>
  [...new Set(text.replace(/^\uFEFF/, '').split(/\r?\n/).map(row => row.split(/[,;\t]/)[0]!.replaceAll('"', '').trim()).filter(code => code !== '' && !/^(code|voucher)s?$/i.test(code)))];

/** What is wrong with a list of codes; null when nothing is. */
export function faultInCodes(list: readonly string[]): string | null {
  if (list.length === 0) return 'Paste the codes, one a line, or choose a file that holds them';
  if (list.length > MOST_CODES) return 'Add at most 500 codes at a time';
  return list.some(code => code.length > 60) ? 'Each line holds one code of at most 60 signs' : null;
}

export const codesForm = formOf(z.object({
  network: z.string('Enter the name of the wifi').min(1, 'Enter the name of the wifi, as people see it').max(60, 'Use 60 letters or fewer'),
  validDays: z.coerce.number('Enter a number of days').int('Enter a whole number of days').min(1, 'A code is good for one day at least').max(400, 'A code is good for 400 days at most'),
  lastDay: z.union([z.literal(''), day('Enter the last day, or leave it empty')]).default('').transform(text => text || null),
  how: z.enum(['paste', 'file', 'make'], 'Choose where the codes come from'),
  codes: z.string().max(60_000, 'Add at most 500 codes at a time').default('').transform(codesIn),
  count: z.union([z.literal(''), z.coerce.number('Enter how many').int('Enter a whole number').min(1, 'Make one code at least').max(MOST_CODES, 'Make at most 500 codes at a time')]).default('').transform(count => count || 0),
}).superRefine((given, context) => {
  const fault = given.how === 'paste' ? faultInCodes(given.codes) : null;
  if (fault !== null) context.addIssue({ code: 'custom', path: ['codes'], message: fault });
  if (given.how === 'make' && given.count === 0) context.addIssue({ code: 'custom', path: ['count'], message: 'Enter how many codes to make' });
}));

export const noForm = formOf(z.object({}));

export const searchForm = formOf(z.object({ search: z.string().max(80).default('') }));
