/** The addresses of the block list. Whoever may not see an address, and whoever the concern behind it is about, finds nothing. */
import { get, goTo, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { hereOf, openCase } from '../case/open-case.ts';
import { deals } from '../case/reads.ts';
import { triggerOf } from '../kinds.ts';
import type { Entry, Opened, Panels, ToldWords } from '../words.ts';
import { addressOf, LISTERS, seesList } from './decisions.ts';
import { proposeSite, turnSite } from './deeds.ts';
import { decideForm, doneForm, proposeForm, type DecideGiven } from './forms.ts';
import { ProposePage, siteColumns, siteFields, SitePage, SitePanel, SitesPage } from './pages.tsx';
import { listed, proposedFrom, siteFor, waiting, type SiteLine } from './reads.ts';
import type { SiteOrder } from './store.ts';
import { SITE_STATES, type SiteGiven } from './words.ts';

const secret = { 'cache-control': 'no-store' };
const [FIRST = '', ...MORE] = LISTERS;
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/block-list`;
const trailOf = (asked: Asked<unknown>) => [['Proposed for the block list', baseOf(asked)]] as const;
const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const siteNav: readonly NavEntry[] = [
  { text: 'Proposed for the block list', path: '/block-list', who: offices(FIRST, ...MORE), order: 87, under: 'school', says: 'Web addresses that somebody wants blocked: why, from which day, and what was decided.' },
];

export const siteRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(list(shared)),
  get('/:school/block-list/new', { who: SIGNED_IN, page: asked => showNew(asked, { why: 'not-for-pupils', fromDay: asked.today }, {}) }),
  post('/:school/block-list/new', { who: SIGNED_IN, form: proposeForm, deed: asked => propose(asked, shared), again: (asked, { raw, errors }) => showNew(asked, raw, errors) }),
  get('/:school/block-list/:site', { who: SIGNED_IN, page: asked => showSite(asked, shared, {}, {}) }),
  post('/:school/block-list/:site/decide', { who: SIGNED_IN, form: decideForm, deed: asked => decide(asked, shared), again: (asked, { raw, errors }) => showSite(asked, shared, raw, errors, true) }),
  post('/:school/block-list/:site/done', { who: SIGNED_IN, form: doneForm, deed: asked => done(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/concerns/:concern/block', { who: SIGNED_IN, form: proposeForm, deed: asked => proposeFrom(asked, shared), again: (asked, { raw, errors }) => showAgain(asked, shared, raw, errors) }),
];

const list = (shared: Shared): Register<SiteLine> => ({
  path: '/block-list', who: SIGNED_IN, file: 'block-list', fields: siteFields, sorts: ['proposed', 'address', 'from'],
  find: async (asked, { chosen, search, sort, descending, limit, offset }) => {
    const asking = await askingOf(asked, shared);
    const state = SITE_STATES.find(one => one === chosen['state']) ?? null;
    return asked.read(async tx => {
      const found = await listed(tx, asking, { state, search, sort: (sort || 'proposed') as SiteOrder, descending: sort === 'proposed' ? !descending : descending, limit, offset });
      return seesList(asked.reader.offices) || (await waiting(tx, asking)).toDecide > 0 ? found : null;
    });
  },
  columns: asked => siteColumns(baseOf(asked)),
  page: (_asked, found) => page('Proposed for the block list', <SitesPage list={found} />, { look: 'wide', headers: secret }),
});


async function showNew(asked: Asked<Body>, raw: Body, errors: FieldErrors): Promise<Reply> {
  if (!seesList(asked.reader.offices)) return NOT_FOUND;
  return page('Propose an address', <ProposePage action={`${baseOf(asked)}/new`} back={{ href: baseOf(asked), text: 'Back to the list' }} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), headers: secret });
}

async function propose(asked: Asked<SiteGiven>, shared: Shared): Promise<Reply> {
  if (!seesList(asked.reader.offices)) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  const { id, stood } = await asked.change(tx => proposeSite(tx, doing, { given: asked.form, concern: null }));
  return goTo(`${baseOf(asked)}/${id}`, stood ? 'It stands on the list already.' : 'It is proposed. Whoever decides is told that something waits.');
}

async function showSite(asked: Asked<Body>, shared: Shared, raw: Body, errors: FieldErrors, deciders = false): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const found = await asked.read(async tx => {
    const view = await siteFor(tx, asking, asked.params['site'] ?? '');
    return view && (!deciders || view.decides !== null) ? { view, rulebook: (await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today })).rulebook } : null;
  });
  if (!found) return NOT_FOUND;
  const clause = found.view.site.clause as ClauseId | null;
  const cited = clause !== null && found.rulebook.clauses.has(clause) ? { cite: cite(found.rulebook, clause), href: clauseHref(clause) } : null;
  return page(found.view.site.address, <SitePage view={found.view} base={baseOf(asked)} cited={cited} vocabulary={shared.vocabulary} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), headers: secret });
}

async function decide(asked: Asked<DecideGiven>, shared: Shared): Promise<Reply> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const { says, fromDay, reason } = asked.form;
  const did = await asked.change(async tx => {
    const view = await siteFor(tx, asking, asked.params['site'] ?? '');
    return view !== null && view.decides !== null && turnSite(tx, doing, { site: view.site.id, turn: says, office: view.decides, reason, fromDay: says === 'block' ? fromDay : null });
  });
  return did ? goTo(`${baseOf(asked)}/${asked.params['site']}`, says === 'block' ? 'Decided: it is to be blocked. IT finds it on the list.' : 'Decided: it is not blocked.') : NOT_FOUND;
}

async function done(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const did = await asked.change(async tx => {
    const view = await siteFor(tx, asking, asked.params['site'] ?? '');
    return view !== null && view.carriesOut !== null && turnSite(tx, doing, { site: view.site.id, turn: 'done', office: view.carriesOut, reason: '', fromDay: null });
  });
  return did ? goTo(`${baseOf(asked)}/${asked.params['site']}`, 'Written down: the filter was set by hand.') : NOT_FOUND;
}

/** What the report said the address was; empty where it said none. */
function addressTold({ entries }: Opened): string {
  const told = entries.find(entry => entry.sort === 'report') as Entry<ToldWords> | undefined;
  const written = told?.words.facts['web-address'] ?? '';
  return addressOf(written) ?? written;
}

/** 42: the address of a site that is not fit for school. */
export const sitePanels: Panels = async (asked, opened, shared) => {
  const told = addressTold(opened);
  if (!opened.whole || !deals(asked, opened) || (told === '' && triggerOf(opened.concern.kind) !== 'unsuitable-content')) return [];
  const asking = await askingOf(asked, shared);
  const proposed = await asked.read(tx => proposedFrom(tx, asking, opened));
  const raw = { address: told, why: 'not-for-pupils', fromDay: asked.today };
  return [{ order: 42, body: <SitePanel proposed={proposed} here={`/${asked.school.slug}/concerns/${opened.concern.id}`} base={baseOf(asked)} raw={raw} works={opened.concern.state !== 'closed'} /> }];
};

async function showAgain(asked: Asked<Body>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  return page('Propose an address', <ProposePage action={`${hereOf(asked)}/block`} back={{ href: hereOf(asked), text: 'Back to the concern' }} raw={raw} errors={errors} />, { status: 422, trail: [['Concerns', `/${asked.school.slug}/concerns`], [view.opened.concern.code, hereOf(asked)]], headers: secret });
}

async function proposeFrom(asked: Asked<SiteGiven>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => proposeSite(tx, doing, { given: asked.form, concern: view.opened.concern }));
  return goTo(hereOf(asked), 'It is proposed for the block list. Whoever told of it hears what IT decides.');
}
