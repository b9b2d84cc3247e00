/** The forms of families: fields, limits and what to say when one is wrong. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { formOf } from '../../../platform/web/index.ts';
import { STANDINGS } from './words.ts';

const name = (words: string) => z.string(words).min(1, words).max(80, 'Use 80 letters or fewer');
const email = z.union([z.literal(''), z.email('Enter an e-mail address like name@example.org, or leave it empty').max(200, 'Use 200 letters or fewer')]).default('').transform(text => text || null);
const ticked = z.literal('yes').optional().transform(value => value === 'yes');
const maybeDay = z.union([z.literal(''), z.string().refine(isDay, 'Enter a day such as 2026-09-01, or leave it empty')]).default('').transform(text => text || null);
/** Kept as it is where the reader was not shown it. */
const note = z.string().max(1000, 'Use 1,000 letters or fewer').optional();
const person = z.string('Choose a person').refine(isId, 'Choose a person');

export const ruleForm = formOf(z.object({
  agree: z.enum(['one', 'both'], 'Say who must agree'), lookedAfter: ticked, separateHomes: ticked, ruleReviewOn: maybeDay, note,
}));

const adult = {
  relation: z.string().max(60, 'Use 60 letters or fewer').default(''), standing: z.enum(STANDINGS, 'Choose what they are').optional(), organisation: z.string().max(120, 'Use 120 letters or fewer').default(''),
  mayNotAgree: ticked, noContact: ticked, courtOrder: ticked, named: ticked, from: maybeDay, until: maybeDay, reviewOn: maybeDay, source: note,
};

interface Spoken { readonly standing?: string | undefined; readonly organisation: string; readonly from: string | null; readonly until: string | null }
const whole = (given: Spoken, context: z.RefinementCtx): void => {
  if (given.from !== null && given.until !== null && given.until < given.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day comes before the first' });
  if ((given.standing === 'social-worker' || given.standing === 'local-authority') && given.organisation === '') context.addIssue({ code: 'custom', path: ['organisation'], message: 'Enter the authority they speak for' });
};

export const adultForm = formOf(z.object(adult).superRefine(whole));

export const newAdultForm = formOf(z.object({
  ...adult, givenName: name('Enter the given name'), familyName: name('Enter the family name'), email,
  relation: name('Say what they are to the child, such as Parent'), standing: z.enum(STANDINGS, 'Choose what they are').default('parent'),
}).superRefine(whole));

export const moveForm = formOf(z.object({ parent: person, by: z.enum(['up', 'down']) }));
export const noForm = formOf(z.object({}));
export const settleForm = formOf(z.object({ query: z.string('Open the page again').refine(isId, 'Open the page again'), done: z.enum(['yes', 'no'], 'Open the page again') }));
