/** What a signer has still to read before they sign. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { findPerson, widened } from '../../people/index.ts';
import { companionsOf, type CompanionToRead } from '../../policies/index.ts';
import type { Place } from '../reads.ts';
import { listAgreements } from '../store.ts';
import type { Capacity } from '../words.ts';
import { requiredReading } from './decisions.ts';
import { readingsOf } from './store.ts';
import type { ReadBefore, ToRead } from './words.ts';

export { findBeside, listReadBefore } from './store.ts';

const MOST_SIGNED = 200;

/** Names of the signer as rules name them: a guardian reads as a parent, whatever else they are. */
async function namesOf(tx: Tx, signer: { by: string; capacity: Capacity }, place: Place): Promise<readonly string[]> {
  if (signer.capacity === 'guardian') return ['parent'];
  const person = await findPerson(tx, signer.by, place.today);
  return person ? [...widened(person.kinds, place.vocabulary), ...person.offices] : [];
}

/** Everything a signer must read before they sign this policy, with what they have read of it. Whoever signed the edition in force of such a policy has read it. */
export async function readFirst(tx: Tx, of: { by: string; capacity: Capacity; document: Policy; place: Place }): Promise<ToRead[]> {
  const { place, document } = of;
  const companions = (await companionsOf(tx, { ...place, policy: document.id })).filter(one => one.mustOpen);
  if (companions.length === 0) return [];
  const isNamed = (one: CompanionToRead) => one.id.startsWith('policy:');
  const named = new Set(requiredReading(document, { names: await namesOf(tx, of, place), beside: companions.filter(isNamed) }));
  const required = companions.filter(one => !isNamed(one) || named.has(one.id));
  if (required.length === 0) return [];
  const editionOf = (one: CompanionToRead) => one.edition?.id ?? one.id;
  const readings = new Map((await readingsOf(tx, of.by, required.map(editionOf))).map(one => [one.editionId, one]));
  const signed = new Map((await listAgreements(tx, { persons: [of.by], limit: MOST_SIGNED })).filter(one => one.capacity === 'self' && one.whole && one.withdrawnOn === null).map(one => [one.editionId, one.at]));
  return required.map(one => {
    const reading = readings.get(editionOf(one));
    const at = signed.get(editionOf(one));
    return {
      id: one.id, title: one.title, ownPolicy: one.ownPolicy, href: one.href, editionId: editionOf(one), edition: one.edition?.number ?? null,
      openedAt: reading?.openedAt ?? at ?? null, readAt: reading?.readAt ?? at ?? null,
    };
  });
}

/** What is still to be read of it. */
export const unread = (documents: readonly ToRead[]): ToRead[] => documents.filter(one => one.readAt === null);

/** As it goes into the proof. */
export const asReadBefore = (documents: readonly ToRead[]): ReadBefore[] =>
  documents.flatMap(({ title, editionId, edition, openedAt, readAt }) => (openedAt && readAt ? [{ title, editionId, edition, openedAt, readAt }] : []));
