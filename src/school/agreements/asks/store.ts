/** The asks worked out from people, editions and agreements: agreement_ask, and the stamp that says from what. */
import { remember, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { inOrder } from '../../../platform/order.ts';
import type { AskRow, AskState, PolicyCounts, Reason, RegisterAsk, RegisterRow } from '../words.ts';

export interface Stamp {
  readonly madeFor: string;
  readonly editions: readonly string[];
  readonly school: string;
  /** Another number after every change, drawn by lot so that a change that was undone never shares it with the next one. */
  readonly version: number;
}

const ANOTHER = sql`(random() * 4503599627370496)::bigint`;

export const readStamp = (tx: Tx): Promise<Stamp | null> => remember(tx, 'stamp of asks', async () =>
  (await sql<Stamp>`select school_id as school, made_for as "madeFor", editions, version from agreement_ask_stamp`.execute(tx)).rows[0] ?? null);

/** The stamp, held until the transaction ends: one deed at a time works the asks out. */
export async function lockStamp(tx: Tx, school: string): Promise<Stamp> {
  await sql`insert into agreement_ask_stamp (school_id, made_for, editions, version) values (${school}, '1970-01-01', '{}', 0) on conflict (school_id) do nothing`.execute(tx);
  return (await sql<Stamp>`select school_id as school, made_for as "madeFor", editions, version from agreement_ask_stamp where school_id = ${school} for update`.execute(tx)).rows[0]!;
}

export async function setStamp(tx: Tx, school: string, stamp: { madeFor: string; editions: readonly string[] }): Promise<void> {
  await sql`update agreement_ask_stamp set made_for = ${stamp.madeFor}, editions = ${[...stamp.editions]}::uuid[], version = ${ANOTHER} where school_id = ${school}`.execute(tx);
}

/** Says that the asks no longer fit: they are worked out again before the next page is read. */
export async function markStale(tx: Tx): Promise<void> {
  await sql`update agreement_ask_stamp set made_for = '1970-01-01', version = ${ANOTHER} where made_for <> '1970-01-01'`.execute(tx);
}

/** Takes all asks away: they are about to be worked out again. */
export async function removeAsks(tx: Tx): Promise<void> {
  await sql`delete from agreement_ask`.execute(tx);
}

/** Puts these asks in the place of all asks, or of those of these people or this policy. */
export async function replaceAsks(tx: Tx, school: string, change: { asks: readonly AskRow[]; persons?: readonly string[] | undefined; policy?: string | undefined }): Promise<void> {
  await sql`delete from agreement_ask where (${change.persons ?? null}::uuid[] is null or person_id = any(${[...(change.persons ?? [])]}::uuid[]))
    and (${change.policy ?? null}::text is null or policy = ${change.policy ?? null})`.execute(tx);
  const rows = change.asks.map(ask => ({
    person_id: ask.person, policy: ask.policy, edition_id: ask.editionId, edition: ask.edition, open: ask.open, reason: ask.need?.reason ?? null, since: ask.need?.since ?? null,
    due: ask.need?.due ?? null, clauses: ask.need?.clauses ?? [], countersign: ask.countersign, agreement_id: ask.agreementId, signed_on: ask.signedOn,
    countersignature_id: ask.countersignatureId, countersigned_on: ask.countersignedOn, declined_on: ask.declinedOn, name: ask.name, sort_name: ask.sortName, kind: ask.kind, class: ask.class,
    guardians_needed: ask.guardiansNeeded, guardian_agreements: ask.guardianAgreements,
  }));
  await sql`insert into agreement_ask select ${school}::uuid, t.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(
    person_id uuid, policy text, edition_id uuid, edition integer, open boolean, reason text, since date, due date, clauses text[], countersign boolean, agreement_id uuid, signed_on date,
    countersignature_id uuid, countersigned_on date, declined_on date, name text, sort_name text, kind text, class text, guardians_needed integer, guardian_agreements uuid[])`.execute(tx);
}

interface Row {
  person_id: string; policy: string; edition_id: string; edition: number; open: boolean; reason: Reason | null; since: string | null; due: string | null; clauses: string[];
  countersign: boolean; agreement_id: string | null; signed_on: string | null; countersignature_id: string | null; countersigned_on: string | null; declined_on: string | null;
  name: string; sort_name: string; kind: string; class: string; guardians_needed: number; guardian_agreements: string[];
}

const askOf = (row: Row): AskRow => ({
  person: row.person_id, policy: row.policy, editionId: row.edition_id, edition: row.edition, open: row.open,
  need: row.reason === null ? null : { reason: row.reason, since: row.since!, due: row.due!, clauses: row.clauses }, countersign: row.countersign,
  agreementId: row.agreement_id, signedOn: row.signed_on, countersignatureId: row.countersignature_id, countersignedOn: row.countersigned_on, declinedOn: row.declined_on,
  name: row.name, sortName: row.sort_name, kind: row.kind, class: row.class, guardiansNeeded: row.guardians_needed, guardianAgreements: row.guardian_agreements,
});

/** The asks of these people, open ones first, the most pressing first. */
export async function listAsks(tx: Tx, persons: readonly string[]): Promise<AskRow[]> {
  const rows = await sql<Row>`select * from agreement_ask where person_id = any(${[...persons]}::uuid[]) order by open desc, due nulls last, policy limit 2000`.execute(tx);
  return rows.rows.map(askOf);
}

export async function findAsk(tx: Tx, person: string, policy: string): Promise<AskRow | null> {
  const row = (await sql<Row>`select * from agreement_ask where person_id = ${person} and policy = ${policy}`.execute(tx)).rows[0];
  return row ? askOf(row) : null;
}

/** The state of an ask on a day, as `stateOf` has it. */
const state = (today: string) => sql`case when not open then 'signed' when declined_on is not null then 'declined' when due < ${today}::date then 'overdue' else 'waiting' end`;

/** How many are bound, have signed, are still in time, are late, have said no: one line a policy. */
export async function countByPolicy(tx: Tx, today: string): Promise<PolicyCounts[]> {
  const rows = await sql<PolicyCounts>`select policy, count(*) as bound, count(*) filter (where not open) as signed,
      count(*) filter (where open and declined_on is null and due >= ${today}::date) as waiting,
      count(*) filter (where open and declined_on is null and due < ${today}::date) as overdue,
      count(*) filter (where open and declined_on is not null) as declined
    from agreement_ask group by policy order by policy`.execute(tx);
  return rows.rows;
}

/** The asks of a policy, counted where they stand alike for its clauses. */
export async function countByClauses(tx: Tx, policy: string): Promise<{ kind: string; open: boolean; clauses: readonly string[]; count: number }[]> {
  return (await sql<{ kind: string; open: boolean; clauses: string[]; count: number }>`select kind, open, case when open then clauses else '{}' end as clauses, count(*) as count
    from agreement_ask where policy = ${policy} group by 1, 2, 3`.execute(tx)).rows;
}

const STATE_TESTS: Readonly<Record<AskState, (today: string) => RawBuilder<unknown>>> = {
  signed: () => sql`not open`,
  declined: () => sql`open and declined_on is not null`,
  waiting: today => sql`open and declined_on is null and due >= ${today}::date`,
  overdue: today => sql`open and declined_on is null and due < ${today}::date`,
};

function matching(ask: RegisterAsk): RawBuilder<unknown> {
  const tests = [
    ask.policy && sql`policy = ${ask.policy}`, ask.kind && sql`kind = ${ask.kind}`, ask.class !== undefined && sql`class = ${ask.class}`,
    ask.state && STATE_TESTS[ask.state](ask.today), ask.search && sql`position(lower(${ask.search}) in lower(name)) > 0`,
  ].filter(test => typeof test === 'object');
  return tests.length === 0 ? sql`` : sql`where ${sql.join(tests, sql` and `)}`;
}

const ORDERS = { name: [sql`sort_name`, sql`sort_name desc`], policy: [sql`policy`, sql`policy desc`], due: [sql`due`, sql`due desc nulls last`], signed: [sql`signed_on`, sql`signed_on desc nulls last`] } as const;

/** One page of the register. */
export async function registerRows(tx: Tx, ask: RegisterAsk): Promise<RegisterRow[]> {
  const rows = await sql<Row & { state: AskState }>`select *, ${state(ask.today)} as state from agreement_ask ${matching(ask)}
    order by ${ORDERS[ask.sort][ask.down ? 1 : 0]}, sort_name, person_id, policy limit ${ask.limit} offset ${ask.offset}`.execute(tx);
  return rows.rows.map(row => ({ ...askOf(row), state: row.state }));
}

export async function countRegister(tx: Tx, ask: RegisterAsk): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from agreement_ask ${matching(ask)}`.execute(tx)).rows[0]!.n;
}

/** The groups of a policy's signature sheet: each class, and each kind of people outside classes, with how many are bound and have signed. */
export async function sheetGroups(tx: Tx, policy: string): Promise<{ class: string; kind: string; bound: number; signed: number }[]> {
  const rows = await sql<{ class: string; kind: string; bound: number; signed: number }>`
    select class, case when class = '' then kind else '' end as kind, count(*) as bound, count(*) filter (where not open) as signed
    from agreement_ask where policy = ${policy} group by 1, 2 order by 1, 2 limit 2000`.execute(tx);
  return rows.rows.sort((a, b) => inOrder(a.class, b.class));
}

/** What the register may be narrowed by: the kinds and classes it holds. */
export async function registerChoices(tx: Tx): Promise<{ kinds: string[]; classes: string[] }> {
  const row = (await sql<{ kinds: string[] | null; classes: string[] | null }>`select array_agg(distinct kind order by kind) as kinds,
    array_agg(distinct class order by class) filter (where class <> '') as classes from agreement_ask`.execute(tx)).rows[0]!;
  return { kinds: row.kinds ?? [], classes: (row.classes ?? []).sort(inOrder) };
}
