/** Pages and parts about what a parent allows. */
import type { ComponentChildren } from 'preact';
import { Button, Choices, Chip, counted, Empty, ErrorSummary, Facts, Filters, longDay, Note, Paging, Select, Table } from '../../../page-parts/index.ts';
import type { WithoutRow, WithoutView } from './reads.ts';
import { fieldOf, nameOfQuestion, type Allowed, type AllowedRow, type Answer, type AnswerGiven, type Question } from './words.ts';

const ANSWERS: Readonly<Record<Answer, { readonly title: string }>> = { yes: { title: 'Yes' }, no: { title: 'No' } };
export const answerWords = (answer: Answer): string => ANSWERS[answer].title;

const yesOrNo = () => [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }] as const;

/** The questions beside a signature, each with its own yes and no; neither is chosen beforehand. */
export function AllowQuestions({ questions, given = {}, errors = {}, above }: { questions: readonly Question[]; given?: Readonly<Record<string, unknown>> | undefined; errors?: Readonly<Record<string, string>>; /** What stands above them, where somebody else fills them in. */ above?: ComponentChildren }) {
  if (questions.length === 0) return null;
  return (
    <>
      {above ?? <p class="soft">Answer each question by itself. You may say no and still sign. You can change your answer at any time on the page “My family”.</p>}
      {questions.map((one, at) => {
        const chosen = given[fieldOf(at)];
        return <Choices key={fieldOf(at)} name={fieldOf(at)} label={one.words} choices={yesOrNo()} chosen={typeof chosen === 'string' ? [chosen] : []} error={errors[fieldOf(at)]} inline />;
      })}
    </>
  );
}

/** What was answered beside a signature, in rows of a certificate. */
export const answerRows = (given: readonly AnswerGiven[]): (readonly [string, string])[] => given.map(one => [one.words, answerWords(one.answer)] as const);

/** Whether something is allowed. */
export function AllowedChip({ now }: { now: Allowed }) {
  if (now === 'yes') return <Chip tone="yes">Allowed</Chip>;
  return now === 'no' ? <Chip tone="no">Not allowed</Chip> : <><Chip tone="ask">Not yet</Chip> <span class="soft">Not answered in full</span></>;
}

/** A child's part of the family's page. */
export function WhatIAllowed({ slug, child, rows }: { slug: string; child: { readonly id: string; readonly name: string; readonly givenName: string; readonly mayAgree: boolean }; rows: readonly AllowedRow[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>What I allowed</h3>
      <Table<AllowedRow> caption={`What ${child.givenName} may use at school`} hideCaption rows={rows} columns={[
        { head: 'At school', cell: row => row.question.thing },
        { head: 'Now', cell: row => <AllowedChip now={row.now} /> },
        { head: 'You said', cell: row => (row.mine ? answerWords(row.mine.answer) : 'Nothing yet') },
        { head: 'Since', cell: row => (row.mine ? longDay(row.mine.on) : '') },
        { head: 'Change it', cell: row => (child.mayAgree ? <a href={`/${slug}/family/${child.id}/allowed/${nameOfQuestion(row.question)}`}>{row.mine ? 'Change my answer' : 'Answer'}<span class="govuk-visually-hidden">: {row.question.thing}, {child.name}</span></a> : '') },
      ]} />
    </>
  );
}

export interface AnswerProps {
  readonly name: string;
  readonly row: AllowedRow;
  readonly action: string;
  readonly backHref: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** One question about a child: a parent says yes or no, or changes it. */
export const AnswerPage = ({ name, row, action, backHref, errors = {} }: AnswerProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>What do you allow?</h1>
    <Facts rows={[['Child', name], ['Now', <AllowedChip now={row.now} />], ['You said', row.mine ? `${answerWords(row.mine.answer)}, on ${longDay(row.mine.on)}` : 'Nothing yet']]} />
    <Note><p>It holds from the moment you press the button. If a parent says no, it is not allowed. Where both parents must agree, it takes a yes from both. You can change it again at any time.</p></Note>
    <form method="post" action={action}>
      <Choices name="answer" label={row.question.words} choices={yesOrNo()} error={errors['answer']} inline />
      <div class="actions"><Button>Keep this answer</Button><a href={backHref}>Leave it as it is</a></div>
    </form>
  </>
);

export interface WithoutProps extends WithoutView {
  readonly slug: string;
  readonly class: string;
  readonly page: number;
}

const A_PAGE = 50;

/** Pupils without the permission, for those who keep the register. */
export function WithoutPage(props: WithoutProps) {
  const { slug, rows, classes, asked, page } = props;
  const at = `/${slug}/agreements/allowed`;
  const query = `class=${encodeURIComponent(props.class)}`;
  return (
    <>
      <h1>Pupils without the permission</h1>
      <p class="lede">A pupil may use these things at school as soon as a parent has said yes, or both where both must agree. One no means no. Whoever is not listed has the permission.</p>
      {!asked ? <Empty title="No policy in force asks parents for such a permission" /> : (
        <>
          <Filters action={at} csvHref={`${at}.csv?${query}`}>
            <Select name="class" label="Class" value={props.class} choices={[{ value: '', text: 'All classes' }, ...classes.map(one => ({ value: one, text: one }))]} />
          </Filters>
          {rows.length === 0 ? <Empty title="Every pupil here has the permission" /> : (
            <>
              <p>{counted(rows.length, 'pupil')}</p>
              <Table<WithoutRow> caption="Pupils without the permission" hideCaption rows={rows.slice((page - 1) * A_PAGE, page * A_PAGE)} columns={[
                { head: 'Pupil', cell: row => <a href={`/${slug}/agreements/register/${row.person}`}>{row.name}</a> },
                { head: 'Class', cell: row => [row.class, row.yearGroup].filter(Boolean).join(', ') },
                { head: 'A parent said no', cell: row => row.saidNo.join(', ') },
                { head: 'Not answered in full', cell: row => row.unanswered.join(', ') },
              ]} />
              <Paging page={page} pages={Math.ceil(rows.length / A_PAGE)} href={n => `${at}?${query}&page=${n}`} />
            </>
          )}
        </>
      )}
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}
