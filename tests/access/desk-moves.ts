/** Things on the desk for people who move: a roll-over being prepared, and a change noted on somebody's page. */
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { newId } from '../../src/platform/ids.ts';
import { movePerson } from '../../src/school/people/moves/deeds.ts';
import { beginRollOver } from '../../src/school/people/roll-over/deeds.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function moveThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = () => ({ school: school.school.id, by: people.get('office')!, at: school.now() });
  const setState = (from: string, to: string) => school.change(tx => sql`update roll_over set state = ${to} where state = ${from}`.execute(tx));
  const draft = async (): Promise<string> => {
    await setState('confirmed', 'draft');
    await school.change(tx => beginRollOver(tx, doing(), '2027-09-01'));
    return 'roll-over';
  };
  return {
    rolldraft: draft,
    rollnone: async () => {
      await draft();
      await setState('draft', 'dropped');
      return 'roll-over';
    },
    rollconfirmed: async () => {
      await draft();
      await setState('draft', 'confirmed');
      return 'roll-over';
    },
    moved: async () => {
      const person = people.get('support')!;
      await school.change(tx => sql`delete from person_kind where person_id = ${person} and from_day > ${school.today()}::date`.execute(tx));
      await school.change(tx => sql`update person_kind set until_day = null where person_id = ${person}`.execute(tx));
      const from = addDays(school.today(), 7);
      const done = await school.change(tx => movePerson(tx, doing(), { person, from, becomes: { kinds: ['support-staff', 'governor'], place: null } }));
      return done.ok ? done.move : newId();
    },
  };
}
