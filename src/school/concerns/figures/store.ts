/** The table figure_release, and the counting of a period over concern, concern_entry and sanction. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Band, Figures, Release } from './words.ts';

/** What is counted: told between two moments, and about nobody of these. */
export interface Counted {
  readonly from: Date;
  readonly until: Date;
  readonly notKeys: readonly string[];
  readonly notPersons: readonly string[];
}

const told = ({ from, until, notKeys }: Counted) => sql`c.opened_at >= ${from} and c.opened_at < ${until} and not c.about_keys && ${[...notKeys]}::text[]`;

/** Concerns by kind, by how long the first answer took, and by whether they are closed. */
export const countTold = (tx: Tx, of: Counted): Promise<{ kind: string; closed: boolean; band: Band; n: number }[]> => rows(tx, sql<{ kind: string; closed: boolean; band: Band; n: number }>`
  with answered as (
    select c.kind, c.state = 'closed' as closed, least(c.acted_at, (select min(e.at) from concern_entry e where e.concern_id = c.id and e.sort in ('question', 'reply', 'acknowledged'))) - c.opened_at as took
    from concern c where ${told(of)})
  select kind, closed, case when took is null then 'not-yet' when took <= interval '1 day' then 'day' when took <= interval '7 days' then 'week' when took <= interval '30 days' then 'month' else 'longer' end as band, count(*)::int as n
  from answered group by 1, 2, 3`);

/** What followed in those concerns and still stands. */
export const countOutcomes = (tx: Tx, of: Counted): Promise<{ kind: string; n: number }[]> => rows(tx, sql<{ kind: string; n: number }>`
  select s.kind, count(*)::int as n from sanction s join concern c on c.id = s.concern_id
  where ${told(of)} and s.state in ('decided', 'told', 'in-force', 'ended') and (s.person_id is null or s.person_id <> all(${[...of.notPersons]}::uuid[])) group by 1`);

/** One at a time makes the figures of a school: held until the transaction ends. */
export async function holdFigures(tx: Tx, school: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('figures ' || ${school}::text, 0))`.execute(tx);
}

/** The last day that is in any figure; null before the first. */
export const lastCovered = async (tx: Tx): Promise<string | null> => (await firstRow(tx, sql<{ day: string | null }>`select max(to_day) as day from figure_release`))!.day;

export async function addRelease(tx: Tx, of: Release & { readonly school: string; readonly id?: string }): Promise<string> {
  const id = of.id ?? newId();
  await sql`insert into figure_release (school_id, id, term, from_day, to_day, figures, released_on)
    values (${of.school}, ${id}, ${of.term}, ${of.from}::date, ${of.to}::date, ${JSON.stringify(of.figures)}::jsonb, ${of.releasedOn}::date)`.execute(tx);
  return id;
}

/** What was released, the newest first. */
export const listReleases = (tx: Tx, limit: number): Promise<Release[]> =>
  rows(tx, sql<{ term: string; from: string; to: string; figures: Figures; releasedOn: string }>`select term, from_day as "from", to_day as "to", figures, released_on as "releasedOn" from figure_release order by from_day desc limit ${limit}`);
