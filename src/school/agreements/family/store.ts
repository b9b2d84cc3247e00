/** The tables of what stands round a signature: agreement_reading, agreement_read_before, agreement_beside. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { Beside, ReadBefore } from './words.ts';

export interface Reading {
  readonly editionId: string;
  readonly openedAt: Date;
  readonly readAt: Date | null;
}

/** What somebody has opened of these editions. */
export const readingsOf = (tx: Tx, person: string, editions: readonly string[]): Promise<Reading[]> =>
  rows(tx, sql<Reading>`select edition_id as "editionId", opened_at as "openedAt", read_at as "readAt" from agreement_reading where person_id = ${person} and edition_id = any(${[...editions]}::uuid[])`);

/** Notes that somebody opened an edition; the first time counts. */
export async function noteOpened(tx: Tx, of: { school: string; person: string; editionId: string; at: Date }): Promise<void> {
  await sql`insert into agreement_reading (school_id, person_id, edition_id, opened_at) values (${of.school}, ${of.person}, ${of.editionId}, ${of.at}) on conflict do nothing`.execute(tx);
}

/** Notes that somebody came to its end; the first time counts. False where they had not opened it, or had read it before. */
export async function noteRead(tx: Tx, of: { person: string; editionId: string; at: Date }): Promise<boolean> {
  const done = await sql`update agreement_reading set read_at = ${of.at} where person_id = ${of.person} and edition_id = ${of.editionId} and read_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

export async function addReadBefore(tx: Tx, of: { school: string; agreement: string }, read: readonly ReadBefore[]): Promise<void> {
  await sql`insert into agreement_read_before (school_id, agreement_id, title, edition_id, edition, opened_at, read_at)
    select ${of.school}::uuid, ${of.agreement}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as x(title text, "editionId" uuid, edition integer, "openedAt" timestamptz, "readAt" timestamptz)`.execute(tx);
}

export const listReadBefore = (tx: Tx, agreement: string): Promise<ReadBefore[]> =>
  rows(tx, sql<ReadBefore>`select title, edition_id as "editionId", edition, opened_at as "openedAt", read_at as "readAt" from agreement_read_before where agreement_id = ${agreement} order by opened_at, title limit 50`);

export async function addBeside(tx: Tx, of: { school: string; agreement: string; child: string; by: string } & Beside): Promise<void> {
  await sql`insert into agreement_beside (school_id, agreement_id, child_id, by_id, relation, child_name, child_form)
    values (${of.school}, ${of.agreement}, ${of.child}, ${of.by}, ${of.relation}, ${of.childName}, ${of.childForm})`.execute(tx);
}

export const findBeside = async (tx: Tx, agreement: string): Promise<Beside | null> =>
  (await firstRow(tx, sql<Beside>`select relation, child_name as "childName", child_form as "childForm" from agreement_beside where agreement_id = ${agreement}`)) ?? null;

/** What is kept round a person's signatures, for a subject access request: their own reading, and what they are to a child. */
export async function familyProofOf(tx: Tx, person: string): Promise<{ readBefore: unknown[]; beside: unknown[] }> {
  return {
    readBefore: await rows(tx, sql`select edition_id as "editionId", opened_at as "openedAt", read_at as "readAt" from agreement_reading where person_id = ${person} order by opened_at limit 5000`),
    beside: await rows(tx, sql`select agreement_id as agreement, relation, child_name as "childName", child_form as "childForm" from agreement_beside where by_id = ${person} limit 5000`),
  };
}

/** Forgets the names, forms and relations of a person's proofs, and what they opened. That they signed stays. */
export async function forgetFamilyProof(tx: Tx, person: string): Promise<void> {
  await sql`select forget_family_words(${person})`.execute(tx);
}
