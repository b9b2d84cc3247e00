/** Names of the vocabulary as people say them. Pure. */
import { counted } from '../../page-parts/index.ts';
import { say, sayKnown } from '../../platform/languages/index.ts';
import type { Fact, OfficeGroups, Test, Vocabulary, Whom } from '../../rulebook/index.ts';

/** "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${sayKnown(last)} ${items.at(-1)}`;
}

/** The first letter small, unless the word is an abbreviation: "Headteacher" → "headteacher", "IT helpdesk" stays. */
export const small = (text: string): string => (/^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

/** The first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const NO_ARTICLE = /^(the|any|another|everybody|a|children's|whoever)\b/;
const OWN_WORDS: Readonly<Record<string, string>> = {
  unassigned: 'whoever the school names', school: 'the school', parent: 'a parent or carer', everyone: 'everybody', 'file-owner': 'the owner of the file', 'staff-member': 'any member of staff',
};

/** An office with its article: "the headteacher", "any member of staff". */
export function officeWords(office: string, vocabulary: Vocabulary): string {
  const own = OWN_WORDS[office];
  if (own !== undefined) return own;
  const title = small(vocabulary.offices.get(office)?.title ?? office.replaceAll('-', ' '));
  return NO_ARTICLE.test(title) ? title : `the ${title}`;
}

/** Offices as a rule joins them: "the headteacher or the deputy head", "the headteacher and the data protection officer". */
export function groupWords(groups: OfficeGroups, vocabulary: Vocabulary): string {
  return listed(groups.map(group => listed(group.map(office => officeWords(office, vocabulary)), 'or')));
}

/** A kind of people, many of them: "teachers", "staff", "parents and carers". */
export function kindWords(kind: string, vocabulary: Vocabulary): string {
  const title = vocabulary.kinds.get(kind)?.title;
  if (title === undefined) return officeWords(kind, vocabulary);
  const plain = small(title);
  if (kind === 'parent') return 'parents and carers';
  return /staff\b/.test(plain) ? plain : plain.replace(/^\w+/, word => `${word}s`);
}

/** Whom a rule binds: "staff and visitors", "staff, but not ICT staff". */
export function whomWords(whom: Whom, vocabulary: Vocabulary): string {
  const bound = listed(whom.kinds.map(kind => kindWords(kind, vocabulary))) || 'everybody';
  return whom.except.length > 0 ? `${bound}, but not ${listed(whom.except.map(kind => kindWords(kind, vocabulary)), 'or')}` : bound;
}

/** Facts whose values say by themselves what they are about: "in a classroom". */
const SPEAK_ALONE = new Set(['place', 'moment', 'timing']);

const COMPARED = { '<': say('under'), '<=': 'up to', '>': say('over'), '>=': 'at least' };

/** What a fact is called: "data kind". */
const factName = (fact: string): string => sayKnown(fact.replaceAll('-', ' '));

/** A span of time as a rule gives it: "7 years". What is no span stays as the school wrote it. */
export function spanWords(text: string): string {
  const [, number, unit] = /^(\d+) (year|month|week|day|hour|minute|school day)s?$/.exec(text) ?? [];
  const n = Number(number);
  switch (unit) {
    case 'year': return counted(n, 'year');
    case 'month': return counted(n, 'month');
    case 'week': return counted(n, 'week');
    case 'day': return counted(n, 'day');
    case 'hour': return counted(n, 'hour');
    case 'minute': return counted(n, 'minute');
    case 'school day': return counted(n, 'school day');
    default: return sayKnown(text);
  }
}

/** Facts whose own names say too little of what is true or not. */
const WHEN_YES: Readonly<Record<string, string>> = {
  emergency: say('somebody is in danger'), exceptional: say('there is an exceptional reason'), 'grant-held': say('you hold the permission for it'), 'identifies-pupil': say('people could tell which pupil it is'), authorised: say('it is on the school’s approved list'),
  'over-size-limit': say('it is bigger than the school’s limit'), 'second-adult': say('a second adult is there'), secret: say('the people in it do not know'), 'credit-given': say('it says who made it'), 'adult-led': say('a member of staff leads it'), 'interferes-with-duties': say('it gets in the way of the work'),
};
const WHEN_NO: Readonly<Record<string, string>> = {
  emergency: say('nobody is in danger'), exceptional: say('there is no exceptional reason'), 'grant-held': say('you do not hold the permission for it'), 'identifies-pupil': say('nobody could tell which pupil it is'), authorised: say('it is not on the school’s approved list'),
  'over-size-limit': say('it is within the school’s limit'), 'second-adult': say('no second adult is there'), secret: say('the people in it know'), 'credit-given': say('it does not say who made it'), 'adult-led': say('no member of staff leads it'), 'interferes-with-duties': say('it does not get in the way of the work'),
};

/** A yes-or-no fact as words: "encrypted", "not on a school trip", "you hold the permission for it". */
function eitherWay({ name, meaning }: Fact, value: string): string {
  const own = (value === 'no' ? WHEN_NO : WHEN_YES)[name];
  if (own !== undefined) return own;
  const words = meaning.length <= 25 ? small(meaning) : factName(name);
  return value === 'no' ? `not ${words}` : words;
}

/** One value of a fact: "in a classroom", "device owner: the school's", "encrypted". */
export function valueWords(fact: string, value: string, vocabulary: Vocabulary): string {
  const known = vocabulary.facts.get(fact);
  if (known?.type === 'yes/no') return eitherWay(known, value);
  const plain = known?.values.get(value)?.plain ?? value;
  return SPEAK_ALONE.has(fact) ? plain : `${factName(fact)}: ${plain}`;
}

/** One test of a condition: "at school", "purpose: a trip or safety", "recipient count: over 1". */
export function testWords(test: Test, vocabulary: Vocabulary): string {
  const label = factName(test.fact);
  const fact = vocabulary.facts.get(test.fact);
  if (fact?.type === 'yes/no' && test.values.length === 1) return eitherWay(fact, (test.operator === '!=') === (test.values[0] === 'yes') ? 'no' : 'yes');
  const values = fact?.values;
  const plain = listed(test.values.map(value => values?.get(value)?.plain ?? value), 'or');
  if (test.operator === '=') return SPEAK_ALONE.has(test.fact) ? plain : `${label}: ${plain}`;
  if (test.operator === '!=') return SPEAK_ALONE.has(test.fact) ? `not ${plain}` : `${label}: not ${plain}`;
  return `${label}: ${COMPARED[test.operator]} ${plain}`;
}

/** A whole condition, every test of which must hold: "at school; in school hours". */
export const conditionWords = (tests: readonly Test[], vocabulary: Vocabulary): string => tests.map(test => testWords(test, vocabulary)).join('; ');
