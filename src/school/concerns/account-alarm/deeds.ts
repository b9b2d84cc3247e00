/** "Somebody is using my account": it is told at once, and changes nothing until it is confirmed. */
import type { Tx } from '../../../platform/database/index.ts';
import { shutOut, type Door } from '../../../sign-in/index.ts';
import { announce } from '../../bulletin.ts';
import { findPerson, listHolders, mailNewLink } from '../../people/index.ts';
import { addEntry, addEye, setState } from '../deeds/case.ts';
import { fileReport } from '../deeds/file-report.ts';
import { findRoute } from '../deeds/route.ts';
import { eyesOn, findConcern } from '../store.ts';
import type { Doing } from '../words.ts';
import * as store from './store.ts';
import { ALARM_MOVES, BREACH, BREACH_OFFICES, IT_OFFICES, KIND, type Alarm } from './words.ts';

const FACTS = { trigger: 'credentials-exposed' };

/** What was typed by somebody who is signed out; nobody looks whether there is such a person. */
export interface AlarmGiven {
  readonly account: string;
  readonly noticed: string;
  readonly reach: string;
}

/** Tells those whom the rules name, and whoever looks after accounts. Returns the concern. */
export async function raiseAlarm(tx: Tx, doing: Doing, given: AlarmGiven & { readonly person: string | null; readonly who: readonly string[] }): Promise<string> {
  const { account, noticed, reach } = given;
  const filed = await fileReport(tx, doing, {
    reporter: given.person, channel: 'screen', narrative: noticed, about: [], children: [], who: given.who,
    answers: { account, ...(reach === '' ? {} : { 'how to reach them': reach }) }, kinds: [{ kind: KIND, facts: FACTS }],
  });
  const [concern] = filed.concerns as [string];
  await store.addAlarm(tx, { school: doing.school.id, concern, at: doing.at });
  await tellIt(tx, doing, concern);
  return concern;
}

/** The first of the offices for accounts that somebody holds hears of it, whatever else the rules say. */
async function tellIt(tx: Tx, doing: Doing, concern: string): Promise<void> {
  const held = new Set((await listHolders(tx, doing.today)).map(holder => holder.office));
  const office = IT_OFFICES.find(one => held.has(one));
  if (!office || (await eyesOn(tx, [concern])).some(eye => eye.office === office)) return;
  await addEye(tx, { ...doing, by: null }, { concern, office, why: 'copied' });
}

export interface Confirming {
  readonly concern: string;
  readonly alarm: Alarm;
  /** Whose account it is. */
  readonly person: string;
  readonly door: Door;
}

/** It is true: every session of the person ends, the password works no longer, and where the rules take it for a breach one is opened. Null where somebody decided already. */
export async function confirmAlarm(tx: Tx, doing: Doing & { readonly by: string }, of: Confirming): Promise<{ hadPassword: boolean; sessions: number } | null> {
  if (!ALARM_MOVES[of.alarm.state].includes('confirmed')) return null;
  const done = await shutOut(tx, of.door, { person: of.person, by: doing.by });
  const mine = await store.setDecided(tx, { concern: of.concern, from: [of.alarm.state], state: 'confirmed', by: doing.by, at: doing.at, sessions: done.sessions });
  if (!mine) return null;
  await addEntry(tx, doing, { concern: of.concern, sort: 'account-shut', words: { text: 'Every session of this person ended, and the password works no longer.', sessions: done.sessions, person: of.person } });
  const concern = await findConcern(tx, of.concern);
  if (concern && concern.state !== 'closed') await setState(tx, doing, { concern: of.concern, to: 'in-hand' });
  await announce(tx, 'account-shut', { school: doing.school.id, person: of.person, by: doing.by, at: doing.at, concern: of.concern });
  await openBreach(tx, doing, of);
  return done;
}

/** Where the rules send a compromised account to whoever answers for data, it is a breach as well. */
async function openBreach(tx: Tx, doing: Doing & { readonly by: string }, of: Confirming): Promise<void> {
  const route = await findRoute(tx, doing, { told: { kind: KIND, facts: FACTS }, who: [], about: [] });
  if (!route.eyes.some(eye => eye.office !== null && (BREACH_OFFICES as readonly string[]).includes(eye.office))) return;
  await fileReport(tx, doing, { reporter: doing.by, channel: 'by-hand', narrative: `The account in concern ${(await findConcern(tx, of.concern))?.code ?? ''} was used by somebody else.`, about: [], children: [], answers: {}, kinds: [{ kind: BREACH, facts: FACTS }] });
}

/** It was a mistake; nothing was changed. */
export async function alarmWasMistaken(tx: Tx, doing: Doing & { readonly by: string }, of: { readonly concern: string; readonly alarm: Alarm; readonly words: string }): Promise<boolean> {
  if (!(await store.setDecided(tx, { concern: of.concern, from: ['raised'], state: 'mistaken', by: doing.by, at: doing.at, sessions: null }))) return false;
  await addEntry(tx, doing, { concern: of.concern, sort: 'account-mistaken', words: { text: of.words } });
  return true;
}

/** Notes that the person's other accounts (mail, files, learning platform) were dealt with where they are kept. */
export async function accountsDealtWith(tx: Tx, doing: Doing & { readonly by: string }, of: { readonly concern: string; readonly words: string; readonly person: string | null }): Promise<boolean> {
  if (!(await store.setAccountsDone(tx, { concern: of.concern, by: doing.by, at: doing.at }))) return false;
  await addEntry(tx, doing, { concern: of.concern, sort: 'accounts-done', words: { text: of.words } });
  if (of.person !== null) await announce(tx, 'account-secured', { school: doing.school.id, person: of.person, by: doing.by, at: doing.at });
  return true;
}

/** Sends the person the link that sets a new password, to their own mailbox and to nobody else. False where they have none. */
export async function sendNewLink(tx: Tx, doing: Doing & { readonly by: string }, of: { readonly concern: string; readonly person: string; readonly door: Door }): Promise<boolean> {
  const person = await findPerson(tx, of.person, doing.today);
  if (!person?.email) return false;
  await mailNewLink(tx, { slug: doing.school.slug, by: doing.by, door: of.door }, { person: of.person, email: person.email });
  await addEntry(tx, doing, { concern: of.concern, sort: 'link-sent', words: { text: 'A link for a new password went to the person’s own mailbox.' } });
  return true;
}
