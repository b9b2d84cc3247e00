/** What the pages of a sitting are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { agreementsByIds, listAsks, policiesToSign, type Place } from '../reads.ts';
import type { AskRow } from '../words.ts';
import { nextOf, readingOrder, stateOfDocument } from './decisions.ts';
import { openSittingOf } from './store.ts';
import type { Sitting, SittingDocument } from './words.ts';

export { findSitting, openSittingOf, sittingsOf } from './store.ts';

/** What somebody has still to sign themselves, in reading order, without what they said no to. */
export async function openOf(tx: Tx, person: string, place: Place): Promise<{ asks: AskRow[]; order: string[] }> {
  const asks = await listAsks(tx, [person]);
  const policies = await policiesToSign(tx, place.vocabulary);
  const open = asks.filter(ask => ask.open && ask.agreementId === null && ask.declinedOn === null && policies.has(ask.policy));
  return { asks, order: readingOrder(open.map(ask => ({ policy: ask.policy, readWith: policies.get(ask.policy)!.document.front.readWith }))) };
}

/** The documents of a sitting with where each stands. */
export async function documentsOf(tx: Tx, sitting: Sitting, place: Place): Promise<SittingDocument[]> {
  const asks = new Map((await listAsks(tx, [sitting.person])).map(ask => [ask.policy, ask]));
  const policies = await policiesToSign(tx, place.vocabulary);
  const agreements = new Map((await agreementsByIds(tx, sitting.documents.flatMap(one => one.agreement ?? []))).map(one => [one.id, one]));
  return sitting.documents.map(one => {
    const signed = one.agreement ? agreements.get(one.agreement) : undefined;
    const ask = asks.get(one.policy);
    return { ...one, title: policies.get(one.policy)?.title ?? one.policy, state: stateOfDocument(one, ask), edition: signed?.edition ?? ask?.edition ?? null, textHash: signed?.textHash ?? null, due: ask?.need?.due ?? null };
  });
}

/** Where a reader is in a sitting that holds this policy: the second of three. Null outside any. */
export async function placeInSitting(tx: Tx, of: { person: string; policy: string; place: Place }): Promise<{ at: number; of: number } | null> {
  const sitting = await openSittingOf(tx, of.person);
  if (!sitting?.documents.some(one => one.policy === of.policy)) return null;
  const documents = (await documentsOf(tx, sitting, of.place)).filter(one => one.state !== 'gone');
  const at = documents.findIndex(one => one.policy === of.policy);
  return documents.length < 2 || at < 0 ? null : { at: at + 1, of: documents.length };
}

export interface Walk {
  readonly sitting: Sitting | null;
  readonly documents: readonly SittingDocument[];
  readonly next: string | null;
}

/** The walk that is offered: one begun earlier, with what has come since; or a new one. */
export async function walkOf(tx: Tx, person: string, place: Place): Promise<Walk> {
  const sitting = await openSittingOf(tx, person);
  const { order } = await openOf(tx, person, place);
  const begun = sitting?.documents ?? [];
  const more = order.filter(policy => !begun.some(one => one.policy === policy)).map(policy => ({ policy, editionId: null, openedAt: null, agreement: null }));
  const documents = await documentsOf(tx, { id: '', person, startedAt: new Date(0), finishedAt: null, documents: [...begun, ...more] }, place);
  return { sitting, documents: documents.filter(one => one.state !== 'gone'), next: nextOf(documents) };
}
