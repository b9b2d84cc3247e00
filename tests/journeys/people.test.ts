import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readLines, UNLISTED_DEED, verify, write } from '../../src/logbook/index.ts';
import { findPerson, listHolders, listPeople } from '../../src/school/people/index.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

describe('people and offices', () => {
  let school: TestSchool;
  let at: string;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    at = `/${school.school.slug}`;
  });
  after(async () => {
    await school.close();
  });

  const peopleCalled = (name: string) => school.read(tx => listPeople(tx, { day: school.today(), search: name, left: true, limit: 10 }));
  const idOf = async (name: string) => (await peopleCalled(name))[0]!.id;
  const noticeAfter = async (client: Client, path: string, form?: Record<string, string | string[]>) => /class="notice"[^>]*><p>([^<]*)/.exec((await client.postAndFollow(path, form)).html)?.[1];

  test('the office adds a teacher, who is found by name and asked to sign', async () => {
    const office = await school.as('office');
    const form = { givenName: 'Wilhelmina', familyName: 'Ackerley-Stone', email: 'w.ackerley@wrenfold.example', kinds: 'teacher', joinedOn: school.today(), lastDay: '', yearGroup: '', class: '' };
    equal(await noticeAfter(office, `${at}/people/add`, form), 'Wilhelmina Ackerley-Stone is added.');
    match((await office.post(`${at}/people`, { search: 'ackerley' })).html, /Wilhelmina Ackerley-Stone/);
    const teacher = await school.asPerson(await idOf('Ackerley-Stone'));
    match((await teacher.get(`${at}/agreements`)).html, /ICT code for staff and visitors/);
    match((await teacher.get(`${at}/me`)).html, /Teacher at Wrenfold House/);
  });

  test('a form with gaps comes back with what to mend and keeps what was typed', async () => {
    const office = await school.as('office');
    const answer = await office.post(`${at}/people/add`, { givenName: 'Half', familyName: '', joinedOn: 'soon', kinds: 'pupil-senior' });
    equal(answer.status, 422);
    for (const words of ['Enter the family name', 'Enter the first day', 'value="Half"']) match(answer.html, new RegExp(words));
    deepEqual(await peopleCalled('Half'), []);
  });

  test('a pupil needs a class, and gets a family that may agree', async () => {
    const office = await school.as('office');
    const pupil = { givenName: 'Piotr', familyName: 'Ackroyd-Lis', email: '', kinds: 'pupil-senior', joinedOn: school.today(), lastDay: '', yearGroup: 'Year 7', class: '' };
    equal((await office.post(`${at}/people/add`, pupil)).status, 422);
    await office.post(`${at}/people/add`, { ...pupil, class: '7A' });
    const child = await idOf('Ackroyd-Lis');
    match((await office.get(`${at}/people/${child}`)).html, /Nobody is noted who could agree/);
    await office.post(`${at}/people/${child}/family`, { givenName: 'Zuzanna', familyName: 'Ackroyd-Lis', email: 'zuzanna@home.example', relation: 'Parent' });
    match((await office.get(`${at}/people/${child}`)).html, /Zuzanna Ackroyd-Lis<\/a>.*May agree/s);
    const parent = await school.asPerson(await idOf('Zuzanna'));
    match((await parent.get(`${at}/family`)).html, /Piotr/);
    await office.post(`${at}/people/${child}/family/${await idOf('Zuzanna')}`, { noContact: 'yes' });
    doesNotMatch((await parent.get(`${at}/family`)).html, /Piotr/);
    doesNotMatch((await parent.get(`${at}/me`)).html, /Piotr/);
  });

  test('a parent who is on the staff already is tied to the child and not added twice', async () => {
    const office = await school.as('office');
    const teacher = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).find(person => person.offices.length === 0)!;
    const child = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 1 })))[0]!;
    await office.post(`${at}/people/${child.id}/family`, { givenName: teacher.givenName, familyName: teacher.familyName, email: teacher.email!, relation: 'Parent' });
    deepEqual((await school.read(tx => findPerson(tx, teacher.id, school.today())))!.kinds, ['parent', 'teacher']);
  });

  test('who has left can no longer sign in, holds no office, and comes back whole when it was a mistake', async () => {
    const office = await school.as('office');
    const lead = await school.as('ict-lead');
    const person = (await school.read(tx => listHolders(tx, school.today()))).find(holder => holder.office === 'ict-lead')!.person;
    const holderToday = async () => (await school.read(tx => listHolders(tx, school.today()))).some(holder => holder.office === 'ict-lead');
    match((await office.get(`${at}/people/${person}/left`)).html, /Hand over first/);
    await office.post(`${at}/people/${person}/left`, { on: '2026-11-20' });
    equal((await lead.get(`${at}/me`)).status, 303);
    equal(await holderToday(), false);
    match((await office.get(`${at}/offices`)).html, /Nobody holds an office that the rules need/);
    await office.post(`${at}/people/${person}/come-back`);
    equal(await holderToday(), true);
    equal((await (await school.as('ict-lead')).get(`${at}/me`)).status, 200);
  });

  test('an office is handed over from a day on, and taken back before that day', async () => {
    const head = await school.as('head');
    const next = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).find(person => person.offices.length === 0)!;
    const holderOn = async (day: string) => (await school.read(tx => listHolders(tx, day))).filter(holder => holder.office === 'dsl').map(holder => holder.person);
    const before = await holderOn(school.today());
    await head.post(`${at}/offices/dsl/hand-over`, { person: next.id, from: '2027-01-04', how: 'instead' });
    deepEqual([await holderOn('2027-01-03'), await holderOn('2027-01-04')], [before, [next.id]]);
    equal(await noticeAfter(head, `${at}/offices/dsl/take-back`), 'The hand-over is taken back.');
    deepEqual(await holderOn('2027-01-04'), before);
    match((await head.post(`${at}/offices/dsl/hand-over`, { person: next.id, from: '2026-09-01', how: 'instead' })).html, /the past stays as it was/);
  });

  test('cover decides like the holder while it lasts, and no longer', async () => {
    const head = await school.as('head');
    const stand = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).filter(person => person.offices.length === 0)[1]!;
    await head.post(`${at}/offices/head/cover`, { cover: stand.id, coverFrom: '2026-11-23', coverUntil: '2026-11-27' });
    const officesOn = async (day: string) => (await school.read(tx => findPerson(tx, stand.id, day)))!.offices;
    deepEqual([await officesOn('2026-11-27'), await officesOn('2026-11-28')], [['head'], []]);
    match((await head.get(`${at}/offices`)).html, new RegExp(`${stand.familyName} *<strong class="chip chip--depends">Cover`));
    equal(await noticeAfter(head, `${at}/offices/head/end`, { person: stand.id }), 'Today is the last day of it.');
  });

  test('teachers, governors, inspectors and parents see no list of people, and nobody else’s page', async () => {
    const pupil = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-ks1'], limit: 1 })))[0]!;
    for (const persona of ['teacher', 'governor', 'inspector', 'parent', 'pupil', 'dpo']) {
      const client = await school.as(persona);
      for (const path of ['people', 'people.csv', 'people/add', `people/${pupil.id}`]) equal((await client.get(`${at}/${path}`)).status, 404, `${persona} ${path}`);
      equal((await client.post(`${at}/offices/dsl/hand-over`, { person: pupil.id, from: '2027-01-04', how: 'instead' })).status, 404);
      const offices = (await client.get(`${at}/offices`)).html;
      ok(!offices.includes(pupil.familyName) || !offices.includes(pupil.givenName));
    }
  });

  test('the network manager sees who is here and no families; only the head and the office change anything', async () => {
    const manager = await school.as('network-manager');
    const child = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], limit: 5 })))[4]!;
    const html = (await manager.get(`${at}/people/${child.id}`)).html;
    match(html, new RegExp(child.familyName));
    doesNotMatch(html, /Family<\/h2>|Note that they leave/);
    equal((await manager.get(`${at}/people/${child.id}/left`)).status, 404);
  });

  test('the list is narrowed by kind and class, and comes as a spreadsheet', async () => {
    const office = await school.as('office');
    const rows = (html: string) => html.split('scope="row"').length - 1;
    equal(rows((await office.get(`${at}/people?class=Robins`)).html), 5);
    equal(rows((await office.get(`${at}/people`)).html), 50);
    match((await office.get(`${at}/people?page=2`)).html, /Previous/);
    const file = await office.get(`${at}/people.csv?kind=pupil`);
    match(String(file.headers['content-type']), /text\/csv/);
    ok(file.html.split('\r\n').length > 40);
  });

  test('whoever answers where the rules name nobody holds no office called “Nobody named”', async () => {
    const office = await school.as('office');
    const deputy = (await office.post(`${at}/people`, { search: 'Priddy' })).html;
    match(deputy, /Deputy head/);
    for (const page of [deputy, (await office.get(`${at}/people.csv?kind=staff`)).html, (await (await school.as('head')).get(`${at}/offices`)).html]) doesNotMatch(page, /Nobody named|no officer named/);
  });

  test('every change of people and offices stands in the logbook, and its chain is whole', async () => {
    const deeds = new Set((await school.read(tx => readLines(tx, { limit: 100 }))).map(line => line.deed));
    deepEqual(['add-person', 'change-family', 'person-left', 'take-back-leaving', 'hand-over-office', 'take-back-hand-over', 'cover-office', 'end-office'].filter(deed => !deeds.has(deed)), []);
    equal((await school.read(verify)).whole, true);
    deepEqual(school.errors, []);
  });

  test('the logbook is narrowed to any deed that stands in it, and to none that may not be shown', async () => {
    const head = await school.as('head');
    await school.change(tx => write(tx, { school: school.school.id, deed: UNLISTED_DEED, by: 'countersign', at: school.now() }));
    const { html } = await head.get(`${at}/logbook`);
    const offered = [...html.slice(html.indexOf('name="deed"'), html.indexOf('</select>')).matchAll(/<option value="([^"]+)"/g)].map(([, deed]) => deed!);
    const held = await school.read(tx => readLines(tx, { limit: 500 }));
    deepEqual(offered, offered.toSorted());
    deepEqual([...new Set(held.map(line => line.deed))].filter(deed => !offered.includes(deed)), [UNLISTED_DEED]);
    match((await head.get(`${at}/logbook?deed=person-left`)).html, /Person left/);
  });

  test('the pages of people look well and axe finds nothing', async () => {
    const browser = await openBrowser();
    try {
      const child = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['pupil-senior'], search: 'Ackroyd', limit: 1 })))[0]!;
      const page = await visit(browser, school, { as: 'office' });
      const paths = { people: 'people', 'people-class': 'people?class=Robins', person: `people/${child.id}`, 'person-add': 'people/add', 'person-left': `people/${child.id}/left`, 'person-family': `people/${child.id}/family`, offices: 'offices', office: 'offices/dsl', me: 'me' };
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(`${at}/${path}`);
        await look(page, name);
      }
      const parent = await visit(browser, school, { as: 'parent' });
      await parent.goto(`${at}/me`);
      await look(parent, 'me-parent');
      const young = await visit(browser, school, { as: 'reception' });
      await young.goto(`${at}/me`);
      await look(young, 'me-reception');
    } finally {
      await browser.close();
    }
  });
});
