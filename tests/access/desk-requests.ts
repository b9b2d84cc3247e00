/** Requests on the desk: made by the teacher, decided by the head. */
import { addDays } from '../../src/platform/days.ts';
import { askFor } from '../../src/school/permissions/ask/deeds.ts';
import { decideRequest } from '../../src/school/permissions/decide/deeds.ts';
import { findRequest } from '../../src/school/permissions/store.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

export function requestThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const doing = (person: Person) => ({ school: school.school, by: people.get(person)!, at: school.now(), today: school.today() });
  const asked = (): Promise<string> => school.change(tx => askFor(tx, doing('teacher'), { seats: [], request: {
    holder: people.get('teacher')!, act: 'visit-site', facts: { purpose: 'teaching', content: 'offensive' }, evidence: {}, reason: 'A lesson about propaganda', clauses: ['prep-school/staff-code#offensive-for-teaching'],
    offices: [['head']], named: {}, from: school.today(), until: addDays(school.today(), 7),
  } }));
  const granted = async (): Promise<string> => {
    const id = await asked();
    const request = (await school.read(tx => findRequest(tx, id)))!;
    await school.change(tx => decideRequest(tx, doing('head'), { request, seats: [{ person: people.get('head')!, office: 'head', as: 'head' }], says: 'grant', words: '', conditions: 'With the whole class', toAccept: true }));
    return id;
  };
  const askedback = async (): Promise<string> => {
    const id = await asked();
    const request = (await school.read(tx => findRequest(tx, id)))!;
    await school.change(tx => decideRequest(tx, doing('head'), { request, seats: [{ person: people.get('head')!, office: 'head', as: 'head' }], says: 'ask-back', words: 'Which class?', conditions: '', toAccept: false }));
    return id;
  };
  return { request: asked, grantedrequest: granted, askedback };
}
