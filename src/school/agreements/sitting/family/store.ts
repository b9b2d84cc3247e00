/** The tables of families' sittings: family_sitting, family_sitting_document. */
import { firstRow, rows, sql, type Tx } from '../../../../platform/database/index.ts';
import { newId } from '../../../../platform/ids.ts';
import type { Answer } from '../../allowed/words.ts';
import type { Beside, FamilySitting, Kept } from './words.ts';

type Row = Omit<FamilySitting, 'documents'>;
const COLUMNS = sql`id, person_id as person, started_at as "startedAt", finished_at as "finishedAt"`;

async function whole(tx: Tx, row: Row | undefined): Promise<FamilySitting | null> {
  if (!row) return null;
  const documents = await rows(tx, sql<Kept>`select child_id as child, policy, edition_id as "editionId", text_hash as "textHash", language, said, answers, opened_at as "openedAt", ready_at as "readyAt", agreement_id as agreement
    from family_sitting_document where sitting_id = ${row.id} order by place, policy limit 200`);
  return { ...row, documents };
}

export const findFamilySitting = async (tx: Tx, id: string): Promise<FamilySitting | null> => whole(tx, await firstRow(tx, sql<Row>`select ${COLUMNS} from family_sitting where id = ${id}`));

/** The sitting a parent has begun and not finished; held until the transaction ends, where it is changed. */
export const openFamilySitting = async (tx: Tx, person: string, hold = false): Promise<FamilySitting | null> =>
  whole(tx, await firstRow(tx, sql<Row>`select ${COLUMNS} from family_sitting where person_id = ${person} and finished_at is null order by started_at desc, id desc limit 1 ${hold ? sql`for update` : sql``}`));

/** The sitting a parent finished last. */
export const lastFinished = async (tx: Tx, person: string): Promise<string | null> =>
  (await firstRow(tx, sql<{ id: string }>`select id from family_sitting where person_id = ${person} and finished_at is not null order by finished_at desc, id desc limit 1`))?.id ?? null;

export async function addFamilySitting(tx: Tx, entry: { school: string; person: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into family_sitting (school_id, id, person_id, started_at) values (${entry.school}, ${id}, ${entry.person}, ${entry.at})`.execute(tx);
  return id;
}

/** Puts documents into a sitting; those that are in it stay as they are. */
export async function addParts(tx: Tx, entry: { school: string; sitting: string; parts: readonly Beside[]; from: number }): Promise<void> {
  const made = entry.parts.map((part, at) => ({ ...part, place: entry.from + at }));
  await sql`insert into family_sitting_document (school_id, sitting_id, place, child_id, policy)
    select ${entry.school}::uuid, ${entry.sitting}::uuid, x.place, x.child, x.policy from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(child uuid, policy text, place integer) on conflict do nothing`.execute(tx);
}

const which = (of: Beside & { sitting: string }) => sql`sitting_id = ${of.sitting} and child_id = ${of.child} and policy = ${of.policy}`;

export async function noteOpened(tx: Tx, of: Beside & { sitting: string; at: Date }): Promise<void> {
  await sql`update family_sitting_document set opened_at = ${of.at} where ${which(of)} and opened_at is null`.execute(tx);
}

export interface Ready extends Beside {
  readonly sitting: string;
  readonly editionId: string;
  readonly textHash: string;
  readonly language: string | null;
  readonly said: readonly number[];
  readonly answers: readonly Answer[];
  readonly at: Date;
}

/** Keeps what was read and answered, until all is signed. */
export async function setReady(tx: Tx, ready: Ready): Promise<void> {
  await sql`update family_sitting_document set edition_id = ${ready.editionId}, text_hash = ${ready.textHash}, language = ${ready.language}, said = ${[...ready.said]}::integer[], answers = ${[...ready.answers]}::text[],
    ready_at = ${ready.at} where ${which(ready)} and agreement_id is null`.execute(tx);
}

/** Notes what a document became. Its answers are kept with the signature from now on, and not here. */
export async function noteSigned(tx: Tx, of: Beside & { sitting: string; agreement: string }): Promise<void> {
  await sql`update family_sitting_document set agreement_id = ${of.agreement}, said = null, answers = null where ${which(of)}`.execute(tx);
}

export async function finish(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update family_sitting set finished_at = ${at} where id = ${id} and finished_at is null`.execute(tx);
  await sql`update family_sitting_document set said = null, answers = null where sitting_id = ${id}`.execute(tx);
}

/** A parent's own sittings, for a subject access request; of a child no more than when a parent read its documents. */
export const familySittingsOf = (tx: Tx, person: string): Promise<unknown[]> =>
  rows(tx, sql`select s.started_at as "startedAt", s.finished_at as "finishedAt", d.child_id as child, d.policy, d.opened_at as "openedAt", d.ready_at as "readyAt", case when s.person_id = ${person} then d.answers end as answers
    from family_sitting s join family_sitting_document d on d.sitting_id = s.id where s.person_id = ${person} or d.child_id = ${person} order by s.started_at, d.place limit 5000`);

export async function forgetFamilySittings(tx: Tx, person: string): Promise<void> {
  await sql`delete from family_sitting_document where child_id = ${person} or sitting_id in (select id from family_sitting where person_id = ${person})`.execute(tx);
  await sql`delete from family_sitting where person_id = ${person}`.execute(tx);
}
