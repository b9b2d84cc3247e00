/** The table of what was ticked beside a signature: agreement_tick. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';
import { sha256 } from '../../../platform/ids.ts';
import type { Ticked } from './words.ts';

type Kept = Omit<Ticked, 'number'>;

/** Keeps what was ticked, word for word, in the order in which it stood. */
export async function keepTicks(tx: Tx, of: { school: string; agreement: string }, ticked: readonly Pick<Kept, 'clause' | 'words' | 'shown'>[]): Promise<void> {
  if (ticked.length === 0) return;
  const kept = ticked.map(({ clause, words, shown }, place) => ({ place, clause, words, hash: sha256(words), shown }));
  await sql`insert into agreement_tick (school_id, agreement_id, place, clause, words, words_hash, shown)
    select ${of.school}::uuid, ${of.agreement}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as x(place integer, clause text, words text, hash text, shown text)`.execute(tx);
}

export const listTicks = (tx: Tx, agreement: string): Promise<Kept[]> =>
  rows(tx, sql<Kept>`select clause, words, words_hash as hash, shown from agreement_tick where agreement_id = ${agreement} order by place limit 50`);

/** What somebody ticked beside their own signatures, for a subject access request. */
export const ticksBy = (tx: Tx, agreements: readonly string[]): Promise<unknown[]> =>
  (agreements.length === 0 ? Promise.resolve([]) : rows(tx, sql`select agreement_id as agreement, clause, words, words_hash as hash from agreement_tick where agreement_id = any(${[...agreements]}::uuid[]) order by agreement_id, place limit 5000`));
