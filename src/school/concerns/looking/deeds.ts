/** What is done with looks: each deed one change, with a line of the chronology of its case and one of the logbook that says nothing. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { listGuardians, listHolders, readerOf } from '../../people/index.ts';
import { linkTo } from '../case/deeds.ts';
import { addEntry } from '../deeds/case.ts';
import { fileReport, keepFile } from '../deeds/file-report.ts';
import { mailTo, tellHandlers } from '../deeds/note.ts';
import { settingsNow } from '../deeds/route.ts';
import { findConcern, setKind } from '../store.ts';
import type { Doing } from '../words.ts';
import * as store from './store.ts';
import type { Finding, Look, LookAsked, LookWords } from './words.ts';

/** Asks for a look in the case of a concern; the offices that may agree are told that something waits. Returns its id. */
export async function askLook(tx: Tx, doing: Doing, of: { readonly concern: string; readonly asked: LookAsked; readonly clause: string | null; readonly offices: readonly string[] }): Promise<string> {
  const { asked } = of;
  const id = newId();
  const words: LookWords = { person: asked.person, why: asked.why };
  await store.addLook(tx, {
    school: doing.school.id, id, concern: of.concern, system: asked.system, purpose: asked.purpose, from: asked.from, to: asked.to, clause: of.clause, offices: of.offices,
    personKey: asked.person === null ? null : doing.lock.keyOf(asked.person), locked: doing.lock.lock(words, id), askedBy: doing.by, askedAt: doing.at,
  });
  await addEntry(tx, doing, { concern: of.concern, sort: 'look-asked', words: { look: id, text: asked.why } });
  const people = (await listHolders(tx, doing.today)).filter(holder => of.offices.includes(holder.office)).map(holder => holder.person);
  await tell(tx, doing, { people: people.filter(person => person !== asked.person), look: id, concern: of.concern, occasion: 'asked' });
  return id;
}

/** Mails people that something waits; never those the case is about. */
async function tell(tx: Tx, doing: Doing, of: { readonly people: readonly string[]; readonly look: string; readonly concern: string; readonly occasion: string }): Promise<void> {
  const concern = await findConcern(tx, of.concern);
  await mailTo(tx, doing, [...new Set(of.people)].filter(person => person !== doing.by && !concern?.aboutKeys.includes(doing.lock.keyOf(person))), `look ${of.look} ${of.occasion}`);
}

/** Somebody else agrees: one person may read, until the last day that the school allows. */
export async function agreeLook(tx: Tx, doing: Doing, of: { readonly look: Look; readonly office: string; readonly reader: string; readonly reason: string }): Promise<void> {
  const { lookOpenDays } = await settingsNow(tx, doing.today);
  await decide(tx, doing, { ...of, state: 'agreed', openUntil: addDays(doing.today, lookOpenDays) });
  await tell(tx, doing, { people: [of.reader, ...(of.look.askedBy === null ? [] : [of.look.askedBy])], look: of.look.id, concern: of.look.concern, occasion: 'agreed' });
}

/** Somebody says no: nothing is read. */
export async function refuseLook(tx: Tx, doing: Doing, of: { readonly look: Look; readonly office: string; readonly reason: string }): Promise<void> {
  await decide(tx, doing, { ...of, state: 'refused', reader: null, openUntil: null });
  if (of.look.askedBy !== null) await tell(tx, doing, { people: [of.look.askedBy], look: of.look.id, concern: of.look.concern, occasion: 'refused' });
}

async function decide(tx: Tx, doing: Doing, of: { readonly look: Look; readonly office: string; readonly reason: string; readonly state: 'agreed' | 'refused'; readonly reader: string | null; readonly openUntil: string | null }): Promise<void> {
  const { look, office, state, reader, openUntil } = of;
  await store.setDecided(tx, { id: look.id, state, by: doing.by!, office, at: doing.at, locked: doing.lock.lock({ text: of.reason }, look.id), reader, openUntil });
  await addEntry(tx, doing, { concern: look.concern, sort: `look-${state}`, words: { look: look.id, text: of.reason } });
}

/** Whoever asked needs it no longer. */
export async function withdrawLook(tx: Tx, doing: Doing, look: Look): Promise<void> {
  await store.setLookState(tx, { id: look.id, state: 'withdrawn', at: doing.at });
  await addEntry(tx, doing, { concern: look.concern, sort: 'look-withdrawn', words: { look: look.id, text: '' } });
}

/** The record was opened: each time stands in the chronology and in the logbook. */
export const noteReading = (tx: Tx, doing: Doing, look: Look): Promise<string> => addEntry(tx, doing, { concern: look.concern, sort: 'look-read', words: { look: look.id, text: '' } });

export interface FoundGiven {
  readonly found: boolean;
  readonly text: string;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null;
  /** Why whoever was looked at is not to be told; empty where they are. */
  readonly quiet: string;
}

/** Writes down what was found, or that nothing was, which ends the look. What was found lies locked, apart from the case, until somebody uses it. Returns its id. */
export async function writeFinding(tx: Tx, doing: Doing, of: { readonly look: Look; readonly given: FoundGiven }): Promise<string> {
  const { look, given } = of;
  const id = newId();
  const { lookFindingDays } = await settingsNow(tx, doing.today);
  await store.addFinding(tx, { school: doing.school.id, id, look: look.id, found: given.found, locked: doing.lock.lock({ text: given.text }, id), by: doing.by, at: doing.at, expiresOn: given.found ? addDays(doing.today, lookFindingDays) : null });
  if (given.file !== null) {
    const file = newId();
    await store.addFile(tx, { school: doing.school.id, id: file, finding: id, lockedName: doing.lock.lock({ name: given.file.name, type: given.file.type }, file), locked: doing.lock.lockBytes(given.file.bytes, file), size: given.file.bytes.length });
  }
  await store.setLookState(tx, { id: look.id, state: 'done', at: doing.at });
  if (given.quiet !== '') await store.setQuiet(tx, look.id, doing.lock.lock({ text: given.quiet }, look.id));
  await addEntry(tx, doing, { concern: look.concern, sort: given.found ? 'look-found' : 'look-nothing', words: { look: look.id, text: '' } });
  await tellHandlers(tx, doing, { concern: look.concern, once: `finding ${id}` });
  return id;
}

/** Whoever was looked at is not told, and why. */
export async function keepQuiet(tx: Tx, doing: Doing, of: { readonly look: Look; readonly reason: string }): Promise<void> {
  await store.setQuiet(tx, of.look.id, doing.lock.lock({ text: of.reason }, of.look.id));
  await addEntry(tx, doing, { concern: of.look.concern, sort: 'look-quiet', words: { look: of.look.id, text: of.reason } });
}

export interface Use { readonly look: Look; readonly person: string | null; readonly finding: Finding; readonly reason: string }

/** Takes a finding into the case: from then on it belongs to the chronology, and is not forgotten by itself. */
export async function useInCase(tx: Tx, doing: Doing, { look, finding, reason }: Use): Promise<void> {
  const entry = await addEntry(tx, doing, { concern: look.concern, sort: 'look-used', words: { look: look.id, text: `${reason}\n${finding.text ?? ''}`.trim() } });
  for (const file of await filesFor(tx, doing, look, finding)) await keepFile(tx, doing, { concern: look.concern, entry, ...file });
  await store.setUsed(tx, { id: finding.id, at: doing.at, concern: null });
}

/** Makes a concern of its own of an untoward finding, linked to the case and to the clause under which it was looked for. It goes to whom the rules name, round whoever it is about. Returns its id. */
export async function makeConcern(tx: Tx, doing: Doing, { look, person, finding, reason }: Use, kind: string): Promise<string> {
  const { concerns: [made] } = await fileReport(tx, doing, {
    reporter: doing.by, channel: 'by-hand', answers: {}, narrative: finding.text ?? '', about: person === null ? [] : [person], children: [], kinds: [{ kind, facts: {} }], files: await filesFor(tx, doing, look, finding),
  });
  const [old, fresh] = [(await findConcern(tx, look.concern))!, (await findConcern(tx, made!))!];
  if (look.clause !== null && !fresh.clauses.includes(look.clause)) await setKind(tx, fresh.id, { kind: fresh.kind, clauses: [...fresh.clauses, look.clause] });
  await addEntry(tx, doing, { concern: fresh.id, sort: 'look-turned', words: { look: look.id, text: reason } });
  await linkTo(tx, doing, { concern: old }, { other: fresh.id, reasons: reason });
  await store.setUsed(tx, { id: finding.id, at: doing.at, concern: fresh.id });
  return fresh.id;
}

async function filesFor(tx: Tx, { lock }: Doing, look: Look, finding: Finding): Promise<{ name: string; type: string; bytes: Uint8Array }[]> {
  const files = [];
  for (const { id, name, type } of finding.files) {
    const locked = await store.bytesOf(tx, { look: look.id, file: id });
    if (locked) files.push({ name, type, bytes: lock.openBytes(locked, id) });
  }
  return files;
}

/** Whoever was looked at is told, and for a pupil those who look after them: that it was done, in which system, on which days and what for. Never in which case. */
export async function tellLookedAt(tx: Tx, doing: Doing, of: { readonly look: Look; readonly person: string }): Promise<boolean> {
  const reader = await readerOf(tx, { person: of.person, today: doing.today, vocabulary: doing.shared.vocabulary });
  if (!reader) return false;
  await store.setTold(tx, { id: of.look.id, person: of.person, on: doing.today });
  await addEntry(tx, doing, { concern: of.look.concern, sort: 'look-told', words: { look: of.look.id, text: '' } });
  const parents = (await listGuardians(tx, { children: [of.person], day: doing.today })).filter(tie => !tie.noContact).map(tie => tie.parentId);
  await mailTo(tx, doing, [of.person, ...parents], `look told ${of.look.id}`);
  return true;
}

/** What nobody used is forgotten: a line stays that says so, without what it was. */
export async function forgetUnused(tx: Tx, doing: Doing, of: { readonly finding: string; readonly look: string; readonly concern: string }): Promise<void> {
  await store.forgetFinding(tx, of.finding, doing.today);
  await addEntry(tx, doing, { concern: of.concern, sort: 'look-forgotten', words: { look: of.look, text: '' } });
}
