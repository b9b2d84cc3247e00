/** The tables of permissions: permission_request, permission_word, permission, permission_turn. */
import { firstRow, rows, rowsAbout, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Grant, PermissionState, Request, RequestState, Turn, Word } from './words.ts';

const asRequest = sql`id, asker_id as asker, holder_id as holder, act, facts, evidence, reason, clauses, offices, named, from_day as "from", until_day as until, state, asked_at as "askedAt", opened_at as "openedAt", opened_by as "openedBy", handed_on_at as "handedOnAt", answered_at as "answeredAt"`;

export type NewRequest = Pick<Request, 'asker' | 'holder' | 'act' | 'facts' | 'evidence' | 'reason' | 'clauses' | 'offices' | 'named' | 'from' | 'until'>;

export async function addRequest(tx: Tx, of: NewRequest & { school: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into permission_request (school_id, id, asker_id, holder_id, act, facts, evidence, reason, clauses, offices, named, from_day, until_day, state, asked_at)
    values (${of.school}, ${id}, ${of.asker}, ${of.holder}, ${of.act}, ${JSON.stringify(of.facts)}::jsonb, ${JSON.stringify(of.evidence)}::jsonb, ${of.reason}, ${[...of.clauses]}::text[],
      ${JSON.stringify(of.offices)}::jsonb, ${JSON.stringify(of.named)}::jsonb, ${of.from}::date, ${of.until}::date, 'asked', ${of.at})`.execute(tx);
  return id;
}

export async function findRequest(tx: Tx, id: string): Promise<Request | null> {
  return (await firstRow(tx, sql<Request>`select ${asRequest} from permission_request where id = ${id}`)) ?? null;
}

/** The same, and nobody else changes it till this transaction is over. */
export async function lockRequest(tx: Tx, id: string): Promise<Request | null> {
  return (await firstRow(tx, sql<Request>`select ${asRequest} from permission_request where id = ${id} for update`)) ?? null;
}

/** Requests that wait for somebody, the oldest first. */
export async function openRequests(tx: Tx, limit = 1000): Promise<Request[]> {
  return rows(tx, sql<Request>`select ${asRequest} from permission_request where state in ('asked', 'asked-back') order by asked_at, id limit ${limit}`);
}

export interface RequestsAsk {
  /** Whoever asked or would hold it. */
  readonly person?: string;
  readonly act?: string;
  readonly states?: readonly RequestState[];
  readonly ids?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
}

const requestsAsked = (ask: Omit<RequestsAsk, 'limit' | 'offset'>) => sql`(${ask.person ?? null}::uuid is null or ${ask.person ?? null}::uuid in (asker_id, holder_id))
  and (${ask.act ?? null}::text is null or act = ${ask.act ?? null}) and (${ask.states ? [...ask.states] : null}::text[] is null or state = any(${[...ask.states ?? []]}::text[]))
  and (${ask.ids ? [...ask.ids] : null}::uuid[] is null or id = any(${[...ask.ids ?? []]}::uuid[]))`;

/** Requests, the newest first. */
export async function listRequests(tx: Tx, ask: RequestsAsk): Promise<Request[]> {
  return rows(tx, sql<Request>`select ${asRequest} from permission_request where ${requestsAsked(ask)} order by asked_at desc, id desc limit ${ask.limit} offset ${ask.offset ?? 0}`);
}

export async function countRequests(tx: Tx, ask: Omit<RequestsAsk, 'limit' | 'offset'>): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from permission_request where ${requestsAsked(ask)}`))!.n;
}

/** Requests of these people for these acts, however they ended, the newest first. */
export async function pastRequests(tx: Tx, of: { holders: readonly string[]; acts: readonly string[] }): Promise<Request[]> {
  return rows(tx, sql<Request>`select ${asRequest} from permission_request where holder_id = any(${[...of.holders]}::uuid[]) and act = any(${[...of.acts]}::text[]) order by asked_at desc, id desc limit 500`);
}

const decidedBy = (person: string, states: readonly RequestState[] | undefined) => sql`exists (select from permission_word w where w.request_id = r.id and w.by_id = ${person} and w.office <> '') and (${states ? [...states] : null}::text[] is null or r.state = any(${[...states ?? []]}::text[]))`;

/** Requests about which somebody said something from an office of theirs, the newest first, and how many there are. */
export async function requestsDecidedBy(tx: Tx, ask: { person: string; states?: readonly RequestState[]; limit: number; offset: number }): Promise<{ rows: Request[]; total: number }> {
  const found = await rows(tx, sql<Request>`select ${asRequest} from permission_request r where ${decidedBy(ask.person, ask.states)} order by asked_at desc, id desc limit ${ask.limit} offset ${ask.offset}`);
  return { rows: found, total: (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from permission_request r where ${decidedBy(ask.person, ask.states)}`))!.n };
}

/** Sets the state where the request still is in the one it is thought to be in. False where somebody was quicker. */
export async function setRequestState(tx: Tx, of: { id: string; from: RequestState; to: RequestState; answeredAt: Date | null }): Promise<boolean> {
  return Number((await sql`update permission_request set state = ${of.to}, answered_at = ${of.answeredAt} where id = ${of.id} and state = ${of.from}`.execute(tx)).numAffectedRows ?? 0) > 0;
}

/** Notes that somebody who decides has opened them; of each person the first time counts. */
export async function setOpened(tx: Tx, ids: readonly string[], of: { by: string; at: Date }): Promise<void> {
  await sql`update permission_request set opened_at = coalesce(opened_at, ${of.at}), opened_by = opened_by || ${of.by}::uuid where id = any(${[...ids]}::uuid[]) and not ${of.by}::uuid = any(opened_by)`.execute(tx);
}

/** Nobody has opened it any more: it was answered, or handed on at a moment, and its time begins anew. */
export async function setUnopened(tx: Tx, of: { id: string; handedOn: Date | null }): Promise<void> {
  await sql`update permission_request set opened_at = null, opened_by = '{}', handed_on_at = coalesce(${of.handedOn}, handed_on_at) where id = ${of.id}`.execute(tx);
}

const asWord = sql`id, request_id as request, says, office, by_id as by, words, conditions, at`;

export async function addWord(tx: Tx, of: Omit<Word, 'id'> & { school: string }): Promise<string> {
  const id = newId();
  // Why later than the last: of two words of one moment the second counts.
  await sql`insert into permission_word (school_id, id, request_id, says, office, by_id, words, conditions, at)
    values (${of.school}, ${id}, ${of.request}, ${of.says}, ${of.office}, ${of.by}, ${of.words}, ${of.conditions},
      greatest(${of.at}::timestamptz, (select max(at) + interval '1 millisecond' from permission_word where request_id = ${of.request})))`.execute(tx);
  return id;
}

/** What was said about these requests, the oldest first. */
export async function listWords(tx: Tx, requests: readonly string[]): Promise<Word[]> {
  return rowsAbout(tx, requests, ids => sql<Word>`select ${asWord} from permission_word where request_id = any(${ids}::uuid[]) order by at, id limit 5000`);
}

export const asGrant = sql`p.id, p.request_id as request, p.holder_id as holder, p.holders, p.act, p.offices, p.facts, p.conditions, p.reason, p.clauses, p.granted_by as "grantedBy", p.granted_at as "grantedAt",
  p.starts_at as "startsAt", p.ends_at as "endsAt", p.waits_for as "waitsFor", p.evidence, p.evidence_until as "evidenceUntil"`;

export type NewGrant = Omit<Grant, 'id'>;

export async function addGrant(tx: Tx, of: NewGrant & { school: string }): Promise<string> {
  const id = newId();
  await sql`insert into permission (school_id, id, request_id, holder_id, holders, act, offices, facts, conditions, reason, clauses, granted_by, granted_at, starts_at, ends_at, waits_for, evidence, evidence_until)
    values (${of.school}, ${id}, ${of.request}, ${of.holder}, ${of.holders === null ? null : JSON.stringify(of.holders)}::jsonb, ${of.act}, ${[...of.offices]}::text[], ${JSON.stringify(of.facts)}::jsonb, ${of.conditions}, ${of.reason},
      ${[...of.clauses]}::text[], ${of.grantedBy}, ${of.grantedAt}, ${of.startsAt}, ${of.endsAt}, ${of.waitsFor}, ${JSON.stringify(of.evidence)}::jsonb, ${of.evidenceUntil}::date)`.execute(tx);
  return id;
}

export async function findGrant(tx: Tx, id: string): Promise<Grant | null> {
  return (await firstRow(tx, sql<Grant>`select ${asGrant} from permission p where p.id = ${id}`)) ?? null;
}

/** New evidence, and until when it is known to be true. */
export async function setEvidence(tx: Tx, of: { id: string; evidence: Readonly<Record<string, string>>; until: string | null }): Promise<void> {
  await sql`update permission set evidence = ${JSON.stringify(of.evidence)}::jsonb, evidence_until = ${of.until}::date where id = ${of.id}`.execute(tx);
}

const hasTurn = (turns: readonly string[], now: Date) => sql`exists (select from permission_turn t where t.permission_id = p.id and t.turn = any(${[...turns]}::text[]) and t.at <= ${now})`;
const isHeld = (now: Date, today: string) => sql`(coalesce((select t.turn = 'suspended' from permission_turn t where t.permission_id = p.id and t.turn in ('suspended', 'restored') and t.at <= ${now} order by t.at desc, t.id desc limit 1), false)
  or (p.evidence_until is not null and p.evidence_until < ${today}::date))`;

/** The same as `stateOf`, in SQL. */
export function inState(state: PermissionState, { now, today }: { now: Date; today: string }) {
  const over = sql`(${hasTurn(['withdrawn', 'given-up', 'expired'], now)} or p.ends_at <= ${now})`;
  const waits = sql`(p.waits_for is not null and not ${hasTurn(['carried-out'], now)})`;
  const running = sql`not ${over} and not ${isHeld(now, today)}`;
  switch (state) {
    case 'withdrawn': return hasTurn(['withdrawn'], now);
    case 'given-up': return sql`${hasTurn(['given-up'], now)} and not ${hasTurn(['withdrawn'], now)}`;
    case 'expired': return sql`${over} and not ${hasTurn(['withdrawn', 'given-up'], now)}`;
    case 'suspended': return sql`not ${over} and ${isHeld(now, today)}`;
    case 'waiting': return sql`${running} and ${waits}`;
    case 'coming': return sql`${running} and not ${waits} and p.starts_at > ${now}`;
    case 'live': return sql`${running} and not ${waits} and p.starts_at <= ${now}`;
  }
}

export interface PermissionsAsk {
  readonly now: Date;
  readonly today: string;
  /** Held by this person themselves. */
  readonly holder?: string;
  /** Held by a group: true for standing ones alone, false for persons' own alone. */
  readonly standing?: boolean;
  readonly states?: readonly PermissionState[];
  readonly acts?: readonly string[];
  /** Granted by one of these offices. */
  readonly offices?: readonly string[];
  readonly requests?: readonly string[];
  /** Words in its conditions or reason. */
  readonly search?: string;
  /** With `search`: people whose name fits, whose permissions are found as well. */
  readonly searchHolders?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
}

const permissionsAsked = (ask: Omit<PermissionsAsk, 'limit' | 'offset'>) => sql`(${ask.holder ?? null}::uuid is null or p.holder_id = ${ask.holder ?? null})
  and (${ask.standing ?? null}::boolean is null or (p.holders is not null) = ${ask.standing ?? null}::boolean)
  and (${ask.acts ? [...ask.acts] : null}::text[] is null or p.act = any(${[...ask.acts ?? []]}::text[]))
  and (${ask.offices ? [...ask.offices] : null}::text[] is null or p.offices && ${[...ask.offices ?? []]}::text[])
  and (${ask.requests ? [...ask.requests] : null}::uuid[] is null or p.request_id = any(${[...ask.requests ?? []]}::uuid[]))
  and (${ask.search ?? ''} = '' or position(lower(${ask.search ?? ''}) in lower(p.conditions || ' ' || p.reason)) > 0 or p.holder_id = any(${[...ask.searchHolders ?? []]}::uuid[]))
  and ${ask.states === undefined ? sql`true` : ask.states.length === 0 ? sql`false` : sql`(${sql.join(ask.states.map(state => sql`(${inState(state, ask)})`), sql` or `)})`}`;

/** Permissions, the latest to begin first. */
export async function listPermissions(tx: Tx, ask: PermissionsAsk): Promise<Grant[]> {
  return rows(tx, sql<Grant>`select ${asGrant} from permission p where ${permissionsAsked(ask)} order by p.starts_at desc, p.id desc limit ${ask.limit} offset ${ask.offset ?? 0}`);
}

export async function countPermissions(tx: Tx, ask: Omit<PermissionsAsk, 'limit' | 'offset'>): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from permission p where ${permissionsAsked(ask)}`))!.n;
}

/** Permissions whose time touches a span: somebody's own, and every standing one. */
export async function permissionsAround(tx: Tx, of: { person: string; from: Date; until: Date }): Promise<Grant[]> {
  return rows(tx, sql<Grant>`select ${asGrant} from permission p where (p.holder_id = ${of.person} or p.holders is not null) and p.starts_at < ${of.until} and p.ends_at > ${of.from} order by p.starts_at, p.id limit 1000`);
}

/** Whether a permission was withdrawn, given up or is over; held until the transaction ends, so that of two who end it at once the second sees it. */
export async function holdIfOver(tx: Tx, permission: string): Promise<boolean> {
  await sql`select from permission where id = ${permission} for update`.execute(tx);
  return (await firstRow(tx, sql<{ over: boolean }>`select exists (select from permission_turn where permission_id = ${permission} and turn in ('withdrawn', 'given-up', 'expired')) as over`))!.over;
}

export async function addTurn(tx: Tx, of: Omit<Turn, 'id'> & { school: string }): Promise<void> {
  await sql`insert into permission_turn (school_id, id, permission_id, turn, by_id, reason, at) values (${of.school}, ${newId()}, ${of.permission}, ${of.turn}, ${of.by}, ${of.reason}, ${of.at})`.execute(tx);
}

/** What befell these permissions, the oldest first. */
export async function listTurns(tx: Tx, permissions: readonly string[]): Promise<Turn[]> {
  if (permissions.length === 0) return [];
  return rowsAbout(tx, permissions, ids => sql<Turn>`select id, permission_id as permission, turn, by_id as by, reason, at from permission_turn where permission_id = any(${ids}::uuid[]) order by at, id limit 20000`);
}

/** Everything kept of a person's requests and permissions. */
export async function exportPermissions(tx: Tx, person: string): Promise<unknown> {
  return {
    requests: await rows(tx, sql<object>`select act, facts, evidence, case when asker_id = ${person} or asker_id = holder_id then reason else '' end as reason, clauses, from_day as "from", until_day as until, state, asked_at as "askedAt", answered_at as "answeredAt" from permission_request where ${person}::uuid in (asker_id, holder_id) order by asked_at limit 2000`),
    permissions: await rows(tx, sql<object>`select p.act, p.facts, p.conditions, case when r.id is null or r.asker_id = p.holder_id then p.reason else '' end as reason, p.clauses, p.starts_at as "startsAt", p.ends_at as "endsAt", p.evidence from permission p left join permission_request r on r.id = p.request_id where p.holder_id = ${person} order by p.starts_at limit 2000`),
    said: await rows(tx, sql<object>`select says, office, words, conditions, at from permission_word where by_id = ${person} order by at limit 2000`),
    granted: await rows(tx, sql<object>`select act, offices, granted_at as "grantedAt" from permission where granted_by = ${person} order by granted_at limit 2000`),
  };
}

/** Forgets a person: their own requests and permissions go, and what they said of others' stays without their name and words. */
export async function forgetInPermissions(tx: Tx, person: string): Promise<void> {
  const mine = sql`(select id from permission_request where holder_id = ${person} or (holder_id is null and asker_id = ${person}))`;
  await sql`delete from permission_turn where permission_id in (select id from permission where holder_id = ${person} or request_id in ${mine})`.execute(tx);
  await sql`delete from permission where holder_id = ${person} or request_id in ${mine}`.execute(tx);
  await sql`delete from permission_word where request_id in ${mine}`.execute(tx);
  await sql`delete from permission_request where id in ${mine}`.execute(tx);
  await sql`update permission_request set asker_id = null, reason = '', evidence = '{}' where asker_id = ${person}`.execute(tx);
  // Why the moment too: what nobody is left to have opened counts as unopened, and is handed on again.
  await sql`update permission_request set opened_by = array_remove(opened_by, ${person}::uuid), opened_at = case when opened_by = array[${person}::uuid] then null else opened_at end where ${person}::uuid = any(opened_by)`.execute(tx);
  await sql`update permission_word set by_id = null, words = '' where by_id = ${person}`.execute(tx);
  await sql`update permission_turn set by_id = null, reason = '' where by_id = ${person}`.execute(tx);
  await sql`update permission set granted_by = null where granted_by = ${person}`.execute(tx);
}
