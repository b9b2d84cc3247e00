/** The addresses of recordings for those who are asked, and of the school's setting. Everybody signed in may be asked. */
import { isDay } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { get, goTo, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import { namesOf, yearsOf } from '../../people/index.ts';
import { OVERSEERS } from './decisions.ts';
import { answerRecording, setOwnWord } from './deeds.ts';
import { answerForm, ownWordForm } from './forms.ts';
import { AnswerPage, askedColumns, askedFields, AskedPage, heading, SettingsPage, stillAsked } from './asked-pages.tsx';
import { askedRows, askedView, listOwnWords, type AskedRow } from './reads.ts';
import { askOf, doingOf } from './routes.tsx';

const SETTERS = offices(...OVERSEERS);
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/recordings/asked`;
const trailOf = (asked: Asked<unknown>) => [['Recordings you were asked about', baseOf(asked)]] as const;
const isYoung = (asked: Asked<unknown>): boolean => asked.reader.kinds.includes('pupil-ks1');

export const askedRoutes = (shared: Shared): Route[] => [
  ...registerRoutes(list(shared)),
  get('/:school/recordings/settings', { who: SETTERS, page: asked => showSettings(asked, { since: asked.today }, {}) }),
  post('/:school/recordings/settings', { who: SETTERS, form: ownWordForm, deed: set, again: (asked, { errors, raw }) => showSettings(asked, raw, errors) }),
  get('/:school/recordings/asked/:recording', { who: SIGNED_IN, page: asked => show(asked, shared, {}) }),
  post('/:school/recordings/asked/:recording', { who: SIGNED_IN, form: answerForm, deed: asked => answer(asked, shared), again: (asked, { errors }) => show(asked, shared, errors) }),
];

const list = (shared: Shared): Register<AskedRow> => ({
  path: '/recordings/asked', who: SIGNED_IN, file: 'recordings-asked', fields: () => askedFields(),
  find: (asked, { chosen, limit, offset }) => asked.read(tx => askedRows(tx, askOf(asked, shared), { openOnly: chosen['when'] === 'coming', limit, offset })),
  columns: asked => askedColumns(baseOf(asked), shared.vocabulary),
  page: (_asked, found) => page('Recordings you were asked about', <AskedPage list={found} />, { look: 'wide' }),
});

const viewOf = (asked: Asked<unknown>, shared: Shared) => {
  const id = asked.params['recording'] ?? '';
  return isId(id) ? asked.read(tx => askedView(tx, askOf(asked, shared), id)) : Promise.resolve(null);
};

async function show(asked: Asked<Body>, shared: Shared, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const view = await viewOf(asked, shared);
  if (!view) return NOT_FOUND;
  const young = isYoung(asked);
  return page(heading(view), <AnswerPage {...view} action={`${baseOf(asked)}/${view.recording.id}`} vocabulary={shared.vocabulary} today={asked.today} young={young} errors={errors} />,
    { trail: trailOf(asked), status: Object.keys(errors).length > 0 ? 422 : 200, look: young ? 'kid' : 'plain' });
}

async function answer(asked: Asked<{ person: string; says: 'yes' | 'no' }>, shared: Shared): Promise<Reply> {
  const view = await viewOf(asked, shared);
  const one = view?.speaks.find(speaks => speaks.person === asked.form.person);
  if (!view || !one || !stillAsked(view)) return NOT_FOUND;
  const { says } = asked.form;
  await asked.change(tx => answerRecording(tx, doingOf(asked), { recording: view.recording, person: one.person, voice: one.voice, says, before: one.mine }));
  const to = `${baseOf(asked)}/${view.recording.id}`;
  if (says === 'yes') return goTo(to, 'You said yes. You can take it back on any day.');
  return goTo(to, one.mine === 'yes' ? 'Your yes is taken back. Whoever asked is told at once.' : 'You said no. Nobody is told why.');
}

async function showSettings(asked: Asked<unknown>, raw: Body, errors: Readonly<Record<string, string>>): Promise<Reply> {
  const view = await asked.read(async tx => {
    const history = await listOwnWords(tx);
    const names = await namesOf(tx, [...new Set(history.flatMap(one => one.by ?? []))]);
    return { years: (await yearsOf(tx, asked.today)).map(year => year.name), history: history.map(one => ({ ...one, byName: names.get(one.by ?? '') ?? '' })) };
  });
  const fromYear = raw['fromYear'] ?? view.history.find(one => isDay(one.since) && one.since <= asked.today)?.fromYear ?? '';
  return page('A pupil’s own yes', <SettingsPage action={`/${asked.school.slug}/recordings/settings`} {...view} raw={{ ...raw, fromYear }} errors={errors} />, { trail: [['Recordings', `/${asked.school.slug}/recordings`]], status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function set(asked: Asked<{ since: string; fromYear: string | null }>): Promise<Reply> {
  const { form, today } = asked;
  const again = (errors: Readonly<Record<string, string>>) => showSettings(asked, { since: form.since, fromYear: form.fromYear ?? '' }, errors);
  if (form.since < today) return again({ since: 'Choose today or a later day' });
  if (form.fromYear !== null && !(await asked.read(tx => yearsOf(tx, today))).some(year => year.name === form.fromYear)) return again({ fromYear: 'Choose one of these' });
  await asked.change(tx => setOwnWord(tx, doingOf(asked), form));
  return goTo(`/${asked.school.slug}/recordings/settings`, 'It is saved.');
}
