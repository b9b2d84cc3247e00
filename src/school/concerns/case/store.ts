/** The tables of case work: concern_step and concern_link. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { notHeld } from '../legal/store.ts';
import type { StepSort, StepState } from './words.ts';

export interface StepRow { readonly id: string; readonly concern: string; readonly sort: StepSort; readonly state: StepState; readonly owner: string | null; readonly due: string | null; readonly locked: Uint8Array; readonly by: string | null; readonly at: Date; readonly doneAt: Date | null }
export interface DueRow { readonly id: string; readonly concern: string; readonly owner: string; readonly aboutKeys: readonly string[] }
export interface OwnedRow { readonly id: string; readonly concern: string; readonly sort: StepSort; readonly due: string | null; readonly locked: Uint8Array; readonly code: string; readonly aboutKeys: readonly string[] }
export interface LinkRow { readonly id: string; readonly other: string; readonly locked: Uint8Array; readonly by: string | null; readonly at: Date }

const asStep = sql`id, concern_id as concern, sort, state, owner_id as owner, due_day as due, locked, by_id as by, made_at as at, done_at as "doneAt"`;

/** Everything written down in a case, oldest first. */
export const stepsOf = (tx: Tx, concern: string): Promise<StepRow[]> => rows(tx, sql<StepRow>`select ${asStep} from concern_step where concern_id = ${concern} order by made_at, id limit 1000`);

/** One step, held until the transaction ends. */
export const holdStep = async (tx: Tx, of: { concern: string; step: string }): Promise<StepRow | null> =>
  (await firstRow(tx, sql<StepRow>`select ${asStep} from concern_step where id = ${of.step} and concern_id = ${of.concern} for update`)) ?? null;

export async function addStep(tx: Tx, step: StepRow & { school: string }): Promise<void> {
  await sql`insert into concern_step (school_id, id, concern_id, sort, state, owner_id, due_day, locked, by_id, made_at, done_at)
    values (${step.school}, ${step.id}, ${step.concern}, ${step.sort}, ${step.state}, ${step.owner}, ${step.due}::date, ${step.locked}, ${step.by}, ${step.at}, ${step.doneAt})`.execute(tx);
}

export async function setStep(tx: Tx, step: Pick<StepRow, 'id' | 'state' | 'due' | 'locked' | 'doneAt'>): Promise<void> {
  await sql`update concern_step set state = ${step.state}, due_day = ${step.due}::date, locked = ${step.locked}, done_at = ${step.doneAt} where id = ${step.id}`.execute(tx);
}

/** Open steps with an owner that are due by a day and were not reminded of since. A reminder comes on the day before, on the day and once a week after. */
export const stepsToRemind = (tx: Tx, ask: { today: string; tomorrow: string; weekAgo: string }): Promise<DueRow[]> =>
  rows(tx, sql<DueRow>`select s.id, s.concern_id as concern, s.owner_id as owner, c.about_keys as "aboutKeys" from concern_step s join concern c on c.id = s.concern_id
    where s.state = 'open' and s.owner_id is not null and c.state <> 'closed' and s.due_day <= ${ask.tomorrow}::date
      and (s.reminded_on is null or (s.due_day = ${ask.today}::date and s.reminded_on < ${ask.today}::date) or (s.due_day < ${ask.today}::date and s.reminded_on <= ${ask.weekAgo}::date)) order by s.due_day, s.id limit 500`);

export async function markReminded(tx: Tx, steps: readonly string[], today: string): Promise<void> {
  await sql`update concern_step set reminded_on = ${today}::date where id = any(${[...steps]}::uuid[])`.execute(tx);
}

/** Open steps of somebody, those that fall due first at the head. */
export const stepsOwnedBy = (tx: Tx, owner: string): Promise<OwnedRow[]> =>
  rows(tx, sql<OwnedRow>`select s.id, s.concern_id as concern, s.sort, s.due_day as due, s.locked, c.code, c.about_keys as "aboutKeys" from concern_step s join concern c on c.id = s.concern_id
    where s.owner_id = ${owner} and s.state = 'open' and s.sort <> 'claim' and c.state <> 'closed' order by s.due_day nulls last, s.id limit 50`);

/** What is open in a case and belongs to somebody who is not among its readers goes to one of them. */
export async function giveSteps(tx: Tx, of: { concern: string; readers: readonly string[]; to: string }): Promise<void> {
  await sql`update concern_step set owner_id = ${of.to} where concern_id = ${of.concern} and state = 'open' and sort <> 'claim' and owner_id is not null and not (owner_id = any(${[...of.readers]}::uuid[]))`.execute(tx);
}

/** Links two concerns; false where they are linked already. */
export async function addLink(tx: Tx, link: { school: string; id: string; concern: string; other: string; locked: Uint8Array; by: string | null; at: Date }): Promise<boolean> {
  const [low, high] = [link.concern, link.other].sort() as [string, string];
  const done = await sql`insert into concern_link (school_id, id, concern_id, other_id, locked, by_id, made_at) values (${link.school}, ${link.id}, ${low}, ${high}, ${link.locked}, ${link.by}, ${link.at}) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** What a concern is linked to. */
export const linksOf = (tx: Tx, concern: string): Promise<LinkRow[]> => rows(tx, sql<LinkRow>`
  select id, case when concern_id = ${concern} then other_id else concern_id end as other, locked, by_id as by, made_at as at from concern_link where ${concern}::uuid in (concern_id, other_id) order by made_at, id limit 100`);

/** A concern of this school by its code. */
export const concernByCode = async (tx: Tx, code: string): Promise<string | null> => (await firstRow(tx, sql<{ id: string }>`select id from concern where code = ${code}`))?.id ?? null;

/** What somebody was to do in cases, without a word of any. */
export const exportSteps = (tx: Tx, person: string): Promise<object[]> =>
  rows(tx, sql<object>`select sort, state, due_day as due, made_at as "madeAt", done_at as "doneAt" from concern_step where owner_id = ${person} or by_id = ${person} order by made_at limit 2000`);

/** Forgets who was to do what, and who wrote it down. What was written stays locked until its time is over. */
export async function forgetInSteps(tx: Tx, person: string): Promise<void> {
  await sql`update concern_step set owner_id = nullif(owner_id, ${person}::uuid), by_id = nullif(by_id, ${person}::uuid) where ${person}::uuid in (owner_id, by_id) and ${notHeld(sql`concern_id`)}`.execute(tx);
  await sql`update concern_link set by_id = null where by_id = ${person} and ${notHeld(sql`concern_id`)} and ${notHeld(sql`other_id`)}`.execute(tx);
}
