/** What is done about visits. Each deed is one change with its logbook line, inside the caller's transaction. */
import { randomBytes } from 'node:crypto';
import { write, writeAll } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { putInOutbox } from '../../platform/mail/index.ts';
import { askFeature } from '../answers.ts';
import { announce } from '../bulletin.ts';
import { addPeople, drawnFor, findPerson, stayUntil, type Doing, type Person } from '../people/index.ts';
import { codeFrom, keyOf, kindFor, stateOf, unsaid, type HostFound, type Said } from './decisions.ts';
import { findHost, knownGuest } from './reads.ts';
import { arrivedMail, signedMail } from './mails.ts';
import { rulesOf, type GuestRules, type Here } from './rules.ts';
import * as store from './store.ts';
import { addStint, stintOf } from './supply/store.ts';
import { giveWifiCode, withdrawCodesOf, type CodeGiven } from './wifi/deeds.ts';
import { nameOf, type Kiosk, type LeftHow, type Typed, type Visit } from './words.ts';

/** At a tablet, now. */
export interface AtKiosk extends Here {
  readonly kiosk: Kiosk;
  readonly at: Date;
}

/** An arrival begins: who they are, whom they visit. The visit is kept only when they go on. */
export async function beginVisit(tx: Tx, here: AtKiosk, typed: Typed): Promise<{ readonly visit: string } | { readonly host: Extract<HostFound<Person>, { ok: false }> }> {
  const expected = (await store.listExpected(tx, here.today)).find(visit => keyOf(nameOf(visit)) === keyOf(nameOf(typed)));
  const found = await findHost(tx, here, typed);
  if (!found.ok) return { host: found };
  const kind = kindFor(typed.reason);
  const known = await knownGuest(tx, here, { ...typed, kind });
  const visit = {
    day: here.today, givenName: typed.givenName, familyName: typed.familyName, organisation: typed.organisation, about: typed.about, vehicle: typed.vehicle, kind: known?.kind ?? kind, reason: typed.reason,
    person: known?.person ?? null, host: found.host?.id ?? expected?.host ?? null, expectedBy: null, expectedTime: null, kiosk: here.kiosk.id, wantsAccess: typed.wantsAccess, language: here.language ?? null, begunAt: here.at,
  };
  if (expected) await store.beginExpected(tx, expected.id, visit);
  const id = expected?.id ?? (await store.addVisit(tx, here.school.id, visit, here.at));
  await write(tx, { school: here.school.id, deed: 'begin-visit', by: visit.person ?? 'countersign', about: id, at: here.at });
  return { visit: id };
}

/** What came of agreeing. `changed`: another text is in force now, `unticked`: a line is still to be ticked; so nothing was done. */
export type Arrived = { readonly ok: true; readonly visit: string; readonly wifi: CodeGiven | null } | { readonly ok: false; readonly why: 'changed' | 'gone' | 'unticked' };

/** They agree to the rules that were shown, sign what is to be signed, and are on site. Pressed twice, it is done once. */
export async function arrive(tx: Tx, here: AtKiosk, given: { visit: string; hash: string; said?: Said; typedName: string; drawing: string | null }): Promise<Arrived> {
  const visit = await store.lockVisit(tx, given.visit);
  if (!visit || visit.kiosk !== here.kiosk.id) return { ok: false, why: 'gone' };
  const state = stateOf(visit);
  if (state === 'on-site') return { ok: true, visit: visit.id, wifi: null };
  if (state !== 'begun') return { ok: false, why: 'gone' };
  const rules = await rulesOf(tx, here, visit);
  if ((rules.hash ?? '') !== given.hash) return { ok: false, why: 'changed' };
  const said = given.said ?? {};
  if (Object.keys(unsaid(rules.sheets, said)).length > 0) return { ok: false, why: 'unticked' };
  const person = await personFor(tx, here, { visit, rules });
  // Why before signing: what is asked of a guest depends on what they came for.
  await store.arrive(tx, { id: visit.id, person, code: await freshCode(tx, here.today), mark: given.typedName, rulesHash: rules.hash, at: here.at });
  await signShown(tx, here, { visit, rules, person, said, typedName: given.typedName, drawing: given.drawing });
  await write(tx, { school: here.school.id, deed: 'visitor-arrived', by: person ?? 'countersign', about: visit.id, at: here.at, words: { kind: visit.kind } });
  await tellHost(tx, here, visit);
  const wifi = person !== null && visit.wantsAccess ? await giveWifiCode(tx, here, { person, names: rules.names, visit: visit.id, endsOn: (await stintOf(tx, person, here.today))?.until ?? visit.day, at: here.at }) : null;
  return { ok: true, visit: visit.id, wifi: wifi ?? (visit.wantsAccess ? 'no-rules' : null) };
}

/** The person of the school who signs: one it knows, a guest who comes again, or somebody new. Null where nothing is signed and nothing given. */
async function personFor(tx: Tx, here: AtKiosk, { visit, rules }: { visit: Visit; rules: GuestRules }): Promise<string | null> {
  const { school, today, at } = here;
  const doing: Doing = { school: school.id, by: 'countersign', at };
  const known = visit.person === null ? null : await findPerson(tx, visit.person, today);
  if (known && known.leftOn !== null && known.leftOn < today) await comeAgain(tx, doing, { person: known.id, today });
  if (!known && rules.sheets.length === 0) return null;
  const person = known?.id ?? (await addPeople(tx, doing, [{ givenName: visit.givenName, familyName: visit.familyName, email: null, joinedOn: today, leftOn: today, kinds: [visit.kind] }]))[0]!;
  if (visit.kind === 'supply' && !(await stintOf(tx, person, today))) {
    await addStint(tx, school.id, { person, agency: visit.organisation, from: today, until: today, classes: '', host: visit.host, by: null, at });
  } else if (visit.kind !== 'supply' && (!known || (await store.isGuest(tx, person)))) {
    await store.keepGuest(tx, school.id, { person, name: keyOf(nameOf(visit)), organisation: keyOf(visit.organisation), day: today });
  }
  return person;
}

/** Somebody who had left is here for today. */
export async function comeAgain(tx: Tx, doing: Doing, of: { person: string; today: string }): Promise<void> {
  await stayUntil(tx, doing, { person: of.person, on: of.today });
  await announce(tx, 'person-joined', { ...doing, person: of.person, on: of.today });
}

async function signShown(tx: Tx, here: AtKiosk, of: { visit: Visit; rules: GuestRules; person: string | null; said: Said; typedName: string; drawing: string | null }): Promise<void> {
  const open = of.rules.sheets.filter(sheet => sheet.signedOn === null);
  if (open.length === 0 || of.person === null) return;
  const { school, today, at, kiosk } = here;
  const done = await askFeature('signAtDoor', tx, {
    school, today, at, person: of.person, kinds: of.rules.names, policies: open.map(sheet => sheet.policy), hashes: open.map(sheet => sheet.hash), said: of.said,
    typedName: of.typedName, drawing: of.drawing, channel: 'kiosk', witness: kiosk.startedBy, language: of.visit.language ?? undefined,
  });
  // Why an error: the same text was read a moment ago in this transaction, and undoing it all is the safe end.
  if (done !== 'signed') throw new Error('the rules changed while somebody signed at the kiosk');
  const { person } = of;
  const email = (await findPerson(tx, person, today))?.email;
  if (email) await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, [{ person: of.person, draw: () => signedMail(school, { person, to: email, titles: open.map(sheet => sheet.title), place: kiosk.place, once: of.visit.id }) }]));
}

const CODE_SIGNS = 4;

/** A code that no badge of today has. */
async function freshCode(tx: Tx, today: string): Promise<string> {
  for (let signs = CODE_SIGNS; ; signs = Math.min(signs + 1, 12)) {
    const code = codeFrom(randomBytes(signs));
    if (!(await store.hasCode(tx, today, code))) return code;
  }
}

async function tellHost(tx: Tx, { school, today, at, kiosk }: AtKiosk, visit: Visit): Promise<void> {
  const host = visit.host === null ? null : await findPerson(tx, visit.host, today);
  if (!host?.email) return;
  const { id, email } = host;
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, [{ person: id, draw: () => arrivedMail(school, { visit, host: id, to: email, place: kiosk.place, at }) }]));
}

/** Somebody leaves: by the tablet, or the office notes it. A code for the wifi that was for this visit ends with it. */
export async function leave(tx: Tx, doing: Doing, of: { visit: string; how: LeftHow }): Promise<boolean> {
  const visit = await store.lockVisit(tx, of.visit);
  if (!visit || !(await store.leave(tx, { id: visit.id, how: of.how, at: doing.at }))) return false;
  await write(tx, { ...doing, deed: 'visitor-left', about: visit.id, words: { how: of.how } });
  if (visit.person !== null && !(await staysOn(tx, visit))) await withdrawCodesOf(tx, doing, { person: visit.person, why: 'visit-ended' });
  return true;
}

/** Supply staff who are here tomorrow too keep their code. */
const staysOn = async (tx: Tx, visit: Visit): Promise<boolean> => ((await stintOf(tx, visit.person!, visit.day))?.until ?? visit.day) > visit.day;

/** Takes "has left" back. */
export async function takeBackLeaving(tx: Tx, doing: Doing, visit: string): Promise<boolean> {
  if (!(await store.comeBack(tx, visit))) return false;
  await write(tx, { ...doing, deed: 'take-back-visitor-left', about: visit });
  return true;
}

/** An arrival stops before its end: what was typed goes. */
export async function stopArrival(tx: Tx, doing: Doing, of: { visit: string; kiosk: string }): Promise<void> {
  const visit = await store.lockVisit(tx, of.visit);
  if (!visit || visit.kiosk !== of.kiosk || stateOf(visit) !== 'begun') return;
  await store.dropUnfinished(tx, { id: visit.id });
  await write(tx, { ...doing, deed: 'stop-visit', about: visit.id });
}

/** "That is not me": the tablet had taken a guest for somebody of the same name. */
export async function notThatPerson(tx: Tx, doing: Doing, of: { visit: string; kiosk: string }): Promise<void> {
  const visit = await store.lockVisit(tx, of.visit);
  if (!visit || visit.kiosk !== of.kiosk || stateOf(visit) !== 'begun') return;
  await store.notThatPerson(tx, visit.id);
  await write(tx, { ...doing, deed: 'not-that-person', about: visit.id });
}

/** A host writes down who is coming. */
export async function expectVisitor(tx: Tx, doing: Doing, given: Pick<Typed, 'givenName' | 'familyName' | 'organisation' | 'reason' | 'about'> & { day: string; time: string | null; host: string }): Promise<string> {
  const { day, time, host, ...typed } = given;
  const id = await store.addVisit(tx, doing.school, { ...typed, day, vehicle: '', kind: kindFor(typed.reason), person: null, host, expectedBy: doing.by, expectedTime: time, kiosk: null, wantsAccess: false, language: null, begunAt: null }, doing.at);
  await write(tx, { ...doing, deed: 'expect-visitor', about: id, words: { day } });
  return id;
}

/** An expected visit will not be. False where it has begun. */
export async function cancelExpected(tx: Tx, doing: Doing, visit: string): Promise<boolean> {
  if (!(await store.cancel(tx, visit, doing.at))) return false;
  await write(tx, { ...doing, deed: 'cancel-visit', about: visit });
  return true;
}

/** Notes everybody as gone who is still on the list after the day's end. Returns how many. */
export async function endDay(tx: Tx, doing: Doing, of: { today: string; dayIsOver: boolean }): Promise<number> {
  const gone = await store.endDay(tx, { ...of, at: doing.at });
  await writeAll(tx, gone.map(visit => ({ ...doing, deed: 'visitor-left', about: visit.id, words: { how: 'day-end' } })));
  for (const visit of gone) if (visit.person !== null && !(await staysOn(tx, visit))) await withdrawCodesOf(tx, doing, { person: visit.person, why: 'visit-ended' });
  return gone.length;
}

/** Empties visits older than the school keeps them. Returns how many. */
export async function eraseOldVisits(tx: Tx, doing: Doing, keepFrom: string): Promise<number> {
  const erased = await store.eraseBefore(tx, keepFrom, doing.at);
  if (erased > 0) await write(tx, { ...doing, deed: 'erase-visits', words: { visits: String(erased), before: keepFrom } });
  return erased;
}
