/** Two versions of a clause, word by word. Pure. */

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many comparisons the two texts are shown one after the other. */
const MOST_CELLS = 400_000;

/** Words with the space that follows them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** What went, what came and what stayed, in reading order; neighbours of one kind are joined. */
export function wordDiff(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length * b.length > MOST_CELLS) return [{ kind: 'gone', text: before }, { kind: 'new', text: after }];
  return joined(walk(a, b, longest(a, b)));
}

const same = (one: string, other: string): boolean => one.trimEnd() === other.trimEnd();

/** table[i][j]: how many words a[i..] and b[j..] share in order. */
function longest(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i]![j] = same(a[i]!, b[j]!) ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function walk(a: readonly string[], b: readonly string[], table: readonly Uint16Array[]): Piece[] {
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(a[i]!, b[j]!)) {
      pieces.push({ kind: 'same', text: b[j++]! });
      i += 1;
    } else if (j >= b.length || (i < a.length && table[i + 1]![j]! >= table[i]![j + 1]!)) pieces.push({ kind: 'gone', text: a[i++]! });
    else pieces.push({ kind: 'new', text: b[j++]! });
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: { kind: Piece['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = result.at(-1);
    if (last?.kind === kind) last.text += text;
    else result.push({ kind, text });
  }
  return result;
}
