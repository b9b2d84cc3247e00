/** What the forms of accounts take. */
import * as z from 'zod';
import { isDay } from '../../platform/days.ts';
import { formOf } from '../../platform/web/index.ts';

const whole = (missing: string) => z.string(missing).trim().min(3, missing).max(1000, 'Use fewer words');
const day = (missing: string) => z.string(missing).refine(isDay, missing);
const several = z.union([z.string(), z.array(z.string())]).optional().transform(value => (value === undefined || value === '' ? [] : [value].flat()));

/** `way` is an act and a facility: `revoke-account email`. */
export const takeForm = formOf(z.object({
  way: z.string('Choose what').min(3, 'Choose what').max(80),
  cause: z.enum(['decision', 'lost-device'], 'Choose what is behind it').default('decision'),
  trigger: z.string().max(60).default(''),
  reason: whole('Write the reason, as the person will read it'),
  until: z.union([z.literal(''), day('Give its last day')]).optional().transform(value => value || null),
}));
export interface TakeGiven { readonly way: string; readonly cause: 'decision' | 'lost-device'; readonly trigger: string; readonly reason: string; readonly until: string | null }

export const reasonForm = formOf(z.object({ hold: z.uuid('Choose one'), says: z.enum(['given', 'kept'], 'Choose one'), reason: whole('Write the reason, as the person will read it') }));
export const askForm = formOf(z.object({ hold: z.uuid('Choose one'), words: whole('Write why you would like it back') }));
export const stepForm = formOf(z.object({ step: z.uuid('Choose one'), says: z.enum(['done', 'cannot'], 'Choose one'), on: z.union([z.literal(''), day('Give the day')]).optional().transform(value => value || null), words: z.string().trim().max(500, 'Use fewer words').default('') }));
export const mailForm = formOf(z.object({ child: z.uuid('Choose one'), to: z.enum(['inside', 'open'], 'Choose one') }));

const MOST_OWN = 20;
export const listForm = formOf(z.object({
  keys: several,
  own: z.string().max(1000, 'Use fewer words').default('').transform(text => text.split('\n').map(line => line.trim()).filter(Boolean)).refine(lines => lines.length <= MOST_OWN, 'Give twenty of your own at most').refine(lines => lines.every(line => line.length <= 60), 'Use a shorter name'),
}));
export interface ListGiven { readonly keys: readonly string[]; readonly own: readonly string[] }
