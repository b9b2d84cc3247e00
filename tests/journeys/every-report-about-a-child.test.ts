import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import type { ReportGiven } from '../../src/school/concerns/index.ts';
import { rulesInForce } from '../../src/school/policies/index.ts';
import { ALL_KINDS, kindsOf, OF_A_CHILD } from '../../src/school/concerns/kinds.ts';
import { A_STORY, fileOne, holderOf } from '../support/concerns.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** Whatever is told about a child and whoever it goes to, the safeguarding lead knows that it is there; of what went to others no more than that. */
for (const pack of ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school']) {
  describe(`the safeguarding lead of the ${pack} learns of every report about a child`, () => {
    let school: TestSchool;
    let [dsl, child, adult] = ['', '', ''];
    before(async () => {
      school = await openSchool({ pack });
      dsl = await holderOf(school, 'dsl');
      [child, adult] = await Promise.all([anyOf('pupil%'), anyOf('teacher')]) as [string, string];
    });
    after(async () => {
      await school.close();
      deepEqual(school.errors, []);
    });

    const anyOf = async (kind: string): Promise<string> =>
      (await school.read(tx => sql<{ id: string }>`select person_id as id from person_kind where kind like ${kind} and person_id <> ${dsl} and until_day is null order by person_id limit 1`.execute(tx))).rows[0]!.id;
    const told = async (given: Partial<ReportGiven>) => (await fileOne(school, given)).told.map(({ concern, code, kind, offices }) => ({ concern, code, kind, offices }));
    const kinds = async () => kindsOf((await school.read(tx => rulesInForce(tx, { school: school.school, vocabulary: school.shared.vocabulary, today: school.today() }))).rulebook);
    const listed = async () => (await (await school.asPerson(dsl)).get(`/${pack}/concerns`)).html;

    for (const [how, given] of [['a child may be harmed', () => ({ children: [child] })], ['it is about a pupil', () => ({ about: [child] })]] as const) {
      test(`whatever kind of thing it is, where ${how}`, async () => {
        for (const kind of await kinds()) {
          const [one] = await told({ ...given(), kinds: [{ kind, facts: {} }] });
          const html = await listed();
          ok(html.includes(one!.code), `${kind}, which went to ${one!.offices.join(' and ')}, is listed`);
          const mine = html.includes(`/${pack}/concerns/${one!.concern}`);
          equal((await (await school.asPerson(dsl)).get(`/${pack}/concerns/${one!.concern}`)).status, mine ? 200 : 404, `${kind}: what went to others does not open`);
          doesNotMatch(html, new RegExp(A_STORY), 'and no word of it is shown');
        }
      });
    }

    test('where nobody is named, and the kind of thing is about a child', async () => {
      for (const kind of (await kinds()).filter(one => OF_A_CHILD.includes(one))) {
        const [one] = await told({ kinds: [{ kind, facts: {}, office: 'head' }] });
        ok((await listed()).includes(one!.code), kind);
      }
    });

    test('a report about an adult in which no child is named, and that went to others, is not theirs to know of', async () => {
      const [one] = await told({ about: [adult], kinds: [{ kind: 'report-device-loss', facts: {} }] });
      equal((await listed()).includes(one!.code), one!.offices.includes('dsl'));
    });

    test('one that is about the safeguarding lead is nowhere for them, whichever child it is about', async () => {
      const before = await listed();
      const codes = [];
      for (const kind of ALL_KINDS) codes.push((await told({ about: [dsl], children: [child], kinds: [{ kind, facts: {} }] }))[0]!.code);
      const html = await listed();
      deepEqual(codes.filter(code => html.includes(code)), []);
      equal(html, before, 'not a letter of the list is another');
    });
  });
}
