/**
 * `countersign verify`: follows every school's logbook from its first line and names the first broken link.
 * `countersign verify FILE.pdf`: checks the seal of a document.
 */
import { verify } from '../logbook/index.ts';
import { listSchools, readSchool } from '../platform/database/index.ts';
import { lookAtDatabase } from './on-database.ts';
import { WrongCall, readOptions } from './options.ts';
import { verifyFile } from './verify-file.ts';

/** Exit 0 when every chain is whole (or the document is), 1 when one is broken, 2 when there is no database to look at. */
export async function command(args: readonly string[]): Promise<number> {
  const [file, ...more] = readOptions(args, {}).positionals;
  if (more.length > 0) throw new WrongCall('verify takes one file, or none: then it checks the logbooks of the database.');
  if (file !== undefined) return verifyFile(file);
  return lookAtDatabase(async db => {
    let broken = 0;
    for (const school of await listSchools(db)) {
      const check = await readSchool(db, school.id, verify);
      if (!check.whole) broken++;
      const found = check.whole ? `the chain is whole, ${check.entries} lines` : `BROKEN at line ${check.brokenAt}: ${check.why}`;
      process.stdout.write(`${school.slug}: ${found}\n`);
    }
    return broken === 0 ? 0 : 1;
  });
}
