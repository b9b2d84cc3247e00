/** Setting up the school's provider, and signing in with it. */
import type { Tx } from '../../platform/database/index.ts';
import { closeSecret, openSecret } from '../../platform/secrets.ts';
import { write } from '../../logbook/index.ts';
import { open, type Door } from '../deeds.ts';
import { addressOf, showedSecondFactor } from './decisions.ts';
import type { Known } from './openid.ts';
import * as store from './store.ts';
import type { Claims, Provider, Refusal, Try } from './words.ts';

/** Everybody here today whose address this is; handed in, for sign-in knows people by id alone. */
export type PeopleOfEmail = (tx: Tx, email: string, today: string) => Promise<readonly string[]>;

/** What is needed to speak with the provider: null where its secret no longer opens. */
export async function knownOf(keyFolder: string, school: string, provider: Provider): Promise<Known | null> {
  const secret = await openSecret(keyFolder, school, provider.secret);
  return secret === null ? null : { issuer: provider.issuer, clientId: provider.clientId, secret };
}

export const closed = (keyFolder: string, school: string, secret: string): Promise<string> => closeSecret(keyFolder, school, secret);

/** Keeps what the school says of its provider. The secret stays out of the logbook. */
export async function setProvider(tx: Tx, doing: { school: string; by: string; at: Date }, provider: Provider): Promise<void> {
  await store.setProvider(tx, doing.school, { ...provider, at: doing.at });
  await write(tx, { school: doing.school, deed: 'set-sign-in-provider', by: doing.by, at: doing.at, words: { provider: provider.issuer, inUse: provider.inUse ? 'yes' : 'no' } });
}

/** Keeps a sign-in under way; returns the token for the browser that began it. */
export const beginTry = (tx: Tx, door: Door, fits: Try): Promise<string> => store.addTry(tx, { ...fits, school: door.school, now: door.now });

/** Takes a sign-in under way, once. */
export const takeTry = (tx: Tx, door: Door, token: string): Promise<Try | null> => store.takeTry(tx, token, door.now);

/** Signs in the one person of this school whose verified address the provider gives. Nobody is ever created. */
export async function signInByProvider(tx: Tx, door: Door, given: { claims: Claims; provider: Provider; people: PeopleOfEmail; today: string }): Promise<{ ok: true; token: string } | { ok: false; why: Refusal }> {
  const { claims, provider, people, today } = given;
  const email = addressOf(claims, provider);
  if (!email) return { ok: false, why: 'unverified' };
  const [person, ...others] = await people(tx, email, today);
  // Why one alone: an address that two people share says not which of them has signed in.
  if (!person || others.length > 0) return { ok: false, why: 'unknown' };
  return { ok: true, token: await open(tx, door, person, showedSecondFactor(claims, provider) ? 'second-factor' : 'one-factor') };
}
