/** The tables of clocks: concern_clock, and concern_clock_rule, which is the same for every school. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Clock, ClockRule } from './words.ts';

const asClock = sql`id, concern_id as concern, clock, clauses, span, source, warn_before as "warnBefore", started_at as "startedAt", due_at as "dueAt", state, ended_at as "endedAt", locked, warned`;

/** Which limits of the law begin with which kinds. */
export const clockRules = (tx: Tx): Promise<ClockRule[]> => rows(tx, sql<ClockRule>`select clock, kind, warn_before as "warnBefore", since, until_day as until from concern_clock_rule order by clock, kind, since`);

/** The clocks of a concern, the one that ends first at the head. */
export const clocksOf = (tx: Tx, concern: string): Promise<Clock[]> => rows(tx, sql<Clock>`select ${asClock} from concern_clock where concern_id = ${concern} order by due_at, id limit 50`);

export const holdClock = async (tx: Tx, of: { concern: string; clock: string }): Promise<Clock | null> =>
  (await firstRow(tx, sql<Clock>`select ${asClock} from concern_clock where id = ${of.clock} and concern_id = ${of.concern} for update`)) ?? null;

export async function addClock(tx: Tx, clock: Clock & { school: string; at: Date }): Promise<void> {
  await sql`insert into concern_clock (school_id, id, concern_id, clock, clauses, span, source, warn_before, started_at, due_at, state, ended_at, locked, warned, made_at)
    values (${clock.school}, ${clock.id}, ${clock.concern}, ${clock.clock}, ${[...clock.clauses]}::text[], ${clock.span}, ${clock.source}, ${[...clock.warnBefore]}::text[], ${clock.startedAt}, ${clock.dueAt}, ${clock.state}, ${clock.endedAt}, ${clock.locked}, ${clock.warned}, ${clock.at})`.execute(tx);
}

export async function setClock(tx: Tx, clock: Pick<Clock, 'id' | 'startedAt' | 'dueAt' | 'state' | 'endedAt' | 'locked' | 'warned'>): Promise<void> {
  await sql`update concern_clock set started_at = ${clock.startedAt}, due_at = ${clock.dueAt}, state = ${clock.state}, ended_at = ${clock.endedAt}, locked = ${clock.locked}, warned = ${clock.warned} where id = ${clock.id}`.execute(tx);
}

/** A clock that runs, with what says whose business its concern is. */
export type RunningClock = Clock & { readonly code: string; readonly kind: string; readonly aboutKeys: readonly string[]; readonly childKeys: readonly string[] };

/** The clocks of a school that run on what is not closed, the one that ends first at the head. */
export const runningClocks = (tx: Tx, limit: number): Promise<RunningClock[]> => rows(tx, sql<RunningClock>`
  select k.id, k.concern_id as concern, k.clock, k.clauses, k.span, k.source, k.warn_before as "warnBefore", k.started_at as "startedAt", k.due_at as "dueAt", k.state, k.ended_at as "endedAt", k.locked, k.warned, c.code, c.kind, c.about_keys as "aboutKeys", c.child_keys as "childKeys"
  from concern_clock k join concern c on c.id = k.concern_id where k.state = 'running' and c.state <> 'closed' order by k.due_at, k.id limit ${limit}`);

export async function setWarned(tx: Tx, clock: string, warned: number): Promise<void> {
  await sql`update concern_clock set warned = ${warned} where id = ${clock}`.execute(tx);
}
