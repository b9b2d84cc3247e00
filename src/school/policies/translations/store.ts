/** The table of translations: policy_translation. Rows are added, approved and withdrawn, never rewritten. */
import { sql, type Tx } from '../../../platform/database/index.ts';
import type { Translation } from './words.ts';

interface Row { id: string; policy: string; language: string; edition_id: string; english_hash: string; markdown: string; text_hash: string; made_by: string | null; made_at: Date; approved_at: Date | null; withdrawn_at: Date | null }

const translationOf = (row: Row): Translation => ({
  id: row.id, policy: row.policy, language: row.language, editionId: row.edition_id, englishHash: row.english_hash, markdown: row.markdown, textHash: row.text_hash,
  state: row.withdrawn_at ? 'withdrawn' : row.approved_at ? 'approved' : 'waiting', madeBy: row.made_by, madeAt: row.made_at,
});

export type NewTranslation = Omit<Translation, 'state'> & { readonly school: string };

export async function addTranslation(tx: Tx, one: NewTranslation): Promise<void> {
  await sql`insert into policy_translation (school_id, id, policy, language, edition_id, english_hash, markdown, text_hash, made_by, made_at)
    values (${one.school}, ${one.id}, ${one.policy}, ${one.language}, ${one.editionId}, ${one.englishHash}, ${one.markdown}, ${one.textHash}, ${one.madeBy}, ${one.madeAt})`.execute(tx);
}

export async function findTranslation(tx: Tx, id: string): Promise<Translation | null> {
  const row = (await sql<Row>`select * from policy_translation where id = ${id}`.execute(tx)).rows[0];
  return row ? translationOf(row) : null;
}

/** Every translation of a policy, newest first. */
export async function listTranslations(tx: Tx, policy: string): Promise<Translation[]> {
  return (await sql<Row>`select * from policy_translation where policy = ${policy} order by made_at desc, id desc limit 100`.execute(tx)).rows.map(translationOf);
}

/** The approved translation that readers of each language see: the newest. */
export async function translationsInUse(tx: Tx, policy: string): Promise<Translation[]> {
  return (await sql<Row>`select distinct on (language) * from policy_translation
    where policy = ${policy} and approved_at is not null and withdrawn_at is null order by language, made_at desc, id desc`.execute(tx)).rows.map(translationOf);
}

/** False where it was approved or withdrawn before. */
export async function setApproved(tx: Tx, id: string, by: { person: string | null; at: Date }): Promise<boolean> {
  const done = await sql`update policy_translation set approved_by = ${by.person}, approved_at = ${by.at} where id = ${id} and approved_at is null and withdrawn_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function setWithdrawn(tx: Tx, id: string, at: Date | null): Promise<boolean> {
  const done = at ? await sql`update policy_translation set withdrawn_at = ${at} where id = ${id} and withdrawn_at is null`.execute(tx)
    : await sql`update policy_translation set withdrawn_at = null where id = ${id} and withdrawn_at is not null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}
