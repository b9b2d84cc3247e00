/**
 * `explain`: an answer in plain, short sentences that a ten-year-old can read.
 */
import { isBound, readAsker } from './decide/who.ts';
import type { Answer, ClauseId, OfficeGroups, Operator, Question, Rulebook } from './words.ts';

export interface CitedClause {
  readonly id: ClauseId;
  /** "Staff code, 2.4". */
  readonly cite: string;
  readonly text: string;
}

export interface Explanation {
  /** What the answer says, in a few words: "Ask the headteacher first". */
  readonly headline: string;
  /** What to do, in the order of doing it. */
  readonly sentences: readonly string[];
  /** For *depends*: the questions still to be answered, the most telling first. */
  readonly questions: readonly { readonly fact: string; readonly question: string }[];
  /** The clauses of the answer; for *silent* those that come nearest. */
  readonly clauses: readonly CitedClause[];
  /** Duties that come with the act. */
  readonly duties: readonly CitedClause[];
}

/** What was asked; `omit` and `mustI` as the question box reads them: to leave it undone, or whether it has to be done. */
type Asked = Pick<Question, 'act'> & Partial<Pick<Question, 'who'>> & { readonly omit?: boolean; readonly mustI?: boolean };

/** Says an answer in plain words. `question` is the one that was decided; a pupil who asked is sent to a teacher. */
export function explain(rulebook: Rulebook, question: Asked, answer: Answer): Explanation {
  const asker = readAsker(rulebook, question.who ?? []);
  const cited = answer.says === 'silent' ? nearestFor(rulebook, question.who ?? [], answer) : answer.because;
  const isDuty = question.omit === true && restsOnDuties(rulebook, question.act, answer);
  const sentences = isDuty ? [] : sentencesOf(rulebook, question.act, answer);
  return {
    headline: isDuty && question.mustI === true ? 'A duty' : headlineOf(rulebook, answer), sentences: answer.says === 'silent' && asker.names.has(PUPIL) && !isTelling(question.act) ? [...sentences.slice(0, -1), 'Ask a teacher before you do it.'] : sentences,
    questions: answer.missing.map((fact) => ({ fact, question: rulebook.vocabulary.facts.get(fact)?.question ?? fact })),
    clauses: citesOf(rulebook, cited), duties: citesOf(rulebook, answer.duties),
  };
}

/** Whether a *no* says only that a duty may not be left undone. */
function restsOnDuties({ rulesByAct }: Rulebook, act: string, { says, because }: Answer): boolean {
  const duties = new Set((rulesByAct.get(act) ?? []).filter(({ verb }) => DUTIES.has(verb)).map(({ clauseId }) => clauseId));
  return says === 'no' && because.every((id) => duties.has(id));
}

/** The verbs of what has to be done. */
const DUTIES: ReadonlySet<string> = new Set(['must', 'sign', 'countersign', 'check', 'train', 'custody', 'publish', 'assess']);

const PUPIL = 'pupil';

/** What comes nearest to a question that no rule answers. A pupil is shown what is said to pupils: rules for adults name things no child should meet. */
export function nearestFor(rulebook: Rulebook, who: Question['who'], answer: Answer): readonly ClauseId[] {
  const asker = readAsker(rulebook, who);
  if (!asker.names.has(PUPIL)) return answer.considered;
  const said = new Set(rulebook.rules.filter((rule) => rule.binds.kinds.length > 0 && isBound(asker, rule.binds)).map((rule) => rule.clauseId));
  return answer.considered.filter((id) => said.has(id));
}

function headlineOf(rulebook: Rulebook, answer: Answer): string {
  switch (answer.says) {
    case 'no': return 'No';
    case 'yes': return 'Yes';
    case 'ask': return `Ask ${peopleOf(rulebook, answer.askGroups)} first`;
    case 'tell': return `Tell ${peopleOf(rulebook, answer.tellGroups)}`;
    case 'depends': return 'It depends';
    case 'silent': return 'The policies do not say';
  }
}

function sentencesOf(rulebook: Rulebook, act: string, answer: Answer): readonly string[] {
  const plain = toYou(rulebook.vocabulary.acts.get(act)?.plain ?? act.replaceAll('-', ' '));
  const toTell = answer.tellGroups.length > 0 ? [`Tell ${peopleOf(rulebook, answer.tellGroups)}.`] : [];
  switch (answer.says) {
    case 'no': return [`You may not ${plain}.`, ...insteadOf(rulebook, answer), ...toTell];
    case 'ask': return [`You may not ${plain} until ${peopleOf(rulebook, answer.askGroups)} ${answer.askGroups.length > 1 ? 'have' : 'has'} said yes.`, ...waysOut(rulebook, answer), ...toTell];
    case 'yes': return [`You may ${plain}.`, ...(answer.duties.length > 0 ? ['Keep to the duties that come with it.'] : [])];
    case 'tell': return [...toTell, 'You have done the right thing by asking.'];
    case 'depends': return ['We need to know a little more.', ...toTell];
    case 'silent': return isTelling(act) ? [`Tell ${peopleOf(rulebook, toldAnyway(rulebook, act, answer))}.`, 'You have done the right thing by asking.'] : [`No clause here says whether you may ${plain}.`, 'That is not a yes.', `Ask ${peopleOf(rulebook, [[ownerOf(rulebook, answer)]])} before you do it.`];
  }
}

/** Nobody is ever put off telling of something because no rule names it. */
const isTelling = (act: string): boolean => act.startsWith('report-');

/** Whom to tell of something that no rule speaks of: the safeguarding lead where it is about a child, else who looks after the nearest rules. Empty for any other answer. */
export function toldAnyway(rulebook: Rulebook, act: string, answer: Answer): OfficeGroups {
  if (answer.says !== 'silent' || !isTelling(act)) return [];
  return [[act === 'report-safeguarding-concern' ? 'dsl' : ownerOf(rulebook, answer)]];
}

function insteadOf(rulebook: Rulebook, answer: Answer): readonly string[] {
  const { consent = [], ask = [] } = answer.instead;
  return [
    ...(consent.length > 0 ? [`It needs the consent of ${peopleOf(rulebook, [consent])}.`] : []),
    ...waysOut(rulebook, answer),
    ...(ask.length > 0 ? [`Then ask ${peopleOf(rulebook, [ask])}.`] : []),
  ];
}

function waysOut({ vocabulary }: Rulebook, { instead }: Answer): readonly string[] {
  return (instead.when ?? []).flatMap(({ fact, operator, values }) => {
    const known = vocabulary.facts.get(fact);
    if (!known) return [];
    const plain = values.map((value) => known.values.get(value)?.plain ?? value);
    return [`It would be different if the answer to "${known.question}" were ${COMPARED[operator](either(plain))}.`];
  });
}

const COMPARED: Readonly<Record<Operator, (value: string) => string>> = {
  '=': (value) => `"${value}"`, '!=': (value) => `anything but "${value}"`, '<': (value) => `less than ${value}`,
  '<=': (value) => `${value} or less`, '>': (value) => `more than ${value}`, '>=': (value) => `${value} or more`,
};

/** "the headteacher or the deputy head", "the head of IT and the network manager". */
function peopleOf(rulebook: Rulebook, groups: OfficeGroups): string {
  const people = groups.map((group) => either([...new Set(group.map((office) => personOf(rulebook, office)))]));
  return [...new Set(people)].join(' and ') || 'the owner of the policy';
}

function either(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The office by its title. "Unassigned" and "the school" are the office that the school has put in their place. */
function personOf({ vocabulary, school }: Rulebook, office: string): string {
  const holder = school.offices[office];
  const isStandIn = office === 'unassigned' || office === 'school';
  const named = isStandIn && holder?.startsWith('office:') ? holder.slice('office:'.length) : office;
  if (named === 'unassigned' || named === 'school') return 'the school office';
  const title = vocabulary.offices.get(named)?.title ?? named.replaceAll('-', ' ');
  const lower = /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
  return /^(the|any|another|everybody|nobody) /.test(`${lower} `) ? lower : `the ${lower}`;
}

function ownerOf({ clauses }: Rulebook, answer: Answer): string {
  const [nearest] = answer.considered;
  return (nearest && clauses.get(nearest)?.policy.front.owner) ?? 'head';
}

function citesOf({ clauses }: Rulebook, ids: readonly ClauseId[]): readonly CitedClause[] {
  return ids.flatMap((id) => {
    const clause = clauses.get(id);
    return clause ? [{ id, cite: `${clause.policy.front.title}, ${clause.number}`, text: clause.text }] : [];
  });
}

/** What a person says of themselves, said to them: "have my own phone with me" → "have your own phone with you". */
function toYou(words: string): string {
  return words.replace(/\b(my|me|myself|I'm|I am|I)\b/g, (word) => ({ my: 'your', me: 'you', myself: 'yourself', "I'm": 'you are', 'I am': 'you are', I: 'you' })[word] ?? word);
}
