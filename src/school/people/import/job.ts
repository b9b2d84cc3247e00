/** The long work of an import, in the background: reading and comparing, and applying. A page tells how far it is. */
import { setTimeout as wait } from 'node:timers/promises';
import { inSchool, readSchool, type Database } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { Doing } from '../deeds.ts';
import { applyImport, planImport } from './deeds.ts';
import { readFile } from './read-file.ts';
import * as store from './store.ts';

export interface Job {
  readonly db: Database;
  readonly school: { readonly id: string; readonly name: string };
  readonly vocabulary: Vocabulary;
  readonly doing: Doing;
  readonly today: string;
  readonly id: string;
}

/** How long a request waits for work that may be short, before its page shows how far it is. */
const PATIENCE_MS = 1_500;

/** Begins work and waits a moment for it. The work reports its own troubles and never rejects. */
export const begin = async (work: Promise<void>): Promise<void> => { await Promise.race([work, wait(PATIENCE_MS, undefined, { ref: false })]); };

const TROUBLE = 'Something went wrong, and nothing was changed. Try again; if it happens again, tell whoever looks after Countersign.';

/** Reads the file and makes the difference. The import must be in the state `reading`. */
export async function readAndCompare(job: Job): Promise<void> {
  const { db, school, id } = job;
  try {
    const { kept, bytes } = await readSchool(db, school.id, async tx => ({ kept: await store.findImport(tx, id), bytes: await store.fileOf(tx, id) }));
    if (!kept || !bytes) return;
    const roster = await readFile({ name: kept.fileName, bytes, source: kept.source, mapping: kept.mapping }, { school: school.name, vocabulary: job.vocabulary });
    await inSchool(db, school.id, tx => store.beat(tx, id, { step: 'Comparing with the school', done: 0, total: 0 }));
    await inSchool(db, school.id, tx => planImport(tx, { school: school.id, today: job.today, vocabulary: job.vocabulary }, { id, roster }));
  } catch (error) {
    await stop(job, { state: 'faulty', trouble: TROUBLE, error });
  }
}

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
    await stop(job, { state: 'ready', trouble, error });
  }
}

/** Undoes the transaction it is thrown in. */
class Refused extends Error {}

async function stop({ db, school, id }: Job, { state, trouble, error }: { state: 'ready' | 'faulty'; trouble: string; error: unknown }): Promise<void> {
  if (!(error instanceof Refused)) console.error(error);
  await inSchool(db, school.id, tx => store.stopShort(tx, id, { state, trouble })).catch(() => {});
}

/** Marks an import as being applied. False where it is not ready, or somebody else has begun. */
export const startApplying = ({ db, school, id }: Job): Promise<boolean> => inSchool(db, school.id, tx => store.move(tx, id, { from: ['ready'], to: 'applying', step: 'Beginning' }));

/** Marks an import as being read once more. */
export const startAgain = ({ db, school, id }: Job): Promise<boolean> => inSchool(db, school.id, tx => store.move(tx, id, { from: ['faulty', 'ready'], to: 'reading', step: 'Reading the file' }));
