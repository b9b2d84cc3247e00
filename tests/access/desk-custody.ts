/** A pupil's phone in custody, in each state that a row of the table needs. */
import { giveBack, handOn, addKeepingPlace, takeIntoCustody, type Doing } from '../../src/school/devices/custody/deeds.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function custodyThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = (): Doing => ({ school: school.school, by: people.get('teacher')!, at: school.now(), today: school.today() });
  const taken = (far: 'held' | 'handed-on' | 'returned') => async (): Promise<string> => school.change(async tx => {
    const { id } = (await takeIntoCustody(tx, doing(), {
      person: people.get('pupil')!, kind: 'phone', place: 'classroom', clause: 'prep-school/mobile-devices#take-a-phone', toWhom: 'pupil', dueOn: school.today(), keptIn: null, awaited: null,
      words: { why: 'It rang in a lesson.', marks: 'Blue case', condition: '', off: 'yes', despite: '' },
    }))!;
    if (far === 'handed-on') await handOn(tx, doing(), id, { to: 'dsl', name: 'The lead', text: '' });
    if (far === 'returned') await giveBack(tx, doing(), id, { to: 'pupil', name: 'A pupil', text: '' });
    return id;
  });
  const kept = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => (): Promise<string> => {
    const known = kept.get(name) ?? make();
    kept.set(name, known);
    return known;
  };
  const things = { custody: taken('held'), custodyback: taken('held'), custodyon: taken('held'), custodystrike: taken('held'), custodyhome: taken('handed-on'), custodygone: taken('returned'), custodyplace: () => school.change(tx => addKeepingPlace(tx, doing(), 'Office safe')) };
  return Object.fromEntries(Object.entries(things).map(([name, make]) => [name, once(name, make)]));
}
