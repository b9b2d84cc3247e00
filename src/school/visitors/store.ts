/** The tables of visits: visit and visitor_guest. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { LeftHow, Visit } from './words.ts';

const asVisit = sql`v.id, v.day, v.given_name as "givenName", v.family_name as "familyName", v.organisation, v.about, v.vehicle, v.mark, v.kind, v.reason, v.person_id as person, v.host_id as host,
  v.expected_by as "expectedBy", v.expected_time as "expectedTime", v.kiosk_id as kiosk, v.wants_access as "wantsAccess", v.language, v.begun_at as "begunAt", v.agreed_at as "agreedAt",
  v.rules_hash as "rulesHash", v.code, v.arrived_at as "arrivedAt", v.left_at as "leftAt", v.left_how as "leftHow", v.cancelled_at as "cancelledAt"`;

const onSite = sql`v.arrived_at is not null and v.left_at is null`;
const MOST = 1000;

export type NewVisit = Pick<Visit, 'day' | 'givenName' | 'familyName' | 'organisation' | 'about' | 'vehicle' | 'kind' | 'reason' | 'person' | 'host' | 'expectedBy' | 'expectedTime' | 'kiosk' | 'wantsAccess' | 'language' | 'begunAt'>;

/** Writes a visit down: one that is expected, or one that is just beginning. */
export async function addVisit(tx: Tx, school: string, visit: NewVisit, at: Date): Promise<string> {
  const id = newId();
  await sql`insert into visit (school_id, id, day, given_name, family_name, organisation, about, vehicle, kind, reason, person_id, host_id, expected_by, expected_time, kiosk_id, wants_access, language, begun_at, made_at)
    values (${school}, ${id}, ${visit.day}, ${visit.givenName}, ${visit.familyName}, ${visit.organisation}, ${visit.about}, ${visit.vehicle}, ${visit.kind}, ${visit.reason}, ${visit.person}, ${visit.host},
      ${visit.expectedBy}, ${visit.expectedTime}, ${visit.kiosk}, ${visit.wantsAccess}, ${visit.language}, ${visit.begunAt}, ${at})`.execute(tx);
  return id;
}

/** The expected visit begins: what was typed at the tablet takes the place of what was written beforehand. */
export async function beginExpected(tx: Tx, id: string, visit: NewVisit): Promise<void> {
  await sql`update visit set organisation = ${visit.organisation}, about = case when ${visit.about} = '' then about else ${visit.about} end, vehicle = ${visit.vehicle}, kind = ${visit.kind}, reason = ${visit.reason},
    person_id = ${visit.person}, host_id = ${visit.host}, kiosk_id = ${visit.kiosk}, wants_access = ${visit.wantsAccess}, language = ${visit.language}, begun_at = ${visit.begunAt} where id = ${id}`.execute(tx);
}

export async function findVisit(tx: Tx, id: string): Promise<Visit | null> {
  return (await firstRow(tx, sql<Visit>`select ${asVisit} from visit v where v.id = ${id} and v.erased_at is null`)) ?? null;
}

/** The same, held until the transaction ends: of two presses, one is done. */
export async function lockVisit(tx: Tx, id: string): Promise<Visit | null> {
  return (await firstRow(tx, sql<Visit>`select ${asVisit} from visit v where v.id = ${id} and v.erased_at is null for update`)) ?? null;
}

/** Visits of a day that are expected, by name. */
export const listExpected = (tx: Tx, day: string): Promise<Visit[]> =>
  rows(tx, sql<Visit>`select ${asVisit} from visit v where v.day = ${day} and v.begun_at is null and v.cancelled_at is null and v.erased_at is null order by v.expected_time nulls last, v.family_name, v.given_name, v.id limit ${MOST}`);

/** What somebody has written down beforehand, from a day on. */
export const listExpectedBy = (tx: Tx, ask: { by: string; from: string; limit: number; offset: number }): Promise<Visit[]> =>
  rows(tx, sql<Visit>`select ${asVisit} from visit v where v.expected_by = ${ask.by} and v.day >= ${ask.from} and v.cancelled_at is null and v.erased_at is null
    order by v.day, v.expected_time nulls last, v.id limit ${ask.limit} offset ${ask.offset}`);

/** Everybody on site, whatever the day they came. */
export const listOnSite = (tx: Tx): Promise<Visit[]> => rows(tx, sql<Visit>`select ${asVisit} from visit v where ${onSite} and v.erased_at is null order by v.family_name, v.given_name, v.id limit ${MOST}`);

export async function countOnSite(tx: Tx): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from visit v where ${onSite}`))!.n;
}

export async function countExpected(tx: Tx, day: string): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from visit v where v.day = ${day} and v.begun_at is null and v.cancelled_at is null`))!.n;
}

/** Those who have left today. */
export const listLeft = (tx: Tx, day: string): Promise<Visit[]> => rows(tx, sql<Visit>`select ${asVisit} from visit v where v.day = ${day} and v.left_at is not null and v.erased_at is null order by v.left_at desc, v.id limit ${MOST}`);

export interface PastAsk {
  readonly from: string;
  readonly to: string;
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

const past = (ask: Omit<PastAsk, 'limit' | 'offset'>): RawBuilder<unknown> => sql`v.day between ${ask.from} and ${ask.to} and v.arrived_at is not null and v.erased_at is null
  and (${ask.search} = '' or position(lower(${ask.search}) in lower(v.given_name || ' ' || v.family_name || ' ' || v.organisation)) > 0)`;

/** Visits of the past, newest first. */
export const listPast = (tx: Tx, ask: PastAsk): Promise<Visit[]> =>
  rows(tx, sql<Visit>`select ${asVisit} from visit v where ${past(ask)} order by v.arrived_at desc, v.id limit ${ask.limit} offset ${ask.offset}`);

export async function countPast(tx: Tx, ask: Omit<PastAsk, 'limit' | 'offset'>): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from visit v where ${past(ask)}`))!.n;
}

/** The visit of a badge's code on a day, while it lasts. */
export async function findByCode(tx: Tx, day: string, code: string): Promise<Visit | null> {
  return (await firstRow(tx, sql<Visit>`select ${asVisit} from visit v where v.day = ${day} and v.code = ${code} and ${onSite} and v.erased_at is null`)) ?? null;
}

/** Whether a badge of this day has this code already. */
export async function hasCode(tx: Tx, day: string, code: string): Promise<boolean> {
  return (await firstRow(tx, sql`select 1 from visit v where v.day = ${day} and v.code = ${code}`)) !== undefined;
}

/** They have agreed, and are on site. */
export async function arrive(tx: Tx, arrival: { id: string; person: string | null; code: string; mark: string; rulesHash: string | null; at: Date }): Promise<void> {
  await sql`update visit set person_id = ${arrival.person}, code = ${arrival.code}, mark = ${arrival.mark}, rules_hash = ${arrival.rulesHash}, agreed_at = ${arrival.at}, arrived_at = ${arrival.at} where id = ${arrival.id}`.execute(tx);
}

/** Notes somebody as gone. False where they were not on site. */
export async function leave(tx: Tx, leaving: { id: string; how: LeftHow; at: Date }): Promise<boolean> {
  return Number((await sql`update visit v set left_at = ${leaving.at}, left_how = ${leaving.how} where v.id = ${leaving.id} and ${onSite}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Takes "has left" back. False where they had not. */
export async function comeBack(tx: Tx, id: string): Promise<boolean> {
  return Number((await sql`update visit set left_at = null, left_how = null where id = ${id} and left_at is not null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function cancel(tx: Tx, id: string, at: Date): Promise<boolean> {
  return Number((await sql`update visit set cancelled_at = ${at} where id = ${id} and begun_at is null and cancelled_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Lets the person go whom the tablet had taken this guest for. */
export async function notThatPerson(tx: Tx, id: string): Promise<void> {
  await sql`update visit set person_id = null where id = ${id} and agreed_at is null`.execute(tx);
}

/** An arrival that was begun and not finished goes: what somebody else wrote beforehand is expected again, the rest is deleted. */
export async function dropUnfinished(tx: Tx, of: { id?: string; before?: Date }): Promise<void> {
  const which = sql`v.begun_at is not null and v.arrived_at is null and (${of.id ?? null}::uuid is null or v.id = ${of.id ?? null}) and (${of.before ?? null}::timestamptz is null or v.begun_at < ${of.before ?? null})`;
  await sql`update visit v set begun_at = null, person_id = null, kiosk_id = null, wants_access = false, language = null where ${which} and v.expected_by is not null`.execute(tx);
  await sql`delete from visit v where ${which}`.execute(tx);
}

/** What the round of a moment finds to do. */
export async function somethingToDo(tx: Tx, ask: { today: string; dayIsOver: boolean; before: Date; keepFrom: string }): Promise<boolean> {
  return (await firstRow(tx, sql<{ it: boolean }>`select exists (select from visit v where (${onSite} and (v.day < ${ask.today} or ${ask.dayIsOver})) or (v.begun_at < ${ask.before} and v.arrived_at is null)
    or (v.day < ${ask.keepFrom} and v.erased_at is null)) as it`))!.it;
}

/** Notes everybody as gone who is still noted as on site after the day's end. Returns their visits. */
export const endDay = (tx: Tx, of: { today: string; dayIsOver: boolean; at: Date }): Promise<Visit[]> =>
  rows(tx, sql<Visit>`update visit v set left_at = ${of.at}, left_how = 'day-end' where ${onSite} and (v.day < ${of.today} or ${of.dayIsOver}) returning ${asVisit}`);

const emptied = sql`given_name = '', family_name = '', organisation = '', about = '', vehicle = '', mark = '', language = null`;

/** Empties the visits before a day: that there was one stays, whose it was does not. Returns how many. */
export async function eraseBefore(tx: Tx, day: string, at: Date): Promise<number> {
  const done = await sql`update visit set ${emptied}, person_id = null, host_id = null, expected_by = null, code = null, erased_at = ${at} where day < ${day} and erased_at is null`.execute(tx);
  await sql`delete from visitor_guest where last_visit < ${day}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** A guest who has signed here before, by name and organisation. An organisation is needed: a name alone may be another's. */
export async function findGuest(tx: Tx, key: { name: string; organisation: string }): Promise<string | null> {
  if (key.organisation === '') return null;
  return (await firstRow(tx, sql<{ person: string }>`select person_id as person from visitor_guest where name_key = ${key.name} and organisation_key = ${key.organisation} order by last_visit desc limit 1`))?.person ?? null;
}

/** Notes a guest, so that they are known when they come again. */
export async function keepGuest(tx: Tx, school: string, guest: { person: string; name: string; organisation: string; day: string }): Promise<void> {
  await sql`insert into visitor_guest (school_id, person_id, name_key, organisation_key, last_visit) values (${school}, ${guest.person}, ${guest.name}, ${guest.organisation}, ${guest.day})
    on conflict (person_id) do update set last_visit = excluded.last_visit`.execute(tx);
}

export async function isGuest(tx: Tx, person: string): Promise<boolean> {
  return (await firstRow(tx, sql`select 1 from visitor_guest where person_id = ${person}`)) !== undefined;
}

/** Of these people the guests who came on a day and use neither wifi nor a computer of the school. */
export const guestsWithoutAccess = async (tx: Tx, of: { persons: readonly string[]; day: string }): Promise<string[]> =>
  (await rows(tx, sql<{ person: string }>`select g.person_id as person from visitor_guest g join visit v on v.person_id = g.person_id and v.day = ${of.day} and v.arrived_at is not null
    where g.person_id = any(${[...of.persons]}::uuid[]) group by g.person_id having not bool_or(v.wants_access) limit ${MOST}`)).map(row => row.person);

/** Every visit somebody made or was visited by. */
export const visitsAbout = (tx: Tx, person: string): Promise<Visit[]> =>
  rows(tx, sql<Visit>`select ${asVisit} from visit v where (v.person_id = ${person} or v.host_id = ${person}) and v.erased_at is null order by v.day limit 5000`);

/** Forgets a person in the visits: their own are emptied; where they were the host, the host is. */
export async function forgetPerson(tx: Tx, person: string): Promise<void> {
  await sql`update visit set ${emptied}, person_id = null, code = null, erased_at = coalesce(left_at, arrived_at, made_at) where person_id = ${person}`.execute(tx);
  await sql`update visit set host_id = null where host_id = ${person}`.execute(tx);
  await sql`update visit set expected_by = null where expected_by = ${person}`.execute(tx);
  await sql`delete from visitor_guest where person_id = ${person}`.execute(tx);
}
