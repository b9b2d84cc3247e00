/** The two addresses of a declared list: the page and its spreadsheet. */
import { csvText, CSV, get, NOT_FOUND, type Asked, type Reply, type Route } from '../platform/web/index.ts';
import { pagesOf, queryOf, readAsk, type Reading } from './asking.ts';
import type { Fields, Found, Listed, Register } from './words.ts';

/** A page to read and a file to take away, both for the same readers, the same filters and the same rows. */
export const registerRoutes = <Row>(register: Register<Row>): Route[] => [
  get(`/:school${register.path}`, { who: register.who, page: asked => showList(asked, register) }),
  get(`/:school${register.path}.csv`, { who: register.who, page: asked => listFile(asked, register) }),
];

async function showList<Row>(asked: Parameters<Register<Row>['page']>[0], register: Register<Row>): Promise<Reply> {
  const list = await listed(asked, register);
  return list ? register.page(asked, list) : NOT_FOUND;
}

/** What a reader asked for of a declared list, found and ready to be drawn; null where there is none for them. */
export async function listed<Row>(asked: Asked<unknown>, register: Register<Row>): Promise<Listed<Row> | null> {
  const fields = await register.fields(asked);
  const sorts = register.sorts;
  const first = readAsk(asked.query, { fields, sorts });
  const once = await register.find(asked, first.ask);
  if (!once) return null;
  const pages = pagesOf(once.total, first.ask.limit);
  // Why again: a page behind the last one shows the last one.
  const beyond = first.page > pages;
  const reading = beyond ? { ...first, page: pages, ask: { ...first.ask, offset: (pages - 1) * first.ask.limit } } : first;
  const found = beyond ? await register.find(asked, reading.ask) ?? once : once;
  return drawable(asked, register, { fields, reading, found, pages });
}

function drawable<Row>(asked: Asked<unknown>, register: Register<Row>, { fields, reading, found, pages }: { fields: Fields; reading: Reading; found: Found<Row>; pages: number }): Listed<Row> {
  const base = `/${asked.school.slug}${register.path}`;
  const { ask, page, whole } = reading;
  const usual = register.sorts?.[0];
  return {
    ...found, base, fields, columns: register.columns(asked), search: ask.search, chosen: ask.chosen, sort: ask.sort === usual ? '' : ask.sort, sortedBy: ask.sort, descending: ask.descending, page, pages, whole,
    csvHref: `${base}.csv${queryOf({ ...reading, whole: false }, usual, { page: '' })}`,
    href: other => `${base}${queryOf(reading, usual, other)}`,
  };
}

async function listFile<Row>(asked: Asked<unknown>, register: Register<Row>): Promise<Reply> {
  const { ask } = readAsk(asked.query, { fields: await register.fields(asked), sorts: register.sorts, to: 'file' });
  const found = await register.find(asked, ask);
  if (!found) return NOT_FOUND;
  const columns = register.columns(asked).filter(column => column.inFile);
  const text = csvText([columns.map(column => column.head), ...found.rows.map(row => columns.map(column => column.inFile!(row)))]);
  return { kind: 'file', type: CSV, name: `${register.file}-${asked.today}.csv`, body: text };
}
