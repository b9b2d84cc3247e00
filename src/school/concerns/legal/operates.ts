/** The clause that legal holds keep, and the test that shows it. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'day-school/staff-ict-code#legal-action', by: 'goToLaw', test: 'going to law needs what is serious, names who decided and why, and nothing of the case is erased while the hold stands' },
];
