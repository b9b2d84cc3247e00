/** What somebody is asked, on their start page. */
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { stateOf } from './decisions.ts';
import { AskedCard } from './pages.tsx';
import { askedOf } from './reads.ts';

const MOST_CARDS = 3;

export async function consultationCards(asked: Asked<Body>): Promise<StartCard[]> {
  const person = asked.reader.person;
  if (person === null) return [];
  const rows = await asked.remembered({ key: `consultations of ${person}`, work: tx => askedOf(tx, person, 20) });
  return rows.filter(row => row.opinion === null && stateOf(row, asked.today) === 'open').slice(0, MOST_CARDS).map(row => ({ order: 14, card: <AskedCard slug={asked.school.slug} row={row} /> }));
}
