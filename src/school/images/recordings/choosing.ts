/** Who may be put on the list of a recording. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { findPerson, listClasses, listPeople, type Person } from '../../people/index.ts';

/** Whom one may list: a class, or the grown-ups. A pupil lists their own class and the staff alone. */
export async function choosable(tx: Tx, of: { readonly group: string; readonly search: string; readonly reader: Reader; readonly today: string; readonly vocabulary: Vocabulary }): Promise<{ groups: string[]; people: Person[] }> {
  const pupil = of.reader.kinds.includes('pupil');
  const own = pupil ? (await findPerson(tx, of.reader.person!, of.today))?.place?.class ?? '' : '';
  const groups = pupil ? [own].filter(name => name !== '') : await listClasses(tx, of.today);
  const others = (person: Person) => person.id !== of.reader.person;
  if (of.search !== '' && !pupil) return { groups, people: (await listPeople(tx, { day: of.today, search: of.search, limit: 50 })).filter(others) };
  if (of.group === ADULTS) {
    const kinds = [...of.vocabulary.kinds.values()].filter(kind => ['staff', ...(pupil ? [] : ['visitor', 'governor', 'trustee'])].some(wide => kind.name === wide || kind.within.includes(wide))).map(kind => kind.name);
    return { groups, people: (await listPeople(tx, { day: of.today, kinds, limit: 1000 })).filter(others) };
  }
  return { groups, people: groups.includes(of.group) ? (await listPeople(tx, { day: of.today, class: of.group, limit: 500 })).filter(others) : [] };
}

export const ADULTS = 'adults';
