/** The tables of accounts: account_list, account_hold, account_ask, account_step. */
import { firstRow, rows, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { AskBack, EndedHow, Facility, Hold, HoldGiven, Step, Wanted } from './words.ts';

const asHold = sql`h.id, h.person_id as person, h.facility, h.how, h.cause, h.source, h.deciders, h.clause, h.reason, h.begun_on as "begunOn", h.begun_at as "begunAt", h.begun_by as "begunBy", h.until_on as "untilOn",
  h.ended_on as "endedOn", h.ended_at as "endedAt", h.ended_by as "endedBy", h.ended_how as "endedHow", h.ended_reason as "endedReason"`;
const asStep = sql`id, person_id as person, facility, wanted, quiet, office, opened_at as "openedAt", opened_on as "openedOn", ended, ended_at as "endedAt", ended_by as "endedBy", done_on as "doneOn", words`;
const asAsk = sql`a.id, a.hold_id as hold, a.words, a.asked_at as "askedAt", a.answered_at as "answeredAt", a.answered_by as "answeredBy", a.says, a.answer`;
const MOST_OF_ONE = 500;

/** Two changes to the accounts of one person wait for one another until the transaction ends. */
export async function oneAtATime(tx: Tx, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('accounts ' || ${person}::text, 0))`.execute(tx);
}

/** What the school said it gives people; null where it has said nothing. */
export const listOn = async (tx: Tx, today: string): Promise<{ facilities: Facility[]; since: string; by: string | null } | null> =>
  (await firstRow(tx, sql<{ facilities: Facility[]; since: string; by: string | null }>`select facilities, since, said_by as by from account_list where since <= ${today}::date order by since desc, said_at desc limit 1`)) ?? null;

export async function addList(tx: Tx, of: { school: string; since: string; facilities: readonly Facility[]; by: string; at: Date }): Promise<void> {
  await sql`insert into account_list (school_id, id, since, facilities, said_by, said_at) values (${of.school}, ${newId()}, ${of.since}::date, ${JSON.stringify(of.facilities)}::jsonb, ${of.by}, ${of.at})`.execute(tx);
}

/** Every hold of these people, the newest first. */
export const holdsOf = (tx: Tx, persons: readonly string[]): Promise<Hold[]> =>
  rows(tx, sql<Hold>`select ${asHold} from account_hold h where h.person_id = any(${[...persons]}::uuid[]) order by h.begun_at desc, h.id limit ${MOST_OF_ONE}`);

/** Whose Countersign was taken away and not given back. */
export const shutOut = (tx: Tx): Promise<{ person: string }[]> =>
  rows(tx, sql<{ person: string }>`select distinct person_id as person from account_hold where ended_at is null and how = 'revoked' and facility in ('countersign', 'all')`);

/** Whose accounts are being made safe by somebody else; who pressed the alarm themselves knows who reads their mail. */
export const madeSafe = (tx: Tx): Promise<{ person: string }[]> =>
  rows(tx, sql<{ person: string }>`select distinct person_id as person from account_hold where ended_at is null and cause = 'alarm' and begun_by is distinct from person_id`);

export const findHold = async (tx: Tx, id: string): Promise<Hold | null> => (await firstRow(tx, sql<Hold>`select ${asHold} from account_hold h where h.id = ${id} for update`)) ?? null;
export const holdFrom = async (tx: Tx, source: string): Promise<Hold | null> => (await firstRow(tx, sql<Hold>`select ${asHold} from account_hold h where h.source = ${source} for update`)) ?? null;

/** Those of decisions whose last day is over. */
export const holdsOver = (tx: Tx, today: string): Promise<Hold[]> =>
  rows(tx, sql<Hold>`select ${asHold} from account_hold h where h.ended_at is null and h.source is null and h.until_on < ${today}::date order by h.until_on, h.id limit 200`);

export interface HoldsAsk {
  readonly state: string;
  readonly facility: string;
  readonly named: readonly string[] | null;
  readonly reader: { readonly person: string | null; readonly it: boolean; readonly offices: readonly string[] };
}

const seen = ({ reader }: HoldsAsk) => sql`h.person_id is distinct from ${reader.person}::uuid and (${reader.it}::boolean or h.cause not in ('case', 'alarm') or h.deciders && ${[...reader.offices]}::text[])`;
const fits = (ask: HoldsAsk) => sql`${seen(ask)} and case ${ask.state}::text when 'over' then h.ended_at is not null when '' then true when 'now' then h.ended_at is null else h.ended_at is null and h.how = ${ask.state}::text end
  and (${ask.facility}::text = '' or h.facility in (${ask.facility}::text, 'all')) and (${ask.named === null}::boolean or h.person_id = any(${[...ask.named ?? []]}::uuid[]))`;

/** The register: what holds at present first, the newest first in each. */
export const listHolds = (tx: Tx, ask: HoldsAsk & { readonly limit: number; readonly offset: number }): Promise<Hold[]> =>
  rows(tx, sql<Hold>`select ${asHold} from account_hold h where ${fits(ask)} order by h.ended_at is not null, h.begun_at desc, h.id limit ${ask.limit} offset ${ask.offset}`);
export const countHolds = async (tx: Tx, ask: HoldsAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from account_hold h where ${fits(ask)}`))!.n;

export async function addHold(tx: Tx, of: HoldGiven & { school: string; by: string | null; on: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into account_hold (school_id, id, person_id, facility, how, cause, source, deciders, clause, reason, begun_on, begun_at, begun_by, until_on)
    values (${of.school}, ${id}, ${of.person}, ${of.facility}, ${of.how}, ${of.cause}, ${of.source ?? null}, ${[...of.deciders ?? []]}::text[], ${of.clause ?? null}, ${of.reason ?? ''}, ${of.on}::date, ${of.at}, ${of.by}, ${of.untilOn ?? null}::date)`.execute(tx);
  return id;
}

/** Ends a hold; false where it is over already. */
export async function endHold(tx: Tx, of: { id: string; how: EndedHow; reason: string; by: string | null; on: string; at: Date }): Promise<boolean> {
  return Number((await sql`update account_hold set ended_how = ${of.how}, ended_reason = ${of.reason}, ended_by = ${of.by}, ended_on = ${of.on}::date, ended_at = ${of.at} where id = ${of.id} and ended_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Every step about these people, the newest first. */
export const stepsOf = (tx: Tx, persons: readonly string[]): Promise<Step[]> =>
  rows(tx, sql<Step>`select ${asStep} from account_step where person_id = any(${[...persons]}::uuid[]) order by opened_at desc, id desc limit ${MOST_OF_ONE}`);
export const findStep = async (tx: Tx, id: string): Promise<Step | null> => (await firstRow(tx, sql<Step>`select ${asStep} from account_step where id = ${id}`)) ?? null;

export interface StepsAsk {
  readonly state: string;
  readonly named: readonly string[] | null;
  readonly reader: { readonly person: string | null; readonly it: boolean; readonly offices: readonly string[] };
}
const stepFits = ({ state, named, reader }: StepsAsk) => sql`person_id is distinct from ${reader.person}::uuid and (${reader.it}::boolean or office = any(${[...reader.offices]}::text[]))
  and case ${state}::text when '' then ended is null when 'all' then ended is distinct from 'withdrawn' else ended = ${state}::text end and (${named === null}::boolean or person_id = any(${[...named ?? []]}::uuid[]))`;

/** Steps: those to do first, the oldest first among them; then the latest. */
export const listSteps = (tx: Tx, ask: StepsAsk & { readonly limit: number; readonly offset: number }): Promise<Step[]> =>
  rows(tx, sql<Step>`select ${asStep} from account_step where ${stepFits(ask)} order by ended is not null, case when ended is null then opened_at end, ended_at desc, id limit ${ask.limit} offset ${ask.offset}`);
export const countSteps = async (tx: Tx, ask: StepsAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from account_step where ${stepFits(ask)}`))!.n;

export async function addStep(tx: Tx, of: { school: string; person: string; facility: string; wanted: Wanted; quiet: boolean; office: string; at: Date; on: string }): Promise<void> {
  await sql`insert into account_step (school_id, id, person_id, facility, wanted, quiet, office, opened_at, opened_on)
    values (${of.school}, ${newId()}, ${of.person}, ${of.facility}, ${of.wanted}, ${of.quiet}, ${of.office}, ${of.at}, ${of.on}::date)`.execute(tx);
}

/** Ends a step; false where somebody was quicker. */
export async function endStep(tx: Tx, of: { id: string; ended: 'done' | 'cannot' | 'withdrawn'; by: string | null; at: Date; doneOn: string | null; words: string }): Promise<boolean> {
  return Number((await sql`update account_step set ended = ${of.ended}, ended_by = ${of.by}, ended_at = ${of.at}, done_on = ${of.doneOn}::date, words = ${of.words} where id = ${of.id} and ended is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** What was asked about these holds, the newest first. */
export const asksAbout = (tx: Tx, holds: readonly string[]): Promise<AskBack[]> => rows(tx, sql<AskBack>`select ${asAsk} from account_ask a where a.hold_id = any(${[...holds]}::uuid[]) order by a.asked_at desc, a.id limit 500`);

/** Those whose wish to have an account back nobody has answered. */
export const openAsks = (tx: Tx): Promise<{ person: string; by: string | null }[]> =>
  rows(tx, sql<{ person: string; by: string | null }>`select h.person_id as person, h.begun_by as by from account_ask a join account_hold h on h.id = a.hold_id where a.answered_at is null and h.ended_at is null order by a.asked_at limit 200`);

/** Asks; false where that is open already. */
export async function addAsk(tx: Tx, of: { school: string; hold: string; words: string; at: Date }): Promise<boolean> {
  return Number((await sql`insert into account_ask (school_id, id, hold_id, words, asked_at) values (${of.school}, ${newId()}, ${of.hold}, ${of.words}, ${of.at}) on conflict do nothing`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function answerAsks(tx: Tx, of: { hold: string; says: 'given' | 'kept'; answer: string; by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update account_ask set says = ${of.says}, answer = ${of.answer}, answered_by = ${of.by}, answered_at = ${of.at} where hold_id = ${of.hold} and answered_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Everything kept of a person's accounts. What a case decided is in the file of concerns, once they were told. */
export async function exportAccounts(tx: Tx, person: string): Promise<unknown> {
  return {
    holds: await rows(tx, sql<object>`select facility, how, cause, clause, reason, begun_on as "begunOn", until_on as "untilOn", ended_on as "endedOn", ended_how as "endedHow", ended_reason as "endedReason" from account_hold where person_id = ${person} and cause <> 'case' order by begun_at limit 1000`),
    steps: await rows(tx, sql<object>`select facility, wanted, opened_on as "openedOn", ended, done_on as "doneOn", words from account_step where person_id = ${person} and not quiet order by opened_at limit 1000`),
    asked: await rows(tx, sql<object>`select a.words, a.asked_at as "askedAt", a.says, a.answer from account_ask a join account_hold h on h.id = a.hold_id where h.person_id = ${person} order by a.asked_at limit 1000`),
    decided: await rows(tx, sql<object>`select facility, how, reason, begun_on as "begunOn" from account_hold where begun_by = ${person} and person_id <> ${person} order by begun_at limit 1000`),
  };
}

/** The cases and their decisions behind the holds of a person, and behind what they did for others. */
export const sourcesAbout = async (tx: Tx, person: string): Promise<string[]> =>
  (await rows(tx, sql<{ source: string }>`select distinct source from account_hold where source is not null and (${person}::uuid in (person_id, begun_by, ended_by)
    or person_id in (select person_id from account_step where quiet and ended_by = ${person})) limit 10000`)).map(row => row.source);

/** Forgets a person, but for holds that follow from one of `kept` and the quiet steps of whoever has such a hold. */
export async function forgetInAccounts(tx: Tx, person: string, kept: readonly string[]): Promise<void> {
  const free = sql`(source is null or source <> all(${[...kept]}::uuid[]))`;
  const keptStep = sql`(s.quiet and exists (select from account_hold h where h.person_id = s.person_id and h.source = any(${[...kept]}::uuid[])))`;
  await sql`delete from account_ask where hold_id in (select id from account_hold where person_id = ${person} and ${free})`.execute(tx);
  await sql`delete from account_step s where s.person_id = ${person} and not ${keptStep}`.execute(tx);
  await sql`delete from account_hold where person_id = ${person} and ${free}`.execute(tx);
  await sql`update account_hold set begun_by = nullif(begun_by, ${person}::uuid), ended_by = nullif(ended_by, ${person}::uuid) where ${person}::uuid in (begun_by, ended_by) and ${free}`.execute(tx);
  await sql`update account_step s set ended_by = null where s.ended_by = ${person} and not ${keptStep}`.execute(tx);
  await sql`update account_ask set answered_by = null where answered_by = ${person}`.execute(tx);
  await sql`update account_list set said_by = null where said_by = ${person}`.execute(tx);
}
