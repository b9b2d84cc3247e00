/** A consultation that takes answers, asked of the safeguarding lead. */
import { sql } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export const consultationThings = (school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> => ({
  consultation: async () => {
    const open = await school.read(tx => sql<{ it: string }>`select id::text as it from policy_consultation where closed_at is null order by opened_at desc limit 1`.execute(tx));
    if (open.rows[0]) return open.rows[0].it;
    const head = await school.asPerson(people.get('head')!);
    const sent = await head.post('/prep-school/policies/e-safety/consult', { summary: 'Phones stay in the office.', offices: 'dsl', answerBy: school.today(), once: newId() });
    return sent.location!.split('/').at(-1)!;
  },
});
