/** Tasks of IT: the list, one task with its history, and the page on which everybody asks IT. */
import { Button, Choices, Chip, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../../policies/index.ts';
import { SituationList } from '../situation.tsx';
import type { TaskRow, TaskView } from './reads.ts';
import { TASK_SORTS, TASK_STATES, type TaskSaying, type TaskSort, type TaskState } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const SORT: Readonly<Record<TaskSort, string>> = { 'carry-out': 'Granted, to be done', question: 'Question', fault: 'Fault' };
const STATE: Readonly<Record<TaskState, string>> = { open: 'Nobody has taken it on', claimed: 'Taken on', done: 'Done', cannot: 'Cannot be done', withdrawn: 'No longer needed' };
const TONE = { open: 'ask', claimed: 'tell', done: 'yes', cannot: 'no', withdrawn: 'plain' } as const;
/** The same for whoever waits for it. */
const FOR_ASKER: Readonly<Record<TaskState, string>> = { open: 'Waiting for IT', claimed: 'IT is on it', done: 'Done', cannot: 'Cannot be done', withdrawn: 'No longer needed' };
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const shortly = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const taskFields = (): Fields => ({
  search: { label: 'Words or a name', id: 'task-search' },
  filters: [
    { name: 'state', label: 'How it stands', choices: [{ value: '', text: 'All' }, { value: 'unfinished', text: 'Not finished' }, ...TASK_STATES.map(value => ({ value, text: STATE[value] }))] },
    { name: 'sort', label: 'What it is', choices: [{ value: '', text: 'All' }, ...TASK_SORTS.map(value => ({ value, text: SORT[value] }))] },
  ],
});

export const taskColumns = (base: string, vocabulary: Vocabulary): ListColumn<TaskRow>[] => [
  { head: 'What', cell: one => <a href={`${base}/${one.id}`}>{shortly(one.about) || SORT[one.sort]}</a>, inFile: one => one.about },
  { head: 'Kind', cell: one => SORT[one.sort], inFile: one => SORT[one.sort] },
  { head: 'For whom', cell: one => one.askerName || '–', inFile: one => one.askerName },
  { head: 'Since', cell: one => longMoment(one.openedAt), inFile: one => one.openedOn },
  { head: 'Office', inFile: one => officeWords(one.office, vocabulary) },
  { head: 'How it stands', cell: one => <><Chip tone={TONE[one.state]}>{STATE[one.state]}</Chip> {one.state === 'claimed' && one.claimedName}</>, inFile: one => STATE[one.state] },
  { head: 'Taken on by', inFile: one => one.claimedName },
  { head: 'Device', inFile: one => one.device },
  { head: 'Done on', inFile: one => one.doneOn },
];

export const TasksPage = ({ list }: { list: Listed<TaskRow> }) => (
  <>
    <h1>Tasks for IT</h1>
    <p class="lede">What was granted and still has to be carried out, and what people ask. A permission counts once you say here that it is done.</p>
    <List list={list} caption={counted(list.total, 'task')} empty={list.search === '' && Object.values(list.chosen).every(one => one === '')
      ? <Empty title="No task yet"><p>When something is granted that IT has to carry out, or somebody asks IT, it stands here.</p></Empty>
      : <Empty title="No task fits"><p><a href={list.base}>Show all of them</a></p></Empty>} />
  </>
);

export interface OneView extends TaskView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly me: string;
  /** Whether the reader does such work; else they asked for it. */
  readonly does: boolean;
  readonly asked: boolean;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
}

export function TaskPage(view: OneView) {
  const { task, vocabulary, grant, base, does, asked } = view;
  const [open, here] = [task.state === 'open' || task.state === 'claimed', `${base}/${task.id}`];
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{shortly(task.about) || SORT[task.sort]}</h1>
      <p><Chip tone={TONE[task.state]}>{does ? STATE[task.state] : FOR_ASKER[task.state]}</Chip> {SORT[task.sort]}</p>
      {!does && grant && open && <Note title="Granted, waiting for IT"><p>It was granted. It counts as soon as IT has done its part.</p></Note>}
      <Facts rows={[
        ['For whom', task.askerName || 'Somebody who is forgotten'], ['Since', longMoment(task.openedAt)], ['Who does it', officeWords(task.office, vocabulary)],
        ...(task.claimedName && open ? [['Taken on by', task.claimedName] as const] : []),
        ...(task.permission === null ? [['Asked', <span class="tell-said">{task.words || '–'}</span>] as const] : []),
        ...(grant === null ? [] : [['Granted by', view.grantedName || '–'] as const, ...grant.shown,
          ...(Object.keys(grant.facts).length > 0 ? [['Situation', <SituationList facts={grant.facts} vocabulary={vocabulary} />] as const] : []),
          ...(grant.conditions ? [['Conditions', grant.conditions] as const] : []), ['Reason', grant.reason || '–'] as const, ['Last day', longDay(dayOf(new Date(grant.endsAt.getTime() - 1)))] as const]),
        ...(task.device ? [['Device', task.device] as const] : []), ...(task.doneOn ? [['Done on', longDay(task.doneOn)] as const] : []),
      ]} />
      {view.words.length > 0 && <section><h2>What happened</h2><ul>{view.words.map((word, at) => <li key={at}><Happened says={word.says} by={word.byName} />, {longMoment(word.at)}{word.words && <>: <span class="tell-said">“{word.words}”</span></>}</li>)}</ul></section>}
      {does && open && <DoForms view={view} here={here} />}
      {asked && !open && task.permission === null && task.state !== 'withdrawn' && (
        <form method="post" action={`${here}/again`} class="no-print"><h2>Did it not help?</h2><TextArea name="words" label="What is still wrong?" rows={3} value={textIn(view.raw, 'words')} error={view.errors['words']} /><Button tone="quiet">Ask again</Button></form>
      )}
      <p class="no-print"><a href={base}>Back to the list</a></p>
    </>
  );
}

const Happened = ({ says, by }: { says: TaskSaying; by: string }) => {
  const who = by || 'Somebody who is forgotten';
  switch (says) {
    case 'claimed': return <>{who} took it on</>;
    case 'let-go': return <>{who} let it go</>;
    case 'done': return <>{who} said that it is done</>;
    case 'cannot': return <>{who} said that it cannot be done</>;
    case 'again': return <>{who} asked again</>;
  }
};

function DoForms({ view, here }: { view: OneView; here: string }) {
  const { task, raw, errors, me } = view;
  return (
    <div class="no-print">
      {task.claimedBy === null && <form method="post" action={`${here}/claim`}><Button>Take it on</Button></form>}
      {task.claimedBy === me && <form method="post" action={`${here}/let-go`}><Button tone="quiet">Let it go, for somebody else</Button></form>}
      {task.permission === null ? (
        <form method="post" action={`${here}/answer`}><h2>Answer</h2><TextArea name="words" id="answer-words" label="Your answer, or what you did" rows={4} value={textIn(raw, 'words')} error={errors['answer-words']} /><Button>Send the answer</Button></form>
      ) : (
        <form method="post" action={`${here}/done`}>
          <h2>It is done</h2>
          <TextField name="device" label="On which device?" hint="Its name or number in the inventory." value={textIn(raw, 'device')} error={errors['device']} maxlength={120} width={20} />
          <TextField name="on" type="date" label="On which day?" value={textIn(raw, 'on') || view.today} error={errors['on']} width={10} />
          <TextField name="words" id="done-words" label="Anything they should know, if you like" value={textIn(raw, 'words')} error={errors['done-words']} maxlength={2000} />
          <Button>Say that it is done</Button>
        </form>
      )}
      {task.permission !== null && <form method="post" action={`${here}/cannot`}><h2>It cannot be done</h2><TextArea name="words" id="cannot-words" label="Why not?" hint="Whoever asked and whoever said yes read this. The permission ends." rows={3} value={textIn(raw, 'words')} error={errors['cannot-words']} /><Button tone="warn">Say that it cannot be done</Button></form>}
    </div>
  );
}

export interface AskItView {
  readonly base: string;
  /** Where something that happened is told. */
  readonly tellHref: string;
  readonly rows: readonly TaskRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly raw: Body;
  readonly errors: Errors;
}

export const AskItPage = ({ base, tellHref, rows, total, page, pages, raw, errors }: AskItView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Ask IT</h1>
    <p class="lede">Ask in your own words, or say what does not work. The answer comes here.</p>
    <p>May somebody be in danger, or data be lost? Do not write it here. <a href={tellHref}>Say what happened</a></p>
    <form method="post" action={base}>
      <Choices name="sort" label="What is it?" small chosen={[textIn(raw, 'sort') || 'question']} error={errors['sort']} choices={[{ value: 'question', text: 'A question' }, { value: 'fault', text: 'Something does not work' }]} />
      <TextArea name="words" label="What would you like to know, or what does not work?" hint="Say where it is and what you see. Write no password and no pupil’s name." rows={4} value={textIn(raw, 'words')} error={errors['words']} />
      <Button>Send it to IT</Button>
    </form>
    <h2>What you have with IT</h2>
    {rows.length === 0 ? <Empty title="Nothing yet" /> : <Table caption={counted(total, 'thing with IT', 'things with IT')} rows={rows} columns={[
      { head: 'What', cell: one => <a href={`${base}/${one.id}`}>{shortly(one.about) || SORT[one.sort]}</a> }, { head: 'Kind', cell: one => SORT[one.sort] }, { head: 'Since', cell: one => longMoment(one.openedAt) },
      { head: 'How it stands', cell: one => <Chip tone={TONE[one.state]}>{FOR_ASKER[one.state]}</Chip> },
    ]} />}
    <Paging page={page} pages={pages} href={n => `${base}?page=${n}`} />
  </>
);
