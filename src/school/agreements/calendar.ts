/** The school's calendar: Monday to Friday, and in term where the terms are known. */
import { addDays, addMonths } from '../../platform/days.ts';
import type { Calendar } from './words.ts';

export interface Term {
  readonly from: string;
  readonly to: string;
}

/** Counts school days over these terms. A day after the last term that is known counts when it is no weekend. */
export function calendarOf(terms: readonly Term[]): Calendar {
  return {
    afterSchoolDays: (day, days) => {
      let on = day;
      for (let left = days; left > 0;) {
        on = addDays(on, 1);
        if (isSchoolDay(on, terms)) left--;
      }
      return on;
    },
    afterSpan,
  };
}

function isSchoolDay(day: string, terms: readonly Term[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const known = terms.length > 0 && day >= terms[0]!.from && day <= terms.at(-1)!.to;
  return !known || terms.some(term => term.from <= day && day <= term.to);
}

function afterSpan(day: string, span: string): string | null {
  const found = /^(\d{1,3}) (day|week|month|year)s?$/.exec(span);
  if (!found) return null;
  const count = Number(found[1]);
  switch (found[2]) {
    case 'day': return addDays(day, count);
    case 'week': return addDays(day, 7 * count);
    case 'month': return addMonths(day, count);
    default: return addMonths(day, 12 * count);
  }
}
