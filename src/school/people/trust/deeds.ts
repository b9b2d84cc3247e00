/** What is done so that one human being is known at several schools of a trust. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Doing } from '../deeds.ts';
import * as store from './store.ts';
import type { TrustAsk } from './words.ts';

/** Asks the trust's office to know somebody at another school too. False where the schools share no trust, or it was asked before. */
export async function askTrust(tx: Tx, doing: Doing, given: { name: string; email: string; toSchool: string; toEmail: string }): Promise<boolean> {
  const trust = await store.trustOf(tx, doing.school);
  const sister = (await store.sisterSchools(tx, doing.school)).some(school => school.id === given.toSchool);
  if (!trust || !sister) return false;
  const added = await store.addAsk(tx, { trust, fromSchool: doing.school, fromPerson: doing.by, fromName: given.name, fromEmail: given.email, toSchool: given.toSchool, toEmail: given.toEmail, at: doing.at });
  if (added) await write(tx, { ...doing, deed: 'ask-trust', about: doing.by, words: { school: given.toSchool } });
  return added;
}

/** Takes back what one has asked oneself. */
export async function cancelAsk(tx: Tx, doing: Doing, id: string): Promise<boolean> {
  if (!(await store.dropAsk(tx, id, doing.by))) return false;
  await write(tx, { ...doing, deed: 'take-back-ask-trust', about: doing.by });
  return true;
}

/** The trust's office confirms: the two persons are one human being. `person` is who was found at the other school. False where they are tied to others already. */
export async function confirmIdentity(tx: Tx, doing: Doing, given: { ask: TrustAsk; person: string }): Promise<boolean> {
  const { ask, person } = given;
  const tied = await store.tie(tx, { by: doing.by, at: doing.at, one: { school: ask.fromSchool, person: ask.fromPerson }, other: { school: ask.toSchool, person } });
  if (!tied) return false;
  await store.dropAsk(tx, ask.id);
  await write(tx, { ...doing, deed: 'confirm-identity', about: ask.fromPerson, words: { schools: `${ask.fromSchoolName}, ${ask.toSchoolName}` } });
  return true;
}

/** The trust's office says no; nothing is tied. */
export async function refuseIdentity(tx: Tx, doing: Doing, ask: TrustAsk): Promise<void> {
  await store.dropAsk(tx, ask.id);
  await write(tx, { ...doing, deed: 'refuse-identity', about: ask.fromPerson });
}

/** Somebody is no longer known at the other schools: taken out by themselves or by the trust's office. */
export async function partIdentity(tx: Tx, doing: Doing, given: { school: string; person: string }): Promise<boolean> {
  if (!(await store.part(tx, given))) return false;
  await write(tx, { ...doing, deed: 'part-identity', about: given.person });
  return true;
}

/** Writes into a school's own logbook that somebody of it is now known at others; each school keeps its own. */
export const noteTied = (tx: Tx, of: { school: string; person: string; at: Date }): Promise<unknown> =>
  write(tx, { school: of.school, deed: 'identity-confirmed', by: 'countersign', about: of.person, at: of.at });
