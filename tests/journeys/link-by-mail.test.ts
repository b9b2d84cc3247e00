import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { sendDue, smtpCarrier } from '../../src/platform/mail/index.ts';
import { open } from '../../src/sign-in/index.ts';
import { setProvider } from '../../src/sign-in/provider/store.ts';
import { openPostOffice, type PostOffice } from '../mail/post-office.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const HERE = '/prep-school/sign-in/link';

describe('a link by mail', () => {
  let school: TestSchool;
  let office: PostOffice;
  before(async () => { [school, office] = await Promise.all([openSchool({ pack: 'prep-school' }), openPostOffice()]); });
  after(async () => {
    await office.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  const emailOf = async (persona: string) => (await school.read(tx => sql<{ email: string }>`select p.email from person p join demonstration_persona d on d.person_id = p.id where d.persona = ${persona}`.execute(tx))).rows[0]!.email;
  const leave = () => sendDue({ db: school.db, carrier: smtpCarrier({ url: office.url, from: 'countersign@school.example' }), site: 'https://school.example', now: school.now });
  const ask = (email: string) => school.app.inject({ method: 'POST', url: HERE, headers: { host: 'evil.example', origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': `10.1.1.${Math.floor(Math.random() * 250)}` }, payload: new URLSearchParams({ email }).toString() });
  const linkIn = (text: string) => /https:\/\/school\.example(\/prep-school\/sign-in\/link\/\S+)/.exec(text)![1]!;
  const minutesLater = (minutes: number) => school.travelTo(new Date(school.now().getTime() + minutes * 60_000));

  test('the answer is the same whether the address is known, unknown or a member of staff, and only the parent gets a link', async () => {
    const answers = [];
    for (const email of [await emailOf('parent'), 'nobody@home.example', await emailOf('teacher'), await emailOf('head')]) {
      const answer = await ask(email);
      answers.push(`${answer.statusCode} ${answer.body}`);
    }
    deepEqual(new Set(answers).size, 1);
    match(answers[0]!, /^200 .*Look at your mail/s);
    await leave();
    deepEqual(office.taken.map(mail => mail.to), [await emailOf('parent')]);
  });

  test('a press on the link signs in, once; to look at it does not use it up; it leads to the site, whatever address was asked', async () => {
    const path = linkIn(office.taken.at(-1)!.text);
    const guest = school.guest();
    equal((await guest.get(path)).status, 200);
    equal((await guest.get(path)).status, 200);
    const bare = path.split('?')[0]!;
    match((await guest.postAndFollow(bare)).html, /You are signed in/);
    equal((await guest.get('/prep-school/family')).status, 200);
    equal((await school.guest().post(bare)).status, 410);
    equal((await school.guest().get(path)).status, 410);
  });

  test('after fifteen minutes it no longer works, and a newer one ends an older one', async () => {
    minutesLater(61);
    const parent = await emailOf('parent');
    await ask(parent);
    await leave();
    const older = linkIn(office.taken.at(-1)!.text).split('?')[0]!;
    minutesLater(1);
    await ask(parent);
    await leave();
    const newer = linkIn(office.taken.at(-1)!.text).split('?')[0]!;
    equal((await school.guest().get(older)).status, 410);
    equal((await school.guest().get(newer)).status, 200);
    minutesLater(15);
    equal((await school.guest().post(newer)).status, 410);
  });

  test('no more than three an hour, however often somebody asks', async () => {
    minutesLater(120);
    const before = office.taken.length;
    for (let at = 0; at < 5; at++) await ask(await emailOf('parent'));
    await leave();
    equal(office.taken.length - before, 3);
  });

  test('nobody at the school can read a link: the page of mail shows neither address nor body, and what has left is forgotten', async () => {
    const clerk = await school.as('office');
    const page = await clerk.get('/prep-school/mail');
    equal(page.status, 200);
    match(page.html, /Link to sign in/);
    ok(!page.html.includes('/sign-in/link/') && !page.html.includes(await emailOf('parent')));
    const left = await school.read(tx => sql<{ body: string }>`select body from mail_outbox where kind = 'sign-in-link' and state = 'sent'`.execute(tx));
    ok(left.rows.length > 0 && left.rows.every(row => row.body === ''));
  });

  test('a parent who has meanwhile become staff does not get in by an older link', async () => {
    minutesLater(120);
    const parent = await emailOf('parent');
    await ask(parent);
    await leave();
    const link = linkIn(office.taken.at(-1)!.text).split('?')[0]!;
    await school.change(tx => sql`insert into person_kind select k.school_id, k.person_id, 'teacher', k.from_day, k.until_day from person_kind k join person p on p.id = k.person_id where p.email = ${parent} limit 1`.execute(tx));
    equal((await school.guest().post(link)).status, 410);
  });
});

describe('a link to choose a password, sent by the office', () => {
  const FIRST = { givenName: 'Wanda', familyName: 'Newlink-Test', email: 'wanda@wrenfold.example', kinds: 'teacher', lastDay: '', yearGroup: '', class: '' };
  const PASSWORD = 'seven quiet herons';
  let school: TestSchool;
  let office: PostOffice;
  let clerk: Client;
  let at: string;
  before(async () => {
    [school, office] = await Promise.all([openSchool({ pack: 'prep-school' }), openPostOffice()]);
    clerk = await school.as('office');
    at = (await clerk.post('/prep-school/people/add', { ...FIRST, joinedOn: school.today() })).location!;
  });
  after(async () => {
    await office.close();
    await school.close();
    deepEqual(school.errors, []);
  });

  const send = () => clerk.post(`${at}/new-link`);
  const lastLink = async () => {
    await sendDue({ db: school.db, carrier: smtpCarrier({ url: office.url, from: 'countersign@school.example' }), site: 'https://school.example', now: school.now });
    // Why looked for: what leaves at one time arrives in any order.
    const mail = office.taken.findLast(one => one.text.includes('/set-password/'))!;
    equal(mail.to, FIRST.email);
    return /https:\/\/school\.example(\/prep-school\/set-password\/\S+)/.exec(mail.text)![1]!;
  };

  test('a teacher who has just been added gets it to her own address, chooses a password and signs in with both', async () => {
    match((await clerk.get(at)).html, /Send a new link/);
    const sent = await clerk.postAndFollow(`${at}/new-link`);
    match(sent.html, /on its way to their own address/);
    ok(!sent.html.includes('set-password'));
    const link = await lastLink();
    equal((await school.guest().post(link, { password: PASSWORD, again: PASSWORD })).status, 303);
    const wanda = school.guest();
    equal((await wanda.post('/prep-school/sign-in', { name: FIRST.email, password: PASSWORD })).status, 303);
    match((await wanda.get('/prep-school/me')).html, /Wanda Newlink-Test/);
    equal((await school.guest().get(link)).status, 410);
  });

  test('who has forgotten the password gets another link, and the one before it no longer works', async () => {
    await send();
    const older = await lastLink();
    await send();
    const newer = await lastLink();
    equal((await school.guest().get(older)).status, 410);
    equal((await school.guest().post(newer, { password: `${PASSWORD} more`, again: `${PASSWORD} more` })).status, 303);
    equal((await school.guest().post('/prep-school/sign-in', { name: FIRST.email, password: PASSWORD })).status, 422);
  });

  test('a colleague who puts another address on record gets no link into an account in use', async () => {
    await clerk.post(`${at}/name`, { givenName: FIRST.givenName, familyName: FIRST.familyName, email: 'not-wanda@wrenfold.example' });
    const before = office.taken.length;
    doesNotMatch((await clerk.get(at)).html, /Send a new link/);
    equal((await send()).status, 404);
    await sendDue({ db: school.db, carrier: smtpCarrier({ url: office.url, from: 'countersign@school.example' }), site: 'https://school.example', now: school.now });
    equal(office.taken.slice(before).some(mail => mail.text.includes('set-password')), false);
  });

  test('nobody gets a link at an address with which somebody else signs in, and who has left gets none', async () => {
    const twin = (await clerk.post('/prep-school/people/add', { ...FIRST, givenName: 'Wilma', joinedOn: school.today() })).location!;
    equal((await clerk.post(`${twin}/new-link`)).status, 404);
    const gone = (await clerk.post('/prep-school/people/add', { ...FIRST, givenName: 'Walter', email: 'walter@wrenfold.example', joinedOn: '2020-09-01', lastDay: '2021-07-20' })).location!;
    equal((await clerk.post(`${gone}/new-link`)).status, 404);
  });

  test('where everybody signs in at the school’s own provider, a colleague who puts another address on record gets no link into an account in use', async () => {
    const add = async (givenName: string) => (await clerk.post('/prep-school/people/add', { ...FIRST, givenName, email: `${givenName}@wrenfold.example`, joinedOn: school.today() })).location!;
    const [used, fresh] = [await add('Petra'), await add('Quentin')];
    await school.change(async tx => {
      await setProvider(tx, school.school.id, { issuer: 'https://provider.example', clientId: 'c', secret: 's', label: 'School account', trustsMail: true, asksSecondFactor: false, inUse: true, at: school.now() });
      await open(tx, { school: school.school.id, now: school.now(), userAgent: '' }, used.split('/').at(-1)!);
    });
    await clerk.post(`${used}/name`, { givenName: 'Petra', familyName: FIRST.familyName, email: 'not-petra@wrenfold.example' });
    deepEqual([(await clerk.post(`${used}/new-link`)).status, (await clerk.post(`${fresh}/new-link`)).status], [404, 303]);
  });
});
