/** What the forms of telling somebody take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { tellingOf } from './words.ts';

const about = z.string('Press what it is about').refine(id => tellingOf(id) !== undefined, 'Press what it is about');
export const MOST_WORDS = 10_000;
const words = z.string().max(MOST_WORDS, 'Please use fewer words').default('');
const maybeId = z.union([z.literal(''), z.uuid('Choose somebody from the list')]).optional().transform(id => id || null);

export const aboutForm = formOf(z.object({ about }));

export const sendForm = formOf(z.object({
  about, words,
  adult: z.union([z.enum(['safe', 'other']), z.uuid()], 'Choose who should read it').default('safe'),
  other: maybeId,
  'about-adult': maybeId,
  takeDown: z.string().optional().transform(value => value === 'yes'),
}).superRefine((form, context) => {
  if (form.adult === 'other' && form.other === null) context.addIssue({ code: 'custom', path: ['other'], message: 'Choose who should read it' });
}));

export const moreForm = formOf(z.object({ report: z.uuid(), words: z.string('Write something first').min(1, 'Write something first').max(MOST_WORDS, 'Please use fewer words') }));

const time = (missing: string) => z.string(missing).regex(/^([01]\d|2[0-3]):[0-5]\d$/, missing);
export const hoursForm = formOf(z.object({
  from: time('Write a time such as 08:30'), until: time('Write a time such as 16:00'), since: z.string('Give the day').refine(isDay, 'Give the day'),
}).superRefine((form, context) => {
  if (form.until <= form.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The end comes after the beginning' });
}));

/** What the one who deals with it did, for the record and for the child. */
export const answerForm = formOf(z.object({ did: z.string('Write what you did').min(3, 'Write what you did').max(5000, 'Please use fewer words'), answer: words }));

export const checkForm = formOf(z.object({
  checked: z.enum(['permitted', 'lawful', 'not-allowed', 'not-known'], 'Say what you found'),
  words: z.string('Say how you know').min(3, 'Say how you know').max(2000, 'Please use fewer words'),
}));
