/** What clocks look like: on the page of a concern, on a page of their own, and the text for the regulator. */
import { ButtonLink, Card, Chip, Choices, counted, Facts, longMoment, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { capital } from '../../policies/index.ts';
import type { Cadence } from './words.ts';
import { FormPage, textIn } from '../case/form-pages.tsx';
import { leftOf } from './decisions.ts';
import type { NotificationGiven } from './forms.ts';
import type { ClockLine } from './reads.ts';

/** The limits of the law by name. What a rule or a handler calls a clock stays in their words. */
const LIMIT: Readonly<Record<string, string>> = {
  breach: 'Telling the regulator of a data breach', 'data-complaint': 'Acknowledging a complaint about personal data', 'subject-access': 'Answering a subject access request', erasure: 'Answering a request for erasure',
};
export const clockName = (clock: string, what: string): string => LIMIT[clock] ?? capital(what);

/** How much is left of a clock, or how long it is over. */
export function Left({ dueAt, now }: { dueAt: Date; now: Date }) {
  const { unit, count } = leftOf(dueAt, now);
  if (dueAt < now) return <Chip tone="no">{unit === 'days' ? <>{counted(-count, 'day')} over</> : <>{counted(-count, 'hour')} over</>}</Chip>;
  return <Chip tone={unit === 'hours' ? 'ask' : 'tell'}>{unit === 'days' ? <>{counted(count, 'day')} left</> : <>{counted(count, 'hour')} left</>}</Chip>;
}

export function ClocksPanel({ lines, here, now, works, notification }: { lines: readonly ClockLine[]; here: string; now: Date; works: boolean; notification: boolean }) {
  return (
    <Card title="Clocks">
      {lines.length === 0 ? <p>No time limit runs on this concern.</p> : <ul>{lines.map(({ clock, words, cited }) => (
        <li key={clock.id}>
          <strong>{clockName(clock.clock, words.what)}</strong>{clock.span && <> ({clock.span})</>}. {clock.state === 'running' ? <><Left dueAt={clock.dueAt} now={now} /> It ends on {longMoment(clock.dueAt)}.</> : clock.state === 'met' ? <><Chip tone="yes">met</Chip> {clock.endedAt && <>It was met on {longMoment(clock.endedAt)}.</>}</> : <Chip>nothing is owed</Chip>}
          {' '}It began on {longMoment(clock.startedAt)}. {words.awareBecause} {words.ended} {words.reference && <>Reference: {words.reference}.</>} {words.late && <>Why it was late: {words.late}</>}
          {clock.source && <> {clock.source}.</>}{cited.map(one => <span key={one.href}> <a class="checklist__clause" href={one.href}>{one.cite}</a></span>)}
          {works && clock.state === 'running' && clock.clock !== 'first-step' && <span class="no-print"> <a href={`${here}/clocks/${clock.id}`}>Say how it stands<span class="govuk-visually-hidden">: {clockName(clock.clock, words.what)}</span></a></span>}
        </li>
      ))}</ul>}
      {lines.length > 0 && <p>They run day and night, at weekends and in the holidays.</p>}
      {works && <div class="actions no-print">{notification && <ButtonLink href={`${here}/notification`} tone="quiet">Text for the regulator</ButtonLink>}<a href={`${here}/clocks`}>Start another clock</a></div>}
    </Card>
  );
}

interface Common { readonly raw: Body; readonly errors: Readonly<Record<string, string>>; readonly action: string; readonly back: string }

export function ClockPage({ line, breach, raw, errors, action, back }: Common & { line: ClockLine; breach: boolean }) {
  return (
    <FormPage title="How does this clock stand?" errors={errors} action={action} back={back}>
      <p><strong>{clockName(line.clock.clock, line.words.what)}</strong>. It ends on {longMoment(line.clock.dueAt)}.</p>
      <Choices name="as" label="What is there to say?" small chosen={[textIn(raw, 'as')]} error={errors['as']} choices={[
        { value: 'met', text: breach ? 'The regulator was told' : 'It was done' },
        { value: 'not-needed', text: breach ? 'It need not be reported: no risk to people is likely' : 'Nothing is owed' },
        ...(line.clock.span === '' ? [] : [{ value: 'aware', text: 'We knew of it at another moment than it was told here' }]),
      ]} />
      <TextField name="day" type="date" label="On which day?" value={textIn(raw, 'day')} error={errors['day']} width={10} />
      <TextField name="time" label="At what time?" hint="Such as 14:30." value={textIn(raw, 'time')} error={errors['time']} width={5} />
      <TextArea name="words" label="What was done, or why?" hint="Where nothing is owed, these reasons are what the school shows later." value={textIn(raw, 'words')} error={errors['words']} rows={4} />
      <TextField name="reference" label="Reference, if there is one" value={textIn(raw, 'reference')} error={errors['reference']} maxlength={200} />
      <TextArea name="late" label="If the time was over: why was it late?" value={textIn(raw, 'late')} error={errors['late']} rows={2} />
    </FormPage>
  );
}

export const NewClockPage = ({ limits, raw, errors, action, back }: Common & { limits: readonly Cadence[] }) => (
  <FormPage title="Start another clock" errors={errors} action={action} back={back} button="Start it">
    <Select name="clock" label="Which clock?" value={textIn(raw, 'clock')} error={errors['clock']} choices={[{ value: '', text: 'Choose' }, ...limits.map(one => ({ value: one.name, text: clockName(one.name, one.what) })), { value: 'own', text: 'One of our own' }]} />
    <TextField name="what" label="One of our own: what is to be done by then?" value={textIn(raw, 'what')} error={errors['what']} maxlength={300} />
    <TextField name="due" type="date" label="One of our own: by which day?" value={textIn(raw, 'due')} error={errors['due']} width={10} />
  </FormPage>
);

export function NotificationPage({ saved, raw, errors, action, back, code, aware }: Common & { saved: NotificationGiven | null; code: string; aware: Date | null }) {
  const f = (name: keyof NotificationGiven) => ({ name, value: textIn(raw, name), error: errors[name] });
  return (
    <>
      <FormPage title="Text for the regulator" errors={errors} action={action} back={back}>
        <Note><p>It is filled in with what the case knows. Nothing is sent from here: copy it into the regulator’s form, or read it out. What is not known yet can follow later.</p></Note>
        <TextArea {...f('nature')} label="What happened?" hint="Leave the names of people out." rows={5} />
        <TextField {...f('happened')} label="When did it happen?" maxlength={500} />
        <TextArea {...f('people')} label="Which people, and about how many?" rows={2} />
        <TextArea {...f('records')} label="Which records, and about how many?" rows={2} />
        <TextArea {...f('consequences')} label="What may follow for them?" rows={3} />
        <TextArea {...f('measures')} label="What was done, and what will be?" rows={4} />
        <TextArea {...f('contact')} label="Whom can the regulator ask?" rows={2} />
        <TextArea {...f('delay')} label="If it is later than the law allows: why?" rows={2} />
      </FormPage>
      {saved && <Card title="The text">
        <Facts rows={[
          ['Our reference', code], ['We became aware', aware ? longMoment(aware) : '–'], ['When it happened', saved.happened || '–'], ['What happened', saved.nature], ['People concerned', saved.people], ['Records concerned', saved.records],
          ['Likely consequences', saved.consequences], ['Measures taken', saved.measures], ['Contact', saved.contact], ...(saved.delay ? [['Reasons for the delay', saved.delay] as const] : []),
        ]} />
        <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
      </Card>}
    </>
  );
}
