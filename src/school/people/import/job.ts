/** The long work of an import: looking at a table, comparing, and applying. It runs in a process of its own (works.ts); a page tells how far it is. */
import { inSchool, readSchool, withoutRows, type Database } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Doing } from '../deeds.ts';
import { applyImport, planImport } from './deeds.ts';
import { readFile, sheetOf } from './read-file.ts';
import * as store from './store.ts';
import type { ImportState } from './words.ts';

export interface Job {
  readonly db: Database;
  readonly school: { readonly id: string; readonly name: string };
  readonly vocabulary: Vocabulary;
  readonly doing: Doing;
  readonly today: string;
  readonly id: string;
}

const TROUBLE = 'Something went wrong, and nothing was changed. Try again; if it happens again, tell whoever looks after Countersign.';
const SHOWN_ROWS = 20;

/** Reads the headings and first rows of a table. The import must be in the state `reading`. */
export async function lookAtTable(job: Job): Promise<void> {
  const { db, school, id } = job;
  try {
    const { kept, bytes } = await fileOf(job);
    if (!kept || !bytes) return;
    const sheet = await sheetOf(kept.fileName, bytes).catch((error: Error) => error.message);
    const trouble = typeof sheet === 'string' ? sheet : sheet.headings.filter(Boolean).length < 3 ? 'The first row has no headings for at least three columns.' : null;
    if (trouble !== null) return await stop(job, { from: 'reading', state: 'faulty', trouble });
    const { headings, rows } = sheet as Exclude<typeof sheet, string>;
    await inSchool(db, school.id, tx => store.keepPreview(tx, id, { headings, rows: rows.slice(0, SHOWN_ROWS) }));
  } catch (error) {
    await stop(job, { from: 'reading', state: 'faulty', trouble: TROUBLE, error });
  }
}

/** Reads the file and makes the difference. The import must be in the state `reading`. */
export async function readAndCompare(job: Job): Promise<void> {
  const { db, school, id } = job;
  try {
    const { kept, bytes } = await fileOf(job);
    if (!kept || !bytes) return;
    const roster = await readFile({ name: kept.fileName, bytes, source: kept.source, mapping: kept.mapping }, { school: school.name, vocabulary: job.vocabulary });
    await inSchool(db, school.id, tx => store.beat(tx, id, { step: 'Comparing with the school', done: 0, total: 0 }));
    await inSchool(db, school.id, tx => planImport(tx, { school: school.id, today: job.today, vocabulary: job.vocabulary }, { id, roster }));
  } catch (error) {
    await stop(job, { from: 'reading', state: 'faulty', trouble: TROUBLE, error });
  }
}

const fileOf = ({ db, school, id }: Job) => readSchool(db, school.id, async tx => ({ kept: await store.findImport(tx, id), bytes: await store.fileOf(tx, id) }));

/** Applies the difference. The import must be in the state `applying`. */
export async function applyAll(job: Job): Promise<void> {
  const { db, school, id } = job;
  try {
    const kept = await readSchool(db, school.id, tx => store.findImport(tx, id));
    if (!kept) return;
    const tell = (at: Parameters<typeof store.beat>[2]) => inSchool(db, school.id, tx => store.beat(tx, id, at));
    await inSchool(db, school.id, async tx => {
      const refusal = await applyImport(tx, job.doing, { import: kept, today: job.today, tell });
      if (refusal) throw new Refused(refusal);
    });
  } catch (error) {
    const trouble = error instanceof Refused ? 'Somebody changed people since this difference was made, or its day is over. Nothing was changed. Compare again, and look through what is different now.' : TROUBLE;
    await stop(job, { from: 'applying', state: 'ready', trouble, error });
  }
}

/** Undoes the transaction it is thrown in. */
class Refused extends Error {}

/** The work ended early: says so, unless somebody has stopped it meanwhile. */
export async function stop({ db, school, id }: Job, { from, state, trouble, error }: { from: ImportState; state: ImportState; trouble: string; error?: unknown }): Promise<void> {
  if (error !== undefined && !(error instanceof Refused)) console.error(withoutRows(error));
  await inSchool(db, school.id, tx => store.stopShort(tx, id, { from, state, trouble })).catch(() => {});
}

/** Marks an import as being applied. False where it is not ready, or somebody else has begun. */
export const startApplying = ({ db, school, id }: Job): Promise<boolean> => inSchool(db, school.id, tx => store.move(tx, id, { from: ['ready'], to: 'applying', step: 'Beginning' }));

/** Marks an import as being read once more. */
export const startAgain = ({ db, school, id }: Job): Promise<boolean> => inSchool(db, school.id, tx => store.move(tx, id, { from: ['faulty', 'ready'], to: 'reading', step: 'Reading the file' }));
