/** The words of pictures on hold: a child's pictures are held back, place by place, until the safeguarding lead says otherwise. */

/** `asked`: somebody outside was asked to remove it and has not yet been seen to. */
export type PlaceState = 'open' | 'down' | 'never-there' | 'asked';
export const PLACE_STATES: readonly PlaceState[] = ['open', 'down', 'never-there', 'asked'];

/** What was decided: pictures may be used again, or never again. */
export type Outcome = 'again' | 'never';

export interface Hold {
  readonly id: string;
  readonly child: string;
  /** The office that takes pictures down. */
  readonly office: string;
  /** The office that alone lifts it. */
  readonly lifter: string;
  /** The clause under which pictures are held back. */
  readonly clause: string;
  /** The child asked for a picture to come down. */
  readonly takeDown: boolean;
  readonly openedAt: Date;
  /** When somebody worried again. */
  readonly againAt: Date | null;
  /** The day by which every place is to be seen to; null where the school has not said. */
  readonly dueOn: string | null;
  readonly remindedOn: string | null;
  /** Keys of those who may not know of it. */
  readonly keptFrom: readonly string[];
  readonly outcome: Outcome | null;
  readonly decidedAt: Date | null;
}

export interface HoldPlace {
  readonly hold: string;
  readonly place: string;
  readonly state: PlaceState;
  /** Who was asked to remove it, and when. */
  readonly whom: string;
  readonly askedOn: string | null;
  readonly saidAt: Date | null;
}

/** How a hold stands: places are still to be seen to, all are, or it was decided. */
export type HoldState = 'open' | 'done' | 'again' | 'never';
export const HOLD_STATES: readonly HoldState[] = ['open', 'done', 'never', 'again'];

/** Where pictures may be, and within how many days they are to be down, from a day on. */
export interface PictureSetting {
  readonly since: string;
  readonly places: readonly string[];
  readonly days: number | null;
  readonly by: string | null;
}
