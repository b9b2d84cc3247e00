/** Complaints as whoever makes them sees them, and the stages that a school enters. */
import { Button, ButtonLink, Card, Choices, Chip, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import { say } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import { mayGoOn, stageAfter } from './decisions.ts';
import { MOST_STAGES } from './forms.ts';
import type { ComplaintView, StepView } from './reads.ts';
import { SORTS, type Outcome, type Procedure, type Sort } from './words.ts';

type Errors = Readonly<Record<string, string>>;
export const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const SORT: Readonly<Record<Sort, string>> = { images: 'How a picture was taken, used or shown', 'personal-data': 'How personal data was handled', other: 'Something else' };
export const OUTCOME: Readonly<Record<Outcome, string>> = { upheld: 'The complaint is right', 'partly-upheld': 'The complaint is right in part', 'not-upheld': 'The school sees it otherwise', settled: 'Settled between both' };

const stands = ({ complaint, steps }: ComplaintView): string => {
  if (complaint.closedAt !== null) return 'Settled for you';
  if (steps.some(step => step.answeredAt === null)) return 'Being looked into';
  return steps.length > 0 ? say('Answered') : complaint.acknowledgedAt === null ? say('Sent') : 'Being looked into';
};

export interface ListView { readonly base: string; readonly views: readonly ComplaintView[]; readonly page: number; readonly pages: number; readonly keeper: boolean; readonly entered: boolean; readonly slug: string }

export const ListPage = ({ base, views, page, pages, keeper, entered, slug }: ListView) => (
  <>
    <h1>Complaints</h1>
    <p class="lede">Tell the school what went wrong. You see each stage, and by when you get an answer.</p>
    <p class="actions"><ButtonLink href={`${base}/new`}>Make a complaint</ButtonLink></p>
    <p>Is a child in danger, or is it a worry about a child’s safety? Then do not wait: <a href={`/${slug}/something-happened`}>say that something happened</a>.</p>
    {keeper && !entered && <Note title="The stages are not entered yet" tone="warn"><p>Complaints arrive all the same, but nobody is told a day for the answer. <a href={`${base}/stages`}>Enter the stages</a></p></Note>}
    {keeper && entered && <p><a href={`${base}/stages`}>The stages of this school</a></p>}
    {views.length === 0 ? <Empty title="You have made no complaint" /> : <ul class="plain-list stack">{views.map(one => (
      <li key={one.complaint.id}><Card title={SORT[one.complaint.sort]}><p><Chip>{stands(one)}</Chip> Made on {longDay(one.complaint.openedOn)}. <a href={`${base}/${one.complaint.id}`}>Open<span class="govuk-visually-hidden"> the complaint {one.code}</span></a></p></Card></li>
    ))}</ul>}
    <Paging page={page} pages={pages} href={n => `${base}?page=${n}`} />
  </>
);

export interface NewView {
  readonly base: string;
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly procedure: Procedure | null;
  /** By when it is acknowledged where the law says so. */
  readonly lawful: string | null;
  readonly cited: readonly { readonly cite: string; readonly href: string }[];
  readonly vocabulary: Vocabulary;
  readonly raw: Body;
  readonly errors: Errors;
}

export const NewPage = (view: NewView) => (
  <>
    <ErrorSummary errors={view.errors} />
    <h1>Make a complaint</h1>
    <form method="post" action={`${view.base}/new`}>
      <Choices name="sort" label="What is it about?" small error={view.errors['sort']} chosen={[textIn(view.raw, 'sort')]} choices={SORTS.map(value => ({ value, text: SORT[value] }))} />
      {view.children.length > 0 && <Select name="child" label="Which child is it about?" value={textIn(view.raw, 'child')} error={view.errors['child']} choices={[{ value: '', text: 'None in particular' }, ...view.children.map(one => ({ value: one.id, text: one.name }))]} />}
      <TextArea name="words" label="What happened?" hint="Do not send the picture itself. Say where it is or was." value={textIn(view.raw, 'words')} error={view.errors['words']} rows={6} />
      <TextArea name="wish" label="What would put it right? You can leave this empty" value={textIn(view.raw, 'wish')} error={view.errors['wish']} rows={2} />
      <Select name="about" label="Is it about somebody who works here?" hint="They do not get to read it." value={textIn(view.raw, 'about')} error={view.errors['about']} choices={[{ value: '', text: 'No, or I do not know' }, ...view.staff.map(one => ({ value: one.id, text: one.name }))]} />
      <Button>Send the complaint</Button>
    </form>
    <StagesNote view={view} />
  </>
);

const StagesNote = ({ view }: { view: NewView }) => (
  <Card title="What happens then">
    {view.procedure === null ? <p>The school has not entered its stages yet, so we cannot tell you the day of the answer.</p> : <Stages procedure={view.procedure} vocabulary={view.vocabulary} />}
    {view.lawful !== null && <p>A complaint about a picture or about personal data must be acknowledged by {longDay(view.lawful)}. That is the law since 19 June 2026.</p>}
    {view.cited.length > 0 && <p>{view.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</p>}
  </Card>
);

const Stages = ({ procedure, vocabulary }: { procedure: Procedure; vocabulary: Vocabulary }) => (
  <>
    {procedure.acknowledgeIn === 'days' ? <p>The school says that it has arrived within {counted(procedure.acknowledgeWithin, 'day')}.</p> : <p>The school says that it has arrived within {counted(procedure.acknowledgeWithin, 'school day')}.</p>}
    <ol>{procedure.stages.map(stage => <li key={stage.title}>{stage.answerIn === 'days'
      ? <>{stage.title}: {officeWords(stage.office, vocabulary)} answers within {counted(stage.answerWithin, 'day')}.</>
      : <>{stage.title}: {officeWords(stage.office, vocabulary)} answers within {counted(stage.answerWithin, 'school day')}.</>}</li>)}</ol>
  </>
);

export interface OneView extends ComplaintView {
  readonly base: string;
  readonly today: string;
  readonly vocabulary: Vocabulary;
  readonly raw: Body;
  readonly errors: Errors;
}

/** One's own complaint: where it is, by when, and what was answered. */
export function ComplaintPage(view: OneView) {
  const { complaint, steps, base, today } = view;
  const last = steps.at(-1);
  const next = last ? stageAfter(view.procedure, last) : null;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>Your complaint</h1>
      <p><Chip>{stands(view)}</Chip></p>
      <Facts rows={[
        ['Code', view.code], ['About', SORT[complaint.sort]], ['Made', longDay(complaint.openedOn)],
        ['Arrived', complaint.acknowledgedAt ? <>The school said so on {longMoment(complaint.acknowledgedAt)}</> : complaint.acknowledgeBy ? <>The school says so by {longDay(complaint.acknowledgeBy)}{complaint.acknowledgeBy < today && <> <Chip tone="no">overdue</Chip></>}</> : 'The school has not said so yet'],
      ]} />
      {steps.length === 0 && <Note><p>The school has not entered its stages, so no day is known for the answer.</p></Note>}
      {steps.map(step => <StepCard key={step.id} step={step} today={today} vocabulary={view.vocabulary} />)}
      {last && mayGoOn(complaint, last, today) && (next
        ? <Details summary={`Take it to the next stage: ${next.title}`} open={Object.keys(view.errors).length > 0}>
            <form method="post" action={`${base}/${complaint.id}/further`}><TextArea name="words" label="Why are you not content?" rows={4} value={textIn(view.raw, 'words')} error={view.errors['words']} /><Button>Take it further</Button></form>
          </Details>
        : <Note title="This was the last stage of the school"><p>If it is about personal data or pictures, you can go to the Information Commissioner’s Office (ico.org.uk).</p></Note>)}
      <form method="post" action={`${base}/${complaint.id}/settle`} class="no-print">
        {complaint.closedAt === null ? <Button tone="quiet" name="settled" value="yes">It is settled for me</Button> : <Button tone="quiet" name="settled" value="no">It is not settled after all</Button>}
      </form>
    </>
  );
}

const StepCard = ({ step, today, vocabulary }: { step: StepView; today: string; vocabulary: Vocabulary }) => (
  <Card title={step.title}>
    <p>{capital(officeWords(step.office, vocabulary))} looks into it since {longDay(step.begunOn)}.</p>
    {step.answeredAt !== null && step.outcome !== null ? (
      <>
        <p>Answered on {longMoment(step.answeredAt)}: <strong>{OUTCOME[step.outcome]}.</strong></p>
        {step.answer && <><p class="tell-said">{step.answer.words}</p><p>Decided under: {step.answer.policyTitle}.</p></>}
      </>
    ) : step.answerBy && <p>You get an answer by {longDay(step.answerBy)}. {step.answerBy < today && <Chip tone="no">overdue</Chip>}</p>}
  </Card>
);

export interface StagesView { readonly base: string; readonly procedure: Procedure | null; readonly offices: readonly { readonly value: string; readonly text: string }[]; readonly raw: Body; readonly errors: Errors }

const DAYS = [{ value: 'school-days', text: 'school days' }, { value: 'days', text: 'days' }];

export function StagesPage({ base, procedure, offices, raw, errors }: StagesView) {
  const value = (name: string, kept: string | number | undefined) => textIn(raw, name) || String(kept ?? '');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>The stages of a complaint</h1>
      <p class="lede">As your school’s complaints procedure has them. Whoever complains sees the stage and the day. Complaints under way keep the days they have.</p>
      {procedure && <Note><p>These stages hold since {longDay(procedure.since)}.</p></Note>}
      <form method="post" action={`${base}/stages`}>
        <TextField name="since" type="date" label="From which day do they hold?" value={textIn(raw, 'since')} error={errors['since']} width={10} />
        <TextField name="acknowledge" label="Within how many days does the school say that it has arrived?" value={value('acknowledge', procedure?.acknowledgeWithin)} error={errors['acknowledge']} inputmode="numeric" width={5} />
        <Select name="acknowledge-in" label="Counted in" value={value('acknowledge-in', procedure?.acknowledgeIn)} choices={DAYS} />
        {Array.from({ length: MOST_STAGES }, (_, at) => {
          const stage = procedure?.stages[at];
          return (
            <fieldset class="govuk-fieldset" key={at}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Stage {at + 1}</legend>
              <TextField name={`title-${at}`} label="What it is called" hint="Leave it empty where there is no such stage." value={value(`title-${at}`, stage?.title)} error={errors[`title-${at}`]} width={30} maxlength={120} />
              <Select name={`office-${at}`} label="Who answers" value={value(`office-${at}`, stage?.office)} error={errors[`office-${at}`]} choices={[{ value: '', text: 'Choose' }, ...offices]} />
              <TextField name={`within-${at}`} label="Within how many days" value={value(`within-${at}`, stage?.answerWithin)} error={errors[`within-${at}`]} inputmode="numeric" width={5} />
              <Select name={`in-${at}`} label="Counted in" value={value(`in-${at}`, stage?.answerIn)} choices={DAYS} />
            </fieldset>
          );
        })}
        <Button>Save</Button>
      </form>
    </>
  );
}
