import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import type { Found } from '../../src/platform/links/index.ts';
import { checkLinks, companionsOf } from '../../src/school/policies/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const HERE = '/prep-school/policies/e-safety';
const NOTICE = 'https://www.school.example/privacy';

/** The privacy notice of a policy, from its entry to the day its link dies and comes back. */
describe('documents that go with a policy', () => {
  let school: TestSchool;
  const asked: string[] = [];
  let answer: Found = { ok: true, status: 200, text: '' };
  before(async () => { school = await openSchool({ pack: 'prep-school' }); });
  after(async () => {
    await school.close();
    deepEqual(school.errors, []);
  });

  const round = () => checkLinks({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), look: async address => { asked.push(address); return answer; } });
  const entry = async () => (await school.read(tx => sql<{ id: string; state: string }>`select id, state from policy_companion where address = ${NOTICE}`.execute(tx))).rows[0]!;
  const later = (days: number) => school.travelTo(new Date(school.now().getTime() + days * 86_400_000));

  test('its writer adds it, and everybody who reads the policy finds it', async () => {
    const lead = await school.as('ict-lead');
    match((await lead.get(`${HERE}/companions`)).html, /Our privacy notice is on the website/);
    const given = { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: NOTICE, clause: 'privacy-notice', openFirst: 'yes', stopsPublishing: 'yes' };
    equal((await lead.post(`${HERE}/companions`, { ...given, address: 'privacy' })).status, 422);
    match((await lead.postAndFollow(`${HERE}/companions`, given)).html, /looked at within minutes/);
    doesNotMatch((await lead.get(`${HERE}/companions`)).html, /<li[^>]*>[^<]*<a[^>]*>10\.\d+<\/a> Our privacy notice/);
    match((await school.guest().get(HERE)).html, /href="https:\/\/www\.school\.example\/privacy"[^>]*>Privacy notice<\/a>/);
    const ask = { school: school.school, vocabulary: school.shared.vocabulary, today: school.today(), policy: 'e-safety' };
    const found = (await school.read(tx => companionsOf(tx, ask))).find(one => one.title === 'Privacy notice');
    deepEqual([found?.href, found?.mustOpen, found?.ownPolicy], [NOTICE, true, null]);
  });

  test('a signer is to open both documents where the code says so', async () => {
    const town = await openSchool({ pack: 'town-school' });
    try {
      const found = await town.read(tx => companionsOf(tx, { school: town.school, vocabulary: town.shared.vocabulary, today: town.today(), policy: 'staff-code' }));
      deepEqual(found.map(one => [one.id, one.mustOpen, one.edition?.number]), [['policy:online-safety', true, 1]]);
    } finally {
      await town.close();
    }
  });

  test('each address is looked at once a week, and a dead link becomes a task of whoever looks after it', async () => {
    equal(await round(), 1);
    equal(await round(), 0);
    equal((await entry()).state, 'live');
    later(6);
    equal(await round(), 0);
    doesNotMatch((await (await school.as('dpo')).get('/prep-school')).html, /document needs putting right/);
    later(1);
    answer = { ok: false, status: 404, fault: 'The address answered with status 404.' };
    equal(await round(), 1);
    equal((await entry()).state, 'dead');
    const dpo = await school.as('dpo');
    match((await dpo.get('/prep-school')).html, /1 document needs putting right/);
    match((await dpo.get('/prep-school/linked-documents?standing=dead')).html, /Privacy notice/);
    match((await dpo.get('/prep-school/linked-documents.csv')).html, /Privacy notice,Online safety policy,companion,https:\/\/www\.school\.example\/privacy/);
    doesNotMatch((await (await school.as('office')).get('/prep-school')).html, /putting right/);
    const office = await school.as('office');
    for (const [, there] of (await office.get('/prep-school/linked-documents')).html.matchAll(/href="([^"]+\/companions\/[^"]+)"/g)) equal((await office.get(there!)).status, 200, 'no link leads to a page that is not there');
    match((await dpo.get('/prep-school/linked-documents')).html, /\/companions\//);
    deepEqual(asked, [NOTICE, NOTICE]);
  });

  test('a broken link to the privacy notice stops the policy from being approved, until it is put right', async () => {
    const lead = await school.as('ict-lead');
    equal((await lead.post(`${HERE}/start`)).status, 303);
    const editor = await lead.get(`${HERE}/edit`);
    const draft = (await school.read(tx => sql<{ markdown: string }>`select markdown from policy_edition where policy = 'e-safety' and state = 'draft'`.execute(tx))).rows[0]!;
    const seen = /name="seen" value="(\d+)"/.exec(editor.html)![1]!;
    equal((await lead.post(`${HERE}/edit`, { markdown: `${draft.markdown}\nOne more line. {#one-more}\n\n::info[says nothing]\n`, seen, do: 'propose', note: 'A line' })).status, 303);
    const chair = await school.as('chair');
    const approve = async () => {
      const { text_hash: text } = (await school.read(tx => sql<{ text_hash: string }>`select text_hash from policy_edition where policy = 'e-safety' and state = 'proposed'`.execute(tx))).rows[0]!;
      return chair.post(`${HERE}/approve`, { text, inForce: school.today() });
    };
    const refused = await approve();
    equal(refused.status, 422);
    match(refused.html, /its link is dead/);
    const dpo = await school.as('dpo');
    const { id } = await entry();
    equal((await dpo.post(`${HERE}/companions/${id}`, { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: `${NOTICE}-new`, clause: 'privacy-notice', stopsPublishing: 'yes' })).status, 303);
    answer = { ok: true, status: 200, text: '' };
    equal(await round(), 1);
    equal((await approve()).status, 303);
  });

  test('the place on the website is compared with the edition in force', async () => {
    const lead = await school.as('ict-lead');
    await lead.post(`${HERE}/companions`, { kind: 'publication', title: 'The school’s website', owner: 'ict-lead', address: 'https://www.school.example/policies', clause: 'on-the-website' });
    answer = { ok: true, status: 200, text: '<h1>Online safety policy</h1><p>Edition 1</p>' };
    ok(await round() > 0);
    match((await lead.get('/prep-school')).html, /shows another edition/);
    school.travelTo(new Date(`${addDays(school.today(), 1)}T10:00:00Z`));
    answer = { ok: true, status: 200, text: '<h1>Online safety policy</h1><p>Edition 2</p>' };
    ok(await round() > 0);
    doesNotMatch((await lead.get('/prep-school')).html, /shows another edition/);
    match((await school.guest().get(HERE)).html, /Where else you find this policy/);
  });

  test('an entry that is taken out can be put back', async () => {
    const lead = await school.as('ict-lead');
    const { id } = (await school.read(tx => sql<{ id: string }>`select id from policy_companion where kind = 'publication'`.execute(tx))).rows[0]!;
    match((await lead.postAndFollow(`${HERE}/companions/${id}/remove`)).html, /Taken out/);
    doesNotMatch((await school.guest().get(HERE)).html, /Where else you find this policy/);
    match((await lead.postAndFollow(`${HERE}/companions/${id}/put-back`)).html, /It is back/);
    match((await school.guest().get(HERE)).html, /Where else you find this policy/);
  });
});
