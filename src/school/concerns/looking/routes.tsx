/** The addresses of looks. Each finds the look first, for whom it has a part; anybody else, and whoever it is about, finds nothing. */
import { nameFitting, takeFile } from '../../../platform/files/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { capital, cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { casePage, hereOf, openCase, type Errors } from '../case/open-case.ts';
import { deals, readableByCode } from '../case/reads.ts';
import { settingsNow } from '../deeds/route.ts';
import { kindsOf, kindWords } from '../kinds.ts';
import type { Asking, Doing, Panels } from '../words.ts';
import { faultsIn } from './decisions.ts';
import { agreeLook, askLook, keepQuiet, makeConcern, noteReading, refuseLook, useInCase, withdrawLook, writeFinding } from './deeds.ts';
import { askForm, buttonForm, decideForm, findingForm, quietForm, useForm, type DecideGiven, type FindingGiven, type UseGiven } from './forms.ts';
import { lookColumns, LookedAtPage, lookFields, LooksPage } from './list-pages.tsx';
import { FindingPage, LogPage, LookPage, LooksPanel, NewPage, WhichPage } from './pages.tsx';
import { SYSTEM } from './phrases.ts';
import { caseFor, fileOf, listed, logOf, looksIn, openLook, readersFor, ruleAndOffices, toldOf, type LookLine, type LookView } from './reads.ts';
import { LOOK_STATES, type LookAsked } from './words.ts';

const LOOKERS = kinds('staff', 'governor', 'trustee');
const secret = { 'cache-control': 'no-store' };
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}`;
const lookHere = (asked: Asked<unknown>): string => `${baseOf(asked)}/looks/${asked.params['look'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['Looking into logs', `${baseOf(asked)}/looks`]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);
const LINES = 50;
const MOST_BYTES = 10_485_760;
const REFUSED = {
  unknown: 'Choose a picture (JPEG or PNG), a PDF or a text file', broken: 'This picture is damaged. Choose another',
  virus: 'A virus was found in this file. It was not kept. Tell IT about the device it came from', unchecked: 'The file could not be checked for viruses just now. Try again later',
} as const;

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
  post('/:school/looks/:look/withdraw', { who: LOOKERS, form: buttonForm, deed: asked => withdraw(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/looks/:look/log', { who: LOOKERS, page: asked => showLog(asked, shared) }),
  get('/:school/looks/:look/finding', { who: LOOKERS, page: asked => showFinding(asked, shared, {}, {}) }),
  post('/:school/looks/:look/finding', { who: LOOKERS, form: findingForm, upload: { most: MOST_BYTES }, perMinute: 20, deed: asked => find(asked, shared), again: (asked, { errors, raw }) => showFinding(asked, shared, raw, errors) }),
  post('/:school/looks/:look/findings/:finding/use', { who: LOOKERS, form: useForm, deed: asked => use(asked, shared), again: (asked, { errors, raw }) => showLook(asked, shared, raw, errors, view => usable(asked, view) !== null) }),
  get('/:school/looks/:look/files/:file', { who: LOOKERS, page: asked => sendFile(asked, shared) }),
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

/** Opens the look for a change, and does it where this reader may; false where they may not. */
async function change(asked: Asked<unknown>, shared: Shared, may: (view: LookView) => boolean, work: (tx: Tx, doing: Doing, view: LookView, asking: Asking) => Promise<unknown>): Promise<boolean> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  return asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '', true);
    if (!view || !may(view)) return false;
    return (await work(tx, doing, view, asking)) !== false;
  });
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

async function showLog(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const wanted = Math.max(1, Math.floor(Number(asked.query['page'])) || 1);
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const found = await asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '', true);
    if (!view?.part.reads || view.look.system !== 'countersign' || view.words.person === null) return null;
    const { lines, total } = await logOf(tx, view, { limit: LINES, offset: (wanted - 1) * LINES });
    await noteReading(tx, doing, view.look);
    return { view, lines, total, rulebook: (await rulesInForce(tx, { school: asked.school, vocabulary: shared.vocabulary, today: asked.today })).rulebook };
  });
  if (!found) return NOT_FOUND;
  const { view, lines, total, rulebook } = found;
  const cited = (id: string): string => (rulebook.clauses.has(id as ClauseId) ? cite(rulebook, id as ClauseId) : id);
  return page(SYSTEM.countersign, <LogPage view={view} here={lookHere(asked)} lines={lines} total={total} page={wanted} pages={Math.max(1, Math.ceil(total / LINES))} cite={cited} />, { look: 'wide', trail: [...trailOf(asked), [SYSTEM.countersign, lookHere(asked)]], headers: secret });
}

async function showFinding(asked: Asked<Body>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const found = await asked.read(async tx => ({ view: await openLook(tx, asking, asked.params['look'] ?? ''), days: (await settingsNow(tx, asked.today)).lookFindingDays }));
  if (!found.view?.part.reads) return NOT_FOUND;
  return page('Write down what was found', <FindingPage view={found.view} action={`${lookHere(asked)}/finding`} back={lookHere(asked)} raw={raw} errors={errors} days={found.days} />, { status: statusOf(errors), trail: [...trailOf(asked), [SYSTEM[found.view.look.system], lookHere(asked)]], headers: secret });
}

async function find(asked: Asked<FindingGiven>, shared: Shared): Promise<Reply> {
  const again = (file: string) => showFinding(asked as unknown as Asked<Body>, shared, { ...asked.form }, { file });
  const taken = asked.upload ? await takeFile(asked.upload.bytes, shared.virusScanner) : null;
  if (taken && !taken.ok) return again(REFUSED[taken.why]);
  if (taken && asked.form.found === 'no') return again('Where nothing was found there is no file to keep');
  const file = taken?.ok ? { name: nameFitting(asked.upload!.name, taken.type), type: taken.type, bytes: taken.bytes } : null;
  const given = { found: asked.form.found === 'yes', text: asked.form.text, quiet: asked.form.quiet, file };
  const done = await change(asked, shared, view => view.part.reads, (tx, doing, view) => writeFinding(tx, doing, { look: view.look, given: view.words.person === null ? { ...given, quiet: '' } : given }));
  return done ? goTo(lookHere(asked), 'Written down. Those who deal with the case are told that something waits.') : NOT_FOUND;
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

async function sendFile(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const [asking, doing] = [await askingOf(asked, shared), await doingOf(asked, shared)];
  const found = await asked.change(async tx => {
    const view = await openLook(tx, asking, asked.params['look'] ?? '');
    const file = view && await fileOf(tx, asking.lock, view, asked.params['file'] ?? '');
    if (file) await noteReading(tx, doing, view!.look);
    return file;
  });
  return found ? { kind: 'file', type: found.type, name: found.name, body: found.bytes } : NOT_FOUND;
}
