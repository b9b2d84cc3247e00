/** Whom a name means that somebody typed: with the class behind it, the surname alone, or a slip of the pen. Pure. */

export interface Known {
  readonly id: string;
  readonly name: string;
  /** The class of a pupil; null for everybody else. */
  readonly class: string | null;
}

const TITLES = new Set(['mr', 'mrs', 'miss', 'ms', 'mx', 'dr', 'sir', 'madam', 'in', 'from', 'of', 'class', 'year']);
/** Shorter words must be as they are: too many are near to each other. */
const SHORTEST_SLIP = 4;
const MOST_CHOICES = 6;

/** Words as they are compared: small letters, no accents, no titles. */
export const wordsIn = (text: string): string[] =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[’']/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !TITLES.has(word));

/** One letter too many, too few or another, or two swapped. */
export function isOneSlip(word: string, other: string): boolean {
  let from = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  const [a, b] = [word.slice(from), other.slice(from)];
  if (a.length === b.length) return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  return a.slice(1) === b || a === b.slice(1);
}

const meets = (typed: string, word: string): boolean => typed === word || (typed.length >= SHORTEST_SLIP && (word.startsWith(typed) || isOneSlip(typed, word)));

/** Whose whole name it is, letter for letter but for accents and size. */
export const named = (typed: string, people: readonly Known[]): Known[] => {
  const words = wordsIn(typed).join(' ');
  return words.includes(' ') ? people.filter(one => wordsIn(one.name).join(' ') === words) : [];
};

/** Those whom it may mean, the likeliest first: every word is one of their names, nearly, or their class. Empty where too many fit. */
export function mayMean(typed: string, people: readonly Known[]): Known[] {
  const words = wordsIn(typed);
  if (!words.some(word => word.length >= 3)) return [];
  const slips = (one: Known): number | null => {
    const [names, place] = [wordsIn(one.name), wordsIn(one.class ?? '').join('')];
    const found = words.map(word => (names.includes(word) || word === place ? 0 : names.some(name => meets(word, name)) ? 1 : null));
    return found.includes(null) || found.every((_, at) => words[at] === place) ? null : found.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  };
  const fitting = people.flatMap(one => { const count = slips(one); return count === null ? [] : [{ one, count }]; }).sort((a, b) => a.count - b.count || a.one.name.localeCompare(b.one.name, 'en-GB'));
  const best = fitting.filter(({ count }) => count === fitting[0]!.count);
  return fitting.length <= MOST_CHOICES ? fitting.map(({ one }) => one) : best.length <= MOST_CHOICES ? best.map(({ one }) => one) : [];
}
