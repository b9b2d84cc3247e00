/** People and mailboxes where an office should stand: people change, and the policy then lies. */
import type { Finding } from '../words.ts';
import { FIRST_NAMES } from './first-names.ts';
import { sentencesOf } from './passages.ts';
import type { Passage } from './passages.ts';
import { findingAt } from './words.ts';

const NAME = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*`;
const TITLED = new RegExp(String.raw`(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Prof|Sir|Dame|Fr)\.?\s+(?:\p{Lu}\.?\s+){0,2}${NAME}`, 'gu');
const TWO_NAMES = new RegExp(String.raw`(?<![\p{L}.@])(${NAME})[ /](?:\p{Lu}\.?\s)?(${NAME})(?:\s(${NAME}))?`, 'gu');
/** Words after which a person, not a thing, is named. */
const CUE = /\b(?:permission (?:of|from)|agreed (?:by|with)|contact|ask|speak (?:to|with)|talk to|tell|e-?mail|ring|phone|inform|notify|report(?:ed)? (?:it |this |them )?to|given to|hand(?:ed)? (?:it |them )?(?:in )?to|return(?:ed)? (?:it |them )?to|sent? to|given by|approach|consult)\s+$|(?:lead|head|headteacher|head teacher|principal|officer|DSL|DPO|SENCO|governors?|manager|co-?ordinator|technician|bursar|secretary|director|trustee)(?:\s+\([^)]{1,40}\))?\s*(?:is|are|,|:|–|-|—)\s*$/i;
const MAILBOX = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const OFFICE_MAILBOX = /^(?:the)?(?:office|admin|info|dpo|gdpr|data|dataprotection|it|ict|itsupport|helpdesk|ithelpdesk|icthelp|support|head|headteacher|dsl|safeguarding|enquir|contact|privacy|network|help|mail|school|hr|reception|clerk|governors?|complaints?|e?-?safety|online-?safety|bursar|finance|admissions|report|concerns|whistle|team|staff|parents?|post|general|principal|exams|library|senco?|attendance|trust|casework)/i;
/** Bodies outside the school publish their mailboxes for everybody. */
const OUTSIDE_MAILBOX = /@(?:[\w-]+\.)*(?:gov\.uk|police\.uk|nhs\.uk|nspcc\.org\.uk|iwf\.org\.uk|ico\.org\.uk|saferinternet\.org\.uk|swgfl\.org\.uk|ceop\.police\.uk|childline\.org\.uk|unitedlearning)$/i;
const OFFICE_TITLE = /\b(?:officer|lead|manager|head|headteacher|principal|governor|office|secretary|bursar|registrar|technician|coordinator|co-ordinator|DSL|DPO|SENCO|helpdesk|help desk|team|department)\b/i;
/** A record of who reviewed, approved or wrote the edition names people, and rightly. */
const RECORD = /\b(?:(?:last |next )?(?:review(?:ed)?|approved|authori[sz]ed|ratified|adopted|written|prepared|drafted|compiled|signed(?: off)?|updated|amended)(?: by)?|author|policy (?:owner|lead)|chair of governors|version|owner)\s*[:\t–-]|\b(?:reviewed|approved|ratified|adopted|written|prepared|drafted|signed off) by\b/i;

/** People by name and mailboxes of people in a text. `holders`: the people of `school.yaml`. */
export function peopleNamedIn(passages: readonly Passage[], holders: readonly string[] = []): readonly Finding[] {
  const common = commonWords(passages);
  const known = holders.filter((name) => /\s/.test(name.trim()));
  return passages.flatMap((passage) => {
    if (passage.kind === 'contents' || !/\p{Lu}|@/u.test(passage.text)) return [];
    const names = RECORD.test(passage.text) ? [] : namesIn(passage, common, known);
    const mailboxes = passage.text.includes('@') ? mailboxesIn(passage) : [];
    // Why: a name and the mailbox beside it are one fault.
    return names.length > 0 ? names.filter((finding, index) => names.findIndex(({ line }) => line === finding.line) === index) : mailboxes;
  });
}

function namesIn(passage: Passage, common: ReadonlySet<string>, holders: readonly string[]): Finding[] {
  const { text } = passage;
  const found: { name: string; at: number }[] = [...text.matchAll(TITLED)].map((match) => ({ name: match[0], at: match.index }));
  for (const name of holders) {
    const at = text.indexOf(name);
    if (at >= 0) found.push({ name, at });
  }
  const pairs = [...text.matchAll(TWO_NAMES)];
  for (const match of pairs) {
    if (isPerson(match, text, common) && !found.some(({ at, name }) => at <= match.index && match.index < at + name.length)) found.push({ name: `${match[1]} ${match[2]}`, at: match.index });
  }
  return found.sort((a, b) => a.at - b.at).map(({ name, at }) => findingAt(passage.at(at), {
    severity: 'warning', code: 'named-person', message: `"${name}" is a person; the text will be wrong on the day somebody else does the work.`, remedy: 'Name the office instead; who holds it stands in school.yaml.',
  }));
}

function isPerson(match: RegExpExecArray, text: string, common: ReadonlySet<string>): boolean {
  const [, first = '', second = '', third = ''] = match;
  const after = `${second} ${third} ${text.slice(match.index + match[0].length, match.index + match[0].length + 30)}`;
  const before = text.slice(Math.max(0, match.index - 60), match.index);
  if (NOT_A_SURNAME.has(second) || PLACES.test(after.split(/[.,;:(]/)[0]!) || /\b(?:St|Saint|King|Queen|Prince|Princess|Lord|Lady)\.?\s$/.test(before)) return false;
  if (common.has(second.toLowerCase())) return false;
  if (FIRST_NAMES.has(first)) return true;
  return CUE.test(before) && !common.has(first.toLowerCase()) && !NOT_A_SURNAME.has(first) && !isTitleCase(text, match.index);
}

/** A line in which nearly every word begins large says nothing about names. */
function isTitleCase(text: string, at: number): boolean {
  const start = Math.max(0, text.lastIndexOf('.', at) + 1);
  const words = text.slice(start).split(/[.]/)[0]!.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length > 0.6;
}

/** Words that the text also writes small: "network manager" here makes "Network Manager" there no person. */
function commonWords(passages: readonly Passage[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of passages) for (const word of text.match(/(?<![\p{L}'’.@-])\p{Ll}[\p{L}'’-]+/gu) ?? []) words.add(word);
  return words;
}

function mailboxesIn(passage: Passage): Finding[] {
  return sentencesOf(passage.text).flatMap((sentence) => [...sentence.text.matchAll(MAILBOX)].flatMap((match) => {
    const [box] = match;
    if (OUTSIDE_MAILBOX.test(box) || /@(?:example\.|school\.|yourschool)/i.test(box)) return [];
    const rest = sentence.text.replace(MAILBOX, ' ');
    const isOffice = OFFICE_MAILBOX.test(box.split('@')[0]!.replace(/[._-]/g, ''));
    if (isOffice && OFFICE_TITLE.test(rest)) return [];
    return [findingAt(passage.at(sentence.offset + match.index), {
      severity: 'warning', code: 'named-mailbox', message: isOffice ? `The mailbox ${box} stands here instead of an office.` : `${box} is one person's mailbox.`,
      remedy: 'Name the office instead; who holds it and how to write to them stands in school.yaml.',
    })];
  }));
}

const PLACES = /\b(?:School|Schools|Primary|Secondary|Infant|Junior|Academy|Academies|College|House|Trust|Road|Street|Lane|Avenue|Close|Hall|Park|Foundation|Church|Centre|Center|Council|University|Award|Day|Week|Month|Policy|Act|Code|Hospital|Nursery|Federation|Library|Building|Room|Site|Procedure|Guidance|Framework|Strategy|Protocol|Agreement|Handbook|Plan|Charter|Service|Services|Society|Association|Institute|Commission|Commissioner|Office|Police)\b/;
const NOT_A_SURNAME: ReadonlySet<string> = new Set(('School Schools Primary Academy College Trust Staff Teacher Teachers Pupil Pupils Parent Parents Governor Governors Governing Visitor Visitors Head Deputy Assistant Headteacher Principal '
  + 'Officer Lead Manager Director Coordinator Co-ordinator Leader Leaders Chair Clerk Bursar Secretary Technician Designated Safeguarding Safety Data Protection Network Information Technology Senior Management Leadership Team '
  + 'Committee Board Body Business Office Department Support Helpdesk Desk Help Service Services System Systems Online Internet Computer Computing Digital Cyber Mobile Acceptable Use Policy Policies Code Conduct Agreement Act Regulation '
  + 'Regulations Guidance Standards Education Children Child Young People Social Care Local Authority Council Police Ofsted Google Microsoft Apple Windows Office Teams Zoom Drive Classroom Workspace Facebook Twitter Instagram Whats Snapchat '
  + 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Autumn Spring Summer Winter Term Year Key Stage Early Years Foundation Reception Nursery '
  + 'English British European United Kingdom England Wales Scotland London National Human Resources Special Needs Health Mental First Aid Privacy Notice Appendix Annex Section Part The This These Those All Any Our Your Their If When Where '
  + 'Please You We It He She They In On At For And Or Not No Yes Do Never Always Keep Use Ask Tell Report Sign Signed Date Name Form Class Middle Lower Upper Sixth House Pastoral Academic Line Safer Wellbeing Freedom Subject Access Request Behaviour Anti-bullying Complaints').split(' '));
