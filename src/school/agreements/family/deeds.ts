/** What is kept round a signature: what was read before it, and beside whom it was given. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { findPerson, fullName, listGuardians } from '../../people/index.ts';
import { asReadBefore } from './reads.ts';
import * as store from './store.ts';
import type { ToRead } from './words.ts';

export { forgetFamilyProof } from './store.ts';

/** Notes that a document was opened on its page, or where it lies. */
export const openDocument = (tx: Tx, of: { school: string; person: string; document: ToRead; at: Date }): Promise<void> =>
  store.noteOpened(tx, { school: of.school, person: of.person, editionId: of.document.editionId, at: of.at });

/** Notes that a document was read to its end. */
export async function finishReading(tx: Tx, of: { school: string; person: string; document: ToRead; at: Date }): Promise<void> {
  await openDocument(tx, of);
  if (!(await store.noteRead(tx, { person: of.person, editionId: of.document.editionId, at: of.at }))) return;
  await write(tx, { school: of.school, deed: 'read-document', by: of.person, about: of.document.editionId, at: of.at, words: { title: of.document.title } });
}

/** Keeps beside an agreement what had been read, and for a countersignature the child as the roll has them. */
export async function keepProof(tx: Tx, of: { school: School; agreement: string; person: string; by: string; today: string; read: readonly ToRead[] }): Promise<void> {
  const read = asReadBefore(of.read);
  if (read.length > 0) await store.addReadBefore(tx, { school: of.school.id, agreement: of.agreement }, read);
  if (of.person === of.by) return;
  const child = await findPerson(tx, of.person, of.today);
  const tie = (await listGuardians(tx, { children: [of.person], day: of.today })).find(one => one.parentId === of.by);
  await store.addBeside(tx, {
    school: of.school.id, agreement: of.agreement, child: of.person, by: of.by, relation: tie?.relation ?? null, childName: child && fullName(child),
    childForm: child?.place ? [child.place.yearGroup, child.place.class].filter(Boolean).join(', ') : null,
  });
}
