/** The addresses of what groups may do. Who grants under a rule hangs on the rule, so the form looks itself. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { chosenFrom, registerPart } from '../register/reads.ts';
import { doingOf, lookingOf } from '../register/routes.tsx';
import type { Line, Sort } from '../register/words.ts';
import { SORTS } from '../register/words.ts';
import { actWords } from '../register/words-of.tsx';
import type { Holders, Situation } from '../words.ts';
import { lastDayOf, situationOf, type Grantable } from './decisions.ts';
import { grantStanding } from './deeds.ts';
import { standingForm, type StandingGiven } from './forms.ts';
import { ChooseRulePage, GrantPage, standingColumns, standingFields, StandingPage, type GrantView } from './pages.tsx';
import { choiceOf, forbiddenBy, forForm, grantableBy, nameOf, reviewed } from './reads.ts';

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/permissions`;
const trailOf = (asked: Asked<unknown>) => [['Permissions', baseOf(asked)], ['What groups may do', `${baseOf(asked)}/standing`]] as const;

const register = (shared: Shared): Register<Line> => ({
  path: '/permissions/standing', who: SIGNED_IN, file: 'what-groups-may-do', sorts: SORTS,
  fields: asked => asked.read(async tx => standingFields(shared.vocabulary, (await chosenFrom(tx, { all: true }, true)).acts)),
  find: (asked, { search, chosen, sort, descending, limit, offset }) => asked.read(tx => registerPart(tx, lookingOf(asked, shared), {
    search, state: chosen['state'] ?? '', act: chosen['act'] ?? '', office: '', holder: '', standing: true, sort: sort as Sort, descending, limit, offset,
  })),
  columns: asked => standingColumns(baseOf(asked), { vocabulary: shared.vocabulary, today: asked.today }),
  page: async (asked, list) => {
    const grants = (await asked.read(tx => grantableBy(tx, lookingOf(asked, shared)))).length > 0;
    return page('What groups may do', <StandingPage list={list} grants={grants} />, { look: 'wide', trail: [['Permissions', baseOf(asked)]] });
  },
});

export const standingRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  get('/:school/permissions/standing/new', { who: SIGNED_IN, page: asked => showNew(asked, shared) }),
  post('/:school/permissions/standing/new', { who: SIGNED_IN, form: standingForm, deed: asked => give(asked, shared), again: (asked, { errors, raw }) => showForm(asked, shared, { raw, errors }) }),
];

const grantables = (asked: Asked<unknown>, shared: Shared) => asked.read(tx => grantableBy(tx, lookingOf(asked, shared)));

/** First the rule, then its form; a review goes straight to the form of what it reviews. */
async function showNew(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const all = await grantables(asked, shared);
  if (all.length === 0) return NOT_FOUND;
  const { rule = '', follows = '', search = '' } = asked.query;
  if (rule || follows) return showForm(asked, shared, { raw: { rule, follows }, errors: {} });
  const rules = await asked.read(async tx => Promise.all(all.map(one => choiceOf(tx, lookingOf(asked, shared), one))));
  const fits = rules.filter(one => `${one.words} ${actWords(one.act, shared.vocabulary)}`.toLowerCase().includes(search.trim().toLowerCase()));
  return page('Grant for a group', <ChooseRulePage base={baseOf(asked)} rules={fits} search={search} vocabulary={shared.vocabulary} />, { trail: trailOf(asked) });
}

interface Chosen { readonly grantable: Grantable; readonly follows: Line | null }

/** The rule that a form or an address names, or that of what is reviewed; null where it is not this reader's. */
async function chosenIn(asked: Asked<unknown>, shared: Shared, { rule, follows }: { rule: string; follows: string }): Promise<Chosen | null> {
  const old = isId(follows) ? await asked.read(tx => reviewed(tx, lookingOf(asked, shared), follows)) : null;
  if (follows && !old) return null;
  const name = rule || (old ? `${old.clauses[0]} ${old.act}` : '');
  const grantable = (await grantables(asked, shared)).find(one => nameOf(one) === name);
  return grantable && (!old || old.act === grantable.rule.subject) ? { grantable, follows: old } : null;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

async function showForm(asked: Asked<Body>, shared: Shared, { raw, errors, forbidden = [] }: { raw: Body; errors: Readonly<Record<string, string>>; forbidden?: GrantView['forbidden'] }): Promise<Reply> {
  const found = await chosenIn(asked, shared, { rule: textIn(raw, 'rule'), follows: textIn(raw, 'follows') });
  if (!found) return NOT_FOUND;
  const { grantable, follows } = found;
  const [rule, offered] = await asked.read(async tx => [await choiceOf(tx, lookingOf(asked, shared), grantable), await forForm(tx, lookingOf(asked, shared), grantable)] as const);
  const fresh: Body = follows && raw['what'] === undefined
    ? { what: follows.what, reason: follows.reason, conditions: follows.conditions, kinds: [...follows.holders?.kinds ?? []], class: follows.holders?.class ?? '', trip: follows.holders?.trip ?? '', from: asked.today }
    : { from: asked.today, ...raw };
  const view: GrantView = {
    base: baseOf(asked), rule, ruleName: nameOf(grantable), vocabulary: shared.vocabulary, ...offered, facts: situationOf(grantable.rule), follows, forbidden, raw: fresh, errors,
    longest: lastDayOf(grantable.rule, asked.today, offered.longestDays),
  };
  return page('Grant for a group', <GrantPage {...view} />, { trail: trailOf(asked), status: Object.keys(errors).length + forbidden.length > 0 ? 422 : 200 });
}

/** Of the situation that the rule names, the values that were chosen; null where one fact is left with none. */
function chosenFacts(rule: Grantable['rule'], chosen: StandingGiven['facts']): Situation | null {
  const facts: Record<string, string | string[]> = {};
  for (const [fact, value] of Object.entries(situationOf(rule))) {
    const kept = typeof value === 'string' ? [value] : value.filter(one => chosen[fact]?.includes(one));
    if (kept.length === 0) return null;
    facts[fact] = kept.length === 1 ? kept[0]! : kept;
  }
  return facts;
}

const rawOf = ({ facts, ...given }: StandingGiven): Body => ({ ...given, class: given.class ?? '', trip: given.trip ?? '', follows: given.follows ?? '', ...Object.fromEntries(Object.entries(facts).map(([fact, values]) => [`fact.${fact}`, values])) });

async function give(asked: Asked<StandingGiven>, shared: Shared): Promise<Reply> {
  const given = asked.form;
  const found = await chosenIn(asked, shared, { rule: given.rule, follows: given.follows ?? '' });
  if (!found) return NOT_FOUND;
  const { grantable, follows } = found;
  const again = (errors: Readonly<Record<string, string>>, forbidden: GrantView['forbidden'] = []) => showForm(asked as unknown as Asked<Body>, shared, { raw: rawOf(given), errors, forbidden });
  const offered = await asked.read(tx => forForm(tx, lookingOf(asked, shared), grantable));
  const faults = faultsOf(given, { offered, today: asked.today, last: lastDayOf(grantable.rule, given.from, offered.longestDays) });
  const facts = chosenFacts(grantable.rule, given.facts);
  if (Object.keys(faults).length > 0 || facts === null) return again(facts === null ? { ...faults, what: 'Choose at least one answer of each question below' } : faults);
  const forbidden = await asked.read(tx => forbiddenBy(tx, lookingOf(asked, shared), { grantable, given, facts }));
  if (forbidden.length > 0) return again({}, forbidden);
  const holders: Holders = { kinds: given.kinds, ...(given.class ? { class: given.class } : {}), ...(given.trip ? { trip: given.trip } : {}) };
  const { what, reason, conditions, from, until } = given;
  await asked.change(tx => grantStanding(tx, doingOf(asked), { act: grantable.rule.subject, clause: grantable.rule.clauseId, offices: grantable.offices, holders, facts, what, reason, conditions, from, until, follows }));
  return goTo(`${baseOf(asked)}/standing`, 'Granted. They read it on their start page, and May I knows it.');
}

function faultsOf(given: StandingGiven, { offered, today, last }: { offered: Awaited<ReturnType<typeof forForm>>; today: string; last: string }): Record<string, string> {
  return {
    ...(given.kinds.every(kind => offered.kinds.includes(kind)) ? {} : { kinds: 'Choose groups from the list' }),
    ...(given.class === null || offered.classes.includes(given.class) ? {} : { class: 'Choose a class from the list' }),
    ...(given.trip === null || offered.trips.some(trip => trip.id === given.trip) ? {} : { trip: 'Choose a trip from the list' }),
    ...(given.from < today ? { from: 'Choose today or a later day' } : {}),
    ...(given.until > last ? { until: 'The rule or the school does not let it last so long. Choose an earlier day' } : {}),
  };
}
