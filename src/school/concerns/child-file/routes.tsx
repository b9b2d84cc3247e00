/** The address at which the safeguarding lead packs a child's file. */
import { get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type FieldErrors, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { fullName, listPeople } from '../../people/index.ts';
import { askingOf } from '../asking.ts';
import { settingsNow } from '../deeds/route.ts';
import { isOwed, owed } from './decisions.ts';
import { packChildFile, sayOfFile } from './deeds.ts';
import { childFileForm, saidForm } from './forms.ts';
import { ChildFilePage, ChoosePage, SaidPage } from './pages.tsx';
import { leavers, mayGo } from './reads.ts';

export const PACKERS: Who = offices('dsl');

export const childFileNav: readonly NavEntry[] = [
  { text: 'The file of a child who leaves', path: '/child-file', who: PACKERS, order: 84, under: 'school', says: 'Everything about a child’s safety, packed for the next school with a receipt.' },
];

export const childFileRoutes = (shared: Shared): Route[] => [
  get('/:school/child-file', { who: PACKERS, page: asked => (asked.query['said'] ? showSaid(asked, shared, { child: asked.query['said'] }, {}) : show(asked, shared, {}, {})) }),
  post('/:school/child-file', { who: PACKERS, form: childFileForm, perMinute: 10, deed: asked => pack(asked, shared), again: (asked, { raw, errors }) => show(asked, shared, raw, errors) }),
  post('/:school/child-file/said', { who: PACKERS, form: saidForm, deed: asked => say(asked, shared), again: (asked, { raw, errors }) => showSaid(asked, shared, raw, errors) }),
];

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/child-file`;

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const { days, gone } = await asked.read(async tx => ({ days: (await settingsNow(tx, asked.today)).childFileDays, gone: await leavers(tx, asking) }));
  const chosen = gone.find(one => one.id === asked.query['pack']);
  return page('The file of a child who leaves', <ChildFilePage action={baseOf(asked)} days={days} today={asked.today} leavers={[...owed(gone), ...gone.filter(one => !isOwed(one)).slice(0, DONE_SHOWN)]} raw={chosen ? { child: chosen.name, ...raw } : raw} errors={errors} />, { look: 'wide', status: Object.keys(errors).length > 0 ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`]] });
}

type PackGiven = { child: string; school: string; person: string; chosen?: 'yes' | undefined; concerns: string[] };

async function pack(asked: Asked<PackGiven>, shared: Shared): Promise<Reply> {
  const { child, school, person, chosen, concerns } = asked.form;
  const given = { child, school, person };
  const again = (sentence: string) => show(asked, shared, given, { child: sentence });
  const found = (await asked.read(tx => listPeople(tx, { day: asked.today, search: child, left: true, limit: 50 }))).filter(one => fullName(one).toLowerCase() === child.toLowerCase());
  if (found.length === 0) return again('Nobody of this school has that name');
  if (found.length > 1) return again('Several people have that name. Ask the school office to tell them apart in their records first');
  const asking = await askingOf(asked, shared);
  if (!chosen || concerns.length === 0) {
    const may = await asked.read(tx => mayGo(tx, asking, found[0]!.id));
    if (may.length === 0) return again('There is nothing about this child that you may read');
    const errors: FieldErrors = chosen ? { concerns: 'Choose at least one' } : {};
    return page('What goes along?', <ChoosePage action={baseOf(asked)} concerns={may} given={given} errors={errors} vocabulary={shared.vocabulary} />, { status: chosen ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['The file of a child who leaves', baseOf(asked)]] });
  }
  const packed = await asked.change(tx => packChildFile(tx, asking, { school, person, concerns, child: found[0]!.id }));
  return packed ? { kind: 'file', type: 'application/zip', name: `file-${asked.today}.zip`, body: packed.bytes } : again('There is nothing about this child that you may read');
}

/** Files that are done and still stand on the page. */
const DONE_SHOWN = 50;

async function showSaid(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const leaver = (await asked.read(tx => leavers(tx, asking))).find(one => one.id === raw['child']);
  if (!leaver) return NOT_FOUND;
  return page('How does this file stand?', <SaidPage leaver={leaver} action={baseOf(asked)} today={asked.today} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['The file of a child who leaves', baseOf(asked)]] });
}

async function say(asked: Asked<{ child: string; state: 'received' | 'not-needed'; day: string; text: string }>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  if (form.day > asked.today) return showSaid(asked, shared, { ...form }, { day: 'Give today or an earlier day' });
  const asking = await askingOf(asked, shared);
  const said = await asked.change(async tx => {
    if (!(await leavers(tx, asking)).some(one => one.id === form.child)) return false;
    await sayOfFile(tx, asking, form);
    return true;
  });
  return said ? goTo(baseOf(asked), 'Written down.') : NOT_FOUND;
}
