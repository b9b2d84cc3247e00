/** The words of the linter. */
import type { Clash } from '../analyse/index.ts';
import type { Day, Finding, Place, Policy, Rulebook, Test } from '../words.ts';
import type { Passage } from './passages.ts';
import type { SourceText } from './source.ts';
import type { Standards } from './standards.ts';

export type { SourceText };

export interface CheckInput {
  readonly rulebook: Rulebook;
  /** The day on which reviews are or are not overdue. */
  readonly on: Day;
  /** The files the policies were read from. Without them a finding stands at its clause instead of its word. */
  readonly texts?: readonly SourceText[];
  /** What the law and the national standards say; without it neither is compared. */
  readonly standards?: Standards;
  /** What `analyse` found: it searches every situation and takes longer than all the rest, so it is asked for apart. */
  readonly clashes?: readonly Clash[];
}

/** A text without rules: an old policy on its way in. */
export interface CheckTextInput {
  readonly text: string;
  readonly file: string;
  readonly on: Day;
  readonly standards?: Standards;
}

/** A policy with its words taken apart. */
export interface Document {
  readonly policy: Policy;
  readonly passages: readonly Passage[];
  /** Where a key of the front matter stands, or the head of the file. */
  readonly head: (key: string) => Place;
}

/** What a rule of the linter sees of a school's rulebook. */
export interface PackDesk {
  readonly rulebook: Rulebook;
  readonly on: Day;
  readonly standards: Standards;
  readonly documents: readonly Document[];
  readonly clashes: readonly Clash[];
}

/** What a rule of the linter sees of a text. */
export interface TextDesk {
  readonly file: string;
  readonly on: Day;
  readonly standards: Standards;
  readonly passages: readonly Passage[];
  readonly lines: number;
}

/** One rule (or small family of rules) of the linter. */
export type PackRule = (desk: PackDesk) => readonly Finding[];
export type TextRule = (desk: TextDesk) => readonly Finding[];

/** What is wrong and what to do, before it has a place. */
export type Complaint = Pick<Finding, 'severity' | 'code' | 'message' | 'remedy'>;

/** A complaint at its place. */
export function findingAt(place: Place, complaint: Complaint): Finding {
  return { file: place.file, line: place.line, column: place.column, ...complaint };
}

/** The values every test of a fact names: `when="person-status=x|y"` → x, y. */
export function valuesOf(tests: readonly Test[], fact: string): readonly string[] {
  return tests.filter((test) => test.fact === fact && test.operator === '=').flatMap((test) => test.values);
}

/** A piece of a text for a message, not too long. */
export function quote(text: string, longest = 60): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest).replace(/\s+\S*$/, '')} …`;
}
