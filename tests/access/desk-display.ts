/** Things on the desk that stand round a policy, and a trip. */
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';
import { addCompanion } from '../../src/school/policies/companions/deeds.ts';
import { listCompanions } from '../../src/school/policies/companions/reads.ts';
import type { By } from '../../src/school/policies/index.ts';

/** Each is made once and then used again. */
export function displayThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const by = (person: Person): By => ({ school: school.school, vocabulary: school.shared.vocabulary, by: people.get(person)!, at: school.now(), today: school.today() });
  return {
    companion: async () => {
      const known = (await school.read(tx => listCompanions(tx, { policy: 'e-safety', removed: true }))).find(one => one.title.startsWith('Privacy notice'));
      return known?.id ?? school.change(tx => addCompanion(tx, by('head'), 'e-safety', { kind: 'companion', title: 'Privacy notice', owner: 'dpo', address: 'https://www.school.example/privacy', ownPolicy: null, clause: 'privacy-notice', openFirst: false, stopsPublishing: true }));
    },
  };
}
