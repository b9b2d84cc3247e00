/** Giving policies out, and noting that they were opened. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Events } from '../../bulletin.ts';
import * as store from './store.ts';

/** Gives an edition to everybody of these who has not had it. Returns how many that were. */
export async function issuePolicy(tx: Tx, of: { school: School; policy: string; editionId: string; edition: number; on: string; at: Date; persons: readonly string[] }): Promise<number> {
  const issued = await store.addIssues(tx, { ...of, school: of.school.id });
  if (issued > 0) await write(tx, { school: of.school.id, deed: 'issue-policy', by: 'countersign', at: of.at, about: of.editionId, words: { policy: of.policy, edition: String(of.edition), people: String(issued) } });
  return issued;
}

/** Somebody opened an edition that they were given. Only the first time counts. */
export async function openIssue(tx: Tx, of: { school: string; person: string; editionId: string; at: Date }): Promise<void> {
  if (await store.setOpened(tx, { person: of.person, editionId: of.editionId, on: dayOf(of.at) })) await write(tx, { school: of.school, deed: 'open-policy', by: of.person, at: of.at, about: of.editionId });
}

/** Whoever signs an edition has had it before them. Heard from agreements. */
export const openedBySigning = (tx: Tx, event: Events['agreement-signed']): Promise<void> => openIssue(tx, { school: event.school, person: event.person, editionId: event.edition, at: event.at });
