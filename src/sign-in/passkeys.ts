/** Passkeys (WebAuthn), by SimpleWebAuthn. A key on the school laptop or a security key serves; no phone is ever needed. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Tx } from '../platform/database/index.ts';
import { write } from '../logbook/index.ts';
import { open, type Door, type SignIn } from './deeds.ts';
import * as store from './store.ts';

/** Loaded with the first passkey: it is large, and most people never use one. */
const webAuthn = () => import('@simplewebauthn/server');

/** Where the browser is: the host alone, and scheme with host and port. */
export interface Site {
  readonly rpID: string;
  readonly origin: string;
}

/**
 * The options a browser needs to make a passkey, and the id of the challenge in them. Null for somebody half-way in who
 * has a passkey: they show that one, or a stolen password would make itself a passkey.
 */
export async function beginPasskey(tx: Tx, door: Door, { site, person, name, halfWay }: { site: Site; person: string; name: string; halfWay: boolean }) {
  const has = await store.listPasskeys(tx, person);
  if (halfWay && has.length > 0) return null;
  const options = await (await webAuthn()).generateRegistrationOptions({
    rpName: 'Countersign', rpID: site.rpID, userName: name, userID: new TextEncoder().encode(person), attestationType: 'none',
    excludeCredentials: has.map(key => ({ id: key.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, challenge: await store.addChallenge(tx, { school: door.school, challenge: options.challenge, person, now: door.now }) };
}

/** Keeps a new passkey when the browser's answer is right. False when it is not. */
export async function finishPasskey(tx: Tx, door: Door, given: { site: Site; person: string; session: string; challenge: string; response: RegistrationResponseJSON; label: string }): Promise<boolean> {
  const asked = await store.takeChallenge(tx, given.challenge, door.now);
  if (!asked || asked.person !== given.person) return false;
  const checked = await (await webAuthn()).verifyRegistrationResponse({ response: given.response, expectedChallenge: asked.challenge, expectedOrigin: given.site.origin, expectedRPID: given.site.rpID, requireUserVerification: true }).catch(() => null);
  if (!checked?.verified) return false;
  const { credential } = checked.registrationInfo;
  await store.addPasskey(tx, door.school, {
    credentialId: credential.id, person: given.person, publicKey: credential.publicKey, counter: credential.counter,
    transports: credential.transports ?? [], label: given.label, createdAt: door.now,
  });
  await store.showSecondFactor(tx, { id: given.session, person: given.person });
  await write(tx, { school: door.school, deed: 'add-passkey', by: given.person, about: given.person, at: door.now });
  return true;
}

/** The options a browser needs to sign in with any passkey it holds for this site. */
export async function beginSignIn(tx: Tx, door: Door, site: Site) {
  const options = await (await webAuthn()).generateAuthenticationOptions({ rpID: site.rpID, userVerification: 'required' });
  return { options, challenge: await store.addChallenge(tx, { school: door.school, challenge: options.challenge, person: null, now: door.now }) };
}

/** Signs in by passkey. A key of another school is unknown here. */
export async function finishSignIn(tx: Tx, door: Door, given: { site: Site; challenge: string; response: AuthenticationResponseJSON }): Promise<SignIn> {
  const asked = await store.takeChallenge(tx, given.challenge, door.now);
  const key = await store.findPasskey(tx, given.response.id);
  if (!asked || !key) return { ok: false, why: 'wrong' };
  const checked = await (await webAuthn()).verifyAuthenticationResponse({
    response: given.response, expectedChallenge: asked.challenge, expectedOrigin: given.site.origin, expectedRPID: given.site.rpID, requireUserVerification: true,
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
  }).catch(() => null);
  if (!checked?.verified) return { ok: false, why: 'wrong' };
  await store.usedPasskey(tx, { credentialId: key.credentialId, counter: checked.authenticationInfo.newCounter, at: door.now });
  return { ok: true, token: await open(tx, door, key.person, 'second-factor'), person: key.person };
}

/** Takes a passkey of one's own away. */
export async function dropPasskey(tx: Tx, door: Door, given: { person: string; credentialId: string }): Promise<boolean> {
  const gone = await store.removePasskey(tx, given);
  if (gone) await write(tx, { school: door.school, deed: 'remove-passkey', by: given.person, about: given.person, at: door.now });
  return gone;
}
