import { deepEqual, equal, match } from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { formToSign } from '../../../../tests/support/forms.ts';
import { openSchool, type Client, type TestSchool } from '../../../../tests/support/school.ts';
import { readLines } from '../../../logbook/index.ts';
import { sql } from '../../../platform/database/index.ts';
import { adopt, latestApproved } from '../../policies/index.ts';
import { findAsk, listAgreements } from '../reads.ts';
import { findSitting, openSittingOf } from './reads.ts';

const AGREEMENTS = '/town-school/agreements';

describe('several documents in one sitting', () => {
  let school: TestSchool;
  let supply: Client;
  let person: string;
  before(async () => {
    school = await openSchool({ pack: 'town-school' });
    supply = await school.as('supply');
    person = (await school.read(tx => sql<{ id: string }>`select person_id as id from demonstration_persona where persona = 'supply'`.execute(tx))).rows[0]!.id;
  });
  after(() => school.close());

  const sign = async (policy: string) => supply.post(`${AGREEMENTS}/${policy}`, { ...formToSign((await supply.get(`${AGREEMENTS}/${policy}`)).html), typedName: 'Amina Rahman' });

  test('both documents are opened and signed one after the other, and each text is sealed by itself', async () => {
    equal((await supply.post(`${AGREEMENTS}/sitting`)).location, `${AGREEMENTS}/online-safety`);
    const begun = (await school.read(tx => openSittingOf(tx, person)))!;
    equal(begun.documents[0]!.openedAt?.getTime(), school.now().getTime());
    equal(begun.documents[1]!.openedAt, null);
    equal((await sign('online-safety')).location, `${AGREEMENTS}/staff-code`);
    equal((await supply.post(`${AGREEMENTS}/sitting`)).location, `${AGREEMENTS}/staff-code`, 'it goes on where it stopped');
    equal((await sign('staff-code')).location, `${AGREEMENTS}/sitting/${begun.id}`);
    const done = (await school.read(tx => findSitting(tx, begun.id)))!;
    equal(done.finishedAt?.getTime(), school.now().getTime());
    const agreements = await school.read(tx => listAgreements(tx, { persons: [person], limit: 10 }));
    deepEqual(agreements.map(one => one.id).sort(), done.documents.map(one => one.agreement).sort());
    deepEqual(agreements.map(one => one.editionId).sort(), done.documents.map(one => one.editionId).sort());
    equal(new Set(agreements.map(one => one.textHash)).size, 2);
    equal((await school.read(tx => readLines(tx, { about: begun.id, limit: 5 })))[0]?.deed, 'start-sitting');
    match((await supply.get(`${AGREEMENTS}/sitting`)).html, /Nothing to sign/);
  });

  test('a new duty in one of two documents signed together asks about that one again and leaves the other', async () => {
    await school.change(async tx => {
      const edition = (await latestApproved(tx, 'online-safety'))!;
      const clause = '\nEverybody shows their badge at the gate. {#badge-at-the-gate}\n\n::must[sign-policy]\n';
      await adopt(tx, { school: school.school, vocabulary: school.shared.vocabulary, by: null, at: school.now(), today: school.today() }, { markdown: edition.markdown + clause, inForce: school.today() });
    });
    await supply.get(AGREEMENTS);
    const [main, code] = await school.read(async tx => [await findAsk(tx, person, 'online-safety'), await findAsk(tx, person, 'staff-code')]);
    deepEqual([main!.open, main!.need?.reason, code!.open], [true, 'new-duty', false]);
    equal((await school.read(tx => listAgreements(tx, { persons: [person], limit: 10 }))).length, 2, 'what was signed stands as it was');
  });
});
