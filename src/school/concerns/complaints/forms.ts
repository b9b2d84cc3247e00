/** What the forms of complaints take. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { OUTCOMES, SORTS, type DaysIn, type Procedure, type Stage } from './words.ts';

const MOST = 8000;
const maybeId = z.union([z.literal(''), z.uuid('Choose somebody from the list')]).optional().transform(id => id || null);

export const complaintForm = formOf(z.object({
  sort: z.enum(SORTS, 'Choose what it is about'),
  words: z.string('Say what happened').min(10, 'Say what happened').max(MOST, 'Please use fewer words'),
  wish: z.string().max(2000, 'Please use fewer words').default(''),
  child: maybeId, about: maybeId,
}));
export const furtherForm = formOf(z.object({ words: z.string('Say why').min(5, 'Say why').max(MOST, 'Please use fewer words') }));
export const settleForm = formOf(z.object({ settled: z.enum(['yes', 'no']) }));
export const answerForm = formOf(z.object({
  outcome: z.enum(OUTCOMES as unknown as readonly ['upheld', 'partly-upheld', 'not-upheld', 'settled'], 'Choose the outcome'),
  policy: z.string('Choose the policy').min(1, 'Choose the policy').max(100),
  words: z.string('Write the answer').min(10, 'Write the answer').max(MOST, 'Please use fewer words'),
}));
export const noForm = formOf(z.object({}));

/** Stages a school may enter. */
export const MOST_STAGES = 5;
const daysIn = (text: string): DaysIn => (text === 'days' ? 'days' : 'school-days');
const wholeDays = (text: string): number | null => (/^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : null);

/** One line for each stage; a line without a title is left out. */
export const procedureForm = formOf(z.record(z.string(), z.unknown()).transform((body, context): Procedure => {
  const text = (name: string) => String(body[name] ?? '').trim().slice(0, 120);
  const say = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const stages: Stage[] = [];
  for (let at = 0; at < MOST_STAGES; at++) {
    if (text(`title-${at}`) === '') continue;
    const answerWithin = wholeDays(text(`within-${at}`));
    if (answerWithin === null) say(`within-${at}`, 'Give a number of days');
    if (text(`office-${at}`) === '') say(`office-${at}`, 'Choose who answers');
    stages.push({ title: text(`title-${at}`), office: text(`office-${at}`), answerWithin: answerWithin ?? 1, answerIn: daysIn(text(`in-${at}`)) });
  }
  if (stages.length === 0) say('title-0', 'Enter at least one stage');
  const acknowledgeWithin = wholeDays(text('acknowledge'));
  if (acknowledgeWithin === null) say('acknowledge', 'Give a number of days');
  if (!isDay(text('since'))) say('since', 'Give the day');
  return { since: text('since'), stages, acknowledgeWithin: acknowledgeWithin ?? 1, acknowledgeIn: daysIn(text('acknowledge-in')) };
}));
