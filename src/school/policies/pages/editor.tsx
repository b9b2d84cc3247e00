/** The editor: the policy's text with what it does beside it. */
import { Button, Details, ErrorSummary, Note, TextField } from '../../../page-parts/index.ts';
import { listed, officeWords } from '../phrases.ts';
import type { Edition, Refusal } from '../words.ts';
import type { UnderWay } from '../writing.ts';
import { VacantNote } from '../set-up/pages.tsx';
import { Diff, Panel } from './panel.tsx';

export interface EditorView extends Omit<UnderWay, 'writes' | 'approves'> {
  /** What stands in the form; the saved draft unless something was typed. */
  readonly markdown: string;
  readonly note: string;
  readonly seen: number;
  readonly errors?: Readonly<Record<string, string>>;
  /** Set when somebody else saved meanwhile: their draft. */
  readonly theirs?: Edition;
}

/** Why a deed was refused, in words for the page. */
export const WHY: Readonly<Record<Refusal, string>> = {
  'no-draft': 'There is no draft of this policy any more. Copy your text, then begin again.',
  'not-open': 'It has been sent for approval, so it cannot be changed now.',
  'changed-meanwhile': 'Somebody else saved this draft while you were writing. Both texts are below; nothing is lost.',
  'has-errors': 'Put right what the check found, then send it.',
  'nobody-approves': 'Nobody holds the office that approves this policy. Name a holder first.',
  'not-the-approver': 'Only the body that the policy names can approve it.',
  'first-day-past': 'Choose today or a later day.',
  'first-day-before-last': 'The edition before it comes into force later than that. Choose that day or a later one.',
  'offices-vacant': 'Nobody holds an office that this policy needs. Give it to somebody first.',
  'nothing-changed': 'Nothing has changed.',
  taken: 'The school already has a policy of that name.',
  'not-a-policy': 'The text is not a policy yet.',
  'companion-missing': 'A document that this policy cannot do without is missing, or its link is dead. Have it put right under “Documents that go with it” first.',
};

export function EditorPage(view: EditorView) {
  const { base, policy, edition, last, trial, signsAgain, vocabulary, today, errors = {} } = view;
  const here = `${base}/${policy}/edit`;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{edition.title}: edition {edition.number}</h1>
      <p class="lede">{last ? `You are writing the edition that follows number ${last.edition.number}. It binds nobody until it has been approved${view.body ? ` by ${officeWords(view.body, vocabulary)}` : ''}.` : 'You are writing a new policy. It binds nobody until it is approved.'}</p>
      {edition.sentBack && <Note tone="warn" title="Sent back"><p>{edition.sentBack}</p></Note>}
      {view.theirs && <Conflict mine={view.markdown} theirs={view.theirs} />}
      <form method="post" action={here} class="editor" data-editor data-check={`${here}/check`}>
        <input type="hidden" name="seen" value={String(view.seen)} />
        <div class="editor__text">
          <label class="govuk-label govuk-label--s" for="markdown">The text</label>
          <p class="govuk-hint" id="markdown-hint">Each clause is a paragraph; the line under it that begins with :: is its rule. The days of approval and of coming into force are filled in on approval.</p>
          <textarea class="govuk-textarea mono editor__area" id="markdown" name="markdown" rows={34} spellcheck aria-describedby="markdown-hint">{view.markdown}</textarea>
          <TextField name="note" label="Why is it being changed?" hint="One sentence for the approvers and the history." value={view.note} maxlength={500} error={errors['note']} />
          <div class="actions">
            <Button name="do" value="save">Save</Button>
            <Button tone="quiet" name="do" value="add">Add a clause</Button>
            <Button tone="quiet" name="do" value="check">Check without saving</Button>
            <a href={`${here}/discard`}>Throw the draft away</a>
          </div>
        </div>
        <div class="editor__panel" id="panel" tabIndex={-1} aria-label="What this draft does" role="region">
          <Panel trial={trial} signsAgain={signsAgain} vocabulary={vocabulary} today={today} choose first={last === null} />
        </div>
        <div class="editor__send">
          <h2>Send it for approval</h2>
          <p>{view.body === null ? 'The policy does not say who approves it: write approved: { by: governing-body } in its head.'
            : view.approvers.length > 0 ? `It goes to ${officeWords(view.body, vocabulary)}: ${listed(view.approvers, 'or')} decides.`
            : `Nobody holds the office of ${officeWords(view.body, vocabulary)} today, so nobody could approve it.`}</p>
          <VacantNote slug={base.split('/')[1]!} vacant={view.vacant} />
          <Button name="do" value="propose">Save and send for approval</Button>
        </div>
      </form>
    </>
  );
}

const Conflict = ({ mine, theirs }: { mine: string; theirs: Edition }) => (
  <Note tone="warn" title="Two people have changed this draft">
    <p>Your text is in the box below. Theirs is here. Put both together in the box and save: what you save then counts.</p>
    <Details summary="Their text, as it is saved" open><pre class="mono editor__theirs" tabIndex={0}>{theirs.markdown}</pre></Details>
    <Details summary="What differs: theirs crossed out, yours marked"><pre class="mono editor__theirs" tabIndex={0}><Diff before={theirs.markdown} after={mine} /></pre></Details>
  </Note>
);

/** A question before a draft is thrown away. */
export const DiscardPage = ({ base, edition }: { base: string; edition: Edition }) => (
  <>
    <h1>Throw this draft away?</h1>
    <p>Edition {edition.number} of {edition.title} is not approved. What is in force now stays as it is. A draft that was thrown away does not come back.</p>
    <form method="post" action={`${base}/${edition.policy}/discard`} class="actions"><Button tone="warn">Throw the draft away</Button><a href={`${base}/${edition.policy}/edit`}>Keep it</a></form>
  </>
);

/** Nothing is being written yet. */
export const BeginPage = ({ base, policy, title, number }: { base: string; policy: string; title: string; number: number }) => (
  <>
    <h1>{title}</h1>
    <p class="lede">Nobody is changing this policy. Edition {number} is the newest.</p>
    <form method="post" action={`${base}/${policy}/start`} class="actions"><Button>Write the next edition</Button><a href={`${base}/${policy}`}>Back to the policy</a></form>
  </>
);
