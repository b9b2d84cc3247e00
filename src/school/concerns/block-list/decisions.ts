/** Which address it is, who decides about it and who sees it. Pure. */
import type { Rulebook } from '../../../rulebook/index.ts';
import type { ReaderOf } from '../words.ts';
import type { Site } from './words.ts';

const REPORT = 'report-unsuitable-site';
const MOST = 300;

/** Those who look after the filter by hand, and those who watch over what pupils meet: they see the list. */
export const HANDS: readonly string[] = ['it-support', 'network-manager', 'ict-lead', 'helpdesk', 'system-manager'];
const WATCH: readonly string[] = ['online-safety-officer', 'dsl', 'head', 'deputy-head'];
export const LISTERS: readonly string[] = [...HANDS, ...WATCH];

/** The address as it stands on the list: host and path. What somebody searched for is left out. Null where it is none, or names an account. */
export function addressOf(written: string): string | null {
  const text = written.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(whole)) return null;
  const { protocol, hostname, pathname, username } = new URL(whole);
  if (username !== '' || !/^https?:$/.test(protocol) || !/^[^.]+(\.[^.]+)+$/.test(hostname)) return null;
  const address = `${hostname}${pathname.replace(/\/+$/, '')}`;
  return address.length > MOST ? null : address;
}

/** The offices that the "block" rules name; else those that look after the rules of the filter or of telling; else the head. */
export function deciding(rulebook: Rulebook, on: string): { readonly offices: readonly string[]; readonly clause: string | null } {
  const rules = rulebook.rules.filter(rule => (rule.verb === 'block' || (rule.verb === 'tell' && rule.subject === REPORT)) && (rule.from === undefined || rule.from <= on) && (rule.until === undefined || on <= rule.until));
  const naming = rules.filter(rule => rule.verb === 'block' && rule.offices.length > 0);
  if (naming.length > 0) return { offices: [...new Set(naming.flatMap(rule => rule.offices.flat()).map(office => ofSchool(rulebook, office)))], clause: naming[0]!.clauseId };
  const owners = rules.flatMap(rule => rulebook.clauses.get(rule.clauseId)?.policy.front.owner ?? []).map(office => ofSchool(rulebook, office));
  return { offices: owners.length > 0 ? [...new Set(owners)] : ['head'], clause: rules[0]?.clauseId ?? null };
}

function ofSchool({ school }: Rulebook, office: string): string {
  const real = school.offices[office];
  return (office === 'unassigned' || office === 'school') && real?.startsWith('office:') ? real.slice('office:'.length) : office;
}

/** Of the offices that decide, those that somebody holds who may know of it; else the next in the school's list. */
export function freeOffices(of: { readonly offices: readonly string[]; readonly next: readonly string[]; readonly holders: ReadonlyMap<string, readonly string[]>; readonly mayKnow: (person: string) => boolean }): readonly string[] {
  const free = (office: string): boolean => (of.holders.get(office) ?? []).some(of.mayKnow);
  const named = of.offices.filter(free);
  if (named.length > 0) return named;
  const next = of.next.find(free);
  return next === undefined ? of.offices : [next];
}

type KeyOf = (id: string) => string;

const mayKnow = (site: Pick<Site, 'keptFrom'>, reader: ReaderOf, keyOf: KeyOf): boolean => reader.person !== null && !site.keptFrom.includes(keyOf(reader.person));

export const seesList = (offices: readonly string[]): boolean => offices.some(office => LISTERS.includes(office));

export const seesSite = (site: Pick<Site, 'keptFrom' | 'offices'>, reader: ReaderOf, keyOf: KeyOf): boolean =>
  mayKnow(site, reader, keyOf) && (seesList(reader.offices) || reader.offices.some(office => site.offices.includes(office)));

/** The office by which a reader decides about an address; null where they do not. */
export const decidesAs = (site: Pick<Site, 'keptFrom' | 'offices'>, reader: ReaderOf, keyOf: KeyOf): string | null =>
  (mayKnow(site, reader, keyOf) ? reader.offices.find(office => site.offices.includes(office)) ?? null : null);

/** The office by which a reader says that the filter was set; null where they do not. */
export const carriesOutAs = (site: Pick<Site, 'keptFrom' | 'offices'>, reader: ReaderOf, keyOf: KeyOf): string | null =>
  (mayKnow(site, reader, keyOf) ? reader.offices.find(office => HANDS.includes(office) || site.offices.includes(office)) ?? null : null);
