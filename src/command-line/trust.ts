/**
 * `countersign trust --school village-primary --under academy-trust`: says that a school belongs to a trust, which is
 * itself a school here. Whoever keeps the server says so; no page does.
 */
import { readConfig } from '../platform/config.ts';
import { acrossSchools, openDatabase, schoolBySlug, startPostgres } from '../platform/database/index.ts';
import { joinTrust } from '../school/people/trust/store.ts';
import { WrongCall, print, readOptions } from './options.ts';

export async function command(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { school: { type: 'string' }, under: { type: 'string' } });
  if (!values.school || !values.under) throw new WrongCall('Say which school and which trust: --school village-primary --under academy-trust.');
  const config = readConfig();
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir });
  const db = await openDatabase({ url: config.databaseUrl ?? postgres!.url, connections: 1 });
  try {
    const [school, trust] = [await schoolBySlug(db, values.school), await schoolBySlug(db, values.under)];
    if (!school || !trust) throw new WrongCall(`There is no school "${school ? values.under : values.school}" here.`);
    await acrossSchools(db, tx => joinTrust(tx, { school: school.id, trust: trust.id }));
    await print(`${school.name} belongs to ${trust.name}.\n`);
    return 0;
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}
