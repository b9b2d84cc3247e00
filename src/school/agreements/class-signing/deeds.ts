/** Signing with a class: the child promises, the teacher has seen it. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { findPerson, fullName, widened } from '../../people/index.ts';
import { declineAgreement, signAgreement, undoAgreement, type SignDone, type Signer } from '../deeds.ts';
import { findAgreement } from '../reads.ts';
import { askInClass, mayUndo } from './reads.ts';
import * as store from './store.ts';
import type { Reader } from '../../../platform/web/index.ts';

/** A child of a class, and the rules. */
export interface InClass {
  readonly class: string;
  readonly policy: string;
  readonly child: string;
}

/** A child makes a mark in class. `teacher` runs the signing and is the witness; the whole text was read to the class. */
export async function signInClass(tx: Tx, teacher: Signer, of: InClass & { shown: { edition: string; hash: string; language?: string | undefined }; drawing: string | null; once: string }): Promise<SignDone> {
  const child = await findPerson(tx, of.child, teacher.today);
  if (!child || child.id === teacher.by || !(await askInClass(tx, of))) return { ok: false, why: 'not-asked' };
  return signAgreement(tx, { ...teacher, by: child.id, kinds: widened(child.kinds, teacher.vocabulary) }, {
    person: child.id, capacity: 'self', policy: of.policy, shown: of.shown, typedName: fullName(child), drawing: of.drawing, once: of.once,
    channel: 'class', witness: teacher.by, enteredBy: teacher.by, whole: true,
  });
}

/** A child would rather talk first. The ask stays open; whoever talks with the child finds the words the teacher noted. */
export async function talkInClass(tx: Tx, teacher: Signer, of: InClass & { reason: string; talkTo: string; once: string }): Promise<boolean> {
  const child = await findPerson(tx, of.child, teacher.today);
  if (!child || !(await askInClass(tx, of))) return false;
  return declineAgreement(tx, { ...teacher, by: child.id, kinds: [] }, {
    person: child.id, capacity: 'self', policy: of.policy, reason: of.reason || 'Said in class: I would like to talk about it first.', talkTo: of.talkTo, once: of.once, enteredBy: teacher.by,
  });
}

/** The wrong child made the mark: it is undone, and the ask is as it was before. */
export async function undoInClass(tx: Tx, teacher: Signer, of: InClass & { reader: Reader }): Promise<boolean> {
  const ask = await askInClass(tx, of);
  const agreement = ask?.agreementId ? await findAgreement(tx, ask.agreementId) : null;
  const place = { school: teacher.school, today: teacher.today, vocabulary: teacher.vocabulary };
  return agreement !== null && mayUndo(agreement, { reader: of.reader, place }) && undoAgreement(tx, teacher, agreement);
}

/** Notes that somebody teaches a class between days. False when they are no staff here on the first of them. */
export async function noteTeaching(tx: Tx, by: Pick<Signer, 'school' | 'vocabulary' | 'by' | 'at'>, given: { class: string; person: string; from: string; until: string | null }): Promise<boolean> {
  const person = await findPerson(tx, given.person, given.from);
  if (!person || (person.leftOn !== null && person.leftOn < given.from) || !widened(person.kinds, by.vocabulary).includes('staff')) return false;
  const id = await store.addTeaching(tx, { ...given, school: by.school.id, at: by.at });
  await write(tx, { school: by.school.id, deed: 'note-teaching', by: by.by, about: person.id, at: by.at, words: { class: given.class, from: given.from, until: given.until ?? '', id } });
  return true;
}

/** Takes a note of teaching away. */
export async function endTeaching(tx: Tx, by: Pick<Signer, 'school' | 'by' | 'at'>, id: string): Promise<boolean> {
  const found = await store.findTeaching(tx, id);
  if (!found) return false;
  await store.removeTeaching(tx, id);
  await write(tx, { school: by.school.id, deed: 'end-teaching', by: by.by, about: found.person, at: by.at, words: { class: found.class } });
  return true;
}

export { forgetTeachings } from './store.ts';
