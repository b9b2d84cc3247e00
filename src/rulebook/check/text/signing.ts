/** Who signs a text, and what their signature says. */
import type { Finding } from '../../words.ts';
import type { Passage } from '../passages.ts';
import { findingAt, quote } from '../words.ts';
import type { TextRule } from '../words.ts';
import { kindsIn } from './kinds.ts';

/** A declaration in the first person, or room for a name and a signature. */
const DECLARATION = /^\W*(?:I|We|As (?:a|an|the) (?:[\p{L}/ ]{3,40}))\b[^.]{0,120}\b(?:agree|acknowledge|accept|confirm|have (?:read|received|understood)|understand|promise|undertake|will (?:follow|keep|comply|abide))\b|\bI (?:have read|have received|agree to|acknowledge|confirm that|accept)\b/iu;
const TO_BE_SIGNED = /\b(?:must|will|should|are (?:required|expected|asked)|is (?:required|expected)|asked|required|expected|need) to (?:read and )?sign\b|\b(?:must|will|should)(?: all)?(?: read(?: it)?,?(?: and)?| also| then)* (?:counter-?)?sign (?:it|this|the|a|and|an)\b|\bsigns? (?:this|the|a|an) (?:policy|code|agreement|form|sheet|slip|declaration|copy|acknowledgement)\b|\bsigned (?:copy|copies|agreement|by (?:all|every|each|pupils?|parents?|staff))\b|\bsignature (?:sheet|slip|page|form)\b/i;

/** Any word of signing that is not signing in, out or up. */
const SIGNS = /\b(?:counter-?)?sign(?:s|ed|ing|atures?)?\b(?![- ]?(?:in|into|out|up|off|on|onto|language|posts?|of)\b)/i;

export interface Signatures {
  /** Passages that are signed, or say that somebody signs. */
  readonly places: readonly Passage[];
  /** Kinds of people who sign; empty when nobody in particular is named. */
  readonly kinds: ReadonlySet<string>;
}

/** Where and by whom a text is signed. */
export function signaturesOf(passages: readonly Passage[]): Signatures {
  const isPlace = passages.map((passage) => isSigned(passage));
  const places = passages.filter((_, index) => isPlace[index]);
  const kinds = new Set<string>();
  passages.forEach((passage, index) => {
    // Why: who signs often stands on the line before or after the room for it.
    if (!isPlace[index]) return;
    const near = passage.kind === 'form' || DECLARATION.test(passage.text) ? passages.slice(Math.max(0, index - 2), index + 3).filter((other) => other === passage || other.kind === 'form' || other.kind === 'heading') : [passage];
    for (const { text } of near) for (const { kind } of kindsIn(text)) kinds.add(kind);
  });
  return { places, kinds };
}

function isSigned({ kind, text }: Passage): boolean {
  return (kind === 'form' && /sign|name/i.test(text)) || DECLARATION.test(text) || TO_BE_SIGNED.test(text);
}

/** No signature or acknowledgement anywhere: nothing to prove. */
export const checkSignature: TextRule = ({ file, passages, lines }) => {
  const binds = passages.filter(({ text }) => /\b(?:must|should|shall|will not|may not|are not (?:allowed|permitted)|do not|never)\b/i.test(text)).length;
  if (binds < 3 || signaturesOf(passages).places.length > 0 || passages.some(({ text }) => SIGNS.test(text))) return [];
  return [findingAt({ file, line: lines, column: 1 }, {
    severity: 'warning', code: 'no-signature', message: 'Nobody signs or acknowledges this text, so nothing proves that anybody knew it.', remedy: 'End it with a declaration: read, understood and agreed, with name and date.',
  })];
};

const RECEIVED = /\bI(?: hereby)? (?:acknowledge|confirm|certify)?(?: that I)?\s*(?:have )?(?:been (?:given|provided with|issued with)|received|had sight of|seen|am aware of)\b/i;
const AGREED = /\b(?:agree|accept|abide|comply|adhere|follow|undertake|promise|keep to|bound by|understood|observe)\b/i;

/** A signature under "received", where nobody says that they agree. */
export const checkAcknowledgement: TextRule = ({ passages }) => passages.flatMap((passage, index): Finding[] => {
  const found = RECEIVED.exec(passage.text);
  if (!found) return [];
  const near = passages.slice(Math.max(0, index - 2), index + 4).filter((other) => other === passage || /\b(?:I|we)\b/.test(other.text));
  if (near.some(({ text }) => AGREED.test(text))) return [];
  return [findingAt(passage.at(found.index), {
    severity: 'warning', code: 'weak-acknowledgement', message: `"${quote(passage.text.slice(found.index), 70)}": whoever signs this has received the text, not agreed to it.`, remedy: 'Write "I have read and understood this and agree to keep to it".',
  })];
});
