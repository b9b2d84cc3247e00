/** The table of codes that belonged to nobody: concern_code_miss. The moment alone. */
import { firstRow, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { MISSES_MS } from './decisions.ts';

const windowFrom = (now: Date): Date => new Date(now.getTime() - MISSES_MS);

export const countMisses = async (tx: Tx, now: Date): Promise<number> =>
  (await firstRow(tx, sql<{ n: number }>`select count(*) as n from concern_code_miss where at > ${windowFrom(now)}`))!.n;

export async function addMiss(tx: Tx, of: { school: string; at: Date }): Promise<void> {
  await sql`delete from concern_code_miss where at <= ${windowFrom(of.at)}`.execute(tx);
  await sql`insert into concern_code_miss (school_id, id, at) values (${of.school}, ${newId()}, ${of.at})`.execute(tx);
}
