/** The addresses of imports and exports. */
import * as z from 'zod';
import { isId } from '../../../platform/ids.ts';
import { CSV, csv, formOf, get, goTo, NOT_FOUND, offices, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { IMPORTERS, maySeeFamilies } from '../decisions.ts';
import * as deeds from '../import/deeds.ts';
import { manyLeave } from '../import/decisions.ts';
import { startAgain, startApplying, type Job } from '../import/job.ts';
import { sourceOf } from '../import/read-file.ts';
import { findImport, importsView, planRows, previewOf, rememberedHeadings } from '../import/reads.ts';
import { guess } from '../import/sheet.ts';
import { begin, writtenOut } from '../import/works.ts';
import { FIELDS, type Fault, type Field, type Import, type Mapping } from '../import/words.ts';
import { searchForm, noForm } from '../forms.ts';
import { ColumnsPage, ImportsPage } from '../pages/import.tsx';
import { DEEDS, DifferencePage, OverPage, WorkingPage, type DeedTab } from '../pages/import-one.tsx';
import { doingOf, listHome } from './people.tsx';

const WHO = offices(...IMPORTERS);
/** 60,000 people are 4 MB as a OneRoster zip and 9 MB as a table. */
const LARGEST = 25_000_000;
const A_PAGE = 50;
/** What a search shows at most. */
const FOUND = 200;

const home = (asked: Asked<unknown>): string => `/${asked.school.slug}/people/import`;
const trail = (asked: Asked<unknown>) => [listHome(asked), ['Import', home(asked)] as const];

async function importsPage(asked: Asked<unknown>, error?: string): Promise<Reply> {
  const imports = await asked.read(tx => importsView(tx, 20));
  return page('Import people', <ImportsPage slug={asked.school.slug} imports={imports} error={error} />, { status: error ? 422 : 200, trail: [listHome(asked)] });
}

/** The import an address names; null where there is none at this school. */
async function importOf(asked: Asked<unknown>): Promise<Import | null> {
  const id = asked.params['import'] ?? '';
  return isId(id) ? asked.read(tx => findImport(tx, id)) : null;
}

const jobOf = (asked: Asked<unknown>, { vocabulary }: Shared, id: string): Job => ({ db: asked.db, school: asked.school, vocabulary, doing: doingOf(asked), today: asked.today, id });

async function columnsPage(asked: Asked<unknown>, shared: Shared, of: Import, again: { mapping?: Mapping; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> {
  const { preview, remembered } = await asked.read(async tx => ({ preview: await previewOf(tx, of.id), remembered: await rememberedHeadings(tx) }));
  if (!preview) return NOT_FOUND;
  const { headings, rows } = preview;
  const mapping = again.mapping ?? of.mapping ?? guess(headings, remembered);
  return page('What are the columns?', <ColumnsPage slug={asked.school.slug} of={of} headings={headings} rows={rows} mapping={mapping} vocabulary={shared.vocabulary} {...(again.errors ? { errors: again.errors } : {})} />, { status: again.errors ? 422 : 200, trail: trail(asked) });
}

async function onePage(asked: Asked<unknown>, shared: Shared, again: { search?: string; errors?: Readonly<Record<string, string>> } = {}): Promise<Reply> {
  const of = await importOf(asked);
  if (!of) return NOT_FOUND;
  if (of.state === 'applied' || of.state === 'dropped') {
    const by = (await asked.read(tx => importsView(tx, 200))).find(one => one.id === of.id)?.by ?? '';
    return page('Import', <OverPage slug={asked.school.slug} of={of} by={by} />, { trail: trail(asked) });
  }
  if (of.state === 'columns' || (of.source === 'spreadsheet' && asked.query['columns'] === 'yes')) return columnsPage(asked, shared, of);
  if (of.state === 'reading' || of.state === 'applying') return page('Import', <WorkingPage slug={asked.school.slug} of={of} />, { trail: trail(asked), ...(of.stalled ? {} : { headers: { refresh: '3' } }) });
  return difference(asked, shared, of, again);
}

async function difference(asked: Asked<unknown>, { vocabulary }: Shared, of: Import, { search = '', errors }: { search?: string; errors?: Readonly<Record<string, string>> }): Promise<Reply> {
  const first: DeedTab = of.state === 'faulty' ? 'fault' : (DEEDS.find(deed => (of.counts[deed] ?? 0) > 0) ?? 'join');
  const deed = DEEDS.find(one => one === asked.query['show']) ?? first;
  const n = Math.min(Math.max(Number.parseInt(asked.query['page'] ?? '1', 10) || 1, 1), 2000);
  const { rows, total } = await asked.read(tx => planRows(tx, search ? { id: of.id, deed, search, limit: FOUND } : { id: of.id, deed, limit: A_PAGE, offset: (n - 1) * A_PAGE }));
  const many = manyLeave(of.counts.leave ?? 0, of.counts.here ?? 0);
  return page('Import', (
    <DifferencePage slug={asked.school.slug} of={of} vocabulary={vocabulary} deed={deed} rows={rows} total={total} page={n} pages={Math.ceil(total / A_PAGE)} search={search} many={many} {...(errors ? { errors } : {})} />
  ), { look: 'wide', status: errors ? 422 : 200, trail: trail(asked) });
}

const mappingForm = formOf(z.object({
  ...Object.fromEntries(FIELDS.map(field => [field, z.string().max(200).default('')])) as Record<Field, z.ZodDefault<z.ZodString>>,
  everybody: z.string().max(60).default(''), whole: z.enum(['yes', 'no'], 'Say whether this is the whole list'),
}));

const NEEDED: readonly (readonly [Field, string])[] = [['key', 'Choose the column with the number'], ['givenName', 'Choose the column with the given name'], ['familyName', 'Choose the column with the family name']];

/** What was said of the columns, and what is wrong with it. */
function mappingIn(form: Readonly<Record<string, string>>, vocabulary: Shared['vocabulary']): { mapping: Mapping; errors: Record<string, string> } {
  const columns = Object.fromEntries(FIELDS.flatMap(field => (form[field] ? [[field, form[field]]] : []))) as Mapping['columns'];
  const mapping: Mapping = { columns, everybody: vocabulary.kinds.has(form['everybody'] ?? '') ? form['everybody']! : '', whole: form['whole'] === 'yes' };
  const errors: Record<string, string> = Object.fromEntries(NEEDED.filter(([field]) => !columns[field]));
  if (!columns.kind && mapping.everybody === '') errors['everybody'] = 'Choose what everybody in this file is, or the column that says it';
  return { mapping, errors };
}

async function take(asked: Asked<Body>, shared: Shared): Promise<Reply> {
  const { upload } = asked;
  if (!upload) return importsPage(asked, 'Choose a file');
  const source = sourceOf(upload.name, upload.bytes);
  if (source === null) return importsPage(asked, 'This is neither a OneRoster zip nor a table (CSV or .xlsx). An older .xls file must be saved as .xlsx first');
  const id = await asked.change(tx => deeds.takeFile(tx, doingOf(asked), { ...upload, source }));
  if (id === null) return importsPage(asked, 'Another import is being applied at this moment. Wait until it is done');
  await begin(shared.apart, source === 'one-roster' ? 'compare' : 'look', jobOf(asked, shared, id));
  return goTo(`${home(asked)}/${id}`);
}

async function applyIt(asked: Asked<{ sure: string }>, shared: Shared): Promise<Reply> {
  const of = await importOf(asked);
  if (!of || of.state !== 'ready') return NOT_FOUND;
  const leave = of.counts.leave ?? 0;
  const many = manyLeave(leave, of.counts.here ?? 0);
  if (many && asked.form.sure !== String(leave)) return onePage(asked, shared, { errors: { sure: `Type ${leave} if these people have left; put the file aside if they have not` } });
  if (leave > 0 && !many && asked.form.sure !== 'yes') return onePage(asked, shared, { errors: { sure: 'Tick that you have looked at who leaves' } });
  if (!(await startApplying(jobOf(asked, shared, of.id)))) return NOT_FOUND;
  await begin(shared.apart, 'apply', jobOf(asked, shared, of.id));
  return goTo(`${home(asked)}/${of.id}`);
}

export function importRoutes(shared: Shared): Route[] {
  const sureForm = formOf(z.object({ sure: z.string().max(12).default('') }));
  const written = (asked: Asked<unknown>, as: 'one-roster' | 'spreadsheet') => writtenOut(shared.apart, { school: asked.school, today: asked.today, families: maySeeFamilies(asked.reader.offices), as });
  return [
    get('/:school/people/import', { who: WHO, page: asked => importsPage(asked) }),
    { ...post('/:school/people/import', { who: WHO, form: noForm, upload: { most: LARGEST }, perMinute: 20, deed: async () => NOT_FOUND, again: async () => NOT_FOUND }), handle: asked => take(asked, shared) },
    get('/:school/people/import/:import', { who: WHO, page: asked => onePage(asked, shared) }),
    post('/:school/people/import/:import', { who: WHO, form: searchForm, perMinute: 120, deed: asked => onePage(asked, shared, { search: asked.form.search }), again: asked => onePage(asked, shared) }),
    get('/:school/people/import/:import/faults.csv', {
      who: WHO,
      page: async asked => {
        const of = await importOf(asked);
        if (!of) return NOT_FOUND;
        const { rows } = await asked.read(tx => planRows<Fault>(tx, { id: of.id, deed: 'fault', limit: 10_000 }));
        return csv('faults.csv', [['file', 'row', 'column', 'what', 'what to do', 'stops the import'], ...rows.map(one => [one.file, one.row || null, one.column, one.what, one.remedy, one.stops ? 'yes' : 'no'])]);
      },
    }),
    post('/:school/people/import/:import/columns', {
      who: WHO, form: mappingForm,
      deed: async asked => {
        const of = await importOf(asked);
        if (!of || of.source !== 'spreadsheet' || !['columns', 'faulty', 'ready'].includes(of.state)) return NOT_FOUND;
        const { mapping, errors } = mappingIn(asked.form as unknown as Record<string, string>, shared.vocabulary);
        if (Object.keys(errors).length > 0) return columnsPage(asked, shared, of, { mapping, errors });
        if (!(await asked.change(tx => deeds.sayColumns(tx, doingOf(asked), { id: of.id, mapping })))) return NOT_FOUND;
        await begin(shared.apart, 'compare', jobOf(asked, shared, of.id));
        return goTo(`${home(asked)}/${of.id}`);
      },
      again: async (asked, read) => {
        const of = await importOf(asked);
        return of && of.source === 'spreadsheet' && of.state === 'columns' ? columnsPage(asked, shared, of, { errors: read.errors }) : NOT_FOUND;
      },
    }),
    post('/:school/people/import/:import/again', {
      who: WHO, form: noForm,
      deed: async asked => {
        const of = await importOf(asked);
        if (!of || of.state === 'columns' || !(await startAgain(jobOf(asked, shared, of.id)))) return NOT_FOUND;
        await begin(shared.apart, 'compare', jobOf(asked, shared, of.id));
        return goTo(`${home(asked)}/${of.id}`);
      },
      again: async () => NOT_FOUND,
    }),
    post('/:school/people/import/:import/apply', { who: WHO, form: sureForm, deed: asked => applyIt(asked, shared), again: async () => NOT_FOUND }),
    post('/:school/people/import/:import/drop', {
      who: WHO, form: noForm,
      deed: async asked => {
        const of = await importOf(asked);
        if (!of || ['applied', 'dropped', 'applying'].includes(of.state)) return NOT_FOUND;
        await asked.change(tx => deeds.dropImport(tx, doingOf(asked), of.id));
        return goTo(home(asked), 'The file is put aside. Nothing was changed.');
      },
      again: async () => NOT_FOUND,
    }),
    post('/:school/people/import/:import/stop', {
      who: WHO, form: noForm,
      deed: async asked => {
        const of = await importOf(asked);
        if (of?.state === 'reading') {
          await asked.change(tx => deeds.dropImport(tx, doingOf(asked), of.id));
          return goTo(home(asked), 'The file is put aside. Nothing was changed.');
        }
        if (of?.state !== 'applying') return NOT_FOUND;
        const stopped = await asked.change(tx => deeds.stopApplying(tx, of.id));
        return goTo(`${home(asked)}/${of.id}`, stopped ? 'Stopped. Nothing was changed.' : 'It was done already.');
      },
      again: async () => NOT_FOUND,
    }),
    get('/:school/people/export/oneroster.zip', {
      who: WHO, perMinute: 20,
      page: async asked => ({ kind: 'file', type: 'application/zip', name: `oneroster-${asked.school.slug}-${asked.today}.zip`, body: await written(asked, 'one-roster') }),
    }),
    get('/:school/people/export/people.csv', {
      who: WHO, perMinute: 20,
      page: async asked => ({ kind: 'file', type: CSV, name: `people-${asked.school.slug}-${asked.today}.csv`, body: await written(asked, 'spreadsheet') }),
    }),
  ];
}
