/** Class cards on the desk of the access table. */
import { TWELVE } from '../../src/page-parts/index.ts';
import { sql } from '../../src/platform/database/index.ts';
import { makeCard } from '../../src/sign-in/index.ts';
import type { TestSchool } from '../support/school.ts';

/** Each is made anew whenever it is asked for: a child with a card, one whose card is locked, and the code of a card. */
export function cardsOnTheDesk(school: TestSchool, of: { teacher: string; child: string }): Record<'cardholder' | 'lockedcard' | 'card', () => Promise<string>> {
  const make = () => school.change(tx => makeCard(tx, { school: school.school.id, by: of.teacher, at: school.now(), today: school.today() }, { person: of.child, pictures: TWELVE }));
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
