/** The long work of a pile, in the background: its files are read one after another, page by page. It goes on where it stopped. */
import { setTimeout as wait } from 'node:timers/promises';
import { inSchool, listSchools, noteInSchool, readSchool, withoutRows, type Database } from '../../../../platform/database/index.ts';
import { dayOf } from '../../../../platform/days.ts';
import { newId, sha256 } from '../../../../platform/ids.ts';
import { closeBytes, openBytes } from '../../../../platform/secrets.ts';
import type { School } from '../../../../platform/web/index.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import { inStep } from '../../in-step.ts';
import type { Place } from '../../reads.ts';
import { setReturned } from '../store.ts';
import { readScan, Unreadable, type PageRead } from '../scan/reader.ts';
import { lookAtStarters } from './deeds.ts';
import { judgePage, slipOn } from './judging.ts';
import * as store from './store.ts';

export interface Job {
  readonly db: Database;
  readonly school: School;
  readonly vocabulary: Vocabulary;
  /** Where the key lies that closes pictures. */
  readonly folder: string;
  readonly today: string;
  readonly pile: string;
}

/** How long a request waits for work that may be short, before its page shows how far it is. */
const PATIENCE_MS = 1_000;

/** Begins work and waits a moment for it. The work reports its own troubles and never rejects. */
export const begin = async (work: Promise<void>): Promise<void> => { await Promise.race([work, wait(PATIENCE_MS, undefined, { ref: false })]); };

const TROUBLE = 'Something went wrong while it was read. Scan what is missing again.';

const placeOf = ({ school, today, vocabulary }: Job): Place => ({ school, today, vocabulary });

/** Reads what is still to be read of a pile, unless somebody else is at it. */
export async function readPile(job: Job): Promise<void> {
  const { db, school, pile } = job;
  try {
    if (!(await inSchool(db, school.id, tx => store.takeUp(tx, pile)))) return;
    await bringInStep(job);
    for (const file of await readSchool(db, school.id, tx => store.filesOf(tx, pile))) if (!file.done) await readOne(job, file);
    await inSchool(db, school.id, tx => store.closePile(tx, pile));
  } catch (error) {
    console.error(withoutRows(error)); // it falls silent, and is taken up again
  }
}

async function readOne(job: Job, file: store.PileFile): Promise<void> {
  const { db, school } = job;
  let trouble: string | null = null;
  try {
    await readScan({
      from: file.read + 1, pieces: piecesOf(job, file.id),
      boxesOf: codes => readSchool(db, school.id, async tx => { const { slip, sheet } = await slipOn(tx, school.id, codes); return slip && sheet === 1 ? slip.boxes : null; }),
      onPages: pages => noteInSchool(db, school.id, tx => store.setPages(tx, file.id, pages)),
      onPage: page => keepPage(job, file.id, page),
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) console.error(withoutRows(error));
    trouble = error instanceof Unreadable ? 'It could not be opened. Send a PDF, PNG or JPEG file that is not locked with a password.' : TROUBLE;
  }
  await inSchool(db, school.id, tx => store.closeFile(tx, file.id, trouble));
}

async function* piecesOf({ db, school, folder }: Job, file: string): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const closed = await readSchool(db, school.id, tx => store.pieceOf(tx, file, n));
    if (!closed) return;
    const bytes = await openBytes(folder, file, closed);
    if (!bytes) throw new Error('a piece of a scan does not open with the key of this server');
    yield bytes;
  }
}

/** Judges a page and keeps it with its pictures, closed. */
async function keepPage(job: Job, file: string, page: PageRead): Promise<void> {
  const { db, school, pile, folder } = job;
  const id = newId();
  const [whole, part] = [await closeBytes(folder, id, page.whole), await closeBytes(folder, id, page.part)];
  // Why a note: what was read of the school stays in memory, and pages stay quick while a pile is read.
  await noteInSchool(db, school.id, async tx => {
    const found = await slipOn(tx, school.id, page.codes);
    const judged = await judgePage(tx, placeOf(job), { page: id, ...found, ink: page.ink, off: page.off, dark: page.dark });
    if (judged.reasons.includes('not-yet') && found.slip) await setReturned(tx, found.slip.id, { on: job.today, by: (await store.findPile(tx, pile))!.by });
    await store.addPage(tx, school.id, {
      id, pile, file, number: page.number, state: judged.state, reasons: judged.reasons, slip: found.slip?.id ?? null, sheet: found.sheet, read: judged.read, ink: page.ink, off: page.off, dark: page.dark,
      pictureHash: sha256(page.whole), whole, part,
    });
    await store.beat(tx, pile);
  });
}

export interface PaperRound {
  readonly db: Database;
  readonly vocabulary: Vocabulary;
  readonly folder: string;
  readonly now: Date;
}

/**
 * Goes on with every pile that nobody reads at the moment: a server that stopped in the middle takes it up again. And
 * looks anew at slips that came before their child's first day, when that day is here.
 */
export async function readSilentPiles({ db, vocabulary, folder, now }: PaperRound): Promise<void> {
  const today = dayOf(now);
  for (const school of await listSchools(db)) {
    const { silent, started } = await readSchool(db, school.id, async tx => ({ silent: await store.silentPiles(tx), started: await store.waitingForFirstDay(tx, today) }));
    for (const pile of silent) await readPile({ db, school, vocabulary, folder, today, pile });
    if (started.length === 0) continue;
    await bringInStep({ db, school, today, vocabulary });
    await inSchool(db, school.id, tx => lookAtStarters(tx, { school, today, vocabulary }));
  }
}

const bringInStep = ({ db, school, today, vocabulary }: Pick<Job, 'db' | 'school' | 'today' | 'vocabulary'>): Promise<void> =>
  inStep({ school, today, read: work => readSchool(db, school.id, work), change: work => inSchool(db, school.id, work) }, vocabulary, async () => undefined);
