/** The pool of wifi codes: wifi_voucher. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Voucher, VoucherState, WithdrawnWhy } from './words.ts';

const asVoucher = sql`id, network, code_closed as closed, valid_days as "validDays", last_day as "lastDay", added_at as "addedAt", issued_to as "issuedTo", visit_id as visit, issued_on as "issuedOn",
  issued_at as "issuedAt", ends_on as "endsOn", withdrawn_at as "withdrawnAt", withdrawn_why as "withdrawnWhy", switched_off_at as "switchedOffAt"`;

const free = (today: string) => sql`issued_at is null and withdrawn_at is null and (last_day is null or last_day >= ${today})`;
const live = (today: string) => sql`issued_at is not null and withdrawn_at is null and ends_on >= ${today}`;
const STATES: Readonly<Record<VoucherState, (today: string) => ReturnType<typeof free>>> = {
  free, given: live, ended: today => sql`not (${free(today)}) and not (${live(today)})`,
};

export interface NewVoucher {
  readonly id: string;
  readonly network: string;
  readonly closed: string;
  readonly validDays: number;
  readonly lastDay: string | null;
}

/** Adds codes to the pool. They are given in the order they came. */
export async function addVouchers(tx: Tx, of: { school: string; by: string; at: Date }, vouchers: readonly NewVoucher[]): Promise<void> {
  await sql`insert into wifi_voucher (school_id, id, network, code_closed, valid_days, last_day, added_by, added_at)
    select ${of.school}::uuid, x.id, x.network, x.closed, x."validDays", x."lastDay", ${of.by}::uuid, ${of.at}::timestamptz + x.place * interval '1 microsecond'
    from rows from (jsonb_to_recordset(${JSON.stringify(vouchers)}::jsonb) as (id uuid, network text, closed text, "validDays" integer, "lastDay" date)) with ordinality as x(id, network, closed, "validDays", "lastDay", place)`.execute(tx);
}

/** Takes the oldest free code; two takers never take the same one. Null where the pool is empty. */
export async function takeFree(tx: Tx, of: { person: string; visit: string | null; today: string; endsOn: string; at: Date }): Promise<Voucher | null> {
  return (await firstRow(tx, sql<Voucher>`update wifi_voucher set issued_to = ${of.person}, visit_id = ${of.visit}, issued_on = ${of.today}, issued_at = ${of.at},
      ends_on = least(${of.endsOn}::date, ${of.today}::date + valid_days - 1, coalesce(last_day, ${of.endsOn}::date))
    where id = (select id from wifi_voucher where ${free(of.today)} order by added_at, id limit 1 for update skip locked) returning ${asVoucher}`)) ?? null;
}

/** The code somebody holds today. */
export async function liveOf(tx: Tx, person: string, today: string): Promise<Voucher | null> {
  return (await firstRow(tx, sql<Voucher>`select ${asVoucher} from wifi_voucher where issued_to = ${person} and ${live(today)} order by issued_at desc limit 1`)) ?? null;
}

/** Lets one person at a time be given a code. */
export async function queueFor(tx: Tx, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${person}, 39))`.execute(tx);
}

/** Withdraws what somebody holds. Returns the ids. */
export const withdrawOf = async (tx: Tx, of: { person: string; today: string; why: WithdrawnWhy; at: Date }): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`update wifi_voucher set withdrawn_at = ${of.at}, withdrawn_why = ${of.why} where issued_to = ${of.person} and ${live(of.today)} returning id`)).map(row => row.id);

/** Withdraws one code, given or free. Returns why, or null where it had ended. */
export async function withdrawOne(tx: Tx, of: { id: string; today: string; at: Date }): Promise<WithdrawnWhy | null> {
  return (await firstRow(tx, sql<{ why: WithdrawnWhy }>`update wifi_voucher set withdrawn_at = ${of.at}, withdrawn_why = case when issued_at is null then 'unused' else 'by-hand' end
    where id = ${of.id} and ((${free(of.today)}) or (${live(of.today)})) returning withdrawn_why as why`))?.why ?? null;
}

/** Notes that the wifi itself no longer takes a code that has ended. */
export async function noteSwitchedOff(tx: Tx, of: { id: string; by: string; today: string; at: Date }): Promise<boolean> {
  return Number((await sql`update wifi_voucher set switched_off_at = ${of.at}, switched_off_by = ${of.by} where id = ${of.id} and switched_off_at is null and ${STATES.ended(of.today)}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function countVouchers(tx: Tx, today: string): Promise<Readonly<Record<VoucherState | 'toSwitchOff', number>>> {
  return (await firstRow(tx, sql<Record<VoucherState | 'toSwitchOff', number>>`select count(*) filter (where ${free(today)}) as free, count(*) filter (where ${live(today)}) as given,
    count(*) filter (where ${STATES.ended(today)}) as ended, count(*) filter (where ${STATES.ended(today)} and issued_at is not null and switched_off_at is null) as "toSwitchOff" from wifi_voucher`))!;
}

/** Codes in one state: those given last first; free ones in the order they will be given. */
export const listVouchers = (tx: Tx, ask: { state: VoucherState; today: string; limit: number; offset: number }): Promise<Voucher[]> =>
  rows(tx, sql<Voucher>`select ${asVoucher} from wifi_voucher where ${STATES[ask.state](ask.today)} order by issued_at desc nulls last, added_at, id limit ${ask.limit} offset ${ask.offset}`);

export const vouchersOf = (tx: Tx, person: string): Promise<Voucher[]> => rows(tx, sql<Voucher>`select ${asVoucher} from wifi_voucher where issued_to = ${person} order by issued_at limit 1000`);

/** Ends what a person holds and forgets that it was theirs. */
export async function forgetVouchers(tx: Tx, person: string): Promise<void> {
  await sql`update wifi_voucher set withdrawn_at = coalesce(withdrawn_at, issued_at), withdrawn_why = coalesce(withdrawn_why, 'left'), issued_to = null, visit_id = null where issued_to = ${person}`.execute(tx);
}
