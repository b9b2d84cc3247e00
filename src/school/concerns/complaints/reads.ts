/** What the pages of complaints are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT, type Lock } from '../../../platform/seal/index.ts';
import { findConcern } from '../store.ts';
import * as store from './store.ts';
import type { AnswerWords, Complaint, Procedure, Step } from './words.ts';

export { complaintOfConcern, findComplaint, procedureOn } from './store.ts';

export interface StepView extends Step { readonly answer: AnswerWords | null }

/** A complaint with its stages; the answers are opened. */
export interface ComplaintView {
  readonly complaint: Complaint;
  readonly code: string;
  readonly steps: readonly StepView[];
  readonly procedure: Procedure | null;
}

const opened = (step: Step, lock: Lock): StepView => ({ ...step, answer: step.locked === null ? null : lock.openOr<AnswerWords>(step.locked, step.id, { words: SHUT, policy: '', policyTitle: '' }) });

export async function complaintView(tx: Tx, lock: Lock, complaint: Complaint): Promise<ComplaintView> {
  const steps = (await store.stepsOf(tx, [complaint.id])).map(step => opened(step, lock));
  // Why of its own day: a complaint goes by the stages that held when it was made.
  return { complaint, steps, code: (await findConcern(tx, complaint.concern))?.code ?? '', procedure: await store.procedureOn(tx, complaint.openedOn) };
}

/** The complaints of somebody, newest first, with how many there are. */
export async function complaintsOf(tx: Tx, lock: Lock, ask: { readonly person: string; readonly limit: number; readonly offset: number }): Promise<{ total: number; views: ComplaintView[] }> {
  const key = lock.keyOf(ask.person);
  const views: ComplaintView[] = [];
  for (const complaint of await store.complaintsBy(tx, key, ask)) views.push(await complaintView(tx, lock, complaint));
  return { total: await store.countComplaintsBy(tx, key), views };
}

/** What is kept of a person's complaints: the stages and their answers. */
export const exportComplaints = async (tx: Tx, lock: Lock, person: string): Promise<unknown> =>
  (await complaintsOf(tx, lock, { person, limit: 1000, offset: 0 })).views.map(({ complaint, steps }) => ({ sort: complaint.sort, openedOn: complaint.openedOn, acknowledgedAt: complaint.acknowledgedAt, closedAt: complaint.closedAt, stages: steps.map(({ title, begunOn, answerBy, answeredAt, outcome, answer }) => ({ title, begunOn, answerBy, answeredAt, outcome, answer })) }));
