/** What an asker does: ask, answer a question, take the request back, accept the conditions, give the permission up. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { turn, type Doing } from '../deeds.ts';
import { tellDeciders } from '../mails.ts';
import type { Seat } from '../words.ts';
import * as store from '../store.ts';
import type { Grant, Request } from '../words.ts';

type By = Doing & { readonly by: string };

const log = (tx: Tx, { school, by, at }: By, deed: string, request: Pick<Request, 'clauses'> & { readonly id: string }) => {
  const [clause] = request.clauses;
  return write(tx, { school: school.id, by, at, deed, about: request.id, ...(clause ? { clause } : {}) });
};

export interface Asking {
  readonly request: Omit<store.NewRequest, 'asker'>;
  /** Who may decide: they are told. */
  readonly seats: readonly (readonly Seat[])[];
}

/** Asks. Returns the request's id. */
export async function askFor(tx: Tx, doing: By, { request, seats }: Asking): Promise<string> {
  const id = await store.addRequest(tx, { ...request, asker: doing.by, school: doing.school.id, at: doing.at });
  await log(tx, doing, 'ask-permission', { ...request, id });
  await tellDeciders(tx, { ...doing, persons: seats.flat().map(seat => seat.person), path: `/requests/${id}` });
  return id;
}

/** Answers what was asked back. False where nothing is asked any more. */
export async function answerBack(tx: Tx, doing: By, of: { readonly request: Request; readonly words: string; readonly seats: readonly (readonly Seat[])[] }): Promise<boolean> {
  const { request } = of;
  if (!(await store.setRequestState(tx, { id: request.id, from: 'asked-back', to: 'asked', answeredAt: null }))) return false;
  await store.addWord(tx, { school: doing.school.id, request: request.id, says: 'answer', office: '', by: doing.by, words: of.words, conditions: '', at: doing.at });
  await store.setUnopened(tx, { id: request.id, handedOn: null });
  await log(tx, doing, 'answer-question-back', request);
  await tellDeciders(tx, { ...doing, persons: of.seats.flat().map(seat => seat.person), path: `/requests/${request.id}` });
  return true;
}

/** Takes a request back before it is decided. */
export async function takeBack(tx: Tx, doing: By, request: Request): Promise<boolean> {
  if (!(await store.setRequestState(tx, { id: request.id, from: request.state, to: 'taken-back', answeredAt: doing.at }))) return false;
  await log(tx, doing, 'take-request-back', request);
  return true;
}

/** Accepts the conditions; from now on the permission counts. */
export const acceptConditions = (tx: Tx, doing: By, permission: Grant): Promise<boolean> => turn(tx, doing, { permission: permission.id, turn: 'carried-out', reason: '' });

/** Gives a permission up that is no longer needed. */
export const giveUp = (tx: Tx, doing: By, permission: Grant): Promise<boolean> => turn(tx, doing, { permission: permission.id, turn: 'given-up', reason: '' });
