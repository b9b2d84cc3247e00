/** The pages of consultation: asking, what somebody is asked, one consultation with its answers, and all of them. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Details, Empty, ErrorSummary, Facts, Figure, Grid, longDay, Note, Paging, PolicyBody, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { ComponentChildren } from 'preact';
import { asWritten } from '../../../platform/languages/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, kindWords, officeWords } from '../phrases.ts';
import { Diff } from '../pages/panel.tsx';
import { numbersOf } from '../pages/reader.tsx';
import { stateOf } from './decisions.ts';
import type { OneView, OpenView } from './reads.ts';
import { OPINIONS, type ConsultationRow, type ConsultationState, type Consulted, type Opinion, type Tally } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const OPINION: Readonly<Record<Opinion, { readonly title: string; readonly tone: 'yes' | 'ask' | 'no' | 'plain' }>> = {
  yes: { title: 'Yes, as it is', tone: 'yes' }, changes: { title: 'Yes, with changes', tone: 'ask' }, no: { title: 'No', tone: 'no' }, none: { title: 'Nothing to say', tone: 'plain' },
};
const STATE: Readonly<Record<ConsultationState, { readonly title: string; readonly tone: 'ask' | 'plain' }>> = { open: { title: 'Takes answers', tone: 'ask' }, closed: { title: 'Closed', tone: 'plain' } };
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const manyIn = (raw: Body, name: string): string[] => [raw[name] ?? []].flat();
/** An office or a kind of people, as people say it. */
export const groupOf = (group: string, vocabulary: Vocabulary): string => (vocabulary.kinds.has(group) && !vocabulary.offices.has(group) ? kindWords(group, vocabulary) : officeWords(group, vocabulary));
const StateChip = ({ state }: { state: ConsultationState }) => <Chip tone={STATE[state].tone}>{STATE[state].title}</Chip>;
export const opinionWords = (opinion: Opinion | null): string => (opinion === null ? '' : OPINION[opinion].title);

export interface AskProps extends OpenView {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly once: string;
  readonly raw: Body;
  readonly errors: Errors;
}

/** A writer asks groups of people what they think. */
export function AskPage({ slug, edition, document, offices, kinds, earlier, vocabulary, today, once, raw, errors }: AskProps) {
  const [named, others] = [offices.filter(one => one.named), offices.filter(one => !one.named)];
  const choiceOf = ({ office, names }: (typeof offices)[number]) => ({ value: office, text: capital(officeWords(office, vocabulary)), hint: names });
  const first = named.length > 0 ? named : others;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Ask people what they think</h1>
      <p class="lede">{edition.state === 'approved' ? `About edition ${edition.number} of ${document.front.title}, as it is in force.` : `About edition ${edition.number} of ${document.front.title}, which is still being written. They read it as it is now.`}</p>
      <form method="post" action={`/${slug}/policies/${edition.policy}/consult`}>
        <TextArea name="summary" label="What is it about?" hint="A few plain sentences: what changes, and what you would like to know." rows={5} value={textIn(raw, 'summary')} error={errors['summary']} />
        {first.length > 0 && <Choices name="offices" label={named.length > 0 ? 'Whom this policy names' : 'Offices'} many small choices={first.map(choiceOf)} chosen={manyIn(raw, 'offices')} error={errors['offices']} />}
        {named.length > 0 && others.length > 0 && <Choices name="offices" id="offices-others" label="Other offices" many small choices={others.map(choiceOf)} chosen={manyIn(raw, 'offices')} />}
        <Choices name="kinds" label="Everybody of a kind" many small choices={kinds.map(kind => ({ value: kind, text: capital(kindWords(kind, vocabulary)) }))} chosen={manyIn(raw, 'kinds')} />
        <TextField name="answerBy" type="date" label="Last day to answer" value={textIn(raw, 'answerBy')} error={errors['answerBy']} width={10} />
        <input type="hidden" name="once" value={once} />
        <p class="soft">Each of them gets a mail that there is something to read. Their answers bear their names and are kept with this edition: those who write and approve the policy read them, governors see the numbers.</p>
        <div class="actions"><Button>Ask them</Button><a href={`/${slug}/policies/${edition.policy}`}>Back to the policy</a></div>
      </form>
      {earlier.length > 0 && <><h2>Asked before</h2><Table<ConsultationRow> caption="Asked before" hideCaption rows={earlier} columns={rowColumns(slug, today)} /></>}
    </>
  );
}

type RowColumn = Pick<ListColumn<ConsultationRow>, 'head' | 'number' | 'inFile'> & { readonly cell: (row: ConsultationRow) => ComponentChildren };

/** The columns a list of consultations has everywhere. */
export function rowColumns(slug: string, today: string): RowColumn[] {
  return [
    { head: 'About', cell: (row: ConsultationRow) => <a href={`/${slug}/consultations/${row.id}`}>{row.title}</a>, inFile: (row: ConsultationRow) => row.title },
    { head: 'Edition', cell: (row: ConsultationRow) => (row.draft ? `${row.edition}, while it was written` : String(row.edition)), inFile: (row: ConsultationRow) => row.edition },
    { head: 'Asked on', cell: (row: ConsultationRow) => longDay(dayOf(row.openedAt)), inFile: (row: ConsultationRow) => dayOf(row.openedAt) },
    { head: 'Answer by', cell: (row: ConsultationRow) => longDay(row.answerBy), inFile: (row: ConsultationRow) => row.answerBy },
    { head: 'Asked', number: true, cell: (row: ConsultationRow) => row.tally.asked, inFile: (row: ConsultationRow) => row.tally.asked },
    { head: 'Answered', number: true, cell: (row: ConsultationRow) => row.tally.answered, inFile: (row: ConsultationRow) => row.tally.answered },
    { head: 'Now', cell: (row: ConsultationRow) => <StateChip state={stateOf(row, today)} />, inFile: (row: ConsultationRow) => stateOf(row, today) },
  ];
}

type MineRow = Omit<ConsultationRow, 'tally'> & Pick<Consulted, 'opinion' | 'at'>;

/** What somebody is asked, and what they answered. */
export function MinePage({ slug, rows, today, sees }: { slug: string; rows: readonly MineRow[]; today: string; sees: boolean }) {
  const open = rows.filter(row => stateOf(row, today) === 'open' && row.opinion === null);
  const rest = rows.filter(row => !open.includes(row));
  return (
    <>
      <h1>What do you think?</h1>
      <p class="lede">Rules of the school about which you are asked. You need not answer. You can change your answer until the last day.</p>
      {open.length === 0 && <Empty title="Nobody asks you anything just now" />}
      <Grid>{open.map(row => <AskedCard key={row.id} slug={slug} row={row} />)}</Grid>
      {rest.length > 0 && (
        <>
          <h2>Asked before</h2>
          <Table<MineRow> caption="Asked before" hideCaption rows={rest} columns={[
            { head: 'About', cell: row => <a href={`/${slug}/consultations/${row.id}`}>{row.title}</a> },
            { head: 'Edition', cell: row => row.edition, number: true },
            { head: 'You said', cell: row => (row.opinion ? OPINION[row.opinion].title : 'No answer') },
            { head: 'Now', cell: row => <StateChip state={stateOf(row, today)} /> },
          ]} />
          <p class="soft">The newest 50 stand here.</p>
        </>
      )}
      {sees && <p class="no-print"><a href={`/${slug}/consultations/all`}>All that was asked, in numbers</a></p>}
    </>
  );
}

/** One thing that somebody is asked; also stands on the start page. */
export const AskedCard = ({ slug, row }: { slug: string; row: Pick<MineRow, 'id' | 'title' | 'answerBy'> }) => (
  <Card title={row.title} tone="ask">
    <p>{`You are asked what you think of it, by ${longDay(row.answerBy)}.`}</p>
    <ButtonLink href={`/${slug}/consultations/${row.id}`}>Read and answer<span class="govuk-visually-hidden">: {row.title}</span></ButtonLink>
  </Card>
);

export interface OneProps extends OneView {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly raw: Body;
  readonly errors: Errors;
}

/** One consultation: the summary, the text as it was, one's own answer, and for those who may see them the others'. */
export function OnePage(props: OneProps) {
  const { slug, consultation, state, document, changes, vocabulary, errors, openedBy } = props;
  const groups = [...consultation.offices, ...consultation.kinds].map(group => groupOf(group, vocabulary)).join(', ');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>What do you think of it?</h1>
      <p class="lede">{consultation.draft ? `${consultation.title}: edition ${consultation.edition}, while it was being written.` : `${consultation.title}: edition ${consultation.edition}, as it is in force.`}</p>
      <Note title="What it is about"><p class="pre-line" {...asWritten()}>{consultation.summary}</p></Note>
      <Facts rows={[['Asked', groups], ...(openedBy ? [['Asked by', openedBy] as const] : []), ['Answer by', longDay(consultation.answerBy)], ['Now', <StateChip state={state} />]]} />
      {changes && changes.length > 0 && (
        <Details summary={`What would change: ${counted(changes.length, 'clause')}`} open>
          {changes.map(change => <p key={change.clause}><span class="clause__number">{change.number}</span> <span {...asWritten()}><Diff before={change.before} after={change.after} /></span></p>)}
        </Details>
      )}
      {document && <Details summary="The whole text, as it was when you were asked"><PolicyBody blocks={document.body} numbers={numbersOf(document)} /></Details>}
      {props.mine && <Mine {...props} mine={props.mine} />}
      {props.tally && <TallyView tally={props.tally} />}
      {props.sees === 'all' && <People {...props} />}
      <p class="no-print"><a href={`/${slug}/consultations`}>All that I am asked</a></p>
    </>
  );
}

/** One's own answer: to give, to change, or to read again. */
function Mine({ slug, consultation, state, mine, raw, errors, vocabulary }: OneProps & { readonly mine: Consulted }) {
  if (state === 'closed') return <Card title="Your answer">{mine.opinion ? <><p><Chip tone={OPINION[mine.opinion].tone}>{OPINION[mine.opinion].title}</Chip></p><p class="pre-line" {...asWritten()}>{mine.words}</p></> : <p>You did not answer.</p>}</Card>;
  return (
    <form method="post" action={`/${slug}/consultations/${consultation.id}`} class="card card--ask">
      <h2 class="card__title">{mine.opinion ? 'Change your answer' : 'Your answer'}</h2>
      <p class="soft">{`You are asked as: ${groupOf(mine.as, vocabulary)}. Your answer bears your name. Those who write and approve this policy read it.`}</p>
      <Choices name="opinion" label="Should it be so?" choices={OPINIONS.map(value => ({ value, text: OPINION[value].title }))} chosen={[textIn(raw, 'opinion') || mine.opinion || ''].filter(Boolean)} error={errors['opinion']} />
      <TextArea name="words" label="What should be different, or what should we know?" hint="Write about the rules, not about a child or a colleague." rows={5} value={'words' in raw ? textIn(raw, 'words') : mine.words} error={errors['words']} />
      <div class="actions"><Button>{mine.opinion ? 'Keep the new answer' : 'Send my answer'}</Button></div>
    </form>
  );
}

const TallyView = ({ tally }: { tally: Tally }) => (
  <>
    <h2>In numbers</h2>
    <div class="figures">
      <Figure value={tally.asked} label="asked" />
      <Figure value={tally.answered} label="answered" />
      {OPINIONS.map(opinion => <Figure key={opinion} value={tally.opinions[opinion]} label={OPINION[opinion].title} />)}
    </div>
  </>
);

function People({ slug, consultation, state, people, page, pages, vocabulary, writes, mayReopen }: OneProps) {
  const here = `/${slug}/consultations/${consultation.id}`;
  return (
    <>
      <h2>Who was asked</h2>
      <p class="no-print"><a href={`${here}/csv`}>Download as a spreadsheet (CSV)</a></p>
      <Table<OneProps['people'][number]> caption="Who was asked" hideCaption rows={people} columns={[
        { head: 'Name', cell: row => row.name },
        { head: 'As', cell: row => groupOf(row.as, vocabulary) },
        { head: 'Answer', cell: row => (row.opinion ? <Chip tone={OPINION[row.opinion].tone}>{OPINION[row.opinion].title}</Chip> : 'none yet') },
        { head: 'Words', cell: row => <span class="pre-line" {...asWritten()}>{row.words || '–'}</span> },
        { head: 'On', cell: row => (row.at ? longDay(dayOf(row.at)) : '–') },
      ]} />
      <Paging page={page} pages={pages} href={n => `${here}?page=${n}`} />
      <div class="actions no-print">
        {writes && state === 'open' && <form method="post" action={`${here}/close`}><Button tone="quiet">Take no more answers</Button></form>}
        {writes && mayReopen && <form method="post" action={`${here}/reopen`}><Button tone="quiet">Take answers again</Button></form>}
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
      </div>
    </>
  );
}

export const allFields = (policies: readonly { value: string; text: string }[]): Fields => ({
  search: { label: 'Words', id: 'consultation-search' },
  filters: [
    { name: 'policy', label: 'Policy', choices: [{ value: '', text: 'All' }, ...policies] },
    { name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'open', text: STATE.open.title }, { value: 'closed', text: STATE.closed.title }] },
  ],
});

/** Every consultation, in numbers. */
export const AllPage = ({ list }: { list: Listed<ConsultationRow> }) => (
  <>
    <h1>Who was asked what they think</h1>
    <p class="lede">For each edition of a policy: how many people were asked about it, and how many answered.</p>
    <List list={list} caption={counted(list.total, 'time asked', 'times asked')} empty={<Empty title="Nobody was asked yet"><p>Whoever writes a policy asks on its page: Ask people what they think.</p></Empty>} />
  </>
);
