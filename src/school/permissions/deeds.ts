/** What happens to permissions, whoever does it: one is granted, and something befalls it. Each with its logbook line. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { endOfDay, startOfDay, type Day } from '../../platform/days.ts';
import type { School } from '../../platform/web/index.ts';
import * as store from './store.ts';
import { tellOthers } from './announce.ts';
import { withdrawTasks } from './tasks/store.ts';
import type { Holders, Situation, TurnKind } from './words.ts';

/** Who does it, where and when; `by` is null for a round. */
export interface Doing {
  readonly school: School;
  readonly by: string | null;
  readonly at: Date;
  readonly today: string;
}

export const BY_ITSELF = 'countersign';

/** A permission to give: to one person (`holder`) or to a group (`holders`). */
export interface Granting {
  readonly holder?: string;
  readonly holders?: Holders;
  readonly act: string;
  /** The offices of the rule whose yes it is: one of each group of the rule that asks. */
  readonly offices: readonly string[];
  readonly facts: Situation;
  readonly conditions: string;
  readonly reason: string;
  readonly clauses: readonly string[];
  /** A day begins and ends at midnight; a lesson is two moments. */
  readonly from: Day | Date;
  /** The last day, or the moment at which it is over. */
  readonly until: Day | Date;
  /** What must be carried out before it counts: ACCEPTANCE, or the name of a task. */
  readonly waitsFor?: string | null;
  readonly evidence?: Readonly<Record<string, string>>;
  readonly evidenceUntil?: Day | null;
  readonly request?: string | null;
}

/** Grants a permission. Returns its id. Throws when it has no holder, or both a person and a group. */
export async function grant(tx: Tx, doing: Doing, given: Granting): Promise<string> {
  const { holder = null, holders = null, from, until } = given;
  if ((holder === null) === (holders === null)) throw new Error('a permission has one holder or one group');
  const id = await store.addGrant(tx, {
    school: doing.school.id, request: given.request ?? null, holder, holders, act: given.act, offices: given.offices, facts: given.facts, conditions: given.conditions, reason: given.reason, clauses: given.clauses,
    grantedBy: doing.by, grantedAt: doing.at, startsAt: typeof from === 'string' ? startOfDay(from) : from, endsAt: typeof until === 'string' ? endOfDay(until) : until,
    waitsFor: given.waitsFor ?? null, evidence: given.evidence ?? {}, evidenceUntil: given.evidenceUntil ?? null,
  });
  const [clause] = given.clauses;
  await write(tx, { school: doing.school.id, by: doing.by ?? BY_ITSELF, at: doing.at, deed: 'grant-permission', about: id, ...(clause ? { clause } : {}), words: { act: given.act, ...(holder ? { holder } : {}) } });
  return id;
}

const DEEDS: Readonly<Record<TurnKind, string>> = {
  withdrawn: 'withdraw-permission', suspended: 'suspend-permission', restored: 'restore-permission', 'given-up': 'give-up-permission', 'carried-out': 'carry-out-permission', reminded: 'remind-of-permission', 'evidence-reminded': 'remind-of-evidence', expired: 'end-permission',
};

const COUNTS_AGAIN: ReadonlySet<TurnKind> = new Set(['carried-out', 'restored']);
const ENDS_EARLY: ReadonlySet<TurnKind> = new Set(['withdrawn', 'given-up', 'suspended']);

/** Notes what befell a permission; the newest word counts from this moment on. False, and nothing is noted, where it was over already: somebody else was quicker. */
export async function turn(tx: Tx, doing: Doing, of: { readonly permission: string; readonly turn: TurnKind; readonly reason: string }): Promise<boolean> {
  if (await store.holdIfOver(tx, of.permission)) return false;
  await store.addTurn(tx, { school: doing.school.id, permission: of.permission, turn: of.turn, by: doing.by, reason: of.reason, at: doing.at });
  await write(tx, { school: doing.school.id, by: doing.by ?? BY_ITSELF, at: doing.at, deed: DEEDS[of.turn], about: of.permission });
  // Why: what is over need not be carried out any more.
  if (of.turn === 'withdrawn' || of.turn === 'given-up' || of.turn === 'expired') await withdrawTasks(tx, { permission: of.permission, at: doing.at });
  if (COUNTS_AGAIN.has(of.turn)) await tellOthers(tx, doing, { permission: of.permission, outcome: 'granted' });
  if (ENDS_EARLY.has(of.turn)) await tellOthers(tx, doing, { permission: of.permission, outcome: 'ended' });
  return true;
}

/** Puts new evidence in the place of the old, with the last day on which it is known to be true. */
export async function showEvidence(tx: Tx, doing: Doing, of: { readonly permission: string; readonly evidence: Readonly<Record<string, string>>; readonly until: Day | null }): Promise<void> {
  await store.setEvidence(tx, { id: of.permission, evidence: of.evidence, until: of.until });
  await write(tx, { school: doing.school.id, by: doing.by ?? BY_ITSELF, at: doing.at, deed: 'show-evidence', about: of.permission, words: of.until === null ? {} : { until: of.until } });
}
