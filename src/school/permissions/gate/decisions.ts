/** Which permissions are looked at where people come in. Pure. */
import { endOfDay, type Day } from '../../../platform/days.ts';
import type { Grant } from '../words.ts';

/** Acts whose permission is shown at the gate or at reception. */
export const AT_THE_GATE: readonly string[] = ['bring-phone', 'approach-pupils', 'photograph-pupils'];

/** Whether it counts at some time of the day, from now on. */
export const countsOn = ({ startsAt, endsAt }: Pick<Grant, 'startsAt' | 'endsAt'>, { now, today }: { readonly now: Date; readonly today: Day }): boolean => endsAt > now && startsAt < endOfDay(today);
