/** What guests sign, what they are shown first, and where a visit stands. Pure. */
import type { Clause, Policy, Rule, Vocabulary } from '../../rulebook/index.ts';
import { FIRST_ACTS, REASONS, type ReasonName, type Visit, type VisitState } from './words.ts';

/** Offices that see who is on site today. */
export const DESK = ['office', 'head', 'deputy-head', 'deputy-head-academic', 'dsl', 'registrar'] as const;
/** Offices that see visits of the past. */
export const LOOKERS = ['head', 'deputy-head', 'deputy-head-academic', 'dsl'] as const;
/** Who starts and ends kiosks, and adds supply staff. */
export const DESK_KEEPERS = ['office', 'head', 'deputy-head', 'registrar'] as const;
/** Who keeps the codes of the guest wifi. */
export const WIFI_KEEPERS = ['network-manager', 'ict-lead'] as const;
/** Who sees how many there are and who has one. */
export const WIFI_READERS = [...WIFI_KEEPERS, 'head', 'office'] as const;
/** Who may ask for a guest code of their own. */
export const WIFI_GUESTS = ['supply', 'visitor', 'governor', 'trustee'] as const;

export const holdsOne = (offices: readonly string[], of: readonly string[]): boolean => of.some(office => offices.includes(office));

/** What somebody is while they are here, by what brings them. */
export const kindFor = (reason: ReasonName): string => REASONS.find(one => one.reason === reason)!.kind;

/** A kind with every wider one: contractor → contractor, visitor. */
export const namesFor = (kind: string, vocabulary: Vocabulary): string[] => [kind, ...(vocabulary.kinds.get(kind)?.within ?? [])];

/** Kinds of people whom the front desk may meet as people of the school: not pupils, not parents, not those who work here every day. */
export const guestKinds = (vocabulary: Vocabulary): string[] =>
  [...vocabulary.kinds.values()].filter(({ name, within }) => ['visitor', 'governor', 'trustee', 'supply'].includes(name) || within.includes('visitor')).map(kind => kind.name);

/** Everybody who works here, spelt out. */
export const staffKinds = (vocabulary: Vocabulary): string[] => [...vocabulary.kinds.values()].filter(({ name, within }) => name === 'staff' || within.includes('staff')).map(kind => kind.name);

const QUIET = new Set(['info', 'means', 'may']);

const bindsThem = (rule: Rule, policy: Policy, names: readonly string[]): boolean =>
  !QUIET.has(rule.verb) && !rule.who.except.some(name => names.includes(name)) && (rule.who.kinds.length > 0 ? rule.who.kinds : policy.front.binds).some(kind => names.includes(kind));

/**
 * Whether a policy is signed by guests of these kinds: always, once they are given access to the school's ICT, or not at all.
 * A rule that gives an account "after=sign", or that asks everybody "for" some use to sign, makes it depend on access.
 */
export function asksGuest(policy: Policy, names: readonly string[]): 'always' | 'with-access' | 'no' {
  const { sign, binds } = policy.front;
  if (!sign || !(sign.who ?? binds).some(kind => names.includes(kind))) return 'no';
  if (names.includes('staff')) return 'always';
  const named = policy.clauses.flatMap(clause => clause.rules).filter(rule => rule.who.kinds.some(kind => names.includes(kind)));
  const byAccess = named.some(rule => (rule.verb === 'account' && rule.attributes['after'] === 'sign') || (rule.verb === 'sign' && rule.attributes['for'] !== undefined));
  return byAccess ? 'with-access' : 'always';
}

/** The policies a guest signs today. */
export const toSign = (policies: readonly Policy[], names: readonly string[], wantsAccess: boolean): Policy[] =>
  policies.filter(policy => { const asks = asksGuest(policy, names); return asks === 'always' || (asks === 'with-access' && wantsAccess); });

/** The policies that must be signed before anybody of these kinds is given a code for the wifi. */
export const beforeAccess = (policies: readonly Policy[], names: readonly string[]): Policy[] => policies.filter(policy => asksGuest(policy, names) !== 'no');

/** A clause with the policy it stands in. */
export interface ShortRule {
  readonly policy: string;
  readonly title: string;
  readonly clause: Clause;
  /** The same in the guest's language, where the policy is translated. */
  readonly said?: { readonly language: string; readonly text: string; readonly title: string };
}

const MOST_SHORT = 8;
const MOST_WORDS = 45;

/** The few clauses that matter most to a guest, in their own words: one for each act, the acts that come up first at a school first. */
export function shortList(policies: readonly Policy[], names: readonly string[]): ShortRule[] {
  const found: { place: number; rule: ShortRule }[] = [];
  for (const policy of policies) {
    for (const clause of policy.clauses) {
      if (clause.text.split(/\s+/).length > MOST_WORDS) continue;
      const places = clause.rules.filter(rule => bindsThem(rule, policy, names)).map(rule => FIRST_ACTS.indexOf(rule.subject)).filter(place => place >= 0);
      if (places.length > 0) found.push({ place: Math.min(...places), rule: { policy: policy.id, title: policy.front.title, clause } });
    }
  }
  const best = new Map<number, ShortRule>();
  for (const { place, rule } of found.sort((a, b) => a.place - b.place)) if (!best.has(place)) best.set(place, rule);
  return [...best.values()].slice(0, MOST_SHORT);
}

/** Where a visit stands. */
export function stateOf(visit: Pick<Visit, 'begunAt' | 'arrivedAt' | 'leftAt' | 'cancelledAt'>): VisitState {
  if (visit.cancelledAt) return 'cancelled';
  if (visit.leftAt) return 'left';
  if (visit.arrivedAt) return 'on-site';
  return visit.begunAt ? 'begun' : 'expected';
}

/** A name or an organisation as it is compared: small letters, one blank between words, no accents. */
export const keyOf = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

export type HostFound<P> = { readonly ok: true; readonly host: P | null } | { readonly ok: false; readonly why: 'short' | 'nobody' | 'many' | 'which'; readonly among: readonly P[] };

export const LEAST_LETTERS = 3;
export const MOST_HOSTS = 5;

/** Whom a few letters of a name mean. Nothing typed is nobody in particular: the office. */
export function hostOf<P>(typed: string, matches: readonly P[]): HostFound<P> {
  if (typed === '') return { ok: true, host: null };
  if (keyOf(typed).length < LEAST_LETTERS) return { ok: false, why: 'short', among: [] };
  if (matches.length === 0) return { ok: false, why: 'nobody', among: [] };
  if (matches.length > MOST_HOSTS) return { ok: false, why: 'many', among: [] };
  return matches.length === 1 ? { ok: true, host: matches[0]! } : { ok: false, why: 'which', among: matches };
}

/** Letters and figures of a badge that nobody mistakes for one another. */
const CODE_LETTERS = 'ACDEFHJKLMNPRTUVWXY34679';

/** A code of so many signs from random bytes. */
export const codeFrom = (bytes: Uint8Array): string => [...bytes].map(byte => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');

/** A code as somebody types it. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Policy → the places of the lines that were ticked at the door. */
export type Said = Readonly<Record<string, readonly number[]>>;

/** Under which name the ticks of a policy are sent with a form. */
export const sayField = (policy: string): string => `say-${policy}`;

/** The lines that a form ticks. */
export const saidIn = (form: Readonly<Record<string, unknown>>): Said =>
  Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (name.startsWith('say-') ? [[name.slice(4), [value].flat().map(Number)] as const] : [])));

/** An error for each policy of which a line is still to be ticked; none for what is signed already. */
export const unsaid = (sheets: readonly { readonly policy: string; readonly signedOn: string | null; readonly says: readonly unknown[] }[], said: Said): Record<string, string> =>
  Object.fromEntries(sheets.filter(sheet => sheet.signedOn === null && sheet.says.some((_, at) => !said[sheet.policy]?.includes(at))).map(sheet => [sayField(sheet.policy), 'Tick each line, or do not sign']));
