/** The forms of the roll-over. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import type { ClassPlan } from './words.ts';

const DAY = 'Enter the first day in the new classes, such as 2027-09-01';
const day = z.string(DAY).refine(isDay, DAY);
const short = z.string().max(40, 'Use 40 letters or fewer').default('');

export const beginForm = formOf(z.object({ on: day }));

const MOST_CLASSES = 1000;

export interface ClassesGiven {
  readonly on: string;
  readonly parentsToo: boolean;
  readonly plans: readonly ClassPlan[];
}

/** The day, and one line a class: where it goes (`leaves`, `stays`, or the year group) and under which name. */
export const classesForm = formOf(z.record(z.string(), z.unknown()).transform((body, context): ClassesGiven => {
  const text = (field: string) => String(body[field] ?? '').trim().slice(0, 40);
  if (!isDay(text('on'))) context.addIssue({ code: 'custom', path: ['on'], message: DAY });
  const plans: ClassPlan[] = [];
  for (let at = 0; at < MOST_CLASSES && body[`classFrom-${at}`] !== undefined; at++) plans.push(classPlan(text, at));
  return { on: text('on'), parentsToo: body['parentsToo'] === 'yes', plans };
}));

function classPlan(text: (field: string) => string, at: number): ClassPlan {
  const from = { yearFrom: text(`yearFrom-${at}`), classFrom: text(`classFrom-${at}`) };
  const goes = text(`goes-${at}`);
  if (goes === 'leaves') return { ...from, goes, yearTo: '', classTo: '' };
  if (goes === 'stays') return { ...from, goes, yearTo: '', classTo: text(`classTo-${at}`) };
  return { ...from, goes: 'up', yearTo: goes.replace(/^to /, ''), classTo: text(`classTo-${at}`) };
}

/** Where one pupil goes. */
export const pupilForm = formOf(z.object({ goes: z.enum(['class', 'stays', 'moves', 'leaves'], 'Say what happens'), yearTo: short, classTo: short }).superRefine((given, context) => {
  if (given.goes === 'moves' && given.yearTo === '') context.addIssue({ code: 'custom', path: ['yearTo'], message: 'Choose the year group' });
  if ((given.goes === 'moves' || given.goes === 'stays') && given.classTo === '') context.addIssue({ code: 'custom', path: ['classTo'], message: 'Enter the class they will be in' });
}));
