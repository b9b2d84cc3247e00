/** Tell someone: choose what it is about, say it in one's own words, and what happens then. */
import { Button, ButtonLink, Card, Choices, Empty, ErrorSummary, longDay, longMoment, Note, ReadAloud, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { DecidedLine } from '../block-list/pages.tsx';
import type { DecidedWords } from '../block-list/words.ts';
import { BeforeYouWrite, BUTTON, NoPictures, Numbers, TellButton, Way, When, type HelpLine } from './parts.tsx';
import { TELLINGS, type Hours, type Telling, type WhenRead } from './words.ts';

export interface NamedAdult { readonly id: string; readonly name: string }

export interface DoorView {
  readonly base: string;
  readonly lines: readonly HelpLine[];
  /** Signed in as a pupil; otherwise the way is without a name. */
  readonly pupil: boolean;
  /** Signed in as somebody else: there is a form for them. */
  readonly grownUp: boolean;
  readonly somethingHappened: string;
  readonly error?: string | undefined;
}

/** The first page, for everybody: signed out too. */
export const DoorPage = (view: DoorView) => (
  <>
    <Way />
    <ErrorSummary errors={view.error ? { about: view.error } : {}} />
    <h1 id="tell-words"><span data-line="Tell someone. You will not get into trouble for telling. It is not your fault.">Tell someone</span></h1>
    <p class="lede">You will not get into trouble for telling. It is not your fault.</p>
    {view.pupil ? (
      <form method="post" action={view.base} id="about">
        <p><ReadAloud of="tell-aloud" /></p>
        <h2 id="what-is-it">What is it about?</h2>
        <div id="tell-aloud">
          <ul class="tell-buttons" aria-labelledby="what-is-it">{TELLINGS.map(one => <li key={one.id} data-line={BUTTON[one.id]!.text}><TellButton id={one.id} /></li>)}</ul>
        </div>
        <p><a href={`${view.base}/mine`}>What I told before</a></p>
      </form>
    ) : view.grownUp ? <Card title="You are signed in as a grown-up"><p>There is a form for you. It asks what happened and brings it to the right person.</p><ButtonLink href={view.somethingHappened}>Say that something happened</ButtonLink></Card> : (
      <Card title="Are you a pupil?">
        <p>You can tell us who you are, so that somebody can come and help you. <a href={`${view.base.replace(/\/tell-someone$/, '')}/sign-in?next=${encodeURIComponent(view.base)}`}>Sign in first</a></p>
      </Card>
    )}
    {!view.grownUp && <Card title="Do you not want to say your name?"><p>You can tell us without it. You get a code, and with the code you can come back and read what we answer.</p><ButtonLink href={`${view.base}/unnamed`} tone="quiet">Tell without my name</ButtonLink></Card>}
    <Numbers lines={view.lines} />
  </>
);

export interface WriteView {
  readonly base: string;
  readonly telling: Telling;
  readonly lines: readonly HelpLine[];
  readonly read: WhenRead;
  readonly teachers: readonly NamedAdult[];
  /** Who keeps children safe at this school, by name; empty where nobody holds the office. */
  readonly safeguarding: readonly string[];
  /** Everybody who works here, for older pupils to choose from. */
  readonly staff: readonly NamedAdult[];
  readonly young: boolean;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** The second page: who reads it, and then the words. */
export function WritePage(view: WriteView) {
  const { telling, raw, errors, teachers } = view;
  const safe = view.safeguarding.length > 0 ? view.safeguarding.join(' or ') : '';
  return (
    <>
      <Way />
      <ErrorSummary errors={errors} />
      <h1>{BUTTON[telling.id]!.text}</h1>
      <p><ReadAloud of="before" /></p>
      <div id="before"><div data-line=""><BeforeYouWrite reads={readersOf(telling, safe)} read={view.read} /></div></div>
      {['photo', 'screen', 'message'].includes(telling.id) && <NoPictures />}
      <form method="post" action={`${view.base}/send`}>
        <input type="hidden" name="about" value={telling.id} />
        <TextArea name="words" label="What happened? Use your own words" hint="You do not have to write anything. You can just press the button at the end, and somebody will come and talk with you." value={textIn(raw, 'words')} error={errors['words']} rows={6} />
        <Choices name="adult" label="Who should read it?" error={errors['adult']} chosen={[textIn(raw, 'adult') || (view.young && teachers[0]?.id || 'safe')]} choices={[
          ...teachers.map(one => ({ value: one.id, text: <>{one.name}, who teaches my class</> })),
          { value: 'safe', text: safe ? <>{safe}, who keeps children safe here</> : <>The grown-up who keeps children safe here</> },
          ...(view.young || view.staff.length === 0 ? [] : [{ value: 'other', text: 'Another grown-up, whom I choose below' }]),
        ]} />
        {!view.young && view.staff.length > 0 && <Select name="other" label="Another grown-up" value={textIn(raw, 'other')} error={errors['other']} choices={[{ value: '', text: 'Nobody else' }, ...view.staff.map(one => ({ value: one.id, text: one.name }))]} />}
        {telling.id === 'photo' && <Choices name="takeDown" label="Shall we ask for the picture to be taken away?" many small chosen={[textIn(raw, 'takeDown')]} choices={[{ value: 'yes', text: 'Yes, please take it away' }]} />}
        <Select name="about-adult" label="Is it about a grown-up at school?" hint="Choose who it is. They will not read it." value={textIn(raw, 'about-adult')} error={errors['about-adult']} choices={[{ value: '', text: 'No' }, ...view.staff.map(one => ({ value: one.id, text: one.name }))]} />
        <Button>Tell them</Button>
      </form>
      <Numbers lines={view.lines} />
    </>
  );
}

/** One whole sentence for each case, so that it can be said in any language. */
function readersOf(telling: Telling, safe: string): string {
  if (!telling.alsoDsl) return 'The grown-up whom you choose below reads it.';
  return safe ? `The grown-up whom you choose below reads it. ${safe} reads it too, to make sure that somebody helps.` : 'The grown-up whom you choose below reads it. The grown-up who keeps children safe here reads it too, to make sure that somebody helps.';
}

/** After sending. */
export const SentPage = ({ base, read, lines }: { base: string; read: WhenRead; lines: readonly HelpLine[] }) => (
  <>
    <Way />
    <h1>Thank you for telling us</h1>
    <p class="lede">It was right to tell. It has arrived.</p>
    <When read={read} />
    <p>Somebody will come and talk with you. You can also read here what they answer.</p>
    <p class="actions"><ButtonLink href={`${base}/mine`}>What I told</ButtonLink></p>
    <Numbers lines={lines} />
  </>
);

/** One thing that was told, as the one who told it sees it. */
export interface ToldView {
  readonly id: string;
  readonly at: Date;
  readonly words: string;
  readonly state: 'new' | 'seen' | 'in-hand' | 'closed';
  readonly talk: readonly { readonly at: Date; readonly words: string; readonly mine: boolean; readonly decided?: DecidedWords }[];
}

const STATE: Readonly<Record<ToldView['state'], string>> = {
  new: 'Nobody has read it yet.', seen: 'Somebody has read it.', 'in-hand': 'Somebody is doing something about it.', closed: 'It is finished. If it is not over for you, write again.',
};

/** What somebody told, what was answered, and a place to write more. */
export const Told = ({ told, action, code, error }: { told: ToldView; action: string; code?: string; error?: string | undefined }) => (
  <Card title={longMoment(told.at)}>
    {told.words ? <p class="tell-said">{told.words}</p> : <p>You pressed the button and wrote nothing.</p>}
    <p><strong>{STATE[told.state]}</strong></p>
    {told.talk.length > 0 && <ul class="plain-list stack">{told.talk.map((one, at) => <li key={at}><p class="small soft">{one.mine ? <>You wrote on {longMoment(one.at)}:</> : <>They answered on {longMoment(one.at)}:</>}</p>{one.decided ? <DecidedLine {...one.decided} /> : <p class="tell-said">{one.words}</p>}</li>)}</ul>}
    <form method="post" action={action}>
      <input type="hidden" name="report" value={told.id} />
      {code !== undefined && <input type="hidden" name="code" value={code} />}
      <TextArea name="words" id={`words-${told.id}`} label="Write something more" rows={3} error={error} />
      <Button tone="quiet">Send it</Button>
    </form>
  </Card>
);

export const MinePage = ({ base, told, errors }: { base: string; told: readonly ToldView[]; errors: Readonly<Record<string, string>> }) => (
  <>
    <Way />
    <ErrorSummary errors={errors} />
    <h1>What I told</h1>
    {told.length === 0 ? <Empty title="You have not told anything here yet"><p><a href={base}>Tell someone</a></p></Empty> : <div class="stack">{told.map(one => <Told key={one.id} told={one} action={`${base}/mine`} />)}</div>}
    <p><a href={base}>Tell someone</a></p>
  </>
);

export interface HoursView {
  readonly base: string;
  readonly hours: Hours | null;
  readonly since: string | null;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

/** The school says when somebody reads what pupils tell. */
export const HoursPage = ({ base, hours, since, raw, errors }: HoursView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>When somebody reads what pupils tell</h1>
    <p class="lede">Pupils read this before they write. Promise only the hours in which somebody truly looks, on every school day.</p>
    {hours === null ? <Note title="The school has not said it yet" tone="warn"><p>Until it does, pupils are told that it may take a while, and whom to ring.</p></Note> : <Note><p>Since {longDay(since ?? '')} pupils are told: on school days from {hours.from} until {hours.until}.</p></Note>}
    <form method="post" action={`${base}/hours`}>
      <TextField name="from" label="From" hint="Such as 08:30" value={textIn(raw, 'from') || (hours?.from ?? '')} error={errors['from']} width={5} />
      <TextField name="until" label="Until" hint="Such as 16:00" value={textIn(raw, 'until') || (hours?.until ?? '')} error={errors['until']} width={5} />
      <TextField name="since" type="date" label="From which day on" value={textIn(raw, 'since')} error={errors['since']} width={10} />
      <Button>Save</Button>
    </form>
    <p class="small soft">School days are those of the terms that the school has entered, without bank holidays.</p>
  </>
);
