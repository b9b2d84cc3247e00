/** Reminding: by the daily run or by one press, never more often than four times for one ask. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { findPerson, fullName } from '../../people/index.ts';
import { mayRemindOn } from '../calendar.ts';
import { policiesToSign } from '../reads.ts';
import { mayRemindToday } from './decisions.ts';
import { reminderMail } from './mails.ts';
import { listOpen, listTerms, reachedBy } from './reads.ts';
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

/** Reminds of these asks by mail: one mail for each person reached, whatever it is about. The caller has checked that today is a day for it. */
export async function sendReminders(tx: Tx, chasing: Chasing, asks: readonly ChaseAsk[]): Promise<Reminded> {
  const reached = await reachedBy(tx, asks, chasing.today);
  const byMail = asks.filter(ask => reached.get(ask)!.some(one => one.email !== null));
  const given = await addReminders(tx, chasing, { asks: byMail, channel: 'mail' });
  const titles = await policiesToSign(tx, chasing.vocabulary);
  await putInOutbox(tx, { school: chasing.school.id, at: chasing.at }, mailsFor(chasing.school, given, { reached, title: policy => titles.get(policy)?.title ?? policy }));
  return { reminded: given.length, unreached: asks.length - byMail.length };
}

async function addReminders(tx: Tx, chasing: Chasing, of: { asks: readonly ChaseAsk[]; channel: ReminderChannel }): Promise<ChaseAsk[]> {
  if (of.asks.length === 0) return [];
  const { school, today, at, by } = chasing;
  const rows = await store.addReminders(tx, { school: school.id, on: today, at, by, channel: of.channel }, of.asks);
  const took = new Set(rows.map(row => `${row.person} ${row.policy}`));
  if (took.size > 0) await write(tx, { school: school.id, deed: of.channel === 'mail' ? 'send-reminders' : 'hand-out-letters', by: by ?? 'countersign', at, words: { reminders: String(took.size) } });
  return of.asks.filter(ask => took.has(`${ask.person} ${ask.policy}`));
}

function mailsFor(school: School, asks: readonly ChaseAsk[], of: { reached: ReadonlyMap<ChaseAsk, readonly Reached[]>; title: (policy: string) => string }): Letter[] {
  const piles = new Map<string, { to: string; own: string[]; beside: string[]; number: number }>();
  for (const ask of asks) {
    for (const { person, email } of of.reached.get(ask)!) {
      if (email === null) continue;
      const pile = piles.get(person) ?? { to: email, own: [], beside: [], number: 0 };
      pile[person === ask.person ? 'own' : 'beside'].push(of.title(ask.policy));
      piles.set(person, { ...pile, number: Math.max(pile.number, ask.number + 1) });
    }
  }
  return [...piles].map(([person, pile]) => reminderMail(school, { person, once: `reminder ${newId()}`, ...pile }));
}

const MOST_IN_A_GROUP = 20_000;

export type PressDone = { readonly ok: true } & Reminded | { readonly ok: false; readonly why: 'no-school-day' };

/** One press: reminds everybody of a group who is open, has had fewer than four and none today. */
export async function remindGroup(tx: Tx, chasing: Chasing, group: ChaseGroup): Promise<PressDone> {
  if (!mayRemindOn(chasing.today, await listTerms(tx))) return { ok: false, why: 'no-school-day' };
  const asks = (await listOpen(tx, group, { limit: MOST_IN_A_GROUP, offset: 0 })).filter(ask => mayRemindToday(ask, chasing.today));
  return { ok: true, ...(await sendReminders(tx, chasing, asks)) };
}

/** Notes that the letters of a group were handed out today: each is a reminder like any other. */
export async function handOutLetters(tx: Tx, chasing: Chasing, group: ChaseGroup): Promise<PressDone> {
  if (!mayRemindOn(chasing.today, await listTerms(tx))) return { ok: false, why: 'no-school-day' };
  const asks = await asksForLetters(tx, group, chasing.today);
  const given = await addReminders(tx, chasing, { asks: asks.map(({ ask }) => ask), channel: 'letter' });
  return { ok: true, reminded: given.length, unreached: 0 };
}

/** The asks of a group that mail reaches nobody about, with whom a letter is for, and that may have one more today. */
export async function asksForLetters(tx: Tx, group: ChaseGroup, today: string): Promise<{ ask: ChaseAsk; reached: readonly Reached[] }[]> {
  const asks = (await listOpen(tx, group, { limit: MOST_IN_A_GROUP, offset: 0 })).filter(ask => mayRemindToday(ask, today));
  const reached = await reachedBy(tx, asks, today);
  return asks.filter(ask => reached.get(ask)!.every(one => one.email === null)).map(ask => ({ ask, reached: reached.get(ask)! }));
}

/** Says who is told each week how a class stands; nobody where `person` is null. Null when there is no such person here. */
export async function tellTeacher(tx: Tx, chasing: Chasing, given: { class: string; person: string | null }): Promise<string | null> {
  const found = given.person === null ? null : await findPerson(tx, given.person, chasing.today);
  if (given.person !== null && (!found || (found.leftOn !== null && found.leftOn < chasing.today) || found.kinds.some(kind => kind.startsWith('pupil') || kind === 'parent'))) return null;
  await store.setClassTeacher(tx, { school: chasing.school.id, class: given.class, person: given.person, at: chasing.at });
  await write(tx, { school: chasing.school.id, deed: 'set-class-teacher', by: chasing.by ?? 'countersign', at: chasing.at, ...(given.person ? { about: given.person } : {}), words: { class: given.class } });
  return found ? fullName(found) : 'Nobody';
}
