/** What people do with agreements. Each deed is one transaction: the row, its logbook line, its announcement. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import type { Policy, Vocabulary } from '../../rulebook/index.ts';
import { announce } from '../bulletin.ts';
import { refreshAsks } from './asks/refresh.ts';
import { keepProof } from './family/deeds.ts';
import { readFirst, unread } from './family/reads.ts';
import { findAsk, lockStamp } from './asks/store.ts';
import { sheetIn } from './in-language/reads.ts';
import { keepShownIn } from './in-language/store.ts';
import { childOf, countersignatureBy, sheetFor, wholeSheetFor } from './reads.ts';
import * as store from './store.ts';
import { ticksOn } from './ticks/asked.ts';
import { allSaid } from './ticks/decisions.ts';
import { keepTicks } from './ticks/store.ts';
import type { Agreement, AskRow, Capacity, Channel, Sheet } from './words.ts';

/** Who does it, where, and when. */
export interface Signer {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly by: string;
  /** What the signer is at the school today, narrow kinds and wide ones. */
  readonly kinds: readonly string[];
  readonly at: Date;
  readonly today: string;
}

/** A signature as sent: for whom, what had been shown, and the name put to it. */
export interface Signing {
  readonly person: string;
  readonly capacity: Capacity;
  readonly policy: string;
  /** The edition and the hash of the page that was signed. */
  readonly shown: { readonly edition: string; readonly hash: string; /** Where it was shown in another language. */ readonly language?: string | undefined };
  readonly typedName: string;
  readonly drawing: string | null;
  readonly once: string;
  readonly channel?: Channel;
  readonly witness?: string;
  /** Who enters it, where that is somebody else: a teacher for a child of the class, the office after a telephone call. */
  readonly enteredBy?: string;
  /** The day it was given, where that was before today. */
  readonly givenOn?: string;
  /** The whole text was read, even where only a part of it is asked about. */
  readonly whole?: boolean;
  /** The text as it was printed, for a signature on paper: it was read there, whatever is in force when the paper comes back. */
  readonly onPaper?: Sheet;
  /** The places of the statements that the signer ticked beside the name. */
  readonly said?: readonly number[];
}

export type SignDone =
  | { readonly ok: true; readonly agreement: string; readonly already: boolean }
  /** `changed`: another text is in force now; show it. `not-asked`: this person does not sign this policy. `unread`: another document is to be read first. `unticked`: a statement is still to be ticked. */
  | { readonly ok: false; readonly why: 'changed' | 'not-asked' | 'unread' | 'unticked' };

/** Brings the asks in step with the editions in force, once a day and after every change. */
export async function catchUp(tx: Tx, by: Pick<Signer, 'school' | 'vocabulary' | 'today'>, editions: readonly string[]): Promise<void> {
  await refreshAsks(tx, { school: by.school.id, today: by.today, vocabulary: by.vocabulary, editions });
}

/** The signer's part of an ask that is already done: a guardian's own, or as many as are needed. */
const doneFor = async (tx: Tx, ask: AskRow, capacity: Capacity, by: string): Promise<string | null> =>
  (capacity === 'self' ? ask.agreementId : await countersignatureBy(tx, ask, by) ?? ask.countersignatureId);

/** Whether the ask is there for this signer: their own, or that of a child for whom they may agree today. */
async function isAsked(tx: Tx, by: Signer, ask: AskRow | null, capacity: Capacity): Promise<boolean> {
  if (!ask) return false;
  return capacity === 'self' || (ask.countersign && await childOf(tx, { parent: by.by, child: ask.person, today: by.today }) !== null);
}

/** Signs: the person for themselves, or a guardian who may agree beside a child. Sent twice, it is signed once. */
export async function signAgreement(tx: Tx, by: Signer, signing: Signing): Promise<SignDone> {
  await lockStamp(tx, by.school.id);
  const before = await store.findAgreementOnce(tx, signing.once);
  if (before) return before.by === by.by ? { ok: true, agreement: before.id, already: true } : { ok: false, why: 'not-asked' };
  const ask = await findAsk(tx, signing.person, signing.policy);
  if (!ask || !(await isAsked(tx, by, ask, signing.capacity))) return { ok: false, why: 'not-asked' };
  const done = await doneFor(tx, ask, signing.capacity, by.by);
  if (done) return { ok: true, agreement: done, already: true };
  const english = signing.onPaper ?? await (signing.whole ? wholeSheetFor : sheetFor)(tx, ask, signing.capacity, by.vocabulary, by.by);
  const sheet = english && await sheetIn(tx, english, signing.shown.language, by.vocabulary);
  if (!sheet) return { ok: false, why: 'not-asked' };
  if (sheet.editionId !== signing.shown.edition || sheet.hash !== signing.shown.hash) return { ok: false, why: 'changed' };
  const read = await readFirst(tx, { by: by.by, capacity: signing.capacity, document: sheet.document, place: by });
  // Why on screen alone: elsewhere a person is beside the signer, with the documents.
  const alone = !signing.enteredBy && (signing.channel ?? 'screen') === 'screen';
  if (alone && unread(read).length > 0) return { ok: false, why: 'unread' };
  const ticks = alone ? ticksOn(sheet, signing.capacity) : [];
  if (!allSaid(ticks, signing.said ?? [])) return { ok: false, why: 'unticked' };
  const id = await store.addAgreement(tx, rowOf(by, signing, sheet));
  if (id === null) return { ok: false, why: 'changed' };
  await keepShownIn(tx, by.school.id, id, sheet);
  await keepTicks(tx, { school: by.school.id, agreement: id }, ticks);
  await keepProof(tx, { school: by.school, agreement: id, person: signing.person, by: by.by, today: by.today, read });
  await keepInStep(tx, by, signing.person);
  const deed = signing.capacity === 'self' ? 'sign-agreement' : 'countersign-agreement';
  await log(tx, by, { deed, about: id, sheet, enteredBy: signing.enteredBy });
  await announce(tx, 'agreement-signed', { school: by.school.id, person: signing.person, policy: signing.policy, edition: sheet.editionId, at: by.at });
  return { ok: true, agreement: id, already: false };
}

function rowOf(by: Signer, signing: Signing, sheet: Sheet): store.NewAgreement {
  return {
    school: by.school.id, person: signing.person, by: by.by, capacity: signing.capacity, kinds: by.kinds, policy: sheet.policy, editionId: sheet.editionId,
    edition: sheet.edition, clauses: sheet.clauses.map(clause => clause.id), whole: sheet.whole, textHash: sheet.hash, statement: sheet.statement, language: sheet.translation?.language ?? 'en-GB',
    channel: signing.channel ?? 'screen', witness: signing.witness ?? null, typedName: signing.typedName, drawing: signing.drawing, signedOn: signing.givenOn ?? by.today, at: by.at, once: signing.once,
  };
}

export interface Declining {
  readonly person: string;
  readonly capacity: Capacity;
  readonly policy: string;
  readonly reason: string;
  /** The office to talk to. */
  readonly talkTo: string;
  readonly once: string;
  /** Who enters it, where that is somebody else. */
  readonly enteredBy?: string;
}

/** Says no for now, with a reason. The ask stays open and nothing is lost. False when this person is not asked. */
export async function declineAgreement(tx: Tx, by: Signer, declining: Declining): Promise<boolean> {
  await lockStamp(tx, by.school.id);
  const ask = await findAsk(tx, declining.person, declining.policy);
  if (!ask?.open || !(await isAsked(tx, by, ask, declining.capacity))) return false;
  const sheet = await sheetFor(tx, ask, declining.capacity, by.vocabulary, by.by);
  const { once, enteredBy, ...decline } = declining;
  const id = await store.addDecline(tx, { ...decline, school: by.school.id, by: by.by, editionId: ask.editionId, edition: ask.edition, declinedOn: by.today, at: by.at, once });
  if (id === null || !sheet) return true;
  await keepInStep(tx, by, declining.person);
  await log(tx, by, { deed: 'decline-agreement', about: id, sheet, enteredBy });
  return true;
}

/** Takes an agreement back: another row, and the ask is open again. The agreement itself stays as it was. */
export async function withdrawAgreement(tx: Tx, by: Signer, given: { agreement: Agreement; reason: string; document: Policy | null }): Promise<void> {
  await lockStamp(tx, by.school.id);
  const { agreement, reason, document } = given;
  const added = await store.addWithdrawal(tx, { school: by.school.id, agreement: agreement.id, by: by.by, reason, on: by.today, at: by.at });
  if (!added) return;
  await keepInStep(tx, by, agreement.person);
  await write(tx, {
    school: by.school.id, deed: 'withdraw-agreement', by: by.by, about: agreement.id, at: by.at, words: { policy: agreement.policy, edition: String(agreement.edition) },
    ...(document ? { clause: clauseThatAsks(by.school, document) } : {}),
  });
  await announce(tx, 'agreement-withdrawn', { school: by.school.id, person: agreement.person, policy: agreement.policy, by: by.by, at: by.at });
}

/** Undoes a signature that was noted by mistake: both rows stay, and the ask is as it was before. False when it is undone or taken back already. */
export async function undoAgreement(tx: Tx, by: Signer, agreement: Agreement): Promise<boolean> {
  await lockStamp(tx, by.school.id);
  const added = await store.addWithdrawal(tx, { school: by.school.id, agreement: agreement.id, by: by.by, reason: '', on: by.today, at: by.at, mistake: true });
  if (!added) return false;
  await keepInStep(tx, by, agreement.person);
  await write(tx, { school: by.school.id, deed: 'undo-agreement', by: by.by, about: agreement.id, at: by.at, words: { policy: agreement.policy, edition: String(agreement.edition) } });
  await announce(tx, 'agreement-withdrawn', { school: by.school.id, person: agreement.person, policy: agreement.policy, by: by.by, at: by.at });
  return true;
}

/** Undoes a refusal that was noted by mistake. */
export async function undoDecline(tx: Tx, by: Signer, decline: { id: string; person: string; policy: string }): Promise<boolean> {
  await lockStamp(tx, by.school.id);
  if (!(await store.undoDecline(tx, { school: by.school.id, decline: decline.id, by: by.by, at: by.at }))) return false;
  await keepInStep(tx, by, decline.person);
  await write(tx, { school: by.school.id, deed: 'undo-decline', by: by.by, about: decline.id, at: by.at, words: { policy: decline.policy } });
  return true;
}

const keepInStep = (tx: Tx, by: Signer, person: string) =>
  refreshAsks(tx, { school: by.school.id, today: by.today, vocabulary: by.vocabulary, persons: [person] });

const log = (tx: Tx, by: Signer, line: { deed: string; about: string; sheet: Sheet; enteredBy?: string | undefined }) =>
  write(tx, {
    school: by.school.id, deed: line.deed, by: line.enteredBy ?? by.by, about: line.about, clause: clauseThatAsks(by.school, line.sheet.document), at: by.at,
    words: { policy: line.sheet.title, edition: String(line.sheet.edition), text: line.sheet.hash, ...(line.sheet.translation ? { language: line.sheet.translation.language } : {}) },
  });

/** The clause of the policy that asks for signatures, or the policy itself where its front matter alone does. */
export function clauseThatAsks(school: School, document: Policy): string {
  const clause = document.clauses.find(one => one.rules.some(rule => rule.verb === 'sign'));
  return clause ? `${school.slug}/${document.id}#${clause.id}` : `${school.slug}/${document.id}`;
}

/** Forgets the words of a person's signatures. That they signed, when, and which text, stays. */
export const forgetSignatures = (tx: Tx, person: string): Promise<void> => store.forgetWords(tx, person);
