/** One line of the table of who may open what. */
import type { Open } from './desk.ts';
import type { Person } from './people.ts';

export interface Row {
  /** As the route is declared. */
  readonly route: string;
  /** An address of it; what stands in braces is on the desk. */
  readonly at: string;
  readonly who: readonly Person[];
  /** The status that those who are admitted meet. */
  readonly meets: number;
  /** The form sent by everybody in turn. Most are wrong on purpose, so that a person who is admitted changes nothing. */
  readonly send?: Readonly<Record<string, string>>;
  /** Where that form is wrong: somebody who sends a good one, and it is done. */
  readonly good?: { readonly by: Person; readonly form: Readonly<Record<string, string>>; readonly at?: string };
  /** What the policy's next edition must be first. */
  readonly open?: Open;
  /** The deed ends the session of whoever does it. */
  readonly ends?: true;
}
