/** The clauses that are kept by statements ticked one by one. */
import type { Operates } from '../../feature.ts';

const PROOF = 'that the main policy was read is ticked by itself, and the proof names the clause about discipline';

export const tickOperates: readonly Operates[] = [
  { clause: 'town-school/staff-code#declaration', by: 'ticksOn', test: 'three statements are ticked one by one; with one missing nothing is signed, and what was ticked is kept word for word' },
  { clause: 'prep-school/staff-code#form-read', by: 'ticksOn', test: PROOF },
  { clause: 'prep-school/staff-code#form-discipline', by: 'tickedBeside', test: PROOF },
];
