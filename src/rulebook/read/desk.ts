/**
 * The reading desk: the text being read, where each letter of it stands, and the findings so far.
 */
import type { Finding, Place, Vocabulary } from '../words.ts';

export interface Desk {
  readonly file: string;
  readonly source: string;
  readonly vocabulary: Vocabulary;
  readonly findings: Finding[];
  /** Offsets at which the lines begin. */
  readonly lineStarts: readonly number[];
}

/** What is wrong and what to do about it, in one sentence each. */
export interface Complaint {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly severity?: 'error' | 'warning';
}

/** Lays a text on the desk. */
export function newDesk(source: string, file: string, vocabulary: Vocabulary): Desk {
  const lineStarts = [0];
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charCodeAt(at);
    const lineEnds = letter === 10 || (letter === 13 && source.charCodeAt(at + 1) !== 10);
    if (lineEnds) lineStarts.push(at + 1);
  }
  return { file, source, vocabulary, findings: [], lineStarts };
}

/** Line and column (from 1) of an offset of the text. Offsets outside it are moved to its nearest end, and one inside a CR LF to the end of its line. */
export function placeAt(desk: Desk, offset: number): Place {
  const near = Math.max(0, Math.min(offset, desk.source.length));
  const within = desk.source.charCodeAt(near) === 10 && desk.source.charCodeAt(near - 1) === 13 ? near - 1 : near;
  let low = 0;
  let high = desk.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (desk.lineStarts[middle]! <= within) low = middle;
    else high = middle - 1;
  }
  return { file: desk.file, line: low + 1, column: within - desk.lineStarts[low]! + 1 };
}

/** Notes a finding at an offset of the text. */
export function complain(desk: Desk, offset: number, complaint: Complaint): void {
  desk.findings.push({ ...placeAt(desk, offset), severity: 'error', ...complaint });
}
