import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { askFeature } from '../../src/school/answers.ts';
import { listHolders } from '../../src/school/people/index.ts';
import { askFor } from '../../src/school/permissions/ask/deeds.ts';
import { findRequest } from '../../src/school/permissions/store.ts';
import { tendRequests } from '../../src/school/permissions/index.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** Requests of the town school: the head's limits, a question back, an undone word, two who must agree, and nobody who opens it. */
describe('asking and deciding', { concurrency: 1 }, () => {
  let school: TestSchool;
  let [teacher, head, chair]: Client[] = [];
  let [teacherId, headId] = ['', ''];
  const base = '/town-school';
  before(async () => {
    school = await openSchool({ pack: 'town-school' });
    const of = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
    [teacherId, headId] = [await of('teacher'), await of('head')];
    await signIn();
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const signIn = async () => {
    [teacher, head] = [await school.as('teacher'), await school.as('head')];
    chair = await school.asPerson((await school.read(tx => listHolders(tx, school.today()))).find(one => one.office === 'chair-of-governors')!.person);
  };
  const travel = (moment: string) => {
    school.travelTo(new Date(moment));
    return signIn();
  };
  const idIn = (location: string | undefined) => location!.split('/').at(-1)!.split('?')[0]!;
  const stateOf = async (id: string) => (await school.read(tx => findRequest(tx, id)))!.state;
  const own = { 'shown.device': 'My own laptop', reason: 'Marking on the train home every day', from: '2026-11-23', until: '2026-12-18' };
  const askOwn = async (client: Client, more: Record<string, string> = {}) => idIn((await client.post(`${base}/ask/use-personal-device`, { ...own, ...more })).location);
  const mayUse = async (person: string) => (await school.read(tx => askFeature('livePermissions', tx, person, school.now()))).some(one => one.act === 'use-personal-device');

  test('a reason of a word or two goes no further, and what was typed stays', async () => {
    const answer = await teacher!.post(`${base}/ask/use-personal-device`, { ...own, reason: 'marking' });
    equal(answer.status, 422);
    match(answer.html, /a word or two is not enough/);
    match(answer.html, /value="My own laptop"/);
    equal((await school.read(tx => sql<{ n: number }>`select count(*)::int as n from permission_request`.execute(tx))).rows[0]!.n, 0);
  });

  test('an empty form says of each field what to fill in, in the order of the fields, and leads to it', async () => {
    const answer = await teacher!.post(`${base}/ask/install-software`, { 'fact.device-owner': 'school', 'shown.software': 'A timer', 'shown.device': ' ', reason: '', from: '2026-11-20', until: '' });
    equal(answer.status, 422);
    const summary = /<ul class="govuk-list govuk-error-summary__list">.*?<\/ul>/s.exec(answer.html)![0];
    deepEqual([...summary.matchAll(/<a href="#([^"]+)">([^<]+)</g)].map(([, id, words]) => [id, words]), [
      ['shown.device', 'Say which device'], ['reason', 'Say why you ask'], ['from', 'The first day is today or a later one'], ['until', 'Give the last day'],
    ]);
    for (const id of ['shown.device', 'reason', 'from', 'until']) match(answer.html, new RegExp(`<(input|textarea)[^>]* id="${id}"[^>]* aria-describedby="[^"]*${id}-error`));
    match(answer.html, /value="A timer"/);
    const questions = await teacher!.get(`${base}/ask/use-school-ict?asked=purpose+interferes-with-duties`);
    match(questions.html, /<a href="#fact-purpose">Choose an answer</);
  });

  test('the head asks back, the answer comes, and one press grants it', async () => {
    const id = await askOwn(teacher!);
    match((await head!.get(base)).html, /Decisions that wait for you/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'ask-back', words: '' })).status, 422);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'ask-back', words: 'Will pupils’ names be on it?' })).status, 303);
    match((await teacher!.get(base)).html, /A question came back/);
    equal((await teacher!.post(`${base}/my-requests/${id}/answer`, { words: 'Only initials.' })).status, 303);
    match((await head!.get(`${base}/requests`)).html, /Only initials/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant', conditions: 'Keep it locked.' })).status, 303);
    equal(await stateOf(id), 'granted');
    match((await teacher!.get(`${base}/my-requests/${id}`)).html, /Keep it locked/);
    equal(await mayUse(teacherId), true);
    const asked = await teacher!.post(`${base}/may-i`, { question: 'May I use my own laptop for school?', act: 'use-personal-device' });
    match(asked.html, /Is it this\?/);
    const use = /name="use" type="radio" value="([0-9a-f-]{36})"/.exec(asked.html)![1]!;
    match((await teacher!.post(`${base}/may-i`, { question: 'May I use my own laptop for school?', act: 'use-personal-device', use })).html, /You may use my own device|You may use your own device/);
  });

  test('a word may be taken back on its day and not later, and then the permission no longer counts', async () => {
    const id = (await school.read(tx => sql<{ id: string }>`select id from permission_request where state = 'granted'`.execute(tx))).rows[0]!.id;
    match((await head!.get(`${base}/requests/decided`)).html, /Undo/);
    equal((await head!.post(`${base}/requests/${id}/undo`)).status, 303);
    equal(await stateOf(id), 'asked');
    equal(await mayUse(teacherId), false);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant' })).status, 303);
    doesNotMatch((await head!.get(`${base}/requests/${id}`)).html, /A permission for this counts already/, 'its own permission is no other');
    await travel('2026-11-24T10:00:00Z');
    equal((await head!.post(`${base}/requests/${id}/undo`)).status, 404);
    equal(await mayUse(teacherId), true);
  });

  test('what is given up counts no more, and the same is granted as last time with one press', async () => {
    const id = (await school.read(tx => sql<{ id: string }>`select id from permission_request where state = 'granted'`.execute(tx))).rows[0]!.id;
    match((await teacher!.post(`${base}/my-requests/${id}/give-up`)).html, /cannot be undone/);
    equal(await mayUse(teacherId), true);
    equal((await teacher!.post(`${base}/my-requests/${id}/give-up`, { sure: 'yes' })).status, 303);
    equal(await mayUse(teacherId), false);
    const again = await askOwn(teacher!, { from: '2026-11-24' });
    match((await head!.get(`${base}/requests`)).html, /Grant as last time/);
    equal((await head!.post(`${base}/requests/${again}`, { says: 'as-last-time' })).status, 303);
    equal(await mayUse(teacherId), true);
  });

  test('for private use the head sets the limits before a yes counts, and the holder accepts them', async () => {
    const form = await teacher!.get(`${base}/ask/use-school-ict?fact.purpose=personal`);
    match(form.html, /The rules need to know a little more/);
    const sent = await teacher!.post(`${base}/ask/use-school-ict`, { 'fact.purpose': 'personal', 'fact.facility': 'something-else', 'fact.interferes-with-duties': 'no', 'shown.what': 'The colour printer', reason: 'Posters for the village fair', from: '2026-11-24', until: '2026-12-18' });
    equal(sent.status, 303, text(sent.html));
    const id = idIn(sent.location);
    const bare = await head!.post(`${base}/requests/${id}`, { says: 'grant' });
    equal(bare.status, 422);
    match(bare.html, /<a href="#limit\.what-for">Set this limit: what for</);
    match(bare.html, /id="limit\.what-for" name="limit\.what for"[^>]* aria-describedby="limit\.what-for-hint limit\.what-for-error"/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant', 'limit.what for': 'Posters alone', 'limit.when': 'After four', 'limit.where': 'In the office' })).status, 303);
    const counts = async () => (await school.read(tx => askFeature('livePermissions', tx, teacherId, school.now()))).some(one => one.act === 'use-school-ict');
    equal(await counts(), false);
    match((await teacher!.get(`${base}/my-requests/${id}`)).html, /What for: Posters alone\s+When: After four\s+Where: In the office[^]*Accept the conditions/);
    equal((await teacher!.post(`${base}/my-requests/${id}/accept`)).status, 303);
    equal(await counts(), true);
  });

  test('the head’s own request goes to the chair of governors, and the head cannot decide it', async () => {
    const id = await askOwn(head!, { from: '2026-11-24' });
    doesNotMatch((await head!.get(`${base}/requests`)).html, new RegExp(id));
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant' })).status, 404);
    match((await chair!.get(`${base}/requests`)).html, new RegExp(id));
    equal((await chair!.post(`${base}/requests/${id}`, { says: 'refuse', words: 'Use the school’s laptop, please.' })).status, 303);
    match((await head!.get(`${base}/my-requests/${id}`)).html, /No from .*Use the school’s laptop, please/s);
    equal(await mayUse(headId), false);
  });

  test('where two have to agree one yes is not enough, and one no ends it', async () => {
    const both = (): Promise<string> => school.change(tx => askFor(tx, { school: school.school, by: teacherId, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: teacherId, act: 'install-software', facts: {}, evidence: {}, reason: 'A timeline program', clauses: ['town-school/staff-code#installing-software'], offices: [['chair-of-governors'], ['head']], named: {}, from: '2026-11-24', until: '2026-12-01',
    } }));
    const one = await both();
    match((await head!.get(`${base}/requests/${one}`)).html, /it also needs one from the chair of governors/);
    equal((await head!.post(`${base}/requests/${one}`, { says: 'grant' })).status, 303);
    equal(await stateOf(one), 'asked');
    doesNotMatch((await head!.get(`${base}/requests`)).html, new RegExp(one));
    equal((await chair!.post(`${base}/requests/${one}`, { says: 'grant' })).status, 303);
    equal(await stateOf(one), 'granted');
    const other = await both();
    equal((await head!.post(`${base}/requests/${other}`, { says: 'grant' })).status, 303);
    equal((await chair!.post(`${base}/requests/${other}`, { says: 'refuse', words: 'Not this year.' })).status, 303);
    equal(await stateOf(other), 'refused');
  });

  test('what nobody opens is handed on after school days, at last to the chair, and what nobody answers is over', async () => {
    await travel('2026-11-26T09:00:00Z');
    const id = idIn((await teacher!.post(`${base}/ask/install-hardware`, { 'shown.item': 'A larger screen', 'shown.device': 'PC 4', reason: 'For the reading group', from: '2026-11-26', until: '2027-03-01' })).location);
    const round = (day: string) => tendRequests({ db: school.db, vocabulary: school.shared.vocabulary, now: new Date(`${day}T09:00:00Z`) });
    const words = async () => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from permission_word where request_id = ${id} and says = 'hand-on'`.execute(tx))).rows[0]!.n;
    // A Thursday: the weekend is no school day.
    await round('2026-11-28');
    equal(await words(), 0);
    await round('2026-11-30');
    equal(await words(), 1);
    await round('2026-11-30');
    equal(await words(), 1);
    await travel('2026-11-30T09:30:00Z');
    match((await chair!.get(`${base}/requests`)).html, new RegExp(id));
    equal(await stateOf(id), 'asked');
    await round('2026-12-27');
    equal(await stateOf(id), 'lapsed');
    await travel('2026-12-27T10:00:00Z');
    match((await teacher!.get(`${base}/my-requests`)).html, /Nobody answered in time/);
  });

  test('what the rules forbid whoever says yes is never sent, and a request taken back is not decided', async () => {
    const no = await teacher!.post(`${base}/ask/use-school-ict`, { ...own, 'fact.purpose': 'personal', 'fact.facility': 'email', 'fact.interferes-with-duties': 'no', 'shown.what': 'Private mail', from: '2026-12-27', until: '2026-12-28' });
    equal(no.status, 422);
    match(no.html, /No, and nobody can allow it/);
    const id = idIn((await teacher!.post(`${base}/ask/install-hardware`, { 'shown.item': 'A camera', 'shown.device': 'PC 4', reason: 'For the reading group', from: '2026-12-28', until: '2027-03-01' })).location);
    equal((await teacher!.post(`${base}/my-requests/${id}/take-back`, { sure: 'yes' })).status, 303);
    const late = await head!.postAndFollow(`${base}/requests/${id}`, { says: 'grant' });
    match(late.html, /It has changed meanwhile\. This is how it stands now\.[^]*Taken back/);
    equal(await stateOf(id), 'taken-back');
    match((await teacher!.postAndFollow(`${base}/my-requests/${id}/take-back`, { sure: 'yes' })).html, /It has changed meanwhile/);
  });

  test('of two who may decide at once the first word counts, and the second is told how it stands', async () => {
    const id = idIn((await teacher!.post(`${base}/ask/install-hardware`, { 'shown.item': 'A microphone', 'shown.device': 'PC 5', reason: 'For the school radio', from: '2026-12-28', until: '2027-03-01' })).location);
    await tendRequests({ db: school.db, vocabulary: school.shared.vocabulary, now: new Date('2027-01-20T09:00:00Z') });
    await travel('2027-01-20T10:00:00Z');
    match((await chair!.get(`${base}/requests/${id}`)).html, /Refuse/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant' })).status, 303);
    match((await chair!.postAndFollow(`${base}/requests/${id}`, { says: 'refuse', words: 'Not this year.' })).html, /It has changed meanwhile[^]*Granted/);
    match((await teacher!.postAndFollow(`${base}/my-requests/${id}/take-back`, { sure: 'yes' })).html, /It has changed meanwhile/);
    equal(await stateOf(id), 'granted');
  });

  test('several that need nothing beside a yes are granted with one press; one that wants limits is left for its own form', async () => {
    const other = (item: string) => school.change(tx => askFor(tx, { school: school.school, by: headId, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: teacherId, act: 'install-hardware', facts: {}, evidence: { item }, reason: 'For the school radio', clauses: ['town-school/staff-code#installing-hardware'], offices: [['chair-of-governors']], named: {}, from: '2027-01-20', until: '2027-03-01',
    } }));
    const [one, two] = [await other('A mixer'), await other('A stand')];
    const limited = await school.change(tx => askFor(tx, { school: school.school, by: teacherId, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: teacherId, act: 'use-school-ict', facts: { purpose: 'personal', facility: 'internet', 'interferes-with-duties': 'no' }, evidence: {}, reason: 'To book a train', clauses: ['town-school/staff-code#private-use'], offices: [['chair-of-governors']], named: {}, from: '2027-01-20', until: '2027-03-01',
    } }));
    const page = (await chair!.get(`${base}/requests`)).html;
    deepEqual([one, two, limited].map(id => page.includes(`id="chosen-${id}"`)), [true, true, false]);
    match((await chair!.post(`${base}/requests/chosen`, { conditions: 'With care.' })).html, new RegExp(`<a href="#chosen-${one}">Choose at least one request<[^]*With care\\.`));
    const done = await chair!.postAndFollow(`${base}/requests/chosen`, { chosen: [one, two, limited], conditions: 'With care.' });
    match(done.html, /You said yes to 2 of 3\. The others have changed meanwhile\./);
    deepEqual([await stateOf(one), await stateOf(two), await stateOf(limited)], ['granted', 'granted', 'asked']);
    match((await teacher!.get(`${base}/my-requests/${one}`)).html, /With care\./);
  });

  test('its mails say that there is something and where, never what or about whom', async () => {
    const mails = (await school.read(tx => sql<{ subject: string; body: string }>`select subject, body from mail_outbox where kind = 'permission'`.execute(tx))).rows;
    ok(mails.length > 8);
    for (const { subject, body } of mails) {
      match(subject, /^(A request waits for your decision|News about something you asked for)$/);
      match(body, /^(Somebody at school asks for a permission, and you may decide\.|There is news about a permission that you asked for\.)\n\nSign in to read it\.\n\n\{site\}\/town-school\/(requests|my-requests)\/[0-9a-f-]{36}\n$/);
    }
  });
});

const text = (html: string): string => html.match(/<main[^]*?<\/main>/)?.[0].replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 900) ?? '';
