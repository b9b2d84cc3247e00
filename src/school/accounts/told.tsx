/** What a page that looks back at a day says of somebody's accounts. */
import { longDay } from '../../page-parts/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Shared } from '../feature.ts';
import { facilityWords } from './phrases.tsx';
import { accountsOn as holdsOn } from './reads.ts';
import type { Hold } from './words.ts';

/** Answers "how did a person's accounts stand on that day?". */
export const accountsOn = ({ vocabulary }: Pick<Shared, 'vocabulary'>) => async (tx: Tx, person: string, day: string): Promise<readonly string[]> => {
  const holds = await holdsOn(tx, person, day);
  return holds.map(hold => sentence(hold, facilityWords(hold.facility, [], vocabulary)));
};

function sentence({ how, begunOn }: Hold, what: string): string {
  const since = longDay(begunOn);
  switch (how) {
    case 'inside-only': return `${what}: only inside the school since ${since}`;
    case 'revoked': return `${what}: taken away on ${since}`;
    default: return `${what}: switched off since ${since}`;
  }
}
