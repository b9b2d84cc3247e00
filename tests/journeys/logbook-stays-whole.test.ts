import { deepEqual, equal, match, ok } from 'node:assert/strict';
import test from 'node:test';
import pg from 'pg';
import { featuresOf } from '../../src/app.ts';
import { verify } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

async function withASchool(work: (school: TestSchool) => Promise<void>): Promise<void> {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    await work(school);
  } finally {
    await school.close();
  }
}

const one = async (school: TestSchool, query: ReturnType<typeof sql<{ it: string }>>): Promise<string> => (await school.read(tx => query.execute(tx))).rows[0]!.it;

/** As somebody who has the database itself in hand and every lock off. */
async function byHand(school: TestSchool, statement: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: school.databaseUrl });
  await owner.connect();
  try {
    await owner.query('alter table logbook_entry disable trigger user');
    await owner.query('alter table logbook_entry no force row level security');
    equal((await owner.query(statement, values)).rowCount, 1);
  } finally {
    await owner.end();
  }
}

test('a person is erased, with every name and word of theirs, and the chain is whole before and after', () => withASchool(async school => {
  const person = await one(school, sql`select person_id::text as it from demonstration_persona where persona = 'teacher'`);
  const name = (await school.read(tx => sql<{ given_name: string; family_name: string }>`select given_name, family_name from person where id = ${person}`.execute(tx))).rows[0]!;
  const before = await school.read(verify);
  ok(before.whole && before.entries > 100);
  const features = featuresOf({ ...school.shared, personas: async () => [] });
  await school.change(async tx => { for (const feature of features) await feature.erasePerson?.(tx, person); });
  for (const at of ['/prep-school/agreements/register', '/prep-school/people', '/prep-school/offices']) {
    const { html, status } = await (await school.as('office')).get(at);
    equal(status, 200);
    ok(!html.includes(name.family_name) || !html.includes(`${name.given_name} ${name.family_name}`), at);
  }
  const after = await school.read(verify);
  deepEqual([after.whole, after.entries >= before.entries], [true, true]);
  const kept = await one(school, sql`select count(*)::text as it from agreement where person_id = ${person}`);
  ok(Number(kept) > 0, 'what was signed still stands, without a name');
}));

test('a line changed behind the software’s back is named', () => withASchool(async school => {
  await byHand(school, 'update logbook_entry set by_id = $1 where school_id = $2 and seq = 42', ['somebody-else', school.school.id]);
  deepEqual(await school.read(verify), { whole: false, entries: 41, brokenAt: 42, why: 'line 42 was changed after it was written' });
  match((await (await school.as('head')).get('/prep-school/logbook?check=yes')).html, /The chain is broken[^]*Line 42/);
}));

test('a line taken out behind the software’s back is missed', () => withASchool(async school => {
  for (const persona of ['head', 'teacher', 'office']) await school.as(persona);
  const seq = Number(await one(school, sql`select seq::text as it from logbook_entry where deed = 'sign-in' order by seq limit 1 offset 1`));
  await byHand(school, 'delete from logbook_entry where school_id = $1 and seq = $2', [school.school.id, seq]);
  deepEqual(await school.read(verify), { whole: false, entries: seq - 1, brokenAt: seq + 1, why: `line ${seq} is missing` });
}));

test('the software itself can neither change nor take out a line', () => withASchool(async school => {
  for (const query of [sql`update logbook_entry set by_id = 'x' where seq = 1`, sql`delete from logbook_entry where seq = 1`]) {
    const refused = await school.change(tx => query.execute(tx)).then(() => false, () => true);
    ok(refused);
  }
  equal((await school.read(verify)).whole, true);
}));
