/** Making and ending the cards of a class. */
import { TWELVE } from '../../../page-parts/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { endCard, listCards, makeCard, unlockCard, type CardKeeper, type FreshCard } from '../../../sign-in/index.ts';
import type { Signer } from '../deeds.ts';
import { youngOf } from './reads.ts';

export interface MadeCard extends FreshCard {
  readonly givenName: string;
}

const keeperOf = (by: Signer): CardKeeper => ({ school: by.school.id, by: by.by, at: by.at, today: by.today });

/** Whose cards: everybody's who has none, everybody's anew, or one child's. */
export type Whose = 'missing' | 'all' | { readonly child: string };

/** Makes cards for children of a class who are young enough. The codes and pictures are seen now and never again. */
export async function makeClassCards(tx: Tx, by: Signer, of: { class: string; whose: Whose }): Promise<MadeCard[]> {
  const children = await youngOf(tx, { class: of.class, place: by });
  const have = new Set((await listCards(tx, children.map(child => child.id), by.today)).map(card => card.person));
  const { whose } = of;
  const wanted = children.filter(child => (typeof whose === 'object' ? child.id === whose.child : whose === 'all' || !have.has(child.id)));
  const made = [];
  for (const child of wanted) made.push({ ...await makeCard(tx, keeperOf(by), { person: child.id, pictures: TWELVE }), givenName: child.givenName });
  return made;
}

const isOurs = async (tx: Tx, by: Signer, of: { class: string; child: string }): Promise<boolean> => (await youngOf(tx, { class: of.class, place: by })).some(child => child.id === of.child);

/** A card was lost: it stops working at once, and so does whatever it had opened. */
export const endClassCard = async (tx: Tx, by: Signer, of: { class: string; child: string }): Promise<boolean> =>
  await isOurs(tx, by, of) && endCard(tx, keeperOf(by), { person: of.child, why: 'lost' });

/** After too many wrong tries a teacher opens the card again. */
export const unlockClassCard = async (tx: Tx, by: Signer, of: { class: string; child: string }): Promise<boolean> =>
  await isOurs(tx, by, of) && unlockCard(tx, keeperOf(by), of.child);
