/** Reminding: by the daily run or by one press, never more often than four times for one ask. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { failedTo, putInOutbox } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { drawnFor, findPerson, fullName, listGuardians } from '../../people/index.ts';
import { mayRemindOn } from '../calendar.ts';
import { policiesToSign } from '../reads.ts';
import { mayRemindToday } from './decisions.ts';
import { reminderMail } from './mails.ts';
import { inParts, listOpen, listTerms, reachedBy } from './reads.ts';
import * as store from './store.ts';
import type { ChaseAsk, ChaseGroup, Reached, ReminderChannel } from './words.ts';

/** Who does it, where and when. `by` is null for the daily run. */
export interface Chasing {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly at: Date;
  readonly today: string;
  readonly by: string | null;
}

export interface Reminded {
  /** Asks that had a reminder. */
  readonly reminded: number;
  /** Asks nobody of whom has a mailbox. */
  readonly unreached: number;
}

type Parts = AsyncIterable<readonly ChaseAsk[]> | readonly (readonly ChaseAsk[])[];

/**
 * Reminds of these asks by mail: one mail for each person reached, whatever it is about. The asks come in parts, for there may
 * be as many as people in a town. The caller has checked that today is a day for it.
 */
export async function sendReminders(tx: Tx, chasing: Chasing, parts: Parts): Promise<Reminded> {
  const piles = new Map<string, Pile>();
  const titles = await policiesToSign(tx, chasing.vocabulary);
  let [reminded, unreached] = [0, 0];
  for await (const asks of parts) {
    const reached = await reachedBy(tx, asks, chasing.today);
    const byMail = asks.filter(ask => reached.get(ask)!.some(one => one.email !== null));
    const given = await addReminders(tx, chasing, { asks: byMail, channel: 'mail' });
    for (const ask of given) pileUp(piles, ask, { reached: reached.get(ask)!, title: titles.get(ask.policy)?.title ?? ask.policy });
    reminded += given.length;
    unreached += asks.length - byMail.length;
  }
  await noteGiven(tx, chasing, { channel: 'mail', count: reminded });
  for (const part of inParts([...piles])) {
    await putInOutbox(tx, { school: chasing.school.id, at: chasing.at }, await drawnFor(tx, part.map(([person, pile]) => ({ person, draw: () => reminderMail(chasing.school, { person, once: `reminder ${newId()}`, ...pile }) }))));
  }
  return { reminded, unreached };
}

async function addReminders(tx: Tx, { school, today, at, by }: Chasing, of: { asks: readonly ChaseAsk[]; channel: ReminderChannel }): Promise<ChaseAsk[]> {
  if (of.asks.length === 0) return [];
  const rows = await store.addReminders(tx, { school: school.id, on: today, at, by, channel: of.channel }, of.asks);
  const took = new Set(rows.map(row => `${row.person} ${row.policy}`));
  return of.asks.filter(ask => took.has(`${ask.person} ${ask.policy}`));
}

async function noteGiven(tx: Tx, { school, at, by }: Chasing, { channel, count }: { channel: ReminderChannel; count: number }): Promise<void> {
  if (count > 0) await write(tx, { school: school.id, deed: channel === 'mail' ? 'send-reminders' : 'hand-out-letters', by: by ?? 'countersign', at, words: { reminders: String(count) } });
}

/** What one person is reminded of by one mail. */
interface Pile {
  readonly to: string;
  readonly own: readonly string[];
  readonly beside: readonly string[];
  readonly number: number;
}

function pileUp(piles: Map<string, Pile>, ask: ChaseAsk, of: { reached: readonly Reached[]; title: string }): void {
  for (const { person, email } of of.reached) {
    if (email === null) continue;
    const pile = piles.get(person) ?? { to: email, own: [], beside: [], number: 0 };
    const [own, beside] = person === ask.person ? [[...pile.own, of.title], pile.beside] : [pile.own, [...pile.beside, of.title]];
    piles.set(person, { to: email, own, beside, number: Math.max(pile.number, ask.number + 1) });
  }
}

/** The office takes over what mail reaches nobody about: every address it was sent to has failed and is unchanged. Returns how many asks are new to it. */
export async function handOverUnreached(tx: Tx, { school, today, at }: Chasing): Promise<number> {
  const failed = new Map((await failedTo(tx, 'reminder')).map(({ person, to }) => [person, to]));
  let handed = 0;
  for (const people of inParts([...failed.keys()])) {
    const children = (await listGuardians(tx, { parents: people, day: today })).map(tie => tie.childId);
    const asks = await store.listReminded(tx, [...people, ...children]);
    const reached = await reachedBy(tx, asks, today);
    const lost = asks.filter(ask => reached.get(ask)!.every(({ person, email }) => email === null || failed.get(person) === email));
    if (lost.length > 0) handed += await store.handOver(tx, { school: school.id, on: today, at, why: 'unreached' }, lost);
  }
  return handed;
}

const MOST_IN_A_GROUP = 20_000;

export type PressDone = { readonly ok: true } & Reminded | { readonly ok: false; readonly why: 'no-school-day' };

/** One press: reminds everybody of a group who is open, has had fewer than four and none today. */
export async function remindGroup(tx: Tx, chasing: Chasing, group: ChaseGroup): Promise<PressDone> {
  if (!mayRemindOn(chasing.today, await listTerms(tx))) return { ok: false, why: 'no-school-day' };
  const asks = (await listOpen(tx, group, { limit: MOST_IN_A_GROUP, offset: 0 })).filter(ask => mayRemindToday(ask, chasing.today));
  return { ok: true, ...(await sendReminders(tx, chasing, inParts(asks))) };
}

/** Notes that the letters of a group were handed out today: each is a reminder like any other. */
export async function handOutLetters(tx: Tx, chasing: Chasing, group: ChaseGroup): Promise<PressDone> {
  if (!mayRemindOn(chasing.today, await listTerms(tx))) return { ok: false, why: 'no-school-day' };
  const asks = await asksForLetters(tx, group, chasing.today);
  const given = await addReminders(tx, chasing, { asks: asks.map(({ ask }) => ask), channel: 'letter' });
  await noteGiven(tx, chasing, { channel: 'letter', count: given.length });
  return { ok: true, reminded: given.length, unreached: 0 };
}

/** The asks of a group that mail reaches nobody about, with whom a letter is for, and that may have one more today. */
export async function asksForLetters(tx: Tx, group: ChaseGroup, today: string): Promise<{ ask: ChaseAsk; reached: readonly Reached[] }[]> {
  const asks = (await listOpen(tx, group, { limit: MOST_IN_A_GROUP, offset: 0 })).filter(ask => mayRemindToday(ask, today));
  const reached = await reachedBy(tx, asks, today);
  // Why some: where every adult must sign, mail to one of them reaches nobody for the other.
  const byLetter = (ask: ChaseAsk): boolean => (ask.guardiansNeeded > 1 ? reached.get(ask)!.some(one => one.email === null) : reached.get(ask)!.every(one => one.email === null));
  return asks.filter(byLetter).map(ask => ({ ask, reached: reached.get(ask)! }));
}

/** Says who is told each week how a class stands; nobody where `person` is null. Null when there is no such person here. */
export async function tellTeacher(tx: Tx, chasing: Chasing, given: { class: string; person: string | null }): Promise<string | null> {
  const found = given.person === null ? null : await findPerson(tx, given.person, chasing.today);
  if (given.person !== null && (!found || (found.leftOn !== null && found.leftOn < chasing.today) || found.kinds.some(kind => kind.startsWith('pupil') || kind === 'parent'))) return null;
  await store.setClassTeacher(tx, { school: chasing.school.id, class: given.class, person: given.person, at: chasing.at });
  await write(tx, { school: chasing.school.id, deed: 'set-class-teacher', by: chasing.by ?? 'countersign', at: chasing.at, ...(given.person ? { about: given.person } : {}), words: { class: given.class } });
  return found ? fullName(found) : 'Nobody';
}
