/** What the forms of asking take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Body } from '../../../platform/web/index.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);

/** Everything in a body whose name begins so: `fact.place=classroom` → place. */
export const named = (body: Body, prefix: string, longest: number): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith(prefix) && typeof value === 'string' && value.trim() !== '' ? [[name.slice(prefix.length, prefix.length + 80), value.trim().slice(0, longest)]] : [])));

export interface AskGiven {
  readonly child: string | null;
  readonly again: boolean;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly shown: Readonly<Record<string, string>>;
  readonly named: Readonly<Record<string, string>>;
}

export const askForm = formOf(z.looseObject({
  for: z.union([z.literal(''), z.uuid()]).optional(), again: z.string().optional(),
  reason: z.string('Say why you ask').min(3, 'Say why you ask').max(1000, 'Use fewer words'),
  from: day('Give the first day'), until: day('Give the last day'),
}).superRefine((form, context) => {
  if (form.until < form.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day is the first day or a later one' });
}).transform((form): AskGiven => ({
  child: form.for || null, again: form.again === 'yes', reason: form.reason, from: form.from, until: form.until,
  facts: named(form as Body, 'fact.', 60), shown: named(form as Body, 'shown.', 4000), named: named(form as Body, 'named.', 60),
})));

export const answerForm = formOf(z.object({ words: z.string('Write your answer').min(2, 'Write your answer').max(1000, 'Use fewer words') }));
/** `sure` comes from the page that asks once more. */
export const buttonForm = formOf(z.object({ sure: z.literal('yes').optional() }));
