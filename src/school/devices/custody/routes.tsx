/** The addresses of custody. Whether one may take something is asked of the rules; a receipt is for whoever's it is, their parents and those who dealt with it. */
import { isId } from '../../../platform/ids.ts';
import { either, get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Form, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { addKeepingPlace, closePlace, comeBack, giveBack, handOn, handOver, setCustody, strikeOut, takeBackReturn, type Doing } from './deeds.ts';
import { backForm, buttonForm, closeForm, homeForm, onForm, overForm, placeForm, settingsForm, strikeForm, takeForm } from './forms.ts';
import { EntryPage, type OneView } from './pages/entry.tsx';
import { HeldPage, ReceiptPage } from './pages/receipt.tsx';
import { custodyColumns, custodyFields, RegisterPage } from './pages/register.tsx';
import { SettingsPage } from './pages/settings.tsx';
import { awaitedFor, countEntries, entryView, listEntries, listPlaces, rowsOf, rulesView, searched, settingsView, type Ask, type EntryRow, type EntryView } from './reads.ts';
import { receiptOf, receiptsFor } from './receipts.ts';
import { doTake, showTake } from './taking.tsx';
import { STANDINGS, type CustodySettings } from './words.ts';

type Errors = Readonly<Record<string, string>>;
/** Anybody on the staff: what each may do is asked of the rules. */
const STAFF: Who = either(kinds('staff'), offices('head', 'deputy-head', 'office', 'dsl'));
const SETTERS: Who = offices('head', 'deputy-head', 'office');
const HOME: Who = kinds('pupil', 'parent');
const NO_STORE = { 'cache-control': 'no-store' };

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/devices/custody`;
const doingOf = (asked: Asked<unknown>): Doing => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });
const askOf = (asked: Asked<unknown>, { vocabulary }: Shared): Ask => ({ school: asked.school, vocabulary, today: asked.today, now: asked.now, reader: asked.reader });
const trailOf = (asked: Asked<unknown>) => [['Devices taken into custody', baseOf(asked)]] as const;
const statusOf = (errors: Errors): number => (Object.keys(errors).length > 0 ? 422 : 200);

export const custodyNav: readonly NavEntry[] = [
  { text: 'Devices taken into custody', path: '/devices/custody', who: STAFF, order: 66, under: 'school', says: 'What was taken from pupils, who looks after it, and when it goes back.' },
  { text: 'How devices go back', path: '/devices/custody/settings', who: SETTERS, order: 67, under: 'school', says: 'When a device that was taken goes back and to whom, and where devices lie.' },
  { text: 'Things that the school holds', path: '/devices/held', who: HOME, order: 66, under: 'school', says: 'What the school has taken and looks after, and when it comes back.' },
];

export const custodyRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(register(shared)),
  get('/:school/devices/held', { who: HOME, page: asked => showHeld(asked, shared) }),
  get('/:school/devices/custody/new', { who: STAFF, page: asked => showTake(asked, shared, { raw: { place: 'school-site' }, errors: {} }) }),
  post('/:school/devices/custody/new', { who: STAFF, form: takeForm, deed: asked => doTake(asked, shared), again: (asked, { raw, errors }) => showTake(asked, shared, { raw, errors }) }),
  get('/:school/devices/custody/settings', { who: SETTERS, page: asked => showSettings(asked, shared, null, {}) }),
  post('/:school/devices/custody/settings', { who: SETTERS, form: settingsForm, deed: asked => saveSettings(asked), again: (asked, { raw, errors }) => showSettings(asked, shared, raw, errors) }),
  post('/:school/devices/custody/settings/places', { who: SETTERS, form: placeForm, deed: asked => addPlace(asked, shared), again: (asked, { raw, errors }) => showSettings(asked, shared, raw, errors) }),
  post('/:school/devices/custody/settings/places/:place', { who: SETTERS, form: closeForm, deed: asked => close(asked), again: async () => NOT_FOUND }),
  get('/:school/devices/custody/:entry', { who: STAFF, page: asked => showEntry(asked, shared, {}) }),
  get('/:school/devices/custody/:entry/receipt', { who: SIGNED_IN, page: asked => showReceipt(asked, shared) }),
  step(shared, { path: 'over', form: overForm, done: 'Written down.', may: view => view.entry.state === 'held', work: async (asked, view) => {
    const { to, keptIn, text } = asked.form;
    if (!view.staff.some(one => one.id === to)) return { to: 'Choose who looks after it now' };
    return asked.change(tx => handOver(tx, doingOf(asked), view.entry, { to, keptIn: openPlace(view, keptIn), text }));
  } }),
  step(shared, { path: 'back', form: backForm, done: 'It is given back.', may: () => true, work: (asked, view) => asked.change(tx => giveBack(tx, doingOf(asked), view.entry.id, asked.form)) }),
  step(shared, { path: 'on', form: onForm, done: 'It is handed on.', may: view => view.entry.state === 'held', work: (asked, view) => asked.change(tx => handOn(tx, doingOf(asked), view.entry.id, asked.form)) }),
  step(shared, { path: 'home', form: homeForm, done: 'It is with you again.', may: view => view.entry.state === 'handed-on', work: (asked, view) => asked.change(tx => comeBack(tx, doingOf(asked), view.entry.id, openPlace(view, asked.form.keptIn))) }),
  post('/:school/devices/custody/:entry/not-back', { who: STAFF, form: buttonForm, deed: asked => notBack(asked, shared), again: async () => NOT_FOUND }),
  step(shared, { path: 'strike', form: strikeForm, done: 'It is struck out. It stays to be seen.', may: view => view.strikes, work: (asked, view) => asked.change(tx => strikeOut(tx, doingOf(asked), view.entry.id, asked.form.text)) }),
];

const openPlace = (view: EntryView, place: string | null): string | null => view.places.find(one => one.id === place)?.id ?? null;

const register = (shared: Shared): Register<EntryRow> => ({
  path: '/devices/custody', who: STAFF, file: 'devices-in-custody', sorts: ['taken', 'due', 'label'],
  fields: () => custodyFields([...shared.vocabulary.facts.get('device-kind')?.values.keys() ?? []], shared.vocabulary),
  find: (asked, { search, chosen, sort, descending, limit, offset }) => asked.read(async tx => {
    const { today } = asked;
    const ask = { today, standing: STANDINGS.find(one => one === chosen['standing']) ?? null, kind: chosen['kind'] ?? '', search: await searched(tx, { vocabulary: shared.vocabulary, today }, search) };
    const entries = await listEntries(tx, { ...ask, sort: sort === 'due' || sort === 'label' ? sort : 'taken', descending, limit, offset });
    return { rows: await rowsOf(tx, today, entries), total: await countEntries(tx, ask) };
  }),
  columns: asked => custodyColumns({ base: baseOf(asked), vocabulary: shared.vocabulary, today: asked.today }),
  page: async (asked, list) => {
    const ask = askOf(asked, shared);
    const { awaited, takes } = await asked.read(async tx => ({ awaited: await awaitedFor(tx, ask), takes: (await rulesView(tx, ask)).kinds.length > 0 }));
    return page('Devices taken into custody', <RegisterPage list={list} awaited={awaited} takes={takes} sets={SETTERS.admits === 'some' && SETTERS.offices.some(office => asked.reader.offices.includes(office))} />, { look: 'wide', headers: NO_STORE });
  },
});

const viewOf = async (asked: Asked<unknown>, shared: Shared): Promise<EntryView | null> => {
  const id = asked.params['entry'] ?? '';
  return isId(id) ? asked.read(tx => entryView(tx, askOf(asked, shared), id)) : null;
};

async function showEntry(asked: Asked<unknown>, shared: Shared, more: Partial<Pick<OneView, 'raw' | 'errors' | 'form'>>): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view) return NOT_FOUND;
  const one: OneView = { view, here: `${baseOf(asked)}/${view.entry.id}`, vocabulary: shared.vocabulary, today: asked.today, raw: {}, errors: {}, form: null, ...more };
  return page(`Device number ${view.entry.label}`, <EntryPage {...one} />, { look: 'wide', status: statusOf(one.errors), trail: trailOf(asked), headers: NO_STORE });
}

interface Step<T> {
  readonly path: NonNullable<OneView['form']> | 'home';
  readonly form: Form<T>;
  readonly done: string;
  readonly may: (view: EntryView) => boolean;
  /** Errors beside their fields, or whether it was done. */
  readonly work: (asked: Asked<T>, view: EntryView) => Promise<boolean | Errors>;
}

/** One thing that can be done with an entry: its form stands on the entry's own page. */
function step<T>(shared: Shared, one: Step<T>): Route {
  const open = async (asked: Asked<unknown>): Promise<EntryView | null> => {
    const view = await viewOf(asked, shared);
    return view?.handles && ['held', 'handed-on'].includes(view.entry.state) && one.may(view) ? view : null;
  };
  const form = one.path === 'home' ? null : one.path;
  return post(`/:school/devices/custody/:entry/${one.path}`, {
    who: STAFF, form: one.form,
    again: async (asked, { raw, errors }) => ((await open(asked)) ? showEntry(asked, shared, { raw, errors, form }) : NOT_FOUND),
    deed: async asked => {
      const view = await open(asked);
      if (!view) return NOT_FOUND;
      const done = await one.work(asked, view);
      if (typeof done !== 'boolean') return showEntry(asked, shared, { raw: asked.form as Body, errors: done, form });
      return done ? goTo(`${baseOf(asked)}/${view.entry.id}`, one.done) : NOT_FOUND;
    },
  });
}

async function notBack(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view?.takesBack) return NOT_FOUND;
  const done = await asked.change(tx => takeBackReturn(tx, doingOf(asked), view.entry.id));
  return done ? goTo(`${baseOf(asked)}/${view.entry.id}`, 'It is held again, by you.') : NOT_FOUND;
}

async function showHeld(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const receipts = await asked.read(tx => receiptsFor(tx, askOf(asked, shared)));
  return page('Things that the school holds', <HeldPage receipts={receipts} base={`/${asked.school.slug}/devices`} vocabulary={shared.vocabulary} />, { headers: NO_STORE });
}

async function showReceipt(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const id = asked.params['entry'] ?? '';
  const receipt = isId(id) ? await asked.read(tx => receiptOf(tx, askOf(asked, shared), id)) : null;
  if (!receipt) return NOT_FOUND;
  const family = asked.reader.kinds.includes('pupil') || asked.reader.kinds.includes('parent');
  return page('Receipt', <ReceiptPage receipt={receipt} school={asked.school.name} vocabulary={shared.vocabulary} />, { trail: family ? [['Things that the school holds', `/${asked.school.slug}/devices/held`]] : trailOf(asked), headers: NO_STORE });
}

async function showSettings(asked: Asked<Body>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const view = await asked.read(tx => settingsView(tx, askOf(asked, shared)));
  const held: Body = Object.fromEntries(Object.entries(view.settings).map(([name, value]) => [name, String(value)]));
  return page('How devices go back', <SettingsPage view={view} action={`${baseOf(asked)}/settings`} raw={{ ...held, ...raw }} errors={errors} />, { look: 'wide', status: statusOf(errors), trail: trailOf(asked) });
}

async function saveSettings(asked: Asked<CustodySettings>): Promise<Reply> {
  await asked.change(tx => setCustody(tx, doingOf(asked), asked.form));
  return goTo(`${baseOf(asked)}/settings`, 'Saved. It holds from today.');
}

async function addPlace(asked: Asked<{ name: string }>, shared: Shared): Promise<Reply> {
  const known = (await asked.read(listPlaces)).some(place => place.name.toLowerCase() === asked.form.name.toLowerCase());
  if (known) return showSettings(asked as unknown as Asked<Body>, shared, { name: asked.form.name }, { name: 'There is a place of this name already' });
  await asked.change(tx => addKeepingPlace(tx, doingOf(asked), asked.form.name));
  return goTo(`${baseOf(asked)}/settings`, 'The place is added.');
}

async function close(asked: Asked<{ closed: 'yes' | 'no' }>): Promise<Reply> {
  const id = asked.params['place'] ?? '';
  const done = isId(id) && await asked.change(tx => closePlace(tx, doingOf(asked), id, asked.form.closed === 'yes'));
  return done ? goTo(`${baseOf(asked)}/settings`, 'Saved.') : NOT_FOUND;
}

