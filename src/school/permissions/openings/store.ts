/** Openings among the permissions: those that were opened for a lesson, each once, however many pupils hold it. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Opening, OpeningState } from './words.ts';

const openings = sql`(select (array_agg(p.id order by p.id))[1] as id, array_agg(p.id order by p.id) as ids, p.act, array_remove(array_agg(p.holder_id order by p.id), null) as pupils, p.reason, p.clauses, p.granted_by as "by",
    p.starts_at as "startsAt", p.ends_at as "endsAt", p.evidence->>'lesson' as lesson, p.evidence->>'class' as class, coalesce(p.evidence->>'what', '') as what, min(t.at) as "endedAt"
  from permission p left join permission_turn t on t.permission_id = p.id and t.turn in ('withdrawn', 'given-up')
  where p.evidence->>'lesson' is not null and p.request_id is null
  group by p.granted_at, p.granted_by, p.act, p.reason, p.clauses, p.starts_at, p.ends_at, p.evidence)`;

export interface OpeningsAsk {
  readonly now: Date;
  readonly state: OpeningState | null;
  readonly search: string;
  /** Opened by this person alone. */
  readonly by: string | null;
}

const inState = (state: OpeningState | null, now: Date) => (state === 'open' ? sql`"endedAt" is null and "endsAt" > ${now}` : state === 'over' ? sql`("endedAt" is not null or "endsAt" <= ${now})` : sql`true`);
const asked = ({ now, state, search, by }: OpeningsAsk) => sql`${inState(state, now)} and (${by}::uuid is null or "by" = ${by}::uuid) and position(lower(${search}::text) in lower(lesson || ' ' || class || ' ' || what || ' ' || reason)) > 0`;

/** Openings, the latest first. */
export const listOpenings = (tx: Tx, ask: OpeningsAsk & { readonly limit: number; readonly offset: number }): Promise<Opening[]> =>
  rows(tx, sql<Opening>`select * from ${openings} o where ${asked(ask)} order by "startsAt" desc, id desc limit ${ask.limit} offset ${ask.offset}`);

export const countOpenings = async (tx: Tx, ask: OpeningsAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from ${openings} o where ${asked(ask)}`))!.n;

export const findOpening = async (tx: Tx, id: string): Promise<Opening | null> => (await firstRow(tx, sql<Opening>`select * from ${openings} o where ${id}::uuid = any(ids)`)) ?? null;
