/** What somebody with a sign-in and malice tries, at every door at once. */
import { deepEqual, equal, match, notEqual } from 'node:assert/strict';
import path from 'node:path';
import test, { after, before, describe } from 'node:test';
import { buildApp } from '../../src/app.ts';
import { openSchool, type TestSchool } from '../support/school.ts';
import { sql, type RawBuilder } from '../../src/platform/database/index.ts';
import { grant, turn } from '../../src/school/permissions/deeds.ts';

let school: TestSchool;
const at = '/village-primary';
const holderOf = async (office: string): Promise<string> => (await school.read(tx => sql<{ person: string }>`select person_id as person from office_holder where office = ${office} order by from_day limit 1`.execute(tx))).rows[0]!.person;
const count = async (rows: RawBuilder<{ n: number }>): Promise<number> => Number((await school.read(tx => rows.execute(tx))).rows[0]!.n);

describe('somebody with malice', () => {
  before(async () => { school = await openSchool(); });
  after(() => school.close());

  test('breaks no page with the character zero: in a form, a search or an address', async () => {
    const head = await school.as('head');
    for (const [path, form] of [['may-i', { question: 'May I bring my phone?\0' }], ['people', { search: 'a\0b' }], ['agreements/register', { search: '\0' }], ['policies/staff-code/given', { which: 'all', search: '\0' }]] as const) {
      notEqual((await head.post(`${at}/${path}`, form)).status, 500, path);
    }
    for (const path of ['may-i?q=%00', 'logbook?search=%00', 'policies/staff-code%00', 'permissions?search=a%00', 'concerns/%00', 'persona/%00']) notEqual((await head.get(`${at}/${path}`)).status, 500, path);
    deepEqual(school.errors, []);
  });

  test('is answered an address that cannot be read as one where nothing is', async () => {
    for (const client of [school.guest(), await school.as('teacher')]) {
      const [unreadable, absent] = [await client.get(`${at}/%`), await client.get(`${at}/nothing-of-this-name`)];
      deepEqual([unreadable.status, unreadable.headers['content-type'], unreadable.headers['content-security-policy']], [absent.status, absent.headers['content-type'], absent.headers['content-security-policy']]);
    }
    match((await school.guest().get('/%')).html, /There is nothing here/);
  });

  test('makes no permission count again by accepting its conditions while it is withdrawn, and ends none twice', async () => {
    const [teacher, head] = [await holderOf('ict-lead'), await holderOf('head')];
    const doing = { school: school.school, by: head, at: school.now(), today: school.today() };
    const id = await school.change(tx => grant(tx, doing, { holder: teacher, act: 'install-software', offices: ['head'], facts: {}, conditions: 'Only once.', reason: 'A lesson', clauses: ['village-primary/staff-code#install-software'], from: school.today(), until: school.today(), waitsFor: 'acceptance' }));
    const ends = (kind: 'withdrawn' | 'given-up' | 'carried-out') => school.change(tx => turn(tx, doing, { permission: id, turn: kind, reason: '' }));
    deepEqual((await Promise.all([ends('withdrawn'), ends('withdrawn'), ends('given-up')])).filter(Boolean), [true]);
    equal(await ends('carried-out'), false);
    equal(await count(sql<{ n: number }>`select count(*) as n from permission_turn where permission_id = ${id}`), 1);
  });

  test('withdraws a policy once, however often the button is pressed at once, so that taking it back is enough', async () => {
    const chair = await school.as('chair');
    const given = { from: '2026-12-01', told: 'signers', reason: 'It is written anew.' };
    const answers = await Promise.all([1, 2, 3].map(() => chair.post(`${at}/policies/staff-code/withdraw`, given)));
    deepEqual(answers.map(answer => answer.status).sort(), [303, 422, 422]);
    equal(await count(sql<{ n: number }>`select count(*) as n from policy_withdrawal where undone_at is null`), 1);
  });

  test('is nobody with the cookie of a persona, once the school is no demonstration any more', async () => {
    const session = (await school.as('head')).session()!;
    const real = await buildApp({ ...school.shared, demonstration: false, db: school.db, now: school.now, buildFolder: path.resolve('build'), secureCookies: false, personas: async () => [], logErrors: error => school.errors.push(error) });
    const answer = await real.inject({ method: 'GET', url: `${at}/logbook`, headers: { host: 'localhost', cookie: `session=${session}` } });
    deepEqual([answer.statusCode, answer.headers.location?.startsWith(`${at}/sign-in`)], [303, true]);
    await real.close();
  });
});
