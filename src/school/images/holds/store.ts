/** The tables of pictures on hold: picture_setting, picture_hold, picture_hold_place, picture_hold_case. */
import { firstRow, rows, rowsAbout, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Hold, HoldPlace, Outcome, PictureSetting, PlaceState } from './words.ts';

const asHold = sql`h.id, h.child_id as child, h.office, h.lifter, h.clause, h.take_down as "takeDown", h.opened_at as "openedAt", h.again_at as "againAt", h.due_on as "dueOn", h.reminded_on as "remindedOn", h.kept_from as "keptFrom", h.outcome, h.decided_at as "decidedAt"`;
const MOST = 5_000;

export const findHold = (tx: Tx, id: string) => firstRow(tx, sql<Hold>`select ${asHold} from picture_hold h where h.id = ${id}`);

/** Every hold, the newest first. Who may know of each is decided outside, so all are read. */
export const listHolds = (tx: Tx): Promise<Hold[]> => rows(tx, sql<Hold>`select ${asHold} from picture_hold h order by h.opened_at desc, h.id desc limit ${MOST}`);

/** The holds of these children that are not lifted. */
export const holdsOf = (tx: Tx, children: readonly string[]): Promise<Hold[]> =>
  rows(tx, sql<Hold>`select ${asHold} from picture_hold h where h.child_id = any(${[...children]}::uuid[]) and h.outcome is distinct from 'again' order by h.opened_at, h.id limit 1000`);

/** Every hold that is not lifted. */
export const standingHolds = (tx: Tx): Promise<Hold[]> => rows(tx, sql<Hold>`select ${asHold} from picture_hold h where h.outcome is distinct from 'again' order by h.opened_at, h.id limit ${MOST}`);

export async function addHold(tx: Tx, of: Pick<Hold, 'child' | 'office' | 'lifter' | 'clause' | 'takeDown' | 'dueOn' | 'keptFrom'> & { school: string; at: Date; places: readonly string[] }): Promise<string> {
  const id = newId();
  await sql`insert into picture_hold (school_id, id, child_id, office, lifter, clause, take_down, opened_at, due_on, kept_from)
    values (${of.school}, ${id}, ${of.child}, ${of.office}, ${of.lifter}, ${of.clause}, ${of.takeDown}, ${of.at}, ${of.dueOn}::date, ${[...of.keptFrom]}::text[])`.execute(tx);
  await sql`insert into picture_hold_place (school_id, hold_id, place) select ${of.school}::uuid, ${id}::uuid, x from unnest(${[...of.places]}::text[]) x on conflict do nothing`.execute(tx);
  return id;
}

/** The case of a worry for which a hold stands; one more where somebody worried again. */
export async function addCase(tx: Tx, of: { readonly school: string; readonly hold: string; readonly concern: string; readonly at: Date }): Promise<void> {
  await sql`insert into picture_hold_case (school_id, hold_id, concern_id, at) values (${of.school}, ${of.hold}, ${of.concern}, ${of.at}) on conflict do nothing`.execute(tx);
}

/** The cases of one hold. */
export const casesOf = async (tx: Tx, hold: string): Promise<string[]> => (await rows(tx, sql<{ id: string }>`select concern_id as id from picture_hold_case where hold_id = ${hold} limit 1000`)).map(row => row.id);

/** The cases of every hold in which a person stands: as the child, or as somebody who saw to it. */
export const casesWith = async (tx: Tx, person: string): Promise<string[]> => (await rows(tx, sql<{ id: string }>`select distinct c.concern_id as id from picture_hold_case c join picture_hold h on h.id = c.hold_id
  where ${person}::uuid in (h.child_id, h.decided_by) or exists (select from picture_hold_place p where p.hold_id = h.id and p.said_by = ${person}) limit 5000`)).map(row => row.id);

/** Somebody worried again about the same child. */
export async function setAgain(tx: Tx, id: string, of: { takeDown: boolean; at: Date }): Promise<void> {
  await sql`update picture_hold set again_at = ${of.at}, take_down = take_down or ${of.takeDown} where id = ${id}`.execute(tx);
}

export const placesOf = (tx: Tx, holds: readonly string[]): Promise<HoldPlace[]> =>
  rowsAbout(tx, holds, ids => sql<HoldPlace>`select hold_id as hold, place, state, whom, asked_on as "askedOn", said_at as "saidAt" from picture_hold_place where hold_id = any(${ids}::uuid[]) order by place limit 50000`);

/** Says what was done at a place. False where there is no such place. */
export async function setPlace(tx: Tx, of: { hold: string; place: string; state: PlaceState; whom: string; askedOn: string | null; by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update picture_hold_place set state = ${of.state}, whom = ${of.whom}, asked_on = ${of.askedOn}::date, said_by = ${of.by}, said_at = ${of.at} where hold_id = ${of.hold} and place = ${of.place}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function setOutcome(tx: Tx, of: { hold: string; outcome: Outcome; locked: Uint8Array; by: string; at: Date }): Promise<boolean> {
  return Number((await sql`update picture_hold set outcome = ${of.outcome}, locked_reason = ${Buffer.from(of.locked)}, decided_by = ${of.by}, decided_at = ${of.at} where id = ${of.hold} and outcome is distinct from 'again'`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export const reasonOf = async (tx: Tx, hold: string): Promise<Uint8Array | null> => (await firstRow(tx, sql<{ it: Uint8Array | null }>`select locked_reason as it from picture_hold where id = ${hold}`))?.it ?? null;

/** Holds whose day has come with nobody reminded of it. */
export const dueHolds = (tx: Tx, today: string): Promise<Hold[]> =>
  rows(tx, sql<Hold>`select ${asHold} from picture_hold h where h.outcome is null and h.due_on <= ${today}::date and h.reminded_on is null and exists (select from picture_hold_place p where p.hold_id = h.id and p.state in ('open', 'asked')) order by h.due_on, h.id limit 500`);

export async function setReminded(tx: Tx, holds: readonly string[], on: string): Promise<void> {
  await sql`update picture_hold set reminded_on = ${on}::date where id = any(${[...holds]}::uuid[])`.execute(tx);
}

const asSetting = sql`since, places, days, set_by as by`;
export const settingOn = async (tx: Tx, day: string): Promise<PictureSetting | null> =>
  (await firstRow(tx, sql<PictureSetting>`select ${asSetting} from picture_setting where since <= ${day}::date order by since desc, set_at desc limit 1`)) ?? null;
export const listSettings = (tx: Tx): Promise<PictureSetting[]> => rows(tx, sql<PictureSetting>`select ${asSetting} from picture_setting order by since desc, set_at desc limit 50`);

export async function addSetting(tx: Tx, of: Omit<PictureSetting, 'by'> & { school: string; by: string; at: Date }): Promise<void> {
  await sql`insert into picture_setting (school_id, id, since, places, days, set_by, set_at) values (${of.school}, ${newId()}, ${of.since}::date, ${JSON.stringify(of.places)}::jsonb, ${of.days}, ${of.by}, ${of.at})`.execute(tx);
}

/** Everything kept of holds on a child's pictures, and what somebody did about them. Why a hold was lifted stays with the safeguarding lead's own file. */
export async function exportHolds(tx: Tx, person: string): Promise<unknown> {
  return {
    ofTheirPictures: await rows(tx, sql<object>`select h.opened_at as "openedAt", h.take_down as "askedToComeDown", h.outcome, h.decided_at as "decidedAt", (select jsonb_object_agg(p.place, p.state) from picture_hold_place p where p.hold_id = h.id) as places from picture_hold h where h.child_id = ${person} order by h.opened_at limit 1000`),
    seenTo: await rows(tx, sql<object>`select place, state, said_at as at from picture_hold_place where said_by = ${person} order by said_at limit 1000`),
  };
}

/** Forgets a person: the holds of a child with their places, and who did what; nothing of a hold that one of these cases keeps. */
export async function forgetInHolds(tx: Tx, person: string, kept: readonly string[]): Promise<void> {
  const free = (hold: RawBuilder<unknown>) => sql`not exists (select from picture_hold_case c where c.hold_id = ${hold} and c.concern_id = any(${[...kept]}::uuid[]))`;
  const own = sql`select id from picture_hold h where h.child_id = ${person} and ${free(sql`h.id`)}`;
  await sql`delete from picture_hold_place where hold_id in (${own})`.execute(tx);
  await sql`delete from picture_hold_case where hold_id in (${own})`.execute(tx);
  await sql`delete from picture_hold h where h.child_id = ${person} and ${free(sql`h.id`)}`.execute(tx);
  await sql`update picture_hold_place p set said_by = null where p.said_by = ${person} and ${free(sql`p.hold_id`)}`.execute(tx);
  await sql`update picture_hold h set decided_by = null where h.decided_by = ${person} and ${free(sql`h.id`)}`.execute(tx);
  await sql`update picture_setting set set_by = null where set_by = ${person}`.execute(tx);
}
