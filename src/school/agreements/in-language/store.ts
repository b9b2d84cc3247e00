/** The table of the translations people signed by: agreement_shown_in. */
import { sql, type Tx } from '../../../platform/database/index.ts';
import type { Sheet } from '../words.ts';

/** Keeps which translation stood on the screen; nothing where it was the English. */
export async function keepShownIn(tx: Tx, school: string, agreement: string, { translation }: Sheet): Promise<void> {
  if (!translation) return;
  await sql`insert into agreement_shown_in (school_id, agreement_id, translation_id, statement) values (${school}, ${agreement}, ${translation.id}, ${translation.statement})`.execute(tx);
}

/** Which translation an agreement was signed by, and what its signer said in that language. */
export async function findShownIn(tx: Tx, agreement: string): Promise<{ translation: string; statement: string } | null> {
  return (await sql<{ translation: string; statement: string }>`select translation_id as translation, statement from agreement_shown_in where agreement_id = ${agreement}`.execute(tx)).rows[0] ?? null;
}
