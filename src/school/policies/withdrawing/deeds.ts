/** A policy in force is withdrawn from a day on, and taken back until that day is over. Nothing that was signed is touched. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import { drawnFor, type Person } from '../../people/index.ts';
import type { By } from '../deeds.ts';
import { faultOf, mayUndo } from './decisions.ts';
import { takenBackMail, withdrawnMail } from './mails.ts';
import { toTell, withdrawable } from './reads.ts';
import * as store from './store.ts';
import type { NotWithdrawn, Told } from './words.ts';

/** Who does it: somebody who may approve the policy. */
export interface Approver extends By {
  readonly by: string;
  readonly offices: readonly string[];
}

export type Withdrawn = { readonly ok: true; readonly told: number } | { readonly ok: false; readonly why: NotWithdrawn | 'not-the-approver' };

/** Takes a policy out of force from a day on. Editions that were approved for later days go with it. */
export async function withdrawPolicy(tx: Tx, by: Approver, given: { policy: string; from: string; reason: string; told: Told }): Promise<Withdrawn> {
  await store.holdWithdrawing(tx, by.school.id, given.policy);
  const found = await withdrawable(tx, { ...by, policy: given.policy });
  if (!found) return { ok: false, why: 'not-the-approver' };
  const why = faultOf({ inForce: found.inForce, standing: found.standing, from: given.from, today: by.today });
  if (why) return { ok: false, why };
  const people = await toTell(tx, { ...by, ...given, binds: found.binds });
  const id = await store.addWithdrawal(tx, by.school.id, { ...given, lastEdition: found.edition.number, toldPeople: people.length, by: by.by, as: found.as, at: by.at });
  await log(tx, by, 'withdraw-policy', { id, policy: given.policy, words: { from: given.from, edition: String(found.edition.number), told: given.told } });
  await tell(tx, by, people, (person, to) => withdrawnMail(by.school, { person, to, once: `withdrawn ${id} ${person}` }));
  return { ok: true, told: people.length };
}

/** Takes a withdrawal back: the policy is in force as if nothing had been, and what was asked is asked again. */
export async function keepPolicy(tx: Tx, by: Approver, policy: string): Promise<boolean> {
  const found = await withdrawable(tx, { ...by, policy });
  const standing = found?.standing;
  if (!found || !standing || !mayUndo(standing, by.today) || !(await store.undoWithdrawal(tx, standing.id, { by: by.by, at: by.at }))) return false;
  await log(tx, by, 'take-back-policy-withdrawal', { id: standing.id, policy, words: {} });
  const people = await toTell(tx, { ...by, policy, told: standing.told, binds: found.binds });
  await tell(tx, by, people, (person, to) => takenBackMail(by.school, { person, to, once: `kept ${standing.id} ${person}` }));
  return true;
}

const log = (tx: Tx, by: Approver, deed: string, { id, policy, words }: { id: string; policy: string; words: Record<string, string> }) =>
  write(tx, { school: by.school.id, deed, by: by.by, about: id, at: by.at, clause: `${by.school.slug}/${policy}`, words: { policy, ...words } });

async function tell(tx: Tx, by: Approver, people: readonly Person[], letter: (person: string, to: string) => Letter): Promise<void> {
  if (people.length > 0) await putInOutbox(tx, { school: by.school.id, at: by.at }, await drawnFor(tx, people.map(({ id, email }) => ({ person: id, draw: () => letter(id, email!) }))));
}
