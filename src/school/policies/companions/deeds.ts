/** What is done with companion documents. Each deed is one change with its logbook line. */
import { write, writeAll } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import type { By } from '../deeds.ts';
import { linksIn, nextCheck } from './decisions.ts';
import * as store from './store.ts';
import type { Companion, CompanionGiven, Look } from './words.ts';

const log = (tx: Tx, { school, by, at }: By, deed: string, entry: { id: string; policy: string; title: string }) =>
  write(tx, { school: school.id, deed, by: by ?? 'countersign', at, about: entry.id, words: { policy: entry.policy, document: entry.title } });

/** Adds a document to the register of a policy. Returns its id. */
export async function addCompanion(tx: Tx, by: By, policy: string, given: CompanionGiven): Promise<string> {
  const id = await store.addCompanion(tx, { ...given, school: by.school.id, policy, by: by.by, at: by.at });
  await log(tx, by, 'add-companion', { id, policy, title: given.title });
  return id;
}

/** Puts an entry right. */
export async function changeCompanion(tx: Tx, by: By, entry: Companion, given: CompanionGiven): Promise<void> {
  await store.setCompanion(tx, entry.id, { ...given, at: by.at });
  await log(tx, by, 'change-companion', { ...entry, title: given.title });
}

/** Takes an entry out of the register; it can be put back. */
export async function removeCompanion(tx: Tx, by: By, entry: Companion): Promise<void> {
  await store.setRemoved(tx, entry.id, by.at);
  await log(tx, by, 'remove-companion', entry);
}

/** Puts an entry back that was taken out. */
export async function putBackCompanion(tx: Tx, by: By, entry: Companion): Promise<void> {
  await store.setRemoved(tx, entry.id, null);
  await log(tx, by, 'put-back-companion', entry);
}

/** Takes in the addresses that stand in the text and are not in the register yet. Returns how many. */
export async function takeInLinks(tx: Tx, by: By, { document, owner }: { document: Policy; owner: string }): Promise<number> {
  const known = new Set((await store.listCompanions(tx, { policy: document.id })).map(entry => entry.address));
  const fresh = linksIn(document).filter(link => !known.has(link.address)).slice(0, 100);
  const ids: string[] = [];
  for (const link of fresh) {
    ids.push(await store.addCompanion(tx, {
      school: by.school.id, policy: document.id, by: by.by, at: by.at, kind: 'companion', title: link.title.slice(0, 150), owner, address: link.address, ownPolicy: null, clause: link.clause, openFirst: false, stopsPublishing: false,
    }));
  }
  await writeAll(tx, fresh.map((link, at) => ({ school: by.school.id, deed: 'add-companion', by: by.by ?? 'countersign', at: by.at, about: ids[at]!, words: { policy: document.id, document: link.title } })));
  return fresh.length;
}

/** Has all addresses of a policy looked at in the next round. */
export async function askForALook(tx: Tx, by: By, policy: string): Promise<number> {
  const looked = await store.lookSoon(tx, { policy, at: by.at });
  if (looked > 0) await write(tx, { school: by.school.id, deed: 'ask-link-check', by: by.by ?? 'countersign', at: by.at, words: { policy } });
  return looked;
}

/** Notes what a look found. The logbook says when an address died or came back, not every week that it lived. */
export async function noteLook(tx: Tx, of: { readonly school: string; readonly entry: Companion; readonly look: Look }): Promise<void> {
  const { school, entry, look } = of;
  const noted = await store.noteLook(tx, { school, companion: entry.id, look, next: nextCheck(look.state, look.at) });
  if (noted && look.state !== entry.state) {
    await write(tx, { school, deed: 'check-link', by: 'countersign', at: look.at, about: entry.id, words: { policy: entry.policy, document: entry.title, found: look.state } });
  }
}
