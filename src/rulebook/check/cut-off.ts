/** Sentences that break off. */
import type { Finding } from '../words.ts';
import type { Passage } from './passages.ts';
import { findingAt, quote } from './words.ts';

/** No sentence, list item or heading ends with one of these. */
const NEVER_LAST = new Set(['the', 'a', 'an', 'and', 'or', 'their', 'your', 'our', 'my', 'its', 'than', 'whose', 'every', 'nor']);
/** A heading may end so ("Whom to turn to"), a sentence may not, unless a full stop says that it is meant. */
const SELDOM_LAST = new Set(('of with by from into at for as that which who if because although unless whether is are was were be been being has have had must should shall will would may can could '
  + 'cannot not to in on under about between during through against per via his her these this using including such very').split(' '));

/** Passages whose last word cannot be the last. What follows decides: a list may go on from it, and so may the next line. */
export function cutOffIn(passages: readonly Passage[]): readonly Finding[] {
  return passages.flatMap((passage, index) => {
    const word = isCutOff(passage, passages[index + 1]);
    if (word === undefined) return [];
    return [findingAt(passage.at(passage.text.lastIndexOf(word)), {
      severity: 'error', code: 'cut-off', message: `The sentence breaks off after "${quote(lastWords(passage.text), 40)}".`, remedy: 'Finish it, or take it out.',
    })];
  });
}

function isCutOff(passage: Passage, next: Passage | undefined): string | undefined {
  if (passage.kind === 'form' || passage.kind === 'contents') return undefined;
  const text = passage.text.replace(/[\s"'”’)\]]+$/, '');
  const strong = /([A-Za-z]+)[.;]?$/.exec(text)?.[1];
  if (strong === undefined) return isOpenEnd(passage, next) ? text.slice(-1) : undefined;
  if (leadsOn(passage, next)) return undefined;
  const word = strong.toLowerCase();
  const isLetter = word === 'a' && (strong === 'A' || /\b(?:appendix|annexe?|section|part|option|grade|class|group|year|team|schedule|table|plan|vitamin|level)\s+a\b[.;]?$/i.test(text));
  if (NEVER_LAST.has(word) && !isLetter && !/\b(?:and\/or|either\/or)\W*$/i.test(text)) return strong;
  const endsItself = /[.;]$/.test(text) || /^(?:what|who|whom|when|where|why|how|which|whether)\b/i.test(text);
  // Why: a heading may end so ("The people you should turn to"); a line with a verb that is longer is a sentence.
  const isLong = text.split(/\s+/).length >= (passage.kind === 'heading' ? 7 : 6) && (passage.kind !== 'heading' || /\b(?:must|should|shall|will|may|can|is|are)\b/i.test(text));
  return SELDOM_LAST.has(word) && !endsItself && isLong ? strong : undefined;
}

/** Whether the next passage goes on where this one ends: a list under its opening words, or a line that begins small. */
function leadsOn(passage: Passage, next: Passage | undefined): boolean {
  if (!next) return false;
  if (/^[\p{Ll}…]/u.test(next.text)) return true;
  if (next.kind !== 'item') return false;
  return passage.kind === 'paragraph' || next.indent > passage.indent;
}

/** A paragraph that ends with a comma and is followed by something that begins anew. */
function isOpenEnd(passage: Passage, next: Passage | undefined): boolean {
  if (!/,$/.test(passage.text) || passage.kind !== 'paragraph' || passage.text.split(/\s+/).length < 8) return false;
  return !leadsOn(passage, next);
}

function lastWords(text: string): string {
  return text.split(/\s+/).slice(-5).join(' ');
}
