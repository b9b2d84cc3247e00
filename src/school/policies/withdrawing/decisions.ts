/** When a withdrawal holds, and until when it is taken back. Pure. */
import type { Day } from '../../../rulebook/index.ts';
import type { NotWithdrawn, Withdrawal } from './words.ts';

/** Whether it can still be taken back: until its day is over. */
export const mayUndo = (withdrawal: Pick<Withdrawal, 'from' | 'undoneAt'>, today: Day): boolean => withdrawal.undoneAt === null && today <= withdrawal.from;

/** What speaks against withdrawing a policy from a day on, or null. */
export function faultOf(of: { readonly inForce: boolean; readonly standing: Pick<Withdrawal, 'from'> | null; readonly from: Day; readonly today: Day }): NotWithdrawn | null {
  if (of.standing !== null) return 'withdrawn-already';
  if (!of.inForce) return 'not-in-force';
  return of.from < of.today ? 'day-past' : null;
}
