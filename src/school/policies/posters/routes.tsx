/** The addresses of posters. Everybody on the staff may print one and say where it hangs; those who write policies make them. */
import { isId } from '../../../platform/ids.ts';
import { qrOf } from '../../../platform/qr.ts';
import { either, get, goTo, kinds, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { holds, partOf, registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { widened } from '../../people/index.ts';
import { WRITERS } from '../decisions.ts';
import type { By } from '../deeds.ts';
import { buttonForm } from '../forms.ts';
import { publishedPolicies } from '../reads.ts';
import { audiencesOf, clausesFor } from './decisions.ts';
import { bringBackPoster, checkPlace, hangsStill, makePoster, putUp, renewPlace, retirePoster, takeDown } from './deeds.ts';
import { placeForm, posterForm } from './forms.ts';
import { NewPage, placeFields, placeRegister, PosterPage, PostersPage } from './pages.tsx';
import { posterPdf } from './pdf.ts';
import { findPlace, placesOf, postersView, shownPoster } from './reads.ts';
import type { Place, PlaceRow, Shown } from './words.ts';

const MAKERS = offices(...WRITERS, 'office');
const HANGERS = either(kinds('staff'), MAKERS);

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/posters`;
const askOf = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today });
const byOf = (asked: Asked<unknown>, { vocabulary }: Shared): By => ({ school: asked.school, vocabulary, by: asked.reader.person, at: asked.now, today: asked.today });
const makes = ({ reader }: Asked<unknown>): boolean => MAKERS.admits === 'some' && MAKERS.offices.some(office => reader.offices.includes(office));
const trailOf = (asked: Asked<unknown>) => [['Posters', baseOf(asked)]] as const;

export const posterRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(placeList(shared)),
  get('/:school/posters/new', { who: MAKERS, page: asked => showNew(asked, shared, { title: '', clauses: [] }, {}) }),
  post('/:school/posters/new', { who: MAKERS, form: posterForm, deed: asked => make(asked, shared), again: (asked, { errors, raw }) => showNew(asked, shared, { title: textIn(raw, 'title'), clauses: [raw['clauses'] ?? []].flat() }, errors) }),
  get('/:school/posters/:poster', { who: HANGERS, page: asked => showPoster(asked, shared, { place: '' }, {}) }),
  get('/:school/posters/:poster/pdf', { who: HANGERS, perMinute: 30, page: asked => pdf(asked, shared) }),
  post('/:school/posters/:poster/places', { who: HANGERS, form: placeForm, deed: asked => hang(asked, shared), again: (asked, { errors, raw }) => showPoster(asked, shared, { place: textIn(raw, 'place') }, errors) }),
  ...(['checked', 'renew', 'down', 'still'] as const).map(deed => post(`/:school/posters/:poster/places/:place/${deed}`, { who: HANGERS, form: buttonForm, deed: asked => atPlace(asked, shared, deed), again: async () => NOT_FOUND })),
  ...(['retire', 'bring-back'] as const).map(deed => post(`/:school/posters/:poster/${deed}`, { who: MAKERS, form: buttonForm, deed: asked => inUse(asked, shared, deed), again: async () => NOT_FOUND })),
];

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const statusOf = (errors: object): number => (Object.keys(errors).length > 0 ? 422 : 200);

const placeList = (shared: Shared): Register<PlaceRow> => ({
  path: '/posters', who: HANGERS, file: 'posters', fields: () => placeFields(),
  find: async (asked, ask) => {
    const state = ask.chosen['state'];
    const all = await asked.read(tx => placesOf(tx, askOf(asked, shared), { all: state === 'down' }));
    const wanted = (one: PlaceRow) => (state === 'down' ? one.takenDownOn !== null : state === 'stale' ? one.stale : state === 'current' ? !one.stale : true);
    return partOf(all.filter(one => wanted(one) && (holds(one.place, ask) || holds(one.posterTitle, ask))), ask);
  },
  columns: asked => placeRegister(baseOf(asked)),
  page: async (asked, list) => {
    const posters = await asked.read(tx => postersView(tx, askOf(asked, shared)));
    return page('Posters', <PostersPage list={list} vocabulary={shared.vocabulary} posters={posters} makes={makes(asked)} />, { look: 'wide' });
  },
});

async function showNew(asked: Asked<Body>, shared: Shared, raw: { title: string; clauses: readonly string[] }, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const { vocabulary } = shared;
  const published = await asked.read(tx => publishedPolicies(tx, askOf(asked, shared)));
  const wanted = (name: string) => textIn(asked.form ?? {}, name) || (asked.query[name] ?? '');
  const document = published.find(one => one.document.id === wanted('policy'))?.document;
  const wide = (kind: string) => widened([kind], vocabulary);
  const audiences = document ? audiencesOf(document, wide) : [];
  const audience = audiences.includes(wanted('audience')) ? wanted('audience') : audiences[0] ?? '';
  const chosen = document ? { document, audience, audiences, clauses: audience ? clausesFor(document, wide(audience)) : [] } : null;
  const view = { base: baseOf(asked), vocabulary, policies: published.map(one => ({ id: one.document.id, title: one.document.front.title })), chosen, raw: { ...raw, title: raw.title || document?.front.title || '' }, errors };
  return page('Make a poster', <NewPage {...view} />, { status: statusOf(errors), trail: trailOf(asked) });
}

async function make(asked: Asked<{ policy: string; audience: string; title: string; clauses: string[] }>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const published = await asked.read(tx => publishedPolicies(tx, askOf(asked, shared)));
  const document = published.find(one => one.document.id === form.policy)?.document;
  const fitting = document ? clausesFor(document, widened([form.audience], shared.vocabulary)).map(clause => clause.id) : [];
  const clauses = form.clauses.filter(id => fitting.includes(id));
  if (!document || clauses.length === 0) return showNew(asked as unknown as Asked<Body>, shared, { title: form.title, clauses: [] }, { clauses: 'Choose at least one rule' });
  const id = await asked.change(tx => makePoster(tx, byOf(asked, shared), { policy: document.id, title: form.title, audience: form.audience, clauses }));
  return goTo(`${baseOf(asked)}/${id}`, 'The poster is ready. Print it, put it up, and say where.');
}

async function shownOf(asked: Asked<unknown>, shared: Shared): Promise<Shown | null> {
  const id = asked.params['poster'] ?? '';
  return isId(id) ? asked.read(tx => shownPoster(tx, askOf(asked, shared), id)) : null;
}

const addressOf = (asked: Asked<unknown>, { poster }: Shown): string => `${asked.origin}/${asked.school.slug}/policies/${poster.policy}`;

async function showPoster(asked: Asked<Body>, shared: Shared, raw: { place: string }, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const shown = await shownOf(asked, shared);
  if (!shown) return NOT_FOUND;
  const address = addressOf(asked, shown);
  const places = await asked.read(tx => placesOf(tx, askOf(asked, shared), { poster: shown.poster.id, all: true }));
  const view = { base: baseOf(asked), shown, school: asked.school.name, address, code: await qrOf(address), vocabulary: shared.vocabulary, places: places.slice(0, 200), makes: makes(asked), raw, errors };
  return page(shown.poster.title, <PosterPage {...view} />, { look: 'wide', withoutBox: true, status: statusOf(errors), trail: trailOf(asked) });
}

async function pdf(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const shown = await shownOf(asked, shared);
  if (!shown || shown.clauses.length === 0) return NOT_FOUND;
  const paper = asked.query['paper'] === 'a3' ? 'a3' : 'a4';
  const body = await posterPdf({ shown, school: asked.school.name, address: addressOf(asked, shown), paper });
  return { kind: 'file', type: 'application/pdf', name: `poster-${shown.poster.policy}-edition-${shown.of.edition.number}-${paper}.pdf`, body };
}

async function hang(asked: Asked<{ place: string }>, shared: Shared): Promise<Reply> {
  const shown = await shownOf(asked, shared);
  if (!shown || shown.poster.retiredOn !== null) return NOT_FOUND;
  await asked.change(tx => putUp(tx, byOf(asked, shared), { poster: shown.poster, edition: shown.of.edition, place: asked.form.place }));
  return goTo(`${baseOf(asked)}/${shown.poster.id}`, 'Noted. You are told when this copy is out of date.');
}

const NOTED = { checked: 'Noted that it hangs well.', renew: 'Noted. The new edition hangs there now.', down: 'Noted that it came down.', still: 'Noted that it hangs still.' } as const;

/** Whether a deed fits how the copy stands: a second press of an old page changes nothing. */
const fitsPlace = (deed: keyof typeof NOTED, place: Place): boolean => (deed === 'still') === (place.takenDownOn !== null);

async function atPlace(asked: Asked<unknown>, shared: Shared, deed: keyof typeof NOTED): Promise<Reply> {
  const [shown, id] = [await shownOf(asked, shared), asked.params['place'] ?? ''];
  const place = shown && isId(id) ? await asked.read(tx => findPlace(tx, id)) : null;
  if (!shown || !place || place.poster !== shown.poster.id) return NOT_FOUND;
  const { poster, of: { edition } } = shown;
  if (fitsPlace(deed, place)) {
    const by = byOf(asked, shared);
    await asked.change(async tx => {
      if (deed === 'checked') await checkPlace(tx, by, place);
      else if (deed === 'down') await takeDown(tx, by, place);
      else if (deed === 'still') await hangsStill(tx, by, place);
      else await renewPlace(tx, by, { place, poster, edition });
    });
  }
  return goTo(`${baseOf(asked)}/${poster.id}`, NOTED[deed]);
}

async function inUse(asked: Asked<unknown>, shared: Shared, deed: 'retire' | 'bring-back'): Promise<Reply> {
  const shown = await shownOf(asked, shared);
  if (!shown) return NOT_FOUND;
  const by = byOf(asked, shared);
  await asked.change(tx => (deed === 'retire' ? retirePoster(tx, by, shown.poster) : bringBackPoster(tx, by, shown.poster)));
  return goTo(`${baseOf(asked)}/${shown.poster.id}`, deed === 'retire' ? 'It is out of use. Copies that hang are marked.' : 'It is in use again.');
}
