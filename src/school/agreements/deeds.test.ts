import { deepEqual, equal, notEqual, ok, rejects } from 'node:assert/strict';
import test, { after } from 'node:test';
import { freshDatabase, type FreshDatabase } from '../../../tests/database/fresh.ts';
import { readLines, verify } from '../../logbook/index.ts';
import { loadWords } from '../../packs/index.ts';
import { inSchool, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { addSchool } from '../../platform/database/index.ts';
import { addFamilies, addPeople, type NewPerson } from '../people/index.ts';
import { hear } from '../bulletin.ts';
import { adopt } from '../policies/index.ts';
import { catchUp, declineAgreement, forgetSignatures, signAgreement, undoAgreement, withdrawAgreement, type Signer, type Signing } from './deeds.ts';
import { stateOf } from './decisions.ts';
import { childOf, editionsBehind, findAgreement, findAsk, listAgreements, listenersFor, registerRows, sheetFor, signedCounts, whoSignsAgain } from './reads.ts';
import type { Capacity } from './words.ts';

const { vocabulary } = loadWords('policies');
const TODAY = '2026-09-16';
const NOW = new Date('2026-09-16T09:00:00Z');

const adultCode = (clauses: string, edition = '1') => `---
policy: staff-code
title: Code for staff
owner: head
edition: "${edition}"
binds: [staff, visitor]
approved: { by: governing-body, on: 2026-09-01 }
in-force: 2026-09-07
review: { every: 1 year, next: 2027-09-01 }
sign: { as: read-and-agree, on: [joining, new-duty] }
---

## What goes onto a device

Ask the ICT lead before anything new goes onto a school device. {#install}

::ask[install-software]{of=ict-lead when="device-owner=school"}
${clauses}`;

const NEW_FOR_VISITORS = `
Leave your own phone at the office. {#phones}

::never[carry-personal-device]{who=visitor when="place=classroom"}
`;

const childCode = `---
policy: pupil-code
title: My rules
owner: head
edition: "1"
binds: [pupil-senior]
approved: { by: governing-body, on: 2026-09-01 }
in-force: 2026-09-07
review: { every: 1 year, next: 2027-09-01 }
sign: { as: read-and-agree, on: [joining, moving-up], countersign: [parent] }
readers: pupils
---

## My rules

I keep my password to myself. {#password}

::never[share-password]
`;

let opened: Promise<FreshDatabase> | undefined;
const database = async (): Promise<FreshDatabase['db']> => (await (opened ??= freshDatabase())).db;
after(async () => (await opened)?.db.destroy()); // the shared server may be gone by now; the next run drops the database

interface Yard {
  readonly school: School;
  readonly in: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly ids: Readonly<Record<'teacher' | 'visitor' | 'child' | 'mother' | 'father' | 'aunt', string>>;
}

let made = 0;
const person = (givenName: string, kind: string): NewPerson => ({ givenName, familyName: 'Testwell', email: null, joinedOn: '2026-09-01', kinds: [kind] });

/** A small school with two policies: staff and visitors sign one, pupils with a parent the other. */
async function aSchool(): Promise<Yard> {
  const school: School = { id: newId(), slug: `school-${++made}`, name: 'Testwell School', pack: 'test' };
  const db = await database();
  await addSchool(db, school);
  const within = <T>(work: (tx: Tx) => Promise<T>) => inSchool(db, school.id, work);
  const doing = { school: school.id, by: 'countersign', at: NOW };
  const kinds = [person('Tess', 'teacher'), person('Vik', 'visitor'), person('Cara', 'pupil-senior'), person('Mona', 'parent'), person('Finn', 'parent'), person('Aya', 'parent')];
  const [teacher, visitor, child, mother, father, aunt] = await within(tx => addPeople(tx, doing, kinds)) as [string, string, string, string, string, string];
  await within(tx => addFamilies(tx, doing, [
    { childId: child, parentId: mother, relation: 'mother', mayAgree: true, noContact: false },
    { childId: child, parentId: father, relation: 'father', mayAgree: true, noContact: true },
    { childId: child, parentId: aunt, relation: 'aunt', mayAgree: false, noContact: false },
  ]));
  const yard: Yard = { school, in: within, ids: { teacher, visitor, child, mother, father, aunt } };
  await publish(yard, adultCode(''), '2026-09-07');
  await publish(yard, childCode, '2026-09-07');
  await bringInStep(yard);
  return yard;
}

const by = (yard: Yard, id: string, kinds: readonly string[], today = TODAY): Signer => ({ school: yard.school, vocabulary, by: id, kinds, at: new Date(`${today}T09:00:00Z`), today });
const publish = (yard: Yard, markdown: string, inForce: string) =>
  yard.in(tx => adopt(tx, { school: yard.school, vocabulary, by: null, at: NOW, today: TODAY }, { markdown, inForce }));

async function bringInStep(yard: Yard, today = TODAY): Promise<void> {
  await yard.in(async tx => {
    const behind = await editionsBehind(tx, { school: yard.school, vocabulary, today });
    if (behind) await catchUp(tx, { school: yard.school, vocabulary, today }, behind);
  });
}

/** Signs what is asked, as the page would send it. */
async function signs(yard: Yard, who: { by: string; for?: string; policy: string; capacity?: Capacity; more?: Partial<Signing>; today?: string }) {
  const capacity = who.capacity ?? 'self';
  const subject = who.for ?? who.by;
  return yard.in(async tx => {
    const ask = await findAsk(tx, subject, who.policy);
    const sheet = ask && await sheetFor(tx, ask, capacity, vocabulary);
    const shown = { edition: sheet?.editionId ?? newId(), hash: sheet?.hash ?? '' };
    return signAgreement(tx, by(yard, who.by, ['staff'], who.today), { person: subject, capacity, policy: who.policy, shown, typedName: 'A name', drawing: null, once: newId(), ...who.more });
  });
}

const askOf = (yard: Yard, who: string, policy: string) => yard.in(tx => findAsk(tx, who, policy));

test('a teacher is asked for the staff code because the code is new, with ten school days to sign', async () => {
  const yard = await aSchool();
  const ask = await askOf(yard, yard.ids.teacher, 'staff-code');
  deepEqual({ reason: ask?.need?.reason, since: ask?.need?.since, due: ask?.need?.due, open: ask?.open }, { reason: 'new-policy', since: '2026-09-07', due: '2026-09-21', open: true });
  equal(await askOf(yard, yard.ids.teacher, 'pupil-code'), null);
});

test('signing adds one row, one line in the logbook, and closes the ask', async () => {
  const yard = await aSchool();
  const done = await signs(yard, { by: yard.ids.teacher, policy: 'staff-code' });
  ok(done.ok && !done.already);
  equal((await askOf(yard, yard.ids.teacher, 'staff-code'))?.open, false);
  const lines = await yard.in(tx => readLines(tx, { deed: 'sign-agreement', limit: 10 }));
  deepEqual(lines.map(line => [line.by, line.about, line.clause]), [[yard.ids.teacher, done.ok && done.agreement, `${yard.school.slug}/staff-code`]]);
  equal((await yard.in(verify)).whole, true);
});

test('pressing the button twice signs once', async () => {
  const yard = await aSchool();
  const once = newId();
  const results = await Promise.all([1, 2].map(() => signs(yard, { by: yard.ids.teacher, policy: 'staff-code', more: { once } })));
  ok(results.every(done => done.ok));
  equal((await yard.in(tx => listAgreements(tx, { persons: [yard.ids.teacher], limit: 10 }))).length, 1);
  equal((await yard.in(tx => readLines(tx, { deed: 'sign-agreement', limit: 10 }))).length, 1);
});

test('a page drawn from other words is not signed', async () => {
  const yard = await aSchool();
  const done = await signs(yard, { by: yard.ids.teacher, policy: 'staff-code', more: { shown: { edition: newId(), hash: 'f'.repeat(64) } } });
  deepEqual(done, { ok: false, why: 'changed' });
  equal((await askOf(yard, yard.ids.teacher, 'staff-code'))?.open, true);
});

test('nobody signs a policy that does not ask them', async () => {
  const yard = await aSchool();
  deepEqual(await signs(yard, { by: yard.ids.teacher, policy: 'pupil-code' }), { ok: false, why: 'not-asked' });
  deepEqual(await signs(yard, { by: yard.ids.mother, for: yard.ids.teacher, policy: 'staff-code', capacity: 'guardian' }), { ok: false, why: 'not-asked' });
});

test('a child promises and a parent countersigns; only both close the ask', async () => {
  const yard = await aSchool();
  await signs(yard, { by: yard.ids.child, policy: 'pupil-code' });
  const half = await askOf(yard, yard.ids.child, 'pupil-code');
  deepEqual([half?.open, half?.signedOn, half?.countersignedOn], [true, TODAY, null]);
  await signs(yard, { by: yard.ids.mother, for: yard.ids.child, policy: 'pupil-code', capacity: 'guardian' });
  const both = await askOf(yard, yard.ids.child, 'pupil-code');
  deepEqual([both?.open, both?.countersignedOn], [false, TODAY]);
});

test('a parent without contact, or who may not agree, cannot sign beside the child', async () => {
  const yard = await aSchool();
  const may = (parent: string) => yard.in(tx => childOf(tx, { parent, child: yard.ids.child, today: TODAY }));
  equal((await may(yard.ids.mother))?.id, yard.ids.child);
  for (const parent of [yard.ids.father, yard.ids.aunt, yard.ids.teacher]) equal(await may(parent), null);
});

test('a new edition asks again only those whom its new duty binds, and only about it', async () => {
  const yard = await aSchool();
  for (const id of [yard.ids.teacher, yard.ids.visitor]) await signs(yard, { by: id, policy: 'staff-code' });
  const signedBefore = await yard.in(tx => listAgreements(tx, { persons: [yard.ids.teacher, yard.ids.visitor], limit: 10 }));
  const again = await yard.in(tx => whoSignsAgain({ vocabulary })(tx, { policy: 'staff-code', signers: ['staff', 'visitor'], newDuties: [{ clause: 'phones', binds: [{ kinds: ['visitor'], except: [] }] }], today: TODAY }));
  await publish(yard, adultCode(NEW_FOR_VISITORS, '2'), '2026-09-15');
  await bringInStep(yard);
  equal((await askOf(yard, yard.ids.teacher, 'staff-code'))?.open, false);
  const visitor = await askOf(yard, yard.ids.visitor, 'staff-code');
  deepEqual([visitor?.open, visitor?.need?.reason, visitor?.need?.clauses], [true, 'new-duty', ['phones']]);
  deepEqual(again, { total: 1, byKind: [{ kind: 'visitor', count: 1 }] });
  deepEqual(await yard.in(tx => listAgreements(tx, { persons: [yard.ids.teacher, yard.ids.visitor], limit: 10 })), signedBefore);
});

test('an edition heard of in the bulletin asks at once when it is in force, and not before its day', async () => {
  const yard = await aSchool();
  await signs(yard, { by: yard.ids.visitor, policy: 'staff-code' });
  const day = '2026-10-01';
  const edition = await publish(yard, adultCode(NEW_FOR_VISITORS, '2'), day);
  const event = { school: yard.school.id, policy: 'staff-code', edition: edition.id, newDuties: ['phones'], first: false, by: 'countersign', inForce: day };
  const heard = listenersFor({ vocabulary })['policy-published'];
  await yard.in(tx => heard(tx, { ...event, at: NOW }));
  equal((await askOf(yard, yard.ids.visitor, 'staff-code'))?.open, false);
  await yard.in(tx => heard(tx, { ...event, at: new Date(`${day}T09:00:00Z`) }));
  equal((await askOf(yard, yard.ids.visitor, 'staff-code'))?.need?.reason, 'new-duty');
  equal((await yard.in(tx => signedCounts(tx, 'pupil-code', day)))?.bound, 1);
});

test('saying no leaves the ask open to talk about, and a later signature settles it', async () => {
  const yard = await aSchool();
  const declining = { person: yard.ids.teacher, capacity: 'self' as const, policy: 'staff-code', reason: 'The second rule', talkTo: 'head', once: newId() };
  equal(await yard.in(tx => declineAgreement(tx, by(yard, yard.ids.teacher, ['staff']), declining)), true);
  const ask = await askOf(yard, yard.ids.teacher, 'staff-code');
  equal(stateOf({ open: ask!.open, due: ask!.need!.due, declinedOn: ask!.declinedOn }, TODAY), 'declined');
  await signs(yard, { by: yard.ids.teacher, policy: 'staff-code', today: '2026-09-17' });
  equal((await askOf(yard, yard.ids.teacher, 'staff-code'))?.open, false);
});

test('taking an agreement back is another row, and asks again', async () => {
  const yard = await aSchool();
  const done = await signs(yard, { by: yard.ids.teacher, policy: 'staff-code' });
  const agreement = (await yard.in(tx => findAgreement(tx, done.ok ? done.agreement : '')))!;
  await yard.in(tx => withdrawAgreement(tx, by(yard, yard.ids.teacher, ['staff']), { agreement, reason: '', document: null }));
  const kept = await yard.in(tx => findAgreement(tx, agreement.id));
  deepEqual({ ...kept, withdrawnOn: null }, agreement);
  equal(kept?.withdrawnOn, TODAY);
  equal((await askOf(yard, yard.ids.teacher, 'staff-code'))?.need?.reason, 'withdrawn');
});

test('a signature that was noted by mistake is undone, and whatever hangs on it is told', async () => {
  const yard = await aSchool();
  const told: string[] = [];
  hear('agreement-withdrawn', async (_, event) => { told.push(event.person); });
  const done = await signs(yard, { by: yard.ids.visitor, policy: 'staff-code' });
  const agreement = (await yard.in(tx => findAgreement(tx, done.ok ? done.agreement : '')))!;
  equal(await yard.in(tx => undoAgreement(tx, by(yard, yard.ids.teacher, ['staff']), agreement)), true);
  equal((await askOf(yard, yard.ids.visitor, 'staff-code'))?.open, true);
  deepEqual(told.filter(person => person === yard.ids.visitor), [yard.ids.visitor]);
});

test('an agreement cannot be changed or removed, not even by our own code', async () => {
  const yard = await aSchool();
  await signs(yard, { by: yard.ids.teacher, policy: 'staff-code' });
  await rejects(yard.in(tx => sql`update agreement set typed_name = 'somebody else'`.execute(tx)), /permission denied/);
  await rejects(yard.in(tx => sql`delete from agreement`.execute(tx)), /permission denied/);
});

test('erasing a person takes the typed name away and leaves the signature and the whole logbook', async () => {
  const yard = await aSchool();
  const done = await signs(yard, { by: yard.ids.teacher, policy: 'staff-code' });
  const read = () => yard.in(tx => findAgreement(tx, done.ok ? done.agreement : ''));
  const was = (await read())!;
  await yard.in(tx => forgetSignatures(tx, yard.ids.teacher));
  deepEqual(await read(), { ...was, typedName: null, drawing: null });
  equal((await yard.in(verify)).whole, true);
});

test('a school cannot erase the signatures of another school', async () => {
  const [one, other] = [await aSchool(), await aSchool()];
  const done = await signs(one, { by: one.ids.teacher, policy: 'staff-code' });
  await other.in(tx => forgetSignatures(tx, one.ids.teacher));
  notEqual((await one.in(tx => findAgreement(tx, done.ok ? done.agreement : '')))?.typedName, null);
});

test('counts and register agree, and a late signature shows as overdue the day after', async () => {
  const yard = await aSchool();
  await signs(yard, { by: yard.ids.visitor, policy: 'staff-code' });
  const on = (day: string) => yard.in(tx => signedCounts(tx, 'staff-code', day));
  deepEqual(await on('2026-09-21'), { bound: 2, signed: 1, waiting: 1, overdue: 0, declined: 0 });
  deepEqual(await on('2026-09-22'), { bound: 2, signed: 1, waiting: 0, overdue: 1, declined: 0 });
  const rows = await yard.in(tx => registerRows(tx, { today: '2026-09-22', policy: 'staff-code', state: 'overdue', sort: 'name', down: false, limit: 50, offset: 0 }));
  deepEqual(rows.map(row => [row.name, row.state]), [['Tess Testwell', 'overdue']]);
  equal(await yard.in(tx => signedCounts(tx, 'no-such-policy', TODAY)), null);
});

test('somebody who joins is asked from the next page on', async () => {
  const yard = await aSchool();
  const doing = { school: yard.school.id, by: 'countersign', at: NOW };
  const [id] = await yard.in(tx => addPeople(tx, doing, [person('Nell', 'supply')]));
  await yard.in(tx => listenersFor({ vocabulary })['person-joined'](tx, { school: yard.school.id, person: id!, on: TODAY, by: 'countersign', at: NOW }));
  await bringInStep(yard);
  equal((await askOf(yard, id!, 'staff-code'))?.open, true);
});
