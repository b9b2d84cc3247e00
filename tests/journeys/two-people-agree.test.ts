import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { listHolders } from '../../src/school/people/index.ts';
import { askFor } from '../../src/school/permissions/ask/deeds.ts';
import { tendRequests } from '../../src/school/permissions/index.ts';
import { findRequest, listPermissions } from '../../src/school/permissions/store.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** A rule of the town school that wants the yes of two offices, held by one person or by two, and who gets it when they change. */
describe('two people agree', { concurrency: 1 }, () => {
  let school: TestSchool;
  let teacher = '';
  let who: Record<'head' | 'ict-lead' | 'dpo' | 'chair-of-governors', string>;
  const base = '/town-school';
  before(async () => {
    school = await openSchool({ pack: 'town-school' });
    teacher = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'teacher'`.execute(tx))).rows[0]!.id;
    const holders = await school.read(tx => listHolders(tx, school.today()));
    const of = (office: string) => holders.find(one => one.office === office && !one.cover)!.person;
    who = { head: of('head'), 'ict-lead': of('ict-lead'), dpo: of('dpo'), 'chair-of-governors': of('chair-of-governors') };
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const ask = () => school.change(tx => askFor(tx, { school: school.school, by: teacher, at: school.now(), today: school.today() }, { seats: [], request: {
    holder: teacher, act: 'install-software', facts: {}, evidence: { software: 'A timeline' }, reason: 'For our history week', clauses: ['town-school/staff-code#installing-software'], offices: [['ict-lead'], ['dpo']], named: {}, from: school.today(), until: '2027-02-01',
  } }));
  const hold = (office: string, person: string, until: string | null = null) => school.change(tx => sql`insert into office_holder (school_id, office, person_id, cover, from_day, until_day) values (${school.school.id}, ${office}, ${person}, true, '2026-09-01', ${until}::date) on conflict (school_id, office, person_id, from_day) do update set until_day = excluded.until_day`.execute(tx));
  const free = (office: string) => school.change(tx => sql`update office_holder set until_day = '2026-11-01' where office = ${office}`.execute(tx));
  const list = async (person: string) => (await (await school.asPerson(person)).get(`${base}/requests`)).html;
  const page = async (person: string, id: string) => (await (await school.asPerson(person)).get(`${base}/requests/${id}`)).html;
  const yes = async (person: string, id: string) => (await school.asPerson(person)).post(`${base}/requests/${id}`, { says: 'grant' });
  const stateOf = async (id: string) => (await school.read(tx => findRequest(tx, id)))!.state;
  const round = (day: string) => tendRequests({ db: school.db, vocabulary: school.shared.vocabulary, now: new Date(`${day}T09:00:00Z`) });
  const mailsTo = async (person: string) => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from mail_outbox where person_id = ${person} and subject = 'A request waits for your decision'`.execute(tx))).rows[0]!.n;

  test('who opens one office’s part of it does not open the other’s: that is handed on', async () => {
    const id = await ask();
    match(await list(who.dpo), new RegExp(id));
    await round('2026-11-26');
    match(await list(who.head), new RegExp(id));
    equal((await yes(who.dpo, id)).status, 303);
    equal((await yes(who.head, id)).status, 303);
    equal(await stateOf(id), 'granted');
  });

  test('one who holds both offices gives one yes, the page says why it waits, and somebody else gives the other', async () => {
    await hold('dpo', who['ict-lead']);
    const id = await ask();
    equal((await yes(who['ict-lead'], id)).status, 303);
    equal(await stateOf(id), 'asked');
    doesNotMatch(await list(who['ict-lead']), new RegExp(id));
    match(await page(who['ict-lead'], id), /Your yes is not enough: it also needs one from the data protection officer\.<\/li><li>The rule wants two people, and [^<]+ holds two of these offices/);
    equal((await yes(who['ict-lead'], id)).status, 303);
    equal(await stateOf(id), 'asked');
    match((await (await school.asPerson(teacher)).get(`${base}/my-requests/${id}`)).html, /One of these decides: [^<]+ \(the data protection officer\)\./);
    equal((await yes(who.dpo, id)).status, 303);
    equal(await stateOf(id), 'granted');
    deepEqual((await school.read(tx => listPermissions(tx, { now: school.now(), today: school.today(), requests: [id], limit: 5 }))).map(one => one.offices), [['ict-lead', 'dpo']]);
  });

  test('where nobody else holds the second office the head gives the second yes, and a no from either ends it', async () => {
    await free('dpo');
    await hold('dpo', who['ict-lead']);
    const [id, other] = [await ask(), await ask()];
    match(await page(who.head, id), /The rule wants two people/);
    equal((await yes(who['ict-lead'], id)).status, 303);
    equal((await yes(who.head, id)).status, 303);
    equal(await stateOf(id), 'granted');
    equal((await (await school.asPerson(who.head)).post(`${base}/requests/${other}`, { says: 'refuse', words: 'Not on that computer.' })).status, 303);
    equal(await stateOf(other), 'refused');
  });

  test('what a cover had opened is told anew to whoever is there when the cover is over, and only then handed on', async () => {
    await free('ict-lead');
    await hold('ict-lead', who['chair-of-governors'], '2026-11-27');
    const id = await ask();
    for (const person of [who['chair-of-governors'], who['ict-lead']]) match(await list(person), new RegExp(id));
    const handedOn = async () => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from permission_word where request_id = ${id} and says = 'hand-on'`.execute(tx))).rows[0]!.n;
    await round('2026-11-27');
    equal(await handedOn(), 0);
    await free('dpo');
    await hold('ict-lead', who.dpo);
    await hold('dpo', who.head);
    const before = await mailsTo(who.dpo);
    await round('2026-11-30');
    deepEqual([await handedOn(), await mailsTo(who.dpo) - before], [0, 1]);
    await round('2026-12-01');
    equal(await handedOn(), 0);
    await round('2026-12-02');
    equal(await handedOn(), 1);
  });
});
