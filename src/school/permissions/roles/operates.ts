/** Clauses that the lists of roles keep. */
import type { Operates } from '../../feature.ts';

export const roleOperates: readonly Operates[] = [
  { clause: 'village-primary/staff-code#bubble-leaders', by: 'nameForRole', test: 'while the measure holds a bubble leader on the list keeps a phone in class, others do not, and on its last day it ends by itself' },
];
