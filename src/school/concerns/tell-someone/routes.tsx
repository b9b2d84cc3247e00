/** The addresses of telling somebody. They stay the same whatever is told, and none waits behind a gate. */
import { either, EVERYONE, get, goTo, kinds, NOT_FOUND, offices, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { noteRead } from '../answered/deeds.ts';
import { askingOf, doingOf } from '../asking.ts';
import { doingAs, openConcern } from '../deeds/open.ts';
import { settingsNow } from '../deeds/route.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Opened, Panels } from '../words.ts';
import { unnamedAgain } from '../anonymous/again.tsx';
import { bearsPenalty, groupOf } from '../kinds.ts';
import { answerPupil, checkPhone, setHours, tellSomeone, writeMore } from './deeds.ts';
import { Duties, dutiesOf } from './duties.tsx';
import { aboutForm, answerForm, checkForm, hoursForm, moreForm, sendForm } from './forms.ts';
import { DoorPage, HoursPage, MinePage, SentPage, WritePage } from './pages.tsx';
import { drawTelling, type TellingPanel } from './panel.tsx';
import { BUTTON, forPupils, RingBefore } from './parts.tsx';
import { adultsFor, findTelling, hoursOn, readNow, toldBy } from './reads.ts';
import { phonePermissions, phoneRules } from './rules.ts';
import { tellingOf, type Telling } from './words.ts';

const PUPILS = kinds('pupil');
/** Who says when somebody reads what pupils tell. */
export const HOURS_KEEPERS = either(offices('dsl', 'head'), offices('deputy-head'));
/** Nothing of what is told stands in the title of a window. */
const title = (): string => 'For pupils';

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/tell-someone`;
const isPupil = (asked: Asked<unknown>): boolean => asked.reader.kinds.includes('pupil');
const lookOf = (asked: Asked<unknown>) => (asked.reader.kinds.includes('pupil-ks1') ? 'kid' as const : 'plain' as const);
const shown = (asked: Asked<unknown>, errors: FieldErrors = {}) => ({ look: lookOf(asked), withoutBox: true, status: Object.keys(errors).length > 0 ? 422 : 200 });

export const tellRoutes = (shared: Shared): Route[] => [
  get('/:school/tell-someone', { who: EVERYONE, page: asked => showDoor(asked, shared) }),
  post('/:school/tell-someone', { who: EVERYONE, form: aboutForm, deed: asked => (isPupil(asked) ? showWrite(asked, shared, { telling: tellingOf(asked.form.about)!, raw: {}, errors: {} }) : showDoor(asked, shared)), again: (asked, { errors }) => showDoor(asked, shared, errors['about']) }),
  // Why everyone: whoever was signed out while they wrote keeps their words, and can send them without a name.
  post('/:school/tell-someone/send', { who: EVERYONE, form: sendForm, perMinute: 60, deed: asked => send(asked, shared), again: (asked, { errors, raw }) => sendAgain(asked, shared, { raw, errors }) }),
  get('/:school/tell-someone/sent', { who: PUPILS, halfWay: true, page: async asked => page(title(), <SentPage base={baseOf(asked)} read={await asked.read(tx => readNow(tx, asked))} lines={forPupils(shared.helpLines)} />, shown(asked)) }),
  get('/:school/tell-someone/mine', { who: PUPILS, halfWay: true, page: asked => showMine(asked, shared, {}) }),
  post('/:school/tell-someone/mine', { who: PUPILS, halfWay: true, form: moreForm, deed: asked => more(asked, shared), again: (asked, { errors, raw }) => showMine(asked, shared, errors['words'] ? { [`words-${String(raw['report'] ?? '')}`]: errors['words'] } : errors) }),
  get('/:school/tell-someone/hours', { who: HOURS_KEEPERS, page: asked => showHours(asked, {}, {}) }),
  post('/:school/tell-someone/hours', { who: HOURS_KEEPERS, form: hoursForm, deed: asked => saveHours(asked, shared), again: (asked, { errors, raw }) => showHours(asked, raw, errors) }),
  post('/:school/concerns/:concern/answer-pupil', { who: SIGNED_IN, form: answerForm, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => backWith(asked, shared, { raw, errors }) }),
  post('/:school/concerns/:concern/check-phone', { who: SIGNED_IN, form: checkForm, deed: asked => check(asked, shared), again: (asked, { errors, raw }) => backWith(asked, shared, { raw, errors }) }),
];

async function showDoor(asked: Asked<unknown>, shared: Shared, error?: string): Promise<Reply> {
  const pupil = isPupil(asked);
  const view = { base: baseOf(asked), lines: pupil || asked.reader.person === null ? forPupils(shared.helpLines) : shared.helpLines, pupil, grownUp: asked.reader.person !== null && !pupil, somethingHappened: `/${asked.school.slug}/something-happened`, error };
  return page(title(), <DoorPage {...view} />, shown(asked, error ? { about: error } : {}));
}

interface Writing { readonly telling: Telling; readonly raw: Body; readonly errors: FieldErrors }

async function showWrite(asked: Asked<unknown>, shared: Shared, { telling, raw, errors }: Writing): Promise<Reply> {
  const view = await asked.read(async tx => ({ ...await adultsFor(tx, { person: asked.reader.person!, kinds: asked.reader.kinds, today: asked.today, shared }), read: await readNow(tx, asked) }));
  return page(title(), <WritePage base={baseOf(asked)} telling={telling} lines={forPupils(shared.helpLines)} {...view} raw={raw} errors={errors} />, shown(asked, errors));
}

const sendAgain = (asked: Asked<Body>, shared: Shared, { raw, errors }: Omit<Writing, 'telling'>): Promise<Reply> => {
  const telling = tellingOf(String(raw['about'] ?? ''));
  if (!telling) return showDoor(asked, shared, errors['about']);
  return isPupil(asked) ? showWrite(asked, shared, { telling, raw, errors }) : unnamedAgain(asked, shared, { raw, errors: {} });
};

async function send(asked: Asked<{ about: string; words: string; adult: string; other: string | null; 'about-adult': string | null; takeDown: boolean }>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const raw: Body = { about: form.about, words: form.words, adult: form.adult, other: form.other ?? '', 'about-adult': form['about-adult'] ?? '', takeDown: form.takeDown ? 'yes' : '' };
  if (!isPupil(asked)) return unnamedAgain(asked, shared, { raw, errors: {} });
  const telling = tellingOf(form.about)!;
  const adults = await asked.read(tx => adultsFor(tx, { person: asked.reader.person!, kinds: asked.reader.kinds, today: asked.today, shared }));
  const known = (id: string | null): boolean => id === null || [...adults.teachers, ...adults.staff].some(one => one.id === id);
  const adult = form.adult === 'safe' ? null : form.adult === 'other' ? form.other : form.adult;
  const again = (errors: FieldErrors) => showWrite(asked, shared, { telling, raw, errors });
  if (!known(adult)) return again({ adult: 'Choose who should read it' });
  if (!known(form['about-adult'])) return again({ 'about-adult': 'Choose somebody from the list' });
  if (adult !== null && adult === form['about-adult']) return again({ adult: 'It is about this grown-up. Choose somebody else to read it' });
  const doing = await doingOf(asked, shared);
  await asked.change(tx => tellSomeone(tx, { ...doing, by: asked.reader.person! }, { telling, words: form.words, button: BUTTON[telling.id]!.text, adult, about: form['about-adult'], takeDown: form.takeDown, who: asked.reader.kinds }));
  return goTo(`${baseOf(asked)}/sent`);
}

async function showMine(asked: Asked<unknown>, shared: Shared, errors: FieldErrors): Promise<Reply> {
  await noteRead(asked, shared, one => one.complaint === null);
  const { lock } = await askingOf(asked, shared);
  const told = await asked.read(tx => toldBy(tx, lock, asked.reader.person!));
  return page(title(), <MinePage base={baseOf(asked)} told={told} errors={errors} />, shown(asked, errors));
}

async function more(asked: Asked<{ report: string; words: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const key = doing.lock.keyOf(asked.reader.person!);
  const done = await asked.change(tx => writeMore(tx, doing, { report: asked.form.report, words: asked.form.words, mine: report => report.reporterKey === key }));
  return done ? goTo(`${baseOf(asked)}/mine`, 'It has arrived.') : NOT_FOUND;
}

async function showHours(asked: Asked<unknown>, raw: Body, errors: FieldErrors): Promise<Reply> {
  const choice = await asked.read(tx => hoursOn(tx, asked.today));
  return page('When somebody reads what pupils tell', <HoursPage base={baseOf(asked)} hours={choice?.value ?? null} since={choice?.since ?? null} raw={{ since: asked.today, ...raw }} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function saveHours(asked: Asked<{ from: string; until: string; since: string }>, shared: Shared): Promise<Reply> {
  const { from, until, since } = asked.form;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => setHours(tx, { ...doing, by: asked.reader.person! }, { hours: { from, until }, since }));
  return goTo(`${baseOf(asked)}/hours`, 'Saved. Pupils read it from that day on.');
}

const hereOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concerns/${asked.params['concern'] ?? ''}`;

/** Opens the concern for somebody who deals with all of it, and does something; 404 for everybody else. */
async function dealing(asked: Asked<unknown>, shared: Shared, work: (tx: Tx, opened: Opened, doing: ReturnType<typeof doingAs>) => Promise<Reply>): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  return asked.change(async tx => {
    const opened = await openConcern(tx, asking, asked.params['concern'] ?? '');
    return opened?.whole && (await findTelling(tx, opened.concern.id)) ? work(tx, opened, doingAs(asking)) : NOT_FOUND;
  });
}

const answer = (asked: Asked<{ did: string; answer: string }>, shared: Shared): Promise<Reply> => dealing(asked, shared, async (tx, opened, doing) => {
  const kept = await findTelling(tx, opened.concern.id);
  if (opened.concern.kind === 'report-phone-sighting' && kept?.checked === null) return goTo(hereOf(asked), 'Nothing is saved yet. Look up first whether the phone may be here.');
  await answerPupil(tx, doing, opened, asked.form);
  return goTo(hereOf(asked), 'It is noted.');
});

const check = (asked: Asked<{ checked: 'permitted' | 'lawful' | 'not-allowed' | 'not-known'; words: string }>, shared: Shared): Promise<Reply> => dealing(asked, shared, async (tx, opened, doing) => {
  await checkPhone(tx, doing, opened, asked.form);
  return goTo(hereOf(asked), 'It is noted. Now say what you did.');
});

/** The fields were not filled in: the piece by itself, with what was written. */
const backWith = (asked: Asked<Body>, shared: Shared, { raw, errors }: { readonly raw: Body; readonly errors: FieldErrors }): Promise<Reply> =>
  dealing(asked, shared, async (tx, opened) => page('A pupil told this', drawTelling((await panelView(tx, { asked, opened, shared, raw, errors }))!), { status: 422, trail: [['Back to the concern', hereOf(asked)]] }));

interface PanelAsk { readonly asked: Asked<unknown>; readonly opened: Opened; readonly shared: Shared; readonly raw: Body; readonly errors: FieldErrors }

async function panelView(tx: Tx, { asked, opened, shared, raw, errors }: PanelAsk): Promise<TellingPanel | null> {
  const kept = await findTelling(tx, opened.concern.id);
  if (!kept) return null;
  const phone = opened.concern.kind === 'report-phone-sighting';
  return {
    kept, phone, raw, errors, base: hereOf(asked), openedAt: opened.concern.openedAt, now: asked.now, unknown: opened.report.reporter === null,
    mayHave: phone ? await phoneRules(tx, { school: asked.school, shared, today: asked.today }) : [], permitted: phone ? await phonePermissions(tx, opened.report.about, asked.now) : [],
  };
}

/** The piece of a concern's page; none where no pupil told it. */
export const tellPanels: Panels = async (asked, opened, shared) => {
  const view = opened.whole ? await asked.read(tx => panelView(tx, { asked, opened, shared, raw: {}, errors: {} })) : null;
  return view ? [{ order: 25, body: drawTelling(view) }] : [];
};

/** Beside a worry about a child: what the law asks of the reader themselves. */
export const dutyPanels: Panels = async (asked, opened, shared) => {
  const duties = groupOf(opened.concern.kind) === 'safeguarding' ? dutiesOf(shared.dutiesToReport, { kinds: asked.reader.kinds, today: asked.today }) : [];
  return duties.length > 0 ? [{ order: 65, body: <Duties duties={duties} /> }] : [];
};

/** Above a worry about a child that nobody has dealt with yet: whom to ring before anything is read or written. Not above a neutral notification, which is none. */
export const ringPanels: Panels = async (asked, opened, shared) => {
  const { kind } = opened.concern;
  if (!opened.whole || groupOf(kind) !== 'safeguarding' || !bearsPenalty(kind) || opened.concern.state === 'in-hand' || opened.concern.state === 'closed') return [];
  const { designatedOfficer, socialCare } = await asked.read(tx => settingsNow(tx, asked.today));
  return [{ order: 5, body: <RingBefore lines={shared.helpLines} officer={designatedOfficer} care={socialCare} /> }];
};
