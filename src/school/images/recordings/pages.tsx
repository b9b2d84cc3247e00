/** Recordings as whoever asks sees them: the list, what the rules say, who would be in it, and the paper to carry. */
import { Button, ButtonLink, Card, Chip, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed as Found } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { groupWords } from '../../policies/index.ts';
import type { Cited, Listed, RecordingView } from './reads.ts';
import { HOW } from './said-pages.tsx';
import type { PersonState, Recording, RecordingState } from './words.ts';

type Errors = Readonly<Record<string, string>>;
export const STATE: Readonly<Record<RecordingState, string>> = {
  nobody: 'Not allowed: nobody is listed yet', waits: 'Not allowed yet: somebody has still to answer', office: 'Not allowed yet: an office has still to say yes', agreed: 'Agreed by everybody in it',
  'nobody-left': 'Not allowed: nobody agreed', over: 'Its day is over', 'called-off': 'Called off', gone: 'Deleted',
};
/** The same on a label. */
const LABEL: Readonly<Record<RecordingState, string>> = { nobody: 'Not allowed', waits: 'Not allowed yet', office: 'Not allowed yet', agreed: 'Agreed', 'nobody-left': 'Not allowed', over: 'Over', 'called-off': 'Called off', gone: 'Deleted' };
export const STATE_TONE = { nobody: 'no', waits: 'ask', office: 'ask', agreed: 'yes', 'nobody-left': 'no', over: 'plain', 'called-off': 'plain', gone: 'plain' } as const;
const PERSON: Readonly<Record<PersonState, string>> = { yes: 'Said yes', 'leave-out': 'Leave them out', waits: 'Has not answered' };
const PERSON_TONE = { yes: 'yes', 'leave-out': 'no', waits: 'ask' } as const;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
export const kindWords = (kind: string, vocabulary: Vocabulary): string => vocabulary.facts.get('recording-kind')?.values.get(kind)?.plain ?? kind;
export const personWords = (state: PersonState): string => PERSON[state];

export interface RecordingRow { readonly recording: Recording; readonly state: RecordingState; readonly askedBy: string; readonly yes: number; readonly waits: number; readonly leaveOut: number }

export const recordingFields = (): Fields => ({
  search: { label: 'What or where', id: 'recording-search' },
  filters: [{ name: 'when', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'coming', text: 'To come' }, { value: 'past', text: 'Over, called off or deleted' }] }],
});

export const recordingColumns = (base: string, vocabulary: Vocabulary): ListColumn<RecordingRow>[] => [
  { head: 'Recording', cell: one => <a href={`${base}/${one.recording.id}`}>{one.recording.title}</a>, inFile: one => one.recording.title },
  { head: 'What', cell: one => kindWords(one.recording.kind, vocabulary), inFile: one => kindWords(one.recording.kind, vocabulary) },
  { head: 'Day', cell: one => longDay(one.recording.onDay), inFile: one => one.recording.onDay },
  { head: 'Asked for by', cell: one => one.askedBy || '–', inFile: one => one.askedBy },
  { head: 'State', cell: one => <Chip tone={STATE_TONE[one.state]}>{LABEL[one.state]}</Chip>, inFile: one => STATE[one.state] },
  { head: 'Said yes', number: true, cell: one => one.yes, inFile: one => one.yes },
  { head: 'Has not answered', number: true, cell: one => one.waits, inFile: one => one.waits },
  { head: 'Leave out', number: true, cell: one => one.leaveOut, inFile: one => one.leaveOut },
  { head: 'Kept until', cell: one => longDay(one.recording.keptUntil), inFile: one => one.recording.keptUntil },
];

export const ListPage = ({ list, mayAsk, settings }: { list: Found<RecordingRow>; mayAsk: boolean; settings: boolean }) => (
  <>
    <h1>Recordings</h1>
    <p class="lede">A picture, sound, a video or a screenshot of people: each of them is asked first, and nobody who has not said yes is in it.</p>
    <p class="actions no-print">{mayAsk && <ButtonLink href={`${list.base}/new`}>Ask to record</ButtonLink>} {settings && <a href={`${list.base}/settings`}>From which year a pupil’s own yes is enough</a>}</p>
    <List list={list} caption={counted(list.total, 'recording')} empty={<Empty title="No recording fits"><p>Ask to make one, or choose other filters.</p></Empty>} />
  </>
);

export interface Missing { readonly fact: string; readonly question: string; readonly choices: readonly { readonly value: string; readonly text: string }[] }
export interface NewView {
  readonly action: string;
  readonly vocabulary: Vocabulary;
  /** Whether a member of staff asks, who may do so for a visitor. */
  readonly staff: boolean;
  readonly missing: readonly Missing[];
  readonly forbidden: readonly (Cited & { readonly words: string })[];
  readonly raw: Body;
  readonly errors: Errors;
}

const choicesOf = (vocabulary: Vocabulary, fact: string): { value: string; text: string }[] => [...(vocabulary.facts.get(fact)?.values ?? [])].map(([value, known]) => ({ value, text: known.plain }));

/** What the form offers for a fact of the rules. */
export const offered = (vocabulary: Vocabulary, fact: string): readonly string[] => choicesOf(vocabulary, fact).map(choice => choice.value);

export function NewPage({ action, vocabulary, staff, missing, forbidden, raw, errors }: NewView) {
  const select = (name: string, fact: string, label: string) => <Select name={name} label={label} value={textIn(raw, name)} error={errors[name]} choices={[{ value: '', text: 'Choose' }, ...choicesOf(vocabulary, fact)]} />;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Ask to record people</h1>
      <p>First the rules are asked. Then you list everybody who would be in it, and each of them is asked. Until they have said yes, you do not record.</p>
      {forbidden.length > 0 && <Note title="The rules forbid it, whoever says yes" tone="warn">{forbidden.map(one => <blockquote class="quote" key={one.href}><p>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}</Note>}
      {missing.length > 0 && <Note title="The rules need to know more"><p>Answer the questions at the end, then send it again.</p></Note>}
      <form method="post" action={action}>
        <TextField name="title" label="What do you want to record?" hint="Such as: our class play. Use no names." value={textIn(raw, 'title')} error={errors['title']} maxlength={100} />
        {select('kind', 'recording-kind', 'What is it?')}
        <TextField name="why" label="Why?" hint="Everybody who is asked reads this." value={textIn(raw, 'why')} error={errors['why']} maxlength={300} />
        {select('purpose', 'purpose', 'What is it for, in the words of the rules?')}
        <TextField name="place" label="Where?" value={textIn(raw, 'place')} error={errors['place']} maxlength={100} />
        <TextField name="onDay" type="date" label="On which day?" value={textIn(raw, 'onDay')} error={errors['onDay']} width={10} />
        {select('owner', 'device-owner', 'Whose device is it?')}
        {select('device', 'device-kind', 'What sort of device is it?')}
        <TextField name="keptWhere" label="Where is it kept?" hint="Such as: on the school’s drive, in the folder of the class." value={textIn(raw, 'keptWhere')} error={errors['keptWhere']} maxlength={150} />
        <TextField name="keptUntil" type="date" label="Until when is it kept?" hint="By the end of this day it is deleted, and you say so here." value={textIn(raw, 'keptUntil')} error={errors['keptUntil']} width={10} />
        {staff && <TextField name="forVisitor" label="If a visitor wants to record: who?" hint="Leave it empty when you record yourself. You ask in the visitor’s place." value={textIn(raw, 'forVisitor')} error={errors['forVisitor']} maxlength={100} />}
        {missing.map(one => <Select key={one.fact} name={`fact.${one.fact}`} id={`fact-${one.fact}`} label={one.question} value={textIn(raw, `fact.${one.fact}`)} choices={[{ value: '', text: 'Choose' }, ...one.choices]} />)}
        <Button>Ask the rules</Button>
      </form>
    </>
  );
}

export interface OneView extends RecordingView {
  readonly base: string;
  /** Where an office is asked that has still to say yes. */
  readonly askHref: string | null;
  readonly vocabulary: Vocabulary;
  readonly today: string;
}

export function RecordingPage(view: OneView) {
  const { recording, base, vocabulary, state, changes, own, people } = view;
  const here = `${base}/${recording.id}`;
  const out = people.filter(one => one.state === 'leave-out').length;
  return (
    <>
      <h1>{recording.title}</h1>
      <p><Chip tone={STATE_TONE[state]}>{LABEL[state]}</Chip></p>
      <p>{STATE[state]}.</p>
      {state === 'agreed' && <Note title={out === 0 ? 'You may record them' : 'You may record those who said yes'} tone="good"><p>Record on {longDay(recording.onDay)} and no later. {out > 0 && <>Record without those who are to be left out.</>} Look here again just before: a yes can be taken back.</p></Note>}
      {state === 'over' && out > 0 && recording.goneOn === null && <Note title="Somebody is to be left out" tone="warn"><p>If they are in the recording, delete what shows or lets hear them.</p></Note>}
      {recording.offices.length > 0 && <Note title="An office decides too"><p>The rules also ask for a yes from {groupWords(recording.offices, vocabulary)}. {view.askHref === null ? <>It is there.</> : own && <a href={view.askHref}>Ask for it</a>}</p></Note>}
      <Facts rows={[
        ['What', kindWords(recording.kind, vocabulary)], ['Why', recording.why], ['Where', recording.place], ['Day', longDay(recording.onDay)], ['Kept', recording.keptWhere],
        ['Until', recording.goneOn ? <>It was deleted on {longDay(recording.goneOn)}</> : <>{longDay(recording.keptUntil)} {recording.keptUntil < view.today && recording.calledOffOn === null && <Chip tone="no">overdue</Chip>}</>],
        ['Asked for by', recording.forVisitor ? <>{view.askedByName}, for {recording.forVisitor}</> : view.askedByName || '–'],
        ['Rules', view.cited.length === 0 ? 'No rule speaks of it. Here too, nobody is recorded without their yes.' : view.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)],
      ]} />
      {own && <OwnButtons here={here} view={view} />}
      <People here={here} view={view} />
      {changes && <p class="soft no-print">What you ask for cannot be changed afterwards, for people said yes to exactly this. If it should be otherwise, call it off and ask anew.</p>}
    </>
  );
}

const OwnButtons = ({ here, view: { recording, changes, state, today } }: { here: string; view: OneView }) => (
  <div class="actions no-print">
    {changes && <form method="post" action={`${here}/call-off`}><Button tone="quiet">Call it off</Button></form>}
    {state === 'called-off' && recording.erasedAt === null && today <= recording.onDay && <form method="post" action={`${here}/restore`}><Button tone="quiet">It takes place after all</Button></form>}
    {recording.goneOn === null && recording.calledOffOn === null && recording.onDay <= today && <form method="post" action={`${here}/gone`}><Button tone="quiet">The recording is deleted</Button></form>}
  </div>
);

const People = ({ here, view: { recording, people, changes, own, state } }: { here: string; view: OneView }) => (
  <>
    <h2>Who would be in it</h2>
    {recording.erasedAt ? <p>The list is gone, as is the recording.</p> : people.length === 0 ? <Empty title="Nobody is listed yet"><p>List everybody who would be in it. Each of them is asked.</p></Empty> : (
      <Table caption={counted(people.length, 'person', 'people')} rows={people} columns={[
        { head: 'Who', cell: one => one.name }, { head: 'Class', cell: one => one.class || '–' }, { head: 'State', cell: one => <><Chip tone={PERSON_TONE[one.state]}>{PERSON[one.state]}</Chip>{one.noted.map(word => <span class="small" key={word.at.getTime()}> {HOW[word.how]}. Put down by {word.by || 'somebody who is forgotten'}, {longMoment(word.at)}.</span>)}{one.notable && <> <a class="no-print" href={`${here}/people/${one.person}/said`}>Put down what was said<span class="govuk-visually-hidden">: {one.name}</span></a></>}</> },
        ...(changes ? [{ head: 'List', cell: (one: Listed) => <form method="post" action={`${here}/people/${one.person}/drop`}><button class="link-button" type="submit">Take off the list<span class="govuk-visually-hidden">: {one.name}</span></button></form> }] : []),
      ]} />
    )}
    {recording.erasedAt === null && <p class="actions no-print">{changes && <ButtonLink href={`${here}/people`}>List people</ButtonLink>} {own && people.length > 0 && state !== 'called-off' && <a href={`${here}/list`}>List to carry</a>} {people.length > 0 && <a href={`${here}/list.csv`}>Download as a spreadsheet (CSV)</a>}</p>}
  </>
);

/** The paper to carry: who may be in it, and who may not. */
export function CarryPage({ view, school }: { view: OneView; school: string }) {
  const { recording, people, state, vocabulary } = view;
  const [may, not] = [people.filter(one => one.state === 'yes'), people.filter(one => one.state !== 'yes')];
  const columns = [{ head: 'Name', cell: (one: Listed) => one.name }, { head: 'Class', cell: (one: Listed) => one.class || '–' }];
  return (
    <>
      <h1>{recording.title}</h1>
      <p>{school}</p>
      <Facts rows={[['What', kindWords(recording.kind, vocabulary)], ['Where', recording.place], ['Day', longDay(recording.onDay)]]} />
      <p><Chip tone={STATE_TONE[state]}>{LABEL[state]}</Chip></p>
      <p>{STATE[state]}.</p>
      <p>As it stood on {longDay(view.today)}.</p>
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
      {state !== 'agreed' && <Note title="Do not record yet" tone="warn"><p>It is not allowed until everybody who is listed has answered.</p></Note>}
      {may.length > 0 && <Table caption={`May be in it: ${may.length}`} rows={may} columns={columns} />}
      {not.length > 0 && <Table caption={`May not be in it: ${not.length}`} rows={not} columns={columns} />}
      {not.length > 0 && <Card title="Record without them" tone="no"><p>Turn the camera away, or let them stand behind it. Nobody asks them why.</p></Card>}
    </>
  );
}
