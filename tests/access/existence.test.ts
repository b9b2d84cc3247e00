import { deepEqual, equal, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { doingAs, handOnEverywhere, openConcern } from '../../src/school/concerns/index.ts';
import { proposeSite } from '../../src/school/concerns/block-list/deeds.ts';
import { findConcern } from '../../src/school/concerns/store.ts';
import { addEntry, setState } from '../../src/school/concerns/deeds/case.ts';
import { askingAs, fileOne, holderOf } from '../support/concerns.ts';
import { withoutKeys } from '../support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';
import { deskOf, type Desk } from './desk.ts';
import { whoIsWho, type Person } from './people.ts';
import { TABLE } from './table.ts';

/** Whatever is drawn by chance on each page: ids for sending a form once, and seals made at the moment. */
const steady = (html: string): string => withoutKeys(html).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replaceAll(/(name="(?:once|state|challenge)" value=")[^"]*/g, '$1');

/** Where two pages part, a few words of each. */
function apart(one: string, other: string): string[] {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one, other].map(page => page.slice(Math.max(0, at - 120), at + 120));
}

/** Every address that is read, but the one that signs somebody else in. */
const QUIET = TABLE.filter(row => row.route.startsWith('GET ') && !row.ends && !row.at.includes('{persona}'));

/** A concern about somebody leaves no trace for them: no page, count, file or mail is another one than before. */
describe('a concern about somebody leaves no trace for them', () => {
  let school: TestSchool;
  let desk: Desk;
  let ids: ReadonlyMap<Person, string>;
  before(async () => {
    school = await openSchool({ pack: 'prep-school', allSchools: true });
    ids = await whoIsWho(school);
    desk = deskOf(school, ids);
    await desk.bring('proposed');
    await desk.approve();
  });
  after(() => school.close());

  const addressesOf = async (person: Person): Promise<string[]> => {
    const found = [];
    for (const row of QUIET.filter(row => row.who.includes(person))) found.push(await desk.fill(row.at));
    return [...new Set([...found, '/prep-school/logbook?check=yes', '/prep-school/logbook?deed=concern', '/prep-school/concerns?state=all', '/prep-school/mail?state=rests'])];
  };

  const everything = async (reader: Client, addresses: readonly string[]): Promise<Map<string, string>> => {
    const pages = new Map<string, string>();
    for (const at of addresses) { const met = await reader.get(at); pages.set(at, `${met.status} ${steady(met.html)}`); }
    return pages;
  };

  const mailsTo = (person: string) => school.read(tx => sql<{ n: number }>`select count(*) as n from mail_outbox where person_id = ${person}`.execute(tx)).then(found => Number(found.rows[0]!.n));

  for (const [person, reads] of [['head', 'chair-of-governors'], ['dsl', 'head']] as const) {
    test(`every page, count, file and mail of the ${person} is the same before and after a concern about them`, async () => {
      const [subject, deals] = [ids.get(person)!, await holderOf(school, reads)];
      const reader = await school.asPerson(subject);
      const addresses = await addressesOf(person);
      ok(addresses.length > 60, `${addresses.length} addresses`);
      const name = () => reader.get('/prep-school').then(({ html }) => /href="\/prep-school\/me">([^<]+)/.exec(html)?.[1]);
      const own = await name();
      // Why once before: some pages leave a cookie that others show.
      await everything(reader, addresses);
      const [first, again] = [await everything(reader, addresses), await everything(reader, addresses)];
      const unsteady = addresses.filter(at => first.get(at) !== again.get(at));
      ok(unsteady.length < 6, `too many pages that differ by themselves: ${unsteady.join(' ')}`);
      const mails = await mailsTo(subject);

      const { concerns, told } = await fileOne(school, { reporter: ids.get('teacher')!, about: [subject], children: [ids.get('pupil')!], kinds: [{ kind: 'report-safeguarding-concern', facts: {} }, { kind: 'handle-breach', facts: {} }, { kind: 'report-accidental-access', facts: { intent: 'accidental' } }] });
      await handOnEverywhere({ db: school.db, shared: school.shared, now: new Date(school.now().getTime() + 3 * 86_400_000) });
      ok(told[0]!.offices.includes(reads), `it reaches ${told[0]!.offices.join(' ')}`);
      const asking = await askingAs(school, deals);
      await school.change(async tx => {
        ok(await openConcern(tx, asking, concerns[0]!));
        ok(await setState(tx, doingAs(asking), { concern: concerns[0]!, to: 'in-hand' }));
        await addEntry(tx, doingAs(asking), { concern: concerns[0]!, sort: 'note', words: { text: 'Spoke to the chair.' } });
        await proposeSite(tx, doingAs(asking), { given: { address: 'far.example', why: 'harmful', fromDay: school.today() }, concern: await findConcern(tx, concerns[0]!) });
      });

      const then = await everything(reader, addresses);
      ok(own);
      equal(await name(), own, 'it is still the same reader');
      deepEqual(addresses.filter(at => !unsteady.includes(at) && then.get(at) !== again.get(at)).map(at => [at, ...apart(again.get(at)!, then.get(at)!)]), []);
      equal(await mailsTo(subject), mails);
      for (const id of concerns) equal((await reader.get(`/prep-school/concerns/${id}`)).status, 404);
    });
  }
});
