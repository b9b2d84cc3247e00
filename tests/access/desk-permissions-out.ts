/** On the desk of the access table: what follows from permissions, each made anew by the teacher. */
import { equal } from 'node:assert/strict';
import { sql } from '../../src/platform/database/index.ts';
import { addDays } from '../../src/platform/days.ts';
import { grant } from '../../src/school/permissions/deeds.ts';
import { askIt, openTask } from '../../src/school/permissions/tasks/deeds.ts';
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
  const asked = () => school.change(tx => askIt(tx, { school: school.school, by: people.get('teacher')!, at: school.now(), today: school.today() }, { sort: 'fault', office: 'it-support', words: 'The projector in room 4 stays dark.' }));
  const manager = () => school.asPerson(people.get('network-manager')!);
  const granted = () => school.change(async tx => {
    const doing = { school: school.school, by: people.get('head')!, at: school.now(), today: school.today() };
    const permission = await grant(tx, doing, { holder: people.get('teacher')!, act: 'connect-to-network', offices: ['head'], facts: {}, conditions: '', reason: 'Lessons', clauses: [], from: school.today(), until: addDays(school.today(), 9), waitsFor: 'it-support' });
    return openTask(tx, doing, { permission, office: 'it-support', asker: people.get('teacher')! });
  });
  let kept: Promise<string> | undefined;
  let openings = 0;
  return {
    opening: async () => {
      const form = { class: '8A', clause: 'prep-school/mobile-devices#headphones', lesson: `French ${openings += 1}`, reason: 'Listening for the exam', until: '23:30' };
      equal((await (await teacher()).post('/prep-school/openings/new', form)).status, 303);
      return (await school.read(tx => sql<{ id: string }>`select id from permission where evidence->>'lesson' is not null order by granted_at desc, id desc limit 1`.execute(tx))).rows[0]!.id;
    },
    ittask: granted,
    itquestion: asked,
    itclaimed: async () => {
      const id = await asked();
      equal((await (await manager()).post(`/prep-school/it-tasks/${id}/claim`)).status, 303);
      return id;
    },
    itanswered: async () => {
      const id = await asked();
      equal((await (await manager()).post(`/prep-school/it-tasks/${id}/answer`, { words: 'It works again.' })).status, 303);
      return id;
    },
    declared: () => (kept ??= declared()),
    goneagain: async () => {
      const id = await declared();
      equal((await (await teacher()).post(`/prep-school/declarations/${id}/gone`, { how: 'brought-back', on: school.today() })).status, 303);
      return id;
    },
  };
}
