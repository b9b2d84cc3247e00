/** What the pages of tasks are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { listHolders, listPeople, namesOf } from '../../people/index.ts';
import { capital, rulesInForce, type RulesAsk } from '../../policies/index.ts';
import { particularsOf, particularWords } from '../ask/particulars.ts';
import { stateOf } from '../decisions.ts';
import { findGrant, listTurns } from '../store.ts';
import type { Grant, PermissionState } from '../words.ts';
import { carriedOutBy, earOf, taskState, type CarryAsk } from './decisions.ts';
import { countTasks, countTasksOf, findTask, listTasks, listTaskWords, tasksOf, type TasksAsk } from './store.ts';
import type { Task, TaskState, TaskWord } from './words.ts';

export { countWaiting, exportTasks, findTask } from './store.ts';

export interface TaskRow extends Task {
  readonly state: TaskState;
  readonly askerName: string;
  readonly claimedName: string;
  /** What it is about: the act that was granted, or the words that were asked. */
  readonly about: string;
}

const MOST_NAMED = 200;

async function rowsOf(tx: Tx, tasks: readonly Task[], vocabulary: Vocabulary): Promise<TaskRow[]> {
  const names = await namesOf(tx, [...new Set(tasks.flatMap(task => [task.asker, task.claimedBy]).filter(id => id !== null))]);
  const grants = new Map<string, Grant | null>();
  for (const { permission } of tasks) if (permission !== null) grants.set(permission, await findGrant(tx, permission));
  return tasks.map(task => ({
    ...task, state: taskState(task), askerName: task.asker === null ? '' : names.get(task.asker) ?? '', claimedName: task.claimedBy === null ? '' : names.get(task.claimedBy) ?? '',
    about: task.permission === null ? task.words : aboutOf(grants.get(task.permission) ?? null, vocabulary),
  }));
}

function aboutOf(grant: Grant | null, vocabulary: Vocabulary): string {
  if (grant === null) return '';
  // Why in that order: the first thing that a request names is what it is about.
  const named = particularsOf(grant.act).flatMap(({ key }) => grant.evidence[key] ?? []).join(', ');
  const act = capital(vocabulary.acts.get(grant.act)?.plain ?? grant.act);
  return named === '' ? act : `${act}: ${named}`;
}

/** A part of the tasks that somebody sees. */
export async function seenTasks(tx: Tx, ask: Omit<TasksAsk, 'named'> & { readonly today: string; readonly vocabulary: Vocabulary; readonly limit: number; readonly offset: number }): Promise<{ rows: TaskRow[]; total: number }> {
  const named = ask.search === '' ? [] : (await listPeople(tx, { day: ask.today, search: ask.search, left: true, limit: MOST_NAMED })).map(one => one.id);
  return { rows: await rowsOf(tx, await listTasks(tx, { ...ask, named }), ask.vocabulary), total: await countTasks(tx, { ...ask, named }) };
}

/** A part of what somebody asked for themselves. */
export async function ownTasks(tx: Tx, of: { readonly person: string; readonly vocabulary: Vocabulary; readonly limit: number; readonly offset: number }): Promise<{ rows: TaskRow[]; total: number }> {
  return { rows: await rowsOf(tx, await tasksOf(tx, of.person, of), of.vocabulary), total: await countTasksOf(tx, of.person) };
}

export interface TaskView {
  readonly task: TaskRow;
  readonly words: readonly (TaskWord & { readonly byName: string })[];
  readonly grant: (Grant & { readonly state: PermissionState; readonly shown: readonly (readonly [string, string])[] }) | null;
  readonly grantedName: string;
}

/** One task with what was said and the permission that waits for it. */
export async function taskView(tx: Tx, of: { readonly id: string; readonly vocabulary: Vocabulary; readonly now: Date }): Promise<TaskView | null> {
  const found = await findTask(tx, of.id);
  if (!found) return null;
  const [task] = await rowsOf(tx, [found], of.vocabulary);
  const words = await listTaskWords(tx, of.id);
  const grant = found.permission === null ? null : await findGrant(tx, found.permission);
  const names = await namesOf(tx, [...new Set([...words.map(word => word.by), grant?.grantedBy ?? null].filter(id => id !== null))]);
  return {
    task: task!, words: words.map(word => ({ ...word, byName: word.by === null ? '' : names.get(word.by) ?? '' })), grantedName: grant?.grantedBy ? names.get(grant.grantedBy) ?? '' : '',
    grant: grant && { ...grant, state: stateOf(grant, await listTurns(tx, [grant.id]), of.now), shown: Object.entries(grant.evidence).map(([key, value]) => [particularWords(key), value] as const) },
  };
}

const heldOffices = async (tx: Tx, today: string): Promise<string[]> => [...new Set((await listHolders(tx, today)).map(holder => holder.office))];

/** The office that has to carry out what is granted; null where nobody has to. */
export async function carrierOf(tx: Tx, of: Omit<CarryAsk, 'held'> & { readonly place: RulesAsk }): Promise<string | null> {
  const { rulebook } = await rulesInForce(tx, of.place);
  return carriedOutBy(rulebook, { act: of.act, clauses: of.clauses, deciders: of.deciders, held: await heldOffices(tx, of.place.today) });
}

/** The office that hears what people ask of IT. */
export const earOn = async (tx: Tx, today: string): Promise<string> => earOf(await heldOffices(tx, today));
