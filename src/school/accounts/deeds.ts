/** What is done with accounts. Each deed is one change with its logbook line; what follows from a case leaves the line that no page shows. */
import { UNLISTED_DEED, write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { endEverySession } from '../../sign-in/index.ts';
import { announce } from '../bulletin.ts';
import { findPerson, listHolders, widened } from '../people/index.ts';
import { bearingOn, carrierOf, covers, isLive, isQuiet, stepsDue, wantedFor } from './decisions.ts';
import { tellOffice, tellPeople, tellWhoseItIs } from './mails.ts';
import { facilitiesNow } from './reads.ts';
import * as store from './store.ts';
import { HERE, type EndedHow, type Facility, type Hold, type HoldGiven, type Step } from './words.ts';

/** Who does it, where and when; `by` is null for what comes by itself. */
export interface Doing {
  readonly school: School;
  readonly by: string | null;
  readonly at: Date;
  readonly today: string;
  readonly vocabulary: Vocabulary;
}
export type By = Doing & { readonly by: string };
/** Whoever carries a step out for a case: the key of the case lies there. */
export type Carrying = By & { readonly sealFolder: string };

interface LogLine { readonly deed: string; readonly person: string; readonly clause?: string | null; readonly words?: Record<string, string> }

/** Of what is told to few, the line names neither deed nor doer. */
async function log(tx: Tx, { school, by, at }: Doing, { deed, person, clause, words }: LogLine, quiet: boolean): Promise<void> {
  if (quiet) await write(tx, { school: school.id, by: 'countersign', at, deed: UNLISTED_DEED, about: person });
  else await write(tx, { school: school.id, by: by ?? 'countersign', at, deed, about: person, ...(clause ? { clause } : {}), ...(words ? { words } : {}) });
}

/** An account is held from now on. Where it is Countersign that was taken away, every session of the person ends at once. Returns the hold. */
export async function beginHold(tx: Tx, doing: Doing, given: HoldGiven & { readonly office?: readonly string[] }): Promise<string> {
  const { office, ...of } = given;
  await store.oneAtATime(tx, of.person);
  const id = await store.addHold(tx, { ...of, school: doing.school.id, by: doing.by, on: doing.today, at: doing.at });
  await log(tx, doing, { deed: 'hold-account', person: of.person, clause: of.clause ?? null, words: { facility: of.facility, how: of.how } }, isQuiet(of));
  if (of.how === 'revoked' && covers(of, HERE)) await endEverySession(tx, { school: doing.school.id, now: doing.at }, { person: of.person, by: doing.by ?? 'countersign' });
  await reconcile(tx, doing, { person: of.person, quiet: isQuiet(of), office: office ?? [] });
  return id;
}

/** A hold is over; what others still hold stays as it is. False where it was over already. */
export async function endHold(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly how: EndedHow; readonly reason?: string; readonly office?: readonly string[] }): Promise<boolean> {
  const { hold } = of;
  await store.oneAtATime(tx, hold.person);
  if (!(await store.endHold(tx, { id: hold.id, how: of.how, reason: of.reason ?? '', by: doing.by, on: doing.today, at: doing.at }))) return false;
  await log(tx, doing, { deed: 'end-account-hold', person: hold.person, clause: hold.clause, words: { facility: hold.facility, how: of.how } }, isQuiet(hold));
  await reconcile(tx, doing, { person: hold.person, quiet: isQuiet(hold), office: of.office ?? [] });
  return true;
}

/** Opens the steps that bring every other system to where it should stand, and withdraws those that no longer do. */
async function reconcile(tx: Tx, doing: Doing, of: { readonly person: string; readonly quiet: boolean; readonly office: readonly string[] }): Promise<void> {
  const { school, at, today, vocabulary } = doing;
  const [holds, steps] = [await store.holdsOf(tx, [of.person]), await store.stepsOf(tx, [of.person])];
  const { list } = await facilitiesNow(tx, { school, today, vocabulary });
  const kinds = widened((await findPerson(tx, of.person, today))?.kinds ?? [], vocabulary);
  const due = stepsDue({ holds, steps, facilities: bearingOn(list, kinds, holds) });
  for (const id of due.withdraw) await store.endStep(tx, { id, ended: 'withdrawn', by: doing.by, at, doneOn: null, words: '' });
  if (due.open.length === 0) return;
  const others = (await listHolders(tx, today)).filter(one => one.person !== of.person).map(one => one.office);
  const office = carrierOf(of.office, others);
  // Why: a step that only a case asks for is as quiet as the case, whatever change it came with.
  const loud = holds.filter(hold => !isQuiet(hold));
  const open = due.open.map(step => ({ ...step, quiet: of.quiet || wantedFor(loud, step.facility) !== step.wanted }));
  for (const step of open) await store.addStep(tx, { ...step, school: school.id, person: of.person, office, at, on: today });
  if (open.some(step => !step.quiet)) await tellOffice(tx, doing, office);
}

/** Somebody who may by the rules takes an account away, or switches it off for a time. Whoever has it is told, and reads why. A form that was sent twice takes it once. */
export async function takeAway(tx: Tx, doing: By, given: HoldGiven): Promise<string> {
  await store.oneAtATime(tx, given.person);
  const there = (await store.holdsOf(tx, [given.person])).find(hold => isLive(hold) && hold.cause === given.cause && hold.facility === given.facility && hold.how === given.how && hold.untilOn === (given.untilOn ?? null) && hold.begunBy === doing.by);
  if (there) return there.id;
  const id = await beginHold(tx, doing, given);
  await tellWhoseItIs(tx, doing, given.person);
  return id;
}

/** It is given anew, with the reason; an open wish to have it back is answered with that. */
export async function giveAgain(tx: Tx, doing: By, of: { readonly hold: Hold; readonly reason: string }): Promise<boolean> {
  if (!(await endHold(tx, doing, { hold: of.hold, how: 'given-back', reason: of.reason }))) return false;
  await store.answerAsks(tx, { hold: of.hold.id, says: 'given', answer: of.reason, by: doing.by, at: doing.at });
  await tellWhoseItIs(tx, doing, of.hold.person);
  return true;
}

/** Whoever has it asks to have it back, or says that it is wrong. False where that waits already, or the hold is over. */
export async function askBack(tx: Tx, doing: By, of: { readonly hold: Hold; readonly words: string }): Promise<boolean> {
  if (!isLive(of.hold) || !(await store.addAsk(tx, { school: doing.school.id, hold: of.hold.id, words: of.words, at: doing.at }))) return false;
  await log(tx, doing, { deed: 'ask-account-back', person: of.hold.person }, false);
  await tellPeople(tx, doing, of.hold.begunBy === null ? [] : [of.hold.begunBy], '/accounts');
  return true;
}

/** It stays away, with the reason. */
export async function keepAway(tx: Tx, doing: By, of: { readonly hold: Hold; readonly reason: string }): Promise<boolean> {
  if (!(await store.answerAsks(tx, { hold: of.hold.id, says: 'kept', answer: of.reason, by: doing.by, at: doing.at }))) return false;
  await log(tx, doing, { deed: 'keep-account-away', person: of.hold.person, clause: of.hold.clause }, false);
  await tellWhoseItIs(tx, doing, of.hold.person);
  return true;
}

/** A parent has a child's e-mail kept inside the school. False where this parent asked for it before. */
export async function limitMail(tx: Tx, doing: By, of: { readonly child: string; readonly clause: string; readonly offices: readonly string[] }): Promise<boolean> {
  await store.oneAtATime(tx, of.child);
  if ((await store.holdsOf(tx, [of.child])).some(hold => isLive(hold) && hold.cause === 'parent' && hold.begunBy === doing.by)) return false;
  await beginHold(tx, doing, { person: of.child, facility: 'email', how: 'inside-only', cause: 'parent', clause: of.clause, office: of.offices });
  return true;
}

/** The same parent takes it back. What another parent asked for stays. */
export async function liftMailLimit(tx: Tx, doing: By, of: { readonly child: string; readonly offices: readonly string[] }): Promise<boolean> {
  const mine = (await store.holdsOf(tx, [of.child])).find(hold => isLive(hold) && hold.cause === 'parent' && hold.begunBy === doing.by);
  return mine !== undefined && endHold(tx, doing, { hold: mine, how: 'taken-back', office: of.offices });
}

export interface Carried {
  readonly step: Step;
  readonly on: string;
  readonly words: string;
}

/** Whoever looks after the system says that it is done: from then on it is reported to stand so. */
export async function stepDone(tx: Tx, doing: Carrying, of: Carried): Promise<boolean> {
  if (!(await store.endStep(tx, { id: of.step.id, ended: 'done', by: doing.by, at: doing.at, doneOn: of.on, words: of.words }))) return false;
  await log(tx, doing, { deed: 'account-step-done', person: of.step.person, words: { facility: of.step.facility, stands: of.step.wanted } }, of.step.quiet);
  await tellWhoAsked(tx, doing, of.step);
  await tellCases(tx, doing, of.step.person);
  return true;
}

/** It cannot be done, with the reason. It is not asked for again while nothing else is wanted. */
export async function stepImpossible(tx: Tx, doing: By, of: Carried): Promise<boolean> {
  if (!(await store.endStep(tx, { id: of.step.id, ended: 'cannot', by: doing.by, at: doing.at, doneOn: null, words: of.words }))) return false;
  await log(tx, doing, { deed: 'account-step-impossible', person: of.step.person, words: { facility: of.step.facility } }, of.step.quiet);
  await tellWhoAsked(tx, doing, of.step);
  return true;
}

/** The parents whose wish it was learn how it went. */
async function tellWhoAsked(tx: Tx, doing: By, step: Step): Promise<void> {
  const wishes = (await store.holdsOf(tx, [step.person])).filter(hold => hold.cause === 'parent' && covers(hold, step.facility));
  const open = wishes.filter(isLive);
  const asked = (open.length > 0 ? open : wishes.slice(0, 1)).flatMap(hold => hold.begunBy ?? []);
  await tellPeople(tx, doing, asked, '/child-mail');
}

/** Of each sanction of this person of which nothing is left to do, the case is told. */
async function tellCases(tx: Tx, doing: Carrying, person: string): Promise<void> {
  const waits = (await store.stepsOf(tx, [person])).filter(step => step.ended === null).map(step => step.facility);
  for (const hold of (await store.holdsOf(tx, [person])).filter(one => one.cause === 'case' && one.source !== null)) {
    if (waits.some(facility => covers(hold, facility))) continue;
    await announce(tx, 'sanction-switched', { school: doing.school.id, sanction: hold.source!, to: isLive(hold) ? 'off' : 'on', by: doing.by, at: doing.at, sealFolder: doing.sealFolder });
  }
}

/** What the school gives people, from today on. */
export async function setList(tx: Tx, doing: By, facilities: readonly Facility[]): Promise<void> {
  await store.addList(tx, { school: doing.school.id, since: doing.today, facilities, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, by: doing.by, at: doing.at, deed: 'set-account-list', words: { list: facilities.map(one => one.name || one.key).join(', ') } });
}
