/** Pupils whom no code reaches: here, and asked to sign nothing. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { everyId, fullName, listPeople } from '../../people/index.ts';
import { askedPersons } from '../asks/store.ts';
import type { Place } from '../reads.ts';
import type { UnaskedProps } from './pages.tsx';

const PAGE = 50;

const pupilKinds = (vocabulary: Vocabulary): string[] => [...vocabulary.kinds.values()].filter(({ name, within }) => name === 'pupil' || within.includes('pupil')).map(kind => kind.name);

/** Their ids. */
export async function pupilsWithout(tx: Tx, { today, vocabulary }: Pick<Place, 'today' | 'vocabulary'>): Promise<string[]> {
  const asked = await askedPersons(tx);
  return (await everyId(tx, today, pupilKinds(vocabulary))).filter(id => !asked.has(id));
}

export async function unaskedView(tx: Tx, of: { place: Place; page: number }): Promise<UnaskedProps> {
  const { place } = of;
  const ids = await pupilsWithout(tx, place);
  const pages = Math.max(1, Math.ceil(ids.length / PAGE));
  const page = Math.min(of.page, pages);
  // Why all of them to one list: it is sorted by name, and a school has few.
  const people = await listPeople(tx, { day: place.today, ids, limit: PAGE, offset: (page - 1) * PAGE });
  return {
    slug: place.school.slug, total: ids.length, page, pages,
    rows: people.map(one => ({ id: one.id, name: fullName(one), yearGroup: one.place?.yearGroup ?? '', class: one.place?.class ?? '', kinds: one.kinds.map(kind => place.vocabulary.kinds.get(kind)?.title ?? kind).join(', ') })),
  };
}
