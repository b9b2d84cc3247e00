import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { readLines, verify } from '../../src/logbook/index.ts';
import { findPerson, listGuardians, listPeople, rollOverEverywhere, type Person } from '../../src/school/people/index.ts';
import { movePerson } from '../../src/school/people/moves/deeds.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const YOUNG = /Early Years and Key Stage 1/;
const SENIOR = /middle and senior/i;
const THE_DAY = '2027-09-01';

describe('a child moves up', () => {
  let school: TestSchool;
  let at: string;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    at = `/${school.school.slug}`;
  });
  after(async () => {
    await school.close();
  });

  const inClass = (room: string, day = school.today()): Promise<Person[]> => school.read(tx => listPeople(tx, { day, class: room, limit: 50 }));
  const onDay = async (id: string, day: string) => (await school.read(tx => findPerson(tx, id, day)))!;
  const agreementsOf = async (id: string) => (await (await school.asPerson(id)).get(`${at}/agreements`)).html;
  const parentOf = async (child: string) => (await school.read(tx => listGuardians(tx, { children: [child] }))).find(tie => tie.mayAgree && !tie.noContact)!.parentId;
  const notice = (html: string) => /class="notice"[^>]*><p>([^<]*)/.exec(html)?.[1];

  test('the office sees before it happens who goes where and who will sign, and confirms once', async () => {
    const browser = await openBrowser();
    try {
      const page = await visit(browser, school, { as: 'office' });
      await page.goto(`${at}/people`);
      await page.getByRole('link', { name: 'Move the classes up' }).click();
      await look(page, 'roll-over-begin');
      equal(await page.getByLabel('First day in the new classes').inputValue(), THE_DAY);
      await page.getByRole('button', { name: 'Prepare it' }).click();
      equal(await page.getByLabel('Where Larks goes').inputValue(), 'to Year 3');
      equal(await page.getByLabel('The name of Larks then').inputValue(), '3A');
      match(await page.locator('main').innerText(), /5\s+will be asked to sign/);
      await look(page, 'roll-over');
      const [held, child] = await inClass('Larks');
      await page.getByRole('link', { name: 'Larks' }).click();
      await look(page, 'roll-over-names');
      await page.getByRole('link', { name: `${held!.givenName} ${held!.familyName}` }).click();
      await page.getByLabel('Stays in this year group').check();
      await page.getByLabel('Class then').fill('Larks');
      await look(page, 'roll-over-pupil');
      await page.getByRole('button', { name: 'Save' }).click();
      const row = page.getByRole('row', { name: new RegExp(`${child!.givenName} ${child!.familyName}`) });
      match(await row.innerText(), SENIOR);
      await page.getByRole('link', { name: 'Back to the classes' }).click();
      match(await page.locator('main').innerText(), /4\s+will be asked to sign/);
      await page.getByRole('button', { name: 'Confirm it for 1 September 2027' }).click();
      await look(page, 'roll-over-confirmed');
    } finally {
      await browser.close();
    }
  });

  test('nothing changes before the day, and until then it can be taken back and confirmed again', async () => {
    const office = await school.as('office');
    equal(await rollOverEverywhere({ db: school.db, now: school.now() }), 0);
    equal((await inClass('3A')).every(pupil => pupil.place!.yearGroup === 'Year 3'), true);
    equal(notice((await office.postAndFollow(`${at}/people/roll-over/take-back`)).html), 'Taken back. Nothing will happen until you confirm it again.');
    match((await office.postAndFollow(`${at}/people/roll-over/confirm`)).html, /Confirmed. It happens on 1 September 2027/);
    equal((await office.post(`${at}/people/roll-over/drop`)).status, 404);
  });

  test('on the day the class sits in Year 3, and child and parent are asked for the code of the older ones', async () => {
    const [held, child] = await inClass('Larks');
    const before = await agreementsOf(child!.id);
    match(before, YOUNG);
    doesNotMatch(before, SENIOR);
    const office = await school.as('office');
    await office.post(`${at}/people/add`, { givenName: 'Ines', familyName: 'Latecomer', email: '', kinds: 'pupil', joinedOn: school.today(), lastDay: '', yearGroup: 'Year 2', class: 'Larks' });
    school.travelTo(new Date('2027-09-01T06:00:00Z'));
    equal(await rollOverEverywhere({ db: school.db, now: school.now() }), 1);
    equal(await rollOverEverywhere({ db: school.db, now: school.now() }), 0);
    deepEqual([(await onDay(child!.id, '2027-08-31')).place?.class, (await onDay(child!.id, THE_DAY)).place?.class, (await onDay(child!.id, THE_DAY)).kinds], ['Larks', '3A', ['pupil-senior']]);
    deepEqual([(await onDay(held!.id, THE_DAY)).place?.class, (await onDay(held!.id, THE_DAY)).kinds], ['Larks', ['pupil-ks1']]);
    equal((await school.read(tx => listPeople(tx, { day: THE_DAY, search: 'Latecomer', limit: 1 })))[0]!.place!.class, '3A', 'who joined after it was confirmed goes with the class');
    match(await agreementsOf(child!.id), SENIOR);
    match((await (await school.asPerson(await parentOf(child!.id))).get(`${at}/family`)).html, SENIOR);
  });

  test('what the child signed when younger still stands', async () => {
    const child = (await inClass('3A'))[0]!;
    const rows = await school.read(tx => readLines(tx, { limit: 2000 }));
    ok(rows.some(line => line.deed === 'roll-over'));
    const office = await school.as('office');
    match((await office.get(`${at}/agreements/register/${child.id}`)).html, YOUNG);
  });

  test('the last year has left with the parents who have no other child here; nobody of them can sign in', async () => {
    const gone = (await school.read(tx => listPeople(tx, { day: '2027-08-31', class: '8A', limit: 50 })))[0]!;
    equal(gone.leftOn, '2027-08-31');
    equal((await (await school.asPerson(gone.id)).get(`${at}/me`)).status, 303);
    const ties = await school.read(tx => listGuardians(tx, { children: [gone.id] }));
    const parents = await school.read(tx => listPeople(tx, { day: '2027-08-31', ids: ties.map(tie => tie.parentId), left: true, limit: 9 }));
    for (const parent of parents) {
      const children = (await school.read(tx => listGuardians(tx, { parents: [parent.id] }))).map(tie => tie.childId);
      const here = (await school.read(tx => listPeople(tx, { day: THE_DAY, ids: children, limit: 20 }))).length;
      equal(parent.leftOn === '2027-08-31', here === 0 && parent.kinds.join() === 'parent', `${parent.givenName} has ${here} children here`);
    }
  });

  test('the pupil’s page tells the move, and it can still be taken back for one child alone', async () => {
    const office = await school.as('office');
    const child = (await inClass('3A'))[1]!;
    const html = (await office.get(`${at}/people/${child.id}`)).html;
    match(html, /Done by the roll-over of the classes/);
    const move = /move\/([0-9a-f-]{36})\/take-back/.exec(html)![1]!;
    equal((await office.post(`${at}/people/${child.id}/move/${move}/take-back`)).status, 303);
    deepEqual([(await onDay(child.id, THE_DAY)).place?.class, (await onDay(child.id, THE_DAY)).kinds], ['Larks', ['pupil-ks1']]);
    equal((await office.post(`${at}/people/${child.id}/move/${move}/take-back`)).status, 404);
  });

  test('every step stands in the logbook, whose chain is whole', async () => {
    const deeds = new Set((await school.read(tx => readLines(tx, { limit: 2000 }))).map(line => line.deed));
    deepEqual(['begin-roll-over', 'plan-pupil-apart', 'confirm-roll-over', 'take-back-roll-over', 'roll-over', 'move-person', 'take-back-move'].filter(deed => !deeds.has(deed)), []);
    equal((await school.read(verify)).whole, true);
    deepEqual(school.errors, []);
  });
});

describe('joining, moving and leaving', () => {
  let school: TestSchool;
  let at: string;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    at = `/${school.school.slug}`;
  });
  after(async () => {
    await school.close();
  });

  const called = async (name: string, day = school.today()) => (await school.read(tx => listPeople(tx, { day, search: name, left: true, limit: 1 })))[0]!;
  const agreementsOf = async (id: string) => (await (await school.asPerson(id)).get(`${at}/agreements`)).html;

  test('a late joiner in Year 5 comes under the code of the older ones by the year group, and is asked at once', async () => {
    const office = await school.as('office');
    await office.post(`${at}/people/add`, { givenName: 'Late', familyName: 'Joiner-Brook', email: '', kinds: 'pupil', joinedOn: school.today(), lastDay: '', yearGroup: 'Year 5', class: '5A' });
    const child = await called('Joiner-Brook');
    deepEqual([child.kinds, child.place], [['pupil-senior'], { yearGroup: 'Year 5', class: '5A', phase: 'Middle school' }]);
    const html = await agreementsOf(child.id);
    match(html, SENIOR);
    doesNotMatch(html, YOUNG);
    match((await office.get(`${at}/agreements/register/${child.id}`)).html, /joined|joining/i);
  });

  test('one person is teacher, parent and governor, each from its own day', async () => {
    const office = await school.as('office');
    const teacher = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 30 }))).find(person => person.offices.length === 0 && person.kinds.length === 1)!;
    equal((await office.post(`${at}/people/${teacher.id}/move`, { from: school.today(), kinds: ['teacher', 'parent'], yearGroup: '', class: '' })).status, 303);
    equal((await office.post(`${at}/people/${teacher.id}/move`, { from: '2027-01-04', kinds: ['teacher', 'parent', 'governor'], yearGroup: '', class: '' })).status, 303);
    const kindsOn = async (day: string) => (await school.read(tx => findPerson(tx, teacher.id, day)))!.kinds;
    deepEqual([await kindsOn('2026-11-22'), await kindsOn('2026-11-23'), await kindsOn('2027-01-04')], [['teacher'], ['parent', 'teacher'], ['governor', 'parent', 'teacher']]);
    match((await office.get(`${at}/people/${teacher.id}`)).html, /From 4 January 2027/);
    match((await office.post(`${at}/people/${teacher.id}/move`, { from: '2026-12-01', kinds: ['teacher'], yearGroup: '', class: '' })).html, /A later change is noted already/);
    equal((await office.post(`${at}/people/${teacher.id}/move`, { from: '2010-01-01', kinds: ['teacher'], yearGroup: '', class: '' })).status, 422);
  });

  test('a change to come is taken back before its day', async () => {
    const office = await school.as('office');
    const child = (await school.read(tx => listPeople(tx, { day: school.today(), class: '4A', limit: 1 })))[0]!;
    await office.post(`${at}/people/${child.id}/move`, { from: '2027-01-04', kinds: 'pupil', yearGroup: 'Year 5', class: '5A' });
    const placeOn = async (day: string) => (await school.read(tx => findPerson(tx, child.id, day)))!.place?.class;
    deepEqual([await placeOn('2027-01-03'), await placeOn('2027-01-04')], ['4A', '5A']);
    const move = /move\/([0-9a-f-]{36})\/take-back/.exec((await office.get(`${at}/people/${child.id}`)).html)![1]!;
    await office.post(`${at}/people/${child.id}/move/${move}/take-back`);
    deepEqual([await placeOn('2027-01-03'), await placeOn('2027-01-04')], ['4A', '4A']);
  });

  test('every pupil has the one code of the year group, and one who has none is named', async () => {
    const office = await school.as('office');
    const html = (await office.get(`${at}/agreements/pupil-codes`)).html;
    match(html, /Reception[^]*Early Years and Key Stage 1[^]*Year 8[^]*middle and senior/i);
    match(html, /Every pupil has one code/);
    const odd = (await school.read(tx => listPeople(tx, { day: school.today(), class: '7A', limit: 1 })))[0]!;
    await school.change(tx => movePerson(tx, { school: school.school.id, by: 'countersign', at: school.now() }, { person: odd.id, from: school.today(), becomes: { kinds: ['pupil'], place: odd.place } }));
    match((await office.get(`${at}/agreements/pupil-codes`)).html, new RegExp(`${odd.familyName}[^]*None`));
    match((await office.get(`${at}/agreements/pupil-codes.csv`)).html, new RegExp(odd.familyName));
  });

  test('a leaver is asked nothing more, cannot sign in from the day after, and keeps what was signed', async () => {
    const office = await school.as('office');
    const child = await called('Joiner-Brook');
    const parent = (await school.read(tx => listPeople(tx, { day: school.today(), class: '6A', limit: 1 })))[0]!;
    match(await agreementsOf(child.id), SENIOR);
    await office.post(`${at}/people/${child.id}/left`, { on: '2026-12-18' });
    await office.post(`${at}/people/${parent.id}/left`, { on: '2026-12-18' });
    equal((await (await school.asPerson(child.id)).get(`${at}/me`)).status, 200);
    school.travelTo(new Date('2026-12-19T09:00:00Z'));
    equal((await (await school.asPerson(child.id)).get(`${at}/me`)).status, 303);
    const later = await school.as('office');
    doesNotMatch((await later.get(`${at}/agreements/register?class=5A`)).html, /Joiner-Brook/);
    match((await later.get(`${at}/agreements/register/${parent.id}`)).html, SENIOR);
  });

  test('the year groups of the school are said once, and decide what whoever joins is', async () => {
    const office = await school.as('office');
    match((await office.get(`${at}/people/years`)).html, /The school has not said this yet/);
    const lines = (await office.get(`${at}/people/years`)).html.match(/name="name-\d+"[^>]*value="[^"]+"/g)!;
    equal(lines.length, 9);
    const form = { 'name-0': 'Reception', 'phase-0': 'Early Years', 'kind-0': 'pupil-ks1', 'name-1': 'Year 5', 'phase-1': 'Upper', 'kind-1': 'pupil' };
    equal((await office.post(`${at}/people/years`, { ...form, 'name-1': 'Reception' })).status, 422);
    equal((await office.post(`${at}/people/years`, form)).status, 303);
    await office.post(`${at}/people/add`, { givenName: 'Year', familyName: 'Five-Brook', email: '', kinds: 'pupil-ks1', joinedOn: school.today(), lastDay: '', yearGroup: 'Year 5', class: '5A' });
    const child = await called('Five-Brook');
    deepEqual([child.kinds, child.place!.phase], [['pupil'], 'Upper']);
    deepEqual(school.errors, []);
  });
});
