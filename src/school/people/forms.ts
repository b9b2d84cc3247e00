/** The forms of people: fields, limits and what to say when one is wrong. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { isId } from '../../platform/ids.ts';
import { formOf } from '../../platform/web/index.ts';

const name = (sentence: string) => z.string(sentence).min(1, sentence).max(80, 'Use 80 letters or fewer');
const day = (words: string) => z.string(words).refine(isDay, words);
const email = z.union([z.literal(''), z.email('Enter an e-mail address like name@example.org, or leave it empty').max(200, 'Use 200 letters or fewer')]).default('').transform(text => text || null);
const person = z.string('Choose a person').refine(isId, 'Choose a person');

/** One box ticked comes as text, several as a list. */
const several = z.preprocess(given => (given === undefined ? [] : [given].flat()), z.array(z.string().max(60)).max(20));

/** Adding somebody. `known` are the kinds of the vocabulary. */
export const newPersonForm = (known: ReadonlySet<string>) => formOf(z.object({
  givenName: name('Enter the given name'), familyName: name('Enter the family name'), email,
  kinds: several.refine(kinds => kinds.length > 0 && kinds.every(kind => known.has(kind)), 'Tick what this person is at the school'),
  joinedOn: day('Enter the first day, such as 2026-09-01'),
  lastDay: z.union([z.literal(''), day('Enter the last day, or leave it empty')]).default(''),
  yearGroup: z.string().max(40, 'Use 40 letters or fewer').default(''), class: z.string().max(40, 'Use 40 letters or fewer').default(''),
}).superRefine((given, context) => {
  const pupil = given.kinds.some(kind => kind === 'pupil' || kind.startsWith('pupil-'));
  if (pupil && given.class === '') context.addIssue({ code: 'custom', path: ['class'], message: 'Enter the class, such as 4B' });
  if (pupil && given.yearGroup === '') context.addIssue({ code: 'custom', path: ['yearGroup'], message: 'Enter the year group, such as Year 4' });
  if (given.lastDay !== '' && given.lastDay < given.joinedOn) context.addIssue({ code: 'custom', path: ['lastDay'], message: 'The last day comes before the first' });
}));

export const nameForm = formOf(z.object({ givenName: name('Enter the given name'), familyName: name('Enter the family name'), email }));

export const leftForm = formOf(z.object({ on: day('Enter the last day, such as 2026-10-23') }));

export const handOverForm = formOf(z.object({
  person, from: day('Enter the first day, such as 2027-01-04'),
  how: z.enum(['instead', 'also'], 'Say whether the others go on holding it'),
}));

export const coverForm = formOf(z.object({
  cover: person, coverFrom: day('Enter the first day'), coverUntil: day('Enter the last day'),
}));

export const endForm = formOf(z.object({ person }));

export const noForm = formOf(z.object({}));

export const searchForm = formOf(z.object({ search: z.string().max(80).default('') }));
