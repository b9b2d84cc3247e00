/** Applications on the desk: one on the list, one that a decision proposed, one withdrawn, and somebody named for one. */
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';
import { addAppUser, listApplication, proposeApplication, withdrawApplication, type Doing } from '../../src/school/apps/deeds.ts';
import { findApp } from '../../src/school/apps/reads.ts';
import { listUsers } from '../../src/school/apps/store.ts';
import { newId } from '../../src/platform/ids.ts';

/** Each is made once and then used again. */
export function appThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = (): Doing => ({ school: school.school, by: people.get('head')!, as: 'head', at: school.now(), today: school.today() });
  const made = new Map<string, Promise<string>>();
  const once = (name: string, make: () => Promise<string>) => () => made.get(name) ?? made.set(name, make()).get(name)!;
  const listed = (name: string) => school.change(async tx => (await listApplication(tx, doing(), { given: { name, otherNames: [], address: 'https://www.app.example/', purpose: 'Quizzes in class', kinds: ['staff'], years: ['Year 6'], data: ['pupil-data'], conditions: 'First names only.', note: 'Asked for by the maths department.', reviewOn: '2027-09-01' } }))!);
  const listedApp = once('app', () => listed('Quizmill'));
  const proposed = (name: string) => school.change(tx => proposeApplication(tx, doing(), { name, person: people.get('teacher')!, permission: newId(), from: school.today(), until: '2027-07-01', conditions: '', note: '', clauses: [] }));
  return {
    app: listedApp,
    otherapp: once('otherapp', () => listed('Wordmill')),
    reviewedapp: once('reviewedapp', () => listed('Sumsmill')),
    proposedapp: once('proposedapp', () => proposed('Mapmill')),
    widenedapp: once('widenedapp', () => proposed('Starmill')),
    withdrawnapp: once('withdrawnapp', async () => {
      const id = await listed('Oldmill');
      await school.change(async tx => withdrawApplication(tx, doing(), { app: (await findApp(tx, id))!, reason: 'The contract ended.' }));
      return id;
    }),
    appuser: once('appuser', async () => {
      const id = await listedApp();
      return school.change(async tx => {
        await addAppUser(tx, doing(), { app: (await findApp(tx, id))!, person: people.get('supply')!, until: '2027-07-01' });
        return (await listUsers(tx, id))[0]!.id;
      });
    }),
  };
}
