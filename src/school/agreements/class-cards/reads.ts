/** What the page of a class's cards is drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import { listCards, mayHoldCard } from '../../../sign-in/index.ts';
import { listPeople, widened, type Person } from '../../people/index.ts';
import { shortNames } from '../class-signing/decisions.ts';
import { mayRunClass } from '../class-signing/index.ts';
import type { Place } from '../reads.ts';
import type { CardsProps } from './pages.tsx';

const MOST_CHILDREN = 120;

/** The children of a class who are young enough for a card. */
export async function youngOf(tx: Tx, of: { class: string; place: Place }): Promise<Person[]> {
  const children = await listPeople(tx, { day: of.place.today, class: of.class, limit: MOST_CHILDREN });
  return children.filter(child => mayHoldCard({ kinds: widened(child.kinds, of.place.vocabulary), offices: child.offices }));
}

/** The cards of a class, or null: no such class, nobody young enough in it, or not this reader's. */
export async function cardsView(tx: Tx, of: { class: string; reader: Reader; place: Place }): Promise<CardsProps | null> {
  if (!(await mayRunClass(tx, of.reader, { class: of.class, today: of.place.today }))) return null;
  const children = await youngOf(tx, of);
  if (children.length === 0) return null;
  const names = shortNames(children);
  const cards = new Map((await listCards(tx, children.map(child => child.id), of.place.today)).map(card => [card.person, card]));
  return { slug: of.place.school.slug, class: of.class, children: children.map(child => ({ id: child.id, name: names.get(child.id)!, card: cards.get(child.id) ?? null })) };
}
