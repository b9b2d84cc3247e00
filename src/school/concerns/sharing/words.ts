/** The words of sharing a concern. */

/** What an entry of the sort `shared` holds: the receipt. */
export interface SharedWords {
  readonly text: string;
  /** Who got it: a person or an office of the school, or somebody outside by name. */
  readonly to: string;
  readonly outside: boolean;
  /** The entries that were shared. */
  readonly parts: readonly string[];
}
