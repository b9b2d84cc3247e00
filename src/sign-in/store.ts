/** The sign-in tables: names, passwords, passkeys, links, challenges, sessions, failures. */
import { sql, type Tx } from '../platform/database/index.ts';
import { newId, newToken, sha256 } from '../platform/ids.ts';
import { GUESS_WINDOW_MS, IDLE_MS, LINK_MS, LONGEST_MS, type Passkey, type Session } from './words.ts';

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/* ---- names and passwords */

export async function addName(tx: Tx, entry: { school: string; name: string; person: string }): Promise<void> {
  await sql`insert into sign_in_name (school_id, name, person_id) values (${entry.school}, ${entry.name.toLowerCase()}, ${entry.person})
    on conflict (school_id, name) do update set person_id = excluded.person_id`.execute(tx);
}

export async function personNamed(tx: Tx, name: string): Promise<string | null> {
  return (await sql<{ person_id: string }>`select person_id from sign_in_name where name = ${name.toLowerCase()}`.execute(tx)).rows[0]?.person_id ?? null;
}

export async function nameOf(tx: Tx, person: string): Promise<string | null> {
  return (await sql<{ name: string }>`select name from sign_in_name where person_id = ${person} order by name limit 1`.execute(tx)).rows[0]?.name ?? null;
}

export async function passwordHash(tx: Tx, person: string): Promise<string | null> {
  return (await sql<{ hash: string }>`select hash from sign_in_password where person_id = ${person}`.execute(tx)).rows[0]?.hash ?? null;
}

export async function setPasswordHash(tx: Tx, entry: { school: string; person: string; hash: string; at: Date }): Promise<void> {
  await sql`insert into sign_in_password (school_id, person_id, hash, set_at) values (${entry.school}, ${entry.person}, ${entry.hash}, ${entry.at})
    on conflict (person_id) do update set hash = excluded.hash, set_at = excluded.set_at`.execute(tx);
}

/** The password works no longer, nor does any link that would set one or sign in. True where there was a password. */
export async function removePassword(tx: Tx, person: string): Promise<boolean> {
  const gone = await sql`delete from sign_in_password where person_id = ${person}`.execute(tx);
  await sql`delete from sign_in_link where person_id = ${person} and used_at is null`.execute(tx);
  await sql`delete from sign_in_mail_link where person_id = ${person} and used_at is null`.execute(tx);
  return Number(gone.numAffectedRows ?? 0) > 0;
}

/* ---- wrong guesses */

export async function countFailures(tx: Tx, name: string, now: Date): Promise<number> {
  return (await sql<{ n: number }>`select count(*) as n from sign_in_failure where name = ${name.toLowerCase()} and at > ${later(now, -GUESS_WINDOW_MS)}`.execute(tx)).rows[0]!.n;
}

export async function addFailure(tx: Tx, entry: { school: string; name: string; at: Date }): Promise<void> {
  await sql`delete from sign_in_failure where at < ${later(entry.at, -GUESS_WINDOW_MS)}`.execute(tx);
  await sql`insert into sign_in_failure (school_id, name, at) values (${entry.school}, ${entry.name.toLowerCase().slice(0, 200)}, ${entry.at})`.execute(tx);
}

/* ---- one-time links */

/** A new link token; only its hash is kept. Earlier unused links of this person stop working. */
export async function addLink(tx: Tx, entry: { school: string; person: string; now: Date }): Promise<string> {
  const token = newToken();
  await sql`delete from sign_in_link where person_id = ${entry.person} and used_at is null`.execute(tx);
  await sql`insert into sign_in_link (school_id, token_hash, person_id, expires_at) values (${entry.school}, ${sha256(token)}, ${entry.person}, ${later(entry.now, LINK_MS)})`.execute(tx);
  return token;
}

export async function personOfLink(tx: Tx, token: string, now: Date): Promise<string | null> {
  return (await sql<{ person_id: string }>`select person_id from sign_in_link where token_hash = ${sha256(token)} and used_at is null and expires_at > ${now}`.execute(tx)).rows[0]?.person_id ?? null;
}

/** Uses a link up. Returns whose it was, or null when it was used, unknown or too old: of two at once, one wins. */
export async function useLink(tx: Tx, token: string, now: Date): Promise<string | null> {
  return (await sql<{ person_id: string }>`update sign_in_link set used_at = ${now} where token_hash = ${sha256(token)} and used_at is null and expires_at > ${now} returning person_id`.execute(tx)).rows[0]?.person_id ?? null;
}

/* ---- passkeys */

interface PasskeyRow { credential_id: string; person_id: string; public_key: Buffer; counter: number; transports: string[]; label: string; created_at: Date; last_used_at: Date | null }

const passkeyOf = (row: PasskeyRow): Passkey => ({
  credentialId: row.credential_id, person: row.person_id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter),
  transports: row.transports, label: row.label, createdAt: row.created_at, lastUsedAt: row.last_used_at,
});

export async function listPasskeys(tx: Tx, person: string): Promise<Passkey[]> {
  return (await sql<PasskeyRow>`select * from sign_in_passkey where person_id = ${person} order by created_at, credential_id limit 50`.execute(tx)).rows.map(passkeyOf);
}

export async function findPasskey(tx: Tx, credentialId: string): Promise<Passkey | null> {
  const row = (await sql<PasskeyRow>`select * from sign_in_passkey where credential_id = ${credentialId}`.execute(tx)).rows[0];
  return row ? passkeyOf(row) : null;
}

export async function addPasskey(tx: Tx, school: string, key: Omit<Passkey, 'lastUsedAt'>): Promise<void> {
  await sql`insert into sign_in_passkey (school_id, credential_id, person_id, public_key, counter, transports, label, created_at)
    values (${school}, ${key.credentialId}, ${key.person}, ${Buffer.from(key.publicKey)}, ${key.counter}, ${[...key.transports]}, ${key.label}, ${key.createdAt})`.execute(tx);
}

export async function usedPasskey(tx: Tx, key: { credentialId: string; counter: number; at: Date }): Promise<void> {
  await sql`update sign_in_passkey set counter = ${key.counter}, last_used_at = ${key.at} where credential_id = ${key.credentialId}`.execute(tx);
}

export async function removePasskey(tx: Tx, key: { credentialId: string; person: string }): Promise<boolean> {
  return Number((await sql`delete from sign_in_passkey where credential_id = ${key.credentialId} and person_id = ${key.person}`.execute(tx)).numAffectedRows) > 0;
}

/** Every passkey of a person goes. */
export async function removePasskeys(tx: Tx, person: string): Promise<void> {
  await sql`delete from sign_in_passkey where person_id = ${person}`.execute(tx);
}

export async function addChallenge(tx: Tx, entry: { school: string; challenge: string; person: string | null; now: Date }): Promise<string> {
  const id = newId();
  await sql`delete from sign_in_challenge where expires_at < ${entry.now}`.execute(tx);
  await sql`insert into sign_in_challenge (school_id, id, challenge, person_id, expires_at) values (${entry.school}, ${id}, ${entry.challenge}, ${entry.person}, ${later(entry.now, 300_000)})`.execute(tx);
  return id;
}

/** Takes a challenge away, so that it is answered once. */
export async function takeChallenge(tx: Tx, id: string, now: Date): Promise<{ challenge: string; person: string | null } | null> {
  const row = (await sql<{ challenge: string; person_id: string | null }>`delete from sign_in_challenge where id = ${id} and expires_at > ${now} returning challenge, person_id`.execute(tx)).rows[0];
  return row ? { challenge: row.challenge, person: row.person_id } : null;
}

/* ---- sessions */

interface SessionRow { id: string; person_id: string; persona: boolean; second_factor: boolean; created_at: Date; seen_at: Date; expires_at: Date; user_agent: string }

const sessionOf = (row: SessionRow): Session => ({
  id: row.id, person: row.person_id, persona: row.persona, secondFactor: row.second_factor, createdAt: row.created_at, seenAt: row.seen_at, expiresAt: row.expires_at, userAgent: row.user_agent,
});

/** Opens a session and returns its token: the cookie holds the token, the table its hash. `lastsMs` where it ends sooner than others. */
export async function openSession(tx: Tx, entry: { school: string; person: string; persona: boolean; secondFactor: boolean; userAgent: string; now: Date; lastsMs?: number }): Promise<string> {
  const token = newToken();
  await sql`delete from sign_in_session where person_id = ${entry.person} and expires_at < ${entry.now}`.execute(tx);
  await sql`insert into sign_in_session (school_id, id, token_hash, person_id, persona, second_factor, created_at, seen_at, expires_at, user_agent)
    values (${entry.school}, ${newId()}, ${sha256(token)}, ${entry.person}, ${entry.persona}, ${entry.secondFactor}, ${entry.now}, ${entry.now}, ${later(entry.now, entry.lastsMs ?? LONGEST_MS)}, ${entry.userAgent})`.execute(tx);
  return token;
}

/** The live session behind a cookie, or null. */
export async function findSession(tx: Tx, token: string, now: Date): Promise<Session | null> {
  const row = (await sql<SessionRow>`select * from sign_in_session where token_hash = ${sha256(token)} and expires_at > ${now} and seen_at > ${later(now, -IDLE_MS)}`.execute(tx)).rows[0];
  return row ? sessionOf(row) : null;
}

/** Notes that a session is in use; called at most once a minute, so that reading a page writes nothing. */
export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update sign_in_session set seen_at = ${now} where id = ${id}`.execute(tx);
}

/** Notes that a second factor was shown in a session. */
export async function showSecondFactor(tx: Tx, session: { id: string; person: string }): Promise<void> {
  await sql`update sign_in_session set second_factor = true where id = ${session.id} and person_id = ${session.person}`.execute(tx);
}

export async function listSessions(tx: Tx, person: string, now: Date): Promise<Session[]> {
  return (await sql<SessionRow>`select * from sign_in_session where person_id = ${person} and expires_at > ${now} and seen_at > ${later(now, -IDLE_MS)} order by seen_at desc, id desc limit 50`.execute(tx)).rows.map(sessionOf);
}

/** Ends one session of a person, or all of them but one. */
export async function endSessions(tx: Tx, of: { person: string; only?: string; except?: string }): Promise<number> {
  const gone = await sql`delete from sign_in_session where person_id = ${of.person} and (${of.only ?? null}::uuid is null or id = ${of.only ?? null}) and (${of.except ?? null}::uuid is null or id <> ${of.except ?? null})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** Everything sign-in holds of a person goes. */
export async function erase(tx: Tx, person: string): Promise<void> {
  for (const table of ['sign_in_name', 'sign_in_password', 'sign_in_passkey', 'sign_in_link', 'sign_in_mail_link', 'sign_in_class_card', 'sign_in_session']) {
    await sql`delete from ${sql.table(table)} where person_id = ${person}`.execute(tx);
  }
}
