/** What is done with openings: one is made for a class or for pupils, and one is ended before its time. */
import type { Tx } from '../../../platform/database/index.ts';
import { grant, turn, type Doing } from '../deeds.ts';
import { situationOf } from './decisions.ts';
import type { Openable, Opening, OpeningEvidence } from './words.ts';

export interface ToOpen extends OpeningEvidence {
  readonly openable: Openable;
  readonly content: string | null;
  /** Empty for the whole class. */
  readonly pupils: readonly string[];
  readonly reason: string;
  readonly until: Date;
}

/** Opens something from now on: one permission for the class, or one for each pupil. */
export async function openForLesson(tx: Tx, doing: Doing & { readonly by: string }, given: ToOpen): Promise<void> {
  const { openable, lesson, what } = given;
  const alike = {
    act: openable.act, offices: [openable.office], facts: situationOf(openable, given.content), conditions: '', reason: given.reason, clauses: [openable.clause], from: doing.at, until: given.until,
    evidence: { lesson, class: given.class, ...(what ? { what } : {}) },
  };
  if (given.pupils.length === 0) await grant(tx, doing, { ...alike, holders: { kinds: ['pupil'], class: given.class } });
  else for (const holder of given.pupils) await grant(tx, doing, { ...alike, holder });
}

/** Ends it now, for everybody. */
export async function endOpening(tx: Tx, doing: Doing, opening: Opening): Promise<void> {
  for (const permission of opening.ids) await turn(tx, doing, { permission, turn: 'withdrawn', reason: '' });
}
