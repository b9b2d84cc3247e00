/** Laws by a wrong name, guidance that has been replaced, titles that nobody holds any more: from `law.tsv`. */
import type { Day, Finding } from '../words.ts';
import type { Passage } from './passages.ts';
import type { OutdatedWord, Standards } from './standards.ts';
import { findingAt, quote } from './words.ts';

/** "formerly known as …", "replaced the …": a text may speak of the past. */
const OF_THE_PAST = /\b(?:formerly|previously|replac(?:ed|es|ing)|superseded|repealed|used to be|known until|no longer|before 20\d\d)\b[^.;]{0,40}$/i;

interface Hit { readonly from: number; readonly end: number; readonly passage: Passage; readonly word: OutdatedWord; readonly text: string }

/** Outdated words in a text: each place, save that a mere term is said once for the whole text. */
export function outdatedIn(passages: readonly Passage[], { law }: Standards, on: Day): readonly Finding[] {
  const words = law.filter((word) => word.since <= on);
  const { whole, starts } = joined(passages);
  const hits: Hit[] = [];
  for (const word of words) {
    for (const found of whole.matchAll(word.pattern)) {
      const index = passageAt(starts, found.index);
      const from = found.index - starts[index]!;
      if (OF_THE_PAST.test(passages[index]!.text.slice(0, from))) continue;
      const hit = { from: found.index, end: found.index + found[0].length, passage: passages[index]!, word, text: found[0] };
      // Why: a term is a habit of the whole text; a wrong law is wrong at each place.
      const isSaid = hits.some((other) => (other.from < hit.end && hit.from < other.end) || (isTerm(word) && other.word === word));
      if (!isSaid) hits.push(hit);
      if (isTerm(word)) break;
    }
  }
  return hits.map(({ from, passage, word, text }) => findingAt(passage.at(from - starts[passages.indexOf(passage)]!), {
    severity: word.severity, code: word.code, message: `"${quote(text)}": ${word.says}`, remedy: `${word.right} (${word.source})`,
  }));
}

function isTerm(word: OutdatedWord): boolean {
  return word.code === 'dated-term';
}

/** All passages as one text, so that each pattern runs once; a line end between keeps matches inside a passage or two. */
function joined(passages: readonly Passage[]): { whole: string; starts: readonly number[] } {
  const starts: number[] = [];
  let length = 0;
  const parts = passages.map((passage) => {
    starts.push(length);
    length += passage.text.length + 3;
    return passage.text;
  });
  return { whole: parts.join('\n.\n'), starts };
}

function passageAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
