import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { openSchool, type TestSchool } from '../../../tests/support/school.ts';
import { readLines, verify } from '../../logbook/index.ts';
import { sql } from '../../platform/database/index.ts';
import { addDays } from '../../platform/days.ts';
import { findPerson, listHolders, listPeople } from '../people/index.ts';
import type { Said } from './decisions.ts';
import * as deeds from './deeds.ts';
import { visitors } from './index.ts';
import { startKiosk } from './kiosk/deeds.ts';
import { kioskOfToken } from './kiosk/reads.ts';
import { endVisitsEverywhere } from './round.ts';
import { rulesOf, type GuestRules } from './rules.ts';
import { findVisit, listOnSite } from './store.ts';
import { addSupply, signByLink } from './supply/deeds.ts';
import { addLink } from './supply/store.ts';
import { linkView } from './supply/reads.ts';
import { addWifiCodes, closeCodes, giveWifiCode, withdrawCodesOf } from './wifi/deeds.ts';
import { codeOf, countVouchers } from './wifi/reads.ts';
import { settingsOn, type Typed, type Visit } from './words.ts';

/** Every line that is to be said, ticked. */
const everyLine = ({ sheets }: Pick<GuestRules, 'sheets'>): Said => Object.fromEntries(sheets.map(sheet => [sheet.policy, sheet.says.map((_, at) => at)]));

/** The front desk of a school, without pages. */
function deskOf(school: TestSchool) {
  const here = () => ({ school: school.school, vocabulary: school.shared.vocabulary, today: school.today() });
  const holder = async (office: string) => (await school.read(tx => listHolders(tx, school.today()))).find(one => one.office === office)!.person;
  const doing = async (office = 'office') => ({ school: school.school.id, by: await holder(office), at: school.now() });
  const kiosk = async () => {
    const by = await doing();
    return school.change(async tx => (await kioskOfToken(tx, (await startKiosk(tx, by, 'Main reception')).token, school.now()))!);
  };
  const typed = (name: string, more: Partial<Typed> = {}): Typed => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return { givenName, familyName, organisation: '', reason: 'meeting', about: '', vehicle: '', host: '', hostId: null, wantsAccess: false, ...more };
  };
  const comes = async (name: string, more: Partial<Typed> = {}): Promise<{ visit: Visit; wifi: string | null; asked: string[] }> => {
    const at = { ...here(), kiosk: await kiosk(), at: school.now() };
    return school.change(async tx => {
      const begun = await deeds.beginVisit(tx, at, typed(name, more));
      if (!('visit' in begun)) throw new Error(`no host: ${begun.host.why}`);
      const rules = await rulesOf(tx, at, (await findVisit(tx, begun.visit))!);
      const done = await deeds.arrive(tx, at, { visit: begun.visit, hash: rules.hash ?? '', said: everyLine(rules), typedName: name, drawing: null });
      if (!done.ok) throw new Error(done.why);
      return { visit: (await findVisit(tx, begun.visit))!, wifi: done.wifi, asked: rules.sheets.filter(sheet => sheet.signedOn === null).map(sheet => sheet.policy).sort() };
    });
  };
  const goes = async (visit: string) => { const by = await doing(); return school.change(tx => deeds.leave(tx, by, { visit, how: 'self' })); };
  const fillPool = async (codes: string[]) => {
    const closed = await closeCodes(school.shared.sealFolder, codes, { network: 'Guests', validDays: 5, lastDay: null });
    const by = await doing('head');
    await school.change(tx => addWifiCodes(tx, by, closed));
  };
  const codeHeld = (person: string) => school.read(tx => codeOf(tx, { person, today: school.today(), folder: school.shared.sealFolder }));
  return { here, doing, holder, kiosk, typed, comes, goes, fillPool, codeHeld };
}

const signatures = async (school: TestSchool, person: string) =>
  (await school.read(tx => sql<{ policy: string; channel: string; witness: string | null; whole: boolean }>`select policy, channel, witness_id as witness, whole from agreement where by_id = ${person} order by policy`.execute(tx))).rows;

describe('visiting the academy trust', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'academy-trust' }); });
  after(async () => { await school.close(); deepEqual(school.errors, []); });

  test('a guest of the trust is given a code for the wifi after signing and in no other way, and it ends with the visit', async () => {
    const desk = deskOf(school);
    await desk.fillPool(['larch', 'rowan']);
    const without = await desk.comes('Ivo Brandt', { organisation: 'Lantern Lifts', reason: 'works' });
    deepEqual([without.asked, without.wifi, without.visit.person], [[], null, null], 'who uses none of the ICT is asked for nothing');
    const guest = await desk.comes('Una Kent', { organisation: 'Lantern Lifts', wantsAccess: true });
    deepEqual([guest.asked, guest.wifi], [['acceptable-use'], 'given']);
    const [signed] = await signatures(school, guest.visit.person!);
    deepEqual([signed!.channel, signed!.witness], ['kiosk', await desk.holder('office')]);
    deepEqual(await desk.codeHeld(guest.visit.person!), { network: 'Guests', code: 'larch', endsOn: school.today() });
    const unsigned = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['supply'], limit: 50 })))[0]!;
    const standing = await school.change(tx => giveWifiCode(tx, desk.here(), { person: unsigned.id, names: ['supply', 'staff'], visit: null, endsOn: school.today(), at: school.now() }));
    equal(standing === 'given', (await signatures(school, unsigned.id)).length > 0, 'no signature, no code');
    await desk.goes(guest.visit.id);
    equal(await desk.codeHeld(guest.visit.person!), null);
    ok((await school.read(tx => countVouchers(tx, school.today()))).toSwitchOff > 0);
  });

  test('a guest who comes again within the edition signs once, and is told so', async () => {
    const desk = deskOf(school);
    const first = await desk.comes('Wim Ode', { organisation: 'Tide Books', wantsAccess: true });
    await desk.goes(first.visit.id);
    school.travelTo(new Date(school.now().getTime() + 7 * 86_400_000));
    const again = await desk.comes('wim ODE', { organisation: 'tide books', wantsAccess: true });
    deepEqual([again.visit.person, again.asked], [first.visit.person, []]);
    const other = await desk.comes('Wim Ode', { organisation: 'Another House', wantsAccess: true });
    ok(other.visit.person !== first.visit.person, 'the same name from elsewhere is somebody else');
    deepEqual(other.asked, ['acceptable-use']);
    equal((await signatures(school, first.visit.person!)).length, 1);
  });

  test('a volunteer whom the school knows finds themselves, and hears by mail of what was signed in their name', async () => {
    const desk = deskOf(school);
    const known = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['volunteer'], limit: 20 })))[0]!;
    const visit = await desk.comes(`${known.givenName} ${known.familyName}`, { reason: 'helping', wantsAccess: true });
    equal(visit.visit.person, known.id);
    const mails = (await school.read(tx => sql<{ body: string }>`select body from mail_outbox where kind = 'signed-at-door' and person_id = ${known.id}`.execute(tx))).rows;
    equal(mails.length, visit.asked.length > 0 ? 1 : 0);
  });
});

describe('visiting the prep school', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => { await school.close(); deepEqual(school.errors, []); });

  test('a guest of the prep school who uses the network agrees to its code first; one who does not is given the rules on phones', async () => {
    const desk = deskOf(school);
    deepEqual((await desk.comes('Ivo Brandt')).asked, ['mobile-devices']);
    const user = await desk.comes('Una Kent', { wantsAccess: true });
    deepEqual(user.asked, ['mobile-devices', 'staff-code']);
    equal(user.wifi, 'none-left', 'the pool is empty, and nothing is pretended');
  });

  test('a guest who needs no network has nothing waiting, and is asked for the code on the day they do need it', async () => {
    const desk = deskOf(school);
    const stands = async (person: string): Promise<string[]> => {
      await (await school.as('office')).get('/prep-school/agreements/register');
      return (await school.read(tx => sql<{ policy: string; open: boolean }>`select policy, open from agreement_ask where person_id = ${person} order by policy`.execute(tx))).rows.map(row => `${row.policy} ${row.open ? 'waits' : 'signed'}`);
    };
    const guest = await desk.comes('Oona Fell', { organisation: 'Larch Roofing' });
    deepEqual(await stands(guest.visit.person!), ['mobile-devices signed']);
    await desk.goes(guest.visit.id);
    const again = await desk.comes('Oona Fell', { organisation: 'Larch Roofing', wantsAccess: true });
    equal(again.visit.person, guest.visit.person);
    deepEqual(await stands(guest.visit.person!), ['mobile-devices signed', 'staff-code signed']);
  });

  test('a guest who leaves a line of a policy unticked signs nothing and is not signed in; each line that is ticked is kept', async () => {
    const desk = deskOf(school);
    const at = { ...desk.here(), kiosk: await desk.kiosk(), at: school.now() };
    const begun = await school.change(tx => deeds.beginVisit(tx, at, desk.typed('Ida Mere', { wantsAccess: true })));
    ok('visit' in begun);
    const rules = await school.read(async tx => rulesOf(tx, at, (await findVisit(tx, begun.visit))!));
    const lines = rules.sheets.find(sheet => sheet.policy === 'staff-code')!.says;
    ok(lines.length > 0);
    const arrive = (said: Said) => school.change(tx => deeds.arrive(tx, at, { visit: begun.visit, hash: rules.hash ?? '', said, typedName: 'Ida Mere', drawing: null }));
    deepEqual(await arrive({ 'staff-code': [] }), { ok: false, why: 'unticked' });
    equal((await school.read(tx => findVisit(tx, begun.visit)))!.arrivedAt, null);
    equal((await arrive(everyLine(rules))).ok, true);
    const { person } = (await school.read(tx => findVisit(tx, begun.visit)))!;
    const kept = (await school.read(tx => sql<{ words: string }>`select t.words from agreement_tick t join agreement a on a.id = t.agreement_id where a.by_id = ${person} order by t.place`.execute(tx))).rows;
    deepEqual(kept.map(row => row.words), lines.map(line => line.words));
  });

  test('a page that was open while the rules changed signs nothing', async () => {
    const desk = deskOf(school);
    const at = { ...desk.here(), kiosk: await desk.kiosk(), at: school.now() };
    const begun = await school.change(tx => deeds.beginVisit(tx, at, desk.typed('Ada Rook')));
    ok('visit' in begun);
    deepEqual(await school.change(tx => deeds.arrive(tx, at, { visit: begun.visit, hash: '0'.repeat(64), typedName: 'Ada Rook', drawing: null })), { ok: false, why: 'changed' });
    deepEqual((await school.read(tx => listOnSite(tx))).filter(visit => visit.familyName === 'Rook'), []);
    const other = { ...at, kiosk: await desk.kiosk() };
    deepEqual(await school.change(tx => deeds.arrive(tx, other, { visit: begun.visit, hash: '', typedName: 'Ada Rook', drawing: null })), { ok: false, why: 'gone' }, 'another tablet cannot finish it');
  });

  test('a host writes down who is coming; at the tablet the visit finds its host, and begun and stopped it is expected again', async () => {
    const desk = deskOf(school);
    const host = await desk.holder('head');
    await school.change(tx => deeds.expectVisitor(tx, { school: school.school.id, by: host, at: school.now() }, { givenName: 'Nia', familyName: 'Vale', organisation: 'County', reason: 'meeting', about: '', day: school.today(), time: '10:30', host }));
    const at = { ...desk.here(), kiosk: await desk.kiosk(), at: school.now() };
    const begun = await school.change(tx => deeds.beginVisit(tx, at, desk.typed('Nia Vale')));
    ok('visit' in begun);
    equal((await school.read(tx => findVisit(tx, begun.visit)))!.host, host);
    await school.change(tx => deeds.stopArrival(tx, { school: school.school.id, by: 'countersign', at: school.now() }, { visit: begun.visit, kiosk: at.kiosk.id }));
    equal((await school.read(tx => findVisit(tx, begun.visit)))!.begunAt, null);
    const came = await desk.comes('Nia Vale', { organisation: 'County' });
    equal(came.visit.id, begun.visit);
    const told = (await school.read(tx => sql<{ person: string; subject: string }>`select person_id as person, subject from mail_outbox where kind = 'visitor-arrived' and once = ${`visitor-arrived ${came.visit.id}`}`.execute(tx))).rows;
    equal(told[0]!.person, host);
    ok(!/Nia|Vale/.test(told[0]!.subject), 'no name stands in the subject');
  });

  test('a supply teacher signs by a link that works once, and a newer link ends the older', async () => {
    const desk = deskOf(school);
    const by = await desk.doing();
    const stint = await school.change(tx => addSupply(tx, desk.here(), by, { givenName: 'Ruth', familyName: 'Amery', email: null, agency: 'Northgate', from: school.today(), until: school.today(), classes: '4A', host: null }));
    const link = () => school.change(tx => addLink(tx, { school: school.school.id, stint, at: school.now(), expiresAt: new Date(school.now().getTime() + 3_600_000) }));
    const [older, newer] = [await link(), await link()];
    const look = (token: string) => school.read(tx => linkView(tx, desk.here(), { token, now: school.now() }));
    equal(await look(older), null);
    const view = (await look(newer))!;
    const sign = () => school.change(tx => signByLink(tx, desk.here(), { token: newer, stint: view.stint, hash: view.rules.hash!, said: everyLine(view.rules), typedName: 'Ruth Amery', drawing: null, at: school.now() }));
    equal((await sign()).ok, true);
    deepEqual((await signatures(school, view.stint.person)).map(one => one.channel), view.rules.sheets.map(() => 'screen'));
    equal((await sign()).ok, false);
    const twice = await school.change(tx => addSupply(tx, desk.here(), by, { givenName: 'Ruth', familyName: 'Amery', email: null, agency: 'Northgate', from: addDays(school.today(), 7), until: addDays(school.today(), 8), classes: '', host: null }));
    equal((await school.read(tx => sql<{ it: string }>`select person_id::text as it from supply_stint where id = ${twice}`.execute(tx))).rows[0]!.it, view.stint.person, 'who taught here before is known again');
  });

  test('who did not sign out is noted as gone at the end of the day, and a visit is emptied when its time is over', async () => {
    const desk = deskOf(school);
    const guest = await desk.comes('Otto Lund', { organisation: 'Lantern Lifts' });
    await endVisitsEverywhere({ db: school.db, now: school.now() });
    equal((await school.read(tx => findVisit(tx, guest.visit.id)))!.leftAt, null, 'in the morning nobody is sent home');
    school.travelTo(new Date(`${school.today()}T20:30:00Z`));
    await endVisitsEverywhere({ db: school.db, now: school.now() });
    equal((await school.read(tx => findVisit(tx, guest.visit.id)))!.leftHow, 'day-end');
    school.travelTo(new Date(school.now().getTime() + (settingsOn(school.today()).keepVisitsDays + 2) * 86_400_000));
    await endVisitsEverywhere({ db: school.db, now: school.now() });
    equal(await school.read(tx => findVisit(tx, guest.visit.id)), null);
    const left = (await school.read(tx => sql<{ row: string }>`select row_to_json(v)::text as row from visit v`.execute(tx))).rows.map(row => row.row).join();
    ok(!/Otto|Lund|Lantern/.test(left), 'no word of it is left');
    ok((await school.read(tx => readLines(tx, { deed: 'erase-visits', limit: 5 }))).length > 0);
    equal((await school.read(verify)).whole, true);
  });

  test('what visiting knows of a person can be handed over, and forgotten', async () => {
    const desk = deskOf(school);
    await desk.fillPool(['larch']);
    const guest = await desk.comes('Ida Moss', { organisation: 'Tide Books', wantsAccess: true });
    const person = guest.visit.person!;
    const feature = visitors(school.shared);
    const told = JSON.stringify(await school.read(tx => feature.exportPerson!(tx, person)));
    match(told, /Tide Books/);
    ok(!told.includes('larch'), 'a code is not handed out');
    await school.change(tx => feature.erasePerson!(tx, person));
    ok(!/Moss|Tide/.test(JSON.stringify(await school.read(tx => feature.exportPerson!(tx, person)))));
    equal(await desk.codeHeld(person), null);
    equal((await school.change(async tx => withdrawCodesOf(tx, await desk.doing(), { person, why: 'left' }))), 0);
    ok(await school.read(tx => findPerson(tx, person, school.today())));
  });
});
