/** The table of class cards: sign_in_class_card. */
import { firstRow, rows, sql, type Tx } from '../../platform/database/index.ts';
import { newId, sha256 } from '../../platform/ids.ts';
import type { ClassCard, Ended } from './words.ts';

const COLUMNS = sql`id, person_id as person, made_at as "madeAt", expires_on as "expiresOn", locked_at as "lockedAt", last_used_at as "lastUsedAt"`;

/** The pictures are sealed together with the code, which is printed and not kept: a copy of this table opens nothing. */
export const picturesHash = (token: string, pictures: readonly string[]): string => sha256(`${token} ${pictures.join(' ')}`);

/** The cards of these people that work today. */
export const listCards = (tx: Tx, persons: readonly string[], today: string): Promise<ClassCard[]> =>
  rows(tx, sql<ClassCard>`select ${COLUMNS} from sign_in_class_card where person_id = any(${[...persons]}::uuid[]) and ended_at is null and expires_on >= ${today}::date order by made_at limit 1000`);

/** The card behind a code, when it works today. The row stays locked, so that two tries at once count as two. */
export async function cardOfToken(tx: Tx, token: string, today: string, { forTry = false } = {}): Promise<(ClassCard & { tries: number; picturesHash: string }) | null> {
  return (await firstRow(tx, sql<ClassCard & { tries: number; picturesHash: string }>`select ${COLUMNS}, tries, pictures_hash as "picturesHash" from sign_in_class_card
    where token_hash = ${sha256(token)} and ended_at is null and expires_on >= ${today}::date ${forTry ? sql`for update` : sql``}`)) ?? null;
}

export async function addCard(tx: Tx, entry: { school: string; person: string; token: string; pictures: readonly string[]; by: string; at: Date; expiresOn: string }): Promise<string> {
  const id = newId();
  await sql`insert into sign_in_class_card (school_id, id, person_id, token_hash, pictures_hash, made_by, made_at, expires_on)
    values (${entry.school}, ${id}, ${entry.person}, ${sha256(entry.token)}, ${picturesHash(entry.token, entry.pictures)}, ${entry.by}, ${entry.at}, ${entry.expiresOn}::date)`.execute(tx);
  return id;
}

/** Ends every card of a person. Returns how many there were. */
export async function endCards(tx: Tx, of: { person: string; why: Ended; at: Date }): Promise<number> {
  return Number((await sql`update sign_in_class_card set ended_at = ${of.at}, ended_why = ${of.why} where person_id = ${of.person} and ended_at is null`.execute(tx)).numAffectedRows ?? 0);
}

/** Notes a wrong try; locks the card where that was one too many. */
export async function noteWrong(tx: Tx, of: { id: string; at: Date; most: number }): Promise<boolean> {
  const row = await firstRow(tx, sql<{ locked: boolean }>`update sign_in_class_card set tries = tries + 1, locked_at = case when tries + 1 >= ${of.most} then ${of.at}::timestamptz else locked_at end
    where id = ${of.id} returning locked_at is not null as locked`);
  return row?.locked ?? false;
}

export async function noteRight(tx: Tx, of: { id: string; at: Date }): Promise<void> {
  await sql`update sign_in_class_card set tries = 0, last_used_at = ${of.at} where id = ${of.id}`.execute(tx);
}

/** Opens the locked cards of a person again. */
export async function unlock(tx: Tx, person: string): Promise<number> {
  return Number((await sql`update sign_in_class_card set tries = 0, locked_at = null where person_id = ${person} and locked_at is not null and ended_at is null`.execute(tx)).numAffectedRows ?? 0);
}
