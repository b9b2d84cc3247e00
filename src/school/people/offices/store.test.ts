import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '../../../../tests/database/fresh.ts';
import { addSchool, inSchool, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { addPeople } from '../deeds.ts';
import { addHolders, holdersOn, listComing, listHoldings } from './store.ts';

const DAY = '2026-11-23';

test('what began on one day stands in the same order, however the database happens to find it', async () => {
  const { db, close } = await freshDatabase();
  const school = newId();
  await addSchool(db, { id: school, slug: 'test-school', name: 'Testwell School', pack: 'test' });
  const within = <T>(work: (tx: Tx) => Promise<T>) => inSchool(db, school, work);
  const twin = (givenName: string) => ({ givenName, familyName: 'Rahmani', email: null, joinedOn: '2016-09-01', kinds: ['teacher'] });
  const [first, second] = await within(tx => addPeople(tx, { school, by: 'countersign', at: new Date(`${DAY}T10:00:00Z`) }, [twin('Farida'), twin('Ada')])) as [string, string];
  const of = (person: string, from: string) => ['staff-member', 'police', 'dsl', 'children-social-care'].map(office => ({ office, person, from }));
  await within(async tx => addHolders(tx, school, [...of(first, '2016-09-01'), ...of(second, '2016-09-01'), ...of(first, '2027-01-04')]));

  for (const plan of ['seqscan', 'indexscan', 'bitmapscan', 'nestloop', 'hashjoin']) {
    const found = await within(async tx => {
      await sql`select set_config(${`enable_${plan}`}, 'off', true)`.execute(tx);
      return { own: await listHoldings(tx, { person: first }), all: await holdersOn(tx, DAY), coming: await listComing(tx, DAY) };
    });
    const offices = ['children-social-care', 'dsl', 'police', 'staff-member'];
    deepEqual(found.own.map(one => one.office), [...offices, ...offices], plan);
    deepEqual(found.all.map(one => `${one.office} ${one.name}`), offices.flatMap(office => [`${office} Ada Rahmani`, `${office} Farida Rahmani`]), plan);
    deepEqual(found.coming.map(one => one.office), offices, plan);
  }
  await close();
});
