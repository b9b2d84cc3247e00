/** A day on which something falls due, and whether it has passed. */
import { Chip, longDay } from '../page-parts/index.ts';
import { addDays } from '../platform/days.ts';

export type DueState = 'later' | 'soon' | 'overdue';

/** Where a day stands: overdue from the day after it, soon within `soonDays` before it. */
export function dueState(day: string, today: string, soonDays = 7): DueState {
  if (day < today) return 'overdue';
  return day <= addDays(today, soonDays) ? 'soon' : 'later';
}

/** The day in words; one that has passed says so. */
export function Due({ day, today, soonDays = 7 }: { day: string | null; today: string; soonDays?: number }) {
  if (day === null) return <>–</>;
  const state = dueState(day, today, soonDays);
  if (state === 'overdue') return <>{longDay(day)} <Chip tone="no">overdue</Chip></>;
  return state === 'soon' ? <>{longDay(day)} <Chip tone="ask">soon</Chip></> : <>{longDay(day)}</>;
}
