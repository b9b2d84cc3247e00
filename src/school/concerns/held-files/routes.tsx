/** The address of a held file: what is said of it, and asking a second office. */
import { get, goTo, NOT_FOUND, page, post, SIGNED_IN, type Asked, type Body, type FieldErrors, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { askingOf, doingOf } from '../asking.ts';
import { deals } from '../case/reads.ts';
import { openConcern } from '../deeds/open.ts';
import { keysOf } from '../two-keys/decisions.ts';
import type { Opened } from '../words.ts';
import { askForFile } from './deeds.ts';
import { askForm } from './forms.ts';
import { HeldPage } from './pages.tsx';
import { mayTake } from './reads.ts';
import type { ReleaseWords } from './words.ts';

export const heldFileRoutes = (shared: Shared): Route[] => [
  get('/:school/concerns/:concern/files/:file/held', { who: SIGNED_IN, page: asked => show(asked, shared, {}, {}) }),
  post('/:school/concerns/:concern/files/:file/held', { who: SIGNED_IN, form: askForm, deed: asked => ask(asked, shared), again: (asked, { raw, errors }) => show(asked, shared, raw, errors) }),
];

/** The case with a held file, for one who deals with it. */
async function held(asked: Asked<unknown>, shared: Shared): Promise<{ opened: Opened; file: string } | null> {
  const asking = await askingOf(asked, shared);
  const opened = await asked.change(tx => openConcern(tx, asking, asked.params['concern'] ?? '', 'work'));
  const file = opened?.files.find(one => one.id === asked.params['file'])?.id;
  return opened?.held && file !== undefined && deals(asked, opened) ? { opened, file } : null;
}

async function show(asked: Asked<unknown>, shared: Shared, raw: Body, errors: FieldErrors): Promise<Reply> {
  const found = await held(asked, shared);
  if (!found) return NOT_FOUND;
  const { opened, file } = found;
  const here = `/${asked.school.slug}/concerns/${opened.concern.id}`;
  const free = await asked.read(tx => mayTake(tx, { file, person: asked.reader.person!, now: asked.now }));
  return page('A file that is held', <HeldPage action={`${here}/files/${file}/held`} back={here} mayAsk={keysOf(asked.reader.offices).length > 0} taken={free ? `${here}/files/${file}` : null} raw={raw} errors={errors} />, {
    status: Object.keys(errors).length > 0 ? 422 : 200, headers: { 'cache-control': 'no-store' }, trail: [['Concerns', `/${asked.school.slug}/concerns`], [opened.concern.code, here]],
  });
}

async function ask(asked: Asked<ReleaseWords>, shared: Shared): Promise<Reply> {
  const found = await held(asked, shared);
  const [office] = keysOf(asked.reader.offices);
  if (!found || office === undefined) return NOT_FOUND;
  const doing = await doingOf(asked, shared);
  await asked.change(tx => askForFile(tx, doing, { ...found, office, words: asked.form }));
  return goTo(`/${asked.school.slug}/concerns/${found.opened.concern.id}`, 'A second office is asked now.');
}
