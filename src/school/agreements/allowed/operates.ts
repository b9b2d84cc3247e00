/** The clauses that are kept here. */
import type { Operates } from '../../feature.ts';

export const allowedOperates: readonly Operates[] = [
  { clause: 'prep-school/middle-senior-code#parent-says-yes', by: 'parentsSaid', test: 'May I knows what the parents said: no until one has said yes, and then yes to what they allowed' },
  { clause: 'prep-school/middle-senior-code#parent-says-yes', by: 'enterAnswer', test: 'a parent says yes on the telephone: two people heard it, the parent is told, and it can be undone today' },
];
