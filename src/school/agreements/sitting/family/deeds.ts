/** A parent signs beside several children in one pass. Each document has its own agreement; the rules of families hold for each. */
import { write } from '../../../../logbook/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { newId, sha256 } from '../../../../platform/ids.ts';
import type { Reader } from '../../../../platform/web/index.ts';
import { askedOn } from '../../allowed/asked.ts';
import { keepAnswers } from '../../allowed/deeds.ts';
import type { Answer } from '../../allowed/words.ts';
import { signAgreement, type Signer } from '../../deeds.ts';
import { documentOf, findAgreement } from '../../reads.ts';
import { checkedText, nextPart, readyParts, sameDocument } from './decisions.ts';
import { askedBeside, familyWalk, partsOf, type Parent } from './reads.ts';
import * as store from './store.ts';
import type { Beside, FamilySitting, Part } from './words.ts';

export { forgetFamilySittings } from './store.ts';

/** A parent who does something. */
export interface ParentSigner extends Signer {
  readonly reader: Reader;
}

const parentOf = ({ reader, school, today, vocabulary }: ParentSigner): Parent => ({ reader, place: { school, today, vocabulary } });

/** Where a sitting goes on: the next document, or the page where all is looked at once more. */
export type Onward = { readonly at: 'document'; readonly beside: Beside } | { readonly at: 'check' } | { readonly at: 'nothing' };

/** Begins a sitting with everything that is asked of a parent beside their children, or goes on with the one begun earlier. */
export async function sitDownForFamily(tx: Tx, signer: ParentSigner): Promise<Onward> {
  const { school, by, at } = signer;
  const asked = await askedBeside(tx, parentOf(signer));
  const begun = await store.openFamilySitting(tx, by, true);
  if (asked.length === 0) {
    if (begun) await store.finish(tx, begun.id, at);
    return { at: 'nothing' };
  }
  const id = begun?.id ?? await store.addFamilySitting(tx, { school: school.id, person: by, at });
  const more = asked.filter(one => !begun?.documents.some(other => sameDocument(other, one)));
  await store.addParts(tx, { school: school.id, sitting: id, parts: more, from: begun?.documents.length ?? 0 });
  if (!begun) await write(tx, { school: school.id, deed: 'start-family-sitting', by, about: id, at, words: { documents: String(asked.length) } });
  return onward(tx, signer);
}

async function onward(tx: Tx, signer: ParentSigner): Promise<Onward> {
  const { sitting, parts, next } = await familyWalk(tx, parentOf(signer));
  if (next === null || !sitting) return readyParts(parts).length > 0 ? { at: 'check' } : { at: 'nothing' };
  await store.noteOpened(tx, { sitting: sitting.id, child: next.child, policy: next.policy, at: signer.at });
  return { at: 'document', beside: { child: next.child, policy: next.policy } };
}

/** What a parent read and answered, before it is signed. The caller has made sure that nothing is missing and that these words are in force. */
export interface Answered extends Beside {
  readonly shown: { readonly edition: string; readonly hash: string; readonly language?: string | undefined };
  readonly said: readonly number[];
  readonly answers: readonly Answer[];
}

/** Keeps one document as read and answered, and goes on. Null outside a sitting that holds it. */
export async function keepPart(tx: Tx, signer: ParentSigner, part: Answered): Promise<Onward | null> {
  const sitting = await store.openFamilySitting(tx, signer.by, true);
  if (!sitting?.documents.some(one => sameDocument(one, part) && one.agreement === null)) return null;
  const { edition, hash, language = null } = part.shown;
  await store.setReady(tx, { sitting: sitting.id, child: part.child, policy: part.policy, editionId: edition, textHash: hash, language, said: part.said, answers: part.answers, at: signer.at });
  return onward(tx, signer);
}

/** The mark of everything that is about to be signed with one name. */
export const markOf = (parts: readonly Part[]): string => sha256(checkedText(parts));

export type SignedTogether = { readonly ok: true; readonly sitting: string; readonly signed: number } | { readonly ok: false; readonly why: 'changed' | 'nothing' };

/**
 * Signs everything that is ready with one name: an agreement for each, all of them or none. `mark` is that of the page the
 * parent pressed on; another one means that something is different now, and nothing is signed.
 */
export async function signTogether(tx: Tx, signer: ParentSigner, given: { typedName: string; mark: string }): Promise<SignedTogether> {
  const sitting = await store.openFamilySitting(tx, signer.by, true);
  if (!sitting) {
    const last = await store.lastFinished(tx, signer.by);
    return last === null ? { ok: false, why: 'nothing' } : { ok: true, sitting: last, signed: 0 };
  }
  const parts = await partsOf(tx, sitting.documents, parentOf(signer));
  const ready = readyParts(parts);
  if (ready.length === 0) return { ok: false, why: 'nothing' };
  if (markOf(parts) !== given.mark) return { ok: false, why: 'changed' };
  for (const part of ready) await signPart(tx, signer, { sitting, part, typedName: given.typedName });
  const after = await partsOf(tx, (await store.findFamilySitting(tx, sitting.id))!.documents, parentOf(signer));
  if (nextPart(after) === null) await store.finish(tx, sitting.id, signer.at);
  return { ok: true, sitting: sitting.id, signed: ready.length };
}

async function signPart(tx: Tx, signer: ParentSigner, of: { sitting: FamilySitting; part: Part; typedName: string }): Promise<void> {
  const { part, sitting } = of;
  const done = await signAgreement(tx, signer, {
    person: part.child, capacity: 'guardian', policy: part.policy, shown: { edition: part.editionId!, hash: part.textHash!, ...(part.language ? { language: part.language } : {}) }, typedName: of.typedName, drawing: null, once: newId(), said: part.said ?? [],
  });
  // Why an error: the same words were looked at a moment ago in this transaction, and signing none of them is the safe end.
  if (!done.ok) throw new Error(`a document of a family's sitting could not be signed: ${done.why}`);
  const agreement = await findAgreement(tx, done.agreement);
  if (agreement?.by !== signer.by) return; // another adult's was enough meanwhile
  await store.noteSigned(tx, { sitting: sitting.id, child: part.child, policy: part.policy, agreement: agreement.id });
  const document = done.already ? null : await documentOf(tx, agreement.editionId, signer.vocabulary);
  if (!document) return;
  const questions = askedOn({ document, whole: agreement.whole, clauses: document.clauses.filter(clause => agreement.clauses.includes(clause.id)) }, signer.vocabulary);
  await keepAnswers(tx, { school: signer.school, child: part.child, by: signer.by, policy: part.policy, agreement: agreement.id, channel: 'screen', at: signer.at, today: signer.today }, questions.map((question, at) => ({ question, answer: part.answers?.[at] ?? null })));
}
