/** A file of applications comes in: looked at first, then taken in. */
import { NOT_FOUND, get, goTo, page, post, kinds, formOf, type Asked, type Reply, type Route } from '../../platform/web/index.ts';
import * as z from 'zod';
import type { Shared } from '../feature.ts';
import { readCsv, yearsOf } from '../people/index.ts';
import { keeps } from './decisions.ts';
import { changeApplication, listApplication } from './deeds.ts';
import { applyForm } from './forms.ts';
import { ImportPage, PreviewPage } from './keeping-pages.tsx';
import { listApps, groundOf, type Ground } from './reads.ts';
import { planSheet, type SheetPlan } from './sheet.ts';

const MOST_BYTES = 200_000;
const KEEPERS = kinds('staff', 'governor', 'trustee');
const noForm = formOf(z.object({}));

export const importRoutes = (shared: Shared): Route[] => [
  get('/:school/apps/import', { who: KEEPERS, page: asked => forKeeper(asked, shared, async () => showForm(asked, {})) }),
  post('/:school/apps/import', { who: KEEPERS, form: noForm, upload: { most: MOST_BYTES }, perMinute: 20, deed: asked => forKeeper(asked, shared, ground => look(asked, shared, ground)), again: async () => NOT_FOUND }),
  post('/:school/apps/import/apply', { who: KEEPERS, form: applyForm, bodyLimit: 1_200_000, deed: asked => forKeeper(asked, shared, ground => apply(asked, shared, ground)), again: async asked => forKeeper(asked, shared, async () => showForm(asked, { file: 'Choose a file' })) }),
];

const baseOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/apps`;

async function forKeeper(asked: Asked<unknown>, { vocabulary }: Shared, work: (ground: Ground) => Promise<Reply>): Promise<Reply> {
  const ground = await asked.read(tx => groundOf(tx, { school: asked.school, vocabulary, today: asked.today }));
  return keeps(asked.reader, ground.keeping) ? work(ground) : NOT_FOUND;
}

const showForm = (asked: Asked<unknown>, errors: Readonly<Record<string, string>>): Reply =>
  page('Bring in a file of applications', <ImportPage base={baseOf(asked)} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Applications', `${baseOf(asked)}/register`]] });

/** What the bytes would change; null where they are no table. */
async function planFor(asked: Asked<unknown>, { vocabulary }: Shared, of: { readonly bytes: Uint8Array; readonly ground: Ground }): Promise<SheetPlan | null> {
  const sheet = await readCsv(of.bytes).catch(() => null);
  if (!sheet) return null;
  const { apps, years } = await asked.read(async tx => ({ apps: await listApps(tx), years: (await yearsOf(tx, asked.today)).map(year => year.name) }));
  return planSheet(sheet, { apps, vocabulary, years, reviewFrom: of.ground.reviewFrom });
}

async function look(asked: Asked<unknown>, shared: Shared, ground: Ground): Promise<Reply> {
  const bytes = asked.upload?.bytes;
  if (!bytes) return showForm(asked, { file: 'Choose a file' });
  const plan = await planFor(asked, shared, { bytes, ground });
  if (!plan) return showForm(asked, { file: 'This is not a table that can be read. Save it as CSV and try again' });
  if (plan.nameless) return showForm(asked, { file: 'The file needs a column with the heading “Name”' });
  return page('What the file would change', <PreviewPage base={baseOf(asked)} plan={plan} table={textOf(bytes)} />, { look: 'wide', trail: [['Applications', `${baseOf(asked)}/register`]] });
}

const textOf = (bytes: Uint8Array): string => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
const isUtf8 = (bytes: Uint8Array): boolean => { try { new TextDecoder('utf-8', { fatal: true }).decode(bytes); return true; } catch { return false; } };

async function apply(asked: Asked<{ table: string }>, shared: Shared, ground: Ground): Promise<Reply> {
  const plan = await planFor(asked, shared, { bytes: new TextEncoder().encode(asked.form.table), ground });
  if (!plan || plan.nameless) return showForm(asked, { file: 'Choose a file' });
  const doing = { school: asked.school, by: asked.reader.person!, as: asked.reader.offices.includes(ground.keeping.office) ? ground.keeping.office : 'head', at: asked.now, today: asked.today };
  await asked.change(async tx => {
    for (const { does, given, app } of plan.lines) {
      if (does === 'new') await listApplication(tx, doing, { given: given! });
      if (does === 'change') await changeApplication(tx, doing, { app: app!, given: given! });
    }
  });
  return goTo(`${baseOf(asked)}/register`, 'The file is taken in.');
}
