/** The tables of looks: log_look, log_finding and log_finding_file. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { notHeld } from '../legal/store.ts';
import type { Finding, Look, LookState } from './words.ts';

export interface LookRow extends Look { readonly locked: Uint8Array; readonly decidedLocked: Uint8Array | null; readonly quietLocked: Uint8Array | null }
export interface FindingRow extends Omit<Finding, 'text' | 'files'> { readonly locked: Uint8Array | null }
export interface FileRow { readonly id: string; readonly finding: string; readonly lockedName: Uint8Array; readonly size: number }

const asLook = sql`l.id, l.concern_id as concern, c.code, l.system, l.purpose, l.from_day as "from", l.to_day as "to", l.state, l.person_key as "personKey", l.clause, l.offices, l.asked_by as "askedBy", l.asked_at as "askedAt",
  l.decided_by as "decidedBy", l.decided_office as "decidedOffice", l.decided_at as "decidedAt", l.reader_id as reader, l.open_until as "openUntil", l.done_at as "doneAt", l.told_on as "toldOn", l.quiet_locked is not null as quiet,
  c.about_keys as "aboutKeys", c.state = 'closed' as closed, l.locked, l.decided_locked as "decidedLocked", l.quiet_locked as "quietLocked"`;
const looks = sql`log_look l join concern c on c.id = l.concern_id`;

export async function addLook(tx: Tx, of: Pick<LookRow, 'id' | 'concern' | 'system' | 'purpose' | 'from' | 'to' | 'personKey' | 'clause' | 'offices' | 'locked' | 'askedBy' | 'askedAt'> & { readonly school: string }): Promise<void> {
  await sql`insert into log_look (school_id, id, concern_id, system, purpose, from_day, to_day, state, person_key, clause, offices, locked, asked_by, asked_at)
    values (${of.school}, ${of.id}, ${of.concern}, ${of.system}, ${of.purpose}, ${of.from}::date, ${of.to}::date, 'asked', ${of.personKey}, ${of.clause}, ${[...of.offices]}::text[], ${of.locked}, ${of.askedBy}, ${of.askedAt})`.execute(tx);
}

export const findLook = async (tx: Tx, id: string): Promise<LookRow | null> => (await firstRow(tx, sql<LookRow>`select ${asLook} from ${looks} where l.id = ${id}`)) ?? null;

/** The same, held until the transaction ends. */
export const holdLook = async (tx: Tx, id: string): Promise<LookRow | null> => (await firstRow(tx, sql<LookRow>`select ${asLook} from ${looks} where l.id = ${id} for update of l`)) ?? null;

/** The looks of a case, oldest first. */
export const looksOf = (tx: Tx, concern: string): Promise<LookRow[]> => rows(tx, sql<LookRow>`select ${asLook} from ${looks} where l.concern_id = ${concern} order by l.asked_at, l.id limit 200`);

export interface Mine {
  readonly person: string;
  /** Their keyed hash: they meet no look that is about them. */
  readonly key: string;
  readonly offices: readonly string[];
  readonly now: Date;
}
export interface ListAsk extends Mine { readonly state: LookState | null; readonly search: string; readonly limit: number; readonly offset: number }

/** Asked, decided or read by them; waiting for one of their offices; or in a case that they deal with. */
const mine = ({ person, key, offices, now }: Mine): RawBuilder<unknown> => sql`not (${key} = any(c.about_keys)) and l.person_key is distinct from ${key} and (${person}::uuid in (l.asked_by, l.decided_by, l.reader_id)
  or (l.state = 'asked' and l.offices && ${[...offices]}::text[])
  or exists (select from concern_eye e where e.concern_id = c.id and e.parts is null and e.why <> 'shared' and e.since <= ${now} and (e.until is null or e.until > ${now}) and (e.person_id = ${person} or e.office = any(${[...offices]}::text[]))))`;
const fits = (ask: Omit<ListAsk, 'limit' | 'offset'>): RawBuilder<unknown> => sql`${mine(ask)} and (${ask.state}::text is null or l.state = ${ask.state}) and (${ask.search} = '' or position(upper(${ask.search}) in c.code) > 0)`;

export const listLooks = (tx: Tx, ask: ListAsk): Promise<LookRow[]> => rows(tx, sql<LookRow>`select ${asLook} from ${looks} where ${fits(ask)} order by l.asked_at desc, l.id limit ${ask.limit} offset ${ask.offset}`);
export const countLooks = async (tx: Tx, ask: Omit<ListAsk, 'limit' | 'offset'>): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from ${looks} where ${fits(ask)}`))!.n;

/** What waits for somebody: their yes or no, or their reading. */
export const waitingFor = (tx: Tx, of: Mine & { readonly today: string }): Promise<LookRow[]> =>
  rows(tx, sql<LookRow>`select ${asLook} from ${looks} where not (${of.key} = any(c.about_keys)) and l.person_key is distinct from ${of.key}
    and ((l.state = 'asked' and l.asked_by is distinct from ${of.person}::uuid and l.offices && ${[...of.offices]}::text[]) or (l.state = 'agreed' and l.reader_id = ${of.person} and l.open_until >= ${of.today}::date and c.state <> 'closed')) order by l.asked_at limit 50`);

export async function setDecided(tx: Tx, of: { readonly id: string; readonly state: 'agreed' | 'refused'; readonly by: string; readonly office: string; readonly at: Date; readonly locked: Uint8Array; readonly reader: string | null; readonly openUntil: string | null }): Promise<void> {
  await sql`update log_look set state = ${of.state}, decided_by = ${of.by}, decided_office = ${of.office}, decided_at = ${of.at}, decided_locked = ${of.locked}, reader_id = ${of.reader}, open_until = ${of.openUntil}::date where id = ${of.id}`.execute(tx);
}

export async function setLookState(tx: Tx, of: { readonly id: string; readonly state: LookState; readonly at: Date | null }): Promise<void> {
  await sql`update log_look set state = ${of.state}, done_at = ${of.at} where id = ${of.id}`.execute(tx);
}

export async function setQuiet(tx: Tx, id: string, locked: Uint8Array): Promise<void> {
  await sql`update log_look set quiet_locked = ${locked} where id = ${id}`.execute(tx);
}

export async function setTold(tx: Tx, of: { readonly id: string; readonly person: string; readonly on: string }): Promise<void> {
  await sql`update log_look set told_person = ${of.person}, told_on = ${of.on}::date where id = ${of.id}`.execute(tx);
}

/** Looks in closed cases whose person may have to be told. */
export const toTell = (tx: Tx): Promise<LookRow[]> => rows(tx, sql<LookRow>`select ${asLook} from ${looks}
  where l.state in ('agreed', 'done') and l.told_on is null and l.quiet_locked is null and l.person_key is not null and c.state = 'closed' and ${notHeld(sql`l.concern_id`)} order by l.asked_at limit 200`);

/** How many findings may be forgotten, and people told, on a day. */
export const countDue = async (tx: Tx, today: string): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select (select count(*) from log_finding f where f.found and f.used_at is null and f.forgotten_on is null and f.expires_on <= ${today}::date)
  + (select count(*) from log_look l join concern c on c.id = l.concern_id where l.state in ('agreed', 'done') and l.told_on is null and l.quiet_locked is null and l.person_key is not null and c.state = 'closed') as n`))!.n;

/** What people were told of, newest first. */
export const toldTo = (tx: Tx, persons: readonly string[]): Promise<(LookRow & { person: string })[]> =>
  rows(tx, sql<LookRow & { person: string }>`select ${asLook}, l.told_person as person from ${looks} where l.told_person = any(${[...persons]}::uuid[]) order by l.told_on desc, l.id limit 200`);

const asFinding = sql`f.id, f.look_id as look, f.found, f.locked, f.by_id as by, f.at, f.expires_on as "expiresOn", f.used_at as "usedAt", f.used_concern as "usedConcern", f.forgotten_on as "forgottenOn"`;

export async function addFinding(tx: Tx, of: Pick<FindingRow, 'id' | 'look' | 'found' | 'locked' | 'by' | 'at' | 'expiresOn'> & { readonly school: string }): Promise<void> {
  await sql`insert into log_finding (school_id, id, look_id, found, locked, by_id, at, expires_on) values (${of.school}, ${of.id}, ${of.look}, ${of.found}, ${of.locked}, ${of.by}, ${of.at}, ${of.expiresOn}::date)`.execute(tx);
}

export const findingsOf = (tx: Tx, lookIds: readonly string[]): Promise<FindingRow[]> => rows(tx, sql<FindingRow>`select ${asFinding} from log_finding f where f.look_id = any(${[...lookIds]}::uuid[]) order by f.at, f.id limit 500`);

export async function setUsed(tx: Tx, of: { readonly id: string; readonly at: Date; readonly concern: string | null }): Promise<void> {
  await sql`update log_finding set used_at = ${of.at}, used_concern = ${of.concern} where id = ${of.id}`.execute(tx);
}

/** Findings that nobody used by their day, but for those of a case on hold. */
export const toForget = (tx: Tx, today: string): Promise<(FindingRow & { concern: string })[]> => rows(tx, sql<FindingRow & { concern: string }>`select ${asFinding}, l.concern_id as concern from log_finding f join log_look l on l.id = f.look_id
  where f.found and f.used_at is null and f.forgotten_on is null and f.expires_on <= ${today}::date and ${notHeld(sql`l.concern_id`)} order by f.expires_on limit 200 for update of f`);

/** What was found goes, with its files; that something was found and forgotten stays. */
export async function forgetFinding(tx: Tx, id: string, today: string): Promise<void> {
  await sql`delete from log_finding_file where finding_id = ${id}`.execute(tx);
  await sql`update log_finding set locked = null, forgotten_on = ${today}::date where id = ${id}`.execute(tx);
}

export async function addFile(tx: Tx, of: FileRow & { readonly school: string; readonly locked: Uint8Array }): Promise<void> {
  await sql`insert into log_finding_file (school_id, id, finding_id, locked_name, locked, size) values (${of.school}, ${of.id}, ${of.finding}, ${of.lockedName}, ${of.locked}, ${of.size})`.execute(tx);
}
export const filesOf = (tx: Tx, findings: readonly string[]): Promise<FileRow[]> => rows(tx, sql<FileRow>`select id, finding_id as finding, locked_name as "lockedName", size from log_finding_file where finding_id = any(${[...findings]}::uuid[]) order by id limit 500`);
export const bytesOf = async (tx: Tx, of: { readonly look: string; readonly file: string }): Promise<Uint8Array | null> =>
  (await firstRow(tx, sql<{ locked: Uint8Array }>`select x.locked from log_finding_file x join log_finding f on f.id = x.finding_id where x.id = ${of.file} and f.look_id = ${of.look}`))?.locked ?? null;

/** Looks that somebody asked for, decided or read, and those into their own record that they were told of. Nothing shows one that they were not told of. */
export const exportLooks = (tx: Tx, person: string): Promise<object[]> => rows(tx, sql<object>`select l.system, l.purpose, l.from_day as "from", l.to_day as "to", l.state, l.told_on as "toldOn", l.asked_at as "askedAt",
  case when l.told_person = ${person} then 'looked-at' when l.asked_by = ${person} then 'asked' when l.decided_by = ${person} then 'decided' else 'read' end as part
  from log_look l where ${person}::uuid in (l.told_person, l.asked_by, l.decided_by, l.reader_id) order by l.asked_at limit 1000`);

/** Looks into the record of somebody, by their keyed hash, in cases that are not on hold. */
export const looksInto = (tx: Tx, key: string): Promise<LookRow[]> => rows(tx, sql<LookRow>`select ${asLook} from ${looks} where l.person_key = ${key} and ${notHeld(sql`l.concern_id`)} limit 1000`);

/** Forgets whose record it was: `locked` is the same without them. */
export async function forgetLookedAt(tx: Tx, id: string, locked: Uint8Array): Promise<void> {
  await sql`update log_look set person_key = null, told_person = null, locked = ${locked} where id = ${id}`.execute(tx);
}

/** Forgets who asked, decided, read and wrote. */
export async function forgetInLooks(tx: Tx, person: string): Promise<void> {
  await sql`update log_look set asked_by = nullif(asked_by, ${person}::uuid), decided_by = nullif(decided_by, ${person}::uuid), reader_id = nullif(reader_id, ${person}::uuid) where ${person}::uuid in (asked_by, decided_by, reader_id) and ${notHeld(sql`concern_id`)}`.execute(tx);
  await sql`update log_finding f set by_id = null where f.by_id = ${person} and exists (select from log_look l where l.id = f.look_id and ${notHeld(sql`l.concern_id`)})`.execute(tx);
}
