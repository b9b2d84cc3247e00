import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { checkLinks } from '../../src/school/policies/index.ts';
import { formToSign } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool } from '../support/school.ts';

const HERE = '/academy-trust/policies/acceptable-use';
const SIGN = '/academy-trust/agreements/acceptable-use';
const THREE = ['Data protection', 'Child protection and safeguarding', 'Online safety'];
const addressOf = (title: string): string => `https://www.trust.example/policies/${title.toLowerCase().replaceAll(' ', '-')}`;

test('the trust’s three companion policies stand beside its own, are looked at each week, and whoever signs has opened them', async () => {
  const school = await openSchool({ pack: 'academy-trust' });
  try {
    const head = await school.as('head');
    match((await head.get(`${HERE}/companions`)).html, /Know these three trust policies/, 'the clause is shown as one without an entry');
    for (const title of THREE) {
      match((await head.postAndFollow(`${HERE}/companions`, { kind: 'companion', title, owner: 'head', address: addressOf(title), clause: 'three-policies', openFirst: 'yes' })).html, /looked at within minutes/);
    }
    const asked: string[] = [];
    equal(await checkLinks({ db: school.db, vocabulary: school.shared.vocabulary, now: school.now(), look: async address => { asked.push(address); return { ok: true, status: 200, text: '' }; } }), 3);
    deepEqual(asked.sort(), THREE.map(addressOf).sort());
    const library = (await head.get('/academy-trust/linked-documents')).html;
    for (const title of THREE) match(library, new RegExp(title));

    const governor = await school.as('governor');
    for (const title of THREE) match((await governor.get(SIGN)).html, new RegExp(title));
    const sign = async () => governor.postAndFollow(SIGN, { ...formToSign((await governor.get(SIGN)).html), typedName: 'A Governor' });
    const signed = async () => (await school.read(tx => sql<{ n: number }>`select count(*)::int as n from agreement where policy = 'acceptable-use' and person_id = (select person_id from demonstration_persona where persona = 'governor')`.execute(tx))).rows[0]!.n;
    const before = await signed();
    await sign();
    equal(await signed(), before, 'nothing is signed before they were opened');
    equal((await readWhatBelongsTo(governor, SIGN)).length, 3);
    await sign();
    equal(await signed(), before + 1);
  } finally {
    await school.close();
    deepEqual(school.errors, []);
  }
});
