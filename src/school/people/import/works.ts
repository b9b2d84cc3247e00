/** What a process of its own does with files of people, and how the web has it done. */
import { setTimeout as wait } from 'node:timers/promises';
import { changedElsewhere, readSchool, whileHolding, type Database } from '../../../platform/database/index.ts';
import type { Apart } from '../../../platform/jobs/index.ts';
import { csvText } from '../../../platform/web/index.ts';
import type { ApartWork, Shared } from '../../feature.ts';
import { applyAll, lookAtTable, readAndCompare, stop, type Job } from './job.ts';
import { oneRosterOf, sheetRowsOf } from './reads.ts';
import { isStill, lockOf } from './store.ts';
import type { ImportState } from './words.ts';

/** What can be done with an import, and the state it is in meanwhile. */
const STEPS = { look: 'reading', compare: 'reading', apply: 'applying' } as const satisfies Readonly<Record<string, ImportState>>;
export type Step = keyof typeof STEPS;
const HOW: Readonly<Record<Step, (job: Job) => Promise<void>>> = { look: lookAtTable, compare: readAndCompare, apply: applyAll };

/** A job as it goes to the process: JSON has no dates. */
interface Told {
  readonly school: Job['school'];
  readonly by: string;
  readonly at: string;
  readonly today: string;
  readonly id: string;
}

interface Export {
  readonly school: Job['school'];
  readonly today: string;
  readonly families: boolean;
  readonly as: 'one-roster' | 'spreadsheet';
}

/** The work of this feature that a process of its own does, by name. */
export function importWorks({ vocabulary }: Pick<Shared, 'vocabulary'>): Record<string, ApartWork> {
  const step = (name: Step): ApartWork => async ({ db, given }) => {
    const { school, by, at, today, id } = given as Told;
    const wanted = watch(db, { school: school.id, id, state: STEPS[name] });
    await whileHolding(db, lockOf(school.id), () => HOW[name]({ db, school, vocabulary, doing: { school: school.id, by, at: new Date(at) }, today, id }));
    clearInterval(wanted);
  };
  return {
    'people-file: look': step('look'), 'people-file: compare': step('compare'), 'people-file: apply': step('apply'),
    'people: write out': async ({ db, given, out }) => {
      const of = given as Export;
      const bytes = await readSchool<string | Uint8Array>(db, of.school.id, async tx => (of.as === 'one-roster' ? oneRosterOf(tx, of) : csvText(await sheetRowsOf(tx, { ...of, vocabulary }))));
      await new Promise<void>((resolve, reject) => { out.write(bytes, error => { if (error) reject(error); else resolve(); }); });
    },
  };
}

const LOOK_MS = 1_000;

/** Ends this process as soon as nobody wants the work any more: the database undoes what was begun. */
function watch(db: Database, of: { school: string; id: string; state: ImportState }): ReturnType<typeof setInterval> {
  const look = async (): Promise<void> => {
    if (!(await readSchool(db, of.school, tx => isStill(tx, of.id, of.state)))) process.exit(0);
  };
  return setInterval(() => { look().catch(() => {}); }, LOOK_MS);
}

/** How long a request waits for work that may be short, before its page shows how far it is. */
const PATIENCE_MS = 2_500;
const ENDED = 'The work ended early, and nothing was changed. Try again; if it happens again, tell whoever looks after Countersign.';

/** Has a step done by a process of its own, and waits a moment for it. An end before its time is noted at the import. */
export async function begin(apart: Apart, step: Step, job: Job): Promise<void> {
  await Promise.race([haveDone(apart, step, job), wait(PATIENCE_MS, undefined, { ref: false })]);
}

/** The same to its very end. */
export async function haveDone(apart: Apart, step: Step, job: Job): Promise<void> {
  const { school, doing, today, id } = job;
  try {
    await apart.run({ name: `people-file: ${step}`, given: { school: { id: school.id, name: school.name }, by: doing.by, at: doing.at.toISOString(), today, id } satisfies Told });
  } catch (error) {
    await stop(job, { from: STEPS[step], state: step === 'apply' ? 'ready' : 'faulty', trouble: ENDED, error });
  } finally {
    changedElsewhere(school.id);
  }
}

/** The school's people as a file, written by a process of its own and handed on as it comes. */
export const writtenOut = (apart: Apart, of: Export) => apart.read({ name: 'people: write out', given: { ...of, school: { id: of.school.id, name: of.school.name } } });
