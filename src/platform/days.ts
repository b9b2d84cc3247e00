/** A calendar day in the school's time zone, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string;

/** Every school here keeps London time; a day ends at midnight there, summer and winter. */
const ZONE = 'Europe/London';

const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const clockTime = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });

/** The day it is in London at this moment. */
export const dayOf = (moment: Date): Day => parts.format(moment);

/** Whether a text is a day that exists: '2026-02-30' is not one. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day so many days later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => fromNumber(toNumber(day) + days);

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** The same date so many months later; the last day of the month where that date is missing (31 January + 1 is 28 February). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** '7 September 2026' */
export const inWords = (day: Day): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** The hour of the day in London, 0 to 23. */
export const hourOf = (moment: Date): number => Number(clockTime.format(moment).slice(0, 2)) % 24;

/** '7 September 2026, 15:40', London time. */
export const momentInWords = (moment: Date): string => `${inWords(dayOf(moment))}, ${clockTime.format(moment)}`;

const toNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const fromNumber = (days: number): Day => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** The moment at which a day begins in London. */
export function startOfDay(day: Day): Date {
  const inWinter = new Date(toNumber(day) * 86_400_000);
  const inSummer = new Date(inWinter.getTime() - 3_600_000);
  return dayOf(inSummer) === day ? inSummer : inWinter;
}

/** The moment at which a day is over in London. */
export const endOfDay = (day: Day): Date => startOfDay(addDays(day, 1));
