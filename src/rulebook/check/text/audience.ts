/** For whom a text is, and who of them signs it. */
import type { Passage } from '../passages.ts';
import { sentencesOf } from '../passages.ts';
import { findingAt } from '../words.ts';
import type { TextRule } from '../words.ts';
import { kindsIn } from './kinds.ts';
import { signaturesOf } from './signing.ts';

/** A sentence that says whom the text binds. */
const BINDS = /\b(?:appl(?:y|ies|icable|ied) (?:equally )?to|binds?|binding (?:on|for)|is (?:intended |written |meant )?for (?:all|every|any)|(?:must|should|to) be (?:read|followed|signed|understood|agreed)[^.]{0,60}\bby|for all|by all|used by|users? (?:of|are|include|means?)|all (?:adult |non-pupil )?users|everyone who|anyone who|covers all)\b/i;
const OF_THE_TEXT = /\b(?:this|the|our|these) (?:[\p{L}-]+ ){0,3}(?:policy|code|document|agreement|AUP|guidelines|rules)\b|\busers?\b/iu;

interface Statement { readonly passage: Passage; readonly offset: number; readonly kinds: readonly string[] }

function statementsOf(passages: readonly Passage[]): readonly Statement[] {
  return passages.filter(({ kind }) => kind === 'paragraph' || kind === 'item').flatMap((passage) => sentencesOf(passage.text)
    .filter(({ text }) => BINDS.test(text) && OF_THE_TEXT.test(text) && !/\b(?:not|except|unless)\b/i.test(text))
    .map(({ text, offset }) => ({ passage, offset, kinds: kindsIn(text).map(({ kind }) => kind) })));
}

/** Somebody whom the text says it binds and who, where others sign, does not. */
export const checkUnsignedAudience: TextRule = ({ passages }) => {
  const { places, kinds } = signaturesOf(passages);
  if (places.length === 0 || kinds.size === 0) return [];
  const said = new Set<string>();
  return statementsOf(passages).flatMap(({ passage, offset, kinds: bound }) => {
    const missing = bound.filter((kind) => !kinds.has(kind) && !said.has(kind));
    for (const kind of missing) said.add(kind);
    return missing.length === 0 ? [] : [findingAt(passage.at(offset), {
      severity: 'warning', code: 'audience-unsigned', message: `It binds ${list(missing)}, and only ${list([...kinds])} sign.`, remedy: 'Give everybody it binds a place to sign, or a text of their own.',
    })];
  });
};

/** A text for staff that forgets supply staff or guests, who use the network too. */
export const checkAudienceGap: TextRule = ({ file, passages }) => {
  if (!isForStaff(passages)) return [];
  const named = new Set(passages.flatMap(({ text }) => kindsIn(text).map(({ kind }) => kind)));
  const hasGuests = named.has('visitors') || named.has('volunteers') || named.has('contractors');
  const missing = [...(named.has('supply staff') ? [] : ['supply staff']), ...(hasGuests ? [] : ['guests'])];
  if (missing.length === 0) return [];
  return [findingAt({ file, line: 1, column: 1 }, {
    severity: 'warning', code: 'audience-gap', message: `It does not name ${list(missing)}, who must agree before they use the network (DfE cyber security standards).`, remedy: 'Name them, and let them sign.',
  })];
};

function isForStaff(passages: readonly Passage[]): boolean {
  const title = passages.slice(0, 6).filter(({ kind, line }) => kind === 'heading' || line <= 3).map(({ text }) => text).join(' ');
  const inTitle = /\b(?:staff|employees?|adults?|workforce|governors?)\b/i.test(title) && !/\b(?:pupils?|students?|children'?s?|learners?)\b/i.test(title);
  const inStatement = statementsOf(passages).some(({ kinds }) => kinds.includes('staff'));
  const duties = passages.filter(({ text }) => /^(?:all )?(?:school )?(?:staff|employees|teachers)\b[^.]{0,30}\b(?:must|should|shall|are|may|will)\b/i.test(text)).length;
  return inTitle || inStatement || duties >= 4;
}

function list(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
