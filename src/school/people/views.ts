/** What the pages of people are drawn from, gathered in a few queries each. */
import { remember, type Tx } from '../../platform/database/index.ts';
import { isStandIn, type Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { isHeld, narrowed } from './decisions.ts';
import type { ListFilter } from './pages/list.tsx';
import type { Cited, OfficeRow } from './pages/offices.tsx';
import { officeTitle } from './pages/words.tsx';
import { countKinds, countPeople, listClasses, listComing, listHolders, listHoldings, listPeople, listStandIns, type PeopleAsk } from './reads.ts';
import type { Holding, Person } from './words.ts';

export const PAGE_SIZE = 50;
/** The widest list a spreadsheet holds. */
const MOST_IN_A_FILE = 20_000;

/** The tabs of the list: everybody, then the widest kinds. */
const WIDE_KINDS = ['staff', 'pupil', 'parent', 'governor', 'trustee', 'visitor'] as const;

const askOf = (filter: ListFilter, of: { today: string; vocabulary: Vocabulary }): Omit<PeopleAsk, 'limit'> => ({
  day: of.today, left: filter.left, ...(filter.kind ? { kinds: narrowed(filter.kind, of.vocabulary) } : {}), ...(filter.class ? { class: filter.class } : {}),
});

export interface ListView {
  readonly people: readonly Person[];
  readonly total: number;
  readonly pages: number;
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[];
  readonly classes: readonly string[];
}

/** One page of the list, or those of a name (who has left is found too). */
export async function listView(tx: Tx, of: { filter: ListFilter; search: string; today: string; vocabulary: Vocabulary }): Promise<ListView> {
  const { filter, search, today } = of;
  const ask = search ? { day: today, left: true, search } : askOf(filter, of);
  const people = await listPeople(tx, { ...ask, limit: PAGE_SIZE, offset: search ? 0 : (filter.page - 1) * PAGE_SIZE });
  const total = await countPeople(tx, ask);
  const { everybody, counts, classes } = await remember(tx, `people ${today}`, async () => (
    { everybody: await countPeople(tx, { day: today }), counts: await countKinds(tx, today), classes: await listClasses(tx, today) }
  ));
  const kinds = [{ kind: '', title: 'Everybody', count: everybody }, ...wideCounts(counts, of.vocabulary)];
  return { people, total, pages: Math.ceil(total / PAGE_SIZE), kinds, classes };
}

function wideCounts(counts: ReadonlyMap<string, number>, vocabulary: Vocabulary): { kind: string; title: string; count: number }[] {
  return WIDE_KINDS.map(kind => ({ kind, title: TAB_TITLES[kind], count: narrowed(kind, vocabulary).reduce((sum, one) => sum + (counts.get(one) ?? 0), 0) })).filter(({ count }) => count > 0);
}

const TAB_TITLES: Readonly<Record<(typeof WIDE_KINDS)[number], string>> = { staff: 'Staff', pupil: 'Pupils', parent: 'Parents and carers', governor: 'Governors', trustee: 'Trustees', visitor: 'Visitors' };

/** Everybody the filter lets through, for a spreadsheet. */
export const everybodyOf = (tx: Tx, of: { filter: ListFilter; today: string; vocabulary: Vocabulary }): Promise<Person[]> =>
  listPeople(tx, { ...askOf(of.filter, of), limit: MOST_IN_A_FILE });

const citedOf = (clauses: readonly { readonly id: string; readonly cite: string }[]): Cited[] =>
  clauses.map(({ id, cite }) => {
    const [, pack = '', policy = '', clause = ''] = /^([^/]+)\/([^#]+)#(.*)$/.exec(id) ?? [];
    return { cite, href: `/${pack}/policies/${policy}#${clause}` };
  });

interface OfficeAsk {
  readonly today: string;
  readonly vocabulary: Vocabulary;
}

/** Every office that rules name or somebody holds, and those that are neither. */
export async function officesView(tx: Tx, { today, vocabulary }: OfficeAsk): Promise<{ rows: OfficeRow[]; unused: { office: string; title: string }[] }> {
  const named = await askFeature('officesNamed', tx, today);
  const holders = await listHolders(tx, today);
  const coming = await listComing(tx, today);
  const said = new Set((await listStandIns(tx)).filter(line => line.clause === '').map(line => line.standIn as string));
  // Why left out: a real office answers there, and its own line shows the clauses.
  const all = [...vocabulary.offices.keys()].filter(office => !said.has(office)).map(office => {
    const held = holders.filter(holder => holder.office === office);
    const clauses = citedOf(named.get(office) ?? []);
    return { office, title: officeTitle(office, vocabulary), outside: vocabulary.offices.get(office)?.outside === true, holders: held, coming: coming.filter(one => one.office === office), clauses, vacant: held.length === 0 && clauses.length > 0 && isHeld(office, vocabulary) };
  });
  const isUsed = (row: OfficeRow) => row.holders.length > 0 || row.coming.length > 0 || (row.clauses.length > 0 && isHeld(row.office, vocabulary));
  return { rows: all.filter(isUsed).sort((a, b) => Number(b.vacant) - Number(a.vacant)), unused: all.filter(row => !isUsed(row) && !isStandIn(row.office)) };
}

export interface OfficeView {
  readonly row: OfficeRow;
  readonly now: readonly Holding[];
  readonly past: readonly Holding[];
}

/** One office with its history, or null where the vocabulary has no such office. */
export async function officeView(tx: Tx, office: string, { today, vocabulary }: OfficeAsk): Promise<OfficeView | null> {
  if (!vocabulary.offices.has(office)) return null;
  const clauses = citedOf(await askFeature('clausesNaming', tx, office, today));
  const holdings = await listHoldings(tx, { office });
  const now = holdings.filter(one => one.until === null || one.until >= today).sort((a, b) => Number(a.cover) - Number(b.cover) || (a.from < b.from ? -1 : 1));
  const holders = now.filter(one => one.from <= today);
  const vacant = holders.length === 0 && clauses.length > 0 && isHeld(office, vocabulary);
  return { row: { office, title: officeTitle(office, vocabulary), outside: vocabulary.offices.get(office)?.outside === true, holders, coming: now.filter(one => one.from > today), clauses, vacant }, now, past: holdings.filter(one => !now.includes(one)) };
}

