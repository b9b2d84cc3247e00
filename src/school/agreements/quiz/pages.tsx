/** The pages of the quiz: one's own documents, the questions, what they came to, and who has not finished. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Empty, ErrorSummary, Grid, longDay, Note, Table } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import { List, ListFigures, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Policy, Vocabulary } from '../../../rulebook/index.ts';
import { valueWords } from '../../policies/index.ts';
import type { FinishedView, MineView, QuizView } from './reads.ts';
import { FAR, fieldOfQuestion, type Answered, type Choice, type Far, type Quiz, type QuizQuestion } from './words.ts';

const ANSWERS: Readonly<Record<Choice, { readonly title: string }>> = { yes: { title: 'Yes' }, ask: { title: 'Ask first' }, no: { title: 'No' } };
const FAR_WORDS: Readonly<Record<Far, { readonly title: string; readonly tone: 'yes' | 'ask' | 'no' }>> = {
  'to-sign': { title: 'Still to read and sign', tone: 'no' }, 'to-quiz': { title: 'Quiz not done', tone: 'ask' }, finished: { title: 'Finished', tone: 'yes' },
};
const answers = () => (['yes', 'ask', 'no'] as const).map(value => ({ value, text: ANSWERS[value].title }));
const FarChip = ({ far }: { far: Far }) => <Chip tone={FAR_WORDS[far].tone}>{FAR_WORDS[far].title}</Chip>;

/** "May I put a program or app on a school device?" */
function questionWords({ act }: Pick<QuizQuestion, 'act'>, vocabulary: Vocabulary): string {
  const known = vocabulary.acts.get(act);
  return `May I ${known?.plain ?? act}?`;
}

/** "In this case: in a classroom." Nothing where it is always so. */
function situationWords({ facts }: Pick<QuizQuestion, 'facts'>, vocabulary: Vocabulary): string | undefined {
  const situation = Object.entries(facts).map(([fact, value]) => valueWords(fact, value, vocabulary)).join('; ');
  return situation === '' ? undefined : `In this case: ${situation}.`;
}

const scoreWords = ({ correct, questions }: Pick<Quiz, 'correct' | 'questions'>): string => `${correct} of ${questions} right`;

/** One's own documents and quizzes. */
export function MinePage({ slug, rows, done }: MineView & { slug: string }) {
  const here = `/${slug}/agreements/quiz`;
  return (
    <>
      <h1>Do I know the rules?</h1>
      <p class="lede">A short quiz about each document you sign. Its questions come from the rules themselves, so they change when the rules do. It stops you from nothing, and you may do it as often as you like.</p>
      {rows.length === 0 && <Empty title="There is no quiz for you"><p>You are not asked to sign any document that has one.</p></Empty>}
      <Grid>{rows.map(row => (
        <Card key={row.policy} title={row.title} tone={FAR_WORDS[row.far].tone}>
          <p><FarChip far={row.far} /></p>
          <p>{row.signedOn && row.signedEdition !== null ? `You read and signed edition ${row.signedEdition} on ${longDay(row.signedOn)}.` : 'You have not signed it yet.'}</p>
          {row.quiz && <p>{`Your newest quiz: ${scoreWords(row.quiz)}, edition ${row.quiz.edition}, on ${longDay(row.quiz.on)}.`}</p>}
          {row.far === 'to-sign' && <p><a href={`/${slug}/agreements/${row.policy}`}>Read and sign<span class="govuk-visually-hidden">: {row.title}</span></a></p>}
          {row.hasQuiz ? <ButtonLink href={`${here}/${row.policy}`} tone={row.quiz ? 'quiet' : 'main'}>{row.quiz ? 'Do it again' : 'Do the quiz'}<span class="govuk-visually-hidden">: {row.title}</span></ButtonLink> : <p class="soft">This document has no quiz.</p>}
        </Card>
      ))}</Grid>
      {done.length > 0 && (
        <>
          <h2>What I have done</h2>
          <Table<MineView['done'][number]> caption="My quizzes" hideCaption rows={done} columns={[
            { head: 'Document', cell: one => <a href={`${here}/done/${one.id}`}>{one.title}</a> },
            { head: 'Edition', cell: one => one.edition, number: true },
            { head: 'Score', cell: one => scoreWords(one) },
            { head: 'Day', cell: one => longDay(one.on) },
          ]} />
          <p class="soft">The newest 50 stand here. The school sees your newest score for each document.</p>
        </>
      )}
    </>
  );
}

export interface QuizProps extends QuizView {
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly once: string;
  readonly said?: readonly (Choice | null)[] | undefined;
  readonly errors?: Readonly<Record<string, string>>;
  /** Another edition came into force while the page was open. */
  readonly changed?: boolean;
}

/** The questions. */
export function QuizPage({ slug, policy, questions, vocabulary, once, said = [], errors = {}, changed }: QuizProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{policy.title}: the quiz</h1>
      <p class="lede">{counted(questions.length, 'question')} about edition {policy.edition}. You may look things up: <a href={`/${slug}/policies/${policy.policy}`}>read the rules</a>.</p>
      {changed && <Note title="The rules changed meanwhile" tone="warn"><p>Nothing was kept. These questions are about the edition in force now.</p></Note>}
      <form method="post" action={`/${slug}/agreements/quiz/${policy.policy}`}>
        {questions.map((one, at) => (
          <Choices key={fieldOfQuestion(at)} name={fieldOfQuestion(at)} label={`${at + 1}. ${questionWords(one, vocabulary)}`} hint={situationWords(one, vocabulary)} choices={answers()} chosen={said[at] ? [said[at]] : []} error={errors[fieldOfQuestion(at)]} inline />
        ))}
        <input type="hidden" name="edition" value={policy.editionId} />
        <input type="hidden" name="once" value={once} />
        <div class="actions"><Button>See how I did</Button><a href={`/${slug}/agreements/quiz`}>Leave it for now</a></div>
      </form>
    </>
  );
}

/** What a quiz came to: each question with the clause that answers it. */
export function DonePage({ slug, quiz, document, vocabulary }: { slug: string; quiz: Quiz; document: Policy; vocabulary: Vocabulary }) {
  return (
    <>
      <h1>{scoreWords(quiz)}</h1>
      <p class="lede">{document.front.title}, edition {quiz.edition}, on {longDay(quiz.on)}.</p>
      {quiz.answers.map((one, at) => <Feedback key={at} slug={slug} one={one} document={document} vocabulary={vocabulary} />)}
      <div class="actions no-print">
        <ButtonLink href={`/${slug}/agreements/quiz/${quiz.policy}`}>Do it again</ButtonLink>
        <ButtonLink href={`/${slug}/agreements/quiz`} tone="quiet">All my documents</ButtonLink>
        <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
      </div>
    </>
  );
}

function Feedback({ slug, one, document, vocabulary }: { slug: string; one: Answered; document: Policy; vocabulary: Vocabulary }) {
  const clause = document.clauses.find(other => one.because[0].endsWith(`/${document.id}#${other.id}`));
  const situation = situationWords(one, vocabulary);
  return (
    <Card title={questionWords(one, vocabulary)} tone={one.said === one.right ? 'yes' : 'no'}>
      {situation && <p class="soft">{situation}</p>}
      <p>{one.said === one.right ? `Right: ${ANSWERS[one.right].title}.` : `You said: ${ANSWERS[one.said].title}. The rules say: ${ANSWERS[one.right].title}.`}</p>
      {clause && (
        <blockquote class="quote">
          <p {...asWritten()}>{clause.text}</p>
          <footer class="quote__cite"><a href={`/${slug}/policies/${document.id}#${clause.id}`}>{document.front.title}, {clause.number}</a></footer>
        </blockquote>
      )}
    </Card>
  );
}

type Row = FinishedView['rows'][number];

export const finishedFields = (of: { policies: readonly { value: string; text: string }[]; kinds: readonly { value: string; text: string }[] }): Fields => ({
  search: { label: 'Name', id: 'finished-search' },
  filters: [
    { name: 'policy', label: 'Document', choices: [{ value: '', text: 'All' }, ...of.policies] },
    { name: 'kind', label: 'Who', choices: [{ value: '', text: 'Everybody' }, ...of.kinds] },
    { name: 'far', label: 'How far', choices: [{ value: '', text: 'All' }, ...FAR.map(value => ({ value, text: FAR_WORDS[value].title }))] },
  ],
});

export const finishedColumns = (slug: string, vocabulary: Vocabulary): ListColumn<Row>[] => [
  { head: 'Name', sort: 'name', cell: row => <a href={`/${slug}/agreements/register/${row.person}`}>{row.name}</a>, inFile: row => row.name },
  { head: 'Who', cell: row => vocabulary.kinds.get(row.kind)?.title ?? row.kind, inFile: row => vocabulary.kinds.get(row.kind)?.title ?? row.kind },
  { head: 'Document', cell: row => row.title, inFile: row => row.title },
  { head: 'How far', cell: row => <FarChip far={row.far} />, inFile: row => FAR_WORDS[row.far].title },
  { head: 'Read and signed', sort: 'signed', cell: row => (row.signedOn && row.agreement ? <a href={`/${slug}/agreements/seal/${row.agreement}`}>{longDay(row.signedOn)}</a> : '–'), inFile: row => row.signedOn },
  { head: 'Edition signed', cell: row => row.signedEdition ?? '–', inFile: row => row.signedEdition, number: true },
  { head: 'Edition in force', inFile: row => row.edition },
  { head: 'Quiz', sort: 'quiz', cell: row => (row.quiz ? `${scoreWords(row.quiz)}, ${longDay(row.quiz.on)}` : row.hasQuiz ? 'not done' : 'none'), inFile: row => row.quiz && scoreWords(row.quiz) },
  { head: 'Day of the quiz', inFile: row => row.quiz?.on ?? null },
  { head: 'Edition of the quiz', inFile: row => row.quiz?.edition ?? null },
];

/** Who has read and signed, how the quiz went, and who has not finished. */
export const FinishedPage = ({ list, counts }: { list: Listed<Row>; counts: FinishedView['counts'] }) => (
  <>
    <h1>Who has not finished</h1>
    <p class="lede">Each document for grown-ups: when somebody read and signed it, and how their newest quiz went. The quiz stops nobody from anything.</p>
    <ListFigures list={list} figures={FAR.map(far => ({ value: counts[far], label: FAR_WORDS[far].title, chosen: { ...list.chosen, far }, ...(far === 'to-sign' && counts[far] > 0 ? { tone: 'bad' as const } : {}) }))} />
    <List list={list} caption={counted(list.total, 'line')} empty={<Empty title="Nobody fits"><p>Choose other filters.</p></Empty>} />
  </>
);
