/** The addresses of applications. Who keeps the register hangs on the school, so each handler looks itself; what is not open to a reader is not there. */
import { isId } from '../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../platform/web/index.ts';
import { holds, partOf, registerRoutes, type Register } from '../../registers/index.ts';
import type { Shared } from '../feature.ts';
import { isHeld, yearsOf } from '../people/index.ts';
import { capital } from '../policies/index.ts';
import { keeps } from './decisions.ts';
import { addAppUser, changeApplication, endAppUser, listApplication, restoreApplication, reviewApplication, setKeeping, widenApplication, withdrawApplication, type Doing } from './deeds.ts';
import { appForm, buttonForm, restoreForm, reviewForm, settingForm, userForm, widenForm, withdrawForm } from './forms.ts';
import { importRoutes } from './import-routes.tsx';
import { SettingsPage, WithdrawPage } from './keeping-pages.tsx';
import { AppPage } from './one-page.tsx';
import { EditPage, MinePage, RegisterPage, registerColumns, registerFields, textIn, type EditView, type Errors, type KeepView } from './pages.tsx';
import { appView, citesOf, findApp, groundOf, mineOf, nameable, registerOf, type AppRow, type Ground } from './reads.ts';
import type { App } from './words.ts';

/** Everybody who reads the whole register. */
export const READERS = kinds('staff', 'governor', 'trustee');
const TURNS_ON_A_PAGE = 50;
/** For whom an application is opened: kinds of the vocabulary, the wider ones first. */
const OPEN_TO = ['staff', 'teacher', 'support-staff', 'supply', 'ict', 'pupil', 'pupil-ks1', 'pupil-senior', 'parent', 'governor', 'trustee', 'volunteer', 'visitor'] as const;

export const routes = (shared: Shared): Route[] => [
  get('/:school/apps', { who: SIGNED_IN, page: asked => showMine(asked, shared) }),
  ...registerRoutes(register(shared)),
  get('/:school/apps/new', { who: READERS, page: asked => edit(asked, shared, { raw: null, errors: {} }) }),
  post('/:school/apps/new', { who: READERS, form: appForm, deed: asked => save(asked, shared), again: (asked, { raw, errors }) => edit(asked, shared, { raw, errors }) }),
  ...importRoutes(shared),
  get('/:school/apps/settings', { who: offices('head'), page: asked => settings(asked, shared, null, {}) }),
  post('/:school/apps/settings', { who: offices('head'), form: settingForm, deed: asked => saveSettings(asked, shared), again: (asked, { raw, errors }) => settings(asked, shared, raw, errors) }),
  get('/:school/apps/:app', { who: SIGNED_IN, page: asked => showOne(asked, shared) }),
  get('/:school/apps/:app/edit', { who: READERS, page: asked => edit(asked, shared, { raw: null, errors: {} }) }),
  post('/:school/apps/:app/edit', { who: READERS, form: appForm, deed: asked => save(asked, shared), again: (asked, { raw, errors }) => edit(asked, shared, { raw, errors }) }),
  post('/:school/apps/:app/widen', { who: READERS, form: widenForm, again: (asked, { raw, errors }) => again(asked, shared, raw, errors), deed: asked => kept(asked, shared, async (doing, app) => {
    const done = await asked.change(tx => widenApplication(tx, doing, { app, ...asked.form }));
    return done ? goTo(hereOf(asked), 'It is on the list.') : NOT_FOUND;
  }) }),
  post('/:school/apps/:app/review', { who: READERS, form: reviewForm, again: (asked, { raw, errors }) => again(asked, shared, raw, errors), deed: asked => kept(asked, shared, async (doing, app) => {
    if (app.state !== 'listed') return NOT_FOUND;
    const done = await asked.change(tx => reviewApplication(tx, doing, { app, ...asked.form }));
    return goTo(hereOf(asked), done ? 'Noted that somebody looked at it again.' : quicker());
  }) }),
  get('/:school/apps/:app/withdraw', { who: READERS, page: asked => kept(asked, shared, (_, app) => withdrawPage(asked, app, {}, {})) }),
  post('/:school/apps/:app/withdraw', { who: READERS, form: withdrawForm, again: (asked, { raw, errors }) => kept(asked, shared, (_, app) => withdrawPage(asked, app, raw, errors)), deed: asked => kept(asked, shared, async (doing, app) => {
    if (app.state === 'withdrawn') return NOT_FOUND;
    const done = await asked.change(tx => withdrawApplication(tx, doing, { app, reason: asked.form.reason }));
    return goTo(hereOf(asked), done ? 'It is withdrawn. Those named for it are told.' : quicker());
  }) }),
  post('/:school/apps/:app/restore', { who: READERS, form: restoreForm, again: (asked, { raw, errors }) => again(asked, shared, raw, errors), deed: asked => kept(asked, shared, async (doing, app) => {
    const done = await asked.change(tx => restoreApplication(tx, doing, { app, reviewOn: asked.form.reviewOn }));
    return done ? goTo(hereOf(asked), 'It is on the list again.') : NOT_FOUND;
  }) }),
  post('/:school/apps/:app/users', { who: READERS, form: userForm, again: (asked, { raw, errors }) => again(asked, shared, raw, errors), deed: asked => kept(asked, shared, (doing, app) => nameSomebody(asked, shared, { doing, app })) }),
  post('/:school/apps/:app/users/:user/end', { who: READERS, form: buttonForm, again: async () => NOT_FOUND, deed: asked => kept(asked, shared, async (doing, app) => {
    const view = await asked.read(tx => appView(tx, app, { limit: 1, offset: 0 }));
    const user = view.users.find(one => one.id === asked.params['user'] && one.endedOn === null);
    if (!user) return NOT_FOUND;
    await asked.change(tx => endAppUser(tx, doing, { app, user }));
    return goTo(hereOf(asked), 'It is no longer open to them.');
  }) }),
];

const quicker = (): string => 'Somebody else was quicker.';

export const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/apps`;
const hereOf = (asked: Asked<unknown>): string => `${baseOf(asked)}/${asked.params['app'] ?? ''}`;
const trailOf = (asked: Asked<unknown>) => [['Applications', `${baseOf(asked)}/register`]] as const;
const place = (asked: Asked<unknown>, { vocabulary }: Shared) => ({ school: asked.school, vocabulary, today: asked.today });
export const groundFor = (asked: Asked<unknown>, shared: Shared): Promise<Ground> => asked.read(tx => groundOf(tx, place(asked, shared)));
export const doingOf = (asked: Asked<unknown>, { keeping }: Ground): Doing => ({ school: asked.school, by: asked.reader.person!, as: asked.reader.offices.includes(keeping.office) ? keeping.office : 'head', at: asked.now, today: asked.today });
const keepViewOf = (asked: Asked<unknown>, { vocabulary }: Shared, { keeping, keepers }: Ground): KeepView => ({ base: baseOf(asked), vocabulary, today: asked.today, keeping, keepers, mine: keeps(asked.reader, keeping), isHead: asked.reader.offices.includes('head') });
export const kindChoices = ({ vocabulary }: Shared): { value: string; text: string }[] => OPEN_TO.flatMap(kind => { const known = vocabulary.kinds.get(kind); return known ? [{ value: kind, text: known.title }] : []; });
const dataChoices = ({ vocabulary }: Shared): { value: string; text: string }[] => [...(vocabulary.facts.get('data-kind')?.values.values() ?? [])].filter(value => value.value !== 'private-file').map(value => ({ value: value.value, text: capital(value.plain) }));
const readsAll = ({ reader }: Asked<unknown>): boolean => READERS.admits === 'some' && reader.kinds.some(kind => READERS.kinds.includes(kind));

/** For whoever keeps the register: the deed, on an application that is there. */
async function kept(asked: Asked<unknown>, shared: Shared, work: (doing: Doing, app: App) => Promise<Reply>): Promise<Reply> {
  const id = asked.params['app'] ?? '';
  const ground = await groundFor(asked, shared);
  const app = isId(id) && keeps(asked.reader, ground.keeping) ? await asked.read(tx => findApp(tx, id)) : null;
  return app ? work(doingOf(asked, ground), app) : NOT_FOUND;
}

async function showMine(asked: Asked<Body>, { vocabulary }: Shared): Promise<Reply> {
  const mine = await asked.read(tx => mineOf(tx, { reader: asked.reader, vocabulary, today: asked.today }));
  const pupil = asked.reader.kinds.includes('pupil');
  return page(pupil ? 'Apps you may use' : 'Applications you may use', <MinePage view={{ base: baseOf(asked), vocabulary, today: asked.today }} mine={mine} staff={readsAll(asked)} pupil={pupil} />, asked.reader.kinds.includes('pupil-ks1') ? { look: 'kid' } : {});
}

const register = (shared: Shared): Register<AppRow> => ({
  path: '/apps/register', who: READERS, file: 'applications', fields: () => registerFields(kindChoices(shared)), sorts: ['usual', 'name', 'review'],
  find: async (asked, ask) => {
    const { rows } = await registerFor(asked, shared);
    const { state, kind } = ask.chosen;
    const stands = (row: AppRow): boolean => state === '' || (state === 'overdue' ? row.overdue : state === 'now' ? row.app.state === 'listed' && !row.overdue : row.app.state === state);
    const open = (row: AppRow): boolean => kind === '' || kind === undefined || row.app.kinds.includes(kind) || (shared.vocabulary.kinds.get(kind)?.within ?? []).some(wide => row.app.kinds.includes(wide));
    const fits = rows.filter(row => stands(row) && open(row) && holds(`${row.app.name} ${row.app.otherNames.join(' ')} ${row.app.purpose}`, ask));
    const by = { name: (row: AppRow) => row.app.name.toLowerCase(), review: (row: AppRow) => row.app.reviewOn ?? '9999' }[ask.sort];
    const sorted = by ? fits.toSorted((a, b) => by(a).localeCompare(by(b), 'en-GB')) : fits;
    return partOf(ask.descending ? sorted.toReversed() : sorted, ask);
  },
  columns: asked => registerColumns({ base: baseOf(asked), vocabulary: shared.vocabulary, today: asked.today }),
  page: async (asked, list) => {
    const { ground, open } = await registerFor(asked, shared);
    return page('Applications', <RegisterPage view={keepViewOf(asked, shared, ground)} list={list} open={open.map(one => ({ ...one, cited: citesOf(ground.rulebook, one.clauses) }))} />, { look: 'wide' });
  },
});

const registerFor = (asked: Asked<unknown>, shared: Shared) => asked.read(async tx => {
  const ground = await groundOf(tx, place(asked, shared));
  return { ground, ...await registerOf(tx, ground.rulebook, asked.today) };
});

async function showOne(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  return again(asked, shared, {}, {}, 200);
}

/** One application; what was sent and is wrong comes back on its page. */
async function again(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors, status = 422): Promise<Reply> {
  const id = asked.params['app'] ?? '';
  const app = isId(id) ? await asked.read(tx => findApp(tx, id)) : null;
  if (!app) return NOT_FOUND;
  const ground = await groundFor(asked, shared);
  const keep = keepViewOf(asked, shared, ground);
  const full = readsAll(asked) || keep.mine;
  if (status !== 200 && !keep.mine) return NOT_FOUND;
  if (!full && !(await asked.read(tx => mineOf(tx, { reader: asked.reader, vocabulary: shared.vocabulary, today: asked.today }))).some(mine => mine.apps.some(one => one.app.id === id))) return NOT_FOUND;
  const number = Math.max(1, Math.min(500, Math.floor(Number(asked.query['page'])) || 1));
  const view = await asked.read(tx => appView(tx, app, { limit: TURNS_ON_A_PAGE, offset: (number - 1) * TURNS_ON_A_PAGE }));
  const people = keep.mine ? await asked.read(tx => nameable(tx, place(asked, shared))) : [];
  return page(app.name, <AppPage {...keep} {...view} cited={citesOf(ground.rulebook, app.clauses)} people={people} reviewFrom={ground.reviewFrom} kinds={kindChoices(shared)} page={number} pages={Math.max(1, Math.ceil(view.allTurns / TURNS_ON_A_PAGE))} full={full} raw={raw} errors={errors} />, { status, trail: full ? trailOf(asked) : [['Applications', baseOf(asked)]] });
}

/** What the form begins with: the application, or what the rules name. */
async function edit(asked: Asked<unknown>, shared: Shared, { raw, errors }: { readonly raw: Body | null; readonly errors: Errors }): Promise<Reply> {
  const ground = await groundFor(asked, shared);
  if (!keeps(asked.reader, ground.keeping)) return NOT_FOUND;
  const id = asked.params['app'];
  const app = id === undefined ? null : isId(id) ? await asked.read(tx => findApp(tx, id)) : null;
  if (id !== undefined && (!app || app.state === 'withdrawn')) return NOT_FOUND;
  const { open } = await registerFor(asked, shared);
  const named = open.find(one => one.ruleName === (raw ? textIn(raw, 'from') : asked.query['from']));
  const start: Body = app ? { ...app, otherNames: app.otherNames.join('; '), reviewOn: app.reviewOn ?? ground.reviewFrom, clauses: '', ruleName: '' } as unknown as Body
    : { name: named?.name ?? (asked.query['name'] ?? '').slice(0, 100), otherNames: named?.otherNames.join('; ') ?? '', reviewOn: ground.reviewFrom, from: named?.ruleName ?? '' };
  const years = (await asked.read(tx => yearsOf(tx, asked.today))).map(year => year.name);
  const view: EditView = {
    action: app ? `${hereOf(asked)}/edit` : `${baseOf(asked)}/new`, heading: app ? app.name : 'Put an application on the list', back: app ? hereOf(asked) : `${baseOf(asked)}/register`,
    kinds: kindChoices(shared), years, data: dataChoices(shared), cited: citesOf(ground.rulebook, app?.clauses ?? named?.clauses ?? []), raw: raw ?? start, errors,
  };
  return page(view.heading, <EditPage {...view} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: trailOf(asked) });
}

type Given = Parameters<typeof listApplication>[2]['given'] & { readonly from?: string | undefined };

async function save(asked: Asked<Given>, shared: Shared): Promise<Reply> {
  const ground = await groundFor(asked, shared);
  if (!keeps(asked.reader, ground.keeping)) return NOT_FOUND;
  const years = (await asked.read(tx => yearsOf(tx, asked.today))).map(year => year.name);
  const { from, ...form } = asked.form;
  const only = (values: readonly string[], known: readonly string[]): string[] => known.filter(one => values.includes(one));
  const given = { ...form, kinds: only(form.kinds, kindChoices(shared).map(one => one.value)), years: only(form.years, years), data: only(form.data, dataChoices(shared).map(one => one.value)) };
  const doing = doingOf(asked, ground);
  const id = asked.params['app'];
  const app = id !== undefined && isId(id) ? await asked.read(tx => findApp(tx, id)) : null;
  if (id !== undefined && (!app || app.state === 'withdrawn')) return NOT_FOUND;
  const named = app ? undefined : (await registerFor(asked, shared)).open.find(one => one.ruleName === from);
  const done = await asked.change(async tx => (app ? (await changeApplication(tx, doing, { app, given })) && app.id : listApplication(tx, doing, { given, ruleName: named?.ruleName ?? null, clauses: named?.clauses ?? [] })));
  if (!done) return edit(asked, shared, { raw: { ...given, otherNames: given.otherNames.join('; '), from: from ?? '' } as unknown as Body, errors: { name: 'An application of this name is on the list already' } });
  return goTo(`${baseOf(asked)}/${done}`, app ? 'The change is saved.' : 'It is on the list.');
}

async function withdrawPage(asked: Asked<unknown>, app: App, raw: Body, errors: Errors): Promise<Reply> {
  if (app.state === 'withdrawn') return NOT_FOUND;
  const view = await asked.read(tx => appView(tx, app, { limit: 1, offset: 0 }));
  return page(`Withdraw ${app.name}?`, <WithdrawPage base={baseOf(asked)} app={app} asked={view.users.filter(user => user.endedOn === null).length} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: trailOf(asked) });
}

async function nameSomebody(asked: Asked<{ person: string; until: string | null }>, shared: Shared, { doing, app }: { readonly doing: Doing; readonly app: App }): Promise<Reply> {
  const { person, until } = asked.form;
  if (app.state === 'withdrawn') return NOT_FOUND;
  if (!(await asked.read(tx => nameable(tx, place(asked, shared)))).some(one => one.id === person)) return again(asked, shared, { until: until ?? '' }, { person: 'Choose a person' });
  if (until !== null && until < asked.today) return again(asked, shared, { person, until }, { until: 'Choose today or a later day' });
  const done = await asked.change(tx => addAppUser(tx, doing, { app, person, until }));
  return done ? goTo(hereOf(asked), 'It is open to them.') : again(asked, shared, { person, until: until ?? '' }, { person: 'They are named already' });
}

async function settings(asked: Asked<unknown>, shared: Shared, raw: Body | null, errors: Errors): Promise<Reply> {
  const { keeping } = await groundFor(asked, shared);
  const choices = officeChoices(shared);
  return page('Who keeps the list of applications', <SettingsPage base={baseOf(asked)} offices={choices} raw={raw ?? { office: keeping.office, remindDays: String(keeping.remindDays) }} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: trailOf(asked) });
}

/** Offices inside the school that somebody can hold. */
const officeChoices = ({ vocabulary }: Shared): { value: string; text: string }[] => [...vocabulary.offices.values()].filter(office => isHeld(office.name, vocabulary)).map(office => ({ value: office.name, text: capital(office.title) }));

async function saveSettings(asked: Asked<{ office: string; remindDays: number }>, shared: Shared): Promise<Reply> {
  const ground = await groundFor(asked, shared);
  if (!officeChoices(shared).some(one => one.value === asked.form.office)) return settings(asked, shared, { office: '', remindDays: String(asked.form.remindDays) }, { office: 'Choose an office' });
  await asked.change(tx => setKeeping(tx, doingOf(asked, ground), asked.form));
  return goTo(`${baseOf(asked)}/register`, 'Saved.');
}
