/** What the pages of paper are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { csv, type Reply } from '../../../platform/web/index.ts';
import { findPerson, fullName, listGuardians, listPeople, namesOf, type Person } from '../../people/index.ts';
import { listAsks, policiesToSign, registerChoices, type Place } from '../reads.ts';
import { countPrints, countSlips, findSlip, listPrints, slipsByIds, slipsOf } from './store.ts';
import { openFor } from './piles/judging.ts';
import * as piles from './piles/store.ts';
import type { HomeProps } from './pages/home.tsx';
import type { PageRow, PileProps, QueueProps } from './pages/pile.tsx';
import type { OneProps } from './pages/one.tsx';
import type { PageState, Slip } from './words.ts';

export const A_PAGE = 50;
const PILES_SHOWN = 10;

const kindTitle = (kind: string, place: Place): string => place.vocabulary.kinds.get(kind)?.title ?? kind;
const pagesOf = (total: number) => Math.max(1, Math.ceil(total / A_PAGE));

export async function homeView(tx: Tx, place: Place, of: { page: number }): Promise<Omit<HomeProps, 'errors' | 'keeper'>> {
  const policies = await policiesToSign(tx, place.vocabulary);
  const choices = await registerChoices(tx);
  const [prints, slips] = [await listPrints(tx, { limit: PILES_SHOWN, offset: 0 }), await countSlips(tx)];
  const pages = Math.max(1, Math.ceil((await piles.countPiles(tx)) / PILES_SHOWN));
  const page = Math.min(of.page, pages);
  const rows = await piles.listPiles(tx, { limit: PILES_SHOWN, offset: (page - 1) * PILES_SHOWN });
  const names = await namesOf(tx, [...prints.map(print => print.by), ...rows.map(pile => pile.by)]);
  return {
    slug: place.school.slug, policies: [...policies].map(([value, policy]) => ({ value, text: policy.title })), classes: choices.classes, kinds: choices.kinds.map(value => ({ value, text: kindTitle(value, place) })),
    slips, toLookAt: await piles.countPages(tx, { states: ['look'] }), clear: await piles.countPages(tx, { states: ['clear'] }), morePrints: (await countPrints(tx)) > prints.length,
    prints: prints.map(print => ({ id: print.id, title: policies.get(print.policy)?.title ?? print.policy, whom: [print.class, print.kind && kindTitle(print.kind, place)].filter(Boolean).join(', '), slips: print.slips.length, by: names.get(print.by) ?? '', at: print.at })),
    piles: rows.map(pile => ({ ...pile, by: names.get(pile.by) ?? '' })), page, pages,
  };
}

/** Rows of pages with the names that go with them. */
async function rowsOf(tx: Tx, place: Place, pages: readonly piles.KeptPage[]): Promise<PageRow[]> {
  const slips = new Map((await slipsByIds(tx, pages.flatMap(page => page.slip ?? []))).map(slip => [slip.id, slip]));
  const people = new Map((await listPeople(tx, { day: place.today, left: true, ids: [...slips.values()].map(slip => slip.person), limit: pages.length + 1 })).map(person => [person.id, person]));
  const names = await namesOf(tx, pages.flatMap(page => page.settledBy ?? []));
  return pages.map(page => {
    const slip = page.slip ? slips.get(page.slip) : undefined;
    const person = slip && people.get(slip.person);
    return { page, name: person ? fullName(person) : null, form: person?.place?.class ?? '', title: slip?.content.title ?? null, code: slip?.code ?? null, settledBy: page.settledBy ? names.get(page.settledBy) ?? null : null };
  });
}

const TABS: Readonly<Record<PileProps['tab'], readonly PageState[]>> = { clear: ['clear'], look: ['look'], taken: ['taken'], aside: ['aside', 'given-back', 'said-no'] };

export async function pileView(tx: Tx, place: Place, of: { pile: string; tab?: string | undefined; page: number }): Promise<PileProps | null> {
  const pile = await piles.findPile(tx, of.pile);
  if (!pile) return null;
  const count = (tab: PileProps['tab']) => TABS[tab].reduce((sum, state) => sum + (pile.counts[state] ?? 0), 0);
  const tabs = ['clear', 'look', 'taken', 'aside'] as const;
  const tab = tabs.find(one => one === of.tab) ?? tabs.find(one => count(one) > 0) ?? 'clear';
  const [total, page] = [count(tab), Math.min(of.page, pagesOf(count(tab)))];
  const pages = await piles.listPages(tx, { pile: pile.id, states: TABS[tab], limit: A_PAGE, offset: (page - 1) * A_PAGE });
  return { slug: place.school.slug, pile, tab, counts: Object.fromEntries(tabs.map(one => [one, count(one)])) as PileProps['counts'], rows: await rowsOf(tx, place, pages), page, pages: pagesOf(total), by: (await namesOf(tx, [pile.by])).get(pile.by) ?? '' };
}

/** Everything in all piles that somebody has to look at. */
export async function queueView(tx: Tx, place: Place, of: { page: number }): Promise<QueueProps> {
  const total = await piles.countPages(tx, { states: ['look'] });
  const page = Math.min(of.page, pagesOf(total));
  const pages = await piles.listPages(tx, { states: ['look'], limit: A_PAGE, offset: (page - 1) * A_PAGE });
  return { slug: place.school.slug, rows: await rowsOf(tx, place, pages), total, page, pages: pagesOf(total) };
}

const MOST_CSV = 5_000;

export async function pileCsv(tx: Tx, place: Place, pile: string): Promise<Reply | null> {
  if (!(await piles.findPile(tx, pile))) return null;
  const rows = await rowsOf(tx, place, await piles.listPages(tx, { pile, states: ['clear', 'look', 'taken', 'said-no', 'given-back', 'aside'], limit: MOST_CSV, offset: 0 }));
  return csv(`slips-${place.today}.csv`, [['Page', 'Slip', 'Name', 'Class', 'Policy', 'State', 'Why', 'Settled by'], ...rows.map(({ page, ...row }) => [page.number, row.code, row.name, row.form, row.title, page.state, page.reasons.join(' '), row.settledBy])]);
}

export async function oneView(tx: Tx, place: Place, id: string): Promise<OneProps | null> {
  const page = await piles.findPage(tx, id);
  if (!page) return null;
  const slip = page.slip ? await findSlip(tx, page.slip) : null;
  const person = slip && (await findPerson(tx, slip.person, place.today));
  const open = (slip && (await openFor(tx, slip))) ?? [];
  const ties = slip && open.includes('guardian') ? (await listGuardians(tx, { children: [slip.person] })).filter(tie => tie.childId === slip.person && tie.mayAgree && !tie.noContact) : [];
  const names = await namesOf(tx, [...ties.map(tie => tie.parentId), ...(page.settledBy ? [page.settledBy] : []), ...page.read.flatMap(part => part.signer ?? [])]);
  const guardianRead = page.read.find(part => part.capacity === 'guardian');
  const edition = slip ? (await policiesToSign(tx, place.vocabulary)).get(slip.policy)?.edition ?? null : null;
  return {
    slug: place.school.slug, page, slip, name: person ? fullName(person) : null, form: person?.place ? [person.place.yearGroup, person.place.class].filter(Boolean).join(', ') : '', open, editionNow: edition,
    parents: ties.map(tie => ({ id: tie.parentId, name: names.get(tie.parentId) ?? '' })), signer: guardianRead?.signer ? names.get(guardianRead.signer) ?? null : null, askWho: open.includes('guardian') && guardianRead !== undefined && guardianRead.signature !== 'empty' && guardianRead.signer === null,
    settledBy: page.settledBy ? names.get(page.settledBy) ?? null : null, picture: (await piles.pictureOf(tx, page.id, 'part')) !== null,
  };
}

/** People whose open slips a page may be, by their name: what somebody asks who found no code. */
export async function findBySlip(tx: Tx, place: Place, search: string): Promise<{ person: Person; policy: string; title: string; slip: Slip | null }[]> {
  const people = await listPeople(tx, { day: place.today, search, limit: 20 });
  const asks = (await listAsks(tx, people.map(person => person.id))).filter(ask => ask.open);
  const slips = await slipsOf(tx, people.map(person => person.id));
  const policies = await policiesToSign(tx, place.vocabulary);
  return people.flatMap(person => asks.filter(ask => ask.person === person.id).map(ask => ({
    person, policy: ask.policy, title: policies.get(ask.policy)?.title ?? ask.policy, slip: slips.find(slip => slip.person === person.id && slip.policy === ask.policy) ?? null,
  })));
}
