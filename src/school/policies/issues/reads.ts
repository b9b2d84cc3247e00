/** What the page of "who was given it" is drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { fullName, listPeople } from '../../people/index.ts';
import { countIssues, listIssues, type Issue, type IssuesAsk, type Which } from './store.ts';

export { exportIssues, isUnopened, type Which } from './store.ts';

export interface IssueRow extends Issue { readonly name: string; readonly class: string }

export interface Narrowing { readonly today: string; readonly which: Which; readonly search: string; readonly class: string }

const MOST_FOUND = 1000;

/** The people whom a search or a class leaves, or undefined where neither narrows. */
async function personsOf(tx: Tx, { today, search, class: room }: Narrowing): Promise<readonly string[] | undefined> {
  if (search === '' && room === '') return undefined;
  return (await listPeople(tx, { day: today, ...(search ? { search } : {}), ...(room ? { class: room } : {}), limit: MOST_FOUND })).map(one => one.id);
}

/** One page of those who were given an edition, with names; and how many there are of each sort. */
export async function issuesView(tx: Tx, of: Narrowing & { editionId: string; limit: number; page: number }): Promise<{ rows: IssueRow[]; total: number; page: number; pages: number; issued: number; opened: number }> {
  const ask: IssuesAsk = { editionId: of.editionId, which: of.which, persons: await personsOf(tx, of) };
  const total = await countIssues(tx, ask);
  const pages = Math.max(1, Math.ceil(total / of.limit));
  const page = Math.min(pages, Math.max(1, of.page));
  const issues = await listIssues(tx, { ...ask, limit: of.limit, offset: (page - 1) * of.limit });
  const people = new Map<string, { name: string; class: string }>();
  for (let from = 0; from < issues.length; from += MOST_FOUND) {
    for (const one of await listPeople(tx, { day: of.today, ids: issues.slice(from, from + MOST_FOUND).map(issue => issue.person), left: true, limit: MOST_FOUND })) people.set(one.id, { name: fullName(one), class: one.place?.class ?? '' });
  }
  const [issued, opened] = [await countIssues(tx, { editionId: of.editionId, which: 'all' }), await countIssues(tx, { editionId: of.editionId, which: 'opened' })];
  return { rows: issues.map(issue => ({ ...issue, name: people.get(issue.person)?.name ?? '', class: people.get(issue.person)?.class ?? '' })), total, page, pages, issued, opened };
}
