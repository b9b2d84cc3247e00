/** What may follow for somebody, who decides it, and when it begins and ends. Pure. */
import type { BoundRule, Rulebook } from '../../../rulebook/index.ts';
import { standingFor } from '../routing.ts';
import type { ConcernSettings } from '../settings.ts';
import type { Severity } from '../words.ts';
import { isTimed } from './states.ts';
import { FACILITIES, type Provided, type Sanction, type SanctionKind, type SanctionTurn } from './words.ts';

/** What a sanction rule on an act leads to, where the rule does not say a level or a procedure. */
const BY_ACT: Readonly<Record<string, SanctionKind>> = { 'suspend-account': 'switch-off', 'revoke-account': 'withdrawal', 'confiscate-device': 'confiscation' };
const BY_LEVEL: Readonly<Record<string, SanctionKind>> = { disciplinary: 'disciplinary', breach: 'disciplinary', legal: 'legal', 'staff-disciplinary-procedure': 'disciplinary' };
/** How hard a kind is, as the severities are: a warning fits what is minor, a withdrawal what is very serious. */
const WEIGHT: Readonly<Record<SanctionKind, readonly Severity[]>> = {
  warning: ['minor', 'ordinary'], behaviour: ['minor', 'ordinary', 'serious', 'very-serious'], confiscation: ['minor', 'ordinary', 'serious'], 'looked-into': ['ordinary', 'serious', 'very-serious'],
  'switch-off': ['ordinary', 'serious', 'very-serious'], withdrawal: ['serious', 'very-serious'], disciplinary: ['ordinary', 'serious', 'very-serious'], legal: ['serious', 'very-serious'],
};
/** Who decides where no rule names anybody. */
const HEAD: Provided['offices'] = [{ name: 'head' }].map(({ name }) => [name]);

export interface ProvideAsk {
  readonly rulebook: Rulebook;
  /** The kinds of the person, with every wider one. */
  readonly kinds: readonly string[];
  readonly severity: Severity | null;
  readonly today: string;
}

const binds = (rule: BoundRule, kinds: readonly string[]): boolean =>
  !rule.binds.except.some(kind => kinds.includes(kind)) && (rule.binds.kinds.length === 0 || rule.binds.kinds.some(kind => kinds.includes(kind)));

/** Severities that a rule speaks of; empty where it speaks of all. */
const severitiesOf = (rule: BoundRule): readonly string[] => rule.when.filter(test => test.fact === 'severity').flatMap(test => test.values);
const fitsSeverity = (rule: BoundRule, severity: Severity | null): boolean => {
  const named = severitiesOf(rule);
  return named.length === 0 || severity === null || named.includes(severity) || (severity === 'minor' && named.includes('ordinary')) || (severity === 'very-serious' && named.includes('serious'));
};

/**
 * Everything that the rules of the school provide for somebody, each under its clause. What may be done to accounts
 * stands in "may" rules too; a warning comes with every clause that provides anything, for it is always the milder way.
 */
export function providedFor(ask: ProvideAsk): Provided[] {
  const { rulebook, kinds, severity, today } = ask;
  const inForce = rulebook.rules.filter(rule => (rule.from ?? '') <= today && (rule.until === undefined || rule.until >= today));
  const rules = inForce.filter(rule => ((rule.verb === 'sanction' && !isAboutHow(rule)) || (rule.verb === 'may' && rule.subject in BY_ACT)) && fitsSeverity(rule, severity) && reaches(rule, inForce, kinds));
  const found = rules.flatMap(rule => oneOf(rule, inForce, kinds));
  const first = found.find(one => one.kind === 'behaviour' || one.kind === 'disciplinary');
  const warning: Provided[] = first ? [{ ...first, kind: 'warning', facility: null, permanent: false }] : [];
  return unique([...warning, ...found]);
}

/** A rule about how a penalty is given, or about a step of the case, provides none of its own. */
const isAboutHow = (rule: BoundRule): boolean => rule.attributes['needs'] === 'reason' || rule.subject === 'remove-improper-content';

/** A "may" rule that names those who act (staff take a phone) speaks of pupils all the same: what is done is done to somebody else. */
function reaches(rule: BoundRule, rules: readonly BoundRule[], kinds: readonly string[]): boolean {
  const beside = rules.filter(other => other.verb === 'sanction' && other.clauseId === rule.clauseId);
  if (rule.verb === 'sanction' || beside.length === 0) return rule.subject === 'confiscate-device' ? kinds.includes('pupil') : binds(rule, kinds);
  return beside.some(other => binds(other, kinds));
}

function oneOf(rule: BoundRule, rules: readonly BoundRule[], kinds: readonly string[]): Provided[] {
  const kind = BY_ACT[rule.subject] ?? BY_LEVEL[rule.attributes['level'] ?? ''] ?? BY_LEVEL[rule.attributes['how'] ?? ''] ?? (kinds.includes('pupil') ? 'behaviour' : 'disciplinary');
  const offices = rule.offices.length > 0 ? rule.offices : rules.find(other => other.verb === 'sanction' && other.clauseId === rule.clauseId && other.offices.length > 0)?.offices ?? HEAD;
  const named = rules.filter(other => other.clauseId === rule.clauseId).flatMap(other => other.when.filter(test => test.fact === 'facility').flatMap(test => test.values));
  const facility = kind === 'switch-off' || kind === 'withdrawal' ? FACILITIES.find(one => named.includes(one)) ?? 'all' : null;
  const one: Provided = {
    kind, facility, clause: rule.clauseId, offices, permanent: rule.attributes['for'] === 'permanent' || kind === 'withdrawal',
    asksIntent: rule.when.some(test => test.fact === 'intent'),
  };
  // Why two: an account may also be shut only until it is known what happened.
  const whileLookedInto: Provided[] = rule.subject === 'suspend-account' && rule.verb === 'may' ? [{ ...one, kind: 'looked-into', permanent: false, facility }] : [];
  return [...whileLookedInto, one];
}

/** Of the same kind under the same clause one, with everybody whose yes any of its rules asks for. */
function unique(all: readonly Provided[]): Provided[] {
  const kept = new Map<string, Provided>();
  for (const one of all) {
    const key = `${one.kind} ${one.clause}`;
    const known = kept.get(key);
    kept.set(key, known ? { ...known, permanent: known.permanent || one.permanent, asksIntent: known.asksIntent || one.asksIntent, offices: known.offices.length >= one.offices.length ? known.offices : one.offices } : one);
  }
  return [...kept.values()];
}

/** Whether a kind is as serious as the matter; where it is not, somebody says why it fits all the same. */
export const fits = (kind: SanctionKind, severity: Severity | null): boolean => severity === null || WEIGHT[kind].includes(severity);

export interface DecidersAsk {
  readonly offices: Provided['offices'];
  readonly permanent: boolean;
  readonly holders: ReadonlyMap<string, readonly string[]>;
  /** Whoever it is for, and everybody else the concern is about. */
  readonly about: readonly string[];
  readonly settings: ConcernSettings;
}

/** Who decides: the offices of the rule, whoever comes next in place of one concerned, and for good never one alone. */
export function decidersOf({ offices, permanent, ...ask }: DecidersAsk): string[][] {
  const taken: string[] = [];
  const groups = offices.map(group => {
    const standing = [...new Set(group.flatMap(office => standingFor(office, ask)?.office ?? []))].filter(office => !taken.includes(office));
    taken.push(...standing);
    return standing;
  }).filter(group => group.length > 0);
  if (!permanent || groups.length > 1) return groups;
  const second = standingFor('chair-of-governors', ask, taken) ?? standingFor('deputy-head', ask, taken);
  return second ? [...groups, [second.office]] : groups;
}

/** The groups that have not agreed yet. One person counts for one group, whatever offices they hold. */
export function stillToAgree(sanction: Pick<Sanction, 'offices'>, turns: readonly Pick<SanctionTurn, 'turn' | 'office' | 'by'>[]): (readonly string[])[] {
  const agreed = turns.filter(turn => turn.turn === 'agreed');
  const used = new Set<number>();
  return sanction.offices.filter(group => {
    const at = agreed.findIndex((turn, index) => !used.has(index) && group.includes(turn.office));
    if (at < 0) return true;
    used.add(at);
    return false;
  });
}

/** In which office somebody may still agree; null where it is not theirs to say. Nobody agrees twice. */
export function agreesAs(sanction: Pick<Sanction, 'offices' | 'person' | 'state'>, turns: readonly Pick<SanctionTurn, 'turn' | 'office' | 'by'>[], reader: { readonly person: string | null; readonly offices: readonly string[] }): string | null {
  if (reader.person === null || sanction.state !== 'proposed' || sanction.person === reader.person) return null;
  if (turns.some(turn => turn.turn === 'agreed' && turn.by === reader.person)) return null;
  return stillToAgree(sanction, turns).flat().find(office => reader.offices.includes(office)) ?? null;
}

/** Whether it begins by itself on a day: never before whoever it is for was told why, but for an account that is shut while it is looked into. */
export const beginsOn = (sanction: Pick<Sanction, 'kind' | 'state' | 'startsOn'>, today: string): boolean =>
  isTimed(sanction.kind) && (sanction.state === 'told' || (sanction.state === 'decided' && sanction.kind === 'looked-into')) && sanction.startsOn !== null && sanction.startsOn <= today;

/** Whether it ends by itself: the day after its last day. */
export const endsOn = (sanction: Pick<Sanction, 'state' | 'endsOn'>, today: string): boolean => sanction.state === 'in-force' && sanction.endsOn !== null && sanction.endsOn < today;

/** Whether an appeal may be made on a day. */
export const mayAppeal = (sanction: Pick<Sanction, 'state' | 'appealBy' | 'toldOn'>, turns: readonly Pick<SanctionTurn, 'turn'>[], today: string): boolean =>
  sanction.toldOn !== null && (sanction.state === 'told' || sanction.state === 'in-force') && sanction.appealBy !== null && today <= sanction.appealBy && !turns.some(turn => turn.turn === 'appealed');

/** An appeal that nobody has answered. */
export const openAppeal = (turns: readonly Pick<SanctionTurn, 'turn'>[]): boolean => turns.some(turn => turn.turn === 'appealed') && !turns.some(turn => turn.turn === 'appeal-kept' || turn.turn === 'appeal-lifted');

/** What IT has still to do: switch something off that is in force, or on again what has ended. */
export function switchDue(sanction: Pick<Sanction, 'kind' | 'state' | 'facility'>, turns: readonly Pick<SanctionTurn, 'turn'>[]): 'off' | 'on' | null {
  if (sanction.facility === null) return null;
  const last = turns.filter(turn => turn.turn === 'off' || turn.turn === 'on').at(-1)?.turn ?? 'on';
  if (sanction.state === 'in-force') return last === 'on' ? 'off' : null;
  return (sanction.state === 'ended' || sanction.state === 'lifted') && last === 'off' ? 'on' : null;
}

/** What has to be mended in a proposal: field → sentence. */
export function faultsIn(given: { readonly permanent: boolean; readonly startsOn: string; readonly endsOn: string; readonly reviewOn: string; readonly fits: string; readonly intent: string; readonly appealBy: string }, of: { readonly provided: Provided; readonly severity: Severity | null; readonly today: string }): Record<string, string> {
  const { provided, severity, today } = of;
  const timed = isTimed(provided.kind);
  return {
    ...(!fits(provided.kind, severity) && given.fits === '' ? { fits: 'This is milder or harder than how serious it was found to be. Say why it fits' } : {}),
    ...(provided.asksIntent && given.intent === 'unknown' ? { intent: 'This rule speaks of what was done on purpose. Say whether it was' } : {}),
    ...(provided.kind === 'legal' && (severity === null || !WEIGHT.legal.includes(severity)) ? { provided: 'Going to law is for what is serious. Say first how serious it is' } : {}),
    ...(given.permanent && !provided.permanent ? { permanent: 'This rule allows no end without a day' } : {}),
    ...(given.permanent && given.reviewOn <= today ? { reviewOn: 'Give a day to come on which it is looked at again' } : {}),
    ...(timed && given.startsOn < today ? { startsOn: 'Give today or a day to come' } : {}),
    ...(timed && !given.permanent && given.endsOn < given.startsOn ? { endsOn: 'Give its last day. It ends by itself after that day' } : {}),
    ...(given.appealBy < today ? { appealBy: 'Give a day to come until which they may appeal' } : {}),
  };
}
