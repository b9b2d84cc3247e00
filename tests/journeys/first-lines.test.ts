/** What each person sees first on opening their start page: what waits for them, before the question box. */
import { deepEqual, match } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { loadDemonstration, playScenes } from '../../src/demonstration/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const titlesIn = (html: string): string[] => [...html.matchAll(/<h2 class="card__title">([^<]*)</g)].map(([, title]) => title!);

describe('the start page', () => {
  let school: TestSchool;
  before(async () => {
    school = await openSchool({ pack: 'prep-school' });
    const loading = { db: school.db, packsFolder: 'policies', vocabulary: school.shared.vocabulary, shared: school.shared, now: school.now(), only: ['prep-school'] };
    await playScenes(loading, await loadDemonstration(loading));
  });
  after(() => school.close());

  /** Before the question box, and after it. */
  const partsOf = async (persona: string) => {
    const { html } = await (await school.as(persona)).get('/prep-school');
    const main = html.slice(html.indexOf('<main'));
    const at = main.indexOf('class="askbox');
    return { first: main.slice(0, at), later: main.slice(at) };
  };

  test('begins for a child of five with the one document made for them, and with telling someone', async () => {
    const { first, later } = await partsOf('reception');
    deepEqual(titlesIn(first), ['My rules', 'Tell someone']);
    deepEqual([...first.matchAll(/href="(\/prep-school\/policies\/[^"]+)"/g)].map(([, href]) => href), ['/prep-school/policies/early-years-ks1-code']);
    match(later, /Ask: can I/);
  });

  test('begins for an older pupil with every document that binds them, and with telling someone', async () => {
    const { first } = await partsOf('pupil');
    deepEqual(titlesIn(first).slice(0, 2), ['My rules', 'Tell someone']);
    match(first, /href="\/prep-school\/policies\/middle-senior-code"/);
  });

  test('begins for supply staff with what they sign, and says by name whom to tell about a child', async () => {
    const { first, later } = await partsOf('supply');
    match(first, /Read and sign/);
    match(first + later, /Worried about a child\?<\/h2><p>Tell <strong>Farida Rahmani/);
  });

  test('begins for the head with decisions, and what can wait stands below the question box', async () => {
    const { first, later } = await partsOf('head');
    match(first, /Decisions that wait for you/);
    match(later, /What the rules are doing today/);
  });

  test('begins for a parent with each child, and for the office with who has not signed and who is on site', async () => {
    match((await partsOf('parent')).first, /Osian Chukwu/);
    deepEqual(titlesIn((await partsOf('office')).first).filter(title => ['Signatures', 'Visitors'].includes(title)), ['Signatures', 'Visitors']);
  });
});
