/** What the forms of recordings take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { HOWS } from './words.ts';
import { formOf, type Body } from '../../../platform/web/index.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);
const words = (missing: string, most: number) => z.string(missing).min(2, missing).max(most, 'Use fewer words');
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

/** Facts that the rules asked for come as `fact.moment=break`. */
const factsIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith('fact.') && typeof value === 'string' && value !== '' ? [[name.slice(5), value.slice(0, 60)]] : [])));

export const recordingForm = formOf(z.looseObject({
  title: words('Say what you want to record', 100),
  kind: z.string('Choose what it is').min(1, 'Choose what it is').max(40),
  why: words('Say why', 300),
  place: words('Say where', 100),
  onDay: day('Give the day on which you record'),
  owner: z.string('Choose whose device it is').min(1, 'Choose whose device it is').max(40),
  device: z.string('Choose the device').min(1, 'Choose the device').max(40),
  purpose: z.string('Choose what it is for').min(1, 'Choose what it is for').max(60),
  keptWhere: words('Say where it is kept', 150),
  keptUntil: day('Give the last day on which it is kept'),
  forVisitor: z.string().max(100, 'Use a shorter name').default(''),
}).superRefine((form, context) => {
  if (form.keptUntil < form.onDay) context.addIssue({ code: 'custom', path: ['keptUntil'], message: 'Choose the day of the recording or a later one' });
}).transform(({ title, kind, why, place, onDay, owner, device, purpose, keptWhere, keptUntil, forVisitor, ...rest }) => ({ title, kind, why, place, onDay, owner, device, purpose, keptWhere, keptUntil, forVisitor, facts: factsIn(rest as Body) })));

export interface RecordingForm {
  readonly title: string; readonly kind: string; readonly why: string; readonly place: string; readonly onDay: string; readonly owner: string; readonly device: string;
  readonly purpose: string; readonly keptWhere: string; readonly keptUntil: string; readonly forVisitor: string; readonly facts: Readonly<Record<string, string>>;
}

/** People to ask; or `find`, which looks somebody up by name and asks nobody yet. */
export const peopleForm = formOf(z.object({
  group: z.string().max(80).default(''), people: several,
  whole: z.string().optional().transform(value => value === 'yes'), find: z.string().optional().transform(value => value === 'yes'),
  search: z.string().max(100, 'Use fewer words').default(''),
}));

export const answerForm = formOf(z.object({ person: z.uuid('Choose for whom you answer'), says: z.enum(['yes', 'no'], 'Say yes or no') }));

export const saidForm = formOf(z.object({ speaker: z.uuid('Choose who said it'), says: z.enum(['yes', 'no'], 'Say yes or no'), how: z.enum(HOWS as [string, ...string[]], 'Choose how they said it').transform(how => how as typeof HOWS[number]) }));

export const ownWordForm = formOf(z.object({ since: day('Give the day from which it holds'), fromYear: z.string().max(80).default('').transform(value => value || null) }));

export const buttonForm = formOf(z.object({}));
