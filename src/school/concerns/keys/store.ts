/** Rows that hold people as keyed hashes, and what says whether a concern opens; the tables belong to other stores, and here their hashes alone are written. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';

/** Every column that holds a keyed hash of a person; `many` where it is a list of them. */
export const KEYED: readonly { readonly table: string; readonly column: string; readonly many?: true }[] = [
  { table: 'concern', column: 'about_keys', many: true }, { table: 'concern', column: 'child_keys', many: true }, { table: 'concern_report', column: 'reporter_key' },
  { table: 'complaint', column: 'by_key' }, { table: 'neutral_note', column: 'subject_key' }, { table: 'log_look', column: 'person_key' }, { table: 'child_file', column: 'child_key' },
];

/** Writes hashes anew: those of `from` become those of `to`, place by place. Returns how many rows changed. */
export async function writeHashes(tx: Tx, of: { from: readonly string[]; to: readonly string[] }): Promise<number> {
  const [from, to] = [sql`${[...of.from]}::text[]`, sql`${[...of.to]}::text[]`];
  let changed = 0;
  for (const { table, column, many } of KEYED) {
    const [name, at] = [sql.table(table), sql.ref(column)];
    const done = many
      ? await sql`update ${name} set ${at} = array(select distinct coalesce((${to})[array_position(${from}, k)], k) from unnest(${at}) k) where ${at} && ${from}`.execute(tx)
      : await sql`update ${name} set ${at} = (${to})[array_position(${from}, ${at})] where ${at} = any(${from})`.execute(tx);
    changed += Number(done.numAffectedRows ?? 0);
  }
  return changed;
}

export interface LockedRow { readonly id: string; readonly code: string; readonly report: string; readonly locked: Uint8Array; readonly openedAt: Date }

/** The locked reports of concerns: of these, or of all where null. */
export const lockedReports = (tx: Tx, ask: { ids: readonly string[] | null; limit: number; offset: number }): Promise<LockedRow[]> =>
  rows(tx, sql<LockedRow>`select c.id, c.code, r.id as report, r.locked, c.opened_at as "openedAt" from concern c join concern_report r on r.id = c.report_id
    where ${ask.ids === null} or c.id = any(${[...(ask.ids ?? [])]}::uuid[]) order by c.opened_at, c.id limit ${ask.limit} offset ${ask.offset}`);
