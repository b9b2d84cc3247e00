/** Temporary measures: without an end, or long past it. */
import { sentencesOf } from '../passages.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';
import { datesIn } from './dates.ts';

const OCCASION = /\b(?:during|while|throughout|in|under|with|due to|because of|for the duration of|until the end of)\b[^.]{0,40}\b(?:cov(?:i)?d[- ]?\d*|coronavirus|pandemic|lockdowns?|bubbles?)\b/i;
/** A heading that names a measure speaks of one; one that names a time does not. */
const MEASURE = /\b(?:cov(?:i)?d[- ]?\d*|coronavirus|pandemic|lockdown)\b[^.]{0,30}\b(?:measures?|rules?|arrangements?|restrictions?|procedures?|addendum|amendments?)\b/i;
const TEMPORARY = /\b(?:until further notice|for the time being|temporary (?:measures?|arrangements?|rules?|changes?|relaxation|permission)|temporarily (?:allowed|permitted|suspended|relaxed|lifted|changed)|interim (?:measures?|arrangements?))\b/i;
const PAST = /\b(?:was|were|had|ended|showed|taught|since the)\b/i;

export const checkTemporaryText: TextRule = ({ passages, on }) => passages.flatMap((passage) => sentencesOf(passage.text).flatMap(({ text, offset }) => {
  const found = (passage.kind === 'heading' ? null : OCCASION.exec(text)) ?? MEASURE.exec(text) ?? TEMPORARY.exec(text);
  if (!found || PAST.test(text)) return [];
  const end = datesIn(text).find((date) => /\b(?:until|till|to|by|ends?|ending(?: on)?|up to|–|-)\s*(?:the )?(?:end of )?$/i.test(text.slice(0, date.offset)));
  if (end && end.day >= on) return [];
  const complaint = end
    ? { code: 'temporary-past-its-end', message: `"${quote(text, 70)}": this ended with ${end.words}.`, remedy: 'Take it out.' }
    : { code: 'temporary-without-end', message: `"${quote(text, 70)}": a temporary measure without a last day.`, remedy: 'Name its last day, or take it out.' };
  return [findingAt(passage.at(offset + found.index), { severity: 'warning', ...complaint })];
}));
