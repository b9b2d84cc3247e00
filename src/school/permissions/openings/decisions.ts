/** What somebody may open for pupils, and what the rules say of it. Pure. */
import { dayOf, momentInWords, startOfDay, type Day } from '../../../platform/days.ts';
import { decide, type BoundRule, type Rulebook, type Vocabulary } from '../../../rulebook/index.ts';
import type { Openable, Opening, OpeningState, Weighed } from './words.ts';

export interface OpenAsk {
  /** What the pupils are, wider kinds included. */
  readonly kinds: readonly string[];
  /** The offices that the reader has here: those they hold, and `teacher` with a class. */
  readonly offices: readonly string[];
  readonly on: Day;
}

const inForce = (rule: BoundRule, on: Day): boolean => (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until) && (rule.period === undefined || rule.from !== undefined);
const binds = ({ binds: { kinds, except } }: BoundRule, who: readonly string[]): boolean => !except.some(kind => who.includes(kind)) && (kinds.length === 0 || kinds.some(kind => who.includes(kind)));

/** What these offices may open for such pupils: the rules that have one of them asked. Where those pictured must agree, or a trip has its own list, nothing is opened for many at once. */
export function openables(rulebook: Rulebook, { kinds, offices, on }: OpenAsk): Openable[] {
  return rulebook.rules.flatMap((rule): Openable[] => {
    if (rule.verb !== 'ask' || rule.advice || rule.offices.length !== 1 || !inForce(rule, on) || !binds(rule, kinds)) return [];
    if (rule.when.some(test => test.fact === 'trip') || (rulebook.rulesByAct.get(rule.subject) ?? []).some(one => one.verb === 'consent')) return [];
    const office = rule.offices[0]!.find(one => offices.includes(realOf(rulebook, one)));
    const facts = Object.fromEntries(rule.when.flatMap(({ fact, operator, values }) => (operator === '=' && values.length === 1 ? [[fact, values[0]!]] : [])));
    return office === undefined ? [] : [{ act: rule.subject, clause: rule.clauseId, facts, office }];
  });
}

/** Rules by which staff ask for a lesson what they may not open themselves: the office decides about a request. */
export const lessonRequests = (rulebook: Rulebook, who: readonly string[], on: Day): BoundRule[] =>
  rulebook.rules.filter(rule => rule.verb === 'ask' && inForce(rule, on) && binds(rule, who) && rule.when.some(test => test.fact === 'purpose' && test.values.includes('teaching')));

function realOf(rulebook: Rulebook, office: string): string {
  const real = rulebook.school.offices[office];
  return (office === 'unassigned' || office === 'school') && real?.startsWith('office:') ? real.slice('office:'.length) : office;
}

/** Content against the law is opened by nobody, whatever a policy says. */
const UNLAWFUL = 'illegal';
export const isUnlawful = (content: string, vocabulary: Vocabulary): boolean => content === UNLAWFUL || vocabulary.facts.get('content')?.values.get(content)?.within.includes(UNLAWFUL) === true;

/** What kinds of content the rules of an act speak of, without those that nobody may open; empty where they speak of none. */
export function contentsOf(rulebook: Rulebook, act: string): string[] {
  const rules = rulebook.rulesByAct.get(act) ?? [];
  if (!rules.some(rule => [...rule.when, ...rule.unless].some(test => test.fact === 'content'))) return [];
  return [...rulebook.vocabulary.facts.get('content')?.values.keys() ?? []].filter(content => !isUnlawful(content, rulebook.vocabulary));
}

/** Asks the rules before anything is opened: as things are, and as they would be with the yes. What is forbidden even then stays shut. */
export function weighOpening(rulebook: Rulebook, of: { readonly openable: Openable; readonly kinds: readonly string[]; readonly content: string | null; readonly on: Day }): Weighed {
  const { openable: { act, office }, content, on } = of;
  if (content !== null && isUnlawful(content, rulebook.vocabulary)) return { kind: 'unlawful', because: [] };
  const facts = situationOf(of.openable, content);
  const question = { who: of.kinds, act, facts, on };
  const plain = decide(rulebook, question);
  if (plain.says === 'silent') return { kind: 'silent', because: [] };
  if (plain.says === 'no') return { kind: 'no', because: plain.because };
  if (plain.says === 'yes' || plain.says === 'tell') return { kind: 'free', because: plain.because };
  const opened = decide(rulebook, { ...question, permissions: [{ act, office, live: true, facts }] });
  return opened.says === 'no' ? { kind: 'no', because: opened.because } : { kind: 'open' };
}

/** The situation that an opening covers. */
export const situationOf = (openable: Pick<Openable, 'facts'>, content: string | null): Readonly<Record<string, string>> => (content === null ? openable.facts : { ...openable.facts, content });

const minutesIn = (time: string): number => { const [hours = 0, minutes = 0] = time.split(':').map(Number); return hours * 60 + minutes; };

/** The moment of a time of day, `10:50`, in London; also on the two days a year that are an hour longer or shorter. */
export function momentAt(day: Day, time: string): Date {
  const wanted = minutesIn(time);
  const near = new Date(startOfDay(day).getTime() + wanted * 60_000);
  // Why not where it falls on another day: that is an hour over the edge of it.
  const off = dayOf(near) === day ? wanted - minutesIn(momentInWords(near).slice(-5)) : -60;
  return new Date(near.getTime() + off * 60_000);
}

export const openingState = ({ endsAt, endedAt }: Pick<Opening, 'endsAt' | 'endedAt'>, now: Date): OpeningState => (endedAt !== null || endsAt <= now ? 'over' : 'open');

const LEADERS = ['head', 'deputy-head'];

/** Heads see every opening and end any; everybody else their own. */
export const leads = (offices: readonly string[]): boolean => offices.some(office => LEADERS.includes(office));
