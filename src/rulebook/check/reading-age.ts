/**
 * How hard a text is to read: the Flesch–Kincaid grade (0.39 words a sentence + 11.8 syllables a word - 15.59; Kincaid
 * and others, US Navy, 1975). Grade 4 is a reader of about nine, grade 8 of about thirteen.
 */
import type { Finding, FrontMatter } from '../words.ts';
import { sentencesOf } from './passages.ts';
import type { Passage } from './passages.ts';
import { syllablesIn } from './syllables.ts';
import { findingAt, quote } from './words.ts';
import type { Document, PackDesk } from './words.ts';

/** The hardest a policy may be on the whole, by its readers. */
export const HARDEST: Readonly<Record<FrontMatter['readers'], number>> = { 'early-years': 4, pupils: 4, adults: 8 };
/** A grade of a few words says nothing. */
const FEWEST_WORDS = 40;

interface Count { words: number; sentences: number; syllables: number }

/** The grade of a text; 0 for one without words. Lines with a blank line or a list mark between them end a sentence. */
export function readingGrade(text: string): number {
  const parts = text.split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/);
  return gradeOf(parts.map((part) => countOf(part)).reduce(add, NOTHING));
}

const NOTHING: Count = { words: 0, sentences: 0, syllables: 0 };

function countOf(text: string, counted: Map<string, number> = new Map()): Count {
  const sentences = sentencesOf(text).flatMap((sentence) => sentence.text.split(/:\s/)).map((part) => part.match(/\p{L}[\p{L}'’]*/gu) ?? []).filter((words) => words.length > 0);
  const words = sentences.flat();
  return { words: words.length, sentences: sentences.length, syllables: words.reduce((sum, word) => sum + remembered(counted, word), 0) };
}

/** A policy uses the same few hundred words over and over. */
function remembered(counted: Map<string, number>, word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = syllablesIn(word);
  counted.set(word, count);
  return count;
}

function add(one: Count, other: Count): Count {
  return { words: one.words + other.words, sentences: one.sentences + other.sentences, syllables: one.syllables + other.syllables };
}

function gradeOf({ words, sentences, syllables }: Count): number {
  return words === 0 ? 0 : 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Policies that are harder to read than their readers can be asked to; with the hardest sentence. */
export function checkReadingAge({ documents }: PackDesk): readonly Finding[] {
  const counted = new Map<string, number>();
  return documents.flatMap((document) => partsOf(document).flatMap(({ passages, hardest }) => {
    const total = passages.map(({ text }) => countOf(text, counted)).reduce(add, NOTHING);
    const grade = gradeOf(total);
    if (total.words < FEWEST_WORDS || grade <= hardest) return [];
    const worst = hardestSentence(passages);
    return [findingAt(worst.passage.at(worst.offset), {
      severity: 'warning', code: 'hard-to-read', message: `This part has reading grade ${grade.toFixed(1)}, and its readers need ${hardest} at most; hardest: "${quote(worst.text, 90)}".`,
      remedy: 'Use shorter sentences and shorter words, beginning with this one.',
    })];
  }));
}

/** A pupils' code may end with a part for their parents, which is measured as adults' text. */
function partsOf({ policy, passages }: Document): readonly { passages: readonly Passage[]; hardest: number }[] {
  const { readers } = policy.front;
  const prose = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'heading');
  const start = readers === 'adults' ? -1 : prose.findIndex(({ kind, text }) => kind === 'heading' && /^(?:for|notes? for|to) (?:grown-?ups|adults|parents|carers|teachers|families|your parents)/i.test(text));
  const own = start < 0 ? prose : prose.slice(0, start);
  const isText = ({ kind }: Passage) => kind !== 'heading';
  return [{ passages: own.filter(isText), hardest: HARDEST[readers] }, ...(start < 0 ? [] : [{ passages: prose.slice(start).filter(isText), hardest: HARDEST.adults }])];
}

function hardestSentence(passages: readonly Passage[]): { passage: Passage; text: string; offset: number } {
  const all = passages.flatMap((passage) => sentencesOf(passage.text).map((sentence) => ({ passage, ...sentence })));
  const grades = all.map(({ text }) => gradeOf(countOf(text)));
  return all[grades.indexOf(Math.max(...grades))]!;
}
