/** When a text is looked at next, and who approved it. */
import type { Day, Place } from '../../words.ts';
import { cellsOf, sentencesOf } from '../passages.ts';
import { cadencesIn } from '../spans.ts';
import { findingAt } from '../words.ts';
import type { TextDesk, TextRule } from '../words.ts';
import { datesIn } from './dates.ts';

interface Dated { readonly day: Day; readonly words: string; readonly place: Place }

const NEXT = /\bnext\s+(?:scheduled\s+|planned\s+|full\s+|formal\s+|annual\s+)?review(?:ed)?\b|\b(?:scheduled|planned)\s+review\b|\breview\s+(?:is\s+|will be\s+)?due\b|\bdue\s+(?:for|to be)\s+review(?:ed)?\b|\b(?:to|will|should|must)\s+(?:next\s+)?be\s+(?:next\s+)?(?:fully\s+)?reviewed\b|\bdate\s+(?:of|for)\s+(?:the\s+)?next\s+review\b|\breview\s+by\b|\bnext due\b|\bvalid until\b|\b(?:look|looks|looked) at (?:it|them|these rules|this (?:policy|code|agreement)|the (?:policy|code|rules)) again\b|\bnext\s+(?:look|update|revision)\b/gi;
const PLAIN = /\breview(?:\s+date|\s*:)/gi;
const LAST = /\b(?:last|previous|date|most recent(?:ly)?)\s+(?:of\s+)?(?:last\s+)?review(?:ed)?\b|\b(?:last|previously|recently)?\s*(?:reviewed|approved|adopted|ratified|agreed|updated|written|issued|revised)\b|\b(?:approval|adoption|issue|policy|edition|version)\s+date\b|\bdated?\b/gi;

/** No next review date, or one that has passed. */
export const checkReview: TextRule = ({ file, on, passages }: TextDesk) => {
  const next = latest(datesAfter(passages, NEXT)) ?? latest(datesAfter(passages, PLAIN).filter(({ words }) => words !== ''));
  const cycle = cycleOf(passages);
  const last = latest(datesAfter(passages, LAST));
  const due = next ?? (cycle !== undefined && last ? { ...last, day: later(last.day, cycle) } : undefined);
  if (!due) {
    return [findingAt({ file, line: 1, column: 1 }, { severity: 'warning', code: 'no-review-date', message: 'The text does not say when it is looked at next.', remedy: 'Name the day of the next review.' })];
  }
  if (due.day >= on) return [];
  const message = next ? `The next review was due by ${due.words}.` : `It is to be reviewed every ${cycle! > 366 ? `${Math.round(cycle! / 366)} years` : 'year'}, and the last time was ${due.words}.`;
  return [findingAt(due.place, { severity: 'warning', code: 'review-overdue', message, remedy: 'Review it, and name the day of the next review.' })];
};

/** Dates that stand shortly after a label, in the same passage or, under a label alone, in the next one. */
function datesAfter(passages: TextDesk['passages'], label: RegExp): readonly Dated[] {
  return passages.flatMap((passage, index) => [...passage.text.matchAll(label)].flatMap((found) => {
    const end = found.index + found[0].length;
    const inTable = passage.kind === 'row' ? dateInColumn(passages, index, found.index) : undefined;
    if (inTable) return [{ ...inTable, place: passage.at(found.index) }];
    const near = datesIn(passage.text).find(({ offset }) => offset >= end && offset - end <= 45 && !/\breview|[.;]\s/i.test(passage.text.slice(end, offset)));
    if (near) return [{ day: near.day, words: near.words, place: passage.at(found.index) }];
    const next = /^[\s:]*$/.test(passage.text.slice(end)) ? passages[index + 1] : undefined;
    const below = next && datesIn(next.text).find(({ offset }) => offset <= 12);
    return below ? [{ day: below.day, words: below.words, place: passage.at(found.index) }] : [];
  }));
}

/** The date under a heading of a table. */
function dateInColumn(passages: TextDesk['passages'], row: number, at: number): Omit<Dated, 'place'> | undefined {
  const column = cellsOf(passages[row]!.text).findLastIndex(({ offset }) => offset <= at);
  const below = passages.slice(row + 1, row + 4).filter(({ kind, text }) => kind === 'row' && !/^[\s|:-]+$/.test(text))[0];
  const date = below && datesIn(cellsOf(below.text)[column]?.text ?? '')[0];
  return date && { day: date.day, words: date.words };
}

function latest(dates: readonly Dated[]): Dated | undefined {
  return dates.reduce<Dated | undefined>((best, one) => (best && best.day >= one.day ? best : one), undefined);
}

/** How often the text says it is reviewed, in days. */
function cycleOf(passages: TextDesk['passages']): number | undefined {
  const sentence = passages.find(({ text }) => /\breview/i.test(text) && cadencesIn(text).length > 0 && /\b(?:policy|code|document|agreement|AUP|review(?:ed)?\s*(?:cycle|period|frequency)?\s*:)/i.test(text));
  return sentence && Math.min(...cadencesIn(sentence.text).map(({ days }) => days));
}

function later(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

const BODY = String.raw`(?:(?:the|our|its)\s+)?(?:full\s+|local\s+|school\s+)?(?:governing|governors?|governance|board|trustees?|trust|proprietors?|directors|committee|council|academy|head|principal|senior)`;
const APPROVED = new RegExp(String.raw`\b(?:approved|ratified|adopted|endorsed|signed off|agreed|authori[sz]ed)\s+(?:and\s+\w+\s+)?(?:by|at|on)\s+${BODY}|\b(?:approved|adopted|ratified|approval|adoption)\s*(?:date|by)?\s*[:|\t]|\bdate (?:of approval|approved|adopted|ratified)\b|\b(?:approval|adoption) (?:by|of) ${BODY}|${BODY}[^.]{0,40}\b(?:has |have )?(?:approved|adopted|ratified|endorsed)\b`, 'i');

/** Nobody is said to have approved the text. */
export const checkApproval: TextRule = ({ file, passages }) => {
  const isApproved = passages.some(({ text }) => sentencesOf(text).some((sentence) => APPROVED.test(sentence.text) && isOfTheText(sentence.text)));
  return isApproved ? [] : [findingAt({ file, line: 1, column: 1 }, { severity: 'warning', code: 'no-approval', message: 'The text does not say who approved it.', remedy: 'Name the body that approves it, and the day.' })];
};

/** "Data is used as agreed by the head" approves no text: a date, the text's own name, or the label itself must stand there. */
function isOfTheText(sentence: string): boolean {
  return datesIn(sentence).length > 0 || /\b(?:policy|code|document|agreement|edition|version)\b/i.test(sentence) || /^\W*(?:date )?(?:approved|ratified|adopted|approval|endorsed|agreed)/i.test(sentence);
}
