/** Reads from an address what is asked of a list, and makes the addresses that ask for something else. Pure. */
import type { Fields, Found, ListAsk } from './words.ts';

/** Rows on a page of a list. */
export const ROWS = 50;
/** Rows in a spreadsheet. */
export const MOST_IN_A_FILE = 5_000;
/** Rows on one page for paper. */
export const MOST_ON_PAPER = 1_000;
const LONGEST_SEARCH = 100;
const LAST_PAGE = 2_000;

type Query = Readonly<Record<string, string>>;

export interface Reading {
  readonly ask: ListAsk;
  readonly page: number;
  readonly whole: boolean;
}

/** What a query asks for. What the fields do not offer is as good as not asked. `to` is for the page or for the file. */
export function readAsk(query: Query, { fields, sorts = [], to = 'page' }: { readonly fields: Fields; readonly sorts?: readonly string[] | undefined; readonly to?: 'page' | 'file' }): Reading {
  const whole = query['rows'] === 'all';
  const page = whole || to === 'file' ? 1 : pageIn(query);
  const limit = to === 'file' ? MOST_IN_A_FILE : whole ? MOST_ON_PAPER : ROWS;
  const sort = sorts.find(one => one === query['sort']) ?? sorts[0] ?? '';
  const ask = {
    search: fields.search ? (query['search'] ?? '').trim().slice(0, LONGEST_SEARCH) : '',
    chosen: Object.fromEntries((fields.filters ?? []).map(({ name, choices }) => [name, choices.find(choice => choice.value === query[name])?.value ?? ''])),
    sort, descending: sort !== '' && query['order'] === 'down', limit, offset: (page - 1) * limit,
  };
  return { ask, page, whole };
}

/** The page a query asks for, from 1. */
const pageIn = (query: Query): number => Math.min(LAST_PAGE, Math.max(1, Math.floor(Number(query['page'])) || 1));

/** How many pages so many rows fill. */
export const pagesOf = (total: number, limit: number): number => Math.max(1, Math.ceil(total / limit));

/** The query of the same list with something else chosen. What is usual is left out; another choice begins at the first page. */
export function queryOf({ ask, page, whole }: Reading, usual: string | undefined, other: Query = {}): string {
  const now: Record<string, string> = {
    search: ask.search, ...ask.chosen, sort: ask.sort, order: ask.descending ? 'down' : '', rows: whole ? 'all' : '',
    page: Object.keys(other).length === 0 && page > 1 ? String(page) : '', ...other,
  };
  const isUsual: Record<string, string | undefined> = { sort: usual, page: '1' };
  const said = new URLSearchParams(Object.entries(now).filter(([name, value]) => value !== '' && value !== isUsual[name])).toString();
  return said === '' ? '' : `?${said}`;
}

/** A part of a list that is in memory as a whole. */
export const partOf = <Row>(all: readonly Row[], { limit, offset }: Pick<ListAsk, 'limit' | 'offset'>): Found<Row> => ({ rows: all.slice(offset, offset + limit), total: all.length });

/** Whether a text holds the words searched for, small or large letters alike. */
export const holds = (text: string, { search }: Pick<ListAsk, 'search'>): boolean => text.toLowerCase().includes(search.toLowerCase());
