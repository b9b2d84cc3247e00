/** Which answers a draft would change: the same questions put to the rulebook in force and to the draft's. Pure. */
import { decide, DECIDING_VERBS, type Answer, type BoundRule, type Rulebook, type Test, type Verb, type Vocabulary } from '../../rulebook/index.ts';
import { groupWords, kindWords, listed, small, valueWords } from './phrases.ts';
import type { ChangedAnswer, ClauseChange } from './words.ts';

export interface AnswersInput {
  readonly before: Rulebook;
  readonly after: Rulebook;
  readonly policy: string;
  readonly changes: readonly ClauseChange[];
  /** The day asked about. */
  readonly on: string;
}

/** Never more questions than this for one draft: it is tried on every pause in typing. */
const MOST_QUESTIONS = 6000;
const MOST_SITUATIONS = 40;

type Facts = Readonly<Record<string, string>>;
interface Found { readonly who: string; readonly act: string; readonly facts: Facts; readonly was: Answer; readonly now: Answer }

/** The answers that change, the most telling first, at most `limit`, and how many more there are. */
export function answersThatChange(input: AnswersInput, limit = 20): { answers: ChangedAnswer[]; more: number } {
  const found: Found[] = [];
  let questions = 0;
  for (const { act, kinds, rules } of actsTouched(input)) {
    const situations = situationsOf(rules, input.after.vocabulary);
    for (const who of kinds) {
      for (const facts of situations) {
        if ((questions += 2) > MOST_QUESTIONS) break;
        const question = { who, act, facts, on: input.on };
        const was = decide(input.before, question);
        const now = decide(input.after, question);
        if (fingerprint(was) !== fingerprint(now)) found.push({ who, act, facts, was, now });
      }
    }
  }
  const answers = inWords(withoutRepeats(found), input.after.vocabulary);
  return { answers: answers.slice(0, limit), more: Math.max(0, answers.length - limit) };
}

/** Acts that a changed rule regulates, with the people it binds and every rule that speaks of the act, before and after. */
function actsTouched({ before, after, policy, changes }: AnswersInput): { act: string; kinds: string[]; rules: BoundRule[] }[] {
  const touched = new Set(changes.filter(change => change.kind !== 'words').map(change => change.clause));
  const changed = [...before.rules, ...after.rules].filter(rule => rule.policy === policy && touched.has(rule.clauseId.slice(rule.clauseId.indexOf('#') + 1)) && decides(rule));
  const acts = new Map<string, Set<string>>();
  for (const rule of changed) {
    const kinds = acts.get(rule.subject) ?? new Set();
    for (const kind of [...rule.binds.kinds, ...rule.binds.except]) kinds.add(kind);
    acts.set(rule.subject, kinds);
  }
  return [...acts].map(([act, kinds]) => ({ act, kinds: [...kinds], rules: [...(after.rulesByAct.get(act) ?? []), ...(before.rulesByAct.get(act) ?? [])] }));
}

const decides = (rule: BoundRule): boolean => (DECIDING_VERBS as readonly Verb[]).includes(rule.verb);

/** The empty situation, then one in which each rule's conditions are met, and one in which its exceptions are too. */
function situationsOf(rules: readonly BoundRule[], vocabulary: Vocabulary): Facts[] {
  const situations = new Map<string, Facts>();
  const add = (facts: Facts) => { if (situations.size < MOST_SITUATIONS) situations.set(JSON.stringify(Object.entries(facts).sort()), facts); };
  add({});
  for (const rule of rules) {
    const period: Facts = rule.period === undefined ? {} : { period: rule.period };
    const met = meeting(rule.when, vocabulary);
    add({ ...met, ...period });
    if (rule.unless.length > 0) add({ ...met, ...meeting(rule.unless, vocabulary), ...period });
  }
  return [...situations.values()];
}

/** Facts that meet every test of a condition. */
export function meeting(tests: readonly Test[], vocabulary: Vocabulary): Facts {
  return Object.fromEntries(tests.map(test => [test.fact, valueFor(test, vocabulary)]));
}

function valueFor({ fact, operator, values }: Test, vocabulary: Vocabulary): string {
  const value = values[0]!;
  if (operator === '=' || operator === '<=' || operator === '>=') return value;
  if (operator === '!=') {
    const known = vocabulary.facts.get(fact);
    const others = known?.type === 'yes/no' ? ['yes', 'no'] : [...(known?.values.keys() ?? [])];
    return others.find(other => !values.includes(other) && !known?.values.get(other)?.within.some(wide => values.includes(wide))) ?? value;
  }
  const number = Number.parseFloat(value) + (operator === '>' ? 1 : -1);
  return value.replace(/^-?[\d.]+/, String(number));
}

/** What a person would notice of an answer. */
function fingerprint(answer: Answer): string {
  return JSON.stringify([answer.says, answer.askGroups, answer.tellGroups, answer.says === 'depends' ? answer.missing : [], answer.duties]);
}

/** A narrower situation with the same change for the same people says nothing new. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const same = (a: Found, b: Found) => a.who === b.who && a.act === b.act && fingerprint(a.was) === fingerprint(b.was) && fingerprint(a.now) === fingerprint(b.now);
  const within = (narrow: Facts, wide: Facts) => Object.keys(wide).length < Object.keys(narrow).length && Object.entries(wide).every(([fact, value]) => narrow[fact] === value);
  return found.filter(one => !found.some(other => same(one, other) && within(one.facts, other.facts)));
}

/** Loosened answers first, for they are the ones a slip of the pen should not cause; then tightened, then other offices, then duties. */
const STRICT = { no: 5, depends: 4, ask: 3, tell: 2, silent: 1.5, yes: 1 } as const;

function weight({ was, now, facts }: Found): number {
  const detail = Object.keys(facts).length / 100;
  const unsure = was.says === 'depends' || now.says === 'depends' ? 10 : 0;
  if (was.says === now.says) return 20 + unsure + detail;
  return (STRICT[now.says] < STRICT[was.says] && was.says !== 'silent' ? 0 : 5) + unsure + detail;
}

/** The same change for several kinds of people is one line. */
function inWords(found: readonly Found[], vocabulary: Vocabulary): ChangedAnswer[] {
  const lines = new Map<string, { one: Found; kinds: string[] }>();
  for (const one of found) {
    const key = JSON.stringify([one.act, one.facts, fingerprint(one.was), fingerprint(one.now)]);
    const line = lines.get(key);
    if (line) line.kinds.push(one.who);
    else lines.set(key, { one, kinds: [one.who] });
  }
  return [...lines.values()].sort((a, b) => weight(a.one) - weight(b.one)).map(({ one, kinds }) => {
    const who = listed(withoutParts(kinds, vocabulary).map(kind => kindWords(kind, vocabulary)));
    const act = vocabulary.acts.get(one.act);
    const situation = Object.entries(one.facts).map(([fact, value]) => valueWords(fact, value, vocabulary)).join('; ');
    return {
      who, act: one.act, question: `May ${who} ${small(act?.plain ?? one.act)}?`, situation,
      was: answerWords(one.was, vocabulary), now: answerWords(one.now, vocabulary), wasSays: one.was.says, nowSays: one.now.says, because: one.now.because,
    };
  });
}

/** Teachers are staff: where both answer alike, staff says it. */
function withoutParts(kinds: readonly string[], vocabulary: Vocabulary): string[] {
  return kinds.filter(kind => !vocabulary.kinds.get(kind)?.within.some(wide => kinds.includes(wide)));
}

/** An answer in a few words: "ask the headteacher", "no", "no rule". */
export function answerWords(answer: Answer, vocabulary: Vocabulary): string {
  const duty = answer.duties.length > 0 ? ' (a duty comes with it)' : '';
  switch (answer.says) {
    case 'ask': return `ask ${groupWords(answer.askGroups, vocabulary)}${duty}`;
    case 'tell': return `tell ${groupWords(answer.tellGroups, vocabulary)}${duty}`;
    case 'depends': return `it depends on ${listed(answer.missing.slice(0, 2).map(fact => fact.replaceAll('-', ' ')), 'or')}`;
    case 'silent': return `no rule${duty}`;
    default: return `${answer.says}${duty}`;
  }
}
