/** Days, moments and counts as people write them. */
import { dayOf, inWords, isDay, momentInWords } from '../platform/days.ts';
import { ENGLISH, spoken } from '../platform/languages/index.ts';

/** `2026-09-15` → "15 September 2026". Anything else comes back as it is. */
export const longDay = (day: string): string => (!isDay(day) ? day : spoken() === ENGLISH ? inWords(day) : formatOf(spoken().code).format(new Date(`${day}T12:00:00Z`)));

/** A moment in the school's time zone: "15 September 2026, 08:41". */
export const longMoment = (moment: Date): string => (spoken() === ENGLISH ? momentInWords(moment) : momentInWords(moment).replace(/^.*(?=,)/, longDay(dayOf(moment))));

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(code: string): Intl.DateTimeFormat {
  const format = formats.get(code) ?? new Intl.DateTimeFormat(code, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });
  formats.set(code, format);
  return format;
}

/** 1 → "1 person"; 2 → "2 people". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString(spoken().code)} ${n === 1 ? one : many}`;
