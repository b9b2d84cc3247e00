/** Cases in which somebody is late, looked up; the tables belong to ../store.ts, ../case/store.ts and ../clocks/store.ts, and here they are only read. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';

/** Cases of these kinds, told before a moment, in which nobody wrote down anything that was done, and that did not go on yet. */
export const withoutAction = (tx: Tx, ask: { kinds: readonly string[]; before: Date; limit: number }): Promise<{ id: string; openedAt: Date }[]> =>
  rows(tx, sql<{ id: string; openedAt: Date }>`select c.id, c.opened_at as "openedAt" from concern c
    where c.state <> 'closed' and c.escalated_at is null and c.opened_at < ${ask.before} and c.kind = any(${[...ask.kinds]}::text[])
      and not exists (select from concern_step s where s.concern_id = c.id and s.sort = 'action' and s.state <> 'mistaken')
    order by c.opened_at, c.id limit ${ask.limit}`);

export interface HandlersAsk {
  /** Who holds or covers an office, as pairs: the office, and the keyed hash of the person. */
  readonly holders: readonly { readonly office: string; readonly key: string }[];
  readonly now: Date;
  readonly limit: number;
}

/** Open cases that no office deals with any more whose holder is not the one concerned. Whoever deals with one as a person comes with it. */
export const withoutOffice = (tx: Tx, { holders, now, limit }: HandlersAsk): Promise<{ id: string; people: string[] }[]> => rows(tx, sql<{ id: string; people: string[] }>`
  with handling as (select e.concern_id, e.office, e.person_id from concern_eye e where e.parts is null and e.why <> 'shared' and e.since <= ${now} and (e.until is null or e.until > ${now}))
  select c.id, array(select h.person_id from handling h where h.concern_id = c.id and h.person_id is not null) as people from concern c
    where c.state <> 'closed' and not exists (select from handling h join unnest(${holders.map(one => one.office)}::text[], ${holders.map(one => one.key)}::text[]) as held(office, key) on held.office = h.office
      where h.concern_id = c.id and not (held.key = any(c.about_keys)))
    order by c.opened_at, c.id limit ${limit}`);

export interface LateAsk {
  /** The keyed hash of the reader. */
  readonly key: string;
  readonly now: Date;
  /** A piece of a code; empty for all. */
  readonly search: string;
}

export interface LateRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly clauses: readonly string[];
  readonly openedAt: Date;
  readonly dueAt: Date;
  /** The offices that deal with it. */
  readonly offices: readonly string[];
}

/** A first step is owed and its time is over. Nothing about the reader, nothing of a report about them, and nothing that went round somebody. */
const late = ({ key, now, search }: LateAsk) => sql`concern_clock k join concern c on c.id = k.concern_id
  where k.clock = 'first-step' and k.state = 'running' and k.due_at < ${now} and c.state <> 'closed' and (${search} = '' or position(upper(${search}) in c.code) > 0)
    and not exists (select from concern o where o.report_id = c.report_id and ${key} = any(o.about_keys))
    and not exists (select from concern_eye e where e.concern_id = c.id and e.why = 'round-the-subject')`;

/** Those that are over for longest stand first. */
export const lateFirstSteps = (tx: Tx, ask: LateAsk & { limit: number; offset: number }): Promise<LateRow[]> => rows(tx, sql<LateRow>`
  select c.id, c.code, c.kind, k.clauses, c.opened_at as "openedAt", k.due_at as "dueAt",
    array(select distinct e.office from concern_eye e where e.concern_id = c.id and e.office is not null and e.parts is null and e.why not in ('shared', 'copied') and (e.until is null or e.until > ${ask.now}) order by 1) as offices
  from ${late(ask)} order by k.due_at, c.id limit ${ask.limit} offset ${ask.offset}`);

export const countLate = async (tx: Tx, ask: LateAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from ${late(ask)}`))!.n;
