/** What is done for a group: a permission is granted that stands, and one that was reviewed goes on as a new one. */
import type { Tx } from '../../../platform/database/index.ts';
import { grant, turn, type Doing } from '../deeds.ts';
import { setSaying } from '../register/store.ts';
import type { Entry } from '../register/words.ts';
import type { Holders, Situation } from '../words.ts';

export interface StandingGrant {
  readonly act: string;
  readonly clause: string;
  readonly offices: readonly string[];
  readonly holders: Holders;
  readonly facts: Situation;
  readonly what: string;
  readonly reason: string;
  readonly conditions: string;
  readonly from: string;
  readonly until: string;
  /** The one that was reviewed: it ends now, and this one takes its place. */
  readonly follows: Entry | null;
}

/** Grants for a group. Returns the id. */
export async function grantStanding(tx: Tx, doing: Doing, given: StandingGrant): Promise<string> {
  const { act, clause, offices, holders, facts, what, reason, conditions, from, until, follows } = given;
  const id = await grant(tx, doing, { holders, act, offices, facts, conditions, reason, clauses: [clause], from, until });
  await setSaying(tx, { id, what, follows: follows?.id ?? null });
  // Why: two entries that say different things about one use would leave a reader to guess.
  if (follows && from <= doing.today && follows.endsAt > doing.at) await turn(tx, doing, { permission: follows.id, turn: 'expired', reason: '' });
  return id;
}
