/** What is done where several keys of a school lie in the folder: everybody's hash is written under the one in use. */
import { UNLISTED_DEED, write } from '../../../logbook/index.ts';
import { inSchool, listSchools, type Database, type Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Lock } from '../../../platform/seal/index.ts';
import type { Shared } from '../../feature.ts';
import { listPeople } from '../../people/index.ts';
import { lockFor } from '../asking.ts';
import { writeHashes } from './store.ts';

const AT_ONCE = 500;

/** Joins the keys of every school that has several. Returns how many rows changed. At the start, before anybody reads. */
export async function joinKeysEverywhere({ db, shared, now }: { readonly db: Database; readonly shared: Pick<Shared, 'sealFolder'>; readonly now: Date }): Promise<number> {
  let changed = 0;
  for (const school of await listSchools(db)) {
    const lock = await lockFor(shared, school);
    if (lock.keyIds.length > 1) changed += await inSchool(db, school.id, tx => joinKeys(tx, { lock, school: school.id, now }));
  }
  return changed;
}

/** Writes the hashes of everybody of a school, those who have left too, under the key in use. */
export async function joinKeys(tx: Tx, { lock, school, now }: { readonly lock: Lock; readonly school: string; readonly now: Date }): Promise<number> {
  let changed = 0;
  for (let offset = 0; ; offset += AT_ONCE) {
    const people = await listPeople(tx, { day: dayOf(now), left: true, limit: AT_ONCE, offset });
    const pairs = people.flatMap(({ id }) => { const [inUse, ...others] = lock.keysOf(id); return others.map(other => [other, inUse!] as const); });
    changed += await writeHashes(tx, { from: pairs.map(([from]) => from), to: pairs.map(([, to]) => to) });
    if (people.length < AT_ONCE) break;
  }
  if (changed > 0) await write(tx, { school, deed: UNLISTED_DEED, by: 'countersign', about: school, at: now });
  return changed;
}
