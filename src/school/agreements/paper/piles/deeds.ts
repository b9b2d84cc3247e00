/** What is done with a pile of scans: taken in, read page by page, and each page settled. */
import { createReadStream } from 'node:fs';
import { write } from '../../../../logbook/index.ts';
import type { Tx } from '../../../../platform/database/index.ts';
import { closeBytes } from '../../../../platform/secrets.ts';
import type { Spooled } from '../../../../platform/web/index.ts';
import { findPerson, fullName, widened } from '../../../people/index.ts';
import { keepAnswers } from '../../allowed/deeds.ts';
import { declineAgreement, signAgreement, undoAgreement, undoDecline, type Signer } from '../../deeds.ts';
import { childOf, documentOf, findAgreement, listDeclines, type Place } from '../../reads.ts';
import { sheetBy } from '../../in-language/reads.ts';
import { sheetOf } from '../../shown.ts';
import { keepTicks } from '../../ticks/store.ts';
import type { Sheet } from '../../words.ts';
import { newId } from '../../../../platform/ids.ts';
import { partsToTake } from '../decisions.ts';
import type { AtDesk } from '../deeds.ts';
import { markReceived } from '../deeds.ts';
import { findSlip } from '../store.ts';
import type { PartRead, Slip, SlipPart } from '../words.ts';
import { judgePage, openFor } from './judging.ts';
import * as store from './store.ts';

const PIECE = 1_000_000;

/** Keeps the files of a pile, closed, until they are read. */
export async function takePile(tx: Tx, desk: AtDesk, of: { folder: string; files: readonly Spooled[] }): Promise<string> {
  const pile = await store.addPile(tx, { school: desk.school.id, by: desk.by, at: desk.at });
  for (const [n, file] of of.files.entries()) {
    const id = await store.addFile(tx, desk.school.id, { pile, n, name: file.name });
    let piece = 0;
    for await (const bytes of createReadStream(file.file, { highWaterMark: PIECE })) await store.addPiece(tx, desk.school.id, { file: id, n: piece++, closed: await closeBytes(of.folder, id, bytes as Buffer) });
  }
  await write(tx, { school: desk.school.id, deed: 'send-slip-scans', by: desk.by, about: pile, at: desk.at, words: { files: String(of.files.length) } });
  return pile;
}

export type TakeDone = { readonly ok: true; readonly made: readonly string[] } | { readonly ok: false; readonly why: 'gone' | 'who-signed' | 'not-allowed' | 'not-asked' | 'text-lost' | 'not-yet' };

/**
 * Takes a page in: each part that bears a signature becomes an agreement given on paper, with the office as its witness.
 * `signer` says which parent signed, where the page does not. `seen` says that the office sees signatures that were not read.
 */
export async function takePage(tx: Tx, desk: AtDesk, of: { page: string; signer?: string | undefined; seen?: boolean }): Promise<TakeDone> {
  const page = await store.holdPage(tx, of.page);
  const slip = page?.slip ? await findSlip(tx, page.slip) : null;
  if (!page || !slip || !['clear', 'look'].includes(page.state)) return { ok: false, why: 'gone' };
  const person = await findPerson(tx, slip.person, desk.today);
  if (person && person.joinedOn > desk.today) return { ok: false, why: 'not-yet' };
  const open = await openFor(tx, slip);
  if (!open || open.length === 0) return { ok: false, why: 'not-asked' };
  const bears = partsToTake(page.read, open);
  const parts = bears.length > 0 || !of.seen ? bears : page.read.filter(part => open.includes(part.capacity));
  const made: string[] = [];
  const read: PartRead[] = [];
  for (const part of parts) {
    const signer = part.capacity === 'self' ? slip.person : part.signer ?? of.signer ?? null;
    if (!signer) return { ok: false, why: 'who-signed' };
    const done = await signOnPaper(tx, desk, { slip, part: slip.content.parts.find(one => one.capacity === part.capacity)!, signer });
    if (typeof done === 'object') return done;
    made.push(done);
    await keepTicked(tx, desk, { slip, part, agreement: done });
    read.push({ ...part, signer });
    await keepAnswersOf(tx, desk, { slip, part, signer, agreement: done });
  }
  if (made.length === 0) return { ok: false, why: 'not-asked' };
  await store.judgeAgain(tx, { ...page, read: page.read.map(one => read.find(taken => taken.capacity === one.capacity) ?? one) });
  await store.settle(tx, { id: page.id, state: 'taken', made, by: desk.by, at: desk.at });
  await markReceived(tx, desk, { slip: slip.id, back: true });
  await write(tx, { school: desk.school.id, deed: 'take-slip-in', by: desk.by, about: page.id, at: desk.at, words: { agreements: String(made.length) } });
  return { ok: true, made };
}

/** The statements whose boxes are marked on the slip, as they were printed. */
async function keepTicked(tx: Tx, desk: AtDesk, of: { slip: Slip; part: PartRead; agreement: string }): Promise<void> {
  const printed = of.slip.content.parts.find(one => one.capacity === of.part.capacity)?.accepts ?? [];
  await keepTicks(tx, { school: desk.school.id, agreement: of.agreement }, printed.flatMap((one, at) => (of.part.accepts[at] === 'marked' ? [{ ...one, shown: null }] : [])));
}

/** What the slip says to the questions with a yes and a no; an unclear one is not answered. */
async function keepAnswersOf(tx: Tx, desk: AtDesk, of: { slip: Slip; part: PartRead; signer: string; agreement: string }): Promise<void> {
  const { slip, part, signer: by, agreement } = of;
  const asks = part.capacity === 'guardian' ? slip.content.parts.find(one => one.capacity === 'guardian')?.asks ?? [] : [];
  const given = asks.map((question, at) => { const answer = part.answers[at]; return { question, answer: answer === 'yes' || answer === 'no' ? answer : null }; });
  await keepAnswers(tx, { school: desk.school, child: slip.person, by, enteredBy: desk.by, policy: slip.policy, agreement, channel: 'paper', at: desk.at, today: desk.today }, given);
}

const signerAt = (desk: AtDesk, by: string): Signer => ({ school: desk.school, vocabulary: desk.vocabulary, by, kinds: [], at: desk.at, today: desk.today });

/** One signature of a slip, under the text that was printed on it. */
async function signOnPaper(tx: Tx, desk: AtDesk, of: { slip: Slip; part: SlipPart; signer: string }): Promise<string | (TakeDone & { ok: false })> {
  const { slip, part, signer } = of;
  if (part.capacity === 'guardian' && !(await childOf(tx, { parent: signer, child: slip.person, today: desk.today }))) return { ok: false, why: 'not-allowed' };
  const person = await findPerson(tx, signer, desk.today);
  const sheet = await printedSheet(tx, desk, slip, part);
  if (!person || !sheet) return { ok: false, why: 'text-lost' };
  const kinds = widened(person.kinds, desk.vocabulary);
  const done = await signAgreement(tx, { ...signerAt(desk, signer), kinds }, {
    person: slip.person, capacity: part.capacity, policy: slip.policy, shown: { edition: sheet.editionId, hash: sheet.hash }, typedName: fullName(person), drawing: null, once: newId(), channel: 'paper', witness: desk.by, enteredBy: desk.by, onPaper: sheet,
  });
  return done.ok ? done.agreement : { ok: false, why: 'not-asked' };
}

/** The text that a slip was printed with, made again from its edition; null when it no longer gives the same hash. */
async function printedSheet(tx: Tx, desk: AtDesk, slip: Slip, part: SlipPart): Promise<Sheet | null> {
  const document = await documentOf(tx, slip.editionId, desk.vocabulary);
  if (!document) return null;
  const sheets = [slip.clauses, []].map(clauses => sheetOf({ id: slip.editionId, number: slip.edition, document }, { capacity: part.capacity, clauses }));
  const printed = slip.content.inLanguage;
  const shown = printed ? await Promise.all(sheets.map(sheet => sheetBy(tx, sheet, printed.translation, desk.vocabulary))) : sheets;
  return shown.find(sheet => sheet?.hash === part.textHash) ?? null;
}

/** Takes in every clear page of a pile, so many at once. Returns how many were taken, and how many are clear no longer. */
export async function takeClear(tx: Tx, desk: AtDesk, of: { pile: string; most: number }): Promise<{ taken: number; left: number }> {
  const pages = await store.listPages(tx, { pile: of.pile, states: ['clear'], limit: of.most, offset: 0 });
  let taken = 0;
  for (const page of pages) {
    const done = await takePage(tx, desk, { page: page.id });
    if (done.ok) taken++;
    else await lookAgain(tx, desk, page.id);
  }
  return { taken, left: pages.length - taken };
}

/** Judges a page anew: something has changed since it came in. */
async function lookAgain(tx: Tx, desk: AtDesk, id: string): Promise<void> {
  const page = (await store.findPage(tx, id))!;
  const slip = page.slip ? await findSlip(tx, page.slip) : null;
  const judged = await judgePage(tx, desk, { page: id, slip, sheet: page.sheet, elsewhere: false, coded: false, ink: page.ink, off: page.off, dark: page.dark });
  await store.judgeAgain(tx, { ...page, ...judged, state: judged.state === 'clear' ? 'look' : judged.state });
}

/** Judges anew the pages of children who have started since: their slips waited for the first day. */
export async function lookAtStarters(tx: Tx, place: Place): Promise<void> {
  for (const page of await store.waitingForFirstDay(tx, place.today)) {
    const slip = await findSlip(tx, page.slip!);
    const judged = await judgePage(tx, place, { page: page.id, slip, sheet: page.sheet, elsewhere: false, coded: true, ink: page.ink, off: page.off, dark: page.dark });
    await store.judgeAgain(tx, { ...page, ...judged });
  }
}

/** Says whose slip a page is: somebody has typed its code or found the person. False where the page is settled. */
export async function sayWhose(tx: Tx, desk: AtDesk, of: { page: string; slip: Slip }): Promise<boolean> {
  const page = await store.holdPage(tx, of.page);
  if (!page || !['look', 'aside'].includes(page.state)) return false;
  const judged = await judgePage(tx, desk, { page: page.id, slip: of.slip, sheet: 1, elsewhere: false, coded: true, ink: page.ink, off: page.off, dark: page.dark });
  await store.judgeAgain(tx, { ...page, ...judged, slip: of.slip.id, sheet: 1 });
  await write(tx, { school: desk.school.id, deed: 'name-slip', by: desk.by, about: page.id, at: desk.at });
  return true;
}

/** The person said no on paper: kept as any refusal, with whom to talk to. */
export async function noteRefusal(tx: Tx, desk: AtDesk, of: { page: string; talkTo: string; signer?: string | undefined }): Promise<boolean> {
  const page = await store.holdPage(tx, of.page);
  const slip = page?.slip ? await findSlip(tx, page.slip) : null;
  const open = slip && (await openFor(tx, slip));
  if (!page || !slip || page.state !== 'look' || !open?.[0]) return false;
  const part = page.read.find(one => one.capacity === open.at(-1)) ?? null;
  const by = open.at(-1) === 'self' ? slip.person : part?.signer ?? of.signer ?? slip.person;
  const person = await findPerson(tx, by, desk.today);
  const done = await declineAgreement(tx, { ...signerAt(desk, by), kinds: person ? widened(person.kinds, desk.vocabulary) : [] }, {
    person: slip.person, capacity: open.at(-1)!, policy: slip.policy, reason: 'Said no on the paper slip.', talkTo: of.talkTo, once: newId(), enteredBy: desk.by,
  });
  if (!done) return false;
  const decline = (await listDeclines(tx, [slip.person], 1))[0];
  await store.settle(tx, { id: page.id, state: 'said-no', made: decline ? [decline.id] : [], by: desk.by, at: desk.at });
  await markReceived(tx, desk, { slip: slip.id, back: true });
  await write(tx, { school: desk.school.id, deed: 'note-slip-refused', by: desk.by, about: page.id, at: desk.at });
  return true;
}

/** Puts a page away without taking it in: given back to be signed, or no slip that counts. */
export async function putAway(tx: Tx, desk: AtDesk, of: { page: string; how: 'given-back' | 'aside' }): Promise<boolean> {
  const page = await store.holdPage(tx, of.page);
  if (!page || !['look', 'clear'].includes(page.state)) return false;
  await store.settle(tx, { id: page.id, state: of.how, made: [], by: desk.by, at: desk.at });
  await write(tx, { school: desk.school.id, deed: of.how === 'aside' ? 'put-slip-aside' : 'give-slip-back', by: desk.by, about: page.id, at: desk.at });
  return true;
}

/** Undoes what was done with a page. What was noted stays on record, marked as a mistake, and the asks are as they were. */
export async function undoPage(tx: Tx, desk: AtDesk, id: string): Promise<boolean> {
  const page = await store.holdPage(tx, id);
  const slip = page?.slip ? await findSlip(tx, page.slip) : null;
  if (!page || ['clear', 'look'].includes(page.state)) return false;
  for (const made of page.made) {
    if (page.state === 'said-no') await undoDecline(tx, signerAt(desk, desk.by), { id: made, person: slip!.person, policy: slip!.policy });
    const agreement = page.state === 'taken' ? await findAgreement(tx, made) : null;
    if (agreement) await undoAgreement(tx, signerAt(desk, desk.by), agreement);
  }
  await store.judgeAgain(tx, { ...page, state: 'look' });
  if (slip && ['taken', 'said-no'].includes(page.state)) await markReceived(tx, desk, { slip: slip.id, back: false });
  await write(tx, { school: desk.school.id, deed: 'undo-slip', by: desk.by, about: page.id, at: desk.at });
  return true;
}
