/** What the pages of applications ask for. */
import type { School, Tx } from '../../platform/database/index.ts';
import { addMonths } from '../../platform/days.ts';
import type { Reader } from '../../platform/web/index.ts';
import type { Rulebook, Vocabulary } from '../../rulebook/index.ts';
import type { AppNamed, Questions } from '../answers.ts';
import type { Shared } from '../feature.ts';
import { findPerson, listGuardians, listHolders, listPeople, namesOf, widened, fullName } from '../people/index.ts';
import { cite, clauseHref, listed, rulesInForce } from '../policies/index.ts';
import { inOrder, keepingOf, namedByRules, standingOf } from './decisions.ts';
import { namesIn, type Name } from './naming.ts';
import * as store from './store.ts';
import type { App, AppTurn, AppUser, Keeping, NamedByRules, Somebody, Standing } from './words.ts';

export { exportApps, findApp, findByName, listApps } from './store.ts';

/** Until the head says otherwise, the keeper is reminded so many days before a review. */
export const REMIND_DAYS = 14;
const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, year: 12 };

export interface Place { readonly school: School; readonly vocabulary: Vocabulary; readonly today: string }

export interface Ground {
  readonly rulebook: Rulebook;
  readonly keeping: Keeping;
  /** Names of who holds the keeper's office. */
  readonly keepers: readonly { readonly person: string; readonly name: string }[];
  /** The review day of something decided today, by the rhythm of the policy that speaks of it; empty where none does. */
  readonly reviewFrom: string;
}

/** What every page stands on: the rules, who keeps the register, and how often it is looked at. */
export async function groundOf(tx: Tx, place: Place): Promise<Ground> {
  const { rulebook } = await rulesInForce(tx, place);
  const keeping = keepingOf(rulebook, await store.settingOn(tx, place.today), REMIND_DAYS);
  const keepers = (await listHolders(tx, place.today)).filter(one => one.office === keeping.office).map(({ person, name }) => ({ person, name }));
  return { rulebook, keeping, keepers, reviewFrom: reviewFrom(rulebook, place.today) };
}

/** "1 year" of the policy whose rule speaks of applications first. */
function reviewFrom(rulebook: Rulebook, today: string): string {
  const rule = rulebook.rules.find(one => one.subject === 'use-app') ?? rulebook.rules.find(one => one.subject === 'import-pupil-data-to-app');
  const every = rule && rulebook.clauses.get(rule.clauseId)?.policy.front.review?.every;
  const [, count, unit = ''] = /^(\d+) (month|year)s?$/.exec(every ?? '') ?? [];
  return count === undefined ? '' : addMonths(today, Number(count) * MONTHS_IN[unit]!);
}

export interface Cited { readonly cite: string; readonly href: string }
export const citesOf = (rulebook: Rulebook, clauses: readonly string[]): Cited[] => clauses.filter(id => rulebook.clauses.has(id as never)).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) }));

/** A line of the register. */
export interface AppRow { readonly app: App; readonly decidedBy: string; readonly overdue: boolean }

/** The register in its order, and what the rules name that nobody has decided about. */
export async function registerOf(tx: Tx, rulebook: Rulebook, today: string): Promise<{ rows: AppRow[]; open: NamedByRules[] }> {
  const apps = inOrder(await store.listApps(tx), today);
  const names = await namesOf(tx, [...new Set(apps.flatMap(app => app.decidedBy ?? []))]);
  const there = new Set(apps.flatMap(app => [app.ruleName ?? '', app.name.toLowerCase()]));
  return {
    rows: apps.map(app => ({ app, decidedBy: app.decidedBy === null ? '' : names.get(app.decidedBy) ?? '', overdue: app.state === 'listed' && app.reviewOn !== null && app.reviewOn < today })),
    open: namedByRules(rulebook).filter(one => !there.has(one.ruleName) && !there.has(one.name.toLowerCase())),
  };
}

export interface UserRow extends AppUser { readonly name: string }
export interface TurnRow extends AppTurn { readonly name: string }

/** One application with the people named for it and its history, newest first. */
export interface AppView { readonly app: App; readonly decidedBy: string; readonly users: readonly UserRow[]; readonly turns: readonly TurnRow[]; readonly allTurns: number }

export async function appView(tx: Tx, app: App, part: { readonly limit: number; readonly offset: number }): Promise<AppView> {
  const [users, turns] = [await store.listUsers(tx, app.id), await store.listTurns(tx, app.id, part)];
  const names = await namesOf(tx, [...new Set([...users.map(user => user.person), ...turns.flatMap(turn => turn.by ?? []), ...(app.decidedBy === null ? [] : [app.decidedBy])])]);
  return {
    app, decidedBy: app.decidedBy === null ? '' : names.get(app.decidedBy) ?? '', allTurns: await store.countTurns(tx, app.id),
    users: users.map(user => ({ ...user, name: names.get(user.person) ?? '' })), turns: turns.map(turn => ({ ...turn, name: turn.by === null ? '' : names.get(turn.by) ?? '' })),
  };
}

const MOST_STAFF = 500;

/** The adults who can be named for an application: staff, governors, volunteers. */
export async function nameable(tx: Tx, { today, vocabulary }: Place): Promise<{ id: string; name: string }[]> {
  const kinds = [...vocabulary.kinds.values()].filter(kind => ['staff', 'governor', 'trustee', 'volunteer'].some(wide => kind.name === wide || kind.within.includes(wide))).map(kind => kind.name);
  return (await listPeople(tx, { day: today, kinds, limit: MOST_STAFF })).map(one => ({ id: one.id, name: fullName(one) }));
}

/** Somebody as the register looks at them. */
async function somebodyOf(tx: Tx, { person, kinds }: { readonly person: string; readonly kinds: readonly string[] }, today: string): Promise<Somebody> {
  return { person, kinds, year: kinds.includes('pupil') ? (await findPerson(tx, person, today))?.place?.yearGroup ?? null : null };
}

/** What is open to a reader, and to each child of a parent. */
export interface Mine { readonly child: string; readonly apps: readonly { readonly app: App; readonly standing: Standing }[] }

const MOST_CHILDREN = 12;
const SHOWN: ReadonlySet<Standing> = new Set(['for-you', 'review-overdue']);

export async function mineOf(tx: Tx, of: { readonly reader: Reader; readonly vocabulary: Vocabulary; readonly today: string }): Promise<Mine[]> {
  const { reader, today } = of;
  const me = await somebodyOf(tx, { person: reader.person!, kinds: reader.kinds }, today);
  const ties = reader.kinds.includes('parent') ? (await listGuardians(tx, { parents: [reader.person!], day: today })).filter(tie => tie.parentId === reader.person && !tie.noContact).slice(0, MOST_CHILDREN) : [];
  const children = ties.length === 0 ? [] : await listPeople(tx, { day: today, ids: ties.map(tie => tie.childId), limit: MOST_CHILDREN });
  const apps = await store.listApps(tx);
  const users = await store.usersOf(tx, [reader.person!, ...children.map(child => child.id)]);
  const openTo = (somebody: Somebody) => apps.map(app => ({ app, standing: standingOf(app, { somebody, users: users.filter(user => user.app === app.id), today }) }))
    .filter(({ app, standing }) => SHOWN.has(standing) && (standing === 'for-you' || standingOf({ ...app, reviewOn: today }, { somebody, users: users.filter(user => user.app === app.id), today }) === 'for-you'));
  return [{ child: '', apps: openTo(me) }, ...children.map(child => ({ child: fullName(child), apps: openTo({ person: child.id, kinds: widened(child.kinds, of.vocabulary), year: child.place?.yearGroup ?? null }) }))];
}

/** Applications that a reader had by name and that were withdrawn since a day. */
export const withdrawnFor = store.withdrawnFor;

/** Answers "which applications does this question name, and how do they stand for whoever asks?". Wired in app.ts. */
export const appsNamed = ({ boxWords, vocabulary }: Shared): Questions['appsNamed'] => async (tx, ask) => {
  const apps = await store.listApps(tx);
  const names = apps.flatMap((app): Name[] => [app.name, ...app.otherNames].map(name => ({ app: app.id, name, byRules: app.ruleName !== null })));
  const known = boxWords.known();
  const ordinary = (word: string): boolean => [word, word.replace(/s$/, '')].some(one => known.get(`${one.length}${one[0] ?? ''}`)?.has(one));
  const found = namesIn(ask.question, names, ordinary);
  const somebody = await somebodyOf(tx, ask, ask.today);
  const users = await store.usersOf(tx, [ask.person]);
  const named = found.named.map(id => apps.find(app => app.id === id)!);
  const shown = (app: App): AppNamed => {
    const standing = standingOf(app, { somebody, users: users.filter(user => user.app === app.id), today: ask.today });
    const opens = standing === 'for-you' || ['staff', 'governor', 'trustee'].some(kind => ask.kinds.includes(kind));
    return {
      name: app.name, href: opens ? `/${ask.school.slug}/apps/${app.id}` : null, standing, purpose: app.purpose, conditions: app.conditions, reviewOn: app.reviewOn,
      data: app.data, dataWords: listed(app.data.map(value => vocabulary.facts.get('data-kind')?.values.get(value)?.plain ?? value)),
    };
  };
  return {
    named: named.map(shown), byRules: new Map(apps.flatMap(app => (app.ruleName === null ? [] : [[app.ruleName, shown(app)]]))),
    asksToUse: found.asksToUse, app: named.find(app => app.ruleName !== null)?.ruleName ?? 'other', unlisted: found.unlisted, near: found.near,
  };
};
