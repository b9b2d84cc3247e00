import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

/** What the head allows many at once: granted under a rule, read by the group, known to May I, and looked at again at its end. */
describe('what groups may do', () => {
  let school: TestSchool;
  before(async () => {
    school = await openSchool({ pack: 'village-primary' });
  });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const NEW = '/village-primary/permissions/standing/new';
  const OTHER_USES = 'village-primary/staff-code#other-uses use-school-ict';
  const given = (more: Record<string, string | string[]> = {}) => ({ rule: OTHER_USES, what: 'The gardening club writes its page', reason: 'The club belongs to the school', conditions: 'After school, on the library’s computers.', kinds: ['staff'], from: '2026-11-23', until: '2027-07-20', 'fact.facility': ['internet', 'email', 'learning-platform'], ...more });
  const mayI = async (client: Client, facts: Record<string, string> = { facility: 'internet', purpose: 'non-school' }) => (await client.post('/village-primary/may-i', { question: 'May I use the internet for the club?', act: 'use-school-ict', ...Object.fromEntries(Object.entries(facts).map(([fact, value]) => [`fact.${fact}`, value])) })).html;
  const says = (html: string) => /answer--(\w+)/.exec(html)?.[1];

  test('the head grants a use to the staff: dated, attributed, on the list, on their start page and known to May I', async () => {
    const [head, teacher] = [await school.as('head'), await school.as('teacher')];
    match((await head.get(NEW)).html, /These are the ones about which you decide alone/);
    equal((await teacher.get(NEW)).status, 404);
    equal((await teacher.post(NEW, given())).status, 404);
    equal(says(await mayI(teacher)), 'ask');
    const form = await head.get(`${NEW}?rule=${encodeURIComponent(OTHER_USES)}`);
    match(form.html, /It does not count for you/);
    const wrong = await head.post(NEW, given({ kinds: [], until: '2026-11-01' }));
    equal(wrong.status, 422);
    match(wrong.html, /The gardening club writes its page/);
    match((await head.post(NEW, given({ until: '2029-01-01' }))).html, /does not let it last so long/);
    const list = await head.postAndFollow(NEW, given());
    match(list.html, /The gardening club writes its page/);
    match(list.html, /20 July 2027/);
    match((await teacher.get('/village-primary')).html, /What your group may do/);
    match((await teacher.get('/village-primary/permissions/standing')).html, /23 November 2026/);
    const answer = await mayI(teacher);
    equal(says(answer), 'yes');
    match(answer, /This was granted/);
    match(answer, /The gardening club writes its page<\/a>: granted to your group by [^<]+ on 23 November 2026, until 20 July 2027\. Conditions: After school/);
    doesNotMatch(await mayI(teacher, { facility: 'internet', purpose: 'school-business' }), /This was granted/);
    match((await head.get('/village-primary/permissions/standing.csv')).html, /gardening club/);
  });

  test('it does not count for the head who granted it, nor for anybody outside the group', async () => {
    equal(says(await mayI(await school.as('head'))), 'ask');
    const parent = await school.as('parent');
    doesNotMatch((await parent.get('/village-primary/permissions/standing')).html, /gardening club/);
    doesNotMatch((await parent.get('/village-primary')).html, /What your group may do/);
  });

  test('an agreed use of data stands in the register with its purpose, its group, who agreed and until when', async () => {
    const head = await school.as('head');
    const rule = 'village-primary/staff-code#agreed-uses-of-data use-school-data';
    const made = await head.postAndFollow(NEW, given({ rule, what: 'Reading ages of a class for the reading tent', reason: 'To choose books', kinds: ['teacher'], conditions: 'On paper within school.' }));
    match(made.html, /Reading ages of a class/);
    const file = (await (await school.as('teacher')).get('/village-primary/permissions/standing.csv')).html;
    match(file, /Reading ages of a class for the reading tent,.*To choose books,On paper within school\./);
    match((await head.get('/village-primary/permissions/standing?act=use-school-data')).html, /Teachers/);
    doesNotMatch((await head.get('/village-primary/permissions/standing?act=use-school-data')).html, /gardening club/);
  });

  test('at its end it is looked at again: what is granted then is new and names what it continues', async () => {
    const head = await school.as('head');
    const id = /permissions\/([0-9a-f-]{36})">The gardening club/.exec((await head.get('/village-primary/permissions/standing')).html)?.[1] ?? '';
    match((await head.get(`/village-primary/permissions/${id}`)).html, /Review it and grant it anew/);
    equal((await (await school.as('teacher')).get(`${NEW}?follows=${id}`)).status, 404);
    match((await head.get(`${NEW}?follows=${id}`)).html, /What you grant here takes its place/);
    const made = await head.postAndFollow(NEW, given({ follows: id, conditions: 'In the library alone.' }));
    match(made.html, /In the library alone/);
    doesNotMatch(made.html, /After school, on the library/);
    match((await head.get(`/village-primary/permissions/${id}`)).html, /This is the new one/);
    equal(says(await mayI(await school.as('teacher'))), 'yes');
  });
});
