/** The table child_file, and the concerns of a child, whose table belongs to ../store.ts and is only read here. */
import { rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { ChildFileRow } from './words.ts';

const MOST = 500;

/** Ids, oldest first. Whether the reader may open each is asked when it is opened. */
export const concernsOfChild = async (tx: Tx, key: string): Promise<string[]> =>
  (await rows(tx, sql<{ id: string }>`select id from concern where ${key} = any(child_keys) order by opened_at, id limit ${MOST}`)).map(row => row.id);

/** Which of these children some concern may be about; never by one that is about the reader. */
export const childrenWithConcerns = async (tx: Tx, of: { children: readonly string[]; reader: string }): Promise<string[]> =>
  (await rows(tx, sql<{ key: string }>`select distinct k as key from concern c, unnest(c.child_keys) k where c.child_keys && ${[...of.children]}::text[] and k = any(${[...of.children]}::text[]) and not (${of.reader} = any(c.about_keys))`)).map(row => row.key);

/** Everything said of the files of these children. */
export const filesOfChildren = (tx: Tx, children: readonly string[]): Promise<ChildFileRow[]> =>
  rows(tx, sql<ChildFileRow>`select id, child_key as "childKey", state, day, locked, said_by as by, said_at as at from child_file where child_key = any(${[...children]}::text[]) order by said_at desc, id limit 2000`);

export async function addChildFile(tx: Tx, of: Omit<ChildFileRow, 'id'> & { school: string; id?: string }): Promise<void> {
  await sql`insert into child_file (school_id, id, child_key, state, day, locked, said_by, said_at) values (${of.school}, ${of.id ?? newId()}, ${of.childKey}, ${of.state}, ${of.day}::date, ${of.locked}, ${of.by}, ${of.at})`.execute(tx);
}

/** When a child's file went and arrived, for a subject access request. */
export const exportChildFile = (tx: Tx, key: string): Promise<object[]> => rows(tx, sql<object>`select state, day from child_file where child_key = ${key} order by said_at limit 200`);

/** Forgets whose file it was, and who said something of it. */
export async function forgetInChildFiles(tx: Tx, of: { person: string; key: string }): Promise<void> {
  await sql`update child_file set said_by = null where said_by = ${of.person}`.execute(tx);
  await sql`update child_file set child_key = '' where child_key = ${of.key}`.execute(tx);
}
