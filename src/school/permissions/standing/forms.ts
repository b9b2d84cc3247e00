/** What the form of a standing permission takes. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf, type Body } from '../../../platform/web/index.ts';

const day = (missing: string) => z.string(missing).refine(isDay, missing);
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));
const optional = z.string().max(80).optional().transform(value => value || null);

export interface StandingGiven {
  readonly rule: string;
  readonly what: string;
  readonly reason: string;
  readonly conditions: string;
  readonly kinds: readonly string[];
  readonly class: string | null;
  readonly trip: string | null;
  readonly from: string;
  readonly until: string;
  readonly follows: string | null;
  /** Fact → the values chosen. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

const factsIn = (body: Body): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (name.startsWith('fact.') && value !== undefined ? [[name.slice(5), [value].flat().slice(0, 40)]] : [])));

export const standingForm = formOf(z.looseObject({
  rule: z.string('Choose a rule').min(3, 'Choose a rule').max(200),
  what: z.string('Say what they may do').min(5, 'Say what they may do').max(200, 'Use fewer words'),
  reason: z.string('Say what for').min(5, 'Say what for').max(300, 'Use fewer words'),
  conditions: z.string().max(500, 'Use fewer words').default(''),
  kinds: several.refine(all => all.length > 0, 'Choose at least one group'),
  class: optional, trip: optional, follows: optional,
  from: day('Give its first day'), until: day('Give its last day'),
}).superRefine((form, context) => {
  if (form.until < form.from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day is the first day or a later one' });
}).transform((form): StandingGiven => ({
  rule: form.rule, what: form.what, reason: form.reason, conditions: form.conditions, kinds: form.kinds, class: form.class, trip: form.trip, from: form.from, until: form.until, follows: form.follows, facts: factsIn(form as Body),
})));
