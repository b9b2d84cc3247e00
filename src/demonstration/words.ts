/** The words of the demonstration. */
import type { FileText } from '../packs/index.ts';
import type { Database } from '../platform/database/index.ts';
import type { School } from '../platform/web/index.ts';
import type { SchoolSheet, Vocabulary } from '../rulebook/index.ts';
import type { Shared } from '../school/feature.ts';
import type { Plan } from './plans.ts';

/** What loading is given. */
export interface Loading {
  readonly db: Database;
  /** The folder that holds the packs: `policies`. */
  readonly packsFolder: string;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
  readonly shared: Shared;
  /** Only these packs; all of the folder otherwise. */
  readonly only?: readonly string[];
}

/** One school on its way into the database. */
export interface Filling extends Loading {
  readonly school: School;
  readonly today: string;
  readonly sheet: SchoolSheet;
  readonly plan: Plan;
  readonly policies: readonly FileText[];
  /** Policies in other languages. */
  readonly translations: readonly FileText[];
}
