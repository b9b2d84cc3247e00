/** The addresses of legal steps and holds. Each looks first for whom it is there; anybody else, and whoever the case is about, finds nothing. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { either, get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { cite, clauseHref } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { casePage, hereOf, openCase, type Errors } from '../case/open-case.ts';
import { deals, type CaseView } from '../case/reads.ts';
import { settingsNow } from '../deeds/route.ts';
import type { Doing, Panels } from '../words.ts';
import { liftingOffices, mayGoToLaw } from './decisions.ts';
import { askToLift, goToLaw, keepHold, liftHold, reviewHold } from './deeds.ts';
import { legalForm, liftForm, reviewForm, secondForm, type LegalGiven, type ReviewGiven, type SecondGiven } from './forms.ts';
import { holdColumns, holdFields, HoldPage, HoldPanel, HoldsPage, LegalPage, type Cited } from './pages.tsx';
import { decidersOf, holdsIn, listed, openHold, type HoldLine, type HoldView } from './reads.ts';

/** The list: for whoever keeps it, and for those who may be asked to be the second. */
export const LISTERS: Who = offices('dpo', 'data-protection-lead', 'head', 'chair-of-governors', 'deputy-head', 'deputy-head-academic', 'dsl', 'board-of-trustees');
/** One hold: those, and whoever deals with its case. */
const HOLDERS: Who = either(LISTERS, kinds('staff', 'governor', 'trustee'));
const secret = { 'cache-control': 'no-store' };
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
const holdHere = (asked: Asked<unknown>): string => `${baseOf(asked)}/legal-holds/${asked.params['hold'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['Legal holds', `${baseOf(asked)}/legal-holds`]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const legalNav: readonly NavEntry[] = [
  { text: 'Legal holds', path: '/legal-holds', who: LISTERS, order: 90, under: 'school', says: 'Cases of which nothing is erased because the school goes to law: since when, by whom, and when each is looked at again.' },
];

/** 55: going to law. Those with whom parts were shared see none of it. */
export const legalPanels: Panels = async (asked, opened, { vocabulary }) => {
  if (!opened.whole || !deals(asked, opened)) return [];
  const holds = await asked.read(tx => holdsIn(tx, opened.lock, opened.concern.id));
  // Why: going to law is for what is serious; elsewhere there is nothing to say of it.
  if (holds.length === 0 && !mayGoToLaw(opened.concern.severity)) return [];
  return [{ order: 55, body: <HoldPanel holds={holds} here={`${baseOf(asked)}/concerns/${opened.concern.id}`} base={baseOf(asked)} works={opened.concern.state !== 'closed'} serious={mayGoToLaw(opened.concern.severity)} vocabulary={vocabulary} today={asked.today} /> }];
};

export const legalRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/legal', { who: SIGNED_IN, page: asked => showLegal(asked, shared, null, {}) }),
  post('/:school/concerns/:concern/legal', { who: SIGNED_IN, form: legalForm, deed: asked => doLegal(asked, shared), again: (asked, { errors, raw }) => showLegal(asked, shared, raw, errors) }),
  ...registerRoutes(list(shared)),
  get('/:school/legal-holds/:hold', { who: HOLDERS, page: asked => showHold(asked, shared, {}, {}) }),
  post('/:school/legal-holds/:hold/review', { who: HOLDERS, form: reviewForm, deed: asked => review(asked, shared), again: (asked, { errors, raw }) => showHold(asked, shared, raw, errors, tends) }),
  post('/:school/legal-holds/:hold/lift', { who: HOLDERS, form: liftForm, deed: asked => askLift(asked, shared), again: (asked, { errors, raw }) => showHold(asked, shared, raw, errors, mayAsk) }),
  post('/:school/legal-holds/:hold/lift/second', { who: HOLDERS, form: secondForm, deed: asked => second(asked, shared), again: (asked, { errors, raw }) => showHold(asked, shared, raw, errors, view => view.liftsAs !== null) }),
];

const list = (shared: Shared): Register<HoldLine> => ({
  path: '/legal-holds', who: LISTERS, file: 'legal-holds', fields: holdFields,
  find: async (asked, { chosen, search, limit, offset }) => {
    const asking = await askingOf(asked, shared);
    const state = chosen['state'] === 'stands' || chosen['state'] === 'lifted' ? chosen['state'] : null;
    return asked.read(tx => listed(tx, asking, { state, search, limit, offset }));
  },
  columns: asked => holdColumns({ base: `${baseOf(asked)}/legal-holds`, today: asked.today, vocabulary: shared.vocabulary }),
  page: (_asked, found) => page('Legal holds', <HoldsPage list={found} />, { look: 'wide', headers: secret }),
});

/** The case, where somebody who deals with it may write down that the school goes to law: it is serious, and no hold stands. */
async function lawful(asked: Asked<unknown>, shared: Shared): Promise<CaseView | null> {
  const view = await openCase(asked, shared);
  if (!view?.works || !mayGoToLaw(view.opened.concern.severity)) return null;
  const holds = await asked.read(tx => holdsIn(tx, view.opened.lock, view.opened.concern.id));
  return holds.some(({ hold }) => hold.liftedAt === null) ? null : view;
}

async function showLegal(asked: Asked<Body>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const view = await lawful(asked, shared);
  if (!view) return NOT_FOUND;
  const asking = await askingOf(asked, shared);
  const { clause, deciders, reviewOn } = await asked.read(async tx => ({ ...await decidersOf(tx, asking, view.opened), reviewOn: addDays(asked.today, (await settingsNow(tx, asked.today)).holdReviewDays) }));
  const known = clause === null ? undefined : view.rulebook.clauses.get(clause as ClauseId);
  const cited: Cited | null = known ? { cite: cite(view.rulebook, clause as ClauseId), href: clauseHref(clause as ClauseId), words: known.text } : null;
  return casePage(asked, view, 'The school goes to law', <LegalPage deciders={deciders} cited={cited} action={`${hereOf(asked)}/legal`} back={hereOf(asked)} raw={raw ?? { reviewOn }} errors={errors} vocabulary={shared.vocabulary} />, errors);
}

async function doLegal(asked: Asked<LegalGiven>, shared: Shared): Promise<Reply> {
  const view = await lawful(asked, shared);
  if (!view) return NOT_FOUND;
  const { form } = asked;
  const again = (errors: Errors) => showLegal(asked as unknown as Asked<Body>, shared, { ...form }, errors);
  if (form.reviewOn <= asked.today) return again({ reviewOn: 'Give a day to come' });
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const { clause, deciders } = await asked.read(tx => decidersOf(tx, asking, view.opened));
  const decider = deciders.find(one => `${one.office} ${one.person}` === form.decider);
  if (!decider) return again({ decider: 'Say who decided' });
  const done = await asked.change(tx => goToLaw(tx, doing, { concern: view.opened.concern.id, step: { decidedBy: decider.person, decidedOffice: decider.office, clause, reasons: form.reasons, reviewOn: form.reviewOn } }));
  return done ? goTo(hereOf(asked), 'Written down. Nothing of this case is erased from now on.') : NOT_FOUND;
}

async function showHold(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors, may: (view: HoldView) => boolean = () => true): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const view = await asked.change(tx => openHold(tx, asking, asked.params['hold'] ?? ''));
  if (!view || !may(view)) return NOT_FOUND;
  return page('Legal hold', <HoldPage view={view} here={holdHere(asked)} base={baseOf(asked)} vocabulary={shared.vocabulary} today={asked.today} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), headers: secret });
}

const tends = (view: HoldView): boolean => view.tends && view.hold.liftedAt === null;
const mayAsk = (view: HoldView): boolean => tends(view) && view.hold.liftAt === null;

/** Opens the hold for a change, and does it where this reader may; false where they may not. */
async function change(asked: Asked<unknown>, shared: Shared, may: (view: HoldView) => boolean, work: (tx: Tx, doing: Doing, view: HoldView) => Promise<unknown>): Promise<boolean> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  return asked.change(async tx => {
    const view = await openHold(tx, asking, asked.params['hold'] ?? '');
    if (!view || !may(view)) return false;
    await work(tx, doing, view);
    return true;
  });
}

async function review(asked: Asked<ReviewGiven>, shared: Shared): Promise<Reply> {
  if (asked.form.reviewOn <= asked.today) return showHold(asked as unknown as Asked<Body>, shared, { ...asked.form }, { reviewOn: 'Give a day to come' }, tends);
  const done = await change(asked, shared, tends, (tx, doing, { hold }) => reviewHold(tx, doing, { hold, ...asked.form }));
  return done ? goTo(holdHere(asked), 'Noted. It stays until it is looked at next.') : NOT_FOUND;
}

async function askLift(asked: Asked<{ lifting: string }>, shared: Shared): Promise<Reply> {
  const done = await change(asked, shared, mayAsk, (tx, doing, { hold }) => askToLift(tx, doing, { hold, office: liftingOffices(asked.reader.offices)[0] ?? asked.reader.offices[0] ?? null, reasons: asked.form.lifting }));
  return done ? goTo(holdHere(asked), 'A second office is asked.') : NOT_FOUND;
}

async function second(asked: Asked<SecondGiven>, shared: Shared): Promise<Reply> {
  const { says, why } = asked.form;
  const done = await change(asked, shared, view => view.liftsAs !== null, (tx, doing, { hold, liftsAs }) => (says === 'lift' ? liftHold(tx, doing, { hold, office: liftsAs! }) : keepHold(tx, doing, { hold, reasons: why })));
  if (!done) return NOT_FOUND;
  return goTo(`${baseOf(asked)}/legal-holds`, says === 'lift' ? 'It is lifted.' : 'It stays.');
}
