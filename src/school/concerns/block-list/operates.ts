/** The clauses that the block list keeps. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'prep-school/e-safety#bad-site', by: 'proposeSite', test: 'one press proposes the address of an unsuitable site for the block list, and whoever told of it hears what IT decided' },
];
