/** Signing in and out, and what it takes to set it up. Each deed is one transaction of the caller. */
import type { Tx } from '../platform/database/index.ts';
import { write } from '../logbook/index.ts';
import { hashPassword, isPassword } from './passwords.ts';
import * as store from './store.ts';
import { GUESSES, type Session, type Shown } from './words.ts';

export interface Door {
  readonly school: string;
  readonly now: Date;
  readonly userAgent: string;
}

export type SignIn = { readonly ok: true; readonly token: string; readonly person: string } | { readonly ok: false; readonly why: 'wrong' | 'wait' };

/** Name and password. Wrong name and wrong password look and last alike; too many guesses have to wait. */
export async function signInByPassword(tx: Tx, door: Door, given: { name: string; password: string }): Promise<SignIn> {
  if ((await store.countFailures(tx, given.name, door.now)) >= GUESSES) return { ok: false, why: 'wait' };
  const person = await store.personNamed(tx, given.name);
  const hash = person ? await store.passwordHash(tx, person) : null;
  const right = await isPassword(given.password, hash);
  if (!person || !right) {
    await store.addFailure(tx, { school: door.school, name: given.name, at: door.now });
    return { ok: false, why: 'wrong' };
  }
  return { ok: true, token: await open(tx, door, person), person };
}

/** Opens a session for a person who has proved who they are, and writes it down. */
export async function open(tx: Tx, door: Door, person: string, shown: Shown = 'one-factor'): Promise<string> {
  const token = await store.openSession(tx, { ...door, person, persona: shown === 'persona', secondFactor: shown === 'second-factor' });
  await write(tx, { school: door.school, deed: 'sign-in', by: person, at: door.now });
  return token;
}

export async function signOut(tx: Tx, door: Door, session: { id: string; person: string }): Promise<void> {
  await store.endSessions(tx, { person: session.person, only: session.id });
  await write(tx, { school: door.school, deed: 'sign-out', by: session.person, at: door.now });
}

/** Ends every other session of this person. */
export async function signOutElsewhere(tx: Tx, door: Door, session: { id: string; person: string }): Promise<number> {
  const ended = await store.endSessions(tx, { person: session.person, except: session.id });
  await write(tx, { school: door.school, deed: 'sign-out-elsewhere', by: session.person, at: door.now });
  return ended;
}

/** Ends every session of somebody from whom this sign-in was taken away. Their password and passkeys stay, for whatever stays open to them. */
export async function endEverySession(tx: Tx, door: Pick<Door, 'school' | 'now'>, { person, by }: { person: string; by: string }): Promise<number> {
  const ended = await store.endSessions(tx, { person });
  await write(tx, { school: door.school, deed: 'end-every-session', by, about: person, at: door.now });
  return ended;
}

/** Makes the one-time link that sets a password. The caller sends it to the person's own address and to nobody else. */
export async function makeLink(tx: Tx, door: Door, { person, by }: { person: string; by: string }): Promise<string> {
  const token = await store.addLink(tx, { school: door.school, person, now: door.now });
  await write(tx, { school: door.school, deed: 'make-sign-in-link', by, about: person, at: door.now });
  return token;
}

/** Forgets every passkey of a person who has lost them, and ends their sessions. Only whoever keeps the server may: no page does this. */
export async function forgetPasskeys(tx: Tx, door: Door, { person, by }: { person: string; by: string }): Promise<void> {
  await store.removePasskeys(tx, person);
  await store.endSessions(tx, { person });
  await write(tx, { school: door.school, deed: 'forget-passkeys', by, about: person, at: door.now });
}

/** Somebody else is in: every session of the person ends, and their password and open links work no longer. Passkeys stay, for nobody can copy one. Says how many sessions ended and whether there was a password. */
export async function shutOut(tx: Tx, door: Door, { person, by }: { person: string; by: string }): Promise<{ sessions: number; hadPassword: boolean }> {
  const hadPassword = await store.removePassword(tx, person);
  const sessions = await store.endSessions(tx, { person });
  await write(tx, { school: door.school, deed: 'shut-out', by, about: person, at: door.now });
  return { sessions, hadPassword };
}

/** Sets the password by a one-time link: the link is used up, other sessions end, and the person is signed in. */
export async function setPasswordByLink(tx: Tx, door: Door, given: { token: string; password: string }): Promise<SignIn> {
  const person = await store.useLink(tx, given.token, door.now);
  if (!person) return { ok: false, why: 'wrong' };
  await store.setPasswordHash(tx, { school: door.school, person, hash: await hashPassword(given.password), at: door.now });
  await store.endSessions(tx, { person });
  await write(tx, { school: door.school, deed: 'set-password', by: person, about: person, at: door.now });
  return { ok: true, token: await open(tx, door, person), person };
}

/** The session behind a cookie; notes its use once a minute by `touch`, which the caller runs apart from the reading. */
export async function sessionOf(tx: Tx, token: string, now: Date): Promise<{ session: Session; touch: boolean } | null> {
  const session = await store.findSession(tx, token, now);
  return session ? { session, touch: now.getTime() - session.seenAt.getTime() > 60_000 } : null;
}

export { touchSession } from './store.ts';
