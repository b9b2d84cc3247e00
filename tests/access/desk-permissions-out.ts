/** On the desk of the access table: what follows from permissions, each made anew by the teacher. */
import { equal } from 'node:assert/strict';
import { addDays } from '../../src/platform/days.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function carriedThings(school: TestSchool, people: ReadonlyMap<Person, string>): Record<string, () => Promise<string>> {
  const teacher = () => school.asPerson(people.get('teacher')!);
  const declared = async () => {
    const made = await (await teacher()).post('/prep-school/declarations/new/off-site', {
      task: 'Planning at home', what: 'Class lists', goesTo: 'My desk at home', goneBy: addDays(school.today(), 4), 'fact.data-kind': 'pupil-data', 'fact.media': 'paper', 'fact.password-protected': 'no',
    });
    equal(made.status, 303);
    return made.location!.split('/').at(-1)!;
  };
  let kept: Promise<string> | undefined;
  return {
    declared: () => (kept ??= declared()),
    goneagain: async () => {
      const id = await declared();
      equal((await (await teacher()).post(`/prep-school/declarations/${id}/gone`, { how: 'brought-back', on: school.today() })).status, 303);
      return id;
    },
  };
}
