/** The tables of concerns: concern_report, concern, concern_eye, concern_entry, concern_file, concern_reading. */
import { firstRow, rows, rowsAbout, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Channel, Concern, ConcernState, Eye, EyeReason, Severity } from './words.ts';

export interface ReportRow { readonly id: string; readonly reporterKey: string | null; readonly channel: Channel; readonly locked: Uint8Array; readonly reportedAt: Date }
export interface EntryRow { readonly id: string; readonly concern: string; readonly sort: string; readonly by: string | null; readonly locked: Uint8Array; readonly at: Date; readonly happenedAt: Date | null }
export interface FileRow { readonly id: string; readonly entry: string; readonly lockedName: Uint8Array; readonly size: number; readonly addedAt: Date }
export interface ReadingRow { readonly person: string; readonly office: string | null; readonly what: string; readonly at: Date }

const asReport = sql`id, reporter_key as "reporterKey", channel, locked, reported_at as "reportedAt"`;
const asConcern = sql`id, report_id as report, code, kind, clauses, state, severity, about_keys as "aboutKeys", child_keys as "childKeys", opened_at as "openedAt", seen_at as "seenAt", acted_at as "actedAt", hand_on_at as "handOnAt", closed_at as "closedAt"`;
const asEye = sql`id, concern_id as concern, office, person_id as person, why, parts, clause, since, until, told_at as "toldAt", seen_at as "seenAt"`;

export async function addReport(tx: Tx, report: { school: string; id: string; reporterKey: string | null; returnCodeHash: string | null; channel: Channel; locked: Uint8Array; at: Date }): Promise<void> {
  await sql`insert into concern_report (school_id, id, reporter_key, return_code_hash, channel, locked, reported_at)
    values (${report.school}, ${report.id}, ${report.reporterKey}, ${report.returnCodeHash}, ${report.channel}, ${report.locked}, ${report.at})`.execute(tx);
}

export const findReport = async (tx: Tx, id: string): Promise<ReportRow | null> => (await firstRow(tx, sql<ReportRow>`select ${asReport} from concern_report where id = ${id}`)) ?? null;

export const reportByCode = async (tx: Tx, hashes: readonly string[]): Promise<ReportRow | null> => (await firstRow(tx, sql<ReportRow>`select ${asReport} from concern_report where return_code_hash = any(${[...hashes]}::text[])`)) ?? null;

/** The reports of somebody, newest first. */
export const reportsBy = (tx: Tx, key: string, ask: { limit: number; offset: number }): Promise<ReportRow[]> =>
  rows(tx, sql<ReportRow>`select ${asReport} from concern_report where reporter_key = ${key} order by reported_at desc, id limit ${ask.limit} offset ${ask.offset}`);

export const countReportsBy = async (tx: Tx, key: string): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from concern_report where reporter_key = ${key}`))!.n;

/** Adds a concern; false where the code is taken already and another is to be drawn. */
export async function addConcern(tx: Tx, concern: Pick<Concern, 'id' | 'report' | 'code' | 'kind' | 'clauses' | 'aboutKeys' | 'childKeys' | 'openedAt' | 'handOnAt'> & { school: string }): Promise<boolean> {
  const done = await sql`insert into concern (school_id, id, report_id, code, kind, clauses, state, about_keys, child_keys, opened_at, hand_on_at)
    values (${concern.school}, ${concern.id}, ${concern.report}, ${concern.code}, ${concern.kind}, ${[...concern.clauses]}::text[], 'new', ${[...concern.aboutKeys]}::text[], ${[...concern.childKeys]}::text[], ${concern.openedAt}, ${concern.handOnAt})
    on conflict (school_id, code) do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export const findConcern = async (tx: Tx, id: string): Promise<Concern | null> => (await firstRow(tx, sql<Concern>`select ${asConcern} from concern where id = ${id}`)) ?? null;

/** The same, held until the transaction ends, so that two changes do not cross. */
export const holdConcern = async (tx: Tx, id: string): Promise<Concern | null> => (await firstRow(tx, sql<Concern>`select ${asConcern} from concern where id = ${id} for update`)) ?? null;

export const concernsOfReports = (tx: Tx, reports: readonly string[]): Promise<Concern[]> =>
  rowsAbout(tx, reports, ids => sql<Concern>`select ${asConcern} from concern where report_id = any(${ids}::uuid[]) order by opened_at, id limit 500`);

/** Moves a concern. The first time it is in hand is when somebody acted. */
export async function setState(tx: Tx, id: string, to: { state: ConcernState; at: Date }): Promise<void> {
  const { state, at } = to;
  await sql`update concern set state = ${state}, seen_at = coalesce(seen_at, ${at}), hand_on_at = null, acted_at = case when ${state} in ('in-hand', 'closed') then coalesce(acted_at, ${at}) else acted_at end,
    closed_at = case when ${state} = 'closed' then ${at}::timestamptz end where id = ${id}`.execute(tx);
}

export async function setSeverity(tx: Tx, id: string, severity: Severity | null): Promise<void> {
  await sql`update concern set severity = ${severity} where id = ${id}`.execute(tx);
}

export async function setKind(tx: Tx, id: string, to: { kind: string; clauses: readonly string[] }): Promise<void> {
  await sql`update concern set kind = ${to.kind}, clauses = ${[...to.clauses]}::text[] where id = ${id}`.execute(tx);
}

export async function setHandOn(tx: Tx, id: string, at: Date | null): Promise<void> {
  await sql`update concern set hand_on_at = ${at} where id = ${id}`.execute(tx);
}

/** Notes that nobody acted in time and it went on; false where that was noted before. */
export async function markEscalated(tx: Tx, id: string, at: Date): Promise<boolean> {
  return Number((await sql`update concern set escalated_at = ${at} where id = ${id} and escalated_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Adds people to those it is about, or to the children: they are never taken off. */
export async function addKeys(tx: Tx, id: string, keys: { about: readonly string[]; children: readonly string[] }): Promise<void> {
  await sql`update concern set about_keys = array(select distinct unnest(about_keys || ${[...keys.about]}::text[])), child_keys = array(select distinct unnest(child_keys || ${[...keys.children]}::text[])) where id = ${id}`.execute(tx);
}

export async function addEye(tx: Tx, eye: { school: string; concern: string; office: string | null; person: string | null; why: EyeReason; parts: readonly string[] | null; clause: string | null; since: Date; until: Date | null; toldAt: Date | null }): Promise<string> {
  const id = newId();
  await sql`insert into concern_eye (school_id, id, concern_id, office, person_id, why, parts, clause, since, until, told_at)
    values (${eye.school}, ${id}, ${eye.concern}, ${eye.office}, ${eye.person}, ${eye.why}, ${eye.parts === null ? null : [...eye.parts]}::uuid[], ${eye.clause}, ${eye.since}, ${eye.until}, ${eye.toldAt})`.execute(tx);
  return id;
}

/** Other concerns about any of these children, the newest first; `alone` where the report was this one thing. */
export const othersAbout = (tx: Tx, of: { readonly childKeys: readonly string[]; readonly but: string }): Promise<(Concern & { readonly alone: boolean })[]> =>
  rows(tx, sql<Concern & { readonly alone: boolean }>`select ${asConcern}, not exists (select from concern part where part.report_id = concern.report_id and part.id <> concern.id) as alone
    from concern where child_keys && ${[...of.childKeys]}::text[] and id <> ${of.but} order by opened_at desc, id limit 50`);

export const eyesOn = (tx: Tx, concerns: readonly string[]): Promise<Eye[]> => rows(tx, sql<Eye>`select ${asEye} from concern_eye where concern_id = any(${[...concerns]}::uuid[]) order by since, id limit 5000`);

export async function markEyesSeen(tx: Tx, eyes: readonly string[], at: Date): Promise<void> {
  await sql`update concern_eye set seen_at = ${at} where id = any(${[...eyes]}::uuid[]) and seen_at is null`.execute(tx);
}

export async function endEye(tx: Tx, of: { concern: string; eye: string; at: Date }): Promise<boolean> {
  const done = await sql`update concern_eye set until = ${of.at} where id = ${of.eye} and concern_id = ${of.concern} and (until is null or until > ${of.at})`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function addEntry(tx: Tx, entry: EntryRow & { school: string }): Promise<void> {
  await sql`insert into concern_entry (school_id, id, concern_id, sort, by_id, locked, at, happened_at)
    values (${entry.school}, ${entry.id}, ${entry.concern}, ${entry.sort}, ${entry.by}, ${entry.locked}, ${entry.at}, ${entry.happenedAt})`.execute(tx);
}

const asEntry = sql`id, concern_id as concern, sort, by_id as by, locked, at, happened_at as "happenedAt"`;

/** The chronology, oldest first. */
export const entriesOf = (tx: Tx, concern: string): Promise<EntryRow[]> => rows(tx, sql<EntryRow>`select ${asEntry} from concern_entry where concern_id = ${concern} order by at, id limit 5000`);

/** Entries of these sorts in these concerns, oldest first. */
export const entriesOfSorts = (tx: Tx, concerns: readonly string[], sorts: readonly string[]): Promise<EntryRow[]> =>
  rowsAbout(tx, concerns, ids => sql<EntryRow>`select ${asEntry} from concern_entry where concern_id = any(${ids}::uuid[]) and sort = any(${[...sorts]}::text[]) order by at, id limit 2000`);

export async function addFile(tx: Tx, file: { school: string; id: string; concern: string; entry: string; lockedName: Uint8Array; locked: Uint8Array; size: number; at: Date }): Promise<void> {
  await sql`insert into concern_file (school_id, id, concern_id, entry_id, locked_name, locked, size, added_at)
    values (${file.school}, ${file.id}, ${file.concern}, ${file.entry}, ${file.lockedName}, ${file.locked}, ${file.size}, ${file.at})`.execute(tx);
}

export const filesOf = (tx: Tx, concern: string): Promise<FileRow[]> =>
  rows(tx, sql<FileRow>`select id, entry_id as entry, locked_name as "lockedName", size, added_at as "addedAt" from concern_file where concern_id = ${concern} order by added_at, id limit 200`);

export const bytesOfFile = async (tx: Tx, of: { concern: string; file: string }): Promise<Uint8Array | null> =>
  (await firstRow(tx, sql<{ locked: Uint8Array }>`select locked from concern_file where id = ${of.file} and concern_id = ${of.concern}`))?.locked ?? null;

/** Writes a reading down. Work on a case reads it again and again: that is one line in a quarter of an hour. */
export async function addReading(tx: Tx, reading: { school: string; concern: string; person: string; office: string | null; what: string; at: Date }): Promise<void> {
  await sql`insert into concern_reading (school_id, id, concern_id, person_id, office, what, at) select ${reading.school}, ${newId()}, ${reading.concern}, ${reading.person}, ${reading.office}, ${reading.what}, ${reading.at}
    where ${reading.what} <> 'work' or not exists (select from concern_reading where concern_id = ${reading.concern} and person_id = ${reading.person} and what = 'work' and at > ${reading.at}::timestamptz - interval '15 minutes')`.execute(tx);
}

export const readingsOf = (tx: Tx, concern: string, limit: number): Promise<ReadingRow[]> =>
  rows(tx, sql<ReadingRow>`select person_id as person, office, what, at from concern_reading where concern_id = ${concern} order by at desc, id desc limit ${limit}`);

/** What the school has set, the newest first. */
export const settingsOf = (tx: Tx): Promise<{ name: string; since: string; value: unknown; by: string | null; at: Date }[]> =>
  rows(tx, sql<{ name: string; since: string; value: unknown; by: string | null; at: Date }>`select name, since, value, set_by as by, set_at as at from concern_setting order by since desc, set_at desc, id desc limit 500`);

export async function addSetting(tx: Tx, setting: { school: string; name: string; since: string; value: unknown; by: string; at: Date }): Promise<void> {
  await sql`insert into concern_setting (school_id, id, name, since, value, set_by, set_at) values (${setting.school}, ${newId()}, ${setting.name}, ${setting.since}::date, ${JSON.stringify(setting.value)}::jsonb, ${setting.by}, ${setting.at})`.execute(tx);
}

/** Forgets who told a report: `locked` is the same without them. */
export async function forgetReporter(tx: Tx, id: string, locked: Uint8Array): Promise<void> {
  await sql`update concern_report set reporter_key = null, locked = ${locked} where id = ${id}`.execute(tx);
}

/** What somebody opened, without saying what: for their own subject access request. */
export const readingsBy = (tx: Tx, person: string, limit: number): Promise<{ what: string; office: string | null; at: Date }[]> =>
  rows(tx, sql<{ what: string; office: string | null; at: Date }>`select what, office, at from concern_reading where person_id = ${person} order by at limit ${limit}`);

/** Forgets who set something. Who opened a concern stays: it is the proof that nobody else did. */
export async function forgetSetter(tx: Tx, person: string): Promise<void> {
  await sql`update concern_setting set set_by = null where set_by = ${person}`.execute(tx);
}
