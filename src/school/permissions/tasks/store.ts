/** The tables of tasks: it_task, it_task_word. */
import { firstRow, rows, sql, type Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Task, TaskSort, TaskState, TaskWord } from './words.ts';

const asTask = sql`id, sort, permission_id as permission, office, asker_id as asker, words, opened_at as "openedAt", opened_on as "openedOn", claimed_by as "claimedBy", claimed_at as "claimedAt",
  ended, ended_at as "endedAt", ended_by as "endedBy", device, done_on as "doneOn", reminded, reminded_on as "remindedOn"`;

const inState = { none: sql`true`, open: sql`ended is null and claimed_by is null`, claimed: sql`ended is null and claimed_by is not null`, done: sql`ended = 'done'`, cannot: sql`ended = 'cannot'`, withdrawn: sql`ended = 'withdrawn'` };

export interface TasksAsk {
  readonly state: TaskState | 'unfinished' | null;
  readonly sort: string | null;
  readonly search: string;
  readonly named: readonly string[];
  readonly offices: 'all' | readonly string[];
}

const stateIn = (state: TasksAsk['state']) => (state === 'unfinished' ? sql`ended is null` : inState[state ?? 'none']);
const asked = (ask: TasksAsk) => sql`${stateIn(ask.state)} and (${ask.sort}::text is null or sort = ${ask.sort}::text) and (${ask.offices === 'all'}::boolean or office = any(${ask.offices === 'all' ? [] : [...ask.offices]}::text[]))
  and (position(lower(${ask.search}::text) in lower(words || ' ' || device)) > 0 or asker_id = any(${[...ask.named]}::uuid[]))`;

/** Tasks: those that are not over first, the oldest first among them; then the latest. */
export const listTasks = (tx: Tx, ask: TasksAsk & { readonly limit: number; readonly offset: number }): Promise<Task[]> =>
  rows(tx, sql<Task>`select ${asTask} from it_task where ${asked(ask)} order by ended is not null, case when ended is null then opened_at end, ended_at desc, id limit ${ask.limit} offset ${ask.offset}`);

export const countTasks = async (tx: Tx, ask: TasksAsk): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from it_task where ${asked(ask)}`))!.n;

export const findTask = async (tx: Tx, id: string): Promise<Task | null> => (await firstRow(tx, sql<Task>`select ${asTask} from it_task where id = ${id}`)) ?? null;

/** Somebody's own, the latest first. */
export const tasksOf = (tx: Tx, person: string, of: { limit: number; offset: number }): Promise<Task[]> =>
  rows(tx, sql<Task>`select ${asTask} from it_task where asker_id = ${person} order by ended is not null, opened_at desc, id limit ${of.limit} offset ${of.offset}`);

export const countTasksOf = async (tx: Tx, person: string): Promise<number> => (await firstRow(tx, sql<{ n: number }>`select count(*)::int as n from it_task where asker_id = ${person}`))!.n;

/** How many nobody has taken on, and how many this person has taken on. */
export async function countWaiting(tx: Tx, of: { offices: 'all' | readonly string[]; person: string }): Promise<{ open: number; mine: number }> {
  const seen = of.offices === 'all' ? sql`true` : sql`office = any(${[...of.offices]}::text[])`;
  return (await firstRow(tx, sql<{ open: number; mine: number }>`select count(*) filter (where claimed_by is null)::int as open, count(*) filter (where claimed_by = ${of.person})::int as mine from it_task where ended is null and ${seen}`))!;
}

export const listTaskWords = (tx: Tx, task: string): Promise<TaskWord[]> => rows(tx, sql<TaskWord>`select says, by_id as by, words, at from it_task_word where task_id = ${task} order by at, id limit 500`);

export async function addTask(tx: Tx, of: { school: string; sort: TaskSort; permission: string | null; office: string; asker: string | null; words: string; at: Date; on: string }): Promise<string> {
  const id = newId();
  await sql`insert into it_task (school_id, id, sort, permission_id, office, asker_id, words, opened_at, opened_on)
    values (${of.school}, ${id}, ${of.sort}, ${of.permission}, ${of.office}, ${of.asker}, ${of.words}, ${of.at}, ${of.on}::date)`.execute(tx);
  return id;
}

export async function addTaskWord(tx: Tx, of: TaskWord & { school: string; task: string }): Promise<void> {
  await sql`insert into it_task_word (school_id, id, task_id, says, by_id, words, at) values (${of.school}, ${newId()}, ${of.task}, ${of.says}, ${of.by}, ${of.words}, ${of.at})`.execute(tx);
}

const changed = async (found: Promise<unknown[]>): Promise<boolean> => (await found).length > 0;

/** Takes it on; false where somebody was quicker. */
export const setClaimed = (tx: Tx, of: { id: string; by: string; at: Date }): Promise<boolean> =>
  changed(rows(tx, sql`update it_task set claimed_by = ${of.by}, claimed_at = ${of.at} where id = ${of.id} and ended is null and claimed_by is null returning id`));

export const setUnclaimed = (tx: Tx, id: string): Promise<boolean> => changed(rows(tx, sql`update it_task set claimed_by = null, claimed_at = null where id = ${id} and ended is null and claimed_by is not null returning id`));

export const setEnded = (tx: Tx, of: { id: string; ended: 'done' | 'cannot'; by: string; at: Date; device: string; doneOn: string | null }): Promise<boolean> =>
  changed(rows(tx, sql`update it_task set ended = ${of.ended}, ended_at = ${of.at}, ended_by = ${of.by}, device = ${of.device}, done_on = ${of.doneOn}::date where id = ${of.id} and ended is null returning id`));

/** It waits again, and nobody has taken it on. */
export const setOpen = (tx: Tx, of: { id: string; on: string }): Promise<boolean> =>
  changed(rows(tx, sql`update it_task set ended = null, ended_at = null, ended_by = null, done_on = null, claimed_by = null, claimed_at = null, reminded = 0, reminded_on = null, opened_on = ${of.on}::date where id = ${of.id} and ended is not null and sort <> 'carry-out' returning id`));

/** There is nothing to carry out any more. */
export async function withdrawTasks(tx: Tx, of: { permission: string; at: Date }): Promise<void> {
  await sql`update it_task set ended = 'withdrawn', ended_at = ${of.at} where permission_id = ${of.permission} and ended is null`.execute(tx);
}

/** A permission is over at this moment, if it would last longer. */
export async function endBy(tx: Tx, of: { id: string; at: Date }): Promise<void> {
  await sql`update permission set ends_at = ${of.at} where id = ${of.id} and ends_at > ${of.at} and starts_at < ${of.at}`.execute(tx);
}

/** What nobody has taken on. */
export const openTasks = (tx: Tx): Promise<Task[]> => rows(tx, sql<Task>`select ${asTask} from it_task where ended is null and claimed_by is null order by opened_at, id limit 1000`);

export async function noteTaskReminded(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await sql`update it_task set reminded = reminded + 1, reminded_on = ${today}::date where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function exportTasks(tx: Tx, person: string): Promise<unknown> {
  return {
    asked: await rows(tx, sql<object>`select sort, office, words, opened_at as "openedAt", ended, ended_at as "endedAt", device, done_on as "doneOn" from it_task where asker_id = ${person} order by opened_at limit 2000`),
    said: await rows(tx, sql<object>`select says, words, at from it_task_word where by_id = ${person} order by at limit 2000`),
  };
}

/** That something was carried out stays; who asked and their words go. */
export async function forgetInTasks(tx: Tx, person: string): Promise<void> {
  await sql`update it_task_word set by_id = null, words = '' where by_id = ${person}`.execute(tx);
  await sql`update it_task set asker_id = null, words = '' where asker_id = ${person}`.execute(tx);
  await sql`update it_task set claimed_by = null, claimed_at = null where claimed_by = ${person}`.execute(tx);
  await sql`update it_task set ended_by = null where ended_by = ${person}`.execute(tx);
}
