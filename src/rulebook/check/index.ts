/**
 * The linter. What the reader and the compiler find is found before it; here belongs what only the whole shows.
 */
import type { Day, Finding, Rulebook } from '../words.ts';

export interface CheckInput {
  readonly rulebook: Rulebook;
  /** The day on which reviews are or are not overdue. */
  readonly on: Day;
}

/** A text without rules: an old policy on its way in. */
export interface CheckTextInput {
  readonly text: string;
  readonly file: string;
  readonly on: Day;
}

/** Findings about a rulebook as a whole. */
export function check(_input: CheckInput): readonly Finding[] {
  return [];
}

/** Findings about a text without rules. */
export function checkText(_input: CheckTextInput): readonly Finding[] {
  return [];
}
