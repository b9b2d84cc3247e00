/** The tables of legal holds: concern_hold and concern_forget_later. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import type { Hold } from './words.ts';

export interface HoldRow extends Hold { readonly locked: Uint8Array; readonly liftLocked: Uint8Array | null }

/** SQL: no hold stands on the concern with this id. Whatever erases or forgets something of a case asks it. */
export const notHeld = (concern: RawBuilder<unknown>): RawBuilder<unknown> => sql`not exists (select from concern_hold held where held.concern_id = ${concern} and held.lifted_at is null)`;

const asHold = sql`h.id, h.concern_id as concern, c.code, h.clause, h.decided_by as "decidedBy", h.decided_office as "decidedOffice", h.set_by as "setBy", h.since, h.review_on as "reviewOn", h.lift_by as "liftBy", h.lift_office as "liftOffice",
  h.lift_at as "liftAt", h.lifted_by as "liftedBy", h.lifted_office as "liftedOffice", h.lifted_at as "liftedAt", c.about_keys as "aboutKeys", h.locked, h.lift_locked as "liftLocked"`;
const holds = sql`concern_hold h join concern c on c.id = h.concern_id`;

/** Puts a hold; false where one stands already. */
export async function addHold(tx: Tx, of: Pick<HoldRow, 'id' | 'concern' | 'clause' | 'decidedBy' | 'decidedOffice' | 'setBy' | 'since' | 'reviewOn' | 'locked'> & { readonly school: string }): Promise<boolean> {
  const done = await sql`insert into concern_hold (school_id, id, concern_id, clause, decided_by, decided_office, set_by, since, review_on, locked)
    values (${of.school}, ${of.id}, ${of.concern}, ${of.clause}, ${of.decidedBy}, ${of.decidedOffice}, ${of.setBy}, ${of.since}::date, ${of.reviewOn}::date, ${of.locked}) on conflict (concern_id) where lifted_at is null do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export const holdsOf = (tx: Tx, concern: string): Promise<HoldRow[]> => rows(tx, sql<HoldRow>`select ${asHold} from ${holds} where h.concern_id = ${concern} order by h.since, h.id limit 50`);
export const findHold = async (tx: Tx, id: string): Promise<HoldRow | null> => (await firstRow(tx, sql<HoldRow>`select ${asHold} from ${holds} where h.id = ${id} for update of h`)) ?? null;

/** Of these concerns those on hold. */
export const heldAmong = async (tx: Tx, concerns: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await rows(tx, sql<{ id: string }>`select concern_id as id from concern_hold where lifted_at is null and concern_id = any(${[...concerns]}::uuid[])`)).map(row => row.id));
/** Of these sanctions and concerns those of a case on hold. */
export const heldOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await rows(tx, sql<{ id: string }>`select s.id from sanction s join concern_hold h on h.concern_id = s.concern_id where h.lifted_at is null and s.id = any(${[...ids]}::uuid[])
    union select concern_id from concern_hold where lifted_at is null and concern_id = any(${[...ids]}::uuid[])`)).map(row => row.id));
export const anyHeld = async (tx: Tx): Promise<boolean> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from concern_hold where lifted_at is null`))!.n > 0;

export interface ListAsk {
  readonly person: string;
  /** Their keyed hash: they meet no hold on a case about them. */
  readonly key: string;
  readonly offices: readonly string[];
  /** Whether they keep the list, or only meet what waits for them and their own cases. */
  readonly keeps: boolean;
  /** Whether they may be the second who lifts. */
  readonly lifts: boolean;
  readonly now: Date;
  readonly state: 'stands' | 'lifted' | null;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

const fits = (ask: Omit<ListAsk, 'limit' | 'offset'>): RawBuilder<unknown> => sql`not (${ask.key} = any(c.about_keys)) and (${ask.keeps} or (${ask.lifts} and h.lift_at is not null and h.lifted_at is null and h.lift_by is distinct from ${ask.person}::uuid)
  or exists (select from concern_eye e where e.concern_id = c.id and e.parts is null and e.why <> 'shared' and e.since <= ${ask.now} and (e.until is null or e.until > ${ask.now}) and (e.person_id = ${ask.person} or e.office = any(${[...ask.offices]}::text[]))))
  and (${ask.state}::text is null or (h.lifted_at is null) = (${ask.state} = 'stands')) and (${ask.search} = '' or position(upper(${ask.search}) in c.code) > 0)`;

export const listHolds = (tx: Tx, ask: ListAsk): Promise<HoldRow[]> => rows(tx, sql<HoldRow>`select ${asHold} from ${holds} where ${fits(ask)} order by (h.lifted_at is null) desc, h.review_on, h.id limit ${ask.limit} offset ${ask.offset}`);
export const countHolds = async (tx: Tx, ask: Omit<ListAsk, 'limit' | 'offset'>): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from ${holds} where ${fits(ask)}`))!.n;

export async function setReview(tx: Tx, id: string, reviewOn: string): Promise<void> {
  await sql`update concern_hold set review_on = ${reviewOn}::date, reminded_on = null where id = ${id}`.execute(tx);
}

export async function setLiftAsked(tx: Tx, of: { readonly id: string; readonly by: string | null; readonly office: string | null; readonly at: Date | null; readonly locked: Uint8Array | null }): Promise<void> {
  await sql`update concern_hold set lift_by = ${of.by}, lift_office = ${of.office}, lift_at = ${of.at}, lift_locked = ${of.locked} where id = ${of.id}`.execute(tx);
}

export async function setLifted(tx: Tx, of: { readonly id: string; readonly by: string; readonly office: string; readonly at: Date }): Promise<void> {
  await sql`update concern_hold set lifted_by = ${of.by}, lifted_office = ${of.office}, lifted_at = ${of.at} where id = ${of.id}`.execute(tx);
}

/** Holds whose day to look again has come and that nobody was reminded of within the week. */
export const toRemind = (tx: Tx, of: { readonly today: string; readonly weekAgo: string }): Promise<HoldRow[]> => rows(tx, sql<HoldRow>`select ${asHold} from ${holds}
  where h.lifted_at is null and h.review_on <= ${of.today}::date and (h.reminded_on is null or h.reminded_on <= ${of.weekAgo}::date) order by h.review_on limit 200`);
export async function markReminded(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await sql`update concern_hold set reminded_on = ${today}::date where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Remembers that somebody is to be forgotten once no hold stands in the way. */
export async function forgetLater(tx: Tx, of: { readonly school: string; readonly person: string }): Promise<void> {
  await sql`insert into concern_forget_later (school_id, person_id) values (${of.school}, ${of.person}) on conflict do nothing`.execute(tx);
}
/** A hold was lifted: whoever waits to be forgotten is looked at again. */
export async function dueToForget(tx: Tx): Promise<void> {
  await sql`update concern_forget_later set due = true`.execute(tx);
}
export const toForgetNow = async (tx: Tx): Promise<string[]> => (await rows(tx, sql<{ person: string }>`select person_id as person from concern_forget_later where due order by person_id limit 200`)).map(row => row.person);
/** They were forgotten: for good where no hold stands any longer, and otherwise as far as one lets them be. */
export async function forgotten(tx: Tx, person: string): Promise<void> {
  await sql`delete from concern_forget_later where person_id = ${person} and not exists (select from concern_hold where lifted_at is null)`.execute(tx);
  await sql`update concern_forget_later set due = false where person_id = ${person}`.execute(tx);
}

export const exportHolds = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select since, review_on as "reviewOn", lifted_at as "liftedAt" from concern_hold where ${person}::uuid in (decided_by, set_by, lift_by, lifted_by) order by since limit 1000`);

/** Forgets who put and who lifted holds that are over. */
export async function forgetInHolds(tx: Tx, person: string): Promise<void> {
  await sql`update concern_hold set decided_by = nullif(decided_by, ${person}::uuid), set_by = nullif(set_by, ${person}::uuid), lift_by = nullif(lift_by, ${person}::uuid), lifted_by = nullif(lifted_by, ${person}::uuid)
    where ${person}::uuid in (decided_by, set_by, lift_by, lifted_by) and lifted_at is not null`.execute(tx);
}
