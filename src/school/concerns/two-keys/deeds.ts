/** Two offices together open the concern of somebody who is away. */
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { addEntry, addEye } from '../deeds/case.ts';
import { mailTo, note, tellHandlers } from '../deeds/note.ts';
import { settingsNow, holdersOn } from '../deeds/route.ts';
import * as concerns from '../store.ts';
import type { Doing } from '../words.ts';
import { KEY_OFFICES, mayAgree } from './decisions.ts';
import * as store from './store.ts';
import type { Opening, OpeningWords } from './words.ts';

/**
 * Asks to open a concern, by its code. Nothing happens, and nothing differs for whoever asks, where there is no such
 * concern or where it is about them: they are told the same.
 */
export async function askToOpen(tx: Tx, doing: Doing, asked: { readonly code: string; readonly office: string; readonly reason: string }): Promise<void> {
  const id = await store.concernByCode(tx, asked.code);
  const concern = id === null ? null : await concerns.findConcern(tx, id);
  const by = doing.by!;
  if (!concern || concern.aboutKeys.includes(doing.lock.keyOf(by))) return;
  const opening = newId();
  const { openingHours } = await settingsNow(tx, doing.today);
  await store.addOpening(tx, { school: doing.school.id, id: opening, concern: concern.id, by, office: asked.office, locked: doing.lock.lock({ reason: asked.reason } satisfies OpeningWords, opening), at: doing.at, lapsesAt: new Date(doing.at.getTime() + openingHours * 3_600_000) });
  await note(tx, doing, concern.id);
  const holders = await holdersOn(tx, doing.today);
  const others = KEY_OFFICES.filter(office => office !== asked.office).flatMap(office => holders.get(office) ?? []);
  await mailTo(tx, doing, [...new Set(others)].filter(person => person !== by && !concern.aboutKeys.includes(doing.lock.keyOf(person))), `opening ${opening}`);
}

/** Agrees: both read it from now until the time that the school has set, and whoever holds it is told. Null where there is nothing to agree to. */
export async function agreeToOpen(tx: Tx, doing: Doing, asked: { readonly opening: string; readonly offices: readonly string[] }): Promise<Opening | null> {
  const opening = await store.holdOpening(tx, asked.opening);
  if (!opening || opening.agreedBy !== null || opening.lapsesAt <= doing.at) return null;
  const office = mayAgree(opening, { person: doing.by, offices: asked.offices });
  const concern = await concerns.findConcern(tx, opening.concern);
  if (office === null || !concern || concern.aboutKeys.includes(doing.lock.keyOf(doing.by!))) return null;
  // Why: whoever asked may hold the office no longer, and one person alone opens nothing.
  if (!(await holdersOn(tx, doing.today)).get(opening.askedOffice)?.includes(opening.askedBy)) return null;
  await store.markAgreed(tx, opening.id, { by: doing.by!, office, at: doing.at });
  await tellHandlers(tx, doing, { concern: concern.id, once: `opened ${opening.id}` });
  const { openedHours } = await settingsNow(tx, doing.today);
  const until = new Date(doing.at.getTime() + openedHours * 3_600_000);
  const { reason } = doing.lock.openOr<OpeningWords>(opening.locked, opening.id, { reason: SHUT });
  for (const person of [opening.askedBy, doing.by!]) await addEye(tx, doing, { concern: concern.id, person, why: 'opened-by-two', until, quietly: person === doing.by });
  await addEntry(tx, doing, { concern: concern.id, sort: 'opened', words: { text: reason, offices: [opening.askedOffice, office], askedBy: opening.askedBy } });
  return opening;
}
