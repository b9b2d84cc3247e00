/** Declarations: the list, the form for each sort, what the rules say where it is not a yes, and one entry with its end. */
import { Button, ButtonLink, Card, Choices, Chip, counted, Empty, ErrorSummary, Facts, Grid, longDay, Note, Select, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { OfficeGroups, Vocabulary } from '../../../rulebook/index.ts';
import type { Resting } from '../../answers.ts';
import { groupWords, listed, officeWords } from '../../policies/index.ts';
import { SituationList } from '../situation.tsx';
import type { Cited, DeclarationRow } from './reads.ts';
import { SORTS, STANDINGS, type Asked, type End, type Sort, type Standing } from './words.ts';

type Errors = Readonly<Record<string, string>>;

/** What each sort is called, and how one speaks of its end. */
const SORT: Readonly<Record<Sort, { readonly title: string; readonly says: string; readonly heading: string; readonly label: string }>> = {
  'off-site': { title: 'Taken off site', says: 'Work, papers or data that leave the building.', heading: 'Take school data off site', label: 'By which day is it back?' },
  stick: { title: 'On a stick or drive', says: 'Files of the school on a memory stick or an outside drive.', heading: 'Put school data on a stick or drive', label: 'By which day is it wiped?' },
  export: { title: 'A file out of a system', says: 'A list or report that you save as a file of its own.', heading: 'Take people’s data out of a system as a file', label: 'By which day is the file deleted?' },
  paper: { title: 'A printed report', says: 'People’s data on paper.', heading: 'Print a report with people’s data', label: 'By which day is it shredded?' },
};
const STANDING: Readonly<Record<Standing, string>> = { open: 'Still out', overdue: 'Overdue', gone: 'Back or gone' };
const TONE = { open: 'tell', overdue: 'no', gone: 'yes' } as const;
const END: Readonly<Record<End, string>> = {
  'brought-back': 'It is back where it belongs', wiped: 'It is wiped', deleted: 'The file is deleted', shredded: 'It went into the confidential waste', 'with-the-case': 'It belongs to an open case and is kept with it', 'never-taken': 'It was never taken out',
};
/** What stands for “none of my permissions”. */
const NO_USE = 'none';
const UseHint = ({ one }: { one: Resting }) => (one.conditions ? <>Until {longDay(one.until)}. Conditions: {one.conditions}</> : <>Until {longDay(one.until)}.</>);
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const declarationFields = (oversees: boolean): Fields => ({
  search: { label: oversees ? 'Words or a name' : 'Words', id: 'declaration-search' },
  filters: [
    { name: 'standing', label: 'How it stands', choices: [{ value: '', text: 'All' }, ...STANDINGS.map(value => ({ value, text: STANDING[value] }))] },
    { name: 'sort', label: 'What it is', choices: [{ value: '', text: 'All' }, ...SORTS.map(value => ({ value, text: SORT[value].title }))] },
    ...(oversees ? [{ name: 'whose', label: 'Whose', choices: [{ value: '', text: 'Everybody’s that I may see' }, { value: 'mine', text: 'My own' }] }] : []),
  ],
});

export const declarationColumns = ({ base, today, oversees }: { base: string; today: string; oversees: boolean }): ListColumn<DeclarationRow>[] => [
  { head: 'What', cell: one => <a href={`${base}/${one.id}`}>{one.what || SORT[one.sort].title}</a>, inFile: one => one.what },
  { head: 'How it goes', cell: one => SORT[one.sort].title, inFile: one => SORT[one.sort].title },
  ...(oversees ? [{ head: 'Who', cell: (one: DeclarationRow) => one.name || '–', inFile: (one: DeclarationRow) => one.name }] : []),
  { head: 'Task', inFile: one => one.task },
  { head: 'Where to', cell: one => one.goesTo || '–', inFile: one => one.goesTo },
  { head: 'Noted on', sort: 'declared', cell: one => longDay(one.on), inFile: one => one.on },
  { head: 'Back or gone by', sort: 'gone-by', cell: one => (one.goneOn === null ? <Due day={one.goneBy} today={today} /> : longDay(one.goneBy)), inFile: one => one.goneBy },
  { head: 'How it stands', cell: one => <Chip tone={TONE[one.standing]}>{STANDING[one.standing]}</Chip>, inFile: one => STANDING[one.standing] },
  { head: 'Back or gone on', inFile: one => one.goneOn },
  { head: 'What became of it', inFile: one => (one.goneHow === null ? '' : END[one.goneHow]) },
];

export const ListPage = ({ list, sorts }: { list: Listed<DeclarationRow>; sorts: readonly Sort[] }) => (
  <>
    <h1>Data taken out</h1>
    <p class="lede">School data that leaves its place for a task: where it goes, and by when it is back or gone. Note it before you take it.</p>
    {sorts.length === 0 ? <Note><p>The rules of this school ask no such entry of you.</p></Note> : (
      <div class="no-print"><Grid>{sorts.map(sort => (
        <Card key={sort} title={SORT[sort].title}><p>{SORT[sort].says}</p><ButtonLink href={`${list.base}/new/${sort}`} tone="quiet">{SORT[sort].heading}</ButtonLink></Card>
      ))}</Grid></div>
    )}
    <List list={list} caption={counted(list.total, 'entry', 'entries')} empty={<Empty title="Nothing is noted here"><p>Choose other filters, or note what you take out.</p></Empty>} />
  </>
);

/** What the rules say where the answer is no plain yes. */
export type Said =
  | { readonly kind: 'no' | 'unclear' | 'silent'; readonly cited: readonly Cited[]; readonly owners: readonly string[] }
  | { readonly kind: 'which'; readonly cited: readonly Cited[]; readonly rests: readonly Resting[] }
  | { readonly kind: 'ask'; readonly cited: readonly Cited[]; readonly offices: OfficeGroups; readonly askHref: string };

export interface FormView {
  readonly base: string;
  readonly sort: Sort;
  readonly questions: readonly Asked[];
  readonly vocabulary: Vocabulary;
  readonly said: Said | null;
  readonly raw: Body;
  readonly errors: Errors;
}

export function FormPage({ base, sort, questions, vocabulary, said, raw, errors }: FormView) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{SORT[sort].heading}</h1>
      {said && <SaidNote said={said} vocabulary={vocabulary} />}
      <p>The rules look at your answers first. Name no pupil here: say which list or which papers.</p>
      <form method="post" action={`${base}/new/${sort}`}>
        <TextField name="task" label="Which task needs it?" hint="Such as: reports for Year 4, or the trip on Friday." value={textIn(raw, 'task')} error={errors['task']} maxlength={200} />
        <TextField name="what" label="What is it?" hint="Such as: reading scores of one class." value={textIn(raw, 'what')} error={errors['what']} maxlength={200} />
        <TextField name="goesTo" label="Where does it go, and on what?" hint="Such as: my desk at home, on stick 14 of the school." value={textIn(raw, 'goesTo')} error={errors['goesTo']} maxlength={200} />
        {questions.map(one => {
          const [name, id, value, error] = [`fact.${one.fact}`, `fact-${one.fact}`, textIn(raw, `fact.${one.fact}`), errors[`fact-${one.fact}`]];
          return one.yesNo
            ? <Choices key={one.fact} name={name} id={id} label={one.question} small chosen={[value]} error={error} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
            : <Select key={one.fact} name={name} id={id} label={one.question} value={value} error={error} choices={[{ value: '', text: 'Choose' }, ...one.choices, { value: 'something-else', text: 'Something else' }]} />;
        })}
        <TextField name="goneBy" type="date" label={SORT[sort].label} hint="You are reminded on that day." value={textIn(raw, 'goneBy')} error={errors['goneBy']} width={10} />
        {said?.kind === 'which' && <Choices name="use" label="Is it this?" error={errors['use']} choices={[...said.rests.map(one => ({ value: one.use ?? '', text: one.what, hint: <UseHint one={one} /> })), { value: NO_USE, text: 'No, something else' }]} />}
        <Button>Ask the rules and note it</Button>
      </form>
    </>
  );
}

function SaidNote({ said, vocabulary }: { said: Said; vocabulary: Vocabulary }) {
  const quotes = said.cited.map(one => <blockquote class="quote" key={one.href}><p>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>);
  if (said.kind === 'no') return <Note title="The rules say no" tone="warn">{quotes}<p>Nothing was noted.</p></Note>;
  if (said.kind === 'ask') return <Note title="Somebody has to say yes first"><p>Ask {groupWords(said.offices, vocabulary)}.</p>{quotes}<p><ButtonLink href={said.askHref}>Ask for it</ButtonLink></p><p>Nothing was noted yet. Come back once they have said yes.</p></Note>;
  if (said.kind === 'which') return <Note title="You have a permission for one thing"><p>Say at the end of the form whether this is it. Then send it again.</p>{quotes}</Note>;
  if (said.kind === 'unclear') return <Note title="The rules cannot say yet" tone="warn"><p>Speak with {listed(said.owners.map(office => officeWords(office, vocabulary)), 'or')} first.</p>{quotes}<p>Nothing was noted.</p></Note>;
  return <Note title="The rules do not speak of this" tone="warn"><p>That is not a yes. Ask beforehand; nothing was noted.</p></Note>;
}

export interface OneView {
  readonly base: string;
  readonly one: DeclarationRow;
  readonly vocabulary: Vocabulary;
  readonly cited: readonly Cited[];
  readonly ends: readonly End[];
  readonly mine: boolean;
  readonly mayReopen: boolean;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
}

export function OnePage(view: OneView) {
  const { one, base, vocabulary, mine, raw, errors } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{one.what || SORT[one.sort].title}</h1>
      <p><Chip tone={TONE[one.standing]}>{STANDING[one.standing]}</Chip> {SORT[one.sort].title}</p>
      <Facts rows={[
        ['Who', one.name || 'Somebody who is forgotten'], ['Task', one.task || '–'], ['Where to', one.goesTo || '–'], ['Noted on', longDay(one.on)], ['Back or gone by', longDay(one.goneBy)],
        ['The rules were told', <SituationList facts={one.facts} vocabulary={vocabulary} />],
        ...(one.reminded === 0 ? [] : [['Reminded', counted(one.reminded, 'time')] as const]),
        ...(one.handedOn === null ? [] : [['The office was told', longDay(one.handedOn)] as const]),
        ...(one.goneOn === null || one.goneHow === null ? [] : [['What became of it', END[one.goneHow]] as const, ['On', longDay(one.goneOn)] as const]),
      ]} />
      {view.cited.length > 0 && <section><h2>What the rules say</h2>{view.cited.map(clause => <blockquote class="quote" key={clause.href}><p>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>)}</section>}
      {mine && one.goneOn === null && (
        <form method="post" action={`${base}/${one.id}/gone`} class="no-print">
          <h2>Say that it is back or gone</h2>
          <Choices name="how" label="What became of it?" small chosen={[textIn(raw, 'how')]} error={errors['how']} choices={view.ends.map(value => ({ value, text: END[value] }))} />
          <TextField name="on" type="date" label="On which day?" value={textIn(raw, 'on') || view.today} error={errors['on']} width={10} />
          <Button>Save</Button>
        </form>
      )}
      {view.mayReopen && <form method="post" action={`${base}/${one.id}/still-out`} class="no-print"><p>You may take this back until the end of today.</p><Button tone="quiet">It is still out</Button></form>}
      <p class="no-print"><a href={base}>All entries</a></p>
    </>
  );
}
