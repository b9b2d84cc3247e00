/** The addresses of neutral notifications. */
import type { Tx } from '../../../platform/database/index.ts';
import { admits, either, get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { findPerson, fullName, listPeople, namesOf } from '../../people/index.ts';
import { capital, cite, clauseHref, officeWords, rulesInForce } from '../../policies/index.ts';
import { askingOf, doingOf } from '../asking.ts';
import { doingAs, openConcern } from '../deeds/open.ts';
import { findRoute, settingsNow } from '../deeds/route.ts';
import { dutiesOf } from '../tell-someone/duties.tsx';
import type { Asking, Opened, Panels } from '../words.ts';
import { keepUntil, nextStep } from './decisions.ts';
import { chooseKeeping, decideWhen, haveSpoken, informHead, noteNeutrally, regardAs, type NoteGiven } from './deeds.ts';
import { keepingForm, noForm, noteForm, openForm, regardForm, speakForm, spokenForm } from './forms.ts';
import { drawNeutral, KeepingPage, NotedPage, NotePage, OpenedPatternPage, PatternPage, type NeutralPanel } from './pages.tsx';
import { findNote, keepingOn, patternsFor, readableNotes } from './reads.ts';
import { KIND, type Keeping, type NeutralNote, type Regarded } from './words.ts';

/** Everybody grown-up who works with the school: the one who notes, of themselves or of another. */
export const NOTERS = either(kinds('staff', 'governor', 'trustee', 'visitor'), offices('dsl', 'head', 'chair-of-governors'));
export const PATTERN_READERS = offices('dsl', 'head', 'chair-of-governors');
const KEEPERS = offices('dsl', 'head');
const MOST_PEOPLE = 500;

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/neutral-notification`;
const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;
const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const neutralRoutes = (shared: Shared): Route[] => [
  get('/:school/neutral-notification', { who: NOTERS, halfWay: true, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/neutral-notification', { who: NOTERS, halfWay: true, form: noteForm, deed: asked => note(asked, shared), again: (asked, { errors, raw }) => show(asked, shared, raw, errors) }),
  get('/:school/neutral-notification/pattern', { who: PATTERN_READERS, page: asked => showPatterns(asked, shared) }),
  post('/:school/neutral-notification/pattern', { who: PATTERN_READERS, form: openForm, deed: asked => openPattern(asked, shared), again: async () => NOT_FOUND }),
  get('/:school/neutral-notification/keeping', { who: KEEPERS, page: asked => showKeeping(asked, shared, {}, {}) }),
  post('/:school/neutral-notification/keeping', { who: KEEPERS, form: keepingForm, deed: asked => keep(asked, shared), again: (asked, { errors, raw }) => showKeeping(asked, shared, raw, errors) }),
  post('/:school/concerns/:concern/neutral-head', { who: SIGNED_IN, form: noForm, deed: asked => inform(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/concerns/:concern/neutral-when', { who: SIGNED_IN, form: speakForm, deed: asked => when(asked, shared), again: (asked, read) => again(asked, shared, read) }),
  post('/:school/concerns/:concern/neutral-spoken', { who: SIGNED_IN, form: spokenForm, deed: asked => spoken(asked, shared), again: (asked, read) => again(asked, shared, read) }),
  post('/:school/concerns/:concern/neutral-regard', { who: SIGNED_IN, form: regardForm, deed: asked => regard(asked, shared), again: (asked, read) => again(asked, shared, read) }),
];

/** The adults of the school whom one may name. */
async function adultsOf(tx: Tx, asked: Asked<unknown>, { vocabulary }: Shared) {
  const of = [...vocabulary.kinds.values()].filter(kind => ['staff', 'governor', 'trustee', 'visitor'].some(one => kind.name === one || kind.within.includes(one))).map(kind => kind.name);
  return (await listPeople(tx, { day: asked.today, kinds: of, limit: MOST_PEOPLE })).filter(one => one.id !== asked.reader.person).map(one => ({ id: one.id, name: fullName(one) }));
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const { vocabulary } = shared;
  const view = await asked.read(async tx => {
    const route = await findRoute(tx, { school: asked.school, today: asked.today, shared }, { told: { kind: KIND, facts: { subject: 'self' } }, who: asked.reader.kinds, about: [] });
    const { rulebook } = await rulesInForce(tx, { school: asked.school, vocabulary, today: asked.today });
    const clauses = [...new Set((rulebook.rulesByAct.get(KIND) ?? []).filter(rule => rule.verb === 'tell').map(rule => rule.clauseId))];
    return { people: await adultsOf(tx, asked, shared), keeping: (await keepingOn(tx, asked.today))?.value ?? null, offices: route.eyes.flatMap(eye => eye.office ?? []), cited: clauses.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) })) };
  });
  const readers = view.offices.map(office => officeWords(office, vocabulary)).join(', ');
  return page('Neutral notification', <NotePage base={baseOf(asked)} readers={capital(readers)} cited={view.cited} people={view.people} lines={shared.helpLines} keeping={view.keeping} duties={dutiesOf(shared.dutiesToReport, { kinds: asked.reader.kinds, today: asked.today })} raw={raw} errors={errors} />, { status: statusOf(errors), withoutBox: true });
}

async function note(asked: Asked<Omit<NoteGiven, 'who'>>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  if (form.subject === 'other-adult' && form.person !== null && !(await asked.read(tx => adultsOf(tx, asked, shared))).some(one => one.id === form.person)) return show(asked, shared, { ...form, person: '' } as Body, { person: 'Choose who it is, or write the name' });
  const doing = await doingOf(asked, shared);
  const filed = await asked.change(tx => noteNeutrally(tx, { ...doing, by: asked.reader.person! }, { ...form, who: [...asked.reader.kinds, ...asked.reader.offices] }));
  return page('Neutral notification', <NotedPage slug={asked.school.slug} code={filed.told[0]!.code} safeguarding={filed.told.length > 1} />, { withoutBox: true });
}

async function showPatterns(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const view = await asked.read(async tx => ({ patterns: await patternsFor(tx, asking), notes: (await readableNotes(tx, asking)).length }));
  return page('Named more than once', <PatternPage base={baseOf(asked)} {...view} keeps={admits(KEEPERS, asked.reader)} />);
}

/** Opens every note of one person; each opening is written down. */
async function openPattern(asked: Asked<{ key: string }>, shared: Shared): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const mine = (await readableNotes(tx, asking)).filter(one => one.subjectKey === asked.form.key);
    if (mine.length < 2) return NOT_FOUND;
    const opened: Opened[] = [];
    for (const one of mine) {
      const found = await openConcern(tx, asking, one.concern, 'pattern');
      if (found) opened.push(found);
    }
    const person = opened.flatMap(one => one.report.about).find(id => asking.lock.keyOf(id) === asked.form.key);
    const name = person === undefined ? undefined : (await namesOf(tx, [person])).get(person);
    return page('Named more than once', <OpenedPatternPage slug={asked.school.slug} name={name ?? 'Somebody who is forgotten'} rows={mine.map(one => ({ concern: one.concern, code: one.code, on: one.notedOn, regardedAs: one.regardedAs }))} />, { trail: [['Named more than once', `${baseOf(asked)}/pattern`]] });
  });
}

async function showKeeping(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const view = await asked.read(async tx => {
    const choice = await keepingOn(tx, asked.today);
    const due = (await readableNotes(tx, asking)).flatMap(one => { const until = keepUntil(one, choice?.value ?? null, null); return until !== null && until <= asked.today ? [{ concern: one.concern, code: one.code, until }] : []; });
    return { keeping: choice?.value ?? null, since: choice?.since ?? null, due };
  });
  return page('How long neutral notifications are kept', <KeepingPage base={baseOf(asked)} slug={asked.school.slug} {...view} raw={{ since: asked.today, ...raw }} errors={errors} />, { status: statusOf(errors) });
}

async function keep(asked: Asked<{ from: Keeping['from']; years: number; since: string }>, shared: Shared): Promise<Reply> {
  const { from, years, since } = asked.form;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => chooseKeeping(tx, { ...doing, by: asked.reader.person! }, { keeping: { from, years }, since }));
  return goTo(`${baseOf(asked)}/keeping`, 'Saved.');
}

interface Looking { readonly tx: Tx; readonly opened: Opened; readonly note: NeutralNote; readonly asking: Asking; readonly doing: ReturnType<typeof doingAs> & { readonly by: string } }

/** Opens it for somebody who reads all of it; 404 for everybody else. */
async function looking(asked: Asked<unknown>, shared: Shared, work: (of: Looking) => Promise<Reply>): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '');
    const found = opened?.whole ? await findNote(tx, opened.concern.id) : null;
    return opened && found ? work({ tx, opened, note: found, asking, doing: { ...doingAs(asking), by: asked.reader.person! } }) : NOT_FOUND;
  });
}

const inform = (asked: Asked<unknown>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, doing }) => {
  const office = await informHead(tx, doing, opened);
  return goTo(hereOf(asked), office === null ? 'It was done already, or nobody is there to inform.' : 'Informed. They read all of it from now on.');
});

const when = (asked: Asked<{ on: string; words: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, note: found, doing }) => {
  if (found.headToldAt === null) return NOT_FOUND;
  await decideWhen(tx, doing, { concern: opened.concern.id, ...asked.form });
  return goTo(hereOf(asked), 'The day is noted.');
});

const spoken = (asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, note: found, doing }) => {
  if (found.speakOn === null) return NOT_FOUND;
  await haveSpoken(tx, doing, { concern: opened.concern.id, ...asked.form });
  return goTo(hereOf(asked), 'Noted.');
});

const regard = (asked: Asked<{ as: Regarded; reasons: string }>, shared: Shared): Promise<Reply> => looking(asked, shared, async ({ tx, opened, doing }) => {
  await regardAs(tx, doing, opened, asked.form);
  return goTo(hereOf(asked), asked.form.as === 'safeguarding' || asked.form.as === 'allegation' ? 'Saved. A report about a child’s safety was made of it.' : 'Saved.');
});

const again = (asked: Asked<Body>, shared: Shared, { raw, errors }: { readonly raw: Body; readonly errors: FieldErrors }): Promise<Reply> => looking(asked, shared, async ({ tx, opened, asking }) => {
  const view = await panelView(tx, { asking, opened, here: hereOf(asked) });
  return page('Neutral notification', drawNeutral({ ...view!, raw, errors }), { status: 422, trail: [['Back to the concern', hereOf(asked)]] });
});

async function panelView(tx: Tx, { asking, opened, here }: { readonly asking: Asking; readonly opened: Opened; readonly here: string }): Promise<NeutralPanel | null> {
  const found = await findNote(tx, opened.concern.id);
  if (!found) return null;
  const keeping = (await keepingOn(tx, asking.today))?.value ?? null;
  const person = opened.report.about.find(id => asking.lock.keyOf(id) === found.subjectKey);
  const leftOn = keeping?.from === 'leaving' && person !== undefined ? (await findPerson(tx, person, asking.today))?.leftOn ?? null : null;
  const others = found.subjectKey === null ? [] : (await readableNotes(tx, asking)).filter(one => one.subjectKey === found.subjectKey && one.concern !== found.concern);
  return {
    base: here, slug: asking.school.slug, note: found, next: nextStep(found), keeping, keptUntil: keepUntil(found, keeping, leftOn), today: asking.today,
    others: others.map(one => ({ concern: one.concern, code: one.code, on: one.notedOn })), designatedOfficer: (await settingsNow(tx, asking.today)).designatedOfficer, raw: {}, errors: {},
  };
}

export const neutralPanels: Panels = async (asked, opened, shared) => {
  if (!opened.whole || opened.concern.kind !== KIND) return [];
  const asking = await askingOf(asked, shared);
  const view = await asked.read(tx => panelView(tx, { asking, opened, here: hereOf(asked) }));
  return view ? [{ order: 25, body: drawNeutral(view) }] : [];
};
