import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { proposeSite } from '../../src/school/concerns/block-list/deeds.ts';
import { exportSites, forgetInSites } from '../../src/school/concerns/block-list/store.ts';
import { findConcern } from '../../src/school/concerns/store.ts';
import { wordsOf } from '../support/cases.ts';
import { doingIn, fileOne, holderOf } from '../support/concerns.ts';
import { hiddenFields, withoutKeys } from '../support/forms.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const KIND = 'report-unsuitable-site';
const LIST = '/prep-school/block-list';

describe('the address of a site that is not fit for school', () => {
  let school: TestSchool;
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => { await school.close(); deepEqual(school.errors, []); });
  const holder = async (office: string) => school.asPerson(await holderOf(school, office));

  test('one press proposes the address of an unsuitable site for the block list, and whoever told of it hears what IT decided', async () => {
    const teacher = await school.as('teacher');
    const second = await teacher.post('/prep-school/something-happened', { danger: 'no', narrative: 'Sami found a shooting game.', kinds: KIND });
    match(second.html, new RegExp(`value="${school.today()}"[^>]*name="${KIND}\\.date"|name="${KIND}\\.date"[^>]*value="${school.today()}"`), 'today stands there');
    const story = hiddenFields(second.html);
    const told = (more: Readonly<Record<string, string>>) => teacher.post('/prep-school/something-happened/send', { ...story, ...more });
    equal((await told({ [`${KIND}.web-address`]: 'https://shoot.example/play?user=sami', [`${KIND}.date`]: '', [`${KIND}.time`]: '' })).status, 422, 'nothing is sent without day and time');
    const sent = await told({ [`${KIND}.web-address`]: 'https://shoot.example/play?user=sami', [`${KIND}.date`]: school.today(), [`${KIND}.time`]: '10:15' });
    const receipt = sent.location!.replace(/\?.*/, '');

    const it = await holder('it-support');
    const concern = /\/concerns\/[0-9a-f-]{36}/.exec((await it.get('/prep-school/concerns')).html)![0];
    const here = `/prep-school${concern}`;
    const panel = await it.get(here);
    match(panel.html, /value="shoot\.example\/play"/, 'what stands behind the question mark is left out');
    const proposed = await it.post(`${here}/block`, { address: 'shoot.example/play', why: 'not-for-pupils', fromDay: school.today() });
    equal(proposed.status, 303, proposed.html);
    match(wordsOf((await it.get(here)).html), /Proposed shoot\.example\/play/);

    const lead = await holder('ict-lead');
    match(wordsOf((await lead.get('/prep-school')).html), /1 address to decide about/);
    const page = await lead.get(LIST);
    const site = new RegExp(`${LIST}/[0-9a-f-]{36}`).exec(page.html)![0];
    const all = `${page.html} ${(await lead.get(site)).html} ${(await lead.get(`${LIST}.csv`)).html}`;
    ok(!/Sami|shooting|sami/.test(all), 'no word of what was told');
    ok(!all.includes(concern) && !wordsOf((await lead.get(site)).html).includes('Weaver'), 'and no way to it');
    equal((await it.post(`${site}/decide`, { says: 'block', fromDay: school.today(), reason: 'A shooting game.' })).status, 404, 'whoever does the work does not decide');
    equal((await lead.post(`${site}/decide`, { says: 'block', fromDay: school.today(), reason: '' })).status, 422);
    equal((await lead.post(`${site}/done`, {})).status, 404, 'nothing is done before it is decided');
    equal((await lead.post(`${site}/decide`, { says: 'block', fromDay: school.today(), reason: 'It is for adults.' })).status, 303);
    match(wordsOf((await teacher.get('/prep-school')).html), /Somebody has answered you/);
    match(wordsOf((await teacher.get(receipt)).html), /IT has decided: shoot\.example\/play is blocked from [^]*It is for adults\./);
    match(wordsOf((await it.get('/prep-school')).html), /1 address on the block list/);
    equal((await it.post(`${site}/done`, {})).status, 303);
    match(wordsOf((await teacher.get(receipt)).html), /IT says that shoot\.example\/play is blocked now/);
    match(wordsOf((await lead.get(site)).html), /says here that it is done\. Reported, not measured/);
    match((await lead.get(`${LIST}.csv`)).html, /shoot\.example\/play/);

    equal((await teacher.get(LIST)).status, 404);
    equal((await teacher.get(site)).status, 404);
    equal((await lead.post(`${site}/decide`, { says: 'leave', reason: 'It was the wrong page.' })).status, 303, 'a decision can be taken back');
    match(wordsOf((await lead.get(site)).html), /Take this address off the filter’s list/);
  });

  test('what comes of a concern about the head of IT is kept from them, and somebody else decides', async () => {
    const [ida, dsl] = [await holderOf(school, 'ict-lead'), await holderOf(school, 'dsl')];
    const { concerns: [id] } = await fileOne(school, { about: [ida], kinds: [{ kind: KIND, facts: { 'web-address': 'far.example' } }] });
    const doing = await doingIn(school, dsl);
    const lead = await school.asPerson(ida);
    const before = withoutKeys((await lead.get(LIST)).html);
    const logbook = (await lead.get('/prep-school/logbook')).html;
    const { id: site } = await school.change(async tx => proposeSite(tx, doing, { given: { address: 'far.example', why: 'harmful', fromDay: school.today() }, concern: await findConcern(tx, id!) }));
    equal(withoutKeys((await lead.get(LIST)).html), before);
    equal((await lead.get('/prep-school/logbook')).html, logbook);
    equal((await lead.get(`${LIST}/${site}`)).status, 404);
    equal((await lead.post(`${LIST}/${site}/decide`, { says: 'leave', reason: 'No need.' })).status, 404);
    const other = await holder('network-manager');
    equal((await other.post(`${LIST}/${site}/decide`, { says: 'leave', reason: 'It is blocked by its kind already.' })).status, 303);
    const told = (await school.read(tx => sql<{ all: string }>`select row_to_json(t)::text as all from block_site_told t`.execute(tx))).rows;
    ok(told.length > 0 && !told.some(row => row.all.includes(id!)), 'the way back to the concern is locked');
  });

  test('who proposed and decided is given to them, and forgotten with them', async () => {
    const nils = await holderOf(school, 'network-manager');
    const about = () => school.read(tx => exportSites(tx, nils)) as Promise<{ decided: { reason: string }[] }>;
    deepEqual((await about()).decided.map(one => one.reason), ['It is blocked by its kind already.']);
    await school.change(tx => forgetInSites(tx, nils));
    deepEqual((await about()).decided, []);
  });
});
