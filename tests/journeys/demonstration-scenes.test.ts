import { describe, test } from 'node:test';
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { loadDemonstration, playScenes } from '../../src/demonstration/index.ts';
import { verify } from '../../src/logbook/index.ts';
import { checkLinks } from '../../src/school/policies/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { openSchool, type TestSchool } from '../support/school.ts';

/** Opens a model school as the server does, scenes and all. */
async function openWithScenes(pack: string): Promise<{ school: TestSchool; play: () => Promise<void> }> {
  const school = await openSchool({ pack });
  const loading = { db: school.db, packsFolder: 'policies', vocabulary: school.shared.vocabulary, shared: school.shared, now: school.now(), only: [pack] };
  const play = async () => playScenes(loading, await loadDemonstration(loading));
  await play();
  return { school, play };
}

const count = async (school: TestSchool, what: string) => (await school.read(tx => sql<{ n: number }>`select count(*) as n from ${sql.raw(what)}`.execute(tx))).rows[0]!.n;

for (const pack of ['village-primary', 'prep-school']) {
  describe(`what is going on at the ${pack}`, () => {
    test('posters, trips, questions, families and a copy to send are there, once', async () => {
      const { school, play } = await openWithScenes(pack);
      try {
        const seen = async () => Promise.all(['policy_poster', 'policy_poster_place', 'trip', 'trip_carrier', 'trip_decision', "clause_question where state = 'open'", "clause_question where state = 'answered'",
          'policy_companion', 'policy_copy_request where done_on is null', "family_record where agree = 'both' and separate_homes", 'family_record where looked_after', "guardian where named and standing = 'foster-carer'",
          'guardian where court_order and no_contact and review_on is not null', 'policy_consultation', 'policy_consultation_answer', 'policy_quiz', 'permission where holder_id is not null'].map(what => count(school, what)));
        const first = await seen();
        deepEqual(first, [2, 5, 2, 4, 3, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 5]);
        const { entries } = await school.read(verify);
        await play();
        deepEqual(await seen(), first);
        equal((await school.read(verify)).entries, entries);
        equal(await checkLinks({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), look: () => { throw new Error('no address is due at the start'); } }), 0);
        deepEqual(school.errors, []);
      } finally {
        await school.close();
      }
    });

    test('where both parents must agree one has signed and the other has not', async () => {
      const { school } = await openWithScenes(pack);
      try {
        const signers = await school.read(tx => sql<{ n: number; asked: number }>`select count(distinct a.by_id) as n, count(distinct g.parent_id) as asked from family_record f join guardian g on g.child_id = f.child_id and g.may_agree and not g.no_contact
          left join agreement a on a.by_id = g.parent_id and ((a.person_id = f.child_id and a.capacity = 'guardian') or a.person_id = a.by_id) where f.agree = 'both'`.execute(tx));
        deepEqual(signers.rows, [{ n: 1, asked: 2 }]);
      } finally {
        await school.close();
      }
    });

    test('whoever decides about a phone finds it on the start page, and every persona opens one', async () => {
      const { school } = await openWithScenes(pack);
      try {
        const decider = await school.as(pack === 'prep-school' ? 'teacher' : 'head');
        match((await decider.get(`/${pack}`)).html, /A trip waits for your word/);
        match((await (await school.as('office')).get(`/${pack}/posters`)).html, pack === 'prep-school' ? /How we behave online/ : /Phones and photographs at school/);
        match((await (await school.as('office')).get(`/${pack}/copies`)).html, /3 Orchard Row/);
        for (const { persona } of await school.personas()) equal((await (await school.as(persona)).get(`/${pack}`)).status, 200, persona);
        deepEqual(school.errors, []);
      } finally {
        await school.close();
      }
    });
  });
}

test('the trust has codes for its guest wifi, one of them held by a guest who signed', async () => {
  const { school } = await openWithScenes('academy-trust');
  try {
    equal(await count(school, 'wifi_voucher'), 12);
    ok(await count(school, 'wifi_voucher v join agreement a on a.person_id = v.issued_to') >= 1);
  } finally {
    await school.close();
  }
});
