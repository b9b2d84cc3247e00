/** What is kept in memory for speed: nobody is ever shown what was read for another, nor what is no longer so. */
import { equal, notEqual } from 'node:assert/strict';
import test from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { loadWords, readPackTexts } from '../../src/packs/index.ts';
import { listSchools, sql } from '../../src/platform/database/index.ts';
import { newId, sha256 } from '../../src/platform/ids.ts';
import { read } from '../../src/rulebook/index.ts';
import { giveOffices } from '../../src/school/people/index.ts';
import type { MarginReader } from '../../src/school/policies/margin.ts';
import { ReaderPage } from '../../src/school/policies/pages/reader.tsx';
import type { Counts, Edition } from '../../src/school/policies/words.ts';
import { formToSign, withoutKeys } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { A_MONDAY, openSchool, type Client, type TestSchool } from '../support/school.ts';

const CODE = '/prep-school/policies/staff-code';

const withSchools = async (work: (school: TestSchool) => Promise<void>): Promise<void> => {
  const school = await openSchool({ pack: 'prep-school', allSchools: true });
  try {
    await work(school);
    equal(school.errors.length, 0);
  } finally {
    await school.close();
  }
};

const PAGES = ['', '/people', '/offices', '/policies', '/policies/staff-code', '/policies/middle-senior-code', '/policies/early-years-ks1-code', '/agreements', '/agreements/register', '/agreements/register?state=overdue&sort=due', '/agreements/register?page=2'];

test('every persona is shown the same whether or not others have just read, each in their own school', () => withSchools(async school => {
  // A draft, which its writers alone are shown.
  await (await school.as('head')).post('/prep-school/policies/staff-code/start');
  const clients: Client[] = [school.guest()];
  for (const { persona } of await school.personas()) clients.push(await school.as(persona));
  const alone: string[] = [];
  for (const client of clients) {
    for (const page of PAGES) {
      // Why: an empty change makes everything read so far count as old.
      await school.change(async () => undefined);
      alone.push(await shown(client, page));
    }
  }
  for (let round = 0; round < 2; round++) {
    const together = await Promise.all(clients.flatMap(client => PAGES.map(page => shown(client, page))));
    together.forEach((html, at) => equal(html, alone[at]));
  }
  equal(new Set(alone).size > clients.length, true, 'the pages of different people differ');
}));

const shown = async (client: Client, page: string): Promise<string> => {
  const { status, location, html } = await client.get(`/prep-school${page}`);
  return `${status} ${location ?? ''} ${withoutKeys(html)}`;
};

test('a signature is seen at once by all who have just read, and changes no other school', () => withSchools(async school => {
  const [supply, office, teacher] = [await school.as('supply'), await school.as('office'), await school.as('teacher')];
  const looks = [() => office.get('/prep-school/agreements/register'), () => teacher.get(CODE), () => office.get('/prep-school'), () => school.guest().get('/')];
  await readWhatBelongsTo(supply, '/prep-school/agreements/staff-code');
  const before = [];
  for (const look of looks) before.push((await look()).html);
  const elsewhere = await cardOf(school, 'day-school');
  const form = await supply.get('/prep-school/agreements/staff-code');
  const done = await supply.post('/prep-school/agreements/staff-code', { ...formToSign(form.html), typedName: 'A name' });
  equal(done.status, 303);
  for (const [at, look] of looks.entries()) notEqual((await look()).html, before[at], `look ${at}`);
  equal(await cardOf(school, 'day-school'), elsewhere);
}));

test('an office that changes hands is felt on the next page', () => withSchools(async school => {
  const teacher = await school.as('teacher');
  equal((await teacher.get('/prep-school/agreements/register')).status, 404);
  const id = (await school.read(tx => sql<{ person: string }>`select person_id as person from demonstration_persona where persona = 'teacher'`.execute(tx))).rows[0]!.person;
  await school.change(tx => giveOffices(tx, { school: school.school.id, by: 'test', at: school.now() }, [{ office: 'office', person: id, from: school.today() }]));
  equal((await teacher.get('/prep-school/agreements/register')).status, 200);
}));

test('whoever reads a policy, its margins are those drawn for them alone', () => {
  const { vocabulary } = loadWords('policies');
  const kinds = [...vocabulary.kinds.values()].map(({ name, within }) => ({ kinds: [name, ...within], offices: [] as string[] }));
  const readers: MarginReader[] = [null, ...kinds, ...[...vocabulary.offices.keys()].map(office => ({ kinds: ['support-staff', 'staff'], offices: [office] }))];
  for (const { file, text } of readPackTexts('policies/prep-school').policies) {
    const { policy } = read(text, file, vocabulary);
    if (!policy) continue;
    const edition = editionOf(policy.id, text);
    const draw = (reader: MarginReader, id: string, counts: Counts | null) => renderToString(ReaderPage({
      base: '/prep-school/policies', today: '2026-11-23', vocabulary, edition: { ...edition, id }, document: policy, reader, counts, related: [], mayWrite: false, open: null, coming: null,
    }));
    for (const reader of readers) {
      for (const counts of [null, { bound: 10, signed: 3, waiting: 7, overdue: 0, declined: 0 }, { bound: 10, signed: 4, waiting: 6, overdue: 0, declined: 0 }]) {
        // An edition nobody has read has no drawing yet.
        equal(draw(reader, edition.id, counts), draw(reader, newId(), counts));
      }
    }
  }
});

const editionOf = (policy: string, markdown: string): Edition => ({
  id: newId(), policy, number: 1, state: 'approved', title: '', markdown, textHash: sha256(markdown), note: '', createdBy: null, createdAt: A_MONDAY, changedAt: A_MONDAY,
  proposedBy: null, sentBack: '', revision: 1, approvedBy: null, approvedAs: 'head', approvedOn: '2026-09-01', inForce: '2026-09-01',
});

async function cardOf(school: TestSchool, slug: string): Promise<string> {
  const { html } = await school.guest().get('/');
  const name = (await listSchools(school.db)).find(one => one.slug === slug)!.name;
  return html.slice(html.indexOf(name)).split('</section>')[0]!;
}
