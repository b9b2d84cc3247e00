/** One line of the logbook: who did what, when, to what, under which clause. Ids and hashes only; words lie apart. */
export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly at: Date;
  readonly deed: string;
  /** Opaque id of the person, or `countersign` for the software itself. */
  readonly by: string;
  /** Opaque id of what it was done to. */
  readonly about: string | null;
  readonly clause: string | null;
  /** Salted hash of the words that go with it; the words and their salt can be erased. */
  readonly wordsHash: string | null;
  readonly previous: string;
  readonly hash: string;
}

/** What a deed writes. */
export interface Deed {
  readonly school: string;
  /** A verb and its object: `sign-agreement`. */
  readonly deed: string;
  readonly by: string;
  readonly about?: string;
  readonly clause?: string;
  /** Words a reader of the logbook would like to see. They may name people: they are kept apart and can be erased. */
  readonly words?: Readonly<Record<string, string>>;
  readonly at: Date;
}

/** What checking the chain found. */
export type ChainCheck =
  | { readonly whole: true; readonly entries: number; readonly last: string }
  | { readonly whole: false; readonly entries: number; readonly brokenAt: number; readonly why: string };

/** The deed of lines that no page shows: that something of the kind was done tells too much to whoever it is about. */
export const UNLISTED_DEED = 'concern';
