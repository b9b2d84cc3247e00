/** The words of ticks: what a signer says beside the signature, each with a box of its own. */

/** One thing to tick: a clause of the policy in its own words, or one of the things a clause has its signers declare. */
export interface Tick {
  readonly clause: string;
  readonly number: string;
  /** In English, as it is kept. */
  readonly words: string;
  /** As it stands on the page in another language; null where the English stands there. */
  readonly shown: string | null;
}

/** One thing that was ticked, as it is kept beside an agreement. */
export interface Ticked extends Tick {
  /** SHA-256 of the words. */
  readonly hash: string;
}

/** Under which name a tick is sent with a form: its place on the page. */
export const fieldOfTick = (at: number): string => `say-${at}`;
