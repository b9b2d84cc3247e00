import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Clause, FrontMatter, Policy } from '../../rulebook/index.ts';
import { calendarOf } from './calendar.ts';
import { askOf, dutyBinds, needOf, stateOf, statementFor } from './decisions.ts';
import { sheetOf } from './shown.ts';
import type { Bound, Signed, SigningPolicy } from './words.ts';

const at = { file: 'code.md', line: 1, column: 1 };
const clause = (id: string): Clause => ({ id, number: id, headings: [], text: `Words of ${id}.`, rules: [], at });
const front = (more: Partial<FrontMatter> = {}): FrontMatter => ({ policy: 'code', title: 'Code', binds: ['staff'], readWith: [], public: true, readers: 'adults', sign: { as: 'read-and-agree', on: ['joining'] }, ...more });
const document = (ids: readonly string[], more: Partial<FrontMatter> = {}): Policy =>
  ({ id: 'code', file: 'code.md', front: front(more), clauses: ids.map(clause), body: ids.map(id => ({ kind: 'paragraph', clause: id, children: [{ kind: 'text', text: `Words of ${id}.` }] })) });

const policy = (more: Partial<SigningPolicy> = {}): SigningPolicy => ({
  policy: 'code', title: 'Code', editionId: 'edition-1', edition: 1, firstInForce: '2026-09-07', on: ['joining', 'new-duty'], signers: ['staff'], countersign: false,
  childMayLeaveOut: false, duties: [], document: document(['a', 'b', 'c']), ...more,
});
const teacher: Bound = { id: 'tess', names: ['teacher', 'staff'], joinedOn: '2020-09-01', since: { teacher: '2020-09-01', staff: '2020-09-01' } };
const signed = (more: Partial<Signed> = {}): Signed => ({ id: 'agreement-1', edition: 1, on: '2026-09-10', withdrawnOn: null, ...more });
const now = { today: '2026-11-23', calendar: calendarOf([]) };
const toStaff = { kinds: ['staff'], except: [] };

test('whoever joins after the code is asked because they joined', () => {
  const newcomer = { ...teacher, joinedOn: '2026-11-16', since: { staff: '2026-11-16' } };
  deepEqual(needOf(newcomer, policy(), null, now), { reason: 'joining', since: '2026-11-16', due: '2026-11-30', clauses: [] });
});

test('whoever was here before the code is asked because the code is new', () => equal(needOf(teacher, policy(), null, now)?.reason, 'new-policy'));

test('a pupil who becomes a senior is asked because of moving up', () => {
  const pupil: Bound = { id: 'poppy', names: ['pupil-senior', 'pupil'], joinedOn: '2021-09-01', since: { 'pupil-senior': '2026-09-21', pupil: '2021-09-01' } };
  equal(needOf(pupil, policy({ signers: ['pupil-senior'] }), null, now)?.reason, 'moving-up');
  const before = signed({ on: '2026-09-10' });
  equal(needOf(pupil, policy({ signers: ['pupil-senior'], on: ['joining', 'moving-up'] }), before, now)?.reason, 'moving-up');
  equal(needOf(pupil, policy({ signers: ['pupil-senior'], on: ['joining'] }), before, now), null);
});

test('a policy signed every year is asked for again on the day, not before', () => {
  const yearly = policy({ on: ['joining', '1 year'] });
  equal(needOf(teacher, yearly, signed(), { ...now, today: '2027-09-09' }), null);
  deepEqual(needOf(teacher, yearly, signed(), { ...now, today: '2027-09-10' })?.reason, 'renewal');
});

test('an agreement taken back is asked for again from that day', () =>
  deepEqual(needOf(teacher, policy(), signed({ withdrawnOn: '2026-11-20' }), now), { reason: 'withdrawn', since: '2026-11-20', due: '2026-12-04', clauses: [] }));

test('only what is still in the document is asked about', () => {
  const duties = [{ edition: 2, inForce: '2026-10-01', clauses: [{ clause: 'gone', binds: [toStaff] }] }, { edition: 3, inForce: '2026-11-02', clauses: [{ clause: 'c', binds: [toStaff] }] }];
  deepEqual(needOf(teacher, policy({ edition: 3, duties }), signed(), now)?.clauses, ['c']);
  equal(needOf(teacher, policy({ edition: 2, duties: duties.slice(0, 1) }), signed(), now), null);
});

test('a policy that asks only on joining never asks again for a new duty', () => {
  const duties = [{ edition: 2, inForce: '2026-10-01', clauses: [{ clause: 'c', binds: [toStaff] }] }];
  equal(needOf(teacher, policy({ edition: 2, on: ['joining'], duties }), signed(), now), null);
});

test('a duty for staff except ICT does not bind ICT', () => {
  const duty = { clause: 'c', binds: [{ kinds: ['staff'], except: ['ict'] }] };
  equal(dutyBinds(duty, ['ict', 'staff']), false);
  equal(dutyBinds(duty, ['teacher', 'staff']), true);
});

test('the youngest need only their parent; older pupils need both', () => {
  const child: Bound = { id: 'cara', names: ['pupil'], joinedOn: '2026-09-07', since: { pupil: '2026-09-07' } };
  const ask = (childMayLeaveOut: boolean, self: Signed | null, guardian: Signed | null) => askOf(child, policy({ signers: ['pupil'], countersign: true, childMayLeaveOut }), { self, guardian, declinedOn: null }, now)!.open;
  deepEqual([ask(true, null, signed()), ask(true, signed(), null), ask(false, null, signed()), ask(false, signed(), null), ask(false, signed(), signed())], [false, true, true, true, false]);
});

test('the last day is still in time; the day after is overdue; a refusal is to be talked about', () => {
  const ask = { open: true, due: '2026-11-30', declinedOn: null };
  deepEqual([stateOf(ask, '2026-11-30'), stateOf(ask, '2026-12-01'), stateOf({ ...ask, declinedOn: '2026-11-25' }, '2026-12-01'), stateOf({ ...ask, open: false }, '2026-12-01')], ['waiting', 'overdue', 'declined', 'signed']);
});

test('school days leave out weekends, and holidays where the terms are known', () => {
  equal(calendarOf([]).afterSchoolDays('2026-12-17', 2), '2026-12-21');
  const terms = [{ from: '2026-09-02', to: '2026-12-18' }, { from: '2027-01-04', to: '2027-03-26' }];
  equal(calendarOf(terms).afterSchoolDays('2026-12-17', 2), '2027-01-04');
});

test('one changed letter, another statement or another edition gives another seal', () => {
  const seal = (text: Policy, number = 1, capacity: 'self' | 'guardian' = 'self') => sheetOf({ id: 'e', number, document: text }, { capacity, clauses: [] }).hash;
  const plain = document(['a', 'b']);
  const other = { ...plain, body: [{ kind: 'paragraph' as const, clause: 'a', children: [{ kind: 'text' as const, text: 'Words of a!' }] }, ...plain.body.slice(1)] };
  equal(seal(plain), seal(document(['a', 'b'])));
  equal(new Set([seal(plain), seal(other), seal(plain, 2), seal(plain, 1, 'guardian')]).size, 4);
});

test('the statement names nobody, so that it can be kept when a person is erased', () => {
  for (const readers of ['adults', 'pupils', 'early-years'] as const) for (const capacity of ['self', 'guardian'] as const) ok(/^(I|We)\b/.test(statementFor(document(['a'], { readers }), { capacity, whole: true })));
});

/* ------------------------------------------------------------------ for any school */

const kinds = ['teacher', 'support-staff', 'visitor', 'ict'];
const whom = fc.record({ kinds: fc.subarray(kinds), except: fc.subarray(kinds, { maxLength: 1 }) });
const duty = fc.record({ clause: fc.constantFrom('a', 'b', 'c'), binds: fc.array(whom, { maxLength: 3 }) });
const editions = fc.array(fc.array(duty, { maxLength: 3 }), { minLength: 1, maxLength: 5 });
const anybody = fc.record({ names: fc.subarray(kinds, { minLength: 1 }), signedEdition: fc.integer({ min: 1, max: 6 }) });

test('for any editions, somebody who has signed is asked again only if a later new duty binds them, and about nothing else', () => {
  fc.assert(fc.property(editions, anybody, (later, { names, signedEdition }) => {
    const duties = later.map((clauses, index) => ({ edition: index + 2, inForce: `2026-10-0${index + 1}`, clauses }));
    const edition = later.length + 1;
    const person: Bound = { id: 'x', names, joinedOn: '2026-09-07', since: Object.fromEntries(names.map(name => [name, '2026-09-07'])) };
    const need = needOf(person, policy({ signers: kinds, edition, duties }), signed({ edition: signedEdition }), now);
    const mine = duties.filter(one => one.edition > signedEdition).flatMap(one => one.clauses).filter(one => dutyBinds(one, names)).map(one => one.clause);
    deepEqual([...(need?.clauses ?? [])].sort(), [...new Set(mine)].sort());
    equal(need === null, mine.length === 0);
    if (need) equal(need.reason, 'new-duty');
  }), { numRuns: 2000 });
});

test('for any editions, whoever signs what is asked is asked nothing more', () => {
  fc.assert(fc.property(editions, anybody, (later, { names }) => {
    const duties = later.map((clauses, index) => ({ edition: index + 2, inForce: `2026-10-0${index + 1}`, clauses }));
    const current = policy({ signers: kinds, edition: later.length + 1, duties });
    const person: Bound = { id: 'x', names, joinedOn: '2026-09-07', since: Object.fromEntries(names.map(name => [name, '2026-09-07'])) };
    equal(needOf(person, current, signed({ edition: current.edition, on: now.today }), now), null);
  }), { numRuns: 1000 });
});

test('an ask is closed exactly when nothing is left to sign', () => {
  const maybe = fc.option(fc.record({ id: fc.constant('s'), edition: fc.integer({ min: 1, max: 3 }), on: fc.constant('2026-09-10'), withdrawnOn: fc.option(fc.constant('2026-11-01')) }), { nil: null });
  fc.assert(fc.property(maybe, maybe, fc.boolean(), fc.boolean(), fc.array(duty, { maxLength: 2 }), (self, guardian, countersign, childMayLeaveOut, clauses) => {
    const asked = policy({ signers: kinds, edition: 2, countersign, childMayLeaveOut: childMayLeaveOut && countersign, duties: [{ edition: 2, inForce: '2026-10-01', clauses }] });
    const person: Bound = { id: 'x', names: ['teacher'], joinedOn: '2026-09-07', since: { teacher: '2026-09-07' } };
    const ask = askOf(person, asked, { self, guardian, declinedOn: '2026-11-02' }, now)!;
    equal(ask.open, ask.need !== null);
    equal(ask.declinedOn, ask.open ? '2026-11-02' : null);
    if (!ask.open) ok(ask.agreementId ?? ask.countersignatureId);
  }), { numRuns: 1000 });
});
