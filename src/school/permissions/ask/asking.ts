/** What somebody may ask for, what the rules say of a request before it is sent, and what it has to show. Pure. */
import { decide, type Answer, type BoundRule, type ClauseId, type Day, type OfficeGroups, type Permission, type Rulebook } from '../../../rulebook/index.ts';
import { untilOf } from '../decisions.ts';
import type { Situation } from '../words.ts';

/** Something a rule lets people ask for, with the situation that the rule itself names. */
export interface Askable {
  readonly act: string;
  readonly clause: ClauseId;
  readonly facts: Readonly<Record<string, string>>;
  /** Facts of which the rule names several values: any of them will do. */
  readonly oneOf: Readonly<Record<string, readonly string[]>>;
  readonly offices: OfficeGroups;
}

/** What the rules say of a request. */
export type Weighed =
  | { readonly kind: 'ask'; readonly offices: OfficeGroups; readonly because: readonly ClauseId[]; readonly demands: Demands }
  | { readonly kind: 'no'; readonly because: readonly ClauseId[] }
  | { readonly kind: 'free'; readonly because: readonly ClauseId[]; readonly tell: OfficeGroups }
  | { readonly kind: 'unclear'; readonly missing: readonly string[]; readonly because: readonly ClauseId[] }
  | { readonly kind: 'silent' };

export interface Demands {
  /** What the rules want to be shown, in the policy's own words: "the text of the e-mail". */
  readonly shown: readonly string[];
  /** The reason has to be more than a word. */
  readonly wholeReason: boolean;
  /** What whoever decides has to set limits to, in the policy's own words: "when". */
  readonly limits: readonly string[];
  /** What has to be checked before a yes, and stay true: facts of the situation. */
  readonly checked: readonly string[];
  /** The last day of a yes that begins on a day; null where the rules set no end. */
  readonly lastDay: (from: Day) => Day | null;
}

export interface Wanted {
  /** Kinds and offices of whoever would hold the permission, wider kinds included. */
  readonly who: readonly string[];
  readonly act: string;
  readonly facts: Situation;
  readonly permissions?: readonly Permission[];
  readonly on: Day;
}

const inForce = (rule: BoundRule, on: Day): boolean => (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until) && (rule.period === undefined || rule.from !== undefined);
const binds = (rule: BoundRule, who: readonly string[]): boolean => !rule.binds.except.some(name => who.includes(name)) && (rule.binds.kinds.length === 0 || rule.binds.kinds.some(name => who.includes(name)));

/** The rules in force that let these people ask, in the order of the policies. */
export function askable(rulebook: Rulebook, who: readonly string[], on: Day): Askable[] {
  return rulebook.rules.filter(rule => rule.verb === 'ask' && !rule.advice && inForce(rule, on) && binds(rule, who)).map(rule => ({
    act: rule.subject, clause: rule.clauseId, offices: rule.offices,
    facts: Object.fromEntries(rule.when.flatMap(({ fact, operator, values }) => (operator === '=' && values.length === 1 ? [[fact, values[0]!]] : []))),
    oneOf: Object.fromEntries(rule.when.flatMap(({ fact, operator, values }) => (operator === '=' && values.length > 1 ? [[fact, values]] : []))),
  }));
}

const yesOf = (act: string, groups: OfficeGroups): Permission[] => groups.flat().map(office => ({ act, office, live: true }));

/** What the asker can answer. Whether they hold a permission is what they ask for, and nobody may say it of themselves. */
const toAnswer = (missing: readonly string[]): readonly string[] => { const others = missing.filter(fact => fact !== 'grant-held'); return others.length > 0 ? others : missing; };

/**
 * Asks the rules before anybody is asked: as things are, and as they would be with every yes. What is forbidden even
 * then is not sent; what is allowed already need not be.
 */
export function weighRequest(rulebook: Rulebook, { who, act, facts, permissions = [], on }: Wanted): Weighed {
  // Why no use: whoever asks anew means something else than what they hold.
  const question = { who, act, facts, on, use: '' };
  const plain = decide(rulebook, { ...question, permissions });
  if (plain.says === 'silent') return { kind: 'silent' };
  if (plain.says === 'yes' || plain.says === 'tell') return { kind: 'free', because: plain.because, tell: plain.tellGroups };
  if (plain.says === 'depends') {
    // Why without: that they hold one for some other situation is no reason to ask them more than anybody else.
    const bare = permissions.length === 0 ? null : weighRequest(rulebook, { who, act, facts, on });
    return bare?.kind === 'ask' ? bare : { kind: 'unclear', missing: toAnswer(plain.missing), because: plain.because };
  }
  // Why ask: where nobody says otherwise nobody has consented, and that alone may be what forbids it.
  if (plain.says === 'no' && (plain.instead.consent ?? []).length > 0 && facts['consent'] === undefined) return { kind: 'unclear', missing: ['consent'], because: plain.because };
  if (plain.says === 'no') return { kind: 'no', because: plain.because };
  const granted = decide(rulebook, { ...question, permissions: [...permissions, ...yesOf(act, plain.askGroups)] });
  if (granted.says === 'no') return { kind: 'no', because: granted.because };
  if (granted.says === 'depends') return { kind: 'unclear', missing: toAnswer(granted.missing), because: granted.because };
  return { kind: 'ask', offices: plain.askGroups, because: plain.because, demands: demandsOf(rulebook, { who, act, facts, on }, plain) };
}

/** Facts whose truth has to be checked, and checked again: a promise alone does not do. */
const CHECKED = ['encrypted', 'password-protected'];
const TESTS = /[=<>]/;
/** Every request has these fields anyway. */
const ASKED_ANYWAY = new Set(['reason', 'reasons', 'date', 'dates', 'purpose']);

function demandsOf(rulebook: Rulebook, { who, act, facts }: Wanted, answer: Answer): Demands {
  const cited = new Set<string>([...answer.because, ...answer.duties]);
  const rules = (rulebook.rulesByAct.get(act) ?? []).filter(rule => cited.has(rule.clauseId) && binds(rule, who));
  const asking = rules.filter(rule => rule.verb === 'ask');
  const wanted = rules.map(rule => rule.attributes['needs'] ?? '').filter(needs => !TESTS.test(needs)).flatMap(needs => needs.split(/,|;|\band\b/)).map(one => one.trim()).filter(Boolean);
  return {
    shown: [...new Set(wanted.filter(one => !ASKED_ANYWAY.has(one)))], wholeReason: wanted.some(one => one.startsWith('reason')),
    limits: [...new Set(asking.flatMap(rule => (rule.attributes['limits'] ?? '').split(',')).map(one => one.trim()).filter(Boolean))],
    checked: CHECKED.filter(fact => facts[fact] === 'yes' && (rulebook.rulesByAct.get(act) ?? []).some(rule => binds(rule, who) && [...rule.when, ...rule.unless].some(test => test.fact === fact))),
    lastDay: from => asking.flatMap(rule => untilOf(rule, from) ?? []).sort().at(0) ?? null,
  };
}

/** The facts of an address or a form that the vocabulary knows: a value of the list, or words for a number, a span or a day. "Something else" is kept. */
export function knownFacts(rulebook: Pick<Rulebook, 'vocabulary'>, given: Readonly<Record<string, string>>): Record<string, string> {
  const fits = (name: string, value: string): boolean => {
    const fact = rulebook.vocabulary.facts.get(name);
    if (!fact) return false;
    switch (fact.type) {
      case 'yes/no': return value === 'yes' || value === 'no';
      case 'enum': return fact.values.has(value) || value === SOMETHING_ELSE;
      case 'number': return /^\d{1,7}$/.test(value);
      case 'span': return /^\d{1,4} (minute|hour|day|week|month|year|school day)s?$/.test(value);
      case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(value);
    }
  };
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => name !== 'grant-held' && fits(name, value)));
}

/** A value that none of the rules speak of. */
export const SOMETHING_ELSE = 'something-else';

/** The values of a fact that no rule of an act speaks of, neither narrowly nor widely: what "something else" stands for. */
export function unspoken({ vocabulary, rulesByAct }: Rulebook, act: string, fact: string): string[] {
  const values = vocabulary.facts.get(fact)?.values ?? new Map<string, never>();
  const spoken = new Set((rulesByAct.get(act) ?? []).flatMap(rule => [...rule.when, ...rule.unless]).filter(test => test.fact === fact).flatMap(test => test.values));
  const near = (value: string) => spoken.has(value) || (values.get(value)?.within ?? []).some(wide => spoken.has(wide)) || [...spoken].some(narrow => values.get(narrow)?.within.includes(value) === true);
  return [...values.keys()].filter(value => !near(value));
}

/** The situation as the rules read it: "something else" is any of the values that they do not speak of. */
export const situationOf = (rulebook: Rulebook, act: string, facts: Readonly<Record<string, string>>): Situation =>
  Object.fromEntries(Object.entries(facts).map(([fact, value]) => { const others = value === SOMETHING_ELSE ? unspoken(rulebook, act, fact) : []; return [fact, others.length > 0 ? others : value]; }));

/** Facts as an address carries them: `fact.place=classroom`. */
export const queryOf = (facts: Readonly<Record<string, string>>): string => new URLSearchParams(Object.entries(facts).map(([fact, value]) => [`fact.${fact}`, value])).toString();

/** Whether a reason is more than a word. */
export const isWhole = (reason: string): boolean => reason.trim().split(/\s+/).filter(word => /\p{L}{2,}|\d/u.test(word)).length >= 3;
