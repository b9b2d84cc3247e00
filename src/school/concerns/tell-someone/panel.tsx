/** The piece of a concern's page for what a pupil told: how long they waited, what was done, and an answer to them. */
import type { VNode } from 'preact';
import { Button, Card, Choices, counted, ErrorSummary, longMoment, Note, TextArea } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Cited } from './rules.ts';
import { minutesBetween } from './decisions.ts';
import type { Checked, TellingKept } from './words.ts';

export interface TellingPanel {
  readonly base: string;
  readonly kept: TellingKept;
  readonly openedAt: Date;
  readonly now: Date;
  /** The one who told is known to the school; otherwise they come back with a code. */
  readonly unknown: boolean;
  readonly phone: boolean;
  /** The rules that let somebody have a phone here. */
  readonly mayHave: readonly Cited[];
  /** Of those it is about: who holds a live permission for a phone. */
  readonly permitted: readonly string[];
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

const FOUND: Readonly<Record<Checked, string>> = {
  permitted: 'They have a permission for it', lawful: 'A rule allows it: staff, a parent, a visitor, or a place where phones may be', 'not-allowed': 'Nothing allows it', 'not-known': 'It cannot be found out',
};

export function drawTelling(view: TellingPanel): VNode {
  const { kept, base } = view;
  return (
    <Card title="A pupil told this" id="telling">
      <ErrorSummary errors={view.errors} />
      <p>{kept.firstAnswerAt === null ? <>They have waited {waited(minutesBetween(view.openedAt, view.now))}. Nobody has noted yet what was done.</> : <>The first answer came after {waited(minutesBetween(view.openedAt, kept.firstAnswerAt))}, on {longMoment(kept.firstAnswerAt)}.</>}</p>
      {view.unknown && <p>Whoever told it stays unknown. They can read your answer with a code that only they have. Do not try to find out who they are unless somebody is in danger.</p>}
      {kept.takeDown && <Note title="They ask for the picture to be taken away"><p>Say below what was done about it. Do not look at, copy or send the picture to anybody.</p></Note>}
      {view.phone && <PhoneCheck view={view} />}
      {(!view.phone || kept.checked !== null) && (
        <form method="post" action={`${base}/answer-pupil`} class="no-print">
          <TextArea name="did" label="What did you do?" hint="For the record. The pupil does not read this." rows={3} value={textIn(view.raw, 'did')} error={view.errors['did']} />
          <TextArea name="answer" label="What do you say to the one who told?" hint="Short, kind sentences. They read this. Leave it empty if you talked with them." rows={3} value={textIn(view.raw, 'answer')} error={view.errors['answer']} />
          <Button>Save</Button>
        </form>
      )}
    </Card>
  );
}

/** How long somebody waited, in the largest unit that says enough. */
const waited = (minutes: number): string => {
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
};

/** Before anything is done: may this phone be here? */
const PhoneCheck = ({ view }: { view: TellingPanel }) => (
  <>
    <h3>Look it up before you do anything</h3>
    <p>Not every phone is against the rules. The one who was seen may hold a permission, or be allowed to have it.</p>
    {view.permitted.length > 0 && <p>These hold a live permission for a phone today: {view.permitted.join(', ')}.</p>}
    {view.mayHave.length > 0 && <ul>{view.mayHave.map(one => <li key={one.href}><a href={one.href}>{one.cite}</a>: “{one.words}”</li>)}</ul>}
    {view.kept.checked !== null ? <p><strong>Looked up: {FOUND[view.kept.checked]}.</strong></p> : (
      <form method="post" action={`${view.base}/check-phone`} class="no-print">
        <Choices name="checked" label="What did you find?" small chosen={[textIn(view.raw, 'checked')]} error={view.errors['checked']} choices={(Object.keys(FOUND) as Checked[]).map(value => ({ value, text: FOUND[value] }))} />
        <TextArea name="words" id="check-words" label="How do you know?" rows={2} value={textIn(view.raw, 'words')} error={view.errors['words']} />
        <Button tone="quiet">Note what I found</Button>
      </form>
    )}
  </>
);
