/** The look at every address: each once a week, and daily while something is wrong with it. */
import { inSchool, listSchools, readSchool, type Database } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { lookAt, type Found } from '../../../platform/links/index.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { rulesInForce } from '../reads.ts';
import { lookOf, type Expected } from './decisions.ts';
import { noteLook } from './deeds.ts';
import { dueForALook } from './store.ts';
import type { Companion } from './words.ts';

export interface LinkRound {
  readonly db: Database;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
  /** How an address is asked; tests hand in their own. */
  readonly look?: (address: string) => Promise<Found>;
}

const AT_ONCE = 4;
const MOST_A_ROUND = 60;

/** Looks at what is due in every school. Returns how many addresses were looked at. */
export async function checkLinks(round: LinkRound): Promise<number> {
  let looked = 0;
  for (const school of await listSchools(round.db)) looked += await checkSchool(round, school);
  return looked;
}

async function checkSchool(round: LinkRound, school: School): Promise<number> {
  const { db, now, look = lookAt } = round;
  const due = await readSchool(db, school.id, async tx => {
    const entries = await dueForALook(tx, now, MOST_A_ROUND);
    return entries.length === 0 ? [] : withExpected(entries, await rulesInForce(tx, { school, vocabulary: round.vocabulary, today: dayOf(now) }), school);
  });
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE);
    const found = await Promise.all(some.map(({ entry }) => look(entry.address!)));
    await inSchool(db, school.id, async tx => {
      for (const [at, { entry, expected }] of some.entries()) {
        await noteLook(tx, { school: school.id, entry, look: lookOf(found[at]!, { address: entry.address!, at: now, ...(expected ? { expected } : {}) }) });
      }
    });
  }
  return due.length;
}

/** What the page of a publication must show: the edition in force. */
function withExpected(entries: readonly Companion[], { editions }: Awaited<ReturnType<typeof rulesInForce>>, school: School): { entry: Companion; expected: Expected | null }[] {
  return entries.map(entry => {
    const edition = entry.kind === 'publication' ? editions.get(entry.policy) : undefined;
    return { entry, expected: edition ? { path: `/${school.slug}/policies/${entry.policy}`, title: edition.title, edition: edition.number } : null };
  });
}
