/** Recordings as those who are asked see them: one question, two buttons, and everything they said so far. */
import { Button, Card, Chip, counted, Empty, ErrorSummary, longDay, Note, ReadAloud, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import type { AskedRow, AskedView, Speaks } from './reads.ts';
import { kindWords } from './pages.tsx';
import type { Says } from './words.ts';

const SAID: Readonly<Record<Says | 'nothing', string>> = { yes: 'You said yes', no: 'You said no', nothing: 'Waits for your answer' };
const TONE = { yes: 'yes', no: 'no', nothing: 'ask' } as const;
const ALLOWED: Readonly<Record<'yes' | 'no' | 'unknown', string>> = { yes: 'allowed', no: 'not allowed', unknown: 'not said' };
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export interface AnswerView extends AskedView {
  readonly action: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  /** For the youngest. */
  readonly young: boolean;
  readonly errors: Readonly<Record<string, string>>;
}

/** Whether an answer still changes anything: until it is deleted or called off. */
export const stillAsked = ({ recording }: Pick<AskedView, 'recording'>): boolean => recording.calledOffOn === null && recording.goneOn === null;

/** What the page is called: for oneself, or for a child. */
export const heading = ({ speaks }: Pick<AskedView, 'speaks'>): string => (speaks.some(one => one.voice === 'own') ? 'May they record you?' : 'May they record your child?');

/** The page of one question. */
export function AnswerPage(view: AnswerView) {
  const { recording, askedByName, speaks, vocabulary, young, today } = view;
  const kind = kindWords(recording.kind, vocabulary);
  const who = askedByName || 'Somebody';
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{heading(view)}</h1>
      {young && <p><ReadAloud of="question" /></p>}
      <div id="question" class="stack">
        <p data-line="">{recording.forVisitor ? <>{who} asks for a visitor, {recording.forVisitor}.</> : <>{who} asks.</>} It is {kind}: {recording.title}.</p>
        <p data-line="">Why? {recording.why}</p>
        <p data-line="">It is on {longDay(recording.onDay)}, at this place: {recording.place}.</p>
        <p data-line="">It is kept here: {recording.keptWhere}. By {longDay(recording.keptUntil)} it is deleted.</p>
        <p data-line="">You can say yes or no. You do not have to say why. Nobody is cross if you say no. You can change your mind on any day.</p>
      </div>
      {recording.calledOffOn && <Note title="It was called off"><p>You do not have to answer.</p></Note>}
      {recording.goneOn && <Note title="It is deleted"><p>The recording was deleted on {longDay(recording.goneOn)}.</p></Note>}
      {recording.onDay < today && stillAsked(view) && <Note title="The day is over"><p>If you take your yes back now, whoever recorded is told, and deletes that part.</p></Note>}
      <div class="stack">{speaks.map(one => <Voice key={one.person} view={view} one={one} />)}</div>
      <p class="no-print"><a href={view.action.replace(/\/[^/]+$/, '')}>Everything you were asked</a></p>
    </>
  );
}

function Voice({ view, one }: { view: AnswerView; one: Speaks }) {
  const { mine } = one;
  const own = one.voice === 'own';
  return (
    <Card title={own ? 'Your answer' : one.name} tone={TONE[mine ?? 'nothing']} kid={view.young}>
      <p><Chip tone={TONE[mine ?? 'nothing']}>{SAID[mine ?? 'nothing']}</Chip></p>
      {!own && one.consents.length > 0 && <p>What the school has on record from your child’s parents: {one.consents.map((said, at) => <span key={at}>{at > 0 && '; '}{view.vocabulary.acts.get(said.act)?.plain ?? said.act}: {ALLOWED[said.allowed]}</span>)}.</p>}
      {!own && <p>Your child is asked as well. One no is enough, and your child is left out.</p>}
      {stillAsked(view) && (
        <form method="post" action={view.action} class="no-print">
          <input type="hidden" name="person" value={one.person} />
          <p class="actions">
            {mine !== 'yes' && <Button name="says" value="yes">{own ? 'Yes, you may' : 'Yes, they may'}</Button>}
            {mine !== 'no' && <Button name="says" value="no" tone="quiet">{mine === 'yes' ? 'I take my yes back' : own ? 'No, leave me out' : 'No, leave my child out'}</Button>}
          </p>
        </form>
      )}
    </Card>
  );
}

export const askedFields = (): Fields => ({ filters: [{ name: 'when', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'coming', text: 'To come' }] }] });

export const askedColumns = (base: string, vocabulary: Vocabulary): ListColumn<AskedRow>[] => [
  { head: 'Recording', cell: one => <a href={`${base}/${one.recording.id}`}>{one.recording.title}</a>, inFile: one => one.recording.title },
  { head: 'What', cell: one => kindWords(one.recording.kind, vocabulary), inFile: one => kindWords(one.recording.kind, vocabulary) },
  { head: 'Day', cell: one => longDay(one.recording.onDay), inFile: one => one.recording.onDay },
  { head: 'Who asks', cell: one => one.askedByName || '–', inFile: one => one.askedByName },
  { head: 'What you said', cell: one => <>{one.said.map((said, at) => <p key={at}>{said.name}: <Chip tone={TONE[said.says ?? 'nothing']}>{SAID[said.says ?? 'nothing']}</Chip></p>)}</>, inFile: one => one.said.map(said => `${said.name}: ${SAID[said.says ?? 'nothing']}`).join('; ') },
  { head: 'Kept until', cell: one => longDay(one.recording.keptUntil), inFile: one => one.recording.keptUntil },
];

export const AskedPage = ({ list }: { list: Listed<AskedRow> }) => (
  <>
    <h1>Recordings you were asked about</h1>
    <p class="lede">Who asked, and what you said. You can take a yes back on any day.</p>
    <List list={list} caption={counted(list.total, 'recording')} empty={<Empty title="Nobody has asked you"><p>When somebody wants to record you or your child, they ask here first.</p></Empty>} />
  </>
);

export interface SettingsView {
  readonly action: string;
  readonly years: readonly string[];
  readonly history: readonly { readonly since: string; readonly fromYear: string | null; readonly byName: string }[];
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

/** From which year group a pupil's own yes is enough. */
export const SettingsPage = ({ action, years, history, raw, errors }: SettingsView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>From which year a pupil’s own yes is enough</h1>
    <p class="lede">Every pupil is asked. Below this year a parent is asked as well, and both must say yes. Where nothing is set, or a pupil’s year is not known, both are asked.</p>
    <form method="post" action={action}>
      <Select name="fromYear" label="From this year group on the pupil alone is asked" value={textIn(raw, 'fromYear')} error={errors['fromYear']} choices={[{ value: '', text: 'A parent is always asked as well' }, ...years.map(year => ({ value: year, text: year }))]} />
      <TextField name="since" type="date" label="It holds from" hint="Recordings for which people are listed already keep what held then." value={textIn(raw, 'since')} error={errors['since']} width={10} />
      <Button>Save</Button>
    </form>
    {history.length > 0 && <Table caption="What was set, newest first" rows={history} columns={[
      { head: 'From', cell: one => longDay(one.since) }, { head: 'The pupil alone from', cell: one => one.fromYear ?? 'No year: a parent is always asked as well' }, { head: 'By', cell: one => one.byName || '–' },
    ]} />}
  </>
);
