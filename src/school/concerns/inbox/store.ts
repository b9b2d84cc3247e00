/** The concerns that a reader may read, looked up by their eyes; the tables belong to ../store.ts, and here they are only read. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import type { ConcernState, Severity } from '../words.ts';

export interface Mine {
  readonly person: string;
  /** The keyed hash of that person's id. */
  readonly key: string;
  readonly offices: readonly string[];
  readonly now: Date;
}

export interface InboxAsk extends Mine {
  readonly state: ConcernState | 'open' | null;
  readonly kinds: readonly string[] | null;
  /** What was searched for: in codes, and in these kinds. */
  readonly search: string;
  readonly found: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

export interface InboxRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly state: ConcernState;
  readonly severity: Severity | null;
  readonly openedAt: Date;
  readonly seenAt: Date | null;
  readonly actedAt: Date | null;
  readonly handOnAt: Date | null;
  readonly closedAt: Date | null;
  /** Whether a child may be harmed. */
  readonly child: boolean;
}

const columns = sql`c.id, c.code, c.kind, c.state, c.severity, c.opened_at as "openedAt", c.seen_at as "seenAt", c.acted_at as "actedAt", c.hand_on_at as "handOnAt", c.closed_at as "closedAt", cardinality(c.child_keys) > 0 as child`;

/** An eye of theirs is open, and it is not about them. */
const readable = ({ person, key, offices, now }: Mine) => sql`not (${key} = any(c.about_keys)) and exists (select from concern_eye e where e.concern_id = c.id
  and e.since <= ${now} and (e.until is null or e.until > ${now}) and (e.person_id = ${person} or e.office = any(${[...offices]}::text[])))`;

const fits = (ask: Omit<InboxAsk, 'limit' | 'offset'>) => sql`${readable(ask)}
  and (${ask.state}::text is null or (${ask.state} = 'open' and c.state <> 'closed') or c.state = ${ask.state})
  and (${ask.kinds === null} or c.kind = any(${[...(ask.kinds ?? [])]}::text[]))
  and (${ask.search} = '' or position(upper(${ask.search}) in c.code) > 0 or c.kind = any(${[...ask.found]}::text[]))`;

/** Unopened ones first, then the newest. */
export const listReadable = (tx: Tx, ask: InboxAsk): Promise<InboxRow[]> =>
  rows(tx, sql<InboxRow>`select ${columns} from concern c where ${fits(ask)} order by (c.state = 'new') desc, c.opened_at desc, c.id limit ${ask.limit} offset ${ask.offset}`);

export const countReadable = async (tx: Tx, ask: Omit<InboxAsk, 'limit' | 'offset'>): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*) as n from concern c where ${fits(ask)}`))!.n;

/** How many of a reader's are unopened and how many are open, and when the next goes on. */
export const countMine = async (tx: Tx, mine: Mine): Promise<{ unopened: number; open: number; next: Date | null }> =>
  (await firstRow(tx, sql<{ unopened: number; open: number; next: Date | null }>`select count(*) filter (where c.state = 'new') as unopened, count(*) filter (where c.state <> 'closed') as open, min(c.hand_on_at) filter (where c.state = 'new') as next from concern c where ${readable(mine)} and c.state <> 'closed'`))!;

/** Concerns about children that went to others: that they exist, no more. A child may be harmed, it is about a pupil (their keyed hashes), or its kind is about a child. Never those about the reader. */
export const elsewhereAboutChildren = (tx: Tx, mine: Mine, { pupils, kinds, limit }: { readonly pupils: readonly string[]; readonly kinds: readonly string[]; readonly limit: number }): Promise<Pick<InboxRow, 'code' | 'kind' | 'state' | 'openedAt'>[]> =>
  rows(tx, sql<Pick<InboxRow, 'code' | 'kind' | 'state' | 'openedAt'>>`select c.code, c.kind, c.state, c.opened_at as "openedAt" from concern c
    where (cardinality(c.child_keys) > 0 or c.about_keys && ${[...pupils]}::text[] or c.kind = any(${[...kinds]}::text[])) and not (${mine.key} = any(c.about_keys)) and not (${readable(mine)}) order by c.opened_at desc, c.id limit ${limit}`);

/** Concerns that nobody opened in time. */
export const dueToGoOn = (tx: Tx, now: Date): Promise<string[]> =>
  rows(tx, sql<{ id: string }>`select id from concern where state = 'new' and hand_on_at <= ${now} order by hand_on_at limit 200`).then(found => found.map(row => row.id));
