import { equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { remindOfCases } from '../../src/school/concerns/index.ts';
import { caseOf, wordsOf } from '../support/cases.ts';
import { fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

describe('an office is lost in the middle of a case', () => {
  let school: TestSchool;
  let head: Client;
  let headId: string;
  let here: string;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    headId = await holderOf(school, 'head');
    head = await school.asPerson(headId);
    const dslId = await holderOf(school, 'dsl');
    const dsl = await school.asPerson(dslId);
    here = `/prep-school/concerns/${(await fileOne(school, { kinds: [{ kind: 'handle-bullying', facts: {} }] })).concerns[0]!}`;
    await caseOf(dsl, here).send('claim');
    await caseOf(dsl, here).send('add/action', { what: 'Ring both families', owner: dslId, ownerName: '', due: school.today() });
  });
  after(() => school.close());

  const round = (): Promise<number> => remindOfCases({ db: school.db, shared: school.shared, now: school.now() });
  const mailsTo = async (person: string): Promise<number> => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from mail_outbox where person_id = ${person} and unlisted`.execute(tx))).rows[0]!.n;

  test('while somebody holds the office it stays where it is', async () => {
    await round();
    equal((await head.get(here)).status, 404);
  });

  test('where nobody holds it any more, the case goes to the next in the school’s list, once, by a mail that says nothing', async () => {
    await school.change(async tx => {
      await sql`update office_holder set until_day = (${school.today()}::date - 1), from_day = least(from_day, ${school.today()}::date - 2) where office = 'dsl'`.execute(tx);
      await sql`delete from office_stand_in where office = 'dsl'`.execute(tx);
    });
    const before = await mailsTo(headId);
    await round();
    await round();
    const page = wordsOf((await head.get(here)).html);
    match(page, /Handed on/);
    equal(page.split('Nobody else was there to open it').length, 2);
    ok(await mailsTo(headId) > before);
  });

  test('what was to be done by whoever lost it is not lost: those who deal with it are reminded, and whoever takes it on has it to do', async () => {
    school.travelTo(new Date(school.now().getTime() + 8 * 86_400_000));
    head = await school.asPerson(headId);
    const before = await mailsTo(headId);
    await round();
    equal(await mailsTo(headId), before + 1);
    ok(!wordsOf((await head.get('/prep-school')).html).includes('Ring both families'));
    match(wordsOf((await head.get(here)).html), /has taken it on\.[^]*I take this/);
    await caseOf(head, here).send('claim');
    match(wordsOf((await head.get('/prep-school')).html), /Ring both families/);
    ok(!wordsOf((await head.get(here)).html).includes('I take this'));
  });
});
