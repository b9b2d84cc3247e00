/** Slips, piles and pages on the desk of the table. */
import { sql } from '../../src/platform/database/index.ts';
import { newId, sha256 } from '../../src/platform/ids.ts';
import { closeBytes } from '../../src/platform/secrets.ts';
import { printSlips } from '../../src/school/agreements/paper/deeds.ts';
import { wantedIn } from '../../src/school/agreements/paper/making.ts';
import { addPage, addPile, addFile, closePile, settle } from '../../src/school/agreements/paper/piles/store.ts';
import { addDays } from '../../src/platform/days.ts';
import { addPeople } from '../../src/school/people/index.ts';
import type { TestSchool } from '../support/school.ts';
import type { Person } from './people.ts';

/** Things by their names in braces. */
export function paperThings(school: TestSchool, people: ReadonlyMap<Person, string>): Readonly<Record<string, () => Promise<string>>> {
  const { vocabulary, sealFolder } = school.shared;
  const desk = () => ({ school: school.school, vocabulary, by: people.get('office')!, at: school.now(), today: school.today() });
  const pile = () => school.change(async tx => {
    const id = await addPile(tx, { school: school.school.id, by: people.get('office')!, at: school.now() });
    await closePile(tx, id);
    return id;
  });
  const page = async (): Promise<string> => {
    const [within, id, picture] = [await pile(), newId(), Buffer.from('a picture')];
    const closed = await closeBytes(sealFolder, id, picture);
    await school.change(async tx => {
      const file = await addFile(tx, school.school.id, { pile: within, n: 0, name: 'scan.pdf' });
      await addPage(tx, school.school.id, { id, pile: within, file, number: 1, state: 'look', reasons: ['no-code'], slip: null, sheet: 1, read: [], ink: [], off: null, dark: 0.1, pictureHash: sha256(picture), whole: closed, part: closed });
    });
    return id;
  };
  const settled = async (state: 'aside' | 'taken', made: readonly string[]): Promise<string> => {
    const id = await page();
    await school.change(tx => settle(tx, { id, state, made, by: people.get('office')!, at: school.now() }));
    return id;
  };
  /** A senior who starts today, whose slip nobody has seen. */
  const starter = () => school.change(async tx => (await addPeople(tx, { school: school.school.id, by: people.get('office')!, at: school.now() }, [
    { givenName: 'Nell', familyName: 'Latecomer', email: null, joinedOn: addDays(school.today(), 7), kinds: ['pupil-senior'], place: { yearGroup: 'Year 8', class: '8A', phase: 'Senior school' } },
  ]))[0]!);
  return {
    starter, starterspolicy: async () => { await starter(); return 'middle-senior-code'; },
    pile, slippage: page, asidepage: () => settled('aside', []),
    print: async () => {
      const place = { school: school.school, vocabulary, today: school.today() };
      const group = { policy: 'middle-senior-code', whom: 'open' as const };
      return (await school.change(async tx => printSlips(tx, desk(), { group, wanted: await wantedIn(tx, place, group) })))!;
    },
    onslip: async () => {
      const teacher = people.get('teacher')!;
      const agreement = (await school.read(tx => sql<{ id: string }>`select id::text as id from agreement where person_id = ${teacher} and by_id = ${teacher} order by at limit 1`.execute(tx))).rows[0]!.id;
      await settled('taken', [agreement]);
      return agreement;
    },
  };
}
