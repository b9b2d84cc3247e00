/** Things on the desk that stand round a policy, and a trip. */
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';
import { addCompanion } from '../../src/school/policies/companions/deeds.ts';
import { makePoster, putUp } from '../../src/school/policies/posters/index.ts';
import { clausesFor } from '../../src/school/policies/posters/decisions.ts';
import { shownPoster } from '../../src/school/policies/posters/reads.ts';
import { rulesInForce } from '../../src/school/policies/index.ts';
import { listCompanions } from '../../src/school/policies/companions/reads.ts';
import type { By } from '../../src/school/policies/index.ts';

/** Each is made once and then used again. */
export function displayThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const by = (person: Person): By => ({ school: school.school, vocabulary: school.shared.vocabulary, by: people.get(person)!, at: school.now(), today: school.today() });
  const ask = () => ({ school: school.school, vocabulary: school.shared.vocabulary, today: school.today() });
  const pupilClause = async () => {
    const { rulebook } = await school.read(tx => rulesInForce(tx, ask()));
    return clausesFor(rulebook.policies.find(one => one.id === 'middle-senior-code')!, ['pupil-senior', 'pupil'])[0]!.id;
  };
  const poster = async () => school.change(async tx => makePoster(tx, by('head'), { policy: 'middle-senior-code', title: 'Our code', audience: 'pupil-senior', clauses: [await pupilClause()] }));
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => () => made.get(name) ?? made.set(name, make()).get(name)!;
  const aPoster = once('poster', poster);
  return {
    pupilclause: pupilClause,
    poster: aPoster,
    retired: once('retired', poster),
    posterplace: once('place', async () => {
      const shown = (await school.read(async tx => shownPoster(tx, ask(), await aPoster())))!;
      return school.change(tx => putUp(tx, by('teacher'), { poster: shown.poster, edition: shown.of.edition, place: 'Library' }));
    }),
    companion: async () => {
      const known = (await school.read(tx => listCompanions(tx, { policy: 'e-safety', removed: true }))).find(one => one.title.startsWith('Privacy notice'));
      return known?.id ?? school.change(tx => addCompanion(tx, by('head'), 'e-safety', { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: 'https://www.school.example/privacy', ownPolicy: null, clause: 'privacy-notice', openFirst: false, stopsPublishing: true }));
    },
  };
}
