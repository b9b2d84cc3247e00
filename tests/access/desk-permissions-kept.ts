/** On the desk of the access table: a permission that the head granted to the teacher, and a role that the teacher has. */
import { addDays } from '../../src/platform/days.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { nameForRole } from '../../src/school/permissions/roles/deeds.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function keptThings(school: TestSchool, people: ReadonlyMap<Person, string>): Record<string, () => Promise<string>> {
  const granted = () => school.change(tx => grant(tx, { school: school.school, by: people.get('head')!, at: school.now(), today: school.today() }, {
    holder: people.get('teacher')!, act: 'keep-phone-on', offices: ['head'], facts: {}, conditions: 'At low volume.', reason: 'A parent in hospital', clauses: ['prep-school/mobile-devices#staff-phone-low'],
    from: school.today(), until: addDays(school.today(), 60), evidence: { checked: 'At low volume.' }, evidenceUntil: addDays(school.today(), 30),
  }));
  let kept: Promise<string> | undefined;
  const named = () => school.change(tx => nameForRole(tx, { school: school.school, by: people.get('head')!, at: school.now(), today: school.today() }, {
    role: { name: 'staff-parent', clauses: [], kinds: ['staff'], keepers: ['head'], measure: null, looked: true }, person: people.get('teacher')!, from: school.today(), until: null, reason: 'A child in Year 5',
  }));
  let line: Promise<string> | undefined;
  return { granted: () => (kept ??= granted()), grantedanew: granted, named: () => (line ??= named()) };
}
