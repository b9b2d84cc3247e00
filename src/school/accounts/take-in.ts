/** Accounts that are not open from the start, for an invented school: each was taken away as the page does it. */
import type { Tx } from '../../platform/database/index.ts';
import { dayOf } from '../../platform/days.ts';
import { NOBODY, type School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { readerOf } from '../people/index.ts';
import { askBack, takeAway } from './deeds.ts';
import { recordOf } from './reads.ts';
import { holdsOf } from './store.ts';
import type { Way } from './words.ts';

export interface AccountToFill {
  readonly person: string;
  readonly by: string;
  readonly at: Date;
  readonly act: Way['act'];
  readonly facility: string;
  readonly reason: string;
  /** The last day, where it is for a time. */
  readonly untilOn: string | null;
  /** What whoever has it says to that. */
  readonly askedBack?: { readonly words: string; readonly at: Date };
}

/** Takes an account away. Returns the hold; null where the rules do not let this person. */
export async function fillAccount(tx: Tx, { school, vocabulary }: { readonly school: School; readonly vocabulary: Vocabulary }, given: AccountToFill): Promise<string | null> {
  const { by, at, person } = given;
  const today = dayOf(at);
  const reader = await readerOf(tx, { person: by, today, vocabulary });
  const view = reader && await recordOf(tx, { school, today, vocabulary, reader: { ...NOBODY, ...reader } }, person);
  const way = view?.ways.find(one => one.act === given.act && one.facility === given.facility);
  if (!way) return null;
  const doing = { school, by, at, today, vocabulary };
  const id = await takeAway(tx, doing, { person, facility: way.facility, how: way.act === 'suspend-account' ? 'suspended' : 'revoked', cause: 'decision', clause: way.clause, reason: given.reason, untilOn: given.untilOn });
  const hold = (await holdsOf(tx, [person])).find(one => one.id === id);
  if (hold && given.askedBack) await askBack(tx, { ...doing, by: person, at: given.askedBack.at, today: dayOf(given.askedBack.at) }, { hold, words: given.askedBack.words });
  return id;
}
