/** The address at which the safeguarding lead packs a child's file. */
import { get, offices, page, post, type Asked, type Body, type FieldErrors, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { fullName, listPeople } from '../../people/index.ts';
import { askingOf } from '../asking.ts';
import { settingsNow } from '../deeds/route.ts';
import { packChildFile } from './deeds.ts';
import { childFileForm } from './forms.ts';
import { ChildFilePage } from './pages.tsx';

const PACKERS: Who = offices('dsl');

export const childFileNav: readonly NavEntry[] = [
  { text: 'The file of a child who leaves', path: '/child-file', who: PACKERS, order: 84, under: 'school', says: 'Everything about a child’s safety, packed for the next school with a receipt.' },
];

export const childFileRoutes = (shared: Shared): Route[] => [
  get('/:school/child-file', { who: PACKERS, page: asked => show(asked, {}, {}) }),
  post('/:school/child-file', { who: PACKERS, form: childFileForm, perMinute: 10, deed: asked => pack(asked, shared), again: (asked, { raw, errors }) => show(asked, raw, errors) }),
];

async function show(asked: Asked<Body>, raw: Body, errors: FieldErrors): Promise<Reply> {
  const { childFileDays } = await asked.read(tx => settingsNow(tx, asked.today));
  return page('The file of a child who leaves', <ChildFilePage action={`/${asked.school.slug}/child-file`} days={childFileDays} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`]] });
}

async function pack(asked: Asked<{ child: string; school: string; person: string }>, shared: Shared): Promise<Reply> {
  const { form } = asked;
  const again = (sentence: string) => show(asked as unknown as Asked<Body>, { ...form }, { child: sentence });
  const found = (await asked.read(tx => listPeople(tx, { day: asked.today, search: form.child, left: true, limit: 50 }))).filter(person => fullName(person).toLowerCase() === form.child.toLowerCase());
  if (found.length === 0) return again('Nobody of this school has that name');
  if (found.length > 1) return again('Several people have that name. Ask the school office to tell them apart in their records first');
  const asking = await askingOf(asked, shared);
  const packed = await asked.change(tx => packChildFile(tx, asking, { ...form, child: found[0]!.id }));
  return packed ? { kind: 'file', type: 'application/zip', name: `file-${asked.today}.zip`, body: packed.bytes } : again('There is nothing about this child that you may read');
}
