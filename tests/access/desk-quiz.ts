/** A quiz that the teacher has done. */
import { sql } from '../../src/platform/database/index.ts';
import { hiddenFields } from '../support/forms.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export const quizThings = (school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> => ({
  quiz: async () => {
    const teacher = await school.asPerson(people.get('teacher')!);
    const at = '/prep-school/agreements/quiz/staff-code';
    const { html } = await teacher.get(at);
    const names = [...new Set([...html.matchAll(/name="(q-\d+)"/g)].map(found => found[1]!))];
    await teacher.post(at, { ...hiddenFields(html), ...Object.fromEntries(names.map(name => [name, 'no'])) });
    return (await school.read(tx => sql<{ it: string }>`select id::text as it from policy_quiz where person_id = ${people.get('teacher')!} order by seq desc limit 1`.execute(tx))).rows[0]!.it;
  },
});
