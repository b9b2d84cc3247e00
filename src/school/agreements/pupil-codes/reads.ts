/** What the page of pupils and their code asks. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { fullName, listPeople, yearsOf } from '../../people/index.ts';
import { policiesToSign } from '../reads.ts';
import { codesByYear, withoutOneCode, type PupilCode, type YearCodes } from './decisions.ts';
import { policiesOfEach } from './store.ts';

const MOST_PUPILS = 100_000;

export interface CodesView {
  readonly years: readonly YearCodes[];
  readonly wrong: readonly PupilCode[];
  readonly pupils: number;
}

/** The code of each year group, and every pupil who has none or several. */
export async function codesView(tx: Tx, of: { today: string; vocabulary: Vocabulary }): Promise<CodesView> {
  const kinds = [...of.vocabulary.kinds.values()].filter(kind => kind.name === 'pupil' || kind.within.includes('pupil')).map(kind => kind.name);
  const people = await listPeople(tx, { day: of.today, kinds, limit: MOST_PUPILS });
  const titles = await policiesToSign(tx, of.vocabulary);
  const policies = new Map((await policiesOfEach(tx, people.map(person => person.id))).map(row => [row.person, row.policies]));
  const pupils = people.map(person => ({
    person: person.id, name: fullName(person), yearGroup: person.place?.yearGroup ?? '', class: person.place?.class ?? '', codes: (policies.get(person.id) ?? []).map(policy => titles.get(policy)?.title ?? policy),
  }));
  return { years: codesByYear(pupils, (await yearsOf(tx, of.today)).map(year => year.name)), wrong: withoutOneCode(pupils), pupils: pupils.length };
}
