/** "Somebody is using my account": for whoever it happens to, and for whoever looks into it. */
import type { VNode } from 'preact';
import { Button, ButtonLink, Card, Choices, counted, Details, Empty, ErrorSummary, longMoment, Note, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Alarm } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export interface AlarmView {
  readonly base: string;
  readonly name: string | null;
  readonly raw: Body;
  readonly errors: Errors;
}

export const AlarmPage = ({ base, name, raw, errors }: AlarmView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Somebody is using my account</h1>
    {name !== null ? (
      <>
        <p class="lede">You are signed in as {name}. One press ends it everywhere.</p>
        <form method="post" action={`${base}/now`}>
          <TextArea name="noticed" label="What did you notice? You can leave this empty" value={textIn(raw, 'noticed')} error={errors['noticed']} rows={3} />
          <Note title="This happens at once"><ul>
            <li>Every place where you are signed in here is signed out, this one too.</li>
            <li>Your password here works no longer. You choose a new one next.</li>
            <li>Those who look after accounts at your school are told. They see to your mail, your files and other accounts, which are not kept here.</li>
          </ul></Note>
          <Button tone="warn">End it everywhere</Button>
        </form>
        <p class="small soft">Passkeys stay, for nobody can copy one. When you are back, look whether all of them are yours.</p>
      </>
    ) : (
      <>
        <p class="lede">Tell those who look after accounts. You do not have to sign in.</p>
        <form method="post" action={base}>
          <TextField name="account" label="Whose account is it?" hint="Your name, or the name you sign in with." value={textIn(raw, 'account')} error={errors['account']} autocomplete="off" maxlength={200} />
          <TextArea name="noticed" label="What did you notice? You can leave this empty" value={textIn(raw, 'noticed')} error={errors['noticed']} rows={3} />
          <TextField name="reach" label="How can somebody reach you? You can leave this empty" hint="Not the mailbox that somebody else may be reading." value={textIn(raw, 'reach')} error={errors['reach']} autocomplete="off" maxlength={200} />
          <Note><p>Nothing is changed until somebody has spoken with you. So nobody can shut you out by filling in this form. If you can still sign in, <a href={`${base.replace(/\/[^/]*$/, '')}/sign-in?next=${encodeURIComponent(base)}`}>sign in and end it yourself</a>.</p></Note>
          <Button>Tell them now</Button>
        </form>
      </>
    )}
  </>
);

/** The same whoever was named. */
export const RaisedPage = ({ slug }: { slug: string }) => (
  <>
    <h1>They have been told</h1>
    <p class="lede">Those who look after accounts at this school know it now.</p>
    <ul>
      <li>Go to them, or ring the school, so that they know it is you. Nothing is changed before that.</li>
      <li>If you use the same password elsewhere, change it there now.</li>
      <li>Do not answer messages that ask for a password.</li>
    </ul>
    <ButtonLink href={`/${slug}`} tone="quiet">Back</ButtonLink>
  </>
);

export interface AlarmPanel {
  readonly base: string;
  readonly alarm: Alarm;
  readonly decidedBy: string;
  readonly doneBy: string;
  /** The one who is signed in told it themselves; otherwise what was typed. */
  readonly typed: string;
  readonly self: string | null;
  readonly errors: Errors;
}

/** The piece of a concern's page. */
export function drawAlarm({ base, alarm, decidedBy, doneBy, typed, self, errors }: AlarmPanel): VNode {
  return (
    <Card title="Whose account, and what is done" id="account">
      <ErrorSummary errors={errors} />
      {alarm.state === 'raised' && <>
        <p>Nothing is changed yet. Speak with the person first, face to face or on a number you know, so that nobody shuts somebody else out.</p>
        <form method="post" action={`${base}/account-find`} class="no-print">
          <TextField name="name" label="Whose account is it?" hint="First or last name, as the school knows it." value={self ?? typed} width={30} />
          <Button>Look them up</Button>
        </form>
        <Details summary="It was a mistake"><form method="post" action={`${base}/account-mistaken`}><TextArea name="words" id="mistaken-words" label="How do you know?" rows={2} error={errors['words']} /><Button tone="quiet">Note that it was a mistake</Button></form></Details>
      </>}
      {alarm.state === 'mistaken' && <p>{decidedBy} noted on {alarm.decidedAt && longMoment(alarm.decidedAt)} that it was a mistake. Nothing was changed.</p>}
      {alarm.state === 'confirmed' && <>
        <p>Confirmed by {decidedBy} on {alarm.decidedAt && longMoment(alarm.decidedAt)}. {counted(alarm.sessionsEnded ?? 0, 'session')} here ended, and the password works no longer.</p>
        {alarm.accountsDoneAt ? <p>Accounts elsewhere: {doneBy} dealt with them on {longMoment(alarm.accountsDoneAt)}.</p> : (
          <>
            <Note title="Still to do: the accounts that are not kept here" tone="warn"><p>Mail, files, the network, the learning platform: end the sessions there, set a new password, look at forwarding rules and at who was let in.</p></Note>
            <form method="post" action={`${base}/account-done`} class="no-print"><TextArea name="words" id="done-words" label="What was done, and where?" rows={3} error={errors['words']} /><Button>Note that it is done</Button></form>
          </>
        )}
        <form method="post" action={`${base}/account-link`} class="no-print"><p>Is the person’s mailbox theirs alone again? Then a link for a new password can go there. Nobody else sees it.</p><Button tone="quiet">Send the link</Button></form>
      </>}
    </Card>
  );
}

export interface FoundView {
  readonly base: string;
  readonly name: string;
  readonly found: readonly { readonly id: string; readonly name: string; readonly what: string }[];
  readonly errors: Errors;
}

/** Confirming: whose account, and whether their mailbox is safe. */
export const FoundPage = ({ base, name, found, errors }: FoundView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Is it true?</h1>
    <form method="post" action={`${base}/account-find`} class="filters">
      <TextField name="name" label="Name" value={name} width={20} error={errors['name']} />
      <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Look them up</button></div>
    </form>
    {found.length === 0 ? <Empty title="Nobody here has this name"><p>Look for a part of it.</p></Empty> : (
      <form method="post" action={`${base}/account-confirm`}>
        <Choices name="person" label="Whose account is it?" small error={errors['person']} choices={found.map(one => ({ value: one.id, text: one.what ? <>{one.name}, {one.what}</> : one.name }))} />
        <Choices name="mailbox" label="Does only this person read their mailbox?" small error={errors['mailbox']} choices={[
          { value: 'theirs', text: 'Yes: send them a link for a new password' }, { value: 'unsure', text: 'Not sure: send nothing yet' },
        ]} />
        <Note title="This happens at once" tone="warn"><p>Every place where they are signed in here is signed out, and their password here works no longer. They are not told by this software unless you send the link.</p></Note>
        <p class="actions"><Button tone="warn">Confirm, and end it everywhere</Button> <a href={base}>Back, and change nothing</a></p>
      </form>
    )}
  </>
);
