import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { A_MONDAY, openSchool, type TestSchool } from '../../../tests/support/school.ts';
import { sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { verify } from '../../logbook/index.ts';
import { askFeature } from '../answers.ts';
import { grant, showEvidence, turn, type Doing, type Granting } from './deeds.ts';
import { periodsSaid, setPeriods } from './periods/store.ts';
import { tendPermissions } from './register/run.ts';
import { askFor } from './ask/deeds.ts';
import { countPermissions, exportPermissions, findRequest, forgetInPermissions, listPermissions, listTurns, setOpened } from './store.ts';
import { PERMISSION_STATES, type PermissionState } from './words.ts';

/** Permissions as they are kept, at the village school on a Monday. */
describe('a permission that is kept', () => {
  let school: TestSchool;
  let [teacher, head] = ['', ''];
  const clause = 'village-primary/staff-code#new-software';
  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
    const of = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
    [teacher, head] = [await of('teacher'), await of('head')];
  });
  after(() => school.close());

  const doing = (at = school.now()): Doing => ({ school: school.school, by: head, at, today: school.today() });
  const given = (more: Partial<Granting> = {}): Granting => ({ holder: teacher, act: 'install-software', offices: ['named-approver'], facts: { 'device-owner': 'school' }, conditions: '', reason: 'For the science week', clauses: [clause], from: '2026-11-23', until: '2026-11-27', ...more });
  const live = (person: string, at = school.now()) => school.read(tx => askFeature('livePermissions', tx, person, at));
  const later = (hours: number) => new Date(A_MONDAY.getTime() + hours * 3_600_000);

  test('counts from its first day to the end of its last, for its holder alone', async () => {
    const id = await school.change(tx => grant(tx, doing(), given()));
    deepEqual(await live(teacher), [{ act: 'install-software', office: 'named-approver', live: true, facts: { 'device-owner': 'school' }, use: id }]);
    deepEqual(await live(head), []);
    deepEqual([(await live(teacher, new Date('2026-11-27T23:59:00Z'))).length, (await live(teacher, new Date('2026-11-28T00:00:00Z'))).length], [1, 0]);
  });

  test('does not count while it waits or is suspended, and is over once it is withdrawn', async () => {
    const id = await school.change(tx => grant(tx, doing(), given({ act: 'install-hardware', waitsFor: 'install' })));
    const counts = async (at: Date) => (await live(teacher, at)).some(one => one.act === 'install-hardware');
    equal(await counts(later(0)), false);
    for (const [hours, what, expected] of [[1, 'carried-out', true], [2, 'suspended', false], [3, 'restored', true], [4, 'withdrawn', false]] as const) {
      await school.change(tx => turn(tx, doing(later(hours)), { permission: id, turn: what, reason: '' }));
      equal(await counts(later(hours)), expected, what);
    }
  });

  test('of a group is held by whoever is of its kind that day', async () => {
    await school.change(tx => grant(tx, doing(), { ...given({ act: 'use-personal-device' }), holder: undefined!, holders: { kinds: ['teacher'] } }));
    equal((await live(teacher)).some(one => one.act === 'use-personal-device'), true);
    const pupil = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'pupil'`.execute(tx))).rows[0]!.id;
    equal((await live(pupil)).length, 0);
    await rejects(school.change(tx => grant(tx, doing(), { ...given(), holder: undefined! })));
  });

  test('stands in the list under one state at a time, the same that the rules go by', async () => {
    const counts: Partial<Record<PermissionState, number>> = {};
    for (const state of PERMISSION_STATES) counts[state] = await school.read(tx => countPermissions(tx, { now: later(5), today: '2026-11-23', states: [state] }));
    const all = await school.read(tx => listPermissions(tx, { now: later(5), today: '2026-11-23', limit: 50 }));
    equal(Object.values(counts).reduce((sum, n) => sum + n, 0), all.length);
    deepEqual([counts.live, counts.withdrawn], [2, 1]);
    equal(await school.read(tx => countPermissions(tx, { now: later(5), today: '2026-11-23', standing: true })), 1);
  });

  test('is told of in a sentence to whoever looks back at a day', async () => {
    const lines = await school.read(tx => askFeature('permissionsOn', tx, teacher, '2026-11-23'));
    equal(lines?.filter(line => /granted by .+, from 23 November 2026 to 27 November 2026\.$/.test(line)).length, 3);
    match(lines!.join(' '), /Put a program/i);
    deepEqual(await school.read(tx => askFeature('permissionsOn', tx, teacher, '2026-11-30')), []);
  });

  test('has its lines in the logbook, is its holder’s to read, and is forgotten with them', async () => {
    const lines = (await school.read(tx => sql<{ deed: string; n: number }>`select deed, count(*)::int as n from logbook_entry where deed like '%-permission' group by deed order by deed`.execute(tx))).rows;
    deepEqual(lines.map(line => `${line.deed} ${line.n}`), ['carry-out-permission 1', 'grant-permission 3', 'restore-permission 1', 'suspend-permission 1', 'withdraw-permission 1']);
    equal((await school.read(tx => verify(tx))).whole, true);
    equal(((await school.read(tx => exportPermissions(tx, teacher))) as { permissions: unknown[] }).permissions.length, 2);
    await school.change(tx => forgetInPermissions(tx, teacher));
    equal(((await school.read(tx => exportPermissions(tx, teacher))) as { permissions: unknown[] }).permissions.length, 0);
    equal((await live(teacher)).length, 1);
  });

  test('asked for, and opened by somebody who is forgotten, counts as unopened, unless another has opened it too', async () => {
    const id = await school.change(tx => askFor(tx, { school: school.school, by: teacher, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: teacher, act: 'install-software', facts: {}, evidence: {}, reason: 'A lesson', clauses: [clause], offices: [['head']], named: {}, from: '2026-11-23', until: '2026-11-27',
    } }));
    const opened = async () => (await school.read(tx => findRequest(tx, id)))!.openedAt !== null;
    const forgotten = [newId(), newId()];
    for (const by of forgotten) await school.change(tx => setOpened(tx, [id], { by, at: school.now() }));
    await school.change(tx => forgetInPermissions(tx, forgotten[0]!));
    equal(await opened(), true);
    await school.change(tx => forgetInPermissions(tx, forgotten[1]!));
    equal(await opened(), false);
  });

  test('that stands on something to be shown again is told of so many days before as the school says, once, and rests from the day after', async () => {
    await school.change(tx => setPeriods(tx, { school: school.school.id, by: head, at: later(0), from: '2026-11-23', handOnAfter: 2, lastAfter: 2, lapsesAfter: 30, longestDays: 366, remindDays: 3, evidenceDays: 5 }));
    const id = await school.change(tx => grant(tx, doing(), given({ act: 'take-data-off-site', until: '2026-12-31', evidenceUntil: '2026-12-10' })));
    const turnsOn = async (day: string) => { await tendPermissions({ db: school.db, now: new Date(`${day}T09:00:00Z`) }); return (await school.read(tx => listTurns(tx, [id]))).map(one => one.turn); };
    deepEqual([await turnsOn('2026-12-04'), await turnsOn('2026-12-05'), await turnsOn('2026-12-06'), await turnsOn('2026-12-11')], [[], ['evidence-reminded'], ['evidence-reminded'], ['evidence-reminded', 'suspended']]);
    await school.change(tx => showEvidence(tx, doing(new Date('2026-12-11T10:00:00Z')), { permission: id, evidence: {}, until: '2026-12-26' }));
    deepEqual((await turnsOn('2026-12-22')).slice(2), ['evidence-reminded']);
    deepEqual((await school.read(tx => periodsSaid(tx))).map(one => [one.from, one.remindDays, one.evidenceDays]), [['2026-11-23', 3, 5]]);
  });
});
