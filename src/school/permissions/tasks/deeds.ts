/** What is done with tasks. Each deed is one change with its logbook line; words of people stand in none. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { BY_ITSELF, turn, type Doing } from '../deeds.ts';
import { tellAboutTask, tellOffice } from './mails.ts';
import * as store from './store.ts';
import type { Task, TaskSaying } from './words.ts';

type By = Doing & { readonly by: string };

const log = (tx: Tx, { school, by, at }: Doing, line: { deed: string; about: string; words?: Record<string, string> }) => write(tx, { school: school.id, by: by ?? BY_ITSELF, at, ...line });
const say = (tx: Tx, { school, by, at }: Doing, task: string, says: TaskSaying, words: string) => store.addTaskWord(tx, { school: school.id, task, says, by, words, at });

/** A permission was granted that somebody has to carry out: it becomes their task. */
export async function openTask(tx: Tx, doing: Doing, of: { readonly permission: string; readonly office: string; readonly asker: string | null }): Promise<string> {
  const id = await store.addTask(tx, { school: doing.school.id, sort: 'carry-out', permission: of.permission, office: of.office, asker: of.asker, words: '', at: doing.at, on: doing.today });
  await log(tx, doing, { deed: 'open-it-task', about: id, words: { permission: of.permission } });
  await tellOffice(tx, doing, of.office);
  return id;
}

/** Somebody asks IT, or tells it of a fault, in plain words. */
export async function askIt(tx: Tx, doing: By, of: { readonly sort: 'question' | 'fault'; readonly office: string; readonly words: string }): Promise<string> {
  const id = await store.addTask(tx, { school: doing.school.id, sort: of.sort, permission: null, office: of.office, asker: doing.by, words: of.words, at: doing.at, on: doing.today });
  await log(tx, doing, { deed: 'ask-it', about: id });
  await tellOffice(tx, doing, of.office);
  return id;
}

/** Takes it on. False where somebody was quicker. */
export async function claimTask(tx: Tx, doing: By, task: Task): Promise<boolean> {
  if (!(await store.setClaimed(tx, { id: task.id, by: doing.by, at: doing.at }))) return false;
  await say(tx, doing, task.id, 'claimed', '');
  await log(tx, doing, { deed: 'claim-it-task', about: task.id });
  return true;
}

/** Lets it go again, for somebody else. */
export async function letTaskGo(tx: Tx, doing: By, task: Task): Promise<boolean> {
  if (!(await store.setUnclaimed(tx, task.id))) return false;
  await say(tx, doing, task.id, 'let-go', '');
  await log(tx, doing, { deed: 'let-it-task-go', about: task.id });
  return true;
}

/** It is done, or answered: a permission that waited for it counts from this moment on, and whoever asked is told. */
export async function finishTask(tx: Tx, doing: By, of: { readonly task: Task; readonly device: string; readonly on: string; readonly words: string }): Promise<boolean> {
  const { task } = of;
  if (!(await store.setEnded(tx, { id: task.id, ended: 'done', by: doing.by, at: doing.at, device: of.device, doneOn: of.on }))) return false;
  await say(tx, doing, task.id, 'done', of.words);
  await log(tx, doing, { deed: 'finish-it-task', about: task.id, words: { on: of.on } });
  if (task.permission !== null) await turn(tx, doing, { permission: task.permission, turn: 'carried-out', reason: of.device });
  await tellAboutTask(tx, doing, { persons: [task.asker], path: `/ask-it/${task.id}` });
  return true;
}

/** It cannot be done: whoever asked and whoever said yes are told why, and the permission is over. */
export async function cannotDoTask(tx: Tx, doing: By, of: { readonly task: Task; readonly words: string; readonly grantedBy: string | null }): Promise<boolean> {
  const { task } = of;
  if (!(await store.setEnded(tx, { id: task.id, ended: 'cannot', by: doing.by, at: doing.at, device: '', doneOn: null }))) return false;
  await say(tx, doing, task.id, 'cannot', of.words);
  await log(tx, doing, { deed: 'cannot-do-it-task', about: task.id });
  if (task.permission !== null) await turn(tx, doing, { permission: task.permission, turn: 'withdrawn', reason: of.words });
  await tellAboutTask(tx, doing, { persons: [task.asker], path: `/ask-it/${task.id}` });
  await tellAboutTask(tx, doing, { persons: [of.grantedBy], path: '/permissions' });
  return true;
}

/** An answer did not help: it waits again. */
export async function askAgain(tx: Tx, doing: By, of: { readonly task: Task; readonly words: string }): Promise<boolean> {
  if (!(await store.setOpen(tx, { id: of.task.id, on: doing.today }))) return false;
  await say(tx, doing, of.task.id, 'again', of.words);
  await log(tx, doing, { deed: 'ask-it-again', about: of.task.id });
  await tellOffice(tx, doing, of.task.office);
  return true;
}
