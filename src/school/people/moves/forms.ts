/** The forms of moves and year groups. */
import * as z from 'zod';
import { isDay } from '../../../platform/days.ts';
import { formOf } from '../../../platform/web/index.ts';
import { isPupilKind } from '../import/decisions.ts';
import type { YearGroup } from './words.ts';

const several = z.preprocess(given => (given === undefined ? [] : [given].flat()), z.array(z.string().max(60)).max(20));
const short = z.string().max(40, 'Use 40 letters or fewer').default('');

/** What somebody is from a day on. `known` are the kinds one may tick; `pupil` stands for every kind of pupil. */
export const moveForm = (known: ReadonlySet<string>) => formOf(z.object({
  kinds: several.refine(kinds => kinds.length > 0 && kinds.every(kind => known.has(kind)), 'Tick what this person is at the school'),
  from: z.string('Enter the first day, such as 2026-09-01').refine(isDay, 'Enter the first day, such as 2026-09-01'),
  yearGroup: short, class: short,
}).superRefine((given, context) => {
  if (!given.kinds.some(isPupilKind)) return;
  if (given.yearGroup === '') context.addIssue({ code: 'custom', path: ['yearGroup'], message: 'Choose the year group' });
  if (given.class === '') context.addIssue({ code: 'custom', path: ['class'], message: 'Enter the class, such as 4B' });
}));

const MOST_YEARS = 30;

/** The year groups as one line each: name, phase, kind. An empty name leaves the line out. */
export const yearsForm = (kinds: readonly string[]) => formOf(z.record(z.string(), z.unknown()).transform((body, context): YearGroup[] => {
  const years: YearGroup[] = [];
  for (let at = 0; at < MOST_YEARS; at++) {
    const text = (field: string) => String(body[`${field}-${at}`] ?? '').trim().slice(0, 40);
    const [name, kind] = [text('name'), text('kind')];
    if (name === '') continue;
    if (years.some(year => year.name === name)) context.addIssue({ code: 'custom', path: [`name-${at}`], message: 'This year group stands here twice' });
    if (!kinds.includes(kind)) context.addIssue({ code: 'custom', path: [`kind-${at}`], message: 'Choose which rules this year group keeps' });
    years.push({ name, phase: text('phase'), kind });
  }
  if (years.length === 0) context.addIssue({ code: 'custom', path: ['name-0'], message: 'Enter at least one year group' });
  return years;
}));
