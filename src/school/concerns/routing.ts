/** To whom a concern goes: as the rules of the school say, and round whoever it is about. Pure. */
import type { BoundRule, Rulebook, Test } from '../../rulebook/index.ts';
import { dayOf } from '../../platform/days.ts';
import { groupOf, isByTheHour, triggerOf, type KindGroup } from './kinds.ts';
import type { ConcernSettings } from './settings.ts';
import type { EyeReason, KindTold } from './words.ts';

/** Who is told when the rules of the school say nothing of it: the first of these that somebody holds. */
const WHERE_RULES_ARE_SILENT: Readonly<Record<KindGroup, readonly string[]>> = {
  safeguarding: ['dsl'], data: ['dpo', 'data-protection-lead', 'head'], technology: ['ict-lead', 'network-manager', 'it-support', 'head'], conduct: ['head'], records: ['data-manager', 'office', 'head'],
};

/** Who looks after a school's computers and information, by what things go to where the rules are silent. */
export const LOOK_AFTER_DATA: readonly string[] = [...new Set([...WHERE_RULES_ARE_SILENT.technology, ...WHERE_RULES_ARE_SILENT.data, ...WHERE_RULES_ARE_SILENT.records])];

/** The office that the rules call for when a child may be harmed, whatever else is told. */
export const SAFEGUARDING_OFFICE = 'dsl';

/** An office or a person that is to read a concern. */
export interface EyeToBe {
  readonly office: string | null;
  readonly person: string | null;
  readonly why: EyeReason;
  readonly clause: string | null;
}

export interface Route {
  readonly eyes: readonly EyeToBe[];
  readonly clauses: readonly string[];
  readonly rulesSilent: boolean;
  /** Offices of the rule that nobody holds. */
  readonly vacant: readonly string[];
  /** Nobody of the school is left to tell, or those left are too near: the designated officer is the one to ring. */
  readonly designatedOfficer: boolean;
  readonly nobodyLeft: boolean;
}

export interface RouteAsk {
  readonly rulebook: Rulebook;
  readonly told: KindTold;
  /** Kinds and offices of the reporter; empty where they stay unknown. */
  readonly who: readonly string[];
  readonly today: string;
  /** Office → the people who hold or cover it. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly about: readonly string[];
  readonly settings: ConcernSettings;
}

/** How a rule stands to a situation: it holds, it does not, or nobody has said. */
type Stands = 'holds' | 'unknown' | 'not';

function standsIn(rule: BoundRule, facts: Readonly<Record<string, string>>, rulebook: Rulebook): Stands {
  const meets = (test: Test): Stands => {
    const given = facts[test.fact];
    if (given === undefined || given === '') return 'unknown';
    const is = [given, ...(rulebook.vocabulary.facts.get(test.fact)?.values.get(given)?.within ?? [])];
    const same = test.values.some(value => is.includes(value));
    return (test.operator === '!=' ? !same : same) ? 'holds' : 'not';
  };
  if (rule.unless.length > 0 && rule.unless.every(test => meets(test) === 'holds')) return 'not';
  const all = rule.when.map(meets);
  if (all.includes('not')) return 'not';
  return all.includes('unknown') ? 'unknown' : 'holds';
}

/** Whether a rule speaks to a reporter of these kinds and offices. */
export const bound = (rule: BoundRule, who: readonly string[]): boolean => !rule.binds.except.some(name => who.includes(name)) && (rule.binds.kinds.length === 0 || rule.binds.kinds.some(name => who.includes(name)));

/**
 * The "tell" rules that speak of what is told. Those that bind the reporter and hold come first; what nobody has said
 * does not keep a report from arriving; a rule for others is better than none, but not one that has them tell any adult
 * they trust: that says nothing of where it goes when somebody else tells it.
 */
export function rulesFor({ rulebook, told, who, today }: Pick<RouteAsk, 'rulebook' | 'told' | 'who' | 'today'>): readonly BoundRule[] {
  const trigger = triggerOf(told.kind);
  const facts = trigger === undefined ? told.facts : { trigger, ...told.facts };
  const all = (rulebook.rulesByAct.get(told.kind) ?? []).filter(rule => rule.verb === 'tell' && (rule.from ?? '') <= today && (rule.until === undefined || rule.until >= today));
  const stand = (rule: BoundRule): Stands => standsIn(rule, facts, rulebook);
  const mine = all.filter(rule => bound(rule, who));
  const any = all.filter(rule => mine.includes(rule) || !toAnyAdult(rule));
  for (const rules of [mine.filter(rule => stand(rule) === 'holds'), mine.filter(rule => stand(rule) !== 'not'), any.filter(rule => stand(rule) === 'holds'), any.filter(rule => stand(rule) !== 'not')]) {
    if (rules.length > 0) return rules;
  }
  return any;
}

/** "Tell your teacher", "tell any member of staff". */
const ANY_ADULT: ReadonlySet<string> = new Set(['teacher', 'staff-member', 'responsible-adult', 'parent', 'everyone']);
const toAnyAdult = ({ offices }: BoundRule): boolean => offices.length > 0 && offices.flat().every(office => ANY_ADULT.has(office));

/** The real office in the place of "unassigned" or "the school". */
export function realOffice(office: string, rulebook: Rulebook): string {
  const sheet = rulebook.school.offices[office];
  return sheet?.startsWith('office:') ? sheet.slice('office:'.length) : office;
}

/** For somebody outside, such as the police, the office of the school through which they are reached: nothing leaves the school by itself. */
function reachedThrough(office: string, { rulebook, holders, settings }: Pick<RouteAsk, 'rulebook' | 'holders' | 'settings'>): string {
  if (rulebook.vocabulary.offices.get(office)?.outside !== true) return office;
  const people = holders.get(office) ?? [];
  const theirs = [...new Set([...settings.next, ...holders.keys()])].filter(other => holders.get(other)?.some(person => people.includes(person)));
  return theirs.find(other => rulebook.vocabulary.offices.get(other)?.outside === false) ?? office;
}

interface Standing { readonly office: string; readonly why: EyeReason }

/** Whether an office may be told: somebody holds it, and none of them is the one concerned, for a deputy answers to whom they stand in for. */
function mayBeTold(office: string, { holders, about }: Pick<RouteAsk, 'holders' | 'about'>): boolean {
  const people = holders.get(office) ?? [];
  return people.length > 0 && !people.some(person => about.includes(person));
}

/** An office, or whoever comes next in the school's list; null where nobody is left. */
export function standingFor(office: string, ask: Pick<RouteAsk, 'holders' | 'about' | 'settings'>, taken: readonly string[] = []): Standing | null {
  if (mayBeTold(office, ask) && !taken.includes(office)) return { office, why: 'routed' };
  const next = ask.settings.next.find(other => other !== office && !taken.includes(other) && mayBeTold(other, ask));
  if (next === undefined) return null;
  return { office: next, why: (ask.holders.get(office) ?? []).length > 0 ? 'round-the-subject' : 'handed-on' };
}

/** Where what is told goes. */
export function routeOf(ask: RouteAsk): Route {
  const { rulebook, told, holders } = ask;
  const rules = rulesFor(ask);
  const [clause = null] = rules.map(rule => rule.clauseId as string);
  const named = groupsOf(rules, rulebook);
  const groups = (named.length > 0 ? named : [silentGroup(told.kind, holders)]).map(group => ({ ...group, offices: [...new Set(group.offices.map(office => reachedThrough(office, ask)))] }));
  const eyes = new Map<string, EyeToBe>();
  const add = (eye: EyeToBe): void => { if (!eyes.has(`${eye.office} ${eye.person}`)) eyes.set(`${eye.office} ${eye.person}`, eye); };
  if (told.person !== undefined && !ask.about.includes(told.person)) add({ office: null, person: told.person, why: 'routed', clause });
  for (const group of groups) if (eyes.size === 0 || told.person === undefined) for (const eye of eyesOfGroup(group, ask)) add(eye);
  for (const copy of copiesOf(ask)) add(copy);
  if (concerns('head', ask) && MATTERS_ABOVE.includes(groupOf(told.kind))) for (const above of eyesOfGroup({ offices: ['head'], clause: null }, ask)) add(above);
  // Why the safeguarding lead: they answer to nobody in such a matter, and what nobody reads helps nobody.
  if (eyes.size === 0 && mayBeTold(SAFEGUARDING_OFFICE, ask)) add({ office: SAFEGUARDING_OFFICE, person: null, why: ask.about.length > 0 ? 'round-the-subject' : 'handed-on', clause: null });
  const vacant = groups.flatMap(group => (group.offices.some(office => (holders.get(office) ?? []).length > 0) ? [] : group.offices));
  return { eyes: [...eyes.values()], clauses: [...new Set(rules.map(rule => rule.clauseId as string))], rulesSilent: rules.length === 0, vacant, nobodyLeft: eyes.size === 0, designatedOfficer: eyes.size === 0 || nearTheTop(ask) };
}

function silentGroup(kind: string, holders: RouteAsk['holders']): Group {
  const offices = WHERE_RULES_ARE_SILENT[groupOf(kind)];
  return { offices: [offices.find(office => (holders.get(office) ?? []).length > 0) ?? offices[0]!], clause: null };
}

interface Group { readonly offices: readonly string[]; readonly clause: string | null }

/** One from each of these, each once. */
function groupsOf(rules: readonly BoundRule[], rulebook: Rulebook): Group[] {
  const groups = new Map<string, Group>();
  for (const rule of rules) {
    for (const offices of rule.offices) {
      const real = [...new Set(offices.map(office => realOffice(office, rulebook)))];
      const key = [...real].sort().join('|');
      if (!groups.has(key)) groups.set(key, { offices: real, clause: rule.clauseId });
    }
  }
  return [...groups.values()];
}

/** Of "one or the other": the one that was chosen, or both, and the first to act owns it; in the place of one concerned whoever comes next, always. */
function eyesOfGroup(group: Group, ask: RouteAsk): EyeToBe[] {
  const { told, holders } = ask;
  const held = group.offices.filter(office => (holders.get(office) ?? []).length > 0);
  const stand = (held.length > 0 ? held : group.offices).flatMap(office => { const found = standingFor(office, ask); return found ? [{ ...found, instead: office }] : []; });
  const chosen = told.office !== undefined && group.offices.includes(told.office) ? stand.filter(one => one.instead === told.office || one.why === 'round-the-subject') : stand;
  return (chosen.length > 0 ? chosen : stand).map(({ office, why }) => ({ office, person: null, why, clause: group.clause }));
}

/** Whoever a rule says hears of such things too: "the head of IT passes every concern about bad content to the safeguarding lead". */
function copiesOf(ask: RouteAsk): EyeToBe[] {
  const trigger = triggerOf(ask.told.kind);
  if (trigger === undefined || ask.told.kind === 'report-safeguarding-concern') return [];
  const rules = (ask.rulebook.rulesByAct.get('report-safeguarding-concern') ?? []).filter(rule => rule.verb === 'tell' && rule.when.some(test => test.fact === 'trigger' && test.values.includes(trigger)));
  return rules.flatMap(rule => rule.offices.flat().flatMap(office => {
    const found = standingFor(reachedThrough(realOffice(office, ask.rulebook), ask), ask);
    return found ? [{ office: found.office, person: null, why: found.why === 'routed' ? 'copied' as const : found.why, clause: rule.clauseId as string }] : [];
  }));
}

/** What somebody above the head hears of, whoever else is told, when it is about the head. */
const MATTERS_ABOVE: readonly KindGroup[] = ['safeguarding', 'conduct'];

/** Whether the holder of an office is among those it is about. */
const concerns = (office: string, { holders, about }: Pick<RouteAsk, 'holders' | 'about'>): boolean => (holders.get(office) ?? []).some(person => about.includes(person));

/** Whether it is about the head and there is nobody well above them, or about two of those who would look into it. */
const nearTheTop = (ask: Pick<RouteAsk, 'holders' | 'about' | 'settings'>): boolean =>
  concerns('head', ask) && (ask.settings.headIsProprietor || concerns('chair-of-governors', ask) || concerns(SAFEGUARDING_OFFICE, ask));

/** Offices that an open rule leaves the choice between: "the safeguarding lead or the head". */
export function choiceOf(ask: Pick<RouteAsk, 'rulebook' | 'told' | 'who' | 'today'>): readonly string[] {
  return groupsOf(rulesFor(ask), ask.rulebook).find(group => group.offices.length > 1)?.offices ?? [];
}

/** Who comes next where nobody opened it: the next in the school's list that does not have it yet. */
export const nextAfter = (have: readonly string[], ask: Pick<RouteAsk, 'holders' | 'about' | 'settings'>): string | null =>
  ask.settings.next.find(office => !have.includes(office) && mayBeTold(office, ask)) ?? null;

/** When it goes on if nobody opens it. Where a child may be harmed, or the law counts the hours, the clock never sleeps; otherwise it waits for Monday. */
export function handOnAt(of: { readonly kind: string; readonly children: boolean; readonly at: Date; readonly settings: ConcernSettings }): Date {
  const { handOnMinutes } = of.settings;
  if (of.children || groupOf(of.kind) === 'safeguarding') return new Date(of.at.getTime() + handOnMinutes.safeguarding * 60_000);
  const due = new Date(of.at.getTime() + handOnMinutes.other * 60_000);
  const weekend = isByTheHour(of.kind) ? -1 : [6, 0].indexOf(new Date(dayOf(due)).getUTCDay());
  return weekend < 0 ? due : new Date(due.getTime() + (2 - weekend) * 86_400_000);
}
