/**
 * `countersign keys`: the keys of what people tell, school by school, and the concerns that do not open with them. It
 * reads no word of any concern.
 */
import path from 'node:path';
import { listSchools, readSchool } from '../platform/database/index.ts';
import { lockOf, sealFolderIn } from '../platform/seal/index.ts';
import { shutAmong } from '../school/concerns/keys/reads.ts';
import { lookAtDatabase } from './on-database.ts';
import { WrongCall, readOptions } from './options.ts';

/** Exit 0 when every concern opens, 1 when some do not, 2 when there is no database to look at. */
export async function command(args: readonly string[]): Promise<number> {
  if (readOptions(args, {}).positionals.length > 0) throw new WrongCall('keys takes nothing more: it looks at the folder of seals beside the database.');
  return lookAtDatabase(async (db, config) => {
    let closed = 0;
    for (const school of await listSchools(db)) {
      const lock = await lockOf(sealFolderIn(config.dataDir), school.id);
      const { looked, shut } = await readSchool(db, school.id, tx => shutAmong(tx, lock, null));
      closed += shut.length;
      const [inUse, ...others] = lock.keyIds;
      process.stdout.write(`${school.slug}: ${looked - shut.length} of ${looked} concerns open. Key in use: ${inUse}.${others.length > 0 ? ` Also here: ${others.join(', ')}.` : ''}\n`);
      for (const { code, openedAt, key } of shut) process.stdout.write(`  ${code}, told ${openedAt.toISOString().slice(0, 10)}, needs ${key === null ? 'a key from before keys had ids' : `the key ${key}`}\n`);
    }
    if (closed > 0) process.stdout.write(`\nPut the missing keys back into ${path.join(sealFolderIn(config.dataDir), 'concerns')} from their backup, beside those that lie there, and start Countersign again.\n`);
    return closed === 0 ? 0 : 1;
  });
}
