/** What concerns know of a person: what they told. What others told about them is sealed, and given by people, not by this software. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import type { Shared } from '../../feature.ts';
import { lockIn } from '../asking.ts';
import { heldAmong } from '../legal/store.ts';
import * as store from '../store.ts';
import type { ReportWords } from './file-report.ts';

const MOST = 2000;

/** Everything a person told, in their own words, and when they opened what others told. */
export const exportReports = (shared: Shared) => async (tx: Tx, person: string): Promise<unknown> => {
  const lock = await lockIn(tx, shared);
  if (!lock) return [];
  const opened = await store.readingsBy(tx, person, MOST);
  const reports = (await store.reportsBy(tx, lock.keyOf(person), { limit: MOST, offset: 0 })).map(row => {
    const { narrative, answers, kinds } = lock.openOr<Pick<ReportWords, 'narrative' | 'answers' | 'kinds'>>(row.locked, row.id, { narrative: SHUT, answers: {}, kinds: [] });
    return { reportedAt: row.reportedAt, channel: row.channel, narrative, answers, kinds: kinds.map(({ kind, facts, narrative: own }) => ({ kind, facts, narrative: own })) };
  });
  return { reports, opened };
};

/** Forgets who told something; what was told stays, for a child may depend on it. While the school goes to law nothing of it is forgotten. */
export const forgetReporter = (shared: Shared) => async (tx: Tx, person: string): Promise<void> => {
  const lock = await lockIn(tx, shared);
  if (!lock) return;
  await store.forgetSetter(tx, person);
  const rows = await store.reportsBy(tx, lock.keyOf(person), { limit: MOST, offset: 0 });
  const concerns = await store.concernsOfReports(tx, rows.map(row => row.id));
  const held = await heldAmong(tx, concerns.map(concern => concern.id));
  for (const row of rows.filter(one => !concerns.some(concern => concern.report === one.id && held.has(concern.id)))) {
    const words = lock.openOr<ReportWords | null>(row.locked, row.id, null);
    await store.forgetReporter(tx, row.id, words === null ? row.locked : lock.lock({ ...words, reporter: null }, row.id));
  }
};
