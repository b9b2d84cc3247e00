/** Things on the desk that a family's record needs: somebody to take off it, and something a parent says is wrong. */
import { sql } from '../../src/platform/database/index.ts';
import { newId } from '../../src/platform/ids.ts';
import { addAdult, queryRoll } from '../../src/school/people/families/deeds.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** What is used up is made anew each time. */
export function familyThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const by = (person: Person) => ({ school: school.school.id, by: people.get(person)!, at: school.now() });
  const adult = { relation: 'Uncle', standing: 'carer' as const, organisation: '', mayAgree: true, noContact: false, courtOrder: false, named: false, from: null, until: null, reviewOn: null };
  return {
    added: () => school.change(tx => addAdult(tx, by('office'), { child: people.get('pupil')!, grownUp: { givenName: 'Una', familyName: 'Oldfield', email: null }, today: school.today(), adult })),
    rollquery: async () => {
      await school.change(tx => queryRoll(tx, by('parent'), { child: people.get('pupil')!, says: 'Her form is 8B now.', once: newId() }));
      return (await school.read(tx => sql<{ id: string }>`select id from family_query where done_at is null order by id desc limit 1`.execute(tx))).rows[0]!.id;
    },
  };
}
