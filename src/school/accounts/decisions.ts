/** How accounts stand, what has to be done so that they do, and who may see and do what. Pure. */
import { decide, type BoundRule, type Rulebook } from '../../rulebook/index.ts';
import { ALL, HERE, HOWS, type Facility, type Hold, type How, type Seer, type Step, type Wanted, type Way } from './words.ts';

/** Who looks after accounts, in the order in which they are looked for. */
export const IT_OFFICES = ['network-manager', 'it-support', 'ict-lead', 'system-manager', 'helpdesk'] as const;
/** Who reads the record of accounts beside them. */
export const RECORD_OFFICES = ['head', 'deputy-head', 'deputy-head-academic', 'office'] as const;
/** Values of the fact that are no account of their own. */
const NO_ACCOUNT: ReadonlySet<string> = new Set([ALL, 'school-device']);
/** Verbs by which a rule speaks of what somebody has and uses. */
const USING: ReadonlySet<string> = new Set(['never', 'must', 'ask', 'account']);
const LOOKING = /^(monitor|inspect|view)-/;

const holdsOn = (rule: BoundRule, today: string): boolean => (rule.from ?? '') <= today && (rule.until === undefined || rule.until >= today);
const valuesOf = (rule: BoundRule, fact: string): readonly string[] => rule.when.filter(test => test.fact === fact && test.operator === '=').flatMap(test => test.values);
const besideSanction = (rule: BoundRule, rules: readonly BoundRule[]): boolean => rules.some(other => other.verb === 'sanction' && other.clauseId === rule.clauseId);

/** The facilities that a school's rules name, each with those who have it. */
export function facilitiesNamed(rulebook: Rulebook, today: string): Facility[] {
  const found = new Map<string, Set<string>>();
  for (const rule of rulebook.rules.filter(one => holdsOn(one, today))) {
    const speaksOfHavers = (USING.has(rule.verb) && !LOOKING.test(rule.subject)) || (rule.verb === 'may' && besideSanction(rule, rulebook.rules));
    for (const key of valuesOf(rule, 'facility')) if (speaksOfHavers && !NO_ACCOUNT.has(key)) found.set(key, new Set([...found.get(key) ?? [], ...rule.binds.kinds]));
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([key, kinds]) => ({ key, name: '', kinds: [...kinds] }));
}

/** What somebody of these kinds has, wider kinds included. Countersign is for everybody. */
export const facilitiesFor = (list: readonly Facility[], kinds: readonly string[]): Facility[] => list.filter(one => one.kinds.length === 0 || one.kinds.some(kind => kinds.includes(kind)));

export const isLive = (hold: Pick<Hold, 'endedAt'>): boolean => hold.endedAt === null;

/** Whether a hold is on a facility. What is suspended leaves Countersign open: the rules, telling and an appeal are here. */
export const covers = (hold: Pick<Hold, 'facility' | 'how'>, facility: string): boolean => hold.facility === facility || (hold.facility === ALL && (facility !== HERE || hold.how === 'revoked'));

/** How a facility stands: the strictest of what holds it. */
export function standing(holds: readonly Pick<Hold, 'facility' | 'how' | 'endedAt'>[], facility: string): How | 'open' {
  const hows = holds.filter(hold => isLive(hold) && covers(hold, facility)).map(hold => HOWS.indexOf(hold.how));
  return HOWS[Math.max(-1, ...hows)] ?? 'open';
}

/** How it is to be set where it is kept. What is being made safe is done by whoever looks into it. */
export function wantedFor(holds: readonly Pick<Hold, 'facility' | 'how' | 'endedAt'>[], facility: string): Wanted {
  const how = standing(holds.filter(hold => hold.how !== 'securing'), facility);
  return how === 'securing' ? 'open' : how;
}

/** How it was last reported to be set; open where nobody has reported anything. `steps` newest first. */
export const reported = (steps: readonly Pick<Step, 'facility' | 'wanted' | 'ended'>[], facility: string): Wanted => steps.find(step => step.facility === facility && step.ended === 'done')?.wanted ?? 'open';

export interface StepsDue {
  readonly withdraw: readonly string[];
  readonly open: readonly { readonly facility: string; readonly wanted: Wanted }[];
}

/**
 * What has to be done, and what no longer has to be, so that every facility stands as it should. Of each facility one
 * step at most is open; what cannot be done is not asked for again while nothing else is wanted. `steps` newest first.
 */
export function stepsDue(of: { readonly holds: readonly Hold[]; readonly steps: readonly Step[]; readonly facilities: readonly string[] }): StepsDue {
  const withdraw: string[] = [];
  const open: { facility: string; wanted: Wanted }[] = [];
  const all = [...new Set([...of.facilities, ...of.steps.filter(step => step.ended !== 'withdrawn').map(step => step.facility)])];
  for (const facility of all.filter(one => one !== HERE)) {
    const wanted = wantedFor(of.holds, facility);
    const waits = of.steps.find(step => step.facility === facility && step.ended === null);
    const refused = of.steps.find(step => step.facility === facility && step.ended !== null && step.ended !== 'withdrawn');
    const settled = wanted === reported(of.steps, facility);
    if (waits && (settled || waits.wanted !== wanted)) withdraw.push(waits.id);
    if (!settled && waits?.wanted !== wanted && !(refused?.ended === 'cannot' && refused.wanted === wanted)) open.push({ facility, wanted });
  }
  return { withdraw, open };
}

/** On which facilities a change bears: those somebody has, and those named. Where the school lists none, everything at once. */
export function bearingOn(list: readonly Facility[], kinds: readonly string[], holds: readonly Pick<Hold, 'facility' | 'endedAt'>[]): string[] {
  const has = facilitiesFor(list, kinds).map(one => one.key);
  const named = holds.filter(isLive).map(hold => hold.facility).filter(key => key !== ALL && key !== HERE);
  const keys = [...new Set([...has, ...named])];
  return keys.length > 0 ? keys : [ALL];
}

/** Whether a live hold closes Countersign: what is left is one's own page, the rules, and telling. */
export const closedHere = (holds: readonly Pick<Hold, 'facility' | 'how' | 'endedAt'>[]): boolean => standing(holds, HERE) === 'revoked';

export const isIt = (offices: readonly string[]): boolean => IT_OFFICES.some(office => offices.includes(office));

/** Whether somebody reads the record of accounts at all. */
export const readsRecord = (offices: readonly string[]): boolean => isIt(offices) || RECORD_OFFICES.some(office => offices.includes(office));

const TOLD_TO_FEW: ReadonlySet<string> = new Set(['case', 'alarm']);
export const isQuiet = (hold: Pick<Hold, 'cause'>): boolean => TOLD_TO_FEW.has(hold.cause);

/** Whether a reader of the record sees a hold: nobody their own there; what is decided in a case IT alone, and those who decided. */
export const seesHold = (hold: Pick<Hold, 'person' | 'cause' | 'deciders'>, reader: Seer): boolean =>
  hold.person !== reader.person && readsRecord(reader.offices) && (!isQuiet(hold) || isIt(reader.offices) || hold.deciders.some(office => reader.offices.includes(office)));

/** Whether somebody carries out a step: IT, or the office that the rule names; never about themselves. */
export const doesStep = (step: Pick<Step, 'person' | 'office'>, reader: Seer): boolean => step.person !== reader.person && (isIt(reader.offices) || reader.offices.includes(step.office));

/** Who carries out a step: the office of the rule where somebody holds it, else whoever looks after accounts. */
export const carrierOf = (named: readonly string[], held: readonly string[]): string => [...named.filter(office => readsRecord([office])), ...IT_OFFICES].find(office => held.includes(office)) ?? 'head';

const ACTS = ['revoke-account', 'suspend-account'] as const;

export interface WaysAsk {
  readonly rulebook: Rulebook;
  /** Kinds and offices of the reader. */
  readonly who: readonly string[];
  readonly offices: readonly string[];
  /** Kinds of whoever has the account, wider kinds included. */
  readonly kinds: readonly string[];
  readonly facilities: readonly string[];
  readonly today: string;
}

/** A rule names those who act, and may name beside them those to whom it is done ("pupil ict"). */
function speaksOf(rule: BoundRule, { who, kinds }: Pick<WaysAsk, 'who' | 'kinds'>): boolean {
  const others = rule.binds.kinds.filter(kind => !who.includes(kind));
  return others.length === 0 || others.some(kind => kinds.includes(kind));
}

/**
 * What a reader may take away, or switch off for a time, by the rules. They are asked for each facility; a clause under
 * which a penalty is decided is left to its case. Only those who keep the record act for the school.
 */
export function waysToTake(of: WaysAsk): Way[] {
  if (!readsRecord(of.offices)) return [];
  return ACTS.flatMap(act => {
    const rules = (of.rulebook.rulesByAct.get(act) ?? []).filter(rule => rule.verb === 'may' && holdsOn(rule, of.today) && !besideSanction(rule, of.rulebook.rules) && speaksOf(rule, of));
    const here = act === 'revoke-account' ? [HERE] : [];
    const ways = rules.flatMap(rule => {
      const named = valuesOf(rule, 'facility');
      const asked = valuesOf(rule, 'trigger');
      return (named.length > 0 ? named : [...of.facilities, ...here, ALL]).flatMap((facility): Way[] => {
        const allowed = (asked.length > 0 ? asked : ['']).filter(trigger => decide(of.rulebook, { who: of.who, act, facts: { facility, ...(trigger ? { trigger } : {}) }, on: of.today }).says === 'yes');
        return allowed.length === 0 ? [] : [{ act, facility, clause: rule.clauseId, triggers: allowed.filter(Boolean) }];
      });
    });
    return [...new Map(ways.map(way => [way.facility, way])).values()];
  });
}

/** The clause by which a parent has a child's e-mail kept inside the school, and whom they tell; null where no rule gives it. */
export function mailLimitFor(rulebook: Rulebook, who: readonly string[], today: string): { readonly clause: string; readonly offices: readonly string[]; readonly binds: readonly string[] } | null {
  const answer = decide(rulebook, { who, act: 'restrict-child-email', facts: { facility: 'email' }, on: today });
  if (answer.says !== 'tell' && answer.says !== 'yes') return null;
  const [clause] = answer.because;
  return { clause, offices: answer.tell, binds: rulebook.clauses.get(clause)?.policy.front.binds ?? [] };
}
