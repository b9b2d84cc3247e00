/** The words of setting a school up. */
import type { StandIn } from '../../../rulebook/index.ts';

/** An office that a text needs and nobody holds. `unassigned` and `school` stand for a text that names nobody. */
export interface VacantOffice {
  readonly office: string;
  readonly title: string;
}

/** A clause that names nobody, and the office that answers for it. */
export interface NobodyClause {
  readonly standIn: StandIn;
  /** `policy#clause`. */
  readonly clause: string;
  readonly policyTitle: string;
  readonly number: string;
  readonly text: string;
  /** Null: as for every other clause. */
  readonly office: string | null;
  /** Whether the policy is still being written. */
  readonly draft: boolean;
}

/** One step of the walk. */
export interface Step {
  readonly name: 'terms' | 'people' | 'years' | 'offices' | 'nobody' | 'policy' | 'published';
  readonly done: boolean;
  /** What is missing, or how many there are. */
  readonly count: number;
}
