import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readLines, verify } from '../../src/logbook/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

let school: TestSchool;
let head: Client;
let chair: Client;
let teacher: Client;
const CODE = '/village-primary/policies/staff-code';
const WORDS = 'Ask the school office before you print in colour.';
const seenIn = (html: string): string => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
const textIn = (html: string): string => unescaped(/<textarea[^>]*name="markdown"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '');
const unescaped = (html: string): string => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
const plain = (html: string): string => unescaped(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
const mayIPrint = async (): Promise<string> => plain((await teacher.post('/village-primary/may-i', { question: 'May I print something?' })).html);

describe('a new edition, from the first word to the day it holds', () => {
  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
    [head, chair, teacher] = await Promise.all([school.as('head'), school.as('chair'), school.as('teacher')]);
  });
  after(() => school.close());

  test('the head adds a clause by form and sees, before anybody is bound, what answers change and who will sign again', async () => {
    ok(!(await mayIPrint()).includes('Ask the school office first'));
    const started = await head.postAndFollow(`${CODE}/start`);
    equal(started.status, 200);
    const form = await head.get(`${CODE}/edit/add?act=print`);
    const added = await head.postAndFollow(`${CODE}/edit/add`, { act: 'print', words: WORDS, verb: 'ask', office: 'office', section: '', seen: seenIn(form.html) });
    const page = plain(added.html);
    match(page, /May staff, governors and visitors print something\? Was: no rule Now: ask the school office/);
    match(page, /Who will sign again \d+ people/);
    ok(textIn(added.html).includes('::ask[print]{of=office}'));
  });

  test('until it is approved the draft binds nobody and only its writers see it', async () => {
    ok(!(await teacher.get(CODE)).html.includes('print in colour'));
    deepEqual([(await teacher.get(`${CODE}/edit`)).status, (await teacher.get(`${CODE}/proposal`)).status, (await chair.get(`${CODE}/edit`)).status], [404, 404, 404]);
    ok(!(await mayIPrint()).includes('Ask the school office first'));
  });

  test('whoever saves second loses nothing: both texts come back', async () => {
    const page = await head.get(`${CODE}/edit`);
    const [seen, text] = [seenIn(page.html), textIn(page.html)];
    await head.post(`${CODE}/edit`, { markdown: text, note: 'First.', seen, do: 'save' });
    const second = await head.post(`${CODE}/edit`, { markdown: text.replace(WORDS, 'Ask the office before colour.'), note: '', seen, do: 'save' });
    match(second.html, /Two people have changed this draft/);
    ok(second.html.includes('Ask the office before colour.') && second.html.includes(WORDS));
  });

  test('a fault in the text stops it, with its line and what to do', async () => {
    const page = await head.get(`${CODE}/edit`);
    const wrong = textIn(page.html).replace('::ask[print]', '::ask[prnt]');
    const sent = await head.post(`${CODE}/edit`, { markdown: wrong, note: '', seen: seenIn(page.html), do: 'propose' });
    equal(sent.status, 422);
    match(plain(sent.html), /"prnt" is not an act\. Did you mean "print"\?/);
    const again = await head.get(`${CODE}/edit`);
    await head.post(`${CODE}/edit`, { markdown: wrong.replace('::ask[prnt]', '::ask[print]'), note: 'Colour is dear.', seen: seenIn(again.html), do: 'propose' });
    equal((await head.get(`${CODE}/edit`)).location, `${CODE}/proposal`);
  });

  test('the head cannot approve for the governors', async () => {
    const page = await head.get(`${CODE}/proposal`);
    ok(!page.html.includes('Approve edition'));
    equal((await head.post(`${CODE}/approve`, { text: 'x', inForce: school.today() })).status, 404);
  });

  test('the chair reads the same summary, may send it back, and approves it for a day that is not past', async () => {
    const page = await chair.get(`${CODE}/proposal`);
    match(plain(page.html), /Colour is dear\./);
    match(plain(page.html), /Now: ask the school office/);
    const text = /name="text" value="([0-9a-f]+)"/.exec(page.html)?.[1] ?? '';
    const past = await chair.post(`${CODE}/approve`, { text, inForce: '2026-01-01' });
    equal(past.status, 422);
    match(past.html, /Choose today or a later day/);
    equal((await chair.post(`${CODE}/approve`, { text, inForce: school.today() })).location, CODE);
  });

  test('from that day the same question answers differently, and the policy shows the clause with its margin', async () => {
    match(await mayIPrint(), /Ask the school office first/);
    const page = plain((await teacher.get(CODE)).html);
    match(page, /Ask the school office before you print in colour\. workflow Ask the school office first\./);
  });

  test('the old edition stays readable, marked as old, with what changed since', async () => {
    match(plain((await teacher.get(`${CODE}/editions/1`)).html), /This is an old edition/);
    match(plain((await teacher.get(`${CODE}/editions`)).html), /Edition 2 in force .* 1 clause, 1 new duty Colour is dear\./);
    const compared = await teacher.get(`${CODE}/compare/1/2`);
    ok(compared.html.includes(`<ins>${WORDS}</ins>`) && compared.html.includes('new duty'));
    equal((await teacher.get(`${CODE}/compare/1/9`)).status, 404);
  });

  test('the logbook names every step and its chain is whole', async () => {
    const lines = await school.read(tx => readLines(tx, { limit: 500 }));
    const deeds = lines.map(line => line.deed);
    for (const deed of ['start-draft', 'save-draft', 'propose-policy', 'publish-policy']) ok(deeds.includes(deed), deed);
    equal((await school.read(verify)).whole, true);
  });

  test('signed out, a policy that is not public and one that does not exist look the same', async () => {
    const guest = school.guest();
    const made = await head.postAndFollow('/village-primary/policies/new', { title: 'Keys of the server room', summary: 'Who holds the keys.', binds: 'staff', owner: 'head', approvedBy: 'head', readers: 'adults' });
    const page = await head.get('/village-primary/policies/keys-of-the-server-room/edit');
    equal(made.status, 200);
    await head.post('/village-primary/policies/keys-of-the-server-room/edit', { markdown: textIn(page.html), note: '', seen: seenIn(page.html), do: 'propose' });
    const proposal = await head.get('/village-primary/policies/keys-of-the-server-room/proposal');
    await head.post('/village-primary/policies/keys-of-the-server-room/approve', { text: /name="text" value="([0-9a-f]+)"/.exec(proposal.html)?.[1] ?? '', inForce: school.today() });
    equal((await teacher.get('/village-primary/policies/keys-of-the-server-room')).status, 200);
    const [hidden, absent] = [await guest.get('/village-primary/policies/keys-of-the-server-room'), await guest.get('/village-primary/policies/no-such-policy')];
    deepEqual([hidden.status, hidden.location], [303, '/village-primary/sign-in?next=%2Fvillage-primary%2Fpolicies%2Fkeys-of-the-server-room']);
    deepEqual([absent.status, absent.location], [303, '/village-primary/sign-in?next=%2Fvillage-primary%2Fpolicies%2Fno-such-policy']);
    for (const rest of ['/pdf', '/editions', '/editions/1', '/source', '/compare/1/2']) equal((await guest.get(`/village-primary/policies/keys-of-the-server-room${rest}`)).status, 303, rest);
    ok(!(await guest.get('/village-primary/rules')).html.includes('server room'));
    ok((await guest.get('/village-primary/rules')).html.includes('ICT code for staff'));
  });
});
