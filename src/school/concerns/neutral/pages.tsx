/** Neutral notifications: the form, the steps on the concern's page, who was named more than once, and how long notes are kept. */
import { sayKnown } from '../../../platform/languages/index.ts';
import type { VNode } from 'preact';
import { Button, ButtonLink, Card, Choices, counted, Details, Empty, ErrorSummary, longDay, longMoment, Note, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Shared } from '../../feature.ts';
import { Duties } from '../tell-someone/duties.tsx';
import type { Keeping, NeutralNote, Pattern, Regarded } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export interface NoteView {
  readonly base: string;
  /** Who reads it, by the title of their office. */
  readonly readers: string;
  /** The rules of this school speak of it. */
  readonly cited: readonly { readonly cite: string; readonly href: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly lines: Shared['helpLines'];
  readonly keeping: Keeping | null;
  /** What the law asks of the reader themselves. */
  readonly duties: Shared['dutiesToReport'];
  readonly raw: Body;
  readonly errors: Errors;
}

export const NotePage = (view: NoteView) => (
  <>
    <ErrorSummary errors={view.errors} />
    <h1>Neutral notification</h1>
    <p class="lede">Did you do something, or see an adult do something, that others could take the wrong way? Note it here. It takes a minute.</p>
    <Note title="What it is"><ul>
      <li>It is not a confession and not an accusation. No penalty comes with it.</li>
      <li>{view.readers} reads it. The one it is about does not, whatever their office is, and this software tells them nothing.</li>
      <li>Is a child in danger now? Do not fill in a form. Ring: {view.lines.map((line, at) => <span key={line.name}>{at > 0 && ', '}{sayKnown(line.name)} <a href={`tel:${line.number.replaceAll(' ', '')}`}>{line.number}</a></span>)}.</li>
    </ul>
    {view.cited.length > 0 ? <p>{view.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</p> : <p>The rules of this school do not speak of it. It goes where worries about children go.</p>}
    <Kept keeping={view.keeping} /></Note>
    <Duties duties={view.duties} />
    <form method="post" action={view.base}>
      <Choices name="subject" label="Whom is it about?" small error={view.errors['subject']} chosen={[textIn(view.raw, 'subject')]} choices={[{ value: 'self', text: 'Me' }, { value: 'other-adult', text: 'Another adult' }]} />
      <Select name="person" label="Another adult of the school" value={textIn(view.raw, 'person')} error={view.errors['person']} choices={[{ value: '', text: 'Nobody from this list' }, ...view.people.map(one => ({ value: one.id, text: one.name }))]} />
      <TextField name="name" label="Or the name of somebody who is not in the list" value={textIn(view.raw, 'name')} error={view.errors['name']} autocomplete="off" maxlength={200} />
      <TextArea name="what" label="What happened?" value={textIn(view.raw, 'what')} error={view.errors['what']} rows={4} />
      <TextField name="when" label="When was it?" hint="Such as: yesterday at break, or 20 November." value={textIn(view.raw, 'when')} error={view.errors['when']} width={20} maxlength={100} />
      <TextArea name="context" label="What else should one know? You can leave this empty" hint="Why it was done, who else was there, why it could be misread." value={textIn(view.raw, 'context')} error={view.errors['context']} rows={3} />
      <Choices name="harm" label="Might a child have been harmed?" hint="With yes or not sure, it is reported at once as a worry about a child as well." small error={view.errors['harm']} chosen={[textIn(view.raw, 'harm')]} choices={[{ value: 'no', text: 'No' }, { value: 'unsure', text: 'I am not sure' }, { value: 'yes', text: 'Yes' }]} />
      <Button>Send it</Button>
    </form>
  </>
);

const Kept = ({ keeping }: { keeping: Keeping | null }) => (keeping === null
  ? <p>The school has not chosen yet how long these notes are kept.</p>
  : keeping.from === 'noted' ? <p>It is kept for {counted(keeping.years, 'year')} from the day it was noted.</p> : <p>It is kept until the person leaves, and for {counted(keeping.years, 'year')} after.</p>);

export const NotedPage = ({ slug, code, safeguarding }: { slug: string; code: string; safeguarding: boolean }) => (
  <>
    <h1>It is noted</h1>
    <p class="lede">Thank you. The code of your note is <strong>{code}</strong>.</p>
    {safeguarding && <p>Because a child might have been harmed, it was reported as a worry about a child as well, at once.</p>}
    <p>Somebody reads it and decides whether anything follows. The one it is about is told nothing by this software. If somebody speaks with them, that is decided by the head, or by whoever comes next where it is about the head.</p>
    <ButtonLink href={`/${slug}`} tone="quiet">Back</ButtonLink>
  </>
);

const REGARD: Readonly<Record<Regarded, string>> = {
  neutral: 'A neutral notification', nothing: 'Nothing to follow up', 'low-level': 'A low-level concern about an adult', allegation: 'An allegation against an adult', safeguarding: 'A child might have been harmed',
};

export interface NeutralPanel {
  readonly base: string;
  readonly note: NeutralNote;
  readonly next: 'inform-head' | 'decide-when' | 'speak' | 'none';
  /** Others of the notes that this reader may read name the same person. */
  readonly others: readonly { readonly concern: string; readonly code: string; readonly on: string }[];
  readonly slug: string;
  readonly keeping: Keeping | null;
  readonly keptUntil: string | null;
  readonly designatedOfficer: { readonly name: string; readonly number: string; readonly hours: string } | null;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
}

/** The piece of a concern's page. */
export const drawNeutral = (view: NeutralPanel): VNode => (
  <Card title="A neutral notification" id="neutral">
    <ErrorSummary errors={view.errors} />
    <p>It carries no penalty. This software tells the one it is about nothing. Regarded as: <strong>{REGARD[view.note.regardedAs]}</strong>.</p>
    {view.others.length > 0 && <p>The same person is named in {counted(view.others.length, 'other note')}: {view.others.slice(0, 20).map((one, at) => <span key={one.concern}>{at > 0 && ', '}<a href={`/${view.slug}/concerns/${one.concern}`}>{one.code}</a> ({longDay(one.on)})</span>)}.</p>}
    {view.note.regardedAs === 'allegation' && <Note title="An allegation against an adult goes to the local authority" tone="warn">{view.designatedOfficer ? <p>{view.designatedOfficer.name}, designated officer: <a href={`tel:${view.designatedOfficer.number.replaceAll(' ', '')}`}>{view.designatedOfficer.number}</a> ({view.designatedOfficer.hours}).</p> : <p>The school has not entered the number of the local authority’s designated officer. Look it up now.</p>}</Note>}
    <Steps view={view} />
    <Details summary="Regard it as something else"><form method="post" action={`${view.base}/neutral-regard`}>
      <Select name="as" label="What is it?" value={textIn(view.raw, 'as') || view.note.regardedAs} error={view.errors['as']} choices={(Object.keys(REGARD) as Regarded[]).map(value => ({ value, text: REGARD[value] }))} />
      <TextArea name="reasons" label="Why?" hint="With an allegation, or harm to a child, a report about a child’s safety is made of it at once." rows={3} value={textIn(view.raw, 'reasons')} error={view.errors['reasons']} />
      <Button tone="quiet">Save</Button>
    </form></Details>
    {view.keptUntil !== null ? <p class="small soft">To be kept until {longDay(view.keptUntil)}{view.keptUntil <= view.today && <strong>. That day has come</strong>}.</p> : <Kept keeping={view.keeping} />}
  </Card>
);

function Steps({ view }: { view: NeutralPanel }) {
  const { note, base, raw, errors } = view;
  return (
    <>
      <ol>
        <li>{note.headToldAt ? <>The head was informed on {longMoment(note.headToldAt)}.</> : <>The head is not informed yet.</>}</li>
        <li>{note.speakOn ? <>The head speaks with the person on {longDay(note.speakOn)}.</> : <>When to speak with the person is for the head to decide.</>}</li>
        <li>{note.spokenAt ? <>They have spoken: noted on {longMoment(note.spokenAt)}.</> : <>Nobody has noted a talk with the person.</>}</li>
      </ol>
      {view.next === 'inform-head' && <form method="post" action={`${base}/neutral-head`} class="no-print"><p>The head reads all of it then. Where it is about the head, whoever comes next in the school’s list does.</p><Button tone="quiet">Inform the head</Button></form>}
      {view.next !== 'inform-head' && view.next !== 'none' && (
        <form method="post" action={`${base}/neutral-when`} class="no-print">
          <TextField name="on" type="date" label="On which day does the head speak with them?" value={textIn(raw, 'on') || (note.speakOn ?? '')} error={errors['on']} width={10} />
          <TextField name="words" id="when-words" label="Why then? You can leave this empty" value={textIn(raw, 'words')} error={errors['words']} maxlength={2000} />
          <Button tone="quiet">Save the day</Button>
        </form>
      )}
      {view.next === 'speak' && <form method="post" action={`${base}/neutral-spoken`} class="no-print"><TextArea name="words" id="spoken-words" label="What was said, in short?" rows={3} error={errors['words']} /><Button tone="quiet">Note that they have spoken</Button></form>}
    </>
  );
}

export const PatternPage = ({ base, patterns, notes, keeps }: { base: string; patterns: readonly Pattern[]; notes: number; /** Whether this reader says how long they are kept. */ keeps: boolean }) => (
  <>
    <h1>Named more than once</h1>
    <p class="lede">Among {counted(notes, 'neutral notification')} that you may read. Names are shown only when you open one, and that is written down.</p>
    {patterns.length === 0 ? <Empty title="Nobody is named more than once" /> : (
      <Table caption="Somebody who is named more than once" hideCaption rows={patterns.slice(0, 50)} columns={[
        { head: 'Notes', cell: one => one.count, number: true }, { head: 'First', cell: one => longDay(one.first) }, { head: 'Last', cell: one => longDay(one.last) },
        { head: 'Open', cell: one => <form method="post" action={`${base}/pattern`}><input type="hidden" name="key" value={one.key} /><button class="link-button" type="submit">Open<span class="govuk-visually-hidden"> the {one.count} notes of {longDay(one.first)} to {longDay(one.last)}</span></button></form> },
      ]} />
    )}
    {keeps && <p class="no-print"><a href={`${base}/keeping`}>How long these are kept</a></p>}
  </>
);

export const OpenedPatternPage = ({ slug, name, rows }: { slug: string; name: string; rows: readonly { readonly concern: string; readonly code: string; readonly on: string; readonly regardedAs: Regarded }[] }) => (
  <>
    <h1>{name}</h1>
    <p>That you opened this is written down with each note.</p>
    <Table caption="Notes" hideCaption rows={rows} columns={[
      { head: 'Noted', cell: one => longDay(one.on) }, { head: 'Concern', cell: one => <a href={`/${slug}/concerns/${one.concern}`}>{one.code}</a> }, { head: 'Regarded as', cell: one => REGARD[one.regardedAs] },
    ]} />
  </>
);

export interface KeepingView {
  readonly base: string;
  readonly keeping: Keeping | null;
  readonly since: string | null;
  /** Notes whose day has come, among those this reader may read. */
  readonly due: readonly { readonly concern: string; readonly code: string; readonly until: string }[];
  readonly slug: string;
  readonly raw: Body;
  readonly errors: Errors;
}

export const KeepingPage = (view: KeepingView) => (
  <>
    <ErrorSummary errors={view.errors} />
    <h1>How long neutral notifications are kept</h1>
    <p class="lede">The law does not say it, so the school has to. Nothing is assumed.</p>
    {view.keeping === null ? <Note title="The school has not chosen yet" tone="warn"><p>Until it does, everybody who notes something is told so.</p></Note> : <Note><Kept keeping={view.keeping} />{view.since && <p>Chosen to hold from {longDay(view.since)}.</p>}</Note>}
    <form method="post" action={`${view.base}/keeping`}>
      <Choices name="from" label="Counted from when?" small error={view.errors['from']} chosen={[textIn(view.raw, 'from') || (view.keeping?.from ?? '')]} choices={[{ value: 'leaving', text: 'From the day on which the person leaves the school' }, { value: 'noted', text: 'From the day on which it was noted' }]} />
      <TextField name="years" type="number" label="How many years?" value={textIn(view.raw, 'years') || (view.keeping ? String(view.keeping.years) : '')} error={view.errors['years']} width={5} />
      <TextField name="since" type="date" label="From which day does this hold?" value={textIn(view.raw, 'since')} error={view.errors['since']} width={10} />
      <Button>Save</Button>
    </form>
    {view.due.length > 0 && <><h2>Their day has come</h2><p>These notes have been kept as long as the school chose. Look at each before anything is erased: a case or a hold may still need it.</p>
      <Table caption="Notes whose day has come" hideCaption rows={view.due.slice(0, 50)} columns={[{ head: 'Concern', cell: one => <a href={`/${view.slug}/concerns/${one.concern}`}>{one.code}</a> }, { head: 'Kept until', cell: one => longDay(one.until) }]} /></>}
  </>
);
