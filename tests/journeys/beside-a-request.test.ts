import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { stayUntil } from '../../src/school/people/deeds.ts';
import { askFor } from '../../src/school/permissions/ask/deeds.ts';
import { tendRequests } from '../../src/school/permissions/index.ts';
import { findRequest } from '../../src/school/permissions/store.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** What whoever decides reads beside a request: what was asked before and how it ended, what is held now, and what clashes. */
describe('beside a request', { concurrency: 1 }, () => {
  let school: TestSchool;
  let [teacher, supply, head, lead]: Client[] = [];
  let [teacherId, supplyId, headName] = ['', '', ''];
  const base = '/village-primary';
  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
    const of = async (persona: string) => (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = ${persona}`.execute(tx))).rows[0]!.id;
    [teacherId, supplyId] = [await of('teacher'), await of('supply')];
    headName = (await school.personas()).find(one => one.persona === 'head')!.name.split(',')[0]!;
    await signIn();
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const signIn = async () => { [teacher, supply, head, lead] = [await school.as('teacher'), await school.as('supply'), await school.as('head'), await school.as('ict-lead')]; };
  const travel = (day: string) => {
    school.travelTo(new Date(`${day}T10:00:00Z`));
    return signIn();
  };
  const idIn = (location: string | undefined) => location!.split('/').at(-1)!.split('?')[0]!;
  const laptop = async (by: Client, days: { from: string; until: string }) => {
    const sent = await by.post(`${base}/ask/use-personal-device?fact.purpose=school-business`, { 'fact.purpose': 'school-business', 'shown.device': 'My own laptop', reason: 'Marking on the train', ...days });
    equal(sent.status, 303, wordsIn(sent.html));
    return idIn(sent.location);
  };
  const besideAt = async (by: Client, id: string) => wordsIn((await by.get(`${base}/requests/${id}`)).html);
  const permissionOf = async (request: string) => (await school.read(tx => sql<{ id: string }>`select id from permission where request_id = ${request}`.execute(tx))).rows[0]!.id;

  test('the first request of somebody says so, and nothing else stands beside it', async () => {
    const id = await laptop(supply!, { from: '2026-11-23', until: '2026-11-27' });
    const words = await besideAt(head!, id);
    match(words, /The first request of this kind for this person\./);
    doesNotMatch(words, /Asked before|Permissions they hold/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'refuse', words: 'There are laptops in the staffroom.' })).status, 303);
  });

  test('the next one shows each earlier request with its day, who decided in which words, and how it ended', async () => {
    const first = await laptop(teacher!, { from: '2026-11-23', until: '2026-12-11' });
    await head!.post(`${base}/requests/${first}`, { says: 'grant', conditions: 'Only in the library.' });
    await travel('2026-11-24');
    equal((await head!.post(`${base}/permissions/${await permissionOf(first)}/withdraw`, { reason: 'It was used in the hall.' })).status, 303);
    const second = await laptop(teacher!, { from: '2026-11-25', until: '2026-12-11' });
    await head!.post(`${base}/requests/${second}`, { says: 'refuse', words: 'Not this term.' });
    await travel('2026-11-25');
    const third = await laptop(teacher!, { from: '2026-11-25', until: '2026-12-11' });
    await teacher!.post(`${base}/my-requests/${third}/take-back`, { sure: 'yes' });
    await travel('2026-11-26');
    const words = await besideAt(head!, await laptop(teacher!, { from: '2026-11-26', until: '2026-12-11' }));
    match(words, /1 earlier request was granted\..*1 earlier request was refused\./);
    const [, earlier] = words.split('Asked before');
    match(earlier!, new RegExp(`^ 25 November 2026 Taken back 24 November 2026 Refused No from ${headName}\\. “Not this term\\.” 23 November 2026 Withdrawn Yes from ${headName}\\. “Only in the library\\.” 24 November 2026: ${headName} withdrew it\\. “It was used in the hall\\.”`));
  });

  test('what they hold now stands there for whoever decides about it, and for nobody else', async () => {
    const hall = { 'fact.device-owner': 'school', 'shown.software': 'A timer', 'shown.device': 'The class laptop', reason: 'For the spelling race', from: '2026-11-26', until: '2026-12-11' };
    const sent = await teacher!.post(`${base}/ask/install-software`, hall);
    const [waiting] = (await school.read(tx => sql<{ id: string }>`select id from permission_request where act = 'use-personal-device' and state = 'asked' and holder_id = ${teacherId}`.execute(tx))).rows;
    await head!.post(`${base}/requests/${waiting!.id}`, { says: 'grant' });
    const atLead = await besideAt(lead!, idIn(sent.location));
    doesNotMatch(atLead, /Use my own device for school/, 'the ICT lead does not decide about own devices');
    const next = await besideAt(head!, await laptopAgain());
    match(next, /A permission for this counts already, to 11 December 2026\./);
    match(next, /Permissions they hold .*Use my own device for school \(What is it for\? School business ?\) Counts now It lasts up to 11 December 2026\./);
  });
  const laptopAgain = async () => idIn((await teacher!.post(`${base}/ask/use-personal-device`, { again: 'yes', 'fact.purpose': 'school-business', 'shown.device': 'My own laptop', reason: 'For next term too', from: '2026-12-12', until: '2026-12-18' })).location);

  test('where the rules forbid it by now the clause says so, and no yes is possible', async () => {
    const id = await school.change(tx => askFor(tx, { school: school.school, by: supplyId, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: supplyId, act: 'carry-personal-device', facts: { place: 'classroom' }, evidence: {}, reason: 'I like to have it', clauses: ['village-primary/staff-code#not-in-classrooms'], offices: [['head']], named: {}, from: '2026-11-26', until: '2026-11-27',
    } }));
    const page = await head!.get(`${base}/requests/${id}`);
    match(wordsIn(page.html), /The rules forbid it by now, whoever says yes\. ICT code for staff, governors and visitors, 3\.4/);
    equal((await head!.post(`${base}/requests/${id}`, { says: 'grant' })).status, 422);
  });

  test('a yes ends with somebody’s last day, and what a leaver still asked for is over', async () => {
    await school.change(tx => stayUntil(tx, { school: school.school.id, by: supplyId, at: school.now() }, { person: supplyId, on: '2026-12-04' }));
    const id = await laptop(supply!, { from: '2026-11-26', until: '2026-12-18' });
    match(await besideAt(head!, id), /Last day at the school 4 December 2026/);
    await head!.post(`${base}/requests/${id}`, { says: 'grant' });
    equal((await school.read(tx => sql<{ on: string }>`select (ends_at - interval '1 second')::date::text as "on" from permission where request_id = ${id}`.execute(tx))).rows[0]!.on, '2026-12-04');
    const late = await school.change(tx => askFor(tx, { school: school.school, by: supplyId, at: school.now(), today: school.today() }, { seats: [], request: {
      holder: supplyId, act: 'install-hardware', facts: {}, evidence: {}, reason: 'A larger screen', clauses: ['village-primary/staff-code#new-hardware'], offices: [['head']], named: {}, from: '2026-11-26', until: '2026-12-18',
    } }));
    await travel('2026-12-05');
    equal((await head!.post(`${base}/requests/${late}`, { says: 'grant' })).status, 303);
    equal((await school.read(tx => findRequest(tx, late)))!.state, 'asked');
    await tendRequests({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now() });
    equal((await school.read(tx => findRequest(tx, late)))!.state, 'lapsed');
  });
});

const wordsIn = (html: string): string => (html.match(/<main[^]*?<\/main>/)?.[0] ?? html).replaceAll(/<[^>]+>/g, ' ').replaceAll(/&#39;/g, '’').replaceAll(/\s+/g, ' ').replaceAll(/ ([.:,”])/g, '$1').replaceAll('“ ', '“');
