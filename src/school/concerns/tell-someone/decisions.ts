/** When somebody reads what is told now. Pure. */
import type { Hours, WhenRead } from './words.ts';

export interface Moment {
  readonly today: string;
  /** The time of day at the school, `HH:MM`. */
  readonly time: string;
  /** Whether school is on today, and the next day from `from` on, that day included, on which it is. */
  readonly on: boolean;
  readonly next: string | null;
}

/**
 * When what is told at this moment is read. `tomorrow` is asked for the next school day after today, for when today's
 * hours are over. Without hours nothing is promised.
 */
export function whenRead(hours: Hours | null, now: Moment, tomorrow: string | null): WhenRead {
  if (hours === null) return { state: 'unsaid' };
  if (now.on && now.time >= hours.from && now.time < hours.until) return { state: 'now', until: hours.until };
  const on = now.on && now.time < hours.from ? now.today : now.on ? tomorrow : now.next;
  return on === null ? { state: 'unsaid' } : { state: 'later', on, from: hours.from };
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hour12: false });

/** The time of day in London, `HH:MM`. */
export const timeOf = (moment: Date): string => timeOfDay.format(moment).replace(/^24/, '00');

const MINUTE = 60_000;

/** How long somebody waited, in whole minutes. */
export const minutesBetween = (from: Date, to: Date): number => Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE));
