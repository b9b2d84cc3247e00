/** Clauses that looking into logs keeps, and the tests that show it. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'village-primary/staff-code#who-reads-logs', by: 'mayReadLog', test: 'a log opens for the line manager or the head who was named, for the case and its days, and for nobody else' },
  { clause: 'academy-trust/acceptable-use#who-reads-logs', by: 'makeConcern', test: 'an untoward finding becomes a concern in one press, with its reason and its clause, and one that nobody uses is forgotten' },
  { clause: 'prep-school/cyberbullying#look-at-logs', by: 'lookRule', test: 'to find out who bullied, IT reads what the safeguarding lead agreed to, and what was found is kept with the case' },
];
