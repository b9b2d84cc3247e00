/** The table of languages that people chose to read in: reader_language. */
import { sql, type Tx } from '../../../platform/database/index.ts';

/** Keeps the choice; the newest counts. */
export async function keepLanguage(tx: Tx, school: string, chosen: { person: string; language: string; at: Date }): Promise<void> {
  await sql`insert into reader_language (school_id, person_id, language, chosen_at) values (${school}, ${chosen.person}, ${chosen.language}, ${chosen.at})
    on conflict (school_id, person_id) do update set language = excluded.language, chosen_at = excluded.chosen_at`.execute(tx);
}

/** Who of these chose which language. Who chose none is left out. */
export async function languagesOf(tx: Tx, persons: readonly string[]): Promise<Map<string, string>> {
  if (persons.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; language: string }>`select person_id, language from reader_language where person_id = any(${persons}::uuid[])`.execute(tx);
  return new Map(rows.map(row => [row.person_id, row.language]));
}

export async function forgetLanguage(tx: Tx, person: string): Promise<void> {
  await sql`delete from reader_language where person_id = ${person}`.execute(tx);
}
