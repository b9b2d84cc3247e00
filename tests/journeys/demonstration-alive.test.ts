import { describe, test } from 'node:test';
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { loadDemonstration, personaLinks, playScenes } from '../../src/demonstration/index.ts';
import { verify } from '../../src/logbook/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** What is there in every model school: state → how many. */
const REQUESTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'village-primary': { asked: 3, 'asked-back': 1, granted: 3, refused: 2 },
  'town-school': { asked: 3, 'asked-back': 1, granted: 4, refused: 2 },
  'day-school': { asked: 3, 'asked-back': 1, granted: 5, refused: 1 },
  'academy-trust': { asked: 3, 'asked-back': 1, granted: 6, refused: 1 },
  'prep-school': { asked: 4, 'asked-back': 1, granted: 3, refused: 1 },
};
const CONCERNS = { new: 1, seen: 2, 'in-hand': 6, closed: 2 };
/** Devices held, accounts taken away outside a case, recordings asked about and applications proposed, where the rules of a school know them. */
const BELONGINGS: Readonly<Record<string, readonly number[]>> = { 'prep-school': [2, 0, 1, 0], 'village-primary': [0, 1, 0, 0], 'day-school': [0, 1, 0, 1], 'academy-trust': [0, 0, 0, 1], 'town-school': [0, 0, 0, 0] };
/** Concerns besides, where a school has a story of its own. */
const MORE: Readonly<Record<string, Readonly<Record<string, number>>>> = { 'town-school': { new: 2 }, 'day-school': { 'in-hand': 7 } };

const rows = async (school: TestSchool, what: string): Promise<number> => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from ${sql.raw(what)}`.execute(tx))).rows[0]!.n;

const counted = async (school: TestSchool, table: string): Promise<Record<string, number>> =>
  Object.fromEntries((await school.read(tx => sql<{ state: string; n: number }>`select state, count(*)::int as n from ${sql.raw(table)} group by state`.execute(tx))).rows.map(({ state, n }) => [state, n]));

/** Opens a model school as the server does, scenes and all. */
async function openAlive(pack: string): Promise<{ school: TestSchool; play: () => Promise<void> }> {
  const school = await openSchool({ pack });
  const loading = { db: school.db, packsFolder: 'policies', vocabulary: school.shared.vocabulary, shared: school.shared, now: school.now(), only: [pack] };
  const play = async () => playScenes(loading, await loadDemonstration(loading));
  await play();
  return { school, play };
}

const startPage = async (school: TestSchool, persona: string): Promise<string> => (await (await school.as(persona)).get(`/${school.school.slug}`)).html;

describe('what goes on at the model schools', () => {
  for (const pack of Object.keys(REQUESTS)) {
    test(`${pack}: requests wait and are decided, concerns are told and dealt with, once`, async () => {
      const { school, play } = await openAlive(pack);
      try {
        const seen = async () => ({ requests: await counted(school, 'permission_request'), concerns: await counted(school, 'concern') });
        const first = await seen();
        deepEqual(first, { requests: REQUESTS[pack], concerns: { ...CONCERNS, ...MORE[pack] } });
        deepEqual(await Promise.all(["custody_entry where state = 'held'", "account_hold where cause = 'decision'", 'recording', "app where state = 'proposed'"].map(what => rows(school, what))), BELONGINGS[pack]);
        const chain = await school.read(verify);
        equal(chain.whole, true);
        await play();
        deepEqual(await seen(), first);
        equal((await school.read(verify)).entries, chain.entries);
        match(await startPage(school, 'head'), /Decisions that wait for you/);
        match(await startPage(school, 'dsl'), /Not opened yet/);
        match(await startPage(school, 'deputy-dsl'), /Not opened yet/);
        match((await (await school.as('dsl')).get(`/${pack}/concern-settings`)).html, /value="01632 960141"[^]*value="01632 960142"[^]*value="01632 960143"/);
        match(await startPage(school, pack === 'academy-trust' ? 'data-protection-lead' : 'dpo'), /Telling the regulator of a data breach/);
        match((await (await school.as('pupil')).get(`/${pack}/tell-someone/mine`)).html, /Thank you/);
        match((await (await school.as('parent')).get(`/${pack}/complaints`)).html, /Being looked into/);
        for (const link of await personaLinks(school.db, '', { guide: true })) match(link.sees, /\.$/, link.name);
        deepEqual(school.errors, []);
        if (pack === 'town-school') await headSeesNothing(school);
        if (pack === 'academy-trust') await classesStandAsChildrenGrow(school);
        if (pack === 'prep-school' || pack === 'day-school') equal((await counted(school, 'sanction'))['in-force'], 1);
      } finally {
        await school.close();
      }
    });
  }
});

/** A secondary's classes begin with the youngest, wherever one is chosen. */
async function classesStandAsChildrenGrow(school: TestSchool): Promise<void> {
  const office = await school.as('office');
  for (const page of ['people', 'agreements/class-teachers']) {
    const { html } = await office.get(`/academy-trust/${page}`);
    deepEqual([...html.matchAll(/<option value="(\d+A)"/g)].map(([, name]) => name), ['7A', '8A', '9A', '10A', '11A'], page);
  }
}

/** The chair reads the one about the head; for the head it is not there. */
async function headSeesNothing(school: TestSchool): Promise<void> {
  match(await startPage(school, 'chair'), /Not opened yet/);
  const [about] = (await school.read(tx => sql<{ id: string; code: string }>`select c.id, c.code from concern c join concern_eye e on e.concern_id = c.id where e.why = 'round-the-subject'`.execute(tx))).rows;
  const [chair, head] = [await school.as('chair'), await school.as('head')];
  equal((await head.get(`/town-school/concerns/${about!.id}`)).status, 404);
  doesNotMatch((await head.get('/town-school/concerns?state=all')).html, new RegExp(about!.code));
  match((await chair.get(`/town-school/concerns/${about!.id}`)).html, /napkin/);
}
