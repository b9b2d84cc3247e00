/**
 * Bank holidays in England and Wales: the days of the Banking and Financial Dealings Act 1971 with Good Friday, Christmas
 * Day, New Year's Day and the early May day, and the Monday that stands in for one on a weekend. Days that are given for
 * one year alone are entered as the end of one line of terms and the beginning of the next. Pure.
 */
import { addDays } from '../../../platform/days.ts';

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Easter Sunday, by the reckoning of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}

const firstMonday = (year: number, month: string): string => {
  const first = `${year}-${month}-01`;
  return addDays(first, (8 - weekday(first)) % 7);
};

const lastMonday = (year: number, month: string): string => {
  const last = `${year}-${month}-31`;
  return addDays(last, -((weekday(last) + 6) % 7));
};

/** The bank holidays of a year, none on a weekend. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const days = [addDays(sunday, -2), addDays(sunday, 1), firstMonday(year, '05'), lastMonday(year, '05'), lastMonday(year, '08')];
  for (const fixed of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    let day = fixed;
    while ([0, 6].includes(weekday(day)) || days.includes(day)) day = addDays(day, 1);
    days.push(day);
  }
  return new Set(days);
}

const known = new Map<number, ReadonlySet<string>>();

export function isBankHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const days = known.get(year) ?? bankHolidays(year);
  known.set(year, days);
  return days.has(day);
}
