/** The words of scenes: what is going on at a model school beside who is there and what they signed. */
import type { Lock } from '../../platform/seal/index.ts';
import type { Reader, School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import type { Shared } from '../../school/feature.ts';

/** When something was done: so many minutes ago, or so many weekdays ago at a time of day in London. */
export type When = number | readonly [weekdays: number, time: string];

/** Somebody of a scene: an office (`head`), a persona (`teacher`), or one of a kind who is neither (`teacher 1`, `pupil 3`). */
export type Role = string;

/** A school on a day, and who is who there. */
export interface Stage {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly shared: Shared;
  readonly lock: Lock;
  readonly sealFolder: string;
  readonly now: Date;
  readonly today: string;
  readonly chance: () => number;
  readonly holderOf: (office: string) => string | null;
  readonly personaOf: (persona: string) => string | null;
  /** Whoever has a part; null where this school has nobody for it. */
  readonly who: (role: Role) => string | null;
  /** Their full name. */
  readonly nameOf: (person: string) => string;
  /** Their class; '' for whoever is in none. */
  readonly classOf: (person: string) => string;
  /** The first by name of a year group who is no persona. */
  readonly firstOf: (yearGroup: string) => string | null;
  readonly isPersona: (person: string) => boolean;
  readonly at: (when: When) => Date;
  /** Everybody who was met already, as a page would meet them. */
  readonly readers: Map<string, Reader>;
}
