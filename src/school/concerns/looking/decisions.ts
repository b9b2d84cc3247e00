/** Who asks, agrees and reads, what may be read and until when, and who is told. Pure. */
import type { BoundRule, Rulebook } from '../../../rulebook/index.ts';
import { realOffice, standingFor, type RouteAsk } from '../routing.ts';
import type { Finding, Look, LookAsked, LookRule, Purpose, System } from './words.ts';

/** What a purpose is called in the rules. */
const PURPOSE_IN_RULES: Readonly<Record<Purpose, string>> = { 'find-out-who': 'identify-culprit', disciplinary: 'disciplinary', safety: 'safety' };
/** What set a look off, whatever the case is: somebody asked, and something is suspected. */
const ALWAYS = ['request', 'suspicion'];
/** What a "watch" rule calls the record of a system. */
const WATCHED: Readonly<Record<System, readonly string[]>> = {
  countersign: ['activity-log', 'all'], 'web-filter': ['internet', 'all'], mail: ['email', 'all'], network: ['activity-log', 'school-devices', 'all'], cctv: ['all'], 'learning-platform': ['activity-log', 'all'],
};
/** Who agrees where no rule names anybody. */
const HEAD: readonly string[] = ['head'];

export interface RuleAsk {
  readonly rulebook: Rulebook;
  readonly system: System;
  readonly purpose: Purpose;
  /** What the case is known to be: `bullying-allegation`, `breach`. */
  readonly triggers: readonly string[];
  readonly today: string;
}

/** Whether a rule speaks of such a look: every one of its tests is about why it is done, and is met. */
function speaks(rule: BoundRule, { purpose, triggers, today }: RuleAsk): boolean {
  if ((rule.from ?? '') > today || (rule.until !== undefined && rule.until < today)) return false;
  const known: Readonly<Record<string, readonly string[]>> = { purpose: [PURPOSE_IN_RULES[purpose]], trigger: [...ALWAYS, ...triggers] };
  return rule.when.every(test => test.operator === '=' && test.values.some(value => known[test.fact]?.includes(value)));
}

const authorityOf = (rule: BoundRule | undefined, rulebook: Rulebook): string[] => (rule?.attributes['authority'] ?? '').split(/[\s|+]+/).filter(Boolean).map(office => realOffice(office, rulebook));

/**
 * What the rules say of a look. A rule that lets offices read the log (a line manager, the head) lets them agree to it; where
 * a clause names an authority over that record, the authority agrees and those who keep the record read; where nothing is
 * said, the head agrees.
 */
export function lookRule(ask: RuleAsk): LookRule {
  const { rulebook, system } = ask;
  const may = rulebook.rules.filter(rule => rule.verb === 'may' && rule.subject === 'view-activity-log' && speaks(rule, ask))
    .sort((one, other) => other.when.length - one.when.length)[0];
  const watches = rulebook.rules.filter(rule => rule.verb === 'watch' && speaks(rule, ask));
  const beside = may && watches.find(rule => rule.clauseId === may.clauseId);
  const over = beside ?? watches.filter(rule => WATCHED[system].some(name => rule.subject.split('|').includes(name))).sort((one, other) => other.when.length - one.when.length)[0];
  if (!may) return { clause: over?.clauseId ?? null, agree: orHead(authorityOf(over, rulebook)), read: { offices: [], kinds: [] } };
  const named = may.who.kinds.map(name => realOffice(name, rulebook));
  const [offices, kinds] = [named.filter(name => rulebook.vocabulary.offices.has(name)), named.filter(name => !rulebook.vocabulary.offices.has(name))];
  const keepers = (beside?.offices ?? []).flat().map(office => realOffice(office, rulebook));
  return { clause: may.clauseId, agree: beside ? orHead(authorityOf(beside, rulebook)) : offices.length > 0 ? [...new Set(offices)] : orHead(authorityOf(over, rulebook)), read: { offices: [...new Set([...offices, ...keepers])], kinds } };
}

const orHead = (offices: readonly string[]): readonly string[] => (offices.length > 0 ? [...new Set(offices)] : HEAD);

type Standing = Pick<RouteAsk, 'holders' | 'settings'>;

/** The offices that may agree, any one of them: never one that the asker, whoever is looked at or anybody the case is about holds; then whoever comes next. */
export const agreersFor = (rule: Pick<LookRule, 'agree'>, of: Standing & { readonly asker: string; readonly about: readonly string[] }): string[] =>
  [...new Set(rule.agree.flatMap(office => standingFor(office, { ...of, about: [...of.about, of.asker] })?.office ?? []))];

/** The offices whose holders may read, where the rules name any; next comes whoever stands in for one concerned. */
export const readingOffices = (rule: Pick<LookRule, 'read'>, of: Standing & { readonly about: readonly string[] }): string[] =>
  [...new Set(rule.read.offices.flatMap(office => standingFor(office, of)?.office ?? []))];

/** In which office somebody may agree or refuse: not whoever asked, and nobody it is about. Null where it is not theirs. */
export function agreesAs(look: Pick<Look, 'state' | 'offices' | 'askedBy' | 'personKey' | 'aboutKeys'>, reader: { readonly person: string | null; readonly offices: readonly string[] }, keyOf: (id: string) => string): string | null {
  if (reader.person === null || look.state !== 'asked' || look.askedBy === reader.person || isOver(look, keyOf(reader.person))) return null;
  return look.offices.find(office => reader.offices.includes(office)) ?? null;
}

/** Whether a look is about somebody, or its case is: they never meet anything of it. */
export const isOver = (look: Pick<Look, 'personKey' | 'aboutKeys'>, key: string): boolean => look.personKey === key || look.aboutKeys.includes(key);

/** Whether somebody may read the record now: the one person who was named, until the last day, while the case is open. */
export const mayReadLog = (look: Pick<Look, 'state' | 'reader' | 'openUntil' | 'closed' | 'personKey' | 'aboutKeys'>, of: { readonly person: string; readonly key: string; readonly today: string }): boolean =>
  look.state === 'agreed' && look.reader === of.person && !look.closed && look.openUntil !== null && of.today <= look.openUntil && !isOver(look, of.key);

/** Whether whoever was looked at is to be told now: the case is closed, nothing speaks against it, and no hold stands. */
export const tellsNow = (look: Pick<Look, 'state' | 'personKey' | 'closed' | 'toldOn' | 'quiet'>, of: { readonly setting: boolean; readonly held: boolean }): boolean =>
  of.setting && !of.held && look.closed && look.personKey !== null && look.toldOn === null && !look.quiet && (look.state === 'agreed' || look.state === 'done');

/** Whether a finding is forgotten on a day: something was found, nobody used it, and no hold stands. */
export const forgetsOn = (finding: Pick<Finding, 'found' | 'usedAt' | 'forgottenOn' | 'expiresOn'>, of: { readonly today: string; readonly held: boolean }): boolean =>
  !of.held && finding.found && finding.usedAt === null && finding.forgottenOn === null && finding.expiresOn !== null && finding.expiresOn <= of.today;

/** A year: nobody reads further back than rules keep logs. */
const MOST_DAYS = 366;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** What has to be mended in what is asked for: field → sentence. */
export function faultsIn(ask: LookAsked, of: { readonly today: string; readonly people: readonly string[] }): Record<string, string> {
  return {
    ...(ask.person !== null && !of.people.includes(ask.person) ? { person: 'Choose whose activity it is' } : {}),
    ...(ask.person === null && ask.system === 'countersign' ? { person: 'Countersign shows what one person did. Say whose activity it is' } : {}),
    ...(ask.to < ask.from ? { to: 'The last day comes after the first' } : {}),
    ...(ask.to > of.today ? { to: 'Give today or an earlier day' } : {}),
    ...(dayNumber(ask.to) - dayNumber(ask.from) >= MOST_DAYS ? { from: 'Ask for a year at most. Fewer days are better' } : {}),
  };
}
