/** Two hand a held file to the police together. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { addEntry } from '../deeds/case.ts';
import { mailTo } from '../deeds/note.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { findConcern } from '../store.ts';
import { KEY_OFFICES, mayAgree } from '../two-keys/decisions.ts';
import type { Doing, Opened } from '../words.ts';
import * as store from './store.ts';
import type { ReleaseWords } from './words.ts';

const HOUR_MS = 3_600_000;

/** Asks a second office. The caller has looked that the file is one of a case that was opened and is held. */
export async function askForFile(tx: Tx, doing: Doing, of: { readonly opened: Opened; readonly file: string; readonly office: string; readonly words: ReleaseWords }): Promise<void> {
  const { concern } = of.opened;
  const id = newId();
  await store.addRelease(tx, { school: doing.school.id, id, concern: concern.id, file: of.file, by: doing.by!, office: of.office, at: doing.at, locked: doing.lock.lock(of.words, id) });
  await addEntry(tx, doing, { concern: concern.id, sort: 'file-asked', words: { file: of.file, text: [of.words.reason, of.words.reference].filter(Boolean).join('\n') } });
  const holders = await holdersOn(tx, doing.today);
  const others = KEY_OFFICES.filter(office => office !== of.office).flatMap(office => holders.get(office) ?? []);
  await mailTo(tx, doing, [...new Set(others)].filter(person => person !== doing.by && !concern.aboutKeys.includes(doing.lock.keyOf(person))), `file ${id}`);
}

/** Agrees: whoever asked may take it out from now until the hours that the school sets are over. False where there is nothing to agree to. */
export async function agreeToFile(tx: Tx, doing: Doing, of: { readonly release: string; readonly offices: readonly string[] }): Promise<boolean> {
  const release = await store.holdRelease(tx, of.release);
  const { openingHours, openedHours } = await settingsNow(tx, doing.today);
  if (!release || release.askedBy === null || release.until !== null || release.askedAt.getTime() + openingHours * HOUR_MS <= doing.at.getTime()) return false;
  const office = mayAgree({ askedBy: release.askedBy, askedOffice: release.askedOffice }, { person: doing.by, offices: of.offices });
  const concern = await findConcern(tx, release.concern);
  if (office === null || !concern || concern.aboutKeys.includes(doing.lock.keyOf(doing.by!))) return false;
  await store.markAgreed(tx, release.id, { by: doing.by!, office, at: doing.at, until: new Date(doing.at.getTime() + openedHours * HOUR_MS) });
  await addEntry(tx, doing, { concern: concern.id, sort: 'file-agreed', words: { file: release.file, text: '' } });
  await mailTo(tx, doing, [release.askedBy], `file agreed ${release.id}`);
  return true;
}

/** Writes down that a held file was taken out. */
export const noteTaken = (tx: Tx, doing: Doing, of: { readonly concern: string; readonly file: string }): Promise<string> =>
  addEntry(tx, doing, { concern: of.concern, sort: 'file-taken', words: { file: of.file, text: '' } });
