/** What is done with copies on request. A name and an address lie closed, under a key that no copy of the database holds, until the copy is out. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { closeSecret, openSecret } from '../../../platform/secrets.ts';
import type { By } from '../deeds.ts';
import * as store from './store.ts';
import type { CopyRequest, Way } from './words.ts';

/** Closes a name and address for a request that is about to be made. Outside any transaction: it reads the key's file. */
export async function closeAddress(keyFolder: string, to: { name: string; address: string }): Promise<{ id: string; closedTo: string }> {
  const id = newId();
  return { id, closedTo: await closeSecret(keyFolder, id, JSON.stringify(to)) };
}

/** Opens it again, for whoever sends the copy. Null when there is none. */
export async function openAddress(keyFolder: string, request: Pick<CopyRequest, 'id' | 'closedTo'>): Promise<{ name: string; address: string } | null> {
  const text = request.closedTo === null ? null : await openSecret(keyFolder, request.id, request.closedTo);
  return text === null ? null : JSON.parse(text) as { name: string; address: string };
}

/** Somebody asks for a copy. */
export async function askForCopy(tx: Tx, by: By, given: { policy: string; how: Way; language: string; closed: { id: string; closedTo: string } | null }): Promise<string> {
  const id = given.closed?.id ?? newId();
  await store.addRequest(tx, { school: by.school.id, id, policy: given.policy, how: given.how, language: given.language, person: by.by, closedTo: given.closed?.closedTo ?? null, at: by.at });
  await write(tx, { school: by.school.id, deed: 'ask-for-copy', by: by.by ?? 'countersign', at: by.at, about: id, words: { policy: given.policy, how: given.how } });
  return id;
}

/** The copy is out, or could not be given. False where that was said before. */
export async function copyDone(tx: Tx, by: By, request: CopyRequest, outcome: 'given' | 'not-given'): Promise<boolean> {
  if (!(await store.setDone(tx, request.id, { by: by.by!, on: by.today, outcome }))) return false;
  await write(tx, { school: by.school.id, deed: 'give-copy', by: by.by ?? 'countersign', at: by.at, about: request.id, words: { policy: request.policy, outcome } });
  return true;
}
