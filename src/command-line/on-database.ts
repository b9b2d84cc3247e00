/** The database of the settings, for a command: opened, and let go of however the command ends. */
import fs from 'node:fs';
import path from 'node:path';
import { readConfig, type Config } from '../platform/config.ts';
import { openDatabase, startPostgres, type Database } from '../platform/database/index.ts';

/** Does the work on the database that the settings name, and answers what it answers. */
async function onDatabase<T>(work: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig();
  const postgres = config.databaseUrl ? undefined : await startPostgres({ dataDir: config.dataDir });
  const db = await openDatabase({ url: config.databaseUrl ?? postgres!.url, connections: 2 });
  try {
    return await work(db, config);
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}

/** The same for a command that finds its schools there: 2, and what to do, where there is no database yet. */
export async function lookAtDatabase(work: (db: Database, config: Config) => Promise<number>): Promise<number> {
  const { databaseUrl, dataDir } = readConfig();
  if (databaseUrl || fs.existsSync(path.join(dataDir, 'cluster'))) return onDatabase(work);
  process.stderr.write(`countersign: there is no database in ${dataDir}. Start Countersign once, or set DATA_DIR or DATABASE_URL.\n`);
  return 2;
}
