/** The addresses of tasks. Which tasks are a reader's hangs on their offices, so each handler looks itself. */
import { isId } from '../../../platform/ids.ts';
import { get, goTo, kinds, NOT_FOUND, page, post, type Asked, type Body, type Reply, type Route } from '../../../platform/web/index.ts';
import { registerRoutes, ROWS, type Register } from '../../../registers/index.ts';
import type { Shared } from '../../feature.ts';
import type { Doing } from '../deeds.ts';
import { mayDo, tasksSeenAs } from './decisions.ts';
import { askAgain, askIt, cannotDoTask, claimTask, finishTask, letTaskGo } from './deeds.ts';
import { askItForm, buttonForm, doneForm, wordsForm } from './forms.ts';
import { AskItPage, taskColumns, taskFields, TaskPage, TasksPage } from './pages.tsx';
import { earOn, ownTasks, seenTasks, taskView, type TaskRow, type TaskView } from './reads.ts';
import { TASK_STATES } from './words.ts';

type Errors = Readonly<Record<string, string>>;
/** Everybody grown up who uses what the school has. */
export const IT_ASKERS = kinds('staff', 'governor', 'trustee', 'volunteer', 'visitor');

const tasksOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/it-tasks`;
const askOf = (asked: Asked<unknown>): string => `/${asked.school.slug}/ask-it`;
const doingOf = (asked: Asked<unknown>): Doing & { readonly by: string } => ({ school: asked.school, by: asked.reader.person!, at: asked.now, today: asked.today });

export const taskRoutes = (shared: Shared): Route[] => {
  const done = { who: IT_ASKERS, form: buttonForm, again: async () => NOT_FOUND };
  return [
    ...registerRoutes(register(shared)),
    get('/:school/it-tasks/:task', { who: IT_ASKERS, page: asked => showTask(asked, shared, {}, {}) }),
    post('/:school/it-tasks/:task/claim', { ...done, deed: asked => claim(asked, shared) }),
    post('/:school/it-tasks/:task/let-go', { ...done, deed: asked => letGo(asked, shared) }),
    post('/:school/it-tasks/:task/done', { who: IT_ASKERS, form: doneForm, deed: asked => finish(asked, shared), again: (asked, { errors, raw }) => showTask(asked, shared, raw, named(errors, 'done')) }),
    post('/:school/it-tasks/:task/answer', { who: IT_ASKERS, form: wordsForm, deed: asked => answer(asked, shared), again: (asked, { errors, raw }) => showTask(asked, shared, raw, named(errors, 'answer')) }),
    post('/:school/it-tasks/:task/cannot', { who: IT_ASKERS, form: wordsForm, deed: asked => cannot(asked, shared), again: (asked, { errors, raw }) => showTask(asked, shared, raw, named(errors, 'cannot')) }),
    get('/:school/ask-it', { who: IT_ASKERS, page: asked => showAskIt(asked, shared, {}, {}) }),
    post('/:school/ask-it', { who: IT_ASKERS, form: askItForm, perMinute: 20, deed: asked => ask(asked), again: (asked, { errors, raw }) => showAskIt(asked, shared, raw, errors) }),
    get('/:school/ask-it/:task', { who: IT_ASKERS, page: asked => showOwn(asked, shared, {}, {}) }),
    post('/:school/ask-it/:task/again', { who: IT_ASKERS, form: wordsForm, deed: asked => again(asked, shared), again: (asked, { errors, raw }) => showOwn(asked, shared, raw, errors) }),
  ];
};

/** The field of words stands on the page once for each deed. */
const named = ({ words, ...rest }: Errors, deed: string): Errors => (words === undefined ? rest : { ...rest, [`${deed}-words`]: words });

const register = (shared: Shared): Register<TaskRow> => ({
  path: '/it-tasks', who: IT_ASKERS, file: 'tasks-for-it',
  fields: () => taskFields(),
  find: async (asked, { search, chosen, limit, offset }) => {
    const offices = tasksSeenAs(asked.reader.offices);
    if (offices === null) return null;
    const state = chosen['state'] === 'unfinished' ? 'unfinished' : TASK_STATES.find(one => one === chosen['state']) ?? null;
    return asked.read(tx => seenTasks(tx, { state, sort: chosen['sort'] || null, search, offices, today: asked.today, vocabulary: shared.vocabulary, limit, offset }));
  },
  columns: asked => taskColumns(tasksOf(asked), shared.vocabulary),
  page: (_asked, list) => page('Tasks for IT', <TasksPage list={list} />, { look: 'wide' }),
});

/** One task that this reader's offices let them see. */
async function found(asked: Asked<unknown>, { vocabulary }: Shared): Promise<TaskView | null> {
  const id = asked.params['task'] ?? '';
  const seen = tasksSeenAs(asked.reader.offices);
  if (!isId(id) || seen === null) return null;
  const view = await asked.read(tx => taskView(tx, { id, vocabulary, now: asked.now }));
  return view && (seen === 'all' || seen.includes(view.task.office)) ? view : null;
}

/** One that this reader carries out and that is not over. */
async function toDo(asked: Asked<unknown>, shared: Shared): Promise<TaskView | null> {
  const view = await found(asked, shared);
  return view && mayDo(view.task, asked.reader.offices) && (view.task.state === 'open' || view.task.state === 'claimed') ? view : null;
}

async function showTask(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const failed = Object.keys(errors).length > 0;
  const view = await (failed ? toDo : found)(asked, shared);
  if (!view) return NOT_FOUND;
  const more = { base: tasksOf(asked), vocabulary: shared.vocabulary, me: asked.reader.person!, does: mayDo(view.task, asked.reader.offices), asked: false, today: asked.today, raw, errors };
  return page('A task for IT', <TaskPage {...view} {...more} />, { status: failed ? 422 : 200, trail: [['Tasks for IT', tasksOf(asked)]] });
}

const TOO_LATE = (): string => 'Somebody else was quicker.';
const backTo = (asked: Asked<unknown>): string => `${tasksOf(asked)}/${asked.params['task'] ?? ''}`;

async function claim(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await toDo(asked, shared);
  if (!view) return NOT_FOUND;
  const mine = await asked.change(tx => claimTask(tx, doingOf(asked), view.task));
  return goTo(backTo(asked), mine ? 'You have taken it on.' : TOO_LATE());
}

async function letGo(asked: Asked<unknown>, shared: Shared): Promise<Reply> {
  const view = await toDo(asked, shared);
  if (!view || view.task.claimedBy !== asked.reader.person) return NOT_FOUND;
  await asked.change(tx => letTaskGo(tx, doingOf(asked), view.task));
  return goTo(backTo(asked), 'It waits for somebody else.');
}

async function finish(asked: Asked<{ device: string; on: string; words: string }>, shared: Shared): Promise<Reply> {
  const view = await toDo(asked, shared);
  if (!view || view.task.permission === null) return NOT_FOUND;
  const { device, on, words } = asked.form;
  if (on > asked.today || on < view.task.openedOn) return showTask(asked, shared, { device, on, words }, { on: 'Give a day between the day it came and today' });
  const done = await asked.change(tx => finishTask(tx, doingOf(asked), { task: view.task, device, on, words }));
  return goTo(backTo(asked), done ? 'It is done. The permission counts from now on, and whoever asked is told.' : TOO_LATE());
}

async function answer(asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> {
  const view = await toDo(asked, shared);
  if (!view || view.task.permission !== null) return NOT_FOUND;
  const done = await asked.change(tx => finishTask(tx, doingOf(asked), { task: view.task, device: '', on: asked.today, words: asked.form.words }));
  return goTo(backTo(asked), done ? 'Your answer is sent.' : TOO_LATE());
}

async function cannot(asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> {
  const view = await toDo(asked, shared);
  if (!view || view.task.permission === null) return NOT_FOUND;
  const done = await asked.change(tx => cannotDoTask(tx, doingOf(asked), { task: view.task, words: asked.form.words, grantedBy: view.grant?.grantedBy ?? null }));
  return goTo(backTo(asked), done ? 'Whoever asked and whoever said yes are told.' : TOO_LATE());
}

async function showAskIt(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const at = Math.min(1000, Math.max(1, Math.floor(Number(asked.query['page'])) || 1));
  const { rows, total } = await asked.read(tx => ownTasks(tx, { person: asked.reader.person!, vocabulary: shared.vocabulary, limit: ROWS, offset: (at - 1) * ROWS }));
  return page('Ask IT', <AskItPage base={askOf(asked)} tellHref={`/${asked.school.slug}/something-happened`} rows={rows} total={total} page={at} pages={Math.max(1, Math.ceil(total / ROWS))} raw={raw} errors={errors} />, { status: Object.keys(errors).length > 0 ? 422 : 200 });
}

async function ask(asked: Asked<{ sort: 'question' | 'fault'; words: string }>): Promise<Reply> {
  const id = await asked.change(async tx => askIt(tx, doingOf(asked), { ...asked.form, office: await earOn(tx, asked.today) }));
  return goTo(`${askOf(asked)}/${id}`, 'It is with IT. The answer comes here.');
}

async function ownOf(asked: Asked<unknown>, { vocabulary }: Shared): Promise<TaskView | null> {
  const id = asked.params['task'] ?? '';
  const view = isId(id) ? await asked.read(tx => taskView(tx, { id, vocabulary, now: asked.now })) : null;
  return view && view.task.asker === asked.reader.person ? view : null;
}

async function showOwn(asked: Asked<unknown>, shared: Shared, raw: Body, errors: Errors): Promise<Reply> {
  const view = await ownOf(asked, shared);
  if (!view) return NOT_FOUND;
  const more = { base: askOf(asked), vocabulary: shared.vocabulary, me: asked.reader.person!, does: false, asked: true, today: asked.today, raw, errors };
  return page('Ask IT', <TaskPage {...view} {...more} />, { status: Object.keys(errors).length > 0 ? 422 : 200, trail: [['Ask IT', askOf(asked)]] });
}

async function again(asked: Asked<{ words: string }>, shared: Shared): Promise<Reply> {
  const view = await ownOf(asked, shared);
  if (!view || view.task.permission !== null || view.task.ended === null) return NOT_FOUND;
  await asked.change(tx => askAgain(tx, doingOf(asked), { task: view.task, words: asked.form.words }));
  return goTo(`${askOf(asked)}/${view.task.id}`, 'It is with IT again.');
}
