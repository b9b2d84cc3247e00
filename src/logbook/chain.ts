/** The chain: each line carries the hash of the one before. Pure. */
import { createHash } from 'node:crypto';
import type { ChainCheck, Entry } from './words.ts';

/** What stands before the first line. */
export const GENESIS = '0'.repeat(64);

/** The hash of a line. Fields are joined as JSON, so that no two different lines give the same text. */
export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const text = JSON.stringify([entry.previous, entry.seq, entry.id, entry.at.toISOString(), entry.deed, entry.by, entry.about, entry.clause, entry.wordsHash]);
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of the words beside a line. The salt goes when the words go, so that nothing can be guessed from it. */
export function hashOfWords(words: Readonly<Record<string, string>>, salt: string): string {
  const sorted = Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify([salt, sorted])).digest('hex');
}

/** Follows the chain; `from` is where an earlier check of the same chain stopped. Names the first broken link. */
export function checkChain(entries: Iterable<Entry>, from: { seq: number; hash: string } = { seq: 0, hash: GENESIS }): ChainCheck {
  let { seq, hash } = from;
  for (const entry of entries) {
    const broken = (why: string): ChainCheck => ({ whole: false, entries: seq, brokenAt: entry.seq, why });
    if (entry.seq !== seq + 1) return broken(`line ${seq + 1} is missing`);
    if (entry.previous !== hash) return broken(`line ${entry.seq} does not follow line ${seq}`);
    if (hashOf(entry) !== entry.hash) return broken(`line ${entry.seq} was changed after it was written`);
    ({ seq, hash } = entry);
  }
  return { whole: true, entries: seq, last: hash };
}
