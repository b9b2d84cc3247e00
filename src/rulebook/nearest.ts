/**
 * "Did you mean …?": the word of a closed list that lies nearest to a word somebody wrote.
 */

/** Letters to add, drop, change or swap with a neighbour to come from one word to the other (Damerau and Levenshtein). */
export function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let best = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + same);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, before[column - 2]! + 1);
      now.push(best);
    }
    before = last;
    last = now;
  }
  return last[to.length]!;
}

/** The nearest word of `words`, or undefined when none is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 60).toLowerCase();
  let found: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of words) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const plain = candidate.toLowerCase();
    // Why the half: people leave letters out more often than they write others ("whn" is "when", not "who").
    const away = distance(wanted, plain) + (isWithin(wanted, plain) ? 0 : 0.5);
    if (away < least) [found, least] = [candidate, away];
  }
  return found ?? sharingWords(wanted, words);
}

/** Whether the letters of one word stand in the other in the same order. */
function isWithin(part: string, whole: string): boolean {
  let next = 0;
  for (const letter of whole) if (letter === part[next]) next += 1;
  return next === part.length;
}

/** `approver` finds `named-approver`, `app-install` finds `install-app`: the words of a name, in any order. */
function sharingWords(wanted: string, words: Iterable<string>): string | undefined {
  const parts = wanted.split('-').filter((part) => part.length > 2);
  if (parts.length === 0) return undefined;
  for (const candidate of words) {
    const own = candidate.toLowerCase().split('-');
    if (parts.every((part) => own.includes(part))) return candidate;
  }
  return undefined;
}

/** A remedy: the near word if there is one, otherwise where the whole list stands. */
export function didYouMean(word: string, words: Iterable<string>, otherwise: string): string {
  const near = nearest(word, words);
  return near === undefined ? otherwise : `Did you mean "${near}"?`;
}
