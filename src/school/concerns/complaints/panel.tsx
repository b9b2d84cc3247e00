/** The piece of a concern's page for a complaint: its stages and days, saying that it has arrived, and the answer. */
import type { VNode } from 'preact';
import { Button, Card, Chip, ErrorSummary, longDay, longMoment, Note, Select, TextArea } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { OUTCOME, SORT, textIn } from './pages.tsx';
import type { ComplaintView } from './reads.ts';
import { OUTCOMES } from './words.ts';

export interface ComplaintPanel extends ComplaintView {
  readonly here: string;
  readonly today: string;
  readonly policies: readonly { readonly value: string; readonly text: string }[];
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

export function drawComplaint(view: ComplaintPanel): VNode {
  const { complaint, steps, here, today, raw, errors } = view;
  const open = steps.find(step => step.answeredAt === null);
  return (
    <Card title="A complaint" id="complaint">
      <ErrorSummary errors={errors} />
      <p>{SORT[complaint.sort]}. Whoever made it sees the stage, the days and the answers, and nothing else of this page.</p>
      {complaint.acknowledgedAt ? <p>That it has arrived was said on {longMoment(complaint.acknowledgedAt)}.</p> : (
        <form method="post" action={`${here}/complaint-acknowledge`} class="no-print">
          {complaint.acknowledgeBy && <p>Say that it has arrived by {longDay(complaint.acknowledgeBy)}. {complaint.acknowledgeBy < today && <Chip tone="no">overdue</Chip>}</p>}
          <Button tone="quiet">Say that it has arrived</Button>
        </form>
      )}
      {steps.length === 0 && <Note title="No stages are entered" tone="warn"><p>Nobody has entered the stages of this school’s complaints procedure, so no day is known and no answer can be given here.</p></Note>}
      <ul>{steps.map(step => <li key={step.id}>{step.title}, since {longDay(step.begunOn)}: {step.answeredAt && step.outcome ? <>{OUTCOME[step.outcome]}, answered on {longMoment(step.answeredAt)}{step.answer && <>, under {step.answer.policyTitle}</>}.</> : step.answerBy ? <>to be answered by {longDay(step.answerBy)}.{step.answerBy < today && <> <Chip tone="no">overdue</Chip></>}</> : <>to be answered.</>}</li>)}</ul>
      {complaint.closedAt && <p>Whoever made it says that it is settled for them, since {longMoment(complaint.closedAt)}.</p>}
      {open && (
        <form method="post" action={`${here}/complaint-answer`} class="no-print">
          <h3>Answer: {open.title}</h3>
          <Select name="outcome" label="Outcome" value={textIn(raw, 'outcome')} error={errors['outcome']} choices={[{ value: '', text: 'Choose' }, ...OUTCOMES.map(value => ({ value, text: OUTCOME[value] }))]} />
          <Select name="policy" label="Decided under which policy?" value={textIn(raw, 'policy')} error={errors['policy']} choices={[{ value: '', text: 'Choose' }, ...view.policies]} />
          <TextArea name="words" id="answer-words" label="The answer" hint="Whoever complained reads this." rows={5} value={textIn(raw, 'words')} error={errors['words']} />
          <Button>Send the answer</Button>
        </form>
      )}
    </Card>
  );
}
