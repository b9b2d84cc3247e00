/** Appendices that a text sends its readers to and does not have. */
import { sentencesOf } from '../passages.ts';
import { findingAt } from '../words.ts';
import type { TextRule } from '../words.ts';

const SENT = /\b(?:see|refer to|in|at|of|under|per)\s+(?:the\s+)?(?:appendix|annexe?)\s+(\d+|[A-H])\b(?!\s+(?:of|to|in)\s+(?:the\s+)?(?!this|policy|document|code)\p{Lu})/giu;
const WORD_FAULT = /Error! (?:Reference source|Bookmark) not (?:found|defined)\.?/i;

export const checkTextReferences: TextRule = ({ passages }) => {
  const headings = passages.filter(({ kind, text }) => kind === 'heading' || (kind === 'item' && text.split(/\s+/).length <= 10) || /^(?:appendix|annexe?)\b/i.test(text));
  const appendices = new Set(headings.flatMap(({ text }) => [...text.matchAll(/^(?:appendix|annexe?)\s+(\d+|[A-H])\b/gi)].map((found) => found[1]!.toUpperCase())));
  const hasAppendices = appendices.size > 0;
  return passages.flatMap((passage) => {
    const broken = WORD_FAULT.exec(passage.text);
    const sent = sentencesOf(passage.text).flatMap((sentence) => [...sentence.text.matchAll(SENT)]
      .filter(([, number = '']) => !appendices.has(number.toUpperCase()) && isOurs(sentence.text))
      .map((found) => ({ at: sentence.offset + found.index, number: found[1]! })));
    return [
      ...(broken ? [findingAt(passage.at(broken.index), { severity: 'error' as const, code: 'dangling-reference', message: 'The reference here leads nowhere.', remedy: 'Say what was meant.' })] : []),
      ...sent.map(({ at, number }) => findingAt(passage.at(at), {
        severity: 'warning' as const, code: 'dangling-reference', message: `There is no appendix ${number} in this text${hasAppendices ? `, which has ${[...appendices].join(', ')}` : ''}.`, remedy: 'Add it, or take the reference out.',
      })),
    ];
  });
};

/** An annex of somebody else's document is theirs. */
function isOurs(text: string): boolean {
  return !/\b(?:KCSIE|keeping children safe|guidance|Act|Regulation|DfE|framework|standards|GDPR)\b/i.test(text);
}
