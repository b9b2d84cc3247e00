/** The database's front door: start it, migrate it, open it, and enter a school. */
export { sql } from 'kysely';
export type { RawBuilder } from 'kysely';
export { startPostgres } from './postgres.ts';
export type { Postgres, StartOptions } from './postgres.ts';
export { migrate } from './migrate.ts';
export { firstRow, openDatabase, rows, rowsAbout } from './open.ts';
export type { Database, OpenOptions, Tx } from './open.ts';
export { acrossSchools, inSchool, noteInSchool, readAcrossSchools, readSchool } from './school.ts';
export { withoutRows } from './said.ts';
export { isHeld, whileHolding } from './lock.ts';
/** Another process has changed this school: what was read of it counts as old. */
export { changed as changedElsewhere } from './sight.ts';
export { isReading } from './sight.ts';
export { readRemembered, remember, rememberAcross } from './memory.ts';
export { addSchool, currentSchool, listSchools, schoolBySlug, schoolsWithIds } from './schools.ts';
export type { School } from './schools.ts';
