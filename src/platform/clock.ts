import { dayOf } from './days.ts';
import type { Day } from './days.ts';

/** The only place that reads the time of day. The roofs pass it on; everybody else is told what time it is. */
export const now = (): Date => new Date();

/** Today in London. */
export const today = (): Day => dayOf(now());
