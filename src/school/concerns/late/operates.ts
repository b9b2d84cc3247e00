/** Clauses that the watch over late cases and the hold on unlawful files keep, and the tests that show it. */
import type { Operates } from '../../feature.ts';

export const operates: readonly Operates[] = [
  { clause: 'day-school/staff-ict-code#handle-breach', by: 'escalate', test: 'a breach in which nobody wrote down what was done goes to whoever owns the policy after the school’s days' },
  { clause: 'prep-school/cyberbullying#find-out-fast', by: 'lateFor', test: 'a bullying case without a first step by the next school day is shown to the head, and one that was begun is not' },
  { clause: 'prep-school/staff-code#illegal-downloads', by: 'areHeld', test: 'it is held for the police: nobody opens it, until two take it out together with the reason' },
];
