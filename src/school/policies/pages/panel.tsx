/** What a draft does before anybody is bound by it: findings, changed clauses, changed answers, who signs again. */
import { capital, kindWords, listed } from '../phrases.ts';
import { Chip, counted, Details, PolicyBody } from '../../../page-parts/index.ts';
import type { Finding, Vocabulary } from '../../../rulebook/index.ts';
import type { ChangedAnswer, ClauseChange, Mark, SignsAgain, Trial } from '../words.ts';
import { wordDiff } from '../word-diff.ts';
import { numbersOf } from './reader.tsx';

export interface PanelView {
  readonly trial: Trial;
  readonly signsAgain: SignsAgain;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  /** Whether marks can be chosen here, or are shown as chosen. */
  readonly choose: boolean;
  readonly first: boolean;
}

/** The panel beside the text, and the whole of what an approver decides on. */
export function Panel(view: PanelView) {
  const { trial, today } = view;
  return (
    <div class="panel">
      <Findings trial={trial} />
      <Changes view={view} />
      <AnswersThatChange answers={trial.answers} more={trial.moreAnswers} />
      <SignAgain view={view} />
      {trial.document && view.choose && (
        <Details summary="How people will see it">
          <PolicyBody blocks={trial.document.body} numbers={numbersOf(trial.document)} prefix="preview-" today={today} changed={new Set(trial.changes.map(change => change.clause))} />
        </Details>
      )}
    </div>
  );
}

function Findings({ trial: { findings, errors } }: { trial: Trial }) {
  const warnings = findings.length - errors;
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{errors > 0 ? `${counted(errors, 'thing')} to put right` : 'Nothing stops this edition'}</h2>
      <p class="soft" role="status">{errors > 0 ? 'It cannot be sent for approval until these are put right.' : warnings > 0 ? `${counted(warnings, 'point')} to think about.` : 'The check found no fault.'}</p>
      {findings.slice(0, 30).map((finding, at) => <FindingView key={at} finding={finding} />)}
      {findings.length > 30 && <p class="small">And {findings.length - 30} more. Put these right first.</p>}
    </section>
  );
}

const FindingView = ({ finding: { severity, line, column, message, remedy } }: { finding: Finding }) => (
  <div class={`finding finding--${severity}`}>
    <p class="finding__place"><a href="#markdown" data-goto-line={line} data-goto-column={column}>Line {line}, place {column}</a>{severity === 'warning' && ' (advice)'}</p>
    <p>{message}</p>
    <p class="soft">{remedy}</p>
  </div>
);

const KIND = { added: 'New', removed: 'Taken out', words: 'Other words', rules: 'Other rule' } as const;
const MARKS: readonly { value: Mark; text: string }[] = [
  { value: 'wording', text: 'Wording' }, { value: 'clarification', text: 'Clarification' }, { value: 'new-duty', text: 'New duty' },
];
export const MARK_WORDS = { wording: 'wording', clarification: 'clarification', 'new-duty': 'new duty', removed: 'taken out' } as const satisfies Record<Mark, string>;

function Changes({ view: { trial, choose, first } }: { view: PanelView }) {
  const { changes, marks } = trial;
  if (changes.length === 0) return <section><h2>What changes</h2><p>No clause differs from the edition before.</p></section>;
  if (first) return <section><h2>What changes</h2><p>This is the first edition: all {counted(changes.length, 'clause')} are new.</p></section>;
  return (
    <section>
      <h2>{counted(changes.length, 'clause')} changed</h2>
      {choose && <p class="small soft">Say what each change is. Only a new duty asks people to sign again.</p>}
      {changes.slice(0, 100).map(change => <ChangeView key={change.clause} change={change} mark={marks.get(change.clause) ?? change.suggested} choose={choose} />)}
    </section>
  );
}

/** One changed clause: its words before and after, and what the change is. */
export function ChangeView({ change, mark, choose }: { change: ClauseChange; mark: Mark; choose: boolean }) {
  const { clause, number, kind, before, after } = change;
  return (
    <div class="change">
      <p class="change__head"><strong>{number}</strong> <span class="mono">{clause}</span> <Chip>{KIND[kind]}</Chip>{!choose && <Chip tone={mark === 'new-duty' ? 'ask' : 'plain'}>{MARK_WORDS[mark]}</Chip>}</p>
      <p class="change__words serif"><Diff before={before} after={after} /></p>
      {choose && kind !== 'removed' && (
        <fieldset class="marks"><legend class="govuk-visually-hidden">Clause {number} is</legend>
          {MARKS.map(({ value, text }) => <label key={value} class="marks__one"><input type="radio" name={`mark.${clause}`} id={`mark-${clause}-${value}`} value={value} checked={mark === value} /> {text}</label>)}
        </fieldset>
      )}
    </div>
  );
}

/** Words that went and words that came, said as well as shown. */
export function Diff({ before, after }: { before: string | null; after: string | null }) {
  if (before === null || after === null) return before === null ? <ins>{after}</ins> : <del>{before}</del>;
  if (before === after) return <>{after}</>;
  return <>{wordDiff(before, after).map((piece, at) => (piece.kind === 'same' ? <span key={at}>{piece.text}</span> : piece.kind === 'new' ? <ins key={at}>{piece.text}</ins> : <del key={at}>{piece.text}</del>))}</>;
}

const AnswersThatChange = ({ answers, more }: { answers: readonly ChangedAnswer[]; more: number }) => (
  <section>
    <h2>Which answers change</h2>
    {answers.length === 0 ? <p>No answer to a “May I …?” changes.</p> : (
      <ul class="answers-change">{answers.map((answer, at) => (
        <li key={at}>
          <p class="answers-change__question">{answer.question}{answer.situation && <span class="soft"> {capital(answer.situation)}.</span>}</p>
          <p><span class="soft">Was:</span> <del>{answer.was}</del> <span class="soft">Now:</span> <ins>{answer.now}</ins></p>
        </li>
      ))}</ul>
    )}
    {more > 0 && <p class="small soft">And {counted(more, 'answer')} more of the same kind.</p>}
  </section>
);

function SignAgain({ view: { signsAgain, vocabulary, trial, first } }: { view: PanelView }) {
  return (
    <section>
      <h2>{first ? 'Who will sign it' : 'Who will sign again'}</h2>
      {signsAgain === null ? <p>Nobody signs this policy.</p>
        : signsAgain.total === 0 ? <p>Nobody. {trial.newDuties.length === 0 && 'No clause is marked as a new duty.'}</p>
        : <p><strong>{counted(signsAgain.total, 'person', 'people')}</strong>: {listed(signsAgain.byKind.map(({ kind, count }) => `${count} ${count === 1 ? kindWords(kind, vocabulary).replace(/s$/, '') : kindWords(kind, vocabulary)}`))}{!first && <>, and only for {counted(trial.newDuties.length, 'new duty', 'new duties')}</>}.</p>}
    </section>
  );
}
