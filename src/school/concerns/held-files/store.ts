/** The table of files that two hand to the police together: concern_file_release. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { notHeld } from '../legal/store.ts';

export interface Release {
  readonly id: string;
  readonly concern: string;
  readonly file: string;
  readonly askedBy: string | null;
  readonly askedOffice: string;
  readonly askedAt: Date;
  readonly locked: Uint8Array;
  readonly agreedBy: string | null;
  readonly until: Date | null;
}

const asRelease = sql`r.id, r.concern_id as concern, r.file_id as file, r.asked_by as "askedBy", r.asked_office as "askedOffice", r.asked_at as "askedAt", r.locked, r.agreed_by as "agreedBy", r.until`;

export async function addRelease(tx: Tx, of: { school: string; id: string; concern: string; file: string; by: string; office: string; at: Date; locked: Uint8Array }): Promise<void> {
  await sql`insert into concern_file_release (school_id, id, concern_id, file_id, asked_by, asked_office, asked_at, locked) values (${of.school}, ${of.id}, ${of.concern}, ${of.file}, ${of.by}, ${of.office}, ${of.at}, ${of.locked})`.execute(tx);
}

/** What waits for a second office, asked since a moment: never by the reader, and never in what is about them. */
export const waitingReleases = (tx: Tx, of: { key: string; person: string; since: Date }): Promise<(Release & { readonly code: string })[]> =>
  rows(tx, sql<Release & { readonly code: string }>`select ${asRelease}, c.code from concern_file_release r join concern c on c.id = r.concern_id
    where r.agreed_at is null and r.asked_at > ${of.since} and r.asked_by is distinct from ${of.person}::uuid and not (${of.key} = any(c.about_keys)) order by r.asked_at limit 50`);

export const holdRelease = async (tx: Tx, id: string): Promise<Release | null> => (await firstRow(tx, sql<Release>`select ${asRelease} from concern_file_release r where r.id = ${id} for update`)) ?? null;

export async function markAgreed(tx: Tx, id: string, of: { by: string; office: string; at: Date; until: Date }): Promise<void> {
  await sql`update concern_file_release set agreed_by = ${of.by}, agreed_office = ${of.office}, agreed_at = ${of.at}, until = ${of.until} where id = ${id}`.execute(tx);
}

/** Whether somebody may take a file out at a moment: they asked, and another agreed. */
export const mayTake = async (tx: Tx, of: { file: string; person: string; now: Date }): Promise<boolean> =>
  (await firstRow(tx, sql<{ one: number }>`select 1 as one from concern_file_release where file_id = ${of.file} and asked_by = ${of.person} and agreed_at is not null and until > ${of.now} limit 1`)) !== undefined;

/** What somebody asked or agreed to, without a word of it. */
export const exportReleases = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select asked_at as "askedAt", agreed_at as "agreedAt", asked_by = ${person} as asked from concern_file_release where ${person}::uuid in (asked_by, agreed_by) order by asked_at limit 500`);

export async function forgetInReleases(tx: Tx, person: string): Promise<void> {
  await sql`update concern_file_release set asked_by = nullif(asked_by, ${person}::uuid), agreed_by = nullif(agreed_by, ${person}::uuid) where ${person}::uuid in (asked_by, agreed_by) and ${notHeld(sql`concern_id`)}`.execute(tx);
}
