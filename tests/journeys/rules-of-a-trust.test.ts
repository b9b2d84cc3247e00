/** A school under a trust: the trust's policies bind there too, and the school may only be stricter. */
import { after, before, describe, test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { acrossSchools, inSchool, listSchools, readSchool, sql, type School } from '../../src/platform/database/index.ts';
import { decide } from '../../src/rulebook/index.ts';
import { joinTrust } from '../../src/school/people/trust/store.ts';
import { rulesInForce, type RulesInForce } from '../../src/school/policies/index.ts';
import { tryOut } from '../../src/school/policies/trial.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

describe('a school under a trust', () => {
  let school: TestSchool;
  let trust: School;
  const rulesOf = (of: School): Promise<RulesInForce> => readSchool(school.db, of.id, tx => rulesInForce(tx, { school: of, vocabulary: school.shared.vocabulary, today: school.today() }));
  before(async () => {
    school = await openSchool({ pack: 'village-primary', allSchools: true });
    trust = (await listSchools(school.db)).find(one => one.slug === 'academy-trust')!;
  });
  after(() => school.close());

  test('before it belongs to one, its own rules alone bind', async () => {
    const { rulebook } = await rulesOf(school.school);
    ok([...rulebook.clauses.keys()].every(id => id.startsWith('village-primary/')));
  });

  test('afterwards the trust’s clauses bind too, its own policies stay its own, and the walls stand', async () => {
    const [alone, theirs] = [await rulesOf(school.school), await rulesOf(trust)];
    await acrossSchools(school.db, tx => joinTrust(tx, { school: school.school.id, trust: trust.id }));
    await school.change(async () => {});
    const { rulebook, editions } = await rulesOf(school.school);
    equal(rulebook.rules.length, alone.rulebook.rules.length + theirs.rulebook.rules.length);
    deepEqual(rulebook.policies.map(policy => policy.id), alone.rulebook.policies.map(policy => policy.id));
    deepEqual([...editions.keys()], [...alone.editions.keys()]);
    const seen = await school.read(async tx => (await sql<{ school: string }>`select distinct school_id as school from policy_edition`.execute(tx)).rows);
    deepEqual(seen, [{ school: school.school.id }]);
  });

  test('what the trust forbids is forbidden, and the answer names the trust’s clause', async () => {
    const [{ rulebook }, theirs] = [await rulesOf(school.school), await rulesOf(trust)];
    const who = ['teacher', 'staff'];
    const asked = (rules: RulesInForce['rulebook']) => (act: string) => decide(rules, { who, act, facts: {}, on: school.today() });
    const forbidden = [...new Set(theirs.rulebook.rules.filter(rule => rule.verb === 'never').map(rule => rule.subject))].filter(act => asked(theirs.rulebook)(act).says === 'no');
    ok(forbidden.length > 0, `${forbidden.length} acts`);
    for (const act of forbidden) equal(asked(rulebook)(act).says, 'no', act);
    ok(forbidden.some(act => (asked(rulebook)(act).because ?? []).some((id: string) => id.startsWith('academy-trust/'))));
  });

  test('a draft is tried out beside the trust’s rules', async () => {
    const { rulebook, editions } = await rulesOf(school.school);
    const edition = [...editions.values()][0]!;
    const document = rulebook.policies.find(policy => policy.id === edition.policy)!;
    const trial = tryOut({ policy: edition.policy, markdown: edition.markdown, base: document, before: rulebook, marks: new Map(), today: school.today() });
    deepEqual([trial.changes, trial.answers], [[], []]);
  });

  test('a school that leaves its trust keeps to its own again', async () => {
    await acrossSchools(school.db, tx => sql`delete from trust_member where member_id = ${school.school.id}`.execute(tx));
    await inSchool(school.db, school.school.id, async () => {});
    ok([...(await rulesOf(school.school)).rulebook.clauses.keys()].every(id => id.startsWith('village-primary/')));
    deepEqual(school.errors, []);
  });
});
