/**
 * `countersign verify`: follows every school's logbook from its first line and names the first broken link.
 * `countersign verify FILE.pdf`: checks the seal of a document.
 */
import fs from 'node:fs';
import path from 'node:path';
import { verify } from '../logbook/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase, readSchool, startPostgres } from '../platform/database/index.ts';
import { listSchools } from '../platform/database/index.ts';
import { WrongCall, readOptions } from './options.ts';
import { verifyFile } from './verify-file.ts';

/** Exit 0 when every chain is whole (or the document is), 1 when one is broken, 2 when there is no database to look at. */
export async function command(args: readonly string[]): Promise<number> {
  const [file, ...more] = readOptions(args, {}).positionals;
  if (more.length > 0) throw new WrongCall('verify takes one file, or none: then it checks the logbooks of the database.');
  if (file !== undefined) return verifyFile(file);
  const config = readConfig();
  if (!config.databaseUrl && !fs.existsSync(path.join(config.dataDir, 'cluster'))) {
    process.stderr.write(`countersign: there is no database in ${config.dataDir}. Start Countersign once, or set DATA_DIR or DATABASE_URL.\n`);
    return 2;
  }
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir });
  const db = await openDatabase({ url: config.databaseUrl ?? postgres!.url, connections: 2 });
  try {
    let broken = 0;
    for (const school of await listSchools(db)) {
      const check = await readSchool(db, school.id, verify);
      if (!check.whole) broken++;
      const found = check.whole ? `the chain is whole, ${check.entries} lines` : `BROKEN at line ${check.brokenAt}: ${check.why}`;
      process.stdout.write(`${school.slug}: ${found}\n`);
    }
    return broken === 0 ? 0 : 1;
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}
