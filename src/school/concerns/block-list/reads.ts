/** What the pages of the block list are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { namesOf } from '../../people/index.ts';
import type { Asking, Opened } from '../words.ts';
import { carriesOutAs, decidesAs, seesList, seesSite } from './decisions.ts';
import { moved } from './states.ts';
import { countSites, findSite, lastDecisions, listSites, sitesOf, turnsOf, type SiteOrder } from './store.ts';
import { SITE_STATES, type ProposedWords, type Site, type SiteState, type SiteTurn } from './words.ts';

export { exportSites } from './store.ts';

export interface SiteLine extends Site {
  /** Who proposed it: never who told of it. */
  readonly proposer: string;
  readonly decided: SiteTurn | null;
  readonly decider: string;
}

type Of = Pick<Asking, 'reader' | 'lock'>;
const askOf = ({ reader, lock }: Of, states: readonly SiteState[], search = '') => ({ key: lock.keyOf(reader.person!), all: seesList(reader.offices), offices: reader.offices, states, search });

/** A part of the list, as far as this reader may see it. */
export async function listed(tx: Tx, of: Of, ask: { readonly state: SiteState | null; readonly search: string; readonly sort: SiteOrder; readonly descending: boolean; readonly limit: number; readonly offset: number }): Promise<{ rows: SiteLine[]; total: number }> {
  const fits = askOf(of, ask.state === null ? SITE_STATES : [ask.state], ask.search);
  const sites = await listSites(tx, { ...fits, sort: ask.sort, descending: ask.descending, limit: ask.limit, offset: ask.offset });
  const decisions = new Map((await lastDecisions(tx, sites.map(site => site.id))).map(one => [one.site, one]));
  const names = await namesOf(tx, [...new Set([...sites.flatMap(site => site.proposedBy ?? []), ...[...decisions.values()].flatMap(one => one.by ?? [])])]);
  const named = (id: string | null | undefined): string => (id ? names.get(id) ?? '' : '');
  return { rows: sites.map(site => { const decided = decisions.get(site.id) ?? null; return { ...site, proposer: named(site.proposedBy), decided, decider: named(decided?.by) }; }), total: await countSites(tx, fits) };
}

export interface SiteView {
  readonly site: Site;
  readonly proposer: string;
  readonly turns: readonly (SiteTurn & { readonly name: string })[];
  /** The office by which the reader decides; null where they do not. */
  readonly decides: string | null;
  /** The office by which the reader says that the filter was set; null where there is nothing to do. */
  readonly carriesOut: string | null;
}

/** One address; null where it is absent or not for this reader to see. */
export async function siteFor(tx: Tx, { reader, lock }: Of, id: string): Promise<SiteView | null> {
  const site = isId(id) ? await findSite(tx, id) : null;
  if (!site || !seesSite(site, reader, lock.keyOf)) return null;
  const turns = await turnsOf(tx, id);
  const names = await namesOf(tx, [...new Set([...turns.flatMap(turn => turn.by ?? []), ...(site.proposedBy === null ? [] : [site.proposedBy])])]);
  const named = (person: string | null): string => (person === null ? '' : names.get(person) ?? '');
  return { site, proposer: named(site.proposedBy), turns: turns.map(turn => ({ ...turn, name: named(turn.by) })), decides: decidesAs(site, reader, lock.keyOf), carriesOut: moved(site.state, 'done') === null ? null : carriesOutAs(site, reader, lock.keyOf) };
}

/** How many addresses wait for this reader's decision, and how many for their hands. */
export async function waiting(tx: Tx, of: Of): Promise<{ readonly toDecide: number; readonly toSet: number }> {
  const sites = await listSites(tx, { ...askOf(of, ['proposed', 'to-block', 'to-open']), sort: 'proposed', descending: false, limit: 200, offset: 0 });
  const { keyOf } = of.lock;
  return { toDecide: sites.filter(site => site.state === 'proposed' && decidesAs(site, of.reader, keyOf) !== null).length, toSet: sites.filter(site => site.state !== 'proposed' && carriesOutAs(site, of.reader, keyOf) !== null).length };
}

/** The addresses that were proposed from a concern, and those among them that this reader may open. */
export async function proposedFrom(tx: Tx, of: Of, { entries }: Pick<Opened, 'entries'>): Promise<{ readonly site: Site; readonly opens: boolean }[]> {
  const ids = entries.filter(entry => entry.sort === 'site-proposed').map(entry => (entry.words as unknown as ProposedWords).site);
  return ids.length === 0 ? [] : (await sitesOf(tx, ids)).map(site => ({ site, opens: seesSite(site, of.reader, of.lock.keyOf) }));
}
