/**
 * `countersign trust --school village-primary --under academy-trust`: says that a school belongs to a trust, which is
 * itself a school here. Whoever keeps the server says so; no page does.
 */
import { acrossSchools, schoolBySlug } from '../platform/database/index.ts';
import { joinTrust } from '../school/people/trust/store.ts';
import { lookAtDatabase } from './on-database.ts';
import { WrongCall, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { school: slug, under } = readOptions(args, { school: { type: 'string' }, under: { type: 'string' } }).values;
  if (!slug || !under) throw new WrongCall('Say which school and which trust: --school village-primary --under academy-trust.');
  return lookAtDatabase(async db => {
    const [school, trust] = [await schoolBySlug(db, slug), await schoolBySlug(db, under)];
    if (!school || !trust) throw new WrongCall(`There is no school "${school ? under : slug}" here.`);
    await acrossSchools(db, tx => joinTrust(tx, { school: school.id, trust: trust.id }));
    await print(`${school.name} belongs to ${trust.name}.\n`);
    return 0;
  });
}
