import { after, before, describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { readLines, verify } from '../../src/logbook/index.ts';
import { addPeople, giveOffices, listHolders, listPeople } from '../../src/school/people/index.ts';
import { vacantEverywhere } from '../../src/school/policies/set-up/reads.ts';
import { readSchool } from '../../src/platform/database/index.ts';
import { SESSION_COOKIE } from '../../src/sign-in/index.ts';
import { look, openBrowser, visit } from '../support/browser.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const CODE = `---
policy: kettle-code
title: Kettle code
summary: What may be plugged in.
binds: [staff]
owner: head
approved: { by: governing-body }
review: { every: 1 year, next: 2027-11-01 }
sign: { as: read-and-agree, on: [joining, new-duty] }
readers: adults
public: true
---

## Kettles

Ask before you bring a program of your own. {#install}

::ask[install-software]{of=unassigned}

Ask the helpdesk before you plug anything in. {#hardware}

::ask[install-hardware]{of=helpdesk}
`;

describe('a new school walks to its first policy', () => {
  let school: TestSchool;
  let at: string;
  let head: string;
  before(async () => {
    school = await openSchool({ pack: 'village-primary', demonstration: false });
    at = `/${school.school.slug}`;
    const doing = { school: school.school.id, by: 'countersign', at: school.now() };
    head = await school.change(async tx => {
      const [one, chair] = await addPeople(tx, doing, [
        { givenName: 'Hedda', familyName: 'Newschool', email: null, joinedOn: '2026-09-01', kinds: ['staff'] }, { givenName: 'Chidi', familyName: 'Chairwell', email: null, joinedOn: '2026-09-01', kinds: ['governor'] },
      ]);
      await giveOffices(tx, doing, [{ office: 'head', person: one!, from: '2026-09-01' }, { office: 'governing-body', person: chair!, from: '2026-09-01' }, { office: 'chair-of-governors', person: chair!, from: '2026-09-01' }]);
      return one!;
    });
  });
  after(async () => {
    await school.close();
  });

  const chair = async () => (await school.read(tx => listHolders(tx, school.today()))).find(holder => holder.office === 'chair-of-governors')!.person;
  const hashIn = (html: string): string => /name="text" value="([^"]+)"/.exec(html)![1]!;

  test('step by step: terms, a draft, its offices, and who answers for nobody', async () => {
    const browser = await openBrowser();
    try {
      const page = await visit(browser, school);
      await page.context().addCookies([{ name: SESSION_COOKIE, value: (await school.asPerson(head)).session()!, url: school.origin }]);
      await page.goto(`${at}/set-up`);
      await look(page, 'set-up-new');
      match(await page.locator('main').innerText(), /1 of 6 steps are done/);
      await page.getByRole('link', { name: 'Say when the terms are' }).click();
      await look(page, 'terms-none');
      await page.getByLabel('Term', { exact: true }).first().fill('Autumn 2026');
      await page.getByLabel('First day').first().fill('2026-09-02');
      await page.getByLabel('Last day').first().fill('2026-12-18');
      await page.getByRole('button', { name: 'Save the terms' }).click();
      await look(page, 'terms');
      const client = await school.asPerson(head);
      await client.post(`${at}/policies/new`, { title: 'Kettle code', summary: 'What may be plugged in.', binds: 'staff', owner: 'head', approvedBy: 'governing-body', readers: 'adults', signed: 'yes', public: 'yes' });
      const seen = /name="seen" value="(\d+)"/.exec((await client.get(`${at}/policies/kettle-code/edit`)).html)![1]!;
      equal((await client.post(`${at}/policies/kettle-code/edit`, { markdown: CODE, seen, note: '', do: 'save' })).status, 303);
      await page.goto(`${at}/set-up`);
      match(await page.locator('main').innerText(), /3 of 6 steps are done/);
      match(await page.locator('main').innerText(), /IT helpdesk/);
      await look(page, 'set-up');
      await page.getByRole('link', { name: 'Name the office that answers' }).click();
      await page.getByRole('button', { name: 'Save who answers' }).click();
      match(await page.locator('main').innerText(), /Choose the office that answers/);
      await page.getByLabel('The office that answers for all of them').first().selectOption('head');
      await look(page, 'set-up-nobody');
      await page.getByRole('button', { name: 'Save who answers' }).click();
      match(await page.locator('main').innerText(), /Saved\. Readers see these offices from now on/);
      await page.goto(`${at}/policies/kettle-code/edit`);
      match(await page.locator('main').innerText(), /Nobody holds an office that this policy needs[^]*IT helpdesk/);
      await look(page, 'editor-vacant-office');
    } finally {
      await browser.close();
    }
  });

  test('the policy is not sent, and not approved, while nobody is the helpdesk, and the page says what to do', async () => {
    const head1 = await school.asPerson(head);
    const send = async () => head1.post(`${at}/policies/kettle-code/edit`, { markdown: CODE, seen: /name="seen" value="(\d+)"/.exec((await head1.get(`${at}/policies/kettle-code/edit`)).html)![1]!, note: '', do: 'propose' });
    match((await send()).html, /Nobody holds the office &quot;helpdesk&quot;[^]*on the page “Offices”/);
    await head1.post(`${at}/offices/helpdesk/hand-over`, { person: head, from: school.today(), how: 'instead' });
    equal((await send()).status, 303);
    await head1.post(`${at}/offices/helpdesk/end`, { person: head });
    school.travelTo(new Date('2026-11-24T10:00:00Z'));
    const client = await school.asPerson(await chair());
    const proposal = (await client.get(`${at}/policies/kettle-code/proposal`)).html;
    match(proposal, /Nobody holds an office that this policy needs[^]*IT helpdesk/);
    const refused = await client.post(`${at}/policies/kettle-code/approve`, { text: hashIn(proposal), inForce: school.today(), nextReview: '' });
    equal(refused.status, 422);
    match(refused.html, /Give it to somebody first/);
    await (await school.asPerson(head)).post(`${at}/offices/helpdesk/hand-over`, { person: head, from: school.today(), how: 'instead' });
    const again = (await client.get(`${at}/policies/kettle-code/proposal`)).html;
    doesNotMatch(again, /Nobody holds an office/);
    equal((await client.post(`${at}/policies/kettle-code/approve`, { text: hashIn(again), inForce: school.today(), nextReview: '' })).status, 303);
    match((await (await school.asPerson(head)).get(`${at}/set-up`)).html, /6 of 6 steps are done/);
  });

  test('readers see the real office where the text names nobody', async () => {
    const html = (await (await school.asPerson(head)).get(`${at}/policies/kettle-code`)).html;
    match(html, /Ask the headteacher first/);
    doesNotMatch(html, /whoever the school names/);
    match((await school.guest().post(`${at}/may-i`, { question: 'Can I install a program?' })).html, /headteacher/i);
  });

  test('when the office that answers falls empty, the policy’s page and the offices say so and lead to whoever can put it right', async () => {
    const client = await school.asPerson(head);
    await client.post(`${at}/offices/helpdesk/end`, { person: head });
    school.travelTo(new Date('2026-11-25T10:00:00Z'));
    const again = await school.asPerson(head);
    match((await again.get(`${at}/policies/kettle-code`)).html, /Nobody holds an office that this policy needs[^]*href="\/village-primary\/offices\/helpdesk"/);
    match((await again.get(`${at}/offices`)).html, /Nobody holds an office that the rules need/);
    match((await again.get(at)).html, /Nobody holds an office that the rules need/);
    equal((await school.read(verify)).whole, true);
    const deeds = new Set((await school.read(tx => readLines(tx, { limit: 100 }))).map(line => line.deed));
    deepEqual(['set-terms', 'name-real-offices', 'publish-policy'].filter(deed => !deeds.has(deed)), []);
    deepEqual(school.errors, []);
  });
});

describe('the model schools', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school', allSchools: true }); });
  after(async () => { await school.close(); });

  test('every office that the rules of a model school need has a holder', async () => {
    const { listSchools } = await import('../../src/platform/database/index.ts');
    for (const one of await listSchools(school.db)) {
      const vacant = await readSchool(school.db, one.id, tx => vacantEverywhere(tx, { school: one, vocabulary: school.shared.vocabulary, today: school.today() }));
      deepEqual(vacant, [], one.name);
    }
  });

  test('whoever answers for a policy or a duty stands on one page, and an empty office is marked', async () => {
    const governor = await school.as('governor');
    const html = (await governor.get('/prep-school/accountable')).html;
    match(html, /the security of computers, networks, data and people[^]*Deputy head[^]*Anselm Priddy/);
    match(html, /putting this policy into practice[^]*Headteacher[^]*Judith Balogun-Ward[^]*Governors/);
    const lead = (await school.read(tx => listHolders(tx, school.today()))).find(holder => holder.office === 'ict-lead')!.person;
    const head = await school.as('head');
    await head.post(`/prep-school/people/${lead}/left`, { on: '2026-11-20' });
    const after = (await governor.get('/prep-school/accountable')).html;
    match(after, /running online safety from day to day[^]*?Head of IT<\/a> <strong class="chip chip--no">Nobody/);
    match(after, /Somebody is missing/);
    match((await governor.get('/prep-school')).html, /Nobody holds an office that the rules need/);
    match((await governor.get('/prep-school/accountable.csv')).html, /Head of IT,nobody/);
    await head.post(`/prep-school/people/${lead}/come-back`);
  });

  test('for one clause another office can answer than for the rest', async () => {
    const head = await school.as('head');
    const html = (await head.get('/prep-school/set-up/nobody')).html;
    const clause = /name="for-unassigned-([^"]+)"/.exec(html)![1]!;
    const [policy] = clause.split('#');
    equal((await head.post('/prep-school/set-up/nobody', { 'all-unassigned': 'deputy-head', 'all-school': 'deputy-head', [`for-unassigned-${clause}`]: 'registrar' })).status, 303);
    const person = (await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 1 })))[0]!;
    match((await (await school.asPerson(person.id)).get(`/prep-school/offices/registrar`)).html, new RegExp(`policies/${policy}#`));
  });
});
