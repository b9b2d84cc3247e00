/** The tables of the school's provider: sign_in_provider, sign_in_provider_try. */
import { sql, type Tx } from '../../platform/database/index.ts';
import { newToken, sha256 } from '../../platform/ids.ts';
import { TRY_MS, type Provider, type Try } from './words.ts';

interface Row { issuer: string; client_id: string; secret: string; label: string; trusts_mail: boolean; asks_second_factor: boolean; in_use: boolean }

/** The provider of this school, in use or not; null where none was ever set up. */
export async function findProvider(tx: Tx): Promise<Provider | null> {
  const row = (await sql<Row>`select * from sign_in_provider`.execute(tx)).rows[0];
  return row ? { issuer: row.issuer, clientId: row.client_id, secret: row.secret, label: row.label, trustsMail: row.trusts_mail, asksSecondFactor: row.asks_second_factor, inUse: row.in_use } : null;
}

export async function setProvider(tx: Tx, school: string, { at, ...one }: Provider & { readonly at: Date }): Promise<void> {
  await sql`insert into sign_in_provider (school_id, issuer, client_id, secret, label, trusts_mail, asks_second_factor, in_use, set_at)
    values (${school}, ${one.issuer}, ${one.clientId}, ${one.secret}, ${one.label}, ${one.trustsMail}, ${one.asksSecondFactor}, ${one.inUse}, ${at})
    on conflict (school_id) do update set issuer = excluded.issuer, client_id = excluded.client_id, secret = excluded.secret, label = excluded.label,
      trusts_mail = excluded.trusts_mail, asks_second_factor = excluded.asks_second_factor, in_use = excluded.in_use, set_at = excluded.set_at`.execute(tx);
}

/** Keeps a sign-in that is under way; returns the browser's token, of which only the hash is kept. */
export async function addTry(tx: Tx, entry: Try & { school: string; now: Date }): Promise<string> {
  const token = newToken();
  await sql`delete from sign_in_provider_try where expires_at < ${entry.now}`.execute(tx);
  await sql`insert into sign_in_provider_try (school_id, token_hash, state, nonce, verifier, next_path, expires_at)
    values (${entry.school}, ${sha256(token)}, ${entry.state}, ${entry.nonce}, ${entry.verifier}, ${entry.next}, ${new Date(entry.now.getTime() + TRY_MS)})`.execute(tx);
  return token;
}

/** Takes a sign-in under way, so that it is answered once. */
export async function takeTry(tx: Tx, token: string, now: Date): Promise<Try | null> {
  const row = (await sql<{ state: string; nonce: string; verifier: string; next_path: string }>`
    delete from sign_in_provider_try where token_hash = ${sha256(token)} and expires_at > ${now} returning state, nonce, verifier, next_path`.execute(tx)).rows[0];
  return row ? { state: row.state, nonce: row.nonce, verifier: row.verifier, next: row.next_path } : null;
}
