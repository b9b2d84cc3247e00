/** The addresses of pictures on hold. Who sees to pictures hangs on the rules and on each hold, so every handler looks itself; for everybody else there is nothing. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, kinds, either, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { holds as fits, partOf, registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { fullName } from '../../people/index.ts';
import { liftHold, lockFor, seeToPlace, setPictureSetting, type Doing } from './deeds.ts';
import { liftForm, lookForm, placeForm, settingForm } from './forms.ts';
import { HoldPage, holdColumns, holdFields, ListPage, LookPage, placeWords, SettingPage } from './pages.tsx';
import { holdRows, holdView, keepsPictures, lookUp, placesNow, pupilsToLookUp, settingsWithNames, type HoldRow, type HoldView } from './reads.ts';
import type { Outcome, PictureSetting, PlaceState } from './words.ts';

/** Everybody on the staff may use pictures, and so looks children up. */
const USERS = either(kinds('staff'), offices('head', 'dsl'));

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/pictures-on-hold`;
const lookOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/picture-check`;
const trailOf = (asked: Asked<unknown>) => [['Pictures on hold', baseOf(asked)]] as const;
export const askOf = async (asked: Asked<unknown>, shared: Shared) => ({ school: asked.school, vocabulary: shared.vocabulary, today: asked.today, reader: asked.reader, lock: await lockFor(shared, asked.school) });
const doingOf = async (asked: Asked<unknown>, shared: Shared): Promise<Doing> => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today, lock: await lockFor(shared, asked.school) });

export const routes = (shared: Shared): Route[] => [
  ...registerRoutes(list(shared)),
  get('/:school/pictures-on-hold/settings', { who: SIGNED_IN, page: asked => showSetting(asked, shared, null, {}) }),
  post('/:school/pictures-on-hold/settings', { who: SIGNED_IN, form: settingForm, deed: asked => setPlaces(asked, shared), again: (asked, { errors, raw }) => showSetting(asked, shared, raw, errors) }),
  get('/:school/pictures-on-hold/:hold', { who: SIGNED_IN, page: asked => showHold(asked, shared, {}, {}) }),
  post('/:school/pictures-on-hold/:hold/place', { who: SIGNED_IN, form: placeForm, deed: asked => seeTo(asked, shared), again: (asked, { errors, raw }) => showHold(asked, shared, raw, errors) }),
  post('/:school/pictures-on-hold/:hold/lift', { who: SIGNED_IN, form: liftForm, deed: asked => lift(asked, shared), again: (asked, { errors, raw }) => showHold(asked, shared, raw, errors, true) }),
  get('/:school/picture-check', { who: USERS, page: asked => showLook(asked, shared, { group: asked.query['group'] ?? '', search: '', children: null }) }),
  post('/:school/picture-check', { who: USERS, form: lookForm, deed: asked => look(asked, shared), again: async () => NOT_FOUND }),
];

const list = (shared: Shared): Register<HoldRow> => ({
  path: '/pictures-on-hold', who: SIGNED_IN, file: 'pictures-on-hold', fields: () => holdFields(),
  find: async (asked, ask) => {
    const reading = await askOf(asked, shared);
    const all = await asked.read(tx => holdRows(tx, reading));
    return all && partOf(all.filter(one => (ask.chosen['state'] === '' || one.state === ask.chosen['state']) && fits(`${one.name} ${one.class}`, ask)), ask);
  },
  columns: asked => holdColumns(baseOf(asked), asked.today),
  page: (asked, found) => page('Pictures on hold', <ListPage list={found} lookHref={lookOf(asked)} settingsHref={`${baseOf(asked)}/settings`} />, { look: 'wide' }),
});

async function viewOf(asked: Asked<unknown>, shared: Shared): Promise<HoldView | null> {
  const id = asked.params['hold'] ?? '';
  const reading = await askOf(asked, shared);
  return isId(id) ? asked.read(tx => holdView(tx, reading, id)) : null;
}

async function showHold(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Readonly<Record<string, string>>, lifting = false): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view || (lifting && !view.lifts)) return NOT_FOUND;
  return page('Pictures on hold', <HoldPage {...view} base={baseOf(asked)} vocabulary={shared.vocabulary} today={asked.today} raw={raw} errors={errors} />, { trail: trailOf(asked), look: 'wide', status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function seeTo(asked: Asked<{ place: string; state: PlaceState; whom: string; askedOn: string | null }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view || view.state === 'again') return NOT_FOUND;
  const { place, state, whom, askedOn } = asked.form;
  if (state === 'asked' && askedOn !== null && askedOn > asked.today) return showHold(asked, shared, { place, state, whom, askedOn }, { askedOn: 'Choose today or an earlier day' });
  const given = state === 'asked' ? { whom, askedOn } : { whom: '', askedOn: null };
  const doing = await doingOf(asked, shared);
  const done = await asked.change(tx => seeToPlace(tx, doing, { hold: view.hold.id, place, state, ...given }));
  return done ? goTo(`${baseOf(asked)}/${view.hold.id}`, 'It is saved.') : NOT_FOUND;
}

async function lift(asked: Asked<{ outcome: Outcome; reason: string }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.lifts || view.state === 'again') return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  const done = await asked.change(tx => liftHold(tx, doing, { hold: view.hold, ...asked.form }));
  return done ? goTo(`${baseOf(asked)}/${view.hold.id}`, asked.form.outcome === 'again' ? 'Pictures of this child may be used again.' : 'Pictures of this child are never to be used again.') : NOT_FOUND;
}

async function showSetting(asked: Asked<unknown>, shared: Shared, given: Body | null, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const ask = { school: asked.school, vocabulary: shared.vocabulary, today: asked.today, reader: asked.reader };
  const view = await asked.read(async tx => (await keepsPictures(tx, ask) ? { now: await placesNow(tx, ask), history: await settingsWithNames(tx) } : null));
  if (!view) return NOT_FOUND;
  const raw = given ?? { places: view.now.places.map(place => placeWords(place, shared.vocabulary)).join('\n'), days: view.now.days === null ? '' : String(view.now.days), since: asked.today };
  return page('Where pictures may be', <SettingPage action={`${baseOf(asked)}/settings`} said={view.now.said} history={view.history} raw={raw} errors={errors} />, { trail: trailOf(asked), status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function setPlaces(asked: Asked<Omit<PictureSetting, 'by'>>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const ask = { school: asked.school, vocabulary: shared.vocabulary, today: asked.today, reader: asked.reader };
  if (!(await asked.read(tx => keepsPictures(tx, ask)))) return NOT_FOUND;
  if (form.since < asked.today) return showSetting(asked, shared, { places: form.places.join('\n'), days: form.days === null ? '' : String(form.days), since: form.since }, { since: 'Choose today or a later day' });
  const doing = await doingOf(asked, shared);
  await asked.change(tx => setPictureSetting(tx, doing, form));
  return goTo(`${baseOf(asked)}/settings`, 'It is saved.');
}

interface LookAsk { readonly group: string; readonly search: string; readonly children: readonly string[] | null }

async function showLook(asked: Asked<unknown>, shared: Shared, of: LookAsk): Promise<Reply> {
  const reading = await askOf(asked, shared);
  const { found, looked, keeps } = await asked.read(async tx => ({
    keeps: await keepsPictures(tx, reading),
    found: await pupilsToLookUp(tx, { ...of, today: asked.today, vocabulary: shared.vocabulary }),
    looked: of.children === null ? null : await lookUp(tx, reading, of.children),
  }));
  const people = found.people.map(one => ({ id: one.id, name: fullName(one), class: of.search ? one.place?.class ?? '' : '' }));
  return page('May this picture be used?', <LookPage action={lookOf(asked)} group={of.group} search={of.search} classes={found.classes} people={people} chosen={of.children ?? []} looked={looked} mayIHref={`/${asked.school.slug}/may-i`} holdsHref={keeps ? baseOf(asked) : null} />);
}

async function look(asked: Asked<{ group: string; children: string[]; find: boolean; search: string }>, shared: Shared): Promise<Reply> {
  const { group, children, find, search } = asked.form;
  return showLook(asked, shared, { group: find ? '' : group, search: find ? search : '', children: find ? null : children.filter(isId) });
}
