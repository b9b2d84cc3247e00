/** From the parts of an old document to the first draft of a policy: every sentence has its clause, no clause has its rule yet. */
import { readQuestion, type BoxWords, type Vocabulary } from '../rulebook/index.ts';
import type { Part } from './words.ts';

export interface DraftWords {
  readonly vocabulary: Vocabulary;
  readonly boxWords: BoxWords;
}

/**
 * Writes the draft. What a clause most likely is stands below it as a comment, for a person to accept or mend; until a
 * rule stands there, the linter says so for each clause, so that nothing is published half read.
 */
export function draftPolicy(parts: readonly Part[], { id, words }: { id: string; words: DraftWords }): string {
  const [first, ...others] = parts;
  const titled = first?.kind === 'heading';
  const title = titled ? first.text : id.replaceAll('-', ' ');
  const lines = ['---', `policy: ${id}`, `title: ${JSON.stringify(title)}`, 'binds: []', 'sign: { as: read-and-agree, on: [joining, new-duty] }', '---', ''];
  const taken = new Set<string>();
  for (const part of titled ? others : parts) {
    if (part.kind === 'heading') lines.push(`${'#'.repeat(Math.min(4, Math.max(2, part.depth)))} ${escaped(part.text)}`, '');
    else lines.push(...clauseLines(part, freshId(part.text, taken), words), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function clauseLines(part: Part, id: string, words: DraftWords): string[] {
  const guess = likelyRule(part.text, words);
  const indent = part.kind === 'item' ? '  ' : '';
  return [`${part.kind === 'item' ? '- ' : ''}${escaped(part.text)} {#${id}}`, ...(guess ? ['', `${indent}<!-- looks like ${guess} -->`] : [])];
}

/** What would otherwise read as Markdown or as a rule stays the words it was; only words that are plainly **stressed** stay so. */
const escaped = (text: string): string => text.replaceAll(/([\\`*_{}[\]<>#])/g, '\\$1').replaceAll(/\\\*\\\*(?=\p{L})([^*\\]*[\p{L}\p{N}])\\\*\\\*/gu, '**$1**').replaceAll('::', ':\\:');

const SMALL = new Set('a an and are as at be by do for from has have in is it its may must no not of on or our should that the their they this to we will with you your'.split(' '));

/** A short id of the sentence's own first telling words. */
function freshId(text: string, taken: Set<string>): string {
  const telling = text.toLowerCase().replaceAll(/[^a-z0-9 ]+/g, ' ').split(/\s+/).filter(word => word.length > 2 && !SMALL.has(word)).slice(0, 3);
  const base = telling.join('-').replace(/^[^a-z]+/, '') || 'clause';
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

const VERBS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:not|never|no)\b[^.]*\b(?:without|unless)\b[^.]*\b(?:permission|consent|approv|authoris|agree)/i, 'ask'],
  [/\b(?:must|may|should|shall|can|will|do|does|are|is) not\b|\bnever\b|\bprohibited\b|\bforbidden\b|\bunacceptable\b|\bcannot\b|\bat no (?:point|time)\b|\bunder no circumstances\b/i, 'never'],
  [/\bpermission\b|\bauthoris|\bconsent\b|\bapprov|\bagreement of\b/i, 'ask'],
  [/\breport(?:ed)?\b|\binform\b|\bnotify\b|\btell\b|\balert\b/i, 'tell'],
  [/\bmust\b|\bshould\b|\bshall\b|\brequired\b|\bresponsib|\bwill\b/i, 'must'],
  [/\bmay\b|\ballowed\b|\bpermitted\b/i, 'may'],
];

/** Who is bound says nothing of what they do: "All staff, governors and visitors understand that". */
const PEOPLE = '(?:staff|governors?|visitors?|volunteers?|pupils?|students?|children|parents?|carers?|teachers?|users?|employees|trustees)';
const SUBJECT = new RegExp(`^(?:all |every )?(?:members? of )?${PEOPLE}(?:(?:,| and| or| &|/)+ ?${PEOPLE})*(?: (?:understand|know|agree|accept|are aware) that)?\\s+`, 'i');

/** A suggestion may be wrong: a person reads it before it counts. */
const LIKELY = 0.25;
/** Of a paragraph no more is looked at, in letters. Why: the time to find words far apart grows with the cube of its length. */
const LONGEST = 1_000;

/** The rule a sentence most likely is: its verb by its words, its act by the question box. Nothing where that is not clear. */
function likelyRule(whole: string, { vocabulary, boxWords }: DraftWords): string | null {
  const text = whole.slice(0, LONGEST);
  const verb = VERBS.find(([words]) => words.test(text))?.[1];
  if (!verb) return null;
  const reading = readQuestion(text.replace(SUBJECT, '').slice(0, 400), { who: 'staff' }, boxWords, vocabulary);
  return reading.act !== '' && reading.confidence >= LIKELY ? `::${verb}[${reading.act}]` : null;
}
