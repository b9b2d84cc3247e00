/** The tables of applications: app, app_user, app_turn, app_setting. */
import { firstRow, rows, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { App, AppGiven, AppState, AppTurn, AppUser, Changes, TurnKind } from './words.ts';

/** A register longer than this is cut: no school has so many. */
const MOST_APPS = 2000;
const MOST_USERS = 2000;

const asApp = sql`id, name, other_names as "otherNames", address, purpose, kinds, years, data, conditions, note, rule_name as "ruleName", clauses, state, decided_by as "decidedBy", decided_as as "decidedAs", decided_on as "decidedOn", review_on as "reviewOn", withdrawn_on as "withdrawnOn"`;
const asUser = sql`id, app_id as app, person_id as person, from_day as "from", until_day as until, permission_id as permission, ended_on as "endedOn"`;

export const listApps = (tx: Tx): Promise<App[]> => rows(tx, sql<App>`select ${asApp} from app order by lower(name) limit ${MOST_APPS}`);

export const findApp = async (tx: Tx, id: string): Promise<App | null> => (await firstRow(tx, sql<App>`select ${asApp} from app where id = ${id}`)) ?? null;

/** The same, held until the transaction ends: of two keepers at once the second sees what the first decided. */
export const holdApp = async (tx: Tx, id: string): Promise<App | null> => (await firstRow(tx, sql<App>`select ${asApp} from app where id = ${id} for update`)) ?? null;

/** The application of this name or another name of it, whatever its state. */
export const findByName = async (tx: Tx, name: string): Promise<App | null> => (await firstRow(tx, sql<App>`select ${asApp} from app where lower(name) = lower(${name}) or exists (select from unnest(other_names) o where lower(o) = lower(${name})) order by lower(name) = lower(${name}) desc limit 1`)) ?? null;

export type NewApp = AppGiven & { readonly school: string; readonly ruleName: string | null; readonly clauses: readonly string[]; readonly state: 'listed' | 'proposed'; readonly decidedBy: string | null; readonly decidedAs: string; readonly decidedOn: string };

export async function addApp(tx: Tx, app: NewApp): Promise<string> {
  const id = newId();
  await sql`insert into app (school_id, id, name, other_names, address, purpose, kinds, years, data, conditions, note, rule_name, clauses, state, decided_by, decided_as, decided_on, review_on)
    values (${app.school}, ${id}, ${app.name}, ${[...app.otherNames]}::text[], ${app.address}, ${app.purpose}, ${[...app.kinds]}::text[], ${[...app.years]}::text[], ${[...app.data]}::text[], ${app.conditions}, ${app.note}, ${app.ruleName}, ${[...app.clauses]}::text[],
      ${app.state}, ${app.decidedBy}, ${app.decidedAs}, ${app.decidedOn}::date, ${app.reviewOn}::date)`.execute(tx);
  return id;
}

/** Whose decision stands now. */
export interface DecisionNow { readonly state: AppState; readonly decidedBy: string | null; readonly decidedAs: string; readonly decidedOn: string; readonly withdrawnOn: string | null }

export async function setApp(tx: Tx, id: string, app: AppGiven & DecisionNow): Promise<void> {
  await sql`update app set name = ${app.name}, other_names = ${[...app.otherNames]}::text[], address = ${app.address}, purpose = ${app.purpose}, kinds = ${[...app.kinds]}::text[], years = ${[...app.years]}::text[], data = ${[...app.data]}::text[],
    conditions = ${app.conditions}, note = ${app.note}, state = ${app.state}, decided_by = ${app.decidedBy}, decided_as = ${app.decidedAs}, decided_on = ${app.decidedOn}::date, review_on = ${app.reviewOn}::date, withdrawn_on = ${app.withdrawnOn}::date where id = ${id}`.execute(tx);
}

export async function addUser(tx: Tx, user: Omit<AppUser, 'id' | 'endedOn'> & { readonly school: string; readonly by: string | null }): Promise<void> {
  await sql`insert into app_user (school_id, id, app_id, person_id, from_day, until_day, permission_id, added_by) values (${user.school}, ${newId()}, ${user.app}, ${user.person}, ${user.from}::date, ${user.until}::date, ${user.permission}, ${user.by})`.execute(tx);
}

/** The people named one by one for an application, the ended ones too. */
export const listUsers = (tx: Tx, app: string): Promise<AppUser[]> => rows(tx, sql<AppUser>`select ${asUser} from app_user where app_id = ${app} order by ended_on nulls first, from_day desc, id limit ${MOST_USERS}`);

/** The entries of these people that have not been ended. */
export const usersOf = (tx: Tx, persons: readonly string[]): Promise<AppUser[]> => rows(tx, sql<AppUser>`select ${asUser} from app_user where person_id = any(${[...persons]}::uuid[]) and ended_on is null limit ${MOST_USERS}`);

export const usersByPermission = (tx: Tx, permission: string): Promise<AppUser[]> => rows(tx, sql<AppUser>`select ${asUser} from app_user where permission_id = ${permission} and ended_on is null limit 20`);

export async function endUser(tx: Tx, id: string, on: string): Promise<boolean> {
  return Number((await sql`update app_user set ended_on = ${on}::date where id = ${id} and ended_on is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Names those anew whose entries ended with the application's withdrawal, unless a permission had put them there. */
export async function reopenUsers(tx: Tx, app: Pick<App, 'id' | 'withdrawnOn'>): Promise<void> {
  await sql`update app_user set ended_on = null where app_id = ${app.id} and permission_id is null and ended_on = ${app.withdrawnOn}::date`.execute(tx);
}

/** Applications withdrawn since a day that somebody had by name. */
export const withdrawnFor = (tx: Tx, person: string, since: string): Promise<App[]> => rows(tx, sql<App>`select ${asApp} from app where state = 'withdrawn' and withdrawn_on >= ${since}::date and exists (select from app_user u where u.app_id = app.id and u.person_id = ${person} and u.ended_on = withdrawn_on) order by withdrawn_on desc limit 10`);

export async function addTurn(tx: Tx, turn: { readonly school: string; readonly app: string; readonly turn: TurnKind; readonly changes?: Changes; readonly reason?: string; readonly by: string | null; readonly at: Date }): Promise<void> {
  await sql`insert into app_turn (school_id, id, app_id, turn, changes, reason, by_id, at) values (${turn.school}, ${newId()}, ${turn.app}, ${turn.turn}, ${JSON.stringify(turn.changes ?? {})}::jsonb, ${turn.reason ?? ''}, ${turn.by}, ${turn.at})`.execute(tx);
}

export const listTurns = (tx: Tx, app: string, part: { readonly limit: number; readonly offset: number }): Promise<AppTurn[]> => rows(tx, sql<AppTurn>`select id, app_id as app, turn, changes, reason, by_id as by, at from app_turn where app_id = ${app} and turn <> 'reminded' order by at desc, id desc limit ${part.limit} offset ${part.offset}`);

export const countTurns = async (tx: Tx, app: string): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from app_turn where app_id = ${app} and turn <> 'reminded'`))!.n;

/** Listed applications whose review is near or past and of which the keeper has not been reminded at this stage. */
export const reviewsToRemind = (tx: Tx, of: { readonly today: string; readonly until: string }): Promise<{ id: string; reviewOn: string }[]> => rows(tx, sql<{ id: string; reviewOn: string }>`
  select a.id, a.review_on as "reviewOn" from app a where a.state = 'listed' and a.review_on <= ${of.until}::date
    and not exists (select from app_turn t where t.app_id = a.id and t.turn = 'reminded' and t.reason = a.review_on::text || case when a.review_on < ${of.today}::date then ' past' else '' end) order by a.review_on, a.id limit 200`);

export async function addSetting(tx: Tx, setting: { readonly school: string; readonly from: string; readonly office: string; readonly remindDays: number; readonly by: string; readonly at: Date }): Promise<void> {
  await sql`insert into app_setting (school_id, id, from_day, office, remind_days, set_by, set_at) values (${setting.school}, ${newId()}, ${setting.from}::date, ${setting.office}, ${setting.remindDays}, ${setting.by}, ${setting.at})`.execute(tx);
}

/** What the head has said last; null where nothing. */
export const settingOn = async (tx: Tx, today: string): Promise<{ office: string; remindDays: number } | null> => (await firstRow(tx, sql<{ office: string; remindDays: number }>`select office, remind_days as "remindDays" from app_setting where from_day <= ${today}::date order by from_day desc, set_at desc, id desc limit 1`)) ?? null;

/** What is kept of a person. */
export async function exportApps(tx: Tx, person: string): Promise<unknown> {
  return {
    mayUse: (await sql`select a.name, u.from_day, u.until_day, u.ended_on from app_user u join app a on a.id = u.app_id where u.person_id = ${person} order by u.from_day`.execute(tx)).rows,
    decided: (await sql`select name, decided_on from app where decided_by = ${person} order by decided_on`.execute(tx)).rows,
    changed: (await sql`select t.turn, t.at, a.name from app_turn t join app a on a.id = t.app_id where t.by_id = ${person} order by t.at`.execute(tx)).rows,
  };
}

/** Forgets for whom an application was open, who decided and who changed it. */
export async function forgetInApps(tx: Tx, person: string): Promise<void> {
  await sql`delete from app_user where person_id = ${person}`.execute(tx);
  await sql`update app_user set added_by = null where added_by = ${person}`.execute(tx);
  await sql`update app_turn set by_id = null where by_id = ${person}`.execute(tx);
  await sql`update app_setting set set_by = null where set_by = ${person}`.execute(tx);
  await sql`update app set decided_by = null where decided_by = ${person}`.execute(tx);
}
