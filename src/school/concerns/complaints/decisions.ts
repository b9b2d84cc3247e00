/** By when a complaint is acknowledged and answered, and what may come next. Pure. */
import { addDays } from '../../../platform/days.ts';
import type { Cadence } from '../clocks/words.ts';
import { LAW, underLaw, type Complaint, type Procedure, type Sort, type Step } from './words.ts';

/** The earlier of two days, where there are two. */
export const earlier = (one: string | null, other: string | null): string | null => (one === null ? other : other === null ? one : one < other ? one : other);

/** By when the law wants a complaint acknowledged; null where it says nothing of such complaints on that day. */
export function lawfulDay(sort: Sort, cadences: readonly Cadence[], today: string): string | null {
  const law = underLaw(sort) ? cadences.find(one => one.name === LAW && one.since <= today) : undefined;
  return law === undefined ? null : addDays(today, Math.round(law.days));
}

/** The stage that comes after the one under way; null where there is no more. */
export const stageAfter = (procedure: Procedure | null, step: Pick<Step, 'number'>): Procedure['stages'][number] | null => procedure?.stages[step.number] ?? null;

/** Whether whoever complained may take it further: the stage under way was answered, or its day has passed, and it is not ended. */
export const mayGoOn = (complaint: Pick<Complaint, 'closedAt'>, step: Pick<Step, 'answeredAt' | 'answerBy'>, today: string): boolean =>
  complaint.closedAt === null && (step.answeredAt !== null || (step.answerBy !== null && step.answerBy < today));
