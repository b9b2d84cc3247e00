/** What the register asks of the table of permissions, and what falls due in it. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { asGrant, inState } from '../store.ts';
import { OPEN_STATES, type Entry, type RegisterAsk, type Sees, type Sort } from './words.ts';

const asEntry = sql`${asGrant}, p.what, p.follows_id as follows`;

const seen = (sees: Sees) => (sees.all ? sql`true` : sql`(p.act = any(${[...sees.acts]}::text[]) or p.granted_by = ${sees.granter} or p.holder_id = any(${[...sees.people]}::uuid[]) or p.id = any(${[...sees.standing]}::uuid[]))`);

const optional = (value: readonly string[] | undefined) => (value ? [...value] : null);

const asked = (ask: RegisterAsk) => sql`${seen(ask.sees)}
  and (${ask.standing ?? null}::boolean is null or (p.holders is not null) = ${ask.standing ?? null}::boolean)
  and (${optional(ask.acts)}::text[] is null or p.act = any(${optional(ask.acts) ?? []}::text[]))
  and (${ask.office ?? null}::text is null or ${ask.office ?? ''} = any(p.offices))
  and (${optional(ask.holders)}::uuid[] is null or p.holder_id = any(${optional(ask.holders) ?? []}::uuid[]))
  and (${ask.search} = '' or position(lower(${ask.search}) in lower(p.what || ' ' || p.conditions || ' ' || p.reason)) > 0 or p.act = any(${[...ask.searchActs]}::text[]) or p.holder_id = any(${[...ask.searchHolders]}::uuid[]))
  and (${sql.join(ask.states.map(state => sql`(${inState(state, ask)})`), sql` or `)})`;

const ORDER = { until: sql`p.ends_at`, from: sql`p.starts_at`, act: sql`p.act` };

export interface Part { readonly sort: Sort; readonly descending: boolean; readonly limit: number; readonly offset: number }

export async function listEntries(tx: Tx, ask: RegisterAsk & Part): Promise<Entry[]> {
  const way = ask.descending ? sql`desc` : sql`asc`;
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where ${asked(ask)} order by ${ORDER[ask.sort]} ${way}, p.id ${way} limit ${ask.limit} offset ${ask.offset}`);
}

export async function countEntries(tx: Tx, ask: RegisterAsk): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from permission p where ${asked(ask)}`))!.n;
}

/** A permission, where it is one that somebody sees. */
export async function findEntry(tx: Tx, sees: Sees, id: string): Promise<Entry | null> {
  return (await firstRow(tx, sql<Entry>`select ${asEntry} from permission p where p.id = ${id} and ${seen(sees)}`)) ?? null;
}

export async function entryById(tx: Tx, id: string): Promise<Entry | null> {
  return findEntry(tx, { all: true }, id);
}

/** The acts and the offices of everything somebody sees, for the filters. */
export async function chosenFrom(tx: Tx, sees: Sees, standing = false): Promise<{ acts: string[]; offices: string[] }> {
  const found = await firstRow(tx, sql<{ acts: string[] | null; offices: string[] | null }>`with mine as materialized (select distinct p.act, p.offices, p.holders is not null as standing from permission p where ${seen(sees)})
    select (select array_agg(distinct act order by act) from mine where not ${standing}::boolean or standing) as acts, (select array_agg(distinct o order by o) from mine, unnest(offices) o) as offices`);
  return { acts: found?.acts ?? [], offices: found?.offices ?? [] };
}

/** Every standing permission that is not over. */
export async function standingEntries(tx: Tx, of: { now: Date }): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.holders is not null and p.ends_at > ${of.now} order by p.starts_at, p.id limit 1000`);
}

/** How many permissions there are of each act and state: counts alone. */
export async function countsByAct(tx: Tx, of: { now: Date; today: string }): Promise<{ act: string; live: number; suspended: number; waiting: number; ended: number }[]> {
  const count = (state: Parameters<typeof inState>[0]) => sql`count(*) filter (where ${inState(state, of)})::int`;
  return rows(tx, sql<{ act: string; live: number; suspended: number; waiting: number; ended: number }>`
    select p.act, ${count('live')} as live, ${count('suspended')} as suspended, ${count('waiting')} as waiting, (${count('withdrawn')} + ${count('given-up')} + ${count('expired')}) as ended from permission p group by p.act order by p.act limit 500`);
}

/** What continues a permission after its review. */
export async function followerOf(tx: Tx, id: string): Promise<string | null> {
  return (await firstRow(tx, sql<{ id: string }>`select id from permission where follows_id = ${id} order by starts_at desc limit 1`))?.id ?? null;
}

/** What a standing permission says of itself. */
export async function setSaying(tx: Tx, of: { id: string; what: string; follows: string | null }): Promise<void> {
  await sql`update permission set what = ${of.what}, follows_id = ${of.follows} where id = ${of.id}`.execute(tx);
}

const open = (of: { now: Date; today: string }) => sql`(${sql.join(OPEN_STATES.map(state => sql`(${inState(state, of)})`), sql` or `)})`;
const without = (turn: string) => sql`not exists (select from permission_turn t where t.permission_id = p.id and t.turn = ${turn})`;

/** Permissions that end within so many days, of which nobody was reminded. One that was short from the start ends without a word before. */
export async function endingSoon(tx: Tx, of: { now: Date; today: string; before: Date; days: number }): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.ends_at > ${of.now} and p.ends_at <= ${of.before} and p.ends_at - p.starts_at > make_interval(days => ${of.days}::int * 2) and ${open(of)} and ${without('reminded')} order by p.ends_at, p.id limit 500`);
}

/** Permissions whose time is over and whose end is not noted yet. */
export async function justEnded(tx: Tx, now: Date): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.ends_at <= ${now} and not exists (select from permission_turn t where t.permission_id = p.id and t.turn in ('expired', 'withdrawn', 'given-up')) order by p.ends_at, p.id limit 500`);
}

/** Permissions not over whose evidence is older than today, and not noted as suspended since it was last good. */
export async function lapsedEvidence(tx: Tx, of: { now: Date; today: string }): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.evidence_until < ${of.today}::date and ${inState('suspended', of)}
    and coalesce((select t.turn <> 'suspended' from permission_turn t where t.permission_id = p.id and t.turn in ('suspended', 'restored') order by t.at desc, t.id desc limit 1), true) order by p.id limit 500`);
}

/** Permissions whose evidence has to be shown again within so many days, of which their people were not told. What was known for no longer from the start is not told of. */
export async function evidenceSoon(tx: Tx, of: { now: Date; today: string; days: number }): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.evidence_until between ${of.today}::date and ${of.today}::date + ${of.days}::int and p.granted_at < (p.evidence_until - ${of.days}::int)::timestamptz and ${open(of)}
    and not exists (select from permission_turn t where t.permission_id = p.id and t.turn = 'evidence-reminded' and t.reason = p.evidence_until::text) order by p.evidence_until, p.id limit 500`);
}

/**
 * What ends within so many days, stands on evidence that is only so long known to be true, or is suspended, of everything somebody sees.
 * Why the end by itself first, and that something follows at all: each of these is still running, and the database finds those few, and what
 * follows them, without reading every permission there ever was.
 */
export async function endingEntries(tx: Tx, of: { sees: Sees; now: Date; today: string; before: Date; days: number; evidenceBefore: string }): Promise<Entry[]> {
  return rows(tx, sql<Entry>`select ${asEntry} from permission p where p.ends_at > ${of.now} and ${seen(of.sees)} and (${inState('suspended', of)} or (p.evidence_until <= ${of.evidenceBefore}::date and ${open(of)}) or (p.ends_at <= ${of.before} and p.ends_at - p.starts_at > make_interval(days => ${of.days}::int * 2) and ${open(of)} and not exists (select from permission f where f.follows_id = p.id and f.follows_id is not null))) order by p.ends_at, p.id limit 200`);
}
