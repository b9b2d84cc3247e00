/** Blanks that somebody meant to fill in. */
import type { Finding } from '../words.ts';
import type { Passage } from './passages.ts';
import { findingAt, quote } from './words.ts';

const PLACEHOLDERS: readonly RegExp[] = [
  /\b[xX]{3,}\b(?!-)|\bXX\b|\b(?:19|20)[xX]{2}\b/,
  /\b(?:TBC|TBA|TBD)\b|\bto be (?:confirmed|advised|decided|inserted|completed|agreed)\b(?! (?:in|with|by|before|at|on)\b)/,
  /[[(<{]\s*(?:please )?(?:insert|add|enter|type|delete|state|select|choose|complete|specify)\b[^\])>}]{0,80}[\])>}]/i,
  /[[<{](?:your |the |our )?(?:name of |full )?(?:school|academy|trust|college|head(?:teacher)?|dsl|dpo|office|person|staff|governor|chair|provider|supplier|company|system|platform|filter|date|year|month|title|role|number|address|e-?mail|telephone|local authority|la)(?:'?s)?(?: (?:name|here|number|address|contact|details|title|of [a-z ]{2,20}))?[\]>}]/i,
  /\binsert (?:the |your |our )?(?:school|name|date|title|role|number|year|contact|logo|details|policy|link)\b/i,
  /\b(?:School Name|Name of School|Your School|NAME OF SCHOOL|SCHOOL NAME|Name of the School Here)\b(?!\s*:)/,
  /\blorem ipsum\b|\?{3,}|(?:\[|\()(?:\.{3}|…|\s*)\](?!\()/i,
  /\b(?:click|tap|type) (?:or tap )?here to (?:enter|add|insert)\b|\b(?:add|enter|type|insert) (?:your )?text here\b/i,
  /\b[Dd][Dd]\s?[/.-]\s?[Mm][Mm]\s?[/.-]\s?[Yy]{2,4}\b/,
];
const BLANK = /_{3,}|(?:\.\s?){6,}|…{3,}/;

/** Placeholders in a text: `XXX`, "TBC", `[school name]`, a blank in the middle of a sentence. Once for each kind in a passage. */
export function placeholdersIn(passages: readonly Passage[]): readonly Finding[] {
  return passages.flatMap((passage) => {
    if (passage.kind === 'contents') return [];
    const patterns = isToBeFilled(passage) ? PLACEHOLDERS.slice(2, 6) : [...PLACEHOLDERS, BLANK];
    return firstOfEach(patterns, passage.text).map(({ words, from }) => findingAt(passage.at(from), {
      severity: 'error', code: 'placeholder', message: `"${quote(words, 30)}" is a blank that nobody has filled in.`, remedy: 'Put in what was meant, or take the sentence out.',
    }));
  });
}

/** The first match of each pattern, those aside that lie within another. */
function firstOfEach(patterns: readonly RegExp[], text: string): readonly { words: string; from: number }[] {
  const found: { words: string; from: number; end: number }[] = [];
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const end = match ? match.index + match[0].length : 0;
    if (match && !found.some((other) => match.index < other.end && other.from < end)) found.push({ words: match[0], from: match.index, end });
  }
  return found;
}

/** Forms, and declarations such as "I, ____, agree …", have blanks that readers fill in. */
function isToBeFilled({ kind, text }: Passage): boolean {
  return kind === 'form' || /^\s*(?:I|We)\b|\b(?:signed|signature|print name|name:|date:)/i.test(text) || (kind === 'heading' && /_{3,}/.test(text));
}
