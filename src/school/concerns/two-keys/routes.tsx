/** The addresses of opening the concern of somebody who is away. */
import { get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type FieldErrors, type Reply, type Route, type Who } from '../../../platform/web/index.ts';
import type { NavEntry, Shared } from '../../feature.ts';
import { askingOf, doingOf } from '../asking.ts';
import { agreeToFile } from '../held-files/deeds.ts';
import { agreeForm as agreeForFile } from '../held-files/forms.ts';
import { releasesFor } from '../held-files/reads.ts';
import { keysOf } from './decisions.ts';
import { agreeToOpen, askToOpen } from './deeds.ts';
import { agreeForm, askForm } from './forms.ts';
import { OpeningsPage } from './pages.tsx';
import { waitingFor } from './reads.ts';

const KEYS: Who = offices('head', 'chair-of-governors', 'deputy-head', 'deputy-head-academic', 'dsl', 'dpo', 'board-of-trustees');
const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/concern-openings`;

export const twoKeysNav: readonly NavEntry[] = [
  { text: 'Concerns of somebody who is away', path: '/concern-openings', who: KEYS, order: 82, under: 'school', says: 'Two offices open one together when whoever holds it cannot.' },
];

export const twoKeysRoutes = (shared: Shared): Route[] => [
  get('/:school/concern-openings', { who: KEYS, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/concern-openings', { who: KEYS, form: askForm, perMinute: 10, deed: asked => ask(asked, shared), again: (asked, { raw, errors }) => show(asked, shared, raw, errors) }),
  post('/:school/concern-openings/agree', { who: KEYS, form: agreeForm, deed: asked => agree(asked, shared), again: async () => NOT_FOUND }),
  post('/:school/concern-openings/file', { who: KEYS, form: agreeForFile, deed: asked => agreeFile(asked, shared), again: async () => NOT_FOUND }),
];

async function show(asked: Asked<Body>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const asking = await askingOf(asked, shared);
  const { waiting, files } = await asked.read(async tx => ({ waiting: await waitingFor(tx, asking), files: await releasesFor(tx, asking) }));
  return page('Concerns of somebody who is away', <OpeningsPage base={baseOf(asked)} waiting={waiting} files={files} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`]] });
}

async function ask(asked: Asked<{ code: string; reason: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  await asked.change(tx => askToOpen(tx, doing, { ...asked.form, office: keysOf(asked.reader.offices)[0]! }));
  return goTo(baseOf(asked), 'If there is such a concern, a second office is asked now.');
}

async function agree(asked: Asked<{ opening: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const opened = await asked.change(tx => agreeToOpen(tx, doing, { opening: asked.form.opening, offices: asked.reader.offices }));
  return opened ? goTo(`/${asked.school.slug}/concerns/${opened.concern}`, 'It is open to you both. Whoever holds it is told.') : NOT_FOUND;
}

async function agreeFile(asked: Asked<{ release: string }>, shared: Shared): Promise<Reply> {
  const doing = await doingOf(asked, shared);
  const agreed = await asked.change(tx => agreeToFile(tx, doing, { release: asked.form.release, offices: asked.reader.offices }));
  return agreed ? goTo(baseOf(asked), 'Whoever asked may take it out now.') : NOT_FOUND;
}
