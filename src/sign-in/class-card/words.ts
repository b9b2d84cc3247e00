/** The words of class cards, with which the youngest sign in. A person is an id here. */

/** How cards work, by the day from which it holds. The newest line that has begun counts. */
export const CARD_SETTINGS: readonly { readonly from: string; readonly pictures: number; readonly tries: number; readonly minutes: number; /** The last day of a school year, as MM-DD. */ readonly yearEnds: string }[] = [
  { from: '2000-01-01', pictures: 3, tries: 5, minutes: 90, yearEnds: '08-31' },
];

/** A card as it is kept: neither its code nor its pictures. */
export interface ClassCard {
  readonly id: string;
  readonly person: string;
  readonly madeAt: Date;
  /** Its last day. */
  readonly expiresOn: string;
  readonly lockedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** A card just made: the code and the pictures are seen now and never again. */
export interface FreshCard {
  readonly id: string;
  readonly person: string;
  readonly token: string;
  readonly pictures: readonly string[];
  readonly expiresOn: string;
}

/** Why a card stopped: it was lost, another was made, or somebody ended it. */
export type Ended = 'lost' | 'again' | 'ended';
