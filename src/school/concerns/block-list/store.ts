/** The tables of the block list: block_site, block_site_turn and block_site_told. */
import { firstRow, rows, sql, type RawBuilder, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Site, SiteState, SiteTurn } from './words.ts';

const asSite = sql`id, address, why, from_day as "fromDay", state, offices, clause, kept_from as "keptFrom", proposed_by as "proposedBy", proposed_at as "proposedAt"`;

export interface SitesAsk {
  /** Keyed hash of the reader: they meet nothing that is kept from them. */
  readonly key: string;
  /** Whether they see the list, or only what is theirs to decide. */
  readonly all: boolean;
  readonly offices: readonly string[];
  readonly states: readonly SiteState[];
  readonly search: string;
}

const fits = (ask: SitesAsk): RawBuilder<unknown> => sql`not (${ask.key} = any(kept_from)) and (${ask.all} or offices && ${[...ask.offices]}::text[]) and state = any(${[...ask.states]}::text[]) and position(lower(${ask.search}::text) in lower(address)) > 0`;
const ORDERS = { proposed: sql`proposed_at`, address: sql`address`, from: sql`from_day` } as const;
export type SiteOrder = keyof typeof ORDERS;

export const listSites = (tx: Tx, ask: SitesAsk & { readonly sort: SiteOrder; readonly descending: boolean; readonly limit: number; readonly offset: number }): Promise<Site[]> =>
  rows(tx, sql<Site>`select ${asSite} from block_site where ${fits(ask)} order by ${ORDERS[ask.sort]} ${ask.descending ? sql`desc` : sql`asc`}, id desc limit ${ask.limit} offset ${ask.offset}`);

export const countSites = async (tx: Tx, ask: SitesAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from block_site where ${fits(ask)}`))!.n;

export const findSite = async (tx: Tx, id: string): Promise<Site | null> => (await firstRow(tx, sql<Site>`select ${asSite} from block_site where id = ${id}`)) ?? null;
export const holdSite = async (tx: Tx, id: string): Promise<Site | null> => (await firstRow(tx, sql<Site>`select ${asSite} from block_site where id = ${id} for update`)) ?? null;

/** The address where it stands already, for a reader with this key. */
export const siteAt = async (tx: Tx, of: { address: string; key: string }): Promise<Site | null> =>
  (await firstRow(tx, sql<Site>`select ${asSite} from block_site where address = ${of.address} and not (${of.key} = any(kept_from)) order by proposed_at desc limit 1 for update`)) ?? null;

export const sitesOf = (tx: Tx, ids: readonly string[]): Promise<Site[]> => rows(tx, sql<Site>`select ${asSite} from block_site where id = any(${[...ids]}::uuid[]) order by proposed_at limit 50`);

export async function addSite(tx: Tx, of: Omit<Site, 'id' | 'state'> & { readonly school: string }): Promise<string> {
  const id = newId();
  await sql`insert into block_site (school_id, id, address, why, from_day, state, offices, clause, kept_from, proposed_by, proposed_at)
    values (${of.school}, ${id}, ${of.address}, ${of.why}, ${of.fromDay}::date, 'proposed', ${[...of.offices]}::text[], ${of.clause}, ${[...of.keptFrom]}::text[], ${of.proposedBy}, ${of.proposedAt})`.execute(tx);
  return id;
}

export async function setSite(tx: Tx, id: string, of: { readonly state: SiteState; readonly fromDay: string }): Promise<void> {
  await sql`update block_site set state = ${of.state}, from_day = ${of.fromDay}::date where id = ${id}`.execute(tx);
}

export const turnsOf = (tx: Tx, site: string): Promise<SiteTurn[]> =>
  rows(tx, sql<SiteTurn>`select turn, office, reason, from_day as "fromDay", by_id as "by", at from block_site_turn where site_id = ${site} order by at, id limit 200`);

/** The newest decision about each of these addresses. */
export const lastDecisions = (tx: Tx, sites: readonly string[]): Promise<(SiteTurn & { readonly site: string })[]> =>
  rows(tx, sql<SiteTurn & { readonly site: string }>`select distinct on (site_id) site_id as site, turn, office, reason, from_day as "fromDay", by_id as "by", at from block_site_turn where site_id = any(${[...sites]}::uuid[]) and turn <> 'done' order by site_id, at desc, id desc`);

export async function addTurn(tx: Tx, of: SiteTurn & { readonly school: string; readonly site: string }): Promise<void> {
  await sql`insert into block_site_turn (school_id, id, site_id, turn, office, reason, from_day, by_id, at) values (${of.school}, ${newId()}, ${of.site}, ${of.turn}, ${of.office}, ${of.reason}, ${of.fromDay}::date, ${of.by}, ${of.at})`.execute(tx);
}

export async function addTold(tx: Tx, of: { readonly school: string; readonly id: string; readonly site: string; readonly locked: Uint8Array }): Promise<void> {
  await sql`insert into block_site_told (school_id, id, site_id, locked) values (${of.school}, ${of.id}, ${of.site}, ${of.locked})`.execute(tx);
}

export const toldOf = (tx: Tx, site: string): Promise<{ id: string; locked: Uint8Array }[]> =>
  rows(tx, sql<{ id: string; locked: Uint8Array }>`select id, locked from block_site_told where site_id = ${site} order by id limit 500`);

/** What somebody proposed, decided or did about addresses. */
export const exportSites = async (tx: Tx, person: string): Promise<object> => ({
  proposed: await rows(tx, sql<object>`select address, why, from_day as "from", proposed_at as at from block_site where proposed_by = ${person} order by proposed_at limit 1000`),
  decided: await rows(tx, sql<object>`select s.address, t.turn, t.office, t.reason, t.at from block_site_turn t join block_site s on s.id = t.site_id where t.by_id = ${person} order by t.at limit 1000`),
});

export async function forgetInSites(tx: Tx, person: string): Promise<void> {
  await sql`update block_site set proposed_by = null where proposed_by = ${person}`.execute(tx);
  await sql`update block_site_turn set by_id = null where by_id = ${person}`.execute(tx);
}
