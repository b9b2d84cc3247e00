/** How long a request may wait, how long a yes may last, and how early people are told: what the school has said, else what is usual. Dated. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Day } from '../../../platform/days.ts';

export interface Periods {
  readonly from: Day;
  /** School days until an unopened request is handed on, and from then until it comes to the last responder. */
  readonly handOnAfter: number;
  readonly lastAfter: number;
  /** Days after which a request that nobody answered is over. */
  readonly lapsesAfter: number;
  /** The longest a yes lasts where the rule sets no end, in days. */
  readonly longestDays: number;
  /** Days before its end on which a permission's people are told. */
  readonly remindDays: number;
  /** Days before what it stands on has to be shown again on which they are told. */
  readonly evidenceDays: number;
}

/** By the day from which it holds; the newest line that has begun counts. */
const USUAL: readonly Periods[] = [{ from: '2000-01-01', handOnAfter: 2, lastAfter: 2, lapsesAfter: 30, longestDays: 366, remindDays: 7, evidenceDays: 7 }];

const asPeriods = sql`from_day as "from", hand_on_after as "handOnAfter", last_after as "lastAfter", lapses_after as "lapsesAfter", longest_days as "longestDays", remind_days as "remindDays", evidence_days as "evidenceDays"`;

export async function periodsOn(tx: Tx, day: Day): Promise<Periods> {
  const said = await firstRow(tx, sql<Periods>`select ${asPeriods} from permission_period where from_day <= ${day}::date order by from_day desc limit 1`);
  return said ?? USUAL.filter(one => one.from <= day).at(-1)!;
}

/** What the school has said, the newest first, with who said it. */
export async function periodsSaid(tx: Tx, limit = 50): Promise<(Periods & { readonly by: string | null })[]> {
  return rows(tx, sql<Periods & { by: string | null }>`select ${asPeriods}, set_by as by from permission_period order by from_day desc limit ${limit}`);
}

/** Says anew how long, from a day on. */
export async function setPeriods(tx: Tx, of: Periods & { school: string; by: string; at: Date }): Promise<void> {
  await sql`insert into permission_period (school_id, from_day, hand_on_after, last_after, lapses_after, longest_days, remind_days, evidence_days, set_by, set_at)
    values (${of.school}, ${of.from}::date, ${of.handOnAfter}, ${of.lastAfter}, ${of.lapsesAfter}, ${of.longestDays}, ${of.remindDays}, ${of.evidenceDays}, ${of.by}, ${of.at})
    on conflict (school_id, from_day) do update set hand_on_after = excluded.hand_on_after, last_after = excluded.last_after, lapses_after = excluded.lapses_after, longest_days = excluded.longest_days,
      remind_days = excluded.remind_days, evidence_days = excluded.evidence_days, set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx);
}

export async function forgetInPeriods(tx: Tx, person: string): Promise<void> {
  await sql`update permission_period set set_by = null where set_by = ${person}`.execute(tx);
}
