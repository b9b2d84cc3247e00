/**
 * How long a school's whole list takes to come in: 600, 6,000 and 60,000 people as a OneRoster zip, read, compared and
 * applied with logbook and announcements, and the same file a second time, when nothing changes. The work runs in a process
 * of its own; "web" is what the process that serves pages grew by meanwhile and the longest it could answer nothing else.
 * PostgreSQL runs beside them on the same two cores.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadWords } from '../src/packs/index.ts';
import { addSchool, inSchool, migrate, openDatabase, readSchool, startPostgres, type Database } from '../src/platform/database/index.ts';
import { newId } from '../src/platform/ids.ts';
import { apartFrom, type Apart } from '../src/platform/jobs/index.ts';
import { takeFile } from '../src/school/people/import/deeds.ts';
import { startApplying, type Job } from '../src/school/people/import/job.ts';
import { writeOneRoster } from '../src/school/people/import/one-roster/write.ts';
import { findImport } from '../src/school/people/import/store.ts';
import { haveDone } from '../src/school/people/import/works.ts';
import { measured } from './support/measured.ts';

const SIZES = [600, 6_000, 60_000];
const GOAL_SECONDS = 60;
const today = '2026-11-23';

const { vocabulary } = loadWords('policies');

/** So many people: five pupils to three parents, with a teacher to every twenty. */
function peopleOf(size: number) {
  const kindOf = (n: number) => (n % 20 === 0 ? 'teacher' : n % 8 < 5 ? 'pupil-senior' : 'parent');
  const people = Array.from({ length: size }, (_, n) => {
    const kind = kindOf(n), pupil = kind === 'pupil-senior';
    return { key: `k${n}`, givenName: `Given${n}`, familyName: `Family${n % 977}`, email: pupil ? null : `k${n}@school.example`, joinedOn: '2026-09-01', leftOn: null, kinds: [kind], yearGroup: pupil ? `Year ${7 + (n % 7)}` : null, class: pupil ? `${7 + (n % 7)}${n % 30}` : null };
  });
  const pupils = people.filter(one => one.class !== null), parents = people.filter(one => one.kinds[0] === 'parent');
  const ties = parents.map((parent, n) => ({ child: pupils[n % pupils.length]!.key, parent: parent.key, relation: 'Parent', mayAgree: true }));
  return { people, ties };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function measure(db: Database, apart: Apart, size: number): Promise<void> {
  const school = { id: newId(), slug: `school-of-${size}`, name: `School of ${size}`, pack: 'prep-school' };
  await addSchool(db, school);
  let bytes = new Uint8Array();
  const writing = await timed(async () => { bytes = new Uint8Array(await writeOneRoster({ ...peopleOf(size), school, today })); });
  const doing = { school: school.id, by: 'bench', at: new Date('2026-11-23T10:00:00Z') };
  const jobFor = async (): Promise<Job> => ({ db, school, vocabulary, doing, today, id: (await inSchool(db, school.id, tx => takeFile(tx, doing, { name: 'roster.zip', bytes, source: 'one-roster' })))! });
  const first = await jobFor();
  const reading = await measured(() => haveDone(apart, 'compare', first));
  await startApplying(first);
  const applying = await measured(() => haveDone(apart, 'apply', first));
  const together = reading.seconds + applying.seconds;
  const done = await readSchool(db, school.id, tx => findImport(tx, first.id));
  if (done?.state !== 'applied' || done.counts.join !== size) throw new Error(`${size}: ${done?.state} ${JSON.stringify(done?.counts)} ${done?.trouble}`);
  const second = await jobFor();
  const again = await timed(() => haveDone(apart, 'compare', second));
  const same = await readSchool(db, school.id, tx => findImport(tx, second.id));
  if (same?.counts.same !== size) throw new Error(`${size}: ${JSON.stringify(same?.counts)}`);
  const cells = [reading.seconds, applying.seconds, together, again, writing].map(seconds => seconds.toFixed(2).padStart(8));
  console.log(`${String(size).padStart(6)} ${cells.join(' ')}  ${(bytes.length / 1e6).toFixed(1).padStart(6)}  ${String(Math.max(reading.grewMb, applying.grewMb)).padStart(6)} ${String(Math.max(reading.longestPauseMs, applying.longestPauseMs)).padStart(8)}`);
  if (together > GOAL_SECONDS) process.exitCode = 1;
}

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-bench-'));
const postgres = await startPostgres({ dataDir });
await migrate(postgres.url, 'database/migrations');
const db = await openDatabase({ url: postgres.url });
console.log('people  compare    apply  together    again   export  zip MB web MB pause ms   (seconds)');
const apart = apartFrom({ program: path.resolve('build', 'main.js'), databaseUrl: postgres.url });
for (const size of SIZES) await measure(db, apart, size);
console.log(`\nGoal: 60,000 people in under ${GOAL_SECONDS} s, together.`);
await db.destroy();
await postgres.stop();
fs.rmSync(dataDir, { recursive: true, force: true });
