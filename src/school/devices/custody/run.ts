/** What comes to custody by itself: what was decided elsewhere, reminders of what is overdue, and the end of what was kept long enough. */
import { UNLISTED_DEED, write } from '../../../logbook/index.ts';
import { currentSchool, inSchool, listSchools, readSchool, type Database, type School, type Tx } from '../../../platform/database/index.ts';
import { addDays, addMonths, dayOf, endOfDay, hourOf } from '../../../platform/days.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { askFeature } from '../../answers.ts';
import type { Events } from '../../bulletin.ts';
import { drawnFor, listHolders } from '../../people/index.ts';
import { isToErase, remindsOn, settingsOn, tellsToCollect } from './decisions.ts';
import { log, mailboxes, parentsOf } from './deeds.ts';
import { collectMail, dueBackMail, toTakeMail } from './mails.ts';
import { heldDecisions } from './reads.ts';
import * as store from './store.ts';
import type { Entry } from './words.ts';

const BY_ITSELF = 'countersign';
const A_WEEK = 7;
/** Who is told where whoever holds it is gone or has no mailbox. */
const ELSE = ['office', 'head'];

/** Something is to be taken from somebody, as was decided: those who decide find it on their start page. Nothing says why. */
export async function confiscationBegins(tx: Tx, { person, offices, until, key, at }: Events['confiscation-began']): Promise<void> {
  const school = await currentSchool(tx);
  if (!school) return;
  const id = await store.addAwaited(tx, { school: school.id, key, person, offices, until, at });
  if (id === null) return;
  // Why unlisted: that something was decided about a child is nobody's to read in a list.
  await write(tx, { school: school.id, deed: UNLISTED_DEED, by: BY_ITSELF, about: id, at });
  const today = dayOf(at);
  const people = (await listHolders(tx, today)).filter(holder => offices.includes(holder.office) && holder.person !== person).map(holder => holder.person);
  await mail(tx, { school, at, today }, people, toTakeMail);
}

/** It is over: what was not taken yet stays where it is, and what is held goes back today. */
export async function confiscationEnds(tx: Tx, { key, at }: Events['confiscation-ended']): Promise<void> {
  const [school, awaited] = [await currentSchool(tx), await store.awaitedByKey(tx, key)];
  if (!school || !awaited || awaited.state === 'over') return;
  await store.setAwaited(tx, awaited.id, 'over');
  const [entry, today] = [await store.heldFor(tx, awaited.id), dayOf(at)];
  if (!entry || entry.dueOn <= today) return;
  await store.setEntry(tx, entry.id, { dueOn: today });
  await store.addMove(tx, { school: school.id, entry: entry.id, move: 'due-now', from: entry.holder, to: entry.holder, keptIn: entry.keptIn, by: null, at });
  await log(tx, { school, by: BY_ITSELF, at }, { deed: 'device-due-now', about: entry.id, words: { label: String(entry.label) } });
  await mail(tx, { school, at, today }, entry.holder === null ? [] : [entry.holder], dueBackMail);
}

interface Round { readonly school: School; readonly at: Date; readonly today: string }

async function mail(tx: Tx, { school, at, today }: Round, people: readonly string[], letter: typeof dueBackMail): Promise<void> {
  const expiresAt = endOfDay(addDays(today, A_WEEK));
  const to = await mailboxes(tx, people, today);
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, to.map(one => ({ person: one.person, draw: () => letter(school, { ...one, expiresAt }) }))));
}

/** On school days reminds those who hold what is overdue, one mail each; and erases what was kept long enough. Returns how many entries it touched. */
export async function tendCustody({ db, now, hour }: { readonly db: Database; readonly now: Date; readonly hour: number }): Promise<number> {
  const today = dayOf(now);
  let touched = 0;
  for (const school of await listSchools(db)) {
    const round = { school, at: now, today };
    const due = await readSchool(db, school.id, async tx => ({
      remind: hourOf(now) >= hour && ((await store.overdueOn(tx, today)).some(entry => remindsOn(entry, today)) || (await toCollect(tx, today)).length > 0) && (await askFeature('schoolDay', tx, today)).on,
      erase: (await toErase(tx, today)).length > 0,
    }));
    if (due.remind) touched += await inSchool(db, school.id, async tx => {
      const ready = await toCollect(tx, today);
      const reminded = await remindHolders(tx, round);
      await tellCollectors(tx, round, ready);
      return new Set([...reminded, ...ready.map(entry => entry.id)]).size;
    });
    if (due.erase) touched += await inSchool(db, school.id, tx => eraseOld(tx, round));
  }
  return touched;
}

/** Reminds whoever holds something overdue; the office where nobody who could be reached does. */
export async function remindHolders(tx: Tx, round: Round): Promise<string[]> {
  const { school, at, today } = round;
  const due = (await store.overdueOn(tx, today)).filter(entry => remindsOn(entry, today));
  const reached = new Set((await mailboxes(tx, due.flatMap(entry => entry.holder ?? []), today)).map(one => one.person));
  const others = due.some(entry => entry.holder === null || !reached.has(entry.holder)) ? (await listHolders(tx, today)).filter(holder => ELSE.includes(holder.office)).map(holder => holder.person) : [];
  await store.noteReminded(tx, due.map(entry => entry.id), today);
  await mail(tx, round, [...reached, ...others], dueBackMail);
  for (const entry of due) await log(tx, { school, by: BY_ITSELF, at }, { deed: 'remind-of-device', about: entry.id, words: { label: String(entry.label) } });
  return due.map(entry => entry.id);
}

const toCollect = async (tx: Tx, today: string): Promise<Entry[]> => (await store.toCollectOn(tx, today)).filter(entry => tellsToCollect(entry, today));

/** Tells the parents of these entries, one mail each, that something can be collected from today. */
async function tellCollectors(tx: Tx, round: Round, ready: readonly Entry[]): Promise<void> {
  const { school, at, today } = round;
  await store.noteReminded(tx, ready.map(entry => entry.id), today);
  await mail(tx, round, await parentsOf(tx, ready.flatMap(entry => entry.person ?? []), today), collectMail);
  for (const entry of ready) await log(tx, { school, by: BY_ITSELF, at }, { deed: 'tell-device-can-be-collected', about: entry.id, words: { label: String(entry.label) } });
}

async function toErase(tx: Tx, today: string): Promise<string[]> {
  const settings = settingsOn(await store.listSettings(tx), today);
  const due = (await store.endedBefore(tx, today)).filter(entry => isToErase(entry, settings, today)).map(entry => entry.id);
  const kept = due.length === 0 ? [] : await store.entriesFrom(tx, await heldDecisions(tx));
  return due.filter(id => !kept.includes(id));
}

async function eraseOld(tx: Tx, { school, at, today }: Round): Promise<number> {
  const ids = await toErase(tx, today);
  for (const id of ids) await store.eraseEntry(tx, id);
  await store.eraseAwaited(tx, addMonths(today, -settingsOn(await store.listSettings(tx), today).keepMonths), await heldDecisions(tx));
  if (ids.length > 0) await log(tx, { school, by: BY_ITSELF, at }, { deed: 'erase-custody', about: school.id, words: { entries: String(ids.length) } });
  return ids.length;
}
