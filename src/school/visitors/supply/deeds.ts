/** Supply staff: expected for a day or some days, and let in by a link of their own that signs once. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { askFeature } from '../../answers.ts';
import { addPeople, drawnFor, fullName, listPeople, stayUntil, type Doing, type Person } from '../../people/index.ts';
import { announce } from '../../bulletin.ts';
import { keyOf, unsaid, type Said } from '../decisions.ts';
import { supplyMail } from '../mails.ts';
import { rulesOf, type Here } from '../rules.ts';
import { giveWifiCode, withdrawCodesOf, type CodeGiven } from '../wifi/deeds.ts';
import { settingsOn, type Stint } from '../words.ts';
import * as store from './store.ts';

export interface NewSupply {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly agency: string;
  readonly from: string;
  readonly until: string;
  readonly classes: string;
  readonly host: string | null;
}

/** Adds a supply teacher for the day or days; somebody who taught here before is known again. Those with an address are sent their link. Returns the stint. */
export async function addSupply(tx: Tx, here: Here, doing: Doing, given: NewSupply): Promise<string> {
  const { givenName, familyName, email, ...stint } = given;
  const known = await supplyNamed(tx, given);
  if (known && known.leftOn !== null && known.leftOn < given.until) {
    await stayUntil(tx, doing, { person: known.id, on: given.until });
    await announce(tx, 'person-joined', { ...doing, person: known.id, on: given.from });
  }
  const person = known?.id ?? (await addPeople(tx, doing, [{ givenName, familyName, email, joinedOn: given.from, leftOn: given.until, kinds: ['supply'] }]))[0]!;
  const id = await store.addStint(tx, doing.school, { ...stint, person, by: doing.by, at: doing.at });
  await write(tx, { ...doing, deed: 'add-supply', about: person, words: { from: given.from, until: given.until } });
  const to = email ?? known?.email ?? null;
  if (to !== null) await sendSupplyLink(tx, here, doing, { stint: { ...stint, id, person }, to });
  return id;
}

/** Somebody of this name who is or was supply staff here, with the same address or none on one side. */
async function supplyNamed(tx: Tx, given: NewSupply): Promise<Person | null> {
  const name = `${given.givenName} ${given.familyName}`;
  const found = (await listPeople(tx, { day: given.from, search: name, left: true, limit: 10 })).filter(person => person.kinds.includes('supply') && keyOf(fullName(person)) === keyOf(name)
    && (person.email === null || given.email === null || person.email.toLowerCase() === given.email.toLowerCase()));
  return found.length === 1 ? found[0]! : null;
}

/** A one-time link for a stint; any before it ends. It works from now to some hours after the morning of the first day, or after now. */
export async function makeSupplyLink(tx: Tx, doing: Doing, of: { stint: string; from: string }): Promise<{ token: string; expiresAt: Date }> {
  const { supplyLinkHours } = settingsOn(dayOf(doing.at));
  const morning = Date.parse(`${of.from}T00:00:00Z`);
  const expiresAt = new Date(Math.max(morning, doing.at.getTime()) + supplyLinkHours * 3_600_000);
  const token = await store.addLink(tx, { school: doing.school, stint: of.stint, at: doing.at, expiresAt });
  await write(tx, { ...doing, deed: 'make-supply-link', about: of.stint });
  return { token, expiresAt };
}

/** Sends the link to the teacher's own address. Whoever sends it never sees it. */
export async function sendSupplyLink(tx: Tx, here: Here, doing: Doing, of: { stint: Stint; to: string }): Promise<void> {
  const { token, expiresAt } = await makeSupplyLink(tx, doing, { stint: of.stint.id, from: of.stint.from });
  await putInOutbox(tx, { school: here.school.id, at: doing.at }, await drawnFor(tx, [{ person: of.stint.person, draw: () => supplyMail(here.school, { ...of, token, expiresAt }) }]));
}

/** Ends a stint early: today is its last day; one that has not begun is off. Links to it end. */
export async function endSupply(tx: Tx, doing: Doing, stint: Stint): Promise<void> {
  const today = dayOf(doing.at);
  const until = stint.from <= today ? today : addDays(stint.from, -1);
  await store.endStint(tx, { id: stint.id, until, at: doing.at });
  await write(tx, { ...doing, deed: 'end-supply', about: stint.person, words: { until } });
  if (stint.from <= today) await stayUntil(tx, doing, { person: stint.person, on: today });
  const why = stint.from <= today ? 'visit-ended' : 'left';
  if (stint.until > today) await withdrawCodesOf(tx, doing, { person: stint.person, why });
}

export type SupplySigned = { readonly ok: true; readonly wifi: CodeGiven | null } | { readonly ok: false; readonly why: 'changed' | 'used' | 'unticked' };

/** A supply teacher signs by their link, which is used up, and is given a code for the wifi from the first day on. */
export async function signByLink(tx: Tx, here: Here, of: { token: string; stint: Stint; hash: string; said?: Said; typedName: string; drawing: string | null; at: Date }): Promise<SupplySigned> {
  const { stint, at } = of;
  const rules = await rulesOf(tx, here, { kind: 'supply', person: stint.person, wantsAccess: true });
  if ((rules.hash ?? '') !== of.hash) return { ok: false, why: 'changed' };
  const said = of.said ?? {};
  if (Object.keys(unsaid(rules.sheets, said)).length > 0) return { ok: false, why: 'unticked' };
  if (!(await store.useLink(tx, of.token, at))) return { ok: false, why: 'used' };
  const open = rules.sheets.filter(sheet => sheet.signedOn === null);
  const done = open.length === 0 ? 'signed' : await askFeature('signAtDoor', tx, {
    school: here.school, today: here.today, at, person: stint.person, kinds: rules.names, policies: open.map(sheet => sheet.policy), hashes: open.map(sheet => sheet.hash), said,
    typedName: of.typedName, drawing: of.drawing, channel: 'screen', witness: null, language: here.language,
  });
  if (done !== 'signed') throw new Error('the rules changed while a supply teacher signed');
  if (stint.from > here.today) return { ok: true, wifi: null };
  return { ok: true, wifi: await giveWifiCode(tx, here, { person: stint.person, names: rules.names, visit: null, endsOn: stint.until, at }) };
}
