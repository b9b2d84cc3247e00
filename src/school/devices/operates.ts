/** Clauses that the custody of devices keeps, and the tests that show it. */
import type { Operates } from '../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'prep-school/mobile-devices#take-a-phone', by: 'doTake', test: 'a phone that has leave is warned of before anything is written down, and taken only with a reason' },
  { clause: 'prep-school/mobile-devices#take-a-tablet', by: 'weighTaking', test: 'a tablet is taken from a pupil of the senior school, and not from one of the middle school' },
  { clause: 'prep-school/mobile-devices#give-it-back', by: 'tendCustody', test: 'whoever holds what was not given back is reminded the next school day, once' },
];
