// A program of the kill test: it writes through the web's own door and prints each id once it was acknowledged.
import { inSchool, openDatabase, sql, startPostgres } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';

const [dataDir = '', school = ''] = process.argv.slice(2);
const postgres = await startPostgres({ dataDir });
const db = await openDatabase({ url: postgres.url, connections: 4 });

async function lane(): Promise<never> {
  for (;;) {
    const id = newId();
    try {
      await inSchool(db, school, (tx) => sql`insert into promise (id, school_id) values (${id}, ${school})`.execute(tx));
      process.stdout.write(`${id}\n`);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5)); // not acknowledged, so nothing was promised
    }
  }
}

process.on('disconnect', () => process.exit());
await Promise.all([lane(), lane(), lane(), lane()]);
