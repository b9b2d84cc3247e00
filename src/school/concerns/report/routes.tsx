/** The addresses of telling the school something, and of what one told. */
import { nameFitting, takeFile } from '../../../platform/files/index.ts';
import { momentInWords } from '../../../platform/days.ts';
import { isId } from '../../../platform/ids.ts';
import { admits, get, goTo, kinds, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { noteRead } from '../answered/deeds.ts';
import { askingOf, doingOf } from '../asking.ts';
import { addEntry } from '../deeds/case.ts';
import { fileReport, keepFile } from '../deeds/file-report.ts';
import { tellHandlers } from '../deeds/note.ts';
import { holdersInGroups, kindsIn, toldIn } from './decisions.ts';
import { addForm, fileForm, nameOf, readAnswers, storyForm } from './forms.ts';
import { MyReportPage, MyReportsPage } from './mine-pages.tsx';
import { KindsPage, StoryPage } from './pages.tsx';
import { answersOf, kindForms, myReport, myReports, offeredKinds, officeHolders, OWN_PAGES, peopleNamed, settingsNow } from './reads.ts';
import { NOTERS } from '../neutral/routes.tsx';
import { dutiesOf } from '../tell-someone/duties.tsx';
import type { KindForm, Story } from './words.ts';

/** Open to everybody: whoever sees something may say so. */
export const reportNav: readonly NavEntry[] = [
  // Why not for pupils: “Tell someone” stands there for them, in their own words.
  { text: 'Something happened', path: '/something-happened', who: kinds('staff', 'parent', 'governor', 'trustee', 'visitor'), order: 35 },
  { text: 'What you told the school', path: '/my-reports', who: SIGNED_IN, order: 36, under: 'school', says: 'What you reported, where it stands, and what you are asked.' },
];

const PAGE = 50;
const secret = { 'cache-control': 'no-store' };
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/something-happened`;
const mineOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/my-reports`;
const whoOf = ({ reader }: Asked<unknown>): string[] => [...reader.kinds, ...reader.offices];

export const reportRoutes = (shared: Shared): Route[] => [
  get('/:school/something-happened', { who: SIGNED_IN, halfWay: true, page: async asked => ownPage(asked) ?? showStory(asked, shared, { kinds: asked.query['kind'] ?? '' }, {}) }),
  post('/:school/something-happened', { who: SIGNED_IN, halfWay: true, form: storyForm, deed: asked => showKinds(asked, shared, null), again: (asked, { raw, errors }) => showStory(asked, shared, raw, errors) }),
  { ...post('/:school/something-happened/send', { who: SIGNED_IN, halfWay: true, form: storyForm, perMinute: 30, deed: async () => NOT_FOUND, again: async () => NOT_FOUND }), handle: asked => send(asked, shared) },
  get('/:school/my-reports', { who: SIGNED_IN, page: asked => showMine(asked, shared) }),
  get('/:school/my-reports/:report', { who: SIGNED_IN, page: asked => showOne(asked, shared) }),
  post('/:school/my-reports/:report/:concern', { who: SIGNED_IN, form: addForm, deed: asked => add(asked, shared), again: (asked, { raw, errors }) => showOne(asked, shared, raw, errors) }),
  post('/:school/my-reports/:report/:concern/file', { who: SIGNED_IN, form: fileForm, upload: { most: MOST_BYTES }, perMinute: 20, deed: asked => addFile(asked, shared), again: async () => NOT_FOUND }),
];

/** An answer of the rules leads to the page of what is to be told, where there is one. */
function ownPage(asked: Asked<unknown>): Reply | null {
  const own = OWN_PAGES[asked.query['kind'] ?? ''];
  return own === undefined ? null : goTo(`/${asked.school.slug}/${own}`);
}

/** The largest file that is taken, in bytes. */
const MOST_BYTES = 10_485_760;
const REFUSED = {
  unknown: 'Choose a picture (JPEG or PNG), a PDF or a text file', broken: 'This picture is damaged. Choose another',
  virus: 'A virus was found in this file. It was not kept. Tell IT about the device it came from', unchecked: 'The file could not be checked for viruses just now. Try again later',
} as const;

const ofSchool = (asked: Asked<unknown>, shared: Shared) => ({ school: asked.school, today: asked.today, shared });

/** Who looks after children's safety: shown where numbers to ring are. */
const dslNames = (holders: readonly { readonly name: string; readonly offices: readonly string[] }[]): string[] => holders.filter(one => one.offices.includes('dsl')).map(one => one.name);

async function showStory(asked: Asked<Body>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const { kinds, holders, settings: { next, socialCare } } = await asked.read(async tx => ({ kinds: await offeredKinds(tx, ofSchool(asked, shared)), holders: await officeHolders(tx, asked.today), settings: await settingsNow(tx, asked.today) }));
  return page('Something happened', <StoryPage action={baseOf(asked)} raw={raw} errors={errors} kinds={kinds} holders={holdersInGroups(holders.filter(one => one.person !== asked.reader.person), next)} dsl={dslNames(holders)} helpLines={shared.helpLines} care={socialCare} duties={dutiesOf(shared.dutiesToReport, { kinds: asked.reader.kinds, today: asked.today })} own={{ school: `/${asked.school.slug}`, pupil: asked.reader.kinds.includes('pupil'), notes: admits(NOTERS, asked.reader) }} vocabulary={shared.vocabulary} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: secret, withoutBox: true });
}

/** What the story's second page needs: who it is about, and a form for each kind. */
const gather = (asked: Asked<unknown>, shared: Shared, story: Story, chosen: readonly string[]) => asked.read(async tx => {
  const named = await peopleNamed(tx, { names: story.names, today: asked.today, mayLookUp: asked.reader.kinds.includes('staff'), chosen });
  const holders = await officeHolders(tx, asked.today);
  const about = [...new Set([...story.about.filter(id => holders.some(one => one.person === id)), ...named.about])];
  const offered = new Set((await offeredKinds(tx, ofSchool(asked, shared))).map(kind => kind.value));
  const kinds = kindsIn({ ...story, kinds: story.kinds.filter(kind => offered.has(kind)) });
  return { about, children: named.children, unclear: named.unclear, dsl: dslNames(holders.filter(one => !about.includes(one.person))), settings: await settingsNow(tx, asked.today), forms: await kindForms(tx, ofSchool(asked, shared), { kinds, who: whoOf(asked), about }) };
});

/** Whom the unclear names were said to mean. */
const chosenIn = (raw: Body): string[] => Object.entries(raw).flatMap(([name, value]) => (name.startsWith('meant-') && typeof value === 'string' && isId(value) ? [value] : []));

async function showKinds(asked: Asked<Story>, shared: Shared, given: Body | null, errors: FieldErrors = {}): Promise<Reply> {
  const { forms, dsl, settings: { designatedOfficer, socialCare }, unclear } = await gather(asked, shared, asked.form, chosenIn(given ?? {}));
  const raw = given ?? dayAndTime(asked, forms);
  return page('Something happened', <KindsPage action={`${baseOf(asked)}/send`} story={asked.form} forms={forms} unclear={unclear} officer={designatedOfficer} care={socialCare} raw={raw} errors={errors} dsl={dsl} helpLines={shared.helpLines} vocabulary={shared.vocabulary} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: secret, withoutBox: true, trail: [['Something happened', baseOf(asked)]] });
}

/** Today and now, where a form asks for them and the story did not say when it was. */
function dayAndTime({ form, now, today }: Asked<Story>, forms: readonly KindForm[]): Body {
  if (form.when !== '') return {};
  return Object.fromEntries(forms.flatMap(({ kind }) => [[nameOf(kind, 'date'), today], [nameOf(kind, 'time'), momentInWords(now).slice(-5)]]));
}

async function send(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const read = storyForm.read(asked.form);
  if (!read.ok) return showStory(asked, shared, read.raw, read.errors);
  const story = read.value;
  const { forms, about, children } = await gather(asked, shared, story, chosenIn(asked.form));
  const answers = readAnswers(asked.form, forms);
  if (!answers.ok) return showKinds({ ...asked, form: story }, shared, answers.raw, answers.errors);
  const doing = await doingOf(asked, shared);
  const filed = await asked.change(tx => fileReport(tx, doing, {
    reporter: asked.reader.person, channel: 'screen', answers: answersOf(story), narrative: story.narrative, about, children, kinds: toldIn(story, answers.value), who: whoOf(asked),
  }));
  return goTo(`${mineOf(asked)}/${filed.report}?sent=yes`, 'It is sent.');
}

async function showMine(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const wanted = Math.max(1, Math.floor(Number(asked.query['page'])) || 1);
  const { rows, total } = await asked.read(tx => myReports(tx, asking, { limit: PAGE, offset: (wanted - 1) * PAGE }));
  return page('What you told the school', <MyReportsPage rows={rows} page={wanted} pages={Math.max(1, Math.ceil(total / PAGE))} base={mineOf(asked)} tell={asked.reader.kinds.includes('pupil') ? `/${asked.school.slug}/tell-someone` : baseOf(asked)} vocabulary={shared.vocabulary} />, { look: 'wide', headers: secret });
}

const find = async (asked: Asked<unknown>, shared: Shared) => {
  const id = asked.params['report'] ?? '';
  const asking = await askingOf(asked, shared);
  return isId(id) ? asked.read(tx => myReport(tx, asking, { id, pupil: asked.reader.kinds.includes('pupil') })) : null;
};

async function showOne(asked: Asked<Body>, shared: Shared, raw: Body = {}, errors: FieldErrors = {}): Promise<Reply> {
  const view = await find(asked, shared);
  if (!view) return NOT_FOUND;
  const settings = await asked.read(tx => settingsNow(tx, asked.today));
  await noteRead(asked, shared, one => one.report === view.id && one.complaint === null);
  return page('What you told the school', <MyReportPage view={view} here={`${mineOf(asked)}/${view.id}`} vocabulary={shared.vocabulary} numbers={{ helpLines: shared.helpLines, care: settings.socialCare, officer: settings.designatedOfficer }} raw={raw} errors={errors} sent={asked.query['sent'] === 'yes'} part={asked.params['concern']} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: secret, trail: [['What you told the school', mineOf(asked)]] });
}

async function add(asked: Asked<{ text: string }>, shared: Shared): Promise<Reply> {
  const view = await find(asked, shared);
  const one = view?.concerns.find(({ concern }) => concern.id === asked.params['concern']);
  if (!view || !one || one.concern.state === 'closed') return NOT_FOUND;
  const doing = { ...await doingOf(asked, shared), by: null };
  const sort = one.talk.at(-1)?.sort === 'question' ? 'answer' : 'added';
  await asked.change(async tx => {
    const entry = await addEntry(tx, doing, { concern: one.concern.id, sort, words: { text: asked.form.text } });
    await tellHandlers(tx, doing, { concern: one.concern.id, once: entry });
  });
  return goTo(`${mineOf(asked)}/${view.id}`, 'Sent. Those who deal with it are told.');
}

/** Adds a file: never to what must not be copied. Pictures lose what a camera wrote beside them. */
async function addFile(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await find(asked, shared);
  const one = view?.concerns.find(({ concern }) => concern.id === asked.params['concern']);
  if (!view || !one || one.concern.state === 'closed' || !one.files) return NOT_FOUND;
  const refuse = (sentence: string) => showOne(asked as Asked<Body>, shared, {}, { file: sentence });
  if (!asked.upload) return refuse('Choose a file');
  const taken = await takeFile(asked.upload.bytes, shared.virusScanner);
  if (!taken.ok) return refuse(REFUSED[taken.why]);
  const name = nameFitting(asked.upload.name, taken.type);
  const doing = { ...await doingOf(asked, shared), by: null };
  await asked.change(async tx => {
    const entry = await addEntry(tx, doing, { concern: one.concern.id, sort: 'added', words: { text: '', file: name } });
    await keepFile(tx, doing, { concern: one.concern.id, entry, name, type: taken.type, bytes: taken.bytes });
    await tellHandlers(tx, doing, { concern: one.concern.id, once: entry });
  });
  return goTo(`${mineOf(asked)}/${view.id}`, 'The file is kept. Only those who read this may open it.');
}
