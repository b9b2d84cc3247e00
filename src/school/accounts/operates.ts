/** The clauses that accounts keep. */
import type { Operates } from '../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'village-primary/learning-platform#losing-a-log-in', by: 'takeAway', test: 'the school takes a log-in of the learning platform back: with reason and name, the parent is told, and it comes back only anew' },
  { clause: 'prep-school/middle-senior-code#inside-mail-only', by: 'limitMail', test: 'a parent has a child’s e-mail kept inside the school, and reads when IT has done it' },
];
