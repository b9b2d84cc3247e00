/** Recordings and pictures on hold on the desk. */
import { newId } from '../../src/platform/ids.ts';
import { holdPictures } from '../../src/school/images/holds/deeds.ts';
import { holdsOf } from '../../src/school/images/holds/store.ts';
import { askPeople, askToRecord, type Doing } from '../../src/school/images/recordings/deeds.ts';
import { findRecording } from '../../src/school/images/recordings/store.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** Each is made once and then used again; who can be taken off the list is on it anew each time. */
export function imageThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = (): Doing => ({ school: school.school, by: people.get('teacher')!, at: school.now(), today: school.today() });
  const list = (recording: string, persons: readonly Person[]) => school.change(async tx => askPeople(tx, doing(), { recording: (await findRecording(tx, recording))!, people: persons.map(person => people.get(person)!) }));
  const recording = async (title: string, onDay: string): Promise<string> => {
    const id = await school.change(tx => askToRecord(tx, doing(), {
      title, kind: 'video', why: 'To watch it together', place: 'The hall', onDay, keptWhere: 'The school’s drive', keptUntil: '2027-01-15', forVisitor: '', offices: [],
      facts: { 'device-owner': 'school', 'device-kind': 'camera', purpose: 'teaching' }, clauses: ['prep-school/mobile-devices#agree-to-recording'],
    }));
    await list(id, ['pupil', 'supply']);
    return id;
  };
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => () => made.get(name) ?? made.set(name, make()).get(name)!;
  const other = once('other', () => recording('Our class play', '2026-12-10'));
  return {
    picturehold: once('hold', () => school.change(async tx => {
      await holdPictures(school.shared)(tx, { school: school.school.id, child: people.get('reception')!, concern: newId(), takeDown: true, at: school.now() });
      return (await holdsOf(tx, [people.get('reception')!]))[0]!.id;
    })),
    recording: once('recording', () => recording('Our class play', '2026-12-10')),
    otherrecording: other,
    todaysrecording: () => recording('Our class play', school.today()),
    listed: async () => {
      await list(await other(), ['supply']);
      return people.get('supply')!;
    },
  };
}
