/** The addresses of openings. What a reader may open hangs on the rules and the class, so each handler looks itself. */
import { isId } from '../../../platform/ids.ts';
import { either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Rulebook } from '../../../rulebook/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import type { Doing } from '../deeds.ts';
import { contentsOf, leads, lessonRequests, momentAt, openingState, weighOpening } from './decisions.ts';
import { endOpening, openForLesson } from './deeds.ts';
import { buttonForm, openForm, type OpenGiven } from './forms.ts';
import { actSaid, FormPage, openingColumns, openingFields, OpeningsPage, type FormView, type ToAsk } from './pages.tsx';
import { classesFor, classToOpen, openingFor, seenOpenings, type OpeningRow, type OpenPlace } from './reads.ts';
import { OPENING_STATES, type Openable } from './words.ts';

type Errors = Readonly<Record<string, string>>;
/** The staff, and whoever leads the school. */
export const OPENERS = either(kinds('staff'), offices('head', 'deputy-head'));

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/openings`;
const placeOf = (asked: Asked<unknown>, { vocabulary }: Shared): OpenPlace => ({ school: asked.school, vocabulary, reader: asked.reader, today: asked.today });
const doingOf = (asked: Asked<unknown>): Doing & { readonly by: string } => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });

export const openingRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  get('/:school/openings/new', { who: OPENERS, page: asked => showForm(asked, shared, (asked.query['class'] ?? '').slice(0, 80), {}) }),
  post('/:school/openings/new', { who: OPENERS, form: openForm, bodyLimit: 65_536, deed: asked => open(asked, shared), again: (asked, { errors, raw }) => showForm(asked, shared, typeof raw['class'] === 'string' ? raw['class'].slice(0, 80) : '', { errors, raw }) }),
  post('/:school/openings/:opening/end', { who: OPENERS, form: buttonForm, deed: asked => end(asked), again: async () => NOT_FOUND }),
];

const register = (shared: Shared): Register<OpeningRow> => ({
  path: '/openings', who: OPENERS, file: 'open-for-a-lesson',
  fields: () => openingFields(),
  find: (asked, { search, chosen, limit, offset }) => asked.read(tx => seenOpenings(tx, { now: asked.now, search, state: OPENING_STATES.find(one => one === chosen['state']) ?? null, by: leads(asked.reader.offices) ? null : asked.reader.person!, limit, offset })),
  columns: asked => openingColumns({ base: baseOf(asked), vocabulary: shared.vocabulary, all: leads(asked.reader.offices) }),
  page: (_asked, list) => page('Open for a lesson', <OpeningsPage list={list} />, { look: 'wide' }),
});

type More = Partial<Pick<FormView, 'raw' | 'errors' | 'refused'>>;

async function showForm(asked: Asked<unknown>, shared: Shared, name: string, more: More): Promise<Reply> {
  const place = placeOf(asked, shared);
  const { found, classes, rulebook } = await asked.read(async tx => ({ found: await classToOpen(tx, place, name), classes: await classesFor(tx, place), rulebook: (await rulesInForce(tx, place)).rulebook }));
  const { vocabulary } = shared;
  const contents = [...new Set((found?.openables ?? []).flatMap(one => contentsOf(rulebook, one.act)))].map(value => ({ value, text: vocabulary.facts.get('content')?.values.get(value)?.plain ?? value }));
  const view: FormView = {
    base: baseOf(asked), classes, class: found?.name ?? '', pupils: (found?.pupils ?? []).map(one => ({ id: one.id, name: fullName(one) })), contents,
    openables: (found?.openables ?? []).map(one => ({ ...one, cite: cite(rulebook, one.clause) })), requests: requestsFor(asked, shared, rulebook), vocabulary, today: asked.today, refused: null, raw: {}, errors: {}, ...more,
  };
  return page('Open something for a lesson', <FormPage {...view} />, { status: view.refused || Object.keys(view.errors).length > 0 ? 422 : 200, trail: [['Open for a lesson', baseOf(asked)]] });
}

/** What the reader asks somebody else for, with the situation that the rule names. */
function requestsFor(asked: Asked<unknown>, { vocabulary }: Shared, rulebook: Rulebook): ToAsk[] {
  return lessonRequests(rulebook, [...asked.reader.kinds, ...asked.reader.offices], asked.today).map(rule => ({
    href: `/${asked.school.slug}/ask/${rule.subject}?${new URLSearchParams(rule.when.flatMap(({ fact, operator, values }) => (operator === '=' ? [[`fact.${fact}`, values[0]!]] : [])))}`,
    text: actSaid(rule.subject, vocabulary), cite: cite(rulebook, rule.clauseId), clauseHref: clauseHref(rule.clauseId),
  }));
}

async function open(asked: Asked<OpenGiven>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const raw: Body = { ...form };
  const again = (more: More) => showForm(asked, shared, form.class, { raw, ...more });
  const found = await asked.read(tx => classToOpen(tx, placeOf(asked, shared), form.class));
  if (!found) return again({ errors: { 'choose-class': 'Choose a class' } });
  const openable = found.openables.find(one => one.clause === form.clause);
  if (!openable) return again({ errors: { clause: 'Choose what to open' } });
  const until = momentAt(asked.today, form.until);
  const contents = contentsOf(found.rulebook, openable.act);
  const errors: Errors = {
    ...(until <= asked.now ? { until: 'Choose a time later today' } : {}),
    ...(form.pupils.some(id => !found.pupils.some(one => one.id === id)) ? { pupils: 'Choose pupils of this class' } : {}),
    ...(contents.length > 0 && form.content === '' ? { content: 'Choose what kind of content it has' } : {}),
  };
  if (Object.keys(errors).length > 0) return again({ errors });
  return weighAndOpen(asked, { form, openable, until, rulebook: found.rulebook, kinds: found.kinds, again });
}

async function weighAndOpen(asked: Asked<OpenGiven>, of: { form: OpenGiven; openable: Openable; until: Date; rulebook: Rulebook; kinds: readonly string[]; again: (more: More) => Promise<Reply> }): Promise<Reply> {
  const { form, openable, until, rulebook } = of;
  const content = contentsOf(rulebook, openable.act).length > 0 ? form.content : null;
  const weighed = weighOpening(rulebook, { openable, kinds: of.kinds, content, on: asked.today });
  if (weighed.kind === 'free') return of.again({ errors: { clause: 'The rules allow this already; there is nothing to open' } });
  if (weighed.kind !== 'open') return of.again({ refused: { unlawful: weighed.kind === 'unlawful', quotes: weighed.because.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' })) } });
  await asked.change(tx => openForLesson(tx, doingOf(asked), { openable, content, class: form.class, pupils: form.pupils, lesson: form.lesson, what: form.what, reason: form.reason, until }));
  return goTo(baseOf(asked), 'It is open. It closes by itself at the time you gave.');
}

async function end(asked: Asked<unknown>): Promise<Reply> {
  const id = asked.params['opening'] ?? '';
  const found = isId(id) ? await asked.read(tx => openingFor(tx, { id, me: asked.reader.person!, all: leads(asked.reader.offices) })) : null;
  if (!found || openingState(found, asked.now) === 'over') return NOT_FOUND;
  await asked.change(tx => endOpening(tx, doingOf(asked), found));
  return goTo(baseOf(asked), 'It is closed.');
}
