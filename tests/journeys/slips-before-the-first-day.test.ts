import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { addFamilies, addPeople, listHolders } from '../../src/school/people/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const HERE = '/prep-school/agreements/paper/starters';

describe('slips before the first day', () => {
  let school: TestSchool;
  let registrar: Client;
  let [soon, late]: string[] = [];
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    const holders = await school.read(tx => listHolders(tx, school.today()));
    const holder = (office: string) => holders.find(one => one.office === office)!.person;
    registrar = await school.asPerson(holder('registrar'));
    [soon, late] = await school.change(async tx => {
      const doing = { school: school.school.id, by: holder('head'), at: school.now() };
      const child = (givenName: string, joinedOn: string, kinds: string[], year: string) => ({ givenName, familyName: 'Firstday', email: null, joinedOn, kinds, place: { yearGroup: year, class: '8A', phase: 'Senior school' } });
      const ids = await addPeople(tx, doing, [
        child('Sooner', addDays(school.today(), 14), ['pupil-senior'], 'Year 8'), child('Later', addDays(school.today(), -5), ['pupil-senior'], 'Year 8'), child('Tiny', addDays(school.today(), 14), ['pupil-ks1'], 'Year 1'),
        { givenName: 'Pat', familyName: 'Firstday', email: 'pat@home.example', joinedOn: school.today(), kinds: ['parent'] },
      ]);
      await addFamilies(tx, doing, ids.slice(0, 3).map(childId => ({ childId, parentId: ids[3]!, relation: 'Parent', mayAgree: true, noContact: false })));
      return ids;
    });
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const row = async (name: string): Promise<string> => (await registrar.get(HERE)).html.split('<tr').find(part => part.includes(name))?.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') ?? '';

  test('the registrar sees whose slip is still to come before the first day, ticks what is received, and who is overdue', async () => {
    match(await row('Sooner Firstday'), /7 December 2026 ICT code for the middle and senior school not made yet to come/);
    match(await row('Later Firstday'), /18 November 2026 .* overdue/);
    match(await row('Tiny Firstday'), /My computer rules \(Early Years and Key Stage 1\)/);
    const received = { person: soon!, policy: 'middle-senior-code', back: 'yes' };
    match((await registrar.postAndFollow(`${HERE}/received`, received)).html, /Marked as received\./);
    match(await row('Sooner Firstday'), /received 23 November 2026/);
    await registrar.post(`${HERE}/received`, { ...received, back: 'no' });
    match(await row('Sooner Firstday'), /made to come/);
    match((await registrar.get(`${HERE}/csv`)).html, /Later Firstday,8A,ICT code for the middle and senior school,2026-11-18,no,,no/);
  });

  test('slips for children who have not started yet are due on their first day', async () => {
    const print = (await registrar.post(`${HERE}/print`, { policy: 'middle-senior-code' })).location!;
    equal((await registrar.get(`${print}/pdf`)).headers['content-type'], 'application/pdf');
    const slips = await school.read(tx => sql<{ person: string; due: string; to: string }>`select person_id as person, due, return_to as to from paper_slip where policy = 'middle-senior-code'`.execute(tx));
    deepEqual(slips.rows.filter(slip => slip.person === soon), [{ person: soon, due: '2026-12-07', to: 'registrar' }]);
    ok(slips.rows.some(slip => slip.person === late));
  });

  test('a press reminds each parent by mail, not twice in four weeks, and names no child', async () => {
    match((await registrar.postAndFollow(`${HERE}/remind`)).html, /reminded by mail\./);
    await registrar.post(`${HERE}/remind`);
    const mails = (await school.read(tx => sql<{ to: string; subject: string; body: string }>`select to_address as to, subject, body from mail_outbox where kind = 'slip-reminder'`.execute(tx))).rows.filter(mail => mail.to === 'pat@home.example');
    equal(mails.length, 1);
    ok(!/Sooner|Later|Tiny|Firstday/.test(mails[0]!.subject + mails[0]!.body));
  });

  test('those whom no mail reaches get their slip with their letter', async () => {
    const holders = await school.read(tx => listHolders(tx, school.today()));
    const office = await school.asPerson(holders.find(one => one.office === 'office')!.person);
    const [ask] = (await school.change(tx => sql<{ person: string; policy: string }>`with one as (select person_id, policy from agreement_ask where open and declined_on is null and kind = 'governor' order by person_id limit 1),
      gone as (update person set email = null where id = (select person_id from one)) select person_id as person, policy from one`.execute(tx))).rows;
    match((await office.get('/prep-school/agreements/chase/group?kind=governor')).html, /Slips to go with the letters/);
    const print = (await office.post('/prep-school/agreements/paper/print', { policy: ask!.policy, class: '', kind: 'governor', whom: 'no-mail' })).location!;
    const slips = (await school.read(tx => sql<{ person: string }>`select s.person_id as person from paper_print p join paper_slip s on s.id = any(p.slips) where p.id = ${print.split('/').at(-1)}::uuid`.execute(tx))).rows;
    deepEqual(slips.map(slip => slip.person), [ask!.person]);
  });
});
