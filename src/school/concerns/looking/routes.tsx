/** The addresses of looks. Each finds the look first, for whom it has a part; anybody else, and whoever it is about, finds nothing. */
import { SHUT } from '../../../platform/seal/index.ts';
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { capital, cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { casePage, hereOf, openCase, type Errors } from '../case/open-case.ts';
import { deals, readableByCode } from '../case/reads.ts';
import { kindsOf, kindWords } from '../kinds.ts';
import type { Panels } from '../words.ts';
import { faultsIn } from './decisions.ts';
import { agreeLook, askLook, keepQuiet, makeConcern, refuseLook, useInCase, withdrawLook } from './deeds.ts';
import { askForm, buttonForm, decideForm, quietForm, useForm, type DecideGiven, type UseGiven } from './forms.ts';
import { lookColumns, LookedAtPage, lookFields, LooksPage } from './list-pages.tsx';
import { baseOf, change, LOOKERS, lookHere, secret, statusOf, trailOf } from './open-look.ts';
import { LookPage, LooksPanel, NewPage, WhichPage } from './pages.tsx';
import { SYSTEM } from './phrases.ts';
import { readingRoutes } from './reading-routes.tsx';
import { caseFor, listed, looksIn, openLook, readersFor, ruleAndOffices, toldOf, type LookLine, type LookView } from './reads.ts';
import { LOOK_STATES, type LookAsked } from './words.ts';

export const lookNav: readonly NavEntry[] = [
  { text: 'Looking into logs', path: '/looks', who: LOOKERS, order: 88, under: 'school', says: 'What was asked to be looked into, who agreed, who reads, and what was found: as far as it is yours to see.' },
  { text: 'What the school looked at', path: '/looked-at', who: SIGNED_IN, order: 89, under: 'school', says: 'Whether the school read a log of what you did, when it tells you of it.' },
];

/** 45: looks into logs. Those with whom parts were shared see none of it. */
export const lookPanels: Panels = async (asked, opened) => {
  if (!opened.whole || !deals(asked, opened)) return [];
  const lines = await asked.read(tx => looksIn(tx, opened.lock, opened.concern.id));
  return [{ order: 45, body: <LooksPanel lines={lines} here={`${baseOf(asked)}/concerns/${opened.concern.id}`} base={baseOf(asked)} works={opened.concern.state !== 'closed'} /> }];
};

export const lookRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/looks/new', { who: SIGNED_IN, page: asked => showNew(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/looks/new', { who: SIGNED_IN, form: askForm, deed: asked => ask(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, raw, errors) }),
  ...registerRoutes(list(shared)),
  get('/:school/looks/new', { who: LOOKERS, page: asked => which(asked, shared) }),
  get('/:school/looks/:look', { who: LOOKERS, page: asked => showLook(asked, shared, {}, {}) }),
  post('/:school/looks/:look/decide', { who: LOOKERS, form: decideForm, deed: asked => decide(asked, shared), again: (asked, { errors, raw }) => showLook(asked, shared, raw, errors, view => view.part.agreesAs !== null) }),
  ...readingRoutes(shared),
  post('/:school/looks/:look/withdraw', { who: LOOKERS, form: buttonForm, deed: asked => withdraw(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/looks/:look/findings/:finding/use', { who: LOOKERS, form: useForm, deed: asked => use(asked, shared), again: (asked, { errors, raw }) => showLook(asked, shared, raw, errors, view => usable(asked, view) !== null) }),
  post('/:school/looks/:look/quiet', { who: LOOKERS, form: quietForm, deed: asked => quiet(asked, shared), again: (asked, { errors, raw }) => showLook(asked, shared, raw, errors, mayQuiet) }),
  get('/:school/looked-at', { who: SIGNED_IN, page: async asked => page('What the school looked at', <LookedAtPage lines={await asked.read(tx => toldOf(tx, { person: asked.reader.person!, today: asked.today }))} />, { headers: secret }) }),
];

const list = (shared: Shared): Register<LookLine> => ({
  path: '/looks', who: LOOKERS, file: 'looks', fields: lookFields,
  find: async (asked, { chosen, search, limit, offset }) => {
    const { lock, reader, now } = await askingOf(asked, shared);
    return asked.read(tx => listed(tx, { person: reader.person!, key: lock.keyOf(reader.person!), offices: reader.offices, now, state: LOOK_STATES.find(one => one === chosen['state']) ?? null, search, limit, offset }));
  },
  columns: asked => lookColumns(`${baseOf(asked)}/looks`),
  page: (_asked, found) => page('Looking into logs', <LooksPage list={found} />, { look: 'wide', headers: secret }),
});

/** From the list: the code of a concern leads to the form of its case. */
async function which(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const code = (asked.query['code'] ?? '').trim().toUpperCase().slice(0, 12);
  const { lock } = await askingOf(asked, shared);
  const concern = code === '' ? null : await asked.read(tx => readableByCode(tx, asked, lock, code));
  if (concern !== null) return goTo(`${baseOf(asked)}/concerns/${concern}/looks/new`);
  // Why one sentence for every fault: a code that is not theirs to read and one that does not exist look alike.
  const errors = code === '' ? {} : { code: 'You have no concern with this code' };
  return page('Ask to look into a log', <WhichPage action={`${baseOf(asked)}/looks/new`} back={`${baseOf(asked)}/looks`} code={code} errors={errors as Errors} />, { status: statusOf(errors as Errors), trail: trailOf(asked), headers: secret });
}

async function showNew(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const asking = await askingOf(asked, shared);
  const of = (await asked.read(tx => caseFor(tx, asking, view.opened.concern.id)))!;
  return casePage(asked, view, 'Ask to look into a log', <NewPage people={of.people.filter(one => one.id !== asked.reader.person)} action={`${hereOf(asked)}/looks/new`} back={hereOf(asked)} raw={raw} errors={errors} today={asked.today} />, errors);
}

async function ask(asked: Asked<LookAsked>, shared: Shared): Promise<Reply> {
  const view = await openCase(asked, shared);
  if (!view?.works) return NOT_FOUND;
  const { form } = asked;
  const again = (errors: Errors) => showNew(asked as unknown as Asked<Body>, shared, { ...form, person: form.person ?? 'nobody' }, errors);
  const asking = await askingOf(asked, shared);
  const { people, rule, offices } = await asked.read(async tx => {
    const of = (await caseFor(tx, asking, view.opened.concern.id))!;
    return { people: of.people.map(one => one.id).filter(id => id !== asked.reader.person), ...await ruleAndOffices(tx, asking, { case: of, system: form.system, purpose: form.purpose, person: form.person, asker: asked.reader.person! }) };
  });
  const faults = faultsIn(form, { today: asked.today, people });
  if (Object.keys(faults).length > 0) return again(faults);
  if (offices.length === 0) return again({ person: 'Nobody who may agree to this is free to do so. Name somebody to the office that is empty, or ask the chair of governors' });
  const doing = await doingOf(asked, shared);
  const id = await asked.change(tx => askLook(tx, doing, { concern: view.opened.concern.id, asked: form, clause: rule.clause, offices }));
  return goTo(`${baseOf(asked)}/looks/${id}`, 'It is asked for. Whoever may agree is told that something waits.');
}

async function showLook(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors, may: (view: LookView) => boolean = () => true): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const found = await asked.read(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '');
    return view && may(view) ? { view, readers: view.part.agreesAs === null ? [] : await readersFor(tx, asking, view), rulebook: (await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today })).rulebook } : null;
  });
  if (!found) return NOT_FOUND;
  const { view, readers, rulebook } = found;
  const clause = view.look.clause as ClauseId | null;
  const known = clause === null ? undefined : rulebook.clauses.get(clause);
  const cited = clause !== null && known ? { cite: cite(rulebook, clause), href: clauseHref(clause), words: known.text } : null;
  const choices = kindsOf(rulebook).map(value => ({ value, text: capital(kindWords(value, shared.vocabulary)) }));
  return page(SYSTEM[view.look.system], <LookPage view={view} here={lookHere(asked)} base={baseOf(asked)} cited={cited} vocabulary={shared.vocabulary} readers={readers} kinds={choices} raw={raw} errors={errors} />, { status: statusOf(errors), trail: trailOf(asked), headers: secret });
}

async function decide(asked: Asked<DecideGiven>, shared: Shared): Promise<Reply> {
  const { says, reader, reason } = asked.form;
  let wrongReader = false;
  const done = await change(asked, shared, view => view.part.agreesAs !== null, async (tx, doing, view, asking) => {
    const given = { look: view.look, office: view.part.agreesAs!, reason };
    if (says === 'refuse') return refuseLook(tx, doing, given);
    wrongReader = !(await readersFor(tx, asking, view)).some(one => one.id === reader);
    return wrongReader ? false : agreeLook(tx, doing, { ...given, reader });
  });
  if (wrongReader) return showLook(asked as unknown as Asked<Body>, shared, { ...asked.form }, { reader: 'Choose who reads it' });
  return done ? goTo(lookHere(asked), says === 'agree' ? 'Whoever reads it is told that something waits.' : 'It is not read.') : NOT_FOUND;
}

async function withdraw(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const done = await change(asked, shared, view => view.part.asked && view.look.state === 'asked', (tx, doing, view) => withdrawLook(tx, doing, view.look));
  return done ? goTo(lookHere(asked), 'It is taken back.') : NOT_FOUND;
}

/** The finding of this address, where this reader may still use it. */
const usable = (asked: Asked<unknown>, view: LookView) => (view.part.handles || view.part.reader ? view.findings.find(one => one.id === asked.params['finding'] && one.found && one.usedAt === null && one.forgottenOn === null && one.text !== SHUT) ?? null : null);

async function use(asked: Asked<UseGiven>, shared: Shared): Promise<Reply> {
  const { as, kind, because } = asked.form;
  const known = kindsOf((await asked.read(tx => rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today }))).rulebook);
  if (as === 'new' && !known.includes(kind)) return showLook(asked as unknown as Asked<Body>, shared, { ...asked.form }, { kind: 'Choose what it is' }, view => usable(asked, view) !== null);
  const done = await change(asked, shared, view => usable(asked, view) !== null && (as === 'new' || view.part.handles), async (tx, doing, view) => {
    const finding = usable(asked, view)!;
    const given = { look: view.look, person: view.words.person, finding, reason: because };
    return as === 'here' ? useInCase(tx, doing, given) : makeConcern(tx, doing, given, kind);
  });
  return done ? goTo(lookHere(asked), as === 'here' ? 'It belongs to the case now.' : 'A concern is made of it. It went to whom the rules name.') : NOT_FOUND;
}

const mayQuiet = (view: LookView): boolean => (view.part.handles || view.part.reader) && (view.look.state === 'agreed' || view.look.state === 'done') && view.words.person !== null && !view.look.quiet && view.look.toldOn === null;

async function quiet(asked: Asked<{ reason: string }>, shared: Shared): Promise<Reply> {
  const done = await change(asked, shared, mayQuiet, (tx, doing, view) => keepQuiet(tx, doing, { look: view.look, reason: asked.form.reason }));
  return done ? goTo(lookHere(asked), 'They are not told of it.') : NOT_FOUND;
}
