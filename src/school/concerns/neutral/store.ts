/** The table of neutral notifications: neutral_note. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { NeutralNote, Regarded, Subject } from './words.ts';

const COLUMNS = sql`n.concern_id as concern, n.subject, n.subject_key as "subjectKey", n.regarded_as as "regardedAs", n.head_told_at as "headToldAt", n.speak_on as "speakOn", n.spoken_at as "spokenAt", n.noted_on as "notedOn"`;
const MOST = 2000;

export async function addNote(tx: Tx, of: { school: string; concern: string; subject: Subject; subjectKey: string | null; on: string }): Promise<void> {
  await sql`insert into neutral_note (school_id, concern_id, subject, subject_key, noted_on) values (${of.school}, ${of.concern}, ${of.subject}, ${of.subjectKey}, ${of.on}::date)`.execute(tx);
}

export const findNote = async (tx: Tx, concern: string): Promise<NeutralNote | null> => (await firstRow(tx, sql<NeutralNote>`select ${COLUMNS} from neutral_note n where n.concern_id = ${concern}`)) ?? null;

/** Every note with those it is about, so that nobody reads of themselves. */
export const listNotes = (tx: Tx): Promise<(NeutralNote & { aboutKeys: readonly string[]; code: string })[]> =>
  rows(tx, sql<NeutralNote & { aboutKeys: readonly string[]; code: string }>`select ${COLUMNS}, c.about_keys as "aboutKeys", c.code from neutral_note n join concern c on c.id = n.concern_id order by n.noted_on desc, n.concern_id limit ${MOST}`);

export async function setHeadTold(tx: Tx, concern: string, at: Date): Promise<boolean> {
  return Number((await sql`update neutral_note set head_told_at = ${at} where concern_id = ${concern} and head_told_at is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function setSpeakOn(tx: Tx, concern: string, on: string): Promise<void> {
  await sql`update neutral_note set speak_on = ${on}::date where concern_id = ${concern} and spoken_at is null`.execute(tx);
}

export async function setSpoken(tx: Tx, concern: string, at: Date): Promise<void> {
  await sql`update neutral_note set spoken_at = ${at} where concern_id = ${concern} and spoken_at is null`.execute(tx);
}

export async function setRegarded(tx: Tx, concern: string, as: Regarded): Promise<void> {
  await sql`update neutral_note set regarded_as = ${as} where concern_id = ${concern}`.execute(tx);
}
