/**
 * What an answer is written from, besides the outcome itself.
 */
import type { OfficeGroups, Rulebook } from '../words.ts';
import type { ActRule, ActTable } from './tables.ts';
import type { Asker } from './who.ts';

export interface Asked {
  readonly rulebook: Rulebook;
  readonly table: ActTable;
  readonly asker: Asker;
  readonly sourcesByClause: ReadonlyMap<string, readonly { readonly source: string; readonly act: string }[]>;
  /** Groups of a rule's offices that have not yet said yes. */
  readonly unanswered: (one: ActRule) => OfficeGroups;
  /** Facts that only a permission's reach hangs on. */
  readonly openInPermissions: readonly string[];
}
