/** Entering an answer given by telephone or on paper: the form with the words to read out, the entry, and all entries. */
import { Button, ButtonLink, Card, Chip, Choices, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, PolicyBody, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import { AllowQuestions, answerRows } from '../allowed/pages.tsx';
import type { AnswerGiven, Question } from '../allowed/words.ts';
import { CHANNELS } from '../pages/certificate.tsx';
import { numbersOf } from '../pages/sheet.tsx';
import { SaidAloud } from '../ticks/pages.tsx';
import type { Tick } from '../ticks/words.ts';
import type { Sheet } from '../words.ts';
import type { Entry } from './words.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface FormProps {
  readonly slug: string;
  readonly person: string;
  readonly name: string;
  readonly sheet: Sheet;
  /** What is said line by line, to be read out. */
  readonly says: readonly Tick[];
  /** What the form of the policy asks a parent, each with a yes and a no. */
  readonly questions: readonly Question[];
  readonly today: string;
  /** Who enters it. */
  readonly reader: string;
  readonly speakers: readonly Named[];
  readonly staff: readonly Named[];
  readonly once: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

const choose = (people: readonly Named[], none: string) => [{ value: '', text: none }, ...people.map(one => ({ value: one.id, text: one.name }))];

export function FormPage(props: FormProps) {
  const { sheet, values = {}, errors = {} } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>An answer by telephone or on paper</h1>
      <p class="lede">{sheet.title}. It is about {props.name}.</p>
      <Card title="Read this out">
        <p class="signing__statement">{sheet.document.front.summary}</p>
        <p class="signing__statement">{sheet.statement}</p>
        <SaidAloud ticks={props.says} />
        <p>Ask whether they have the rules before them, and offer to send them on paper. Then ask: do you agree?</p>
        <Details summary="The rules in full"><PolicyBody blocks={sheet.document.body} numbers={numbersOf(sheet.document.clauses)} /></Details>
      </Card>
      <form method="post" action={`/${props.slug}/agreements/by-hand/${props.person}/${sheet.policy}`} novalidate>
        <Choices name="by" label="Who answered?" error={errors['by']} chosen={[values['by'] ?? (props.speakers.length === 1 ? props.speakers[0]!.id : '')]} choices={props.speakers.map(one => ({ value: one.id, text: one.name }))} />
        <Choices name="answer" label="What was the answer?" error={errors['answer']} chosen={[values['answer'] ?? '']} choices={[{ value: 'agreed', text: 'They agreed' }, { value: 'no', text: 'They said no for now' }]} />
        <AllowQuestions questions={props.questions} given={values} errors={errors} above={<p class="soft">Read each question out, and put down each answer. They may say no to it and still agree to the rules. Where they said no to the rules, leave these empty.</p>} />
        <Choices name="channel" label="How did it come?" error={errors['channel']} chosen={[values['channel'] ?? '']} choices={[{ value: 'phone', text: 'By telephone', hint: 'A second person listened and is named below.' }, { value: 'paper', text: 'On paper', hint: 'Keep the paper until the school’s own rules let it go.' }]} />
        <Select name="heardBy" label="Who took the answer?" value={values['heardBy'] ?? props.reader} error={errors['heardBy']} choices={choose(props.staff, 'Choose')} />
        <Select name="witness" label="Who else heard it?" hint="Needed for a telephone call." value={values['witness'] ?? ''} error={errors['witness']} choices={choose(props.staff, 'Nobody else')} />
        <TextField name="givenOn" type="date" label="Which day was it?" value={values['givenOn'] ?? props.today} error={errors['givenOn']} width={10} />
        <TextArea name="note" label="What was said, if it matters" hint="Where they said no: what stands in the way." rows={3} value={values['note']} error={errors['note']} />
        <input type="hidden" name="edition" value={sheet.editionId} />
        <input type="hidden" name="hash" value={sheet.hash} />
        <input type="hidden" name="once" value={props.once} />
        <div class="actions"><Button>Put it down</Button><a href={`/${props.slug}/agreements/register/${props.person}`}>Back</a></div>
      </form>
      <Note><p>They are told by mail, or by a letter you print, what was put down and how to say that it is wrong. You can undo it today.</p></Note>
    </>
  );
}

export interface EntryRow {
  readonly entry: Entry;
  readonly title: string;
  readonly person: string;
  readonly by: string;
  readonly heardBy: string;
  readonly witness: string | null;
  readonly enteredBy: string;
  /** What they said to the questions beside the signature. */
  readonly answers: readonly AnswerGiven[];
}

const Answered = ({ entry }: { entry: Entry }) => (entry.undone ? <Chip>undone</Chip> : entry.agreement ? <Chip tone="yes">agreed</Chip> : <Chip tone="tell">said no for now</Chip>);

export function EntryPage({ slug, row, mayUndo }: { slug: string; row: EntryRow; mayUndo: boolean }) {
  const { entry } = row;
  const here = `/${slug}/agreements/by-hand/entry/${entry.id}`;
  return (
    <>
      <h1>An answer that was put down</h1>
      <p><Answered entry={entry} /></p>
      <Facts rows={[
        ['Rules', row.title], ['About', row.person], ['Who answered', row.by], ...answerRows(row.answers), ['How', CHANNELS[entry.channel]], ['Which day', longDay(entry.givenOn)], ['Taken by', row.heardBy], ['Also heard by', row.witness ?? 'nobody else'],
        ['Entered by', row.enteredBy], ['Entered', longMoment(entry.at)], ['What was said', entry.note || 'nothing noted'],
        ['How they are told', entry.told === 'mail' ? 'by mail, to the address on record' : 'by a letter: please print it and hand it on'],
      ]} />
      <div class="actions no-print">
        <ButtonLink href={`${here}/letter.pdf`} tone={entry.told === 'letter' ? 'main' : 'quiet'}>Letter to print (PDF)</ButtonLink>
        {entry.agreement && <ButtonLink href={`/${slug}/agreements/seal/${entry.agreement}`} tone="quiet">Certificate</ButtonLink>}
        <ButtonLink href={`/${slug}/agreements/register/${entry.person}`} tone="quiet">Back to the person</ButtonLink>
      </div>
      {mayUndo && <form method="post" action={`${here}/undo`}><p>Was it put down by mistake? Today you can undo it. They are told.</p><Button tone="warn">Undo</Button></form>}
    </>
  );
}

export const EntriesPage = ({ slug, rows, page, pages }: { slug: string; rows: readonly EntryRow[]; page: number; pages: number }) => (
  <>
    <h1>Answers put down by hand</h1>
    <p class="lede">By telephone or on paper. To put one down, open a person from <a href={`/${slug}/agreements/register`}>Who has signed</a>.</p>
    {rows.length === 0 ? <Empty title="None yet" /> : (
      <>
        <p class="no-print"><a href={`/${slug}/agreements/by-hand.csv`}>Download as a spreadsheet (CSV)</a></p>
        <Table caption="Answers put down by hand" hideCaption rows={rows} columns={[
          { head: 'About', cell: row => <a href={`/${slug}/agreements/by-hand/entry/${row.entry.id}`}>{row.person}</a> },
          { head: 'Rules', cell: row => row.title },
          { head: 'Who answered', cell: row => row.by },
          { head: 'Answer', cell: row => <Answered entry={row.entry} /> },
          { head: 'How', cell: row => CHANNELS[row.entry.channel] },
          { head: 'Which day', cell: row => longDay(row.entry.givenOn) },
          { head: 'Taken by', cell: row => row.heardBy },
        ]} />
      </>
    )}
    <Paging page={page} pages={pages} href={n => `/${slug}/agreements/by-hand?page=${n}`} />
    <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
  </>
);
