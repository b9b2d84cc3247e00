/** Withdrawing a policy: what it means, the form, and the way back until the day is over. */
import { Button, Choices, counted, ErrorSummary, Facts, longDay, longMoment, Note, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Withdrawal } from './words.ts';

export interface WithdrawProps {
  /** `/village-primary/policies/staff-code`. */
  readonly here: string;
  readonly title: string;
  readonly edition: number;
  readonly today: string;
  /** How many have signed and how many are still asked; null where nobody signs it. */
  readonly counts: { readonly signed: number; readonly open: number } | null;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: Readonly<Record<string, string>>;
}

const TOLD = () => [
  { value: 'signers', text: 'Everybody who has signed it' },
  { value: 'everybody', text: 'Everybody whom it binds' },
  { value: 'nobody', text: 'Nobody by mail; it stands in the history of the policy' },
];

export function WithdrawPage({ here, title, edition, today, counts, values = {}, errors = {} }: WithdrawProps) {
  const text = (name: string): string => String(values[name] ?? '');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Withdraw “{title}”?</h1>
      <p class="lede">From the day you choose the school has these rules no more. Edition {edition} is in force until then.</p>
      <Note title="What happens">
        <ul>
          <li>May I answers without these rules, and nobody meets them any more.</li>
          {counts && <li>What was signed stays as it is: {counted(counts.signed, 'agreement')} with certificate and seal.</li>}
          {counts && <li>Nobody is asked to sign them any more. Just now {counted(counts.open, 'person is', 'people are')} asked. “What were they told?” goes on showing who had been asked, day by day.</li>}
          <li>Every edition stays in the history. A new edition, approved like any other, brings the policy back.</li>
          <li>You can take it back until the day is over.</li>
        </ul>
      </Note>
      <form method="post" action={`${here}/withdraw`} novalidate>
        <TextArea name="reason" label="Why?" hint="It stands in the history of the policy, for everybody who may read it." rows={4} value={text('reason')} error={errors['reason']} />
        <TextField name="from" type="date" label="First day without it" value={text('from') || today} error={errors['from']} width={10} />
        <Choices name="told" label="Who is told by mail?" hint="The mail says that something has changed in the rules and where to read it." choices={TOLD()} chosen={[text('told')]} error={errors['told']} />
        <div class="actions"><Button tone="warn">Withdraw this policy</Button><a href={here}>Leave it in force</a></div>
      </form>
    </>
  );
}

export interface WithdrawnProps {
  readonly here: string;
  readonly title: string;
  readonly withdrawal: Withdrawal;
  readonly by: string;
  readonly mayUndo: boolean;
  readonly today: string;
}

/** A policy that is withdrawn, or will be. */
export function WithdrawnPage({ here, title, withdrawal, by, mayUndo, today }: WithdrawnProps) {
  return (
    <>
      <h1>{withdrawal.from > today ? <>“{title}” will be withdrawn</> : <>“{title}” is withdrawn</>}</h1>
      <Facts rows={[
        ['First day without it', longDay(withdrawal.from)], ['Why', withdrawal.reason], ['Decided by', by], ['Decided', longMoment(withdrawal.at)], ['Last edition', String(withdrawal.lastEdition)], ['Told by mail', counted(withdrawal.toldPeople, 'person', 'people')],
      ]} />
      {mayUndo ? (
        <form method="post" action={`${here}/withdraw/undo`}><p>Until the day is over you can take this back. Then everything is as it was, and whoever was told is told that too.</p><Button>Take it back: the policy stays</Button></form>
      ) : <p>The day is over. A new edition brings the policy back: open a draft from its history.</p>}
      <p><a href={`${here}/editions`}>All editions</a></p>
    </>
  );
}

/** Above the history of a policy, for whoever may read it. */
export const WithdrawnNote = ({ withdrawal, today }: { withdrawal: Withdrawal; today: string }) => (
  <Note tone="warn" title={withdrawal.from > today ? `It will be withdrawn on ${longDay(withdrawal.from)}` : `Withdrawn on ${longDay(withdrawal.from)}`}>
    <p>{withdrawal.reason}</p>
    <p>What was signed stays as it is.</p>
  </Note>
);
