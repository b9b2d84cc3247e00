/** Days, moments and counts as people write them. */
import { inWords, isDay, momentInWords } from '../platform/days.ts';

/** `2026-09-15` → "15 September 2026". Anything else comes back as it is. */
export const longDay = (day: string): string => (isDay(day) ? inWords(day) : day);

/** A moment in the school's time zone: "15 September 2026, 08:41". */
export const longMoment = (moment: Date): string => momentInWords(moment);

/** 1 → "1 person"; 2 → "2 people". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
