/** What the register of visitors is drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays, isDay } from '../../../platform/days.ts';
import { namesOf } from '../../people/index.ts';
import * as reads from '../reads.ts';
import { settingsOn, type Visit } from '../words.ts';

const PAGE = 50;
const MOST_OUT = 20_000;

/** A visit with the name of its host. */
export interface Row {
  readonly visit: Visit;
  readonly host: string | null;
}

export type Shown = 'on-site' | 'expected' | 'left';

export interface TodayView {
  readonly shown: Shown;
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<Shown, number>>;
  readonly page: number;
  readonly pages: number;
}

const withHosts = async (tx: Tx, visits: readonly Visit[]): Promise<Row[]> => {
  const names = await reads.hostNames(tx, visits);
  return visits.map(visit => ({ visit, host: (visit.host ?? visit.expectedBy) === null ? null : names.get((visit.host ?? visit.expectedBy)!) ?? null }));
};

/** Who is on site, expected, or gone today; a page of one of these. */
export async function todayView(tx: Tx, ask: { shown: Shown; today: string; page: number }): Promise<TodayView> {
  const lists = { 'on-site': await reads.listOnSite(tx), expected: await reads.listExpected(tx, ask.today), left: await reads.listLeft(tx, ask.today) };
  const list = lists[ask.shown];
  const rows = await withHosts(tx, list.slice((ask.page - 1) * PAGE, ask.page * PAGE));
  return { shown: ask.shown, rows, page: ask.page, pages: Math.max(1, Math.ceil(list.length / PAGE)), counts: { 'on-site': lists['on-site'].length, expected: lists.expected.length, left: lists.left.length } };
}

/** Everybody of a list, for print and for a spreadsheet. */
export async function everybody(tx: Tx, ask: { shown: Shown; today: string }): Promise<Row[]> {
  const list = ask.shown === 'on-site' ? reads.listOnSite(tx) : ask.shown === 'expected' ? reads.listExpected(tx, ask.today) : reads.listLeft(tx, ask.today);
  return withHosts(tx, await list);
}

export interface PastFilter {
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

/** The days asked for: the last seven where nothing is said; never longer ago than visits are kept. */
export function pastFilter(query: Readonly<Record<string, string>>, today: string): PastFilter {
  const earliest = addDays(today, -settingsOn(today).keepVisitsDays);
  const to = isDay(query['to'] ?? '') && query['to']! <= today ? query['to']! : today;
  const asked = isDay(query['from'] ?? '') ? query['from']! : addDays(to, -7);
  return { to, from: asked < earliest ? earliest : asked > to ? to : asked, page: Math.min(Math.max(Number.parseInt(query['page'] ?? '1', 10) || 1, 1), 2000) };
}

export interface PastView {
  readonly filter: PastFilter;
  readonly search: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly pages: number;
}

export async function pastView(tx: Tx, ask: { filter: PastFilter; search: string }): Promise<PastView> {
  const { from, to, page } = ask.filter;
  const total = await reads.countPast(tx, { from, to, search: ask.search });
  const rows = await withHosts(tx, await reads.listPast(tx, { from, to, search: ask.search, limit: PAGE, offset: ask.search ? 0 : (page - 1) * PAGE }));
  return { ...ask, rows, total, pages: Math.max(1, Math.ceil(total / PAGE)) };
}

export const pastRows = async (tx: Tx, { from, to }: PastFilter): Promise<Row[]> => withHosts(tx, await reads.listPast(tx, { from, to, search: '', limit: MOST_OUT, offset: 0 }));

/** What somebody has written down beforehand, from today on. */
export async function expectedView(tx: Tx, ask: { by: string; today: string; page: number }): Promise<{ rows: Visit[]; page: number; pages: number }> {
  const found = await reads.listExpectedBy(tx, { by: ask.by, from: ask.today, limit: PAGE + 1, offset: (ask.page - 1) * PAGE });
  return { rows: found.slice(0, PAGE), page: ask.page, pages: found.length > PAGE ? ask.page + 1 : ask.page };
}

export const starters = (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => namesOf(tx, ids);
