/**
 * Slips of the pen: a word nobody knows becomes the known word it is one slip away from, where there is only one such.
 */

/** Words shorter than this are left alone: too many are near to each other. */
const SHORTEST = 5;
/** From this length a wrong letter in the middle is put right too. */
const LONG = 7;

/** Known words by length and first letter, the only ones a slip is compared with. */
export type KnownWords = ReadonlyMap<string, ReadonlySet<string>>;

/** Puts words where they are looked up. */
export function knownWordsOf(words: Iterable<string>): KnownWords {
  const known = new Map<string, Set<string>>();
  for (const word of words) {
    const key = keyOf(word.length, word);
    known.set(key, (known.get(key) ?? new Set()).add(word));
  }
  return known;
}

/** The word as it was meant: itself where it is known, short, or near to no known word or to several. */
export function respelt(word: string, known: KnownWords): string {
  if (word.length < SHORTEST || /\d/.test(word) || known.get(keyOf(word.length, word))?.has(word)) return word;
  const near = new Set<string>();
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    for (const candidate of known.get(keyOf(length, word)) ?? []) if (candidate.length >= SHORTEST - 1 && isOneSlipAway(word, candidate)) near.add(candidate);
  }
  const [only] = near;
  return near.size === 1 ? only! : word;
}

function keyOf(length: number, word: string): string {
  return `${length}${word[0] ?? ''}`;
}

/** Two letters swapped; a letter left out, doubled or put in; in a long word also a letter wrong. */
function isOneSlipAway(word: string, other: string): boolean {
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  if (word.length === other.length) {
    const isSwapped = word[same] === other[same + 1] && word[same + 1] === other[same] && word.slice(same + 2) === other.slice(same + 2);
    return isSwapped || (word.length >= LONG && word.slice(same + 1) === other.slice(same + 1));
  }
  const [longer, shorter] = word.length > other.length ? [word, other] : [other, word];
  const isDoubling = longer[same] === longer[same - 1];
  return longer.slice(same + 1) === shorter.slice(same) && (isDoubling || longer.length >= LONG);
}
