/** What the forms of deciding take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Body } from '../../../platform/web/index.ts';
import { named } from '../ask/forms.ts';

const day = z.string().refine(text => text === '' || isDay(text), 'Give a day').default('');

export interface DecisionGiven {
  readonly says: 'grant' | 'refuse' | 'ask-back' | 'as-last-time';
  readonly words: string;
  readonly conditions: string;
  /** What the rule wants limited → the limit. */
  readonly limits: Readonly<Record<string, string>>;
  readonly checkedOn: string;
  readonly checkedUntil: string;
}

export const decisionForm = formOf(z.looseObject({
  says: z.enum(['grant', 'refuse', 'ask-back', 'as-last-time'], 'Choose what you decide'),
  words: z.string().max(1000, 'Use fewer words').default(''), conditions: z.string().max(1000, 'Use fewer words').default(''), checkedOn: day, checkedUntil: day,
}).superRefine((form, context) => {
  if (form.says === 'refuse' && form.words.length < 3) context.addIssue({ code: 'custom', path: ['words'], message: 'Say why not' });
  if (form.says === 'ask-back' && form.words.length < 3) context.addIssue({ code: 'custom', path: ['words'], message: 'Write your question' });
}).transform((form): DecisionGiven => ({ says: form.says, words: form.words, conditions: form.conditions, limits: named(form as Body, 'limit.', 300), checkedOn: form.checkedOn, checkedUntil: form.checkedUntil })));

/** Several requests at once. */
export const chosenForm = formOf(z.object({
  chosen: z.union([z.uuid().transform(one => [one]), z.array(z.uuid()).min(1).max(50)], 'Choose at least one request'),
  conditions: z.string().max(1000, 'Use fewer words').default(''),
}));

const count = (missing: string, most: number) => z.coerce.number(missing).int(missing).min(1, missing).max(most, missing);

export const periodsForm = formOf(z.object({
  handOnAfter: count('Give a number of school days from 1 to 20', 20), lastAfter: count('Give a number of school days from 1 to 40', 40),
  lapsesAfter: z.coerce.number('Give a number of days from 5 to 200').int('Give a number of days from 5 to 200').min(5, 'Give a number of days from 5 to 200').max(200, 'Give a number of days from 5 to 200'),
  longestDays: count('Give a number of days from 1 to 1100', 1100),
  remindDays: count('Give a number of days from 1 to 60', 60), evidenceDays: count('Give a number of days from 1 to 60', 60),
}));
