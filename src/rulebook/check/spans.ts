/**
 * Spans of time in rules ("1 term", "72 hours") and in prose ("every other year", "termly"), as days.
 */

const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440, hour: 1 / 24, day: 1, night: 1, week: 7, fortnight: 14, month: 31, 'half-term': 50, term: 122, year: 366,
};
const UNIT = '(minute|hour|(?:school |working |calendar )?day|night|week|fortnight|month|half[- ]term|(?:school |academic )?term|(?:school |academic |calendar )?year)s?';
const SPAN = new RegExp(String.raw`^(\d+(?:\.\d+)?)\s+${UNIT}$`, 'i');

/** A span as written in a rule, in days; a school or working day counts as a week's fifth. Undefined when it is none ("at once"). */
export function lengthOf(text: string): number | undefined {
  const found = SPAN.exec(text.trim());
  return found ? Number(found[1]) * unitDays(found[2]!) : undefined;
}

function unitDays(unit: string): number {
  const plain = unit.toLowerCase().replace(/^(academic|calendar) |^school (?=term|year)/, '').replace('half term', 'half-term');
  return /^(school|working) day/.test(plain) ? 1.4 : (DAYS[plain] ?? 1);
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const ADVERBS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:bi-?annually|twice (?:a|each|every|per) year|half-?yearly|six-monthly)\b/i, 183],
  [/\b(?:biennial(?:ly)?|two-yearly)\b/i, 2 * 366], [/\b(?:triennial(?:ly)?|three-yearly)\b/i, 3 * 366],
  [/\b(?:annual(?:ly)?|yearly)\b/i, 366], [/\btermly\b/i, 122], [/\bhalf-termly\b/i, 50],
  [/\bquarterly\b/i, 92], [/\bmonthly\b/i, 31], [/\bfortnightly\b/i, 14], [/\b(?:weekly)\b/i, 7], [/\b(?:daily|nightly|continuous(?:ly)?|at all times|real time)\b/i, 1],
];
const EVERY = new RegExp(String.raw`\b(?:every|each|once (?:a|an|every|each|per|in)|per|at least (?:once )?(?:a|an|every|each|per))\s+(?:(other|second|alternate|third|fourth|fifth|\d+|${NUMBERS.join('|')})\s+)?${UNIT}\b`, 'gi');
const ORDINALS: Readonly<Record<string, number>> = { other: 2, second: 2, alternate: 2, third: 3, fourth: 4, fifth: 5 };

/** Every cadence a sentence names, in days, with its words: "every other year" → 732. */
export function cadencesIn(sentence: string): readonly { readonly days: number; readonly words: string }[] {
  const found = [...sentence.matchAll(EVERY)].map((match) => ({ days: countOf(match[1]) * unitDays(match[2]!), words: match[0] }));
  for (const [pattern, days] of ADVERBS) {
    const match = pattern.exec(sentence);
    if (match) found.push({ days, words: match[0] });
  }
  return found;
}

function countOf(word: string | undefined): number {
  if (word === undefined) return 1;
  const plain = word.toLowerCase();
  return ORDINALS[plain] ?? (Number(plain) || NUMBERS.indexOf(plain) + 1);
}

/** "Regularly", "from time to time": a cadence that nobody can miss. */
export const VAGUE = /\b(?:regular(?:ly)?|periodic(?:ally)?|from time to time|occasional(?:ly)?|frequent(?:ly)?|(?:as|when|where)(?: and when)? (?:necessary|appropriate|required|needed)|on an? (?:regular|ongoing|ad hoc) basis)\b/i;
