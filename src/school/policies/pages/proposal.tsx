/** A proposal: what its approvers decide on, and what its writers wait for. */
import { Button, Details, ErrorSummary, longDay, Note, PolicyBody, TextArea, TextField } from '../../../page-parts/index.ts';
import { capital, listed, officeWords } from '../phrases.ts';
import type { UnderWay } from '../writing.ts';
import { VacantNote } from '../set-up/pages.tsx';
import { Panel } from './panel.tsx';
import { numbersOf } from './reader.tsx';

export interface ProposalView extends UnderWay {
  readonly proposedBy: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly raw: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export function ProposalPage(view: ProposalView) {
  const { edition, last, trial, vocabulary, today, body, approvers, approves, errors } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{edition.title}: edition {edition.number}, for approval</h1>
      <p class="lede">{view.proposedBy || 'A writer'} asks {body ? officeWords(body, vocabulary) : 'nobody'}{approvers.length > 0 && ` (${listed(approvers, 'or')})`} to approve it.</p>
      {edition.note && <Note title="Why"><p>{edition.note}</p></Note>}
      <Panel trial={trial} signsAgain={view.signsAgain} vocabulary={vocabulary} today={today} choose={false} first={last === null} />
      {trial.document && <Details summary="The whole text"><PolicyBody blocks={trial.document.body} numbers={numbersOf(trial.document)} today={today} changed={new Set(trial.changes.map(change => change.clause))} /></Details>}
      <VacantNote slug={view.base.split('/')[1]!} vacant={view.vacant} />
      {approves && <Decide view={view} />}
      {!approves && <Note><p>{approvers.length > 0 ? `${capital(listed(approvers, 'or'))} decides.` : 'Nobody can decide: the office has no holder.'}</p></Note>}
      <SendBack view={view} label={approves ? undefined : 'Take it back to change it'} />
    </>
  );
}

function Decide({ view }: { view: ProposalView }) {
  const { base, policy, edition, last, today, errors, raw, trial } = view;
  const earliest = last?.edition.inForce && last.edition.inForce > today ? last.edition.inForce : today;
  const text = (name: string, other: string) => { const value = raw[name]; return typeof value === 'string' ? value : other; };
  return (
    <form method="post" action={`${base}/${policy}/approve`} class="card">
      <h2 class="card__title">Approve it</h2>
      {trial.errors > 0 && view.vacant.length === 0 && <Note tone="warn"><p>It has errors, so it cannot be approved. Send it back.</p></Note>}
      <input type="hidden" name="text" value={edition.textHash} />
      <TextField name="inForce" type="date" label="First day it holds" hint={`${longDay(earliest)} or later. People can read it from now on.`} value={text('inForce', earliest)} error={errors['inForce']} width={10} />
      <TextField name="nextReview" type="date" label="Next review" hint="Change this when your approval is also the yearly review." value={text('nextReview', trial.document?.front.review?.next ?? '')} error={errors['nextReview']} width={10} />
      <p class="small soft">What you approve is the text above, exactly. It is never changed again; a later change is a new edition.</p>
      {trial.errors === 0 && view.vacant.length === 0 && <Button>Approve edition {edition.number}</Button>}
    </form>
  );
}

const SendBack = ({ view: { base, policy, errors }, label }: { view: ProposalView; label: string | undefined }) => (
  <form method="post" action={`${base}/${policy}/send-back`} class="card">
    <h2 class="card__title">{label ?? 'Send it back'}</h2>
    <TextArea name="reason" label={label ? 'Why?' : 'What should change?'} rows={3} error={errors['reason']} />
    <Button tone="quiet">{label ?? 'Send it back to its writers'}</Button>
  </form>
);
