/** Whom an application is open to, what the rules name, and who keeps the register. Pure. */
import type { Rulebook } from '../../rulebook/index.ts';
import type { App, AppGiven, AppUser, Changes, Keeping, NamedByRules, Somebody, Standing } from './words.ts';

/** Acts about which the register knows the fact `authorised`, or whose grants enter it, the most telling first. */
export const APP_ACTS = ['use-app', 'import-pupil-data-to-app', 'set-up-school-system'] as const;

/** Whether an entry of the people named one by one counts on a day. */
export const counts = (user: Pick<AppUser, 'from' | 'until' | 'endedOn'>, today: string): boolean => user.endedOn === null && user.from <= today && (user.until === null || user.until >= today);

/** Whether it is open to somebody's kinds; to a pupil only where their year is among the years, if years are named. */
export function isOpenTo(app: Pick<App, 'kinds' | 'years'>, { kinds, year }: Somebody): boolean {
  const met = app.kinds.filter(kind => kinds.includes(kind));
  if (met.length === 0) return false;
  return app.years.length === 0 || !kinds.includes('pupil') || (year !== null && app.years.includes(year));
}

/** How an application stands for somebody on a day. `users` are its entries for them. */
export function standingOf(app: Pick<App, 'state' | 'reviewOn' | 'kinds' | 'years'>, of: { readonly somebody: Somebody; readonly users: readonly AppUser[]; readonly today: string }): Standing {
  const named = of.users.some(user => user.person === of.somebody.person && counts(user, of.today));
  if (app.state === 'withdrawn') return 'withdrawn';
  if (app.state === 'proposed') return named ? 'for-you' : 'not-decided';
  if (app.reviewOn === null || app.reviewOn < of.today) return 'review-overdue';
  return named || isOpenTo(app, of.somebody) ? 'for-you' : 'not-for-you';
}

/** Applications whose names the rules carry as values that are no application. */
const NO_APP: ReadonlySet<string> = new Set(['other', 'none', 'on-site-app']);

/** The applications that rules of the school name, each with the clauses that do. */
export function namedByRules(rulebook: Pick<Rulebook, 'rules' | 'clauses' | 'vocabulary'>): NamedByRules[] {
  const known = rulebook.vocabulary.facts.get('app')?.values;
  const found = new Map<string, { clauses: Set<string>; headings: Set<string> }>();
  for (const rule of rulebook.rules) {
    const values = [...rule.when, ...rule.unless].filter(test => test.fact === 'app').flatMap(test => test.values).filter(value => !NO_APP.has(value));
    for (const value of values) {
      const entry = found.get(value) ?? { clauses: new Set(), headings: new Set() };
      entry.clauses.add(rule.clauseId);
      if (values.length === 1) entry.headings.add(rulebook.clauses.get(rule.clauseId)?.headings[0] ?? '');
      found.set(value, entry);
    }
  }
  return [...found].map(([ruleName, { clauses, headings }]) => ({ ruleName, name: known?.get(ruleName)?.plain ?? ruleName, otherNames: calledBy([...headings]), clauses: [...clauses] }));
}

/** "The learning platform" over every clause about one application is what the school calls it. */
const calledBy = (headings: readonly string[]): string[] => (headings.length === 1 && headings[0]!.startsWith('The ') ? [headings[0]!.slice('The '.length)] : []);

/** Who keeps the register: whom the head named, else the office that the rules let people ask, else the head. */
export function keepingOf(rulebook: Pick<Rulebook, 'rules' | 'school'>, said: { readonly office: string; readonly remindDays: number } | null, remindDays: number): Keeping {
  if (said) return { office: said.office, from: 'said', remindDays: said.remindDays };
  const asked = APP_ACTS.slice(0, 2).flatMap(act => rulebook.rules.filter(rule => rule.verb === 'ask' && rule.subject === act)).map(rule => rule.offices[0]?.[0]).find(office => office !== undefined);
  const stands = asked === undefined ? undefined : rulebook.school.offices[asked];
  const office = stands?.startsWith('office:') ? stands.slice('office:'.length) : asked;
  if (office === undefined || office === 'unassigned' || office === 'school') return { office: 'head', from: 'nobody', remindDays };
  return { office, from: asked === 'unassigned' || asked === 'school' ? 'nobody' : 'rule', remindDays };
}

/** Whether a reader keeps the register. The head always may. */
export const keeps = (reader: { readonly offices: readonly string[] }, { office }: Keeping): boolean => reader.offices.includes(office) || reader.offices.includes('head');

const FIELDS = ['name', 'otherNames', 'address', 'purpose', 'kinds', 'years', 'data', 'conditions', 'note', 'reviewOn'] as const;

/** What a change changes, field by field. */
export function changesIn(before: AppGiven, after: AppGiven): Changes {
  const text = (value: AppGiven[(typeof FIELDS)[number]]): string => (value === null ? '' : typeof value === 'string' ? value : value.join('; '));
  return Object.fromEntries(FIELDS.flatMap(field => (text(before[field]) === text(after[field]) ? [] : [[field, [text(before[field]), text(after[field])] as const]])));
}

/** The order of the register: what is past its review, then what waits for a decision, then by name. */
export function inOrder(apps: readonly App[], today: string): App[] {
  const rank = (app: App): number => (app.state === 'listed' && app.reviewOn !== null && app.reviewOn < today ? 0 : app.state === 'proposed' ? 1 : app.state === 'listed' ? 2 : 3);
  return [...apps].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-GB'));
}
