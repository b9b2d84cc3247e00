/** The table of links that sign in by mail: sign_in_mail_link. */
import { sql, type Tx } from '../../platform/database/index.ts';
import { newToken, sha256 } from '../../platform/ids.ts';

/** How many links were made for a person since a moment. */
export async function countLinks(tx: Tx, person: string, since: Date): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from sign_in_mail_link where person_id = ${person} and made_at > ${since}`.execute(tx)).rows[0]!.n;
}

/** A new token; only its hash is kept. Earlier unused links of this person stop working. */
export async function addMailLink(tx: Tx, entry: { school: string; person: string; now: Date; expiresAt: Date }): Promise<string> {
  const token = newToken();
  await sql`update sign_in_mail_link set expires_at = ${entry.now} where person_id = ${entry.person} and used_at is null and expires_at > ${entry.now}`.execute(tx);
  await sql`delete from sign_in_mail_link where made_at < ${new Date(entry.now.getTime() - 86_400_000)}`.execute(tx);
  await sql`insert into sign_in_mail_link (school_id, token_hash, person_id, made_at, expires_at) values (${entry.school}, ${sha256(token)}, ${entry.person}, ${entry.now}, ${entry.expiresAt})`.execute(tx);
  return token;
}

export async function isLive(tx: Tx, token: string, now: Date): Promise<boolean> {
  return (await sql<{ it: boolean }>`select exists (select from sign_in_mail_link where token_hash = ${sha256(token)} and used_at is null and expires_at > ${now}) as it`.execute(tx)).rows[0]!.it;
}

/** Uses a link up. Returns whose it was; of two at once, one wins. */
export async function useMailLink(tx: Tx, token: string, now: Date): Promise<string | null> {
  return (await sql<{ person: string }>`update sign_in_mail_link set used_at = ${now} where token_hash = ${sha256(token)} and used_at is null and expires_at > ${now} returning person_id as person`.execute(tx)).rows[0]?.person ?? null;
}
