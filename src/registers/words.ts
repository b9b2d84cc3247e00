/** The words of registers: what is asked of a list, what is found, and how a list is declared. */
import type { ComponentChildren } from 'preact';
import type { Asked, Body, Reply, Who } from '../platform/web/index.ts';

/** What a reader wants to see of a list, read from the address: search, filters, order and part. */
export interface ListAsk {
  /** Trimmed, at most 100 characters; empty for everything. */
  readonly search: string;
  /** Filter → what was chosen; empty for all. Only what the filter offers. */
  readonly chosen: Readonly<Record<string, string>>;
  /** One of the declared orders, the first where none was asked for; empty where none is declared. */
  readonly sort: string;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A part of what fits, and how many fit in all. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** One thing to narrow a list by. The choice with the empty value means all. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

export interface Fields {
  /** The field for words; left out where there is nothing to search in. */
  readonly search?: { readonly label: string; readonly id?: string };
  readonly filters?: readonly Filter[];
}

/** A column of the list, of its file, or of both. */
export interface ListColumn<Row> {
  readonly head: string;
  /** On the page. */
  readonly cell?: (row: Row) => ComponentChildren;
  /** In the spreadsheet. */
  readonly inFile?: (row: Row) => string | number | null;
  readonly number?: boolean;
  /** The declared order that this column stands for. */
  readonly sort?: string;
}

/** A list, declared. See README.md for an example. */
export interface Register<Row> {
  /** Follows the school's address: `/trips`. Its spreadsheet lies at `/trips.csv`. */
  readonly path: string;
  readonly who: Who;
  /** What the spreadsheet is called, without day and ending. */
  readonly file: string;
  readonly fields: (asked: Asked<unknown>) => Fields | Promise<Fields>;
  /** Orders by name; the first is the usual one. */
  readonly sorts?: readonly string[];
  /** Looks things up. Null where this reader finds no such list. */
  readonly find: (asked: Asked<unknown>, ask: ListAsk) => Promise<Found<Row> | null>;
  readonly columns: (asked: Asked<unknown>) => readonly ListColumn<Row>[];
  /** The page round the list, which `<List list={list} …/>` draws. */
  readonly page: (asked: Asked<Body>, list: Listed<Row>) => Reply | Promise<Reply>;
}

/** A list that was asked for, ready to be drawn. */
export interface Listed<Row> extends Found<Row> {
  /** Where the list lies: `/prep-school/trips`. */
  readonly base: string;
  readonly fields: Fields;
  readonly columns: readonly ListColumn<Row>[];
  readonly search: string;
  readonly chosen: Readonly<Record<string, string>>;
  /** The order; empty where it is the usual one. */
  readonly sort: string;
  /** The column by whose order the rows lie. */
  readonly sortedBy: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly csvHref: string;
  /** The same list with something else chosen: `{ page: '2' }`, `{ state: 'live' }`; an empty value takes it away. */
  readonly href: (other: Readonly<Record<string, string>>) => string;
  /** Whether all of it stands on one page, for paper. */
  readonly whole: boolean;
}
