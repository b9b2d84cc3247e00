/** The policies feature's tables: policy, policy_edition, policy_clause_mark. */
import { sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Edition, EditionState, Mark } from './words.ts';

interface Row {
  id: string; policy: string; number: number; state: EditionState; title: string; markdown: string; text_hash: string; note: string;
  created_by: string | null; created_at: Date; changed_at: Date; proposed_by: string | null; sent_back: string; revision: number;
  approved_by: string | null; approved_as: string | null; approved_on: string | null; in_force: string | null;
}

const editionOf = (row: Row): Edition => ({
  id: row.id, policy: row.policy, number: row.number, state: row.state, title: row.title, markdown: row.markdown, textHash: row.text_hash, note: row.note,
  createdBy: row.created_by, createdAt: row.created_at, changedAt: row.changed_at, proposedBy: row.proposed_by, sentBack: row.sent_back, revision: row.revision,
  approvedBy: row.approved_by, approvedAs: row.approved_as, approvedOn: row.approved_on, inForce: row.in_force,
});

/** Which edition of each policy is in force on a day: ids alone, so that a page may ask every time. */
export async function editionsInForce(tx: Tx, day: string): Promise<{ policy: string; id: string; number: number }[]> {
  return (await sql<{ policy: string; id: string; number: number }>`
    select distinct on (e.policy) e.policy, e.id, e.number from policy_edition e join policy p on p.school_id = e.school_id and p.policy = e.policy
    where e.state = 'approved' and e.in_force <= ${day} and (p.retired_on is null or p.retired_on > ${day})
      and not exists (select from policy_withdrawal w where w.policy = e.policy and w.undone_at is null and w.from_day <= ${day} and w.last_edition >= e.number)
    order by e.policy, e.in_force desc, e.number desc`.execute(tx)).rows;
}

/** The same of the trust that this school belongs to; nothing where it belongs to none. */
export async function trustEditionsInForce(tx: Tx, day: string): Promise<{ trust: string; id: string }[]> {
  return (await sql<{ trust: string; id: string }>`select trust, (edition).id from trust_editions_in_force(${day}::date)`.execute(tx)).rows;
}

export async function readTrustEditions(tx: Tx, day: string): Promise<Edition[]> {
  return (await sql<Row>`select (edition).* from trust_editions_in_force(${day}::date)`.execute(tx)).rows.map(editionOf);
}

export async function findEdition(tx: Tx, id: string): Promise<Edition | null> {
  const row = (await sql<Row>`select * from policy_edition where id = ${id}`.execute(tx)).rows[0];
  return row ? editionOf(row) : null;
}

export async function findEditions(tx: Tx, ids: readonly string[]): Promise<Edition[]> {
  return (await sql<Row>`select * from policy_edition where id = any(${[...ids]}::uuid[])`.execute(tx)).rows.map(editionOf);
}

/** Every edition of a policy but discarded drafts, newest first. */
export async function listEditions(tx: Tx, policy: string): Promise<Edition[]> {
  return (await sql<Row>`select * from policy_edition where policy = ${policy} and state <> 'discarded' order by number desc limit 200`.execute(tx)).rows.map(editionOf);
}

/** The newest approved edition, whether or not its first day has come: the one the next edition follows. */
export async function latestApproved(tx: Tx, policy: string): Promise<Edition | null> {
  const row = (await sql<Row>`select * from policy_edition where policy = ${policy} and state = 'approved' order by number desc limit 1`.execute(tx)).rows[0];
  return row ? editionOf(row) : null;
}

/** Editions approved for a day still to come, soonest first. */
export async function listComing(tx: Tx, today: string): Promise<Edition[]> {
  return (await sql<Row>`select * from policy_edition e where state = 'approved' and in_force > ${today}
    and not exists (select from policy_withdrawal w where w.policy = e.policy and w.undone_at is null and w.from_day <= e.in_force and w.last_edition >= e.number) order by in_force, policy limit 100`.execute(tx)).rows.map(editionOf);
}

/** Whether the school has a policy of this name, in force or being written. */
export async function hasPolicy(tx: Tx, policy: string): Promise<boolean> {
  return (await sql`select from policy_edition where policy = ${policy} and state <> 'discarded' limit 1`.execute(tx)).rows.length > 0;
}

/** Drafts and proposals of the whole school. */
export async function openEditions(tx: Tx): Promise<Edition[]> {
  return (await sql<Row>`select * from policy_edition where state in ('draft', 'proposed') order by policy limit 200`.execute(tx)).rows.map(editionOf);
}

/** The draft or proposal of a policy, if there is one; locked, so that two writers do not overwrite one another. */
export async function openEdition(tx: Tx, policy: string, lock = false): Promise<Edition | null> {
  const row = (await sql<Row>`select * from policy_edition where policy = ${policy} and state in ('draft', 'proposed') ${lock ? sql`for update` : sql``}`.execute(tx)).rows[0];
  return row ? editionOf(row) : null;
}

export async function addPolicy(tx: Tx, entry: { school: string; policy: string; at: Date }): Promise<void> {
  await sql`insert into policy (school_id, policy, created_at) values (${entry.school}, ${entry.policy}, ${entry.at}) on conflict do nothing`.execute(tx);
}

export interface NewEdition {
  readonly school: string;
  readonly policy: string;
  readonly title: string;
  readonly markdown: string;
  readonly textHash: string;
  readonly note: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Adds a draft with the next number; a discarded draft's number is used again. */
export async function addEdition(tx: Tx, entry: NewEdition): Promise<Edition> {
  const row = (await sql<Row>`
    insert into policy_edition (school_id, id, policy, number, state, title, markdown, text_hash, note, created_by, created_at, changed_at)
    values (${entry.school}, ${newId()}, ${entry.policy}, (select coalesce(max(number), 0) + 1 from policy_edition where policy = ${entry.policy} and state <> 'discarded'),
      'draft', ${entry.title}, ${entry.markdown}, ${entry.textHash}, ${entry.note}, ${entry.by}, ${entry.at}, ${entry.at}) returning *`.execute(tx)).rows[0]!;
  return editionOf(row);
}

export async function setText(tx: Tx, entry: { edition: string; title: string; markdown: string; textHash: string; note: string; at: Date }): Promise<void> {
  await sql`update policy_edition set title = ${entry.title}, markdown = ${entry.markdown}, text_hash = ${entry.textHash}, note = ${entry.note}, changed_at = ${entry.at}, revision = revision + 1 where id = ${entry.edition}`.execute(tx);
}

export async function setState(tx: Tx, entry: { edition: string; state: EditionState; proposedBy?: string | null; sentBack?: string; at: Date }): Promise<void> {
  await sql`update policy_edition set state = ${entry.state}, changed_at = ${entry.at},
    proposed_by = ${entry.proposedBy ?? null}, proposed_at = ${entry.proposedBy ? entry.at : null}, sent_back = ${entry.sentBack ?? ''} where id = ${entry.edition}`.execute(tx);
}

export async function setApproved(tx: Tx, entry: { edition: string; by: string | null; as: string; on: string; inForce: string; at: Date }): Promise<void> {
  await sql`update policy_edition set state = 'approved', approved_by = ${entry.by}, approved_as = ${entry.as}, approved_on = ${entry.on}, in_force = ${entry.inForce}, changed_at = ${entry.at}
    where id = ${entry.edition}`.execute(tx);
}

/** The writer's marks of an edition: clause → mark. */
export async function listMarks(tx: Tx, edition: string): Promise<Map<string, Mark>> {
  const rows = await sql<{ clause: string; mark: Mark }>`select clause, mark from policy_clause_mark where edition_id = ${edition}`.execute(tx);
  return new Map(rows.rows.map(row => [row.clause, row.mark]));
}

export async function setMarks(tx: Tx, entry: { school: string; edition: string; marks: ReadonlyMap<string, Mark> }): Promise<void> {
  await sql`delete from policy_clause_mark where edition_id = ${entry.edition}`.execute(tx);
  for (const [clause, mark] of entry.marks) {
    await sql`insert into policy_clause_mark (school_id, edition_id, clause, mark) values (${entry.school}, ${entry.edition}, ${clause}, ${mark})`.execute(tx);
  }
}
