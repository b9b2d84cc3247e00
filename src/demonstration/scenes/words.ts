/** The words of scenes: what is going on at a model school beside who is there and what they signed. */
import type { School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';

/** A school on a day, and who is who there. */
export interface Stage {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly sealFolder: string;
  readonly now: Date;
  readonly today: string;
  readonly chance: () => number;
  readonly holderOf: (office: string) => string | null;
  readonly personaOf: (persona: string) => string | null;
}
