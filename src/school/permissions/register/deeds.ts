/** What is done with a permission after it was granted. Each deed is one change with its logbook line. */
import type { Tx } from '../../../platform/database/index.ts';
import { showEvidence, turn, type Doing } from '../deeds.ts';
import { tell } from './mails.ts';
import type { Entry } from './words.ts';

/** Ends a permission at once, with the reason; its holder is told, and from this moment May I says what it says without it. */
export async function withdrawPermission(tx: Tx, doing: Doing, of: { readonly entry: Entry; readonly reason: string }): Promise<void> {
  if (!(await turn(tx, doing, { permission: of.entry.id, turn: 'withdrawn', reason: of.reason }))) return;
  await tell(tx, doing, 'changed', of.entry.holder === null ? [] : [of.entry.holder]);
}

/** The holder no longer wants it. */
export async function giveUpPermission(tx: Tx, doing: Doing, entry: Entry): Promise<void> {
  if (!(await turn(tx, doing, { permission: entry.id, turn: 'given-up', reason: '' }))) return;
  await tell(tx, doing, 'decides', entry.grantedBy === null ? [] : [entry.grantedBy]);
}

/** What the permission stands on was looked at again and is true until a day: it counts again where it was suspended. */
export async function checkEvidence(tx: Tx, doing: Doing, of: { readonly entry: Entry; readonly shown: string; readonly until: string; readonly suspended: boolean }): Promise<void> {
  const { entry, shown, until } = of;
  await showEvidence(tx, doing, { permission: entry.id, evidence: { ...entry.evidence, ...(shown ? { checked: shown } : {}), ...(entry.evidence['checked-on'] ? { 'checked-on': doing.today } : {}) }, until });
  if (!of.suspended) return;
  if (!(await turn(tx, doing, { permission: entry.id, turn: 'restored', reason: shown }))) return;
  await tell(tx, doing, 'changed', entry.holder === null ? [] : [entry.holder]);
}

/** The day passed until which the evidence was known to be true: the permission rests until it is shown anew. */
export async function suspendForEvidence(tx: Tx, doing: Doing, entry: Entry): Promise<void> {
  await turn(tx, doing, { permission: entry.id, turn: 'suspended', reason: '' });
  await tell(tx, doing, 'evidence', entry.holder === null ? [] : [entry.holder]);
  await tell(tx, doing, 'decides', entry.grantedBy === null ? [] : [entry.grantedBy]);
}

/** Reminds holder and decider before the end; nothing is made longer. */
export async function remindOfEnd(tx: Tx, doing: Doing, entry: Entry): Promise<void> {
  await turn(tx, doing, { permission: entry.id, turn: 'reminded', reason: '' });
  await tell(tx, doing, 'ends-soon', entry.holder === null ? [] : [entry.holder]);
  await tell(tx, doing, 'decides', entry.grantedBy === null ? [] : [entry.grantedBy]);
}

/** Tells holder and decider that what it stands on has to be shown again by its day; after that day it rests. */
export async function remindOfEvidence(tx: Tx, doing: Doing, entry: Entry): Promise<void> {
  await turn(tx, doing, { permission: entry.id, turn: 'evidence-reminded', reason: entry.evidenceUntil ?? '' });
  await tell(tx, doing, 'show-again', entry.holder === null ? [] : [entry.holder]);
  await tell(tx, doing, 'decides', entry.grantedBy === null ? [] : [entry.grantedBy]);
}

/** Notes that its time is over. Who held it for more than a day or two is told. */
export async function noteEnd(tx: Tx, doing: Doing, of: { readonly entry: Entry; readonly wasLong: boolean }): Promise<void> {
  await turn(tx, doing, { permission: of.entry.id, turn: 'expired', reason: '' });
  if (of.wasLong && of.entry.holder !== null) await tell(tx, doing, 'ended', [of.entry.holder]);
}
