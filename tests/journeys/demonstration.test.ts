import { describe, test } from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { fillForBench, loadDemonstration, personaLinks } from '../../src/demonstration/index.ts';
import { verify } from '../../src/logbook/index.ts';
import { readSchool } from '../../src/platform/database/index.ts';
import { countPeople } from '../../src/school/people/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

const lines = (school: TestSchool) => school.read(async tx => (await verify(tx)).entries);
const loading = (school: TestSchool) => ({ db: school.db, packsFolder: 'policies', vocabulary: school.shared.vocabulary, shared: school.shared, now: school.now() });

describe('the demonstration', () => {
  test('five schools open with a persona of each kind, and a second start adds nothing', async () => {
    const school = await openSchool({ allSchools: true });
    try {
      const links = await personaLinks(school.db, 'http://localhost:4000');
      equal(new Set(links.map(link => link.school)).size, 5);
      ok(links.some(link => link.name === 'Amina Rahman, supply teacher' && link.school === 'Larkmead Primary School'));
      ok(links.every(link => /^http:\/\/localhost:4000\/[a-z-]+\/persona\/[0-9a-f]{24}$/.test(link.url)));
      const before = await lines(school);
      await loadDemonstration(loading(school));
      deepEqual(await personaLinks(school.db, 'http://localhost:4000'), links);
      equal(await lines(school), before);
    } finally {
      await school.close();
    }
  });

  test('every persona opens a start page, and a link that is not one opens nothing', async () => {
    const school = await openSchool({ pack: 'prep-school' });
    try {
      for (const { persona, name } of await school.personas()) {
        const page = await (await school.as(persona)).get(`/${school.school.slug}/me`);
        equal(page.status, 200, persona);
        ok(page.html.includes(name.split(/[ ,]/)[0]!), persona);
      }
      equal((await school.guest().get(`/${school.school.slug}/persona/${'0'.repeat(24)}`)).status, 404);
      deepEqual(school.errors, []);
    } finally {
      await school.close();
    }
  });

  test('the inspector reads for 48 hours, and again after the next start', async () => {
    const school = await openSchool({ pack: 'prep-school' });
    try {
      const me = `/${school.school.slug}/me`;
      const inspector = await school.as('inspector');
      equal((await inspector.get(me)).status, 200);
      school.travelTo(new Date('2026-11-26T10:00:00Z'));
      equal((await (await school.as('inspector')).get(me)).status, 303);
      await loadDemonstration({ ...loading(school), only: ['prep-school'] });
      match((await (await school.as('inspector')).get(me)).html, /Inspector at Wrenfold House/);
    } finally {
      await school.close();
    }
  });

  test('a school of 2,000 people fills up for measuring', async () => {
    const school = await openSchool({ demonstration: false });
    try {
      const bench = await fillForBench(loading(school), 2000);
      const people = await readSchool(school.db, bench.id, tx => countPeople(tx, { day: school.today() }));
      ok(Math.abs(people - 2000) < 100, `${people} people`);
    } finally {
      await school.close();
    }
  });
});
