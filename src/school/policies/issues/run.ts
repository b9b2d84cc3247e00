/** Gives each edition in force to everybody whom it is for: on its first day, and on the day somebody joins. */
import { inSchool, listSchools, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { School } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { countPeople, listGuardians, listPeople } from '../../people/index.ts';
import { rulesInForce } from '../reads.ts';
import { givenTo, type GivenTo } from './decisions.ts';
import { issuePolicy } from './deeds.ts';

export interface IssueRound {
  readonly db: Database;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
}

const MOST_PEOPLE = 100_000;
const AT_ONCE = 1000;

/** What a school looked like when it was last gone through: an unchanged school is left in peace until tomorrow. */
const seen = new WeakMap<Database, Map<string, string>>();

/** Gives what is to be given in every school. Returns how many copies that were. */
export async function issuePolicies(round: IssueRound): Promise<number> {
  const known = seen.get(round.db) ?? new Map<string, string>();
  seen.set(round.db, known);
  let issued = 0;
  for (const school of await listSchools(round.db)) {
    const today = dayOf(round.now);
    const looks = await readSchool(round.db, school.id, async tx => JSON.stringify([today, await countPeople(tx, { day: today }), [...(await rulesInForce(tx, { school, vocabulary: round.vocabulary, today })).editions.values()].map(edition => edition.id)]));
    if (known.get(school.id) === looks) continue;
    issued += await issueSchool(round, school, today);
    known.set(school.id, looks);
  }
  return issued;
}

async function issueSchool({ db, vocabulary, now }: IssueRound, school: School, today: string): Promise<number> {
  const due = await readSchool(db, school.id, async tx => {
    const { rulebook, editions } = await rulesInForce(tx, { school, vocabulary, today });
    const lists = [];
    for (const document of rulebook.policies) {
      const [given, edition] = [givenTo(document), editions.get(document.id)];
      if (given && edition) lists.push({ policy: document.id, editionId: edition.id, edition: edition.number, persons: await personsFor(tx, given, { vocabulary, today }) });
    }
    return lists;
  });
  let issued = 0;
  for (const list of due) issued += await inSchool(db, school.id, tx => issuePolicy(tx, { ...list, school, on: today, at: now }));
  return issued;
}

/** Everybody of these kinds who is here today, and the parents they may be told through. */
async function personsFor(tx: Tx, given: GivenTo, of: { vocabulary: Vocabulary; today: string }): Promise<string[]> {
  const kinds = [...of.vocabulary.kinds.values()].filter(kind => given.kinds.includes(kind.name) || kind.within.some(wider => given.kinds.includes(wider))).map(kind => kind.name);
  if (kinds.length === 0) return [];
  const people = await listPeople(tx, { day: of.today, kinds, limit: MOST_PEOPLE });
  const parents = new Set<string>();
  const pupils = given.parents ? people.filter(one => one.place !== null).map(one => one.id) : [];
  for (let from = 0; from < pupils.length; from += AT_ONCE) for (const tie of await listGuardians(tx, { children: pupils.slice(from, from + AT_ONCE) })) if (!tie.noContact) parents.add(tie.parentId);
  return [...new Set([...people.map(one => one.id), ...parents])];
}
