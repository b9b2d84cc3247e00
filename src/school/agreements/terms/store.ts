/** The table of terms: school_term. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Term } from '../calendar.ts';

/** The school's terms, oldest first; empty where none are known. */
export const listTerms = (tx: Tx): Promise<Term[]> =>
  rows(tx, sql<Term>`select from_day as "from", to_day as "to" from school_term order by from_day limit 200`);

/** The same with their names, as the school says them. */
export const listNamedTerms = (tx: Tx): Promise<(Term & { name: string })[]> =>
  rows(tx, sql<Term & { name: string }>`select name, from_day as "from", to_day as "to" from school_term order by from_day limit 200`);

/** Whether a term is known that ends on this day or later. */
export const termsAreKnown = async (tx: Tx, today: string): Promise<boolean> =>
  (await rows(tx, sql<{ known: boolean }>`select exists (select from school_term where to_day >= ${today}) as known`))[0]!.known;

/** Puts these terms in the place of all. False when nothing changed. */
export async function replaceTerms(tx: Tx, school: string, terms: readonly (Term & { readonly name: string })[]): Promise<boolean> {
  const same = await rows(tx, sql<{ same: boolean }>`select coalesce((select jsonb_agg(jsonb_build_array(from_day, to_day, name) order by from_day) from school_term), '[]')
    = ${JSON.stringify([...terms].sort((a, b) => (a.from < b.from ? -1 : 1)).map(term => [term.from, term.to, term.name]))}::jsonb as same`);
  if (same[0]!.same) return false;
  await sql`delete from school_term`.execute(tx);
  await sql`insert into school_term (school_id, from_day, to_day, name)
    select ${school}::uuid, x."from", x."to", x.name from jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) as x("from" date, "to" date, name text)`.execute(tx);
  return true;
}
