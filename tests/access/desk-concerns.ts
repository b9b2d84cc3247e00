/** Something a teacher told the school, which the safeguarding lead reads. */
import { fileOne } from '../support/concerns.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** One report, the same for every address. */
export function concernThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  let filed: ReturnType<typeof fileOne> | undefined;
  const report = () => (filed ??= fileOne(school, { reporter: people.get('teacher')!, who: ['teacher', 'staff'] }));
  return { report: async () => (await report()).report, concern: async () => (await report()).concerns[0]! };
}
