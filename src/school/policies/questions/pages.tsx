/** Questions about a clause: asking, answering, and the answers beside the clause. */
import { Button, Chip, counted, Empty, ErrorSummary, longDay, longMoment, Note, Table, TextArea } from '../../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Clause, Policy, Vocabulary } from '../../../rulebook/index.ts';
import { groupWords, listed, officeWords } from '../phrases.ts';
import type { Waiting } from './reads.ts';
import type { ShownAnswer, Wording } from './words.ts';

type Errors = Readonly<Record<string, string>>;

/** What stands in the margin below a clause: its answers, and the way to ask. `askHref` is left out for those who cannot ask. */
export const AnswersBeside = ({ answers, askHref, vocabulary }: { answers: readonly ShownAnswer[]; askHref: string | null; vocabulary: Vocabulary }) => (
  <>
    {answers.length > 0 && <details class="asked-about"><summary>{counted(answers.length, 'question answered', 'questions answered')}</summary>
      {answers.map(one => (
        <div class="asked-about__one" key={one.id}>
          <p><strong>{one.question}</strong></p><p>{one.answer}</p>
          <p class="small">{one.office && <>Answered by {officeWords(one.office, vocabulary)}</>}{one.at && ` on ${longDay(dayOf(one.at))}`}.{!one.stillTrue && <> <Chip tone="ask">the rule has changed since</Chip></>}</p>
        </div>
      ))}</details>}
    {askHref && <p class="no-print small"><a class="ask-link" href={askHref}>Ask about this rule</a></p>}
  </>
);

export interface AskView {
  readonly here: string;
  readonly document: Policy;
  readonly clause: Clause;
  readonly offices: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly raw: string;
  readonly errors: Errors;
  /** Words of harm were typed: whom to tell, before anything else. */
  readonly harm: { readonly dsl: string; readonly helpLines: readonly { readonly name: string; readonly number: string; readonly for: string; readonly when: string }[] } | null;
}

export const AskPage = ({ here, document, clause, offices, vocabulary, raw, errors, harm }: AskView) => (
  <>
    {harm && <section class="tell-someone" aria-labelledby="tell-someone">
      <h1 id="tell-someone">Tell someone now</h1>
      <p>If you or somebody else is being hurt, or you are scared, tell a grown-up you trust. It is not your fault.</p>
      <ul>{harm.dsl && <li>At school: <strong>{harm.dsl}</strong>.</li>}{harm.helpLines.map(line => <li key={line.name}><strong>{line.name}: <a href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a></strong>, for {line.for} ({line.when}).</li>)}</ul>
      <p class="small">What you typed is not kept unless you send it below.</p>
    </section>}
    <ErrorSummary errors={errors} />
    {harm ? <h2>Ask about this rule</h2> : <h1>Ask about this rule</h1>}
    <blockquote class="quote"><p>{clause.text}</p><footer class="quote__cite"><a href={`${here}#${clause.id}`}>{document.front.title}, {clause.number}</a></footer></blockquote>
    <p>{groupWords([offices], vocabulary)} answers. The answer stays beside the rule for everybody who reads it. Nobody else is told who asked.</p>
    <form method="post" action={`${here}/ask/${clause.id}`}>
      {harm && <input type="hidden" name="anyway" value="yes" />}
      <TextArea name="question" label="Your question" hint="Leave names out." rows={4} value={raw} error={errors['question']} />
      <Button>{harm ? 'Send this question all the same' : 'Send the question'}</Button>
    </form>
  </>
);

export const stateWords = (one: Pick<Waiting, 'state' | 'stillTrue' | 'number'>): string =>
  (one.number === null ? 'The rule is gone' : one.state === 'open' ? 'Waits for an answer' : one.state === 'withdrawn' ? 'Withdrawn' : one.stillTrue ? 'Answered' : 'Is it still true?');

export const questionFields = (): Fields => ({
  search: { label: 'Words', id: 'question-search' },
  filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, { value: 'needs', text: 'Waiting for a word' }, { value: 'answered', text: 'Answered' }, { value: 'withdrawn', text: 'Withdrawn' }] }],
});

export const questionColumns = (base: string): ListColumn<Waiting>[] => [
  { head: 'Policy', inFile: one => one.policyTitle }, { head: 'Rule', inFile: one => one.number ?? '' },
  { head: 'Question', cell: one => <a href={`${base}/rule-questions/${one.id}`}>{one.question || one.asked || 'The words are forgotten'}</a>, inFile: one => one.question || one.asked },
  { head: 'Rule', cell: one => <a href={`${base}/policies/${one.policy}#${one.clause}`}>{one.policyTitle}{one.number && `, ${one.number}`}</a> },
  { head: 'Asked', cell: one => longMoment(one.askedAt) },
  { head: 'Answer', inFile: one => one.answer },
  { head: 'State', cell: one => <Chip tone={one.state === 'open' || !one.stillTrue ? 'ask' : 'plain'}>{stateWords(one)}</Chip>, inFile: one => stateWords(one) },
  { head: 'Asked at', inFile: one => one.askedAt.toISOString() }, { head: 'Answered at', inFile: one => one.answeredAt?.toISOString() ?? '' },
];

export const QuestionsPage = ({ list }: { list: Listed<Waiting> }) => (
  <>
    <h1>Questions about rules</h1>
    <p class="lede">Asked by readers beside a rule. You see those that your offices answer.</p>
    <List list={list} caption={counted(list.total, 'question')} empty={<Empty title="No question is here"><p>Readers ask on the page of a policy, beside each rule.</p></Empty>} />
  </>
);

export interface OneView {
  readonly base: string;
  readonly question: Waiting;
  readonly vocabulary: Vocabulary;
  /** Who asked, for whoever answers. */
  readonly askerName: string;
  readonly wordings: readonly (Wording & { readonly byName: string })[];
  readonly raw: { readonly question: string; readonly answer: string };
  readonly errors: Errors;
}

const DEEDS: Readonly<Record<Wording['deed'], string>> = { answer: 'Answered', change: 'Changed', 'still-true': 'Found still true', withdraw: 'Withdrawn' };

export function AnswerPage({ base, question, vocabulary, askerName, wordings, raw, errors }: OneView) {
  const here = `${base}/rule-questions/${question.id}`;
  const gone = question.number === null;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>A question about a rule</h1>
      {gone ? <Note tone="warn" title="The rule is gone"><p>It is not in the edition in force any more, so no answer is shown.</p></Note>
        : <blockquote class="quote"><p>{question.clauseText}</p><footer class="quote__cite"><a href={`${base}/policies/${question.policy}#${question.clause}`}>{question.policyTitle}, {question.number}</a></footer></blockquote>}
      <p>{askerName ? <>{askerName} asked on {longMoment(question.askedAt)}. This name is shown to nobody but those who answer.</> : <>Asked on {longMoment(question.askedAt)}.</>}</p>
      {question.asked && <blockquote class="quote"><p>{question.asked}</p></blockquote>}
      {question.state === 'answered' && !question.stillTrue && !gone && <Note tone="warn" title="The rule has changed since this was answered">
        <p>Read both again. If the answer still holds, say so; otherwise change it below.</p><form method="post" action={`${here}/still-true`}><Button tone="quiet">It is still true</Button></form></Note>}
      {!gone && <form method="post" action={here}>
        <TextArea name="question" label="The question, as everybody will read it" hint="Leave out whatever would tell who asked." rows={3} value={raw.question} error={errors['question']} />
        <TextArea name="answer" label="The answer" rows={5} value={raw.answer} error={errors['answer']} />
        <p class="soft">It stands beside the rule for everybody who may read the policy, as an answer of {listed(question.offices.map(office => officeWords(office, vocabulary)), 'or')}.</p>
        <Button>{question.state === 'answered' ? 'Change the answer' : 'Answer'}</Button>
      </form>}
      {question.state !== 'withdrawn' && <form method="post" action={`${here}/withdraw`}><button class="link-button" type="submit">{question.state === 'answered' ? 'Take the answer away from the rule' : 'Put the question aside'}</button></form>}
      {wordings.length > 0 && <><h2>Its history</h2><Table caption="Every wording of this answer" hideCaption rows={wordings} columns={[
        { head: 'When', cell: one => longMoment(one.at) }, { head: 'What', cell: one => DEEDS[one.deed] }, { head: 'By', cell: one => one.byName || '–' }, { head: 'Question', cell: one => one.question || '–' }, { head: 'Answer', cell: one => one.answer || '–' },
      ]} /></>}
    </>
  );
}
