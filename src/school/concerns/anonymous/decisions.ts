/** Codes with which somebody unknown comes back, and how long a wrong one waits. Pure: chance is given. */
import { CODE_WORDS, WORDS_IN_A_CODE } from './words.ts';

/** A code of four words from as many random bytes: "maple kettle robin cloud". */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length < WORDS_IN_A_CODE) throw new Error(`a code needs ${WORDS_IN_A_CODE} random bytes`);
  return [...bytes.subarray(0, WORDS_IN_A_CODE)].map(byte => CODE_WORDS[byte]!).join(' ');
}

/** A code as it was typed, however it was spaced, joined or written; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const words = typed.toLowerCase().split(/[^a-z]+/).filter(Boolean);
  return words.length === WORDS_IN_A_CODE && words.every(word => CODE_WORDS.includes(word)) ? words.join(' ') : null;
}

/** Wrong codes are counted over this long, of everybody together: whose they were is not kept. */
export const MISSES_MS = 15 * 60_000;
const FREE = 5;
const STEP_MS = 400;
const LONGEST_MS = 6000;

/** How long an answer waits, right or wrong, after so many wrong codes. */
export const pauseAfter = (misses: number): number => Math.min(LONGEST_MS, Math.max(0, misses - FREE) * STEP_MS);
