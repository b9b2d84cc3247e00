/** Class cards on the desk of the access table. */
import { TWELVE } from '../../src/page-parts/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { makeCard } from '../../src/sign-in/index.ts';
import type { TestSchool } from '../support/school.ts';

/** Each is made anew whenever it is asked for: a child with a card, one whose card is locked, and the code of a card. */
export function cardsOnTheDesk(school: TestSchool, of: { teacher: string; notThis: string }): Record<'cardholder' | 'lockedcard' | 'card', () => Promise<string>> {
  // Why another child: a card that is ended ends its holder's sessions, and the youngest of the table knocks on.
  const make = () => school.change(async tx => {
    const child = (await sql<{ id: string }>`select person_id as id from pupil_place where class = 'Robins' and until_day is null and person_id <> ${of.notThis} order by person_id limit 1`.execute(tx)).rows[0]!.id;
    return makeCard(tx, { school: school.school.id, by: of.teacher, at: school.now(), today: school.today() }, { person: child, pictures: TWELVE });
  });
  return {
    card: async () => (await make()).token,
    cardholder: async () => (await make()).person,
    lockedcard: async () => {
      const { id, person } = await make();
      await school.change(tx => sql`update sign_in_class_card set locked_at = ${school.now()} where id = ${id}`.execute(tx));
      return person;
    },
  };
}
