/** What other features ask about the school's days, and about who teaches a class. */
import { remember } from '../../../platform/database/index.ts';
import type { Questions } from '../../answers.ts';
import { calendarOf, mayRemindOn, nextRemindingDay } from '../calendar.ts';
import { classTeachers } from '../chasing/reads.ts';
import { listTeachings } from '../class-signing/reads.ts';
import { listTerms } from './store.ts';

/** Whoever is told about the class each week, and whoever is noted with dates. */
export const teachersOf: Questions['teachersOf'] = async (tx, className, today) => {
  const { told, noted } = await remember(tx, `who teaches ${today}`, async () => ({ told: await classTeachers(tx), noted: await listTeachings(tx, { day: today }) }));
  const person = told.get(className);
  return [...new Set([...(person ? [person] : []), ...noted.filter(span => span.class === className && span.from <= today).map(span => span.person)])];
};

export const schoolDay: Questions['schoolDay'] = async (tx, day) => {
  const terms = await listTerms(tx);
  const known = terms.some(term => term.to >= day);
  return { on: mayRemindOn(day, terms), known, next: nextRemindingDay(day, terms) };
};

export const afterSchoolDays: Questions['afterSchoolDays'] = async (tx, day, days) => calendarOf(await listTerms(tx)).afterSchoolDays(day, days);
