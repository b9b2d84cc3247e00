/** The pages of looks: asking, the look itself, the record, and what was found. */
import { Button, ButtonLink, Card, Chip, Choices, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Paging, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../../policies/index.ts';
import { FormPage, textIn } from '../case/form-pages.tsx';
import { PURPOSE, STATE, SYSTEM, TONE } from './phrases.ts';
import type { LookView } from './reads.ts';
import { PURPOSES, SYSTEMS, type Finding, type Look } from './words.ts';

type Errors = Readonly<Record<string, string>>;
type Named = { readonly id: string; readonly name: string };
export interface Cited { readonly cite: string; readonly href: string; readonly words: string }

/** The days of a look, in words. */
export const Days = ({ from, to }: { from: string; to: string }) => (from === to ? <>{longDay(from)}</> : <>{longDay(from)} to {longDay(to)}</>);

/** Whether the software saw it itself, or a person says so. */
const Seen = ({ look }: { look: Pick<Look, 'system'> }) => (look.system === 'countersign' ? <Chip tone="measured">measured</Chip> : <Chip tone="workflow">reported</Chip>);

export interface PanelLine { readonly look: Look; readonly person: string | null; readonly findings: readonly Finding[] }

/** The panel of a case. */
export const LooksPanel = ({ lines, here, base, works }: { lines: readonly PanelLine[]; here: string; base: string; works: boolean }) => (
  <Card title="Looking into logs">
    {lines.length === 0 && <p>Nobody has asked to look into a log in this case.</p>}
    {lines.length > 0 && <ul>{lines.map(({ look, person, findings }) => (
      <li key={look.id}><a href={`${base}/looks/${look.id}`}>{SYSTEM[look.system]}, <Days from={look.from} to={look.to} /></a>{person !== null && <>: {person}</>} <Chip tone={TONE[look.state]}>{STATE[look.state]}</Chip> {findings.some(unused) && <Chip tone="ask">Something was found</Chip>}</li>
    ))}</ul>}
    {works && <p class="no-print"><ButtonLink href={`${here}/looks/new`} tone="quiet">Ask to look into a log</ButtonLink></p>}
  </Card>
);

const unused = (finding: Finding): boolean => finding.found && finding.usedAt === null && finding.forgottenOn === null;

export function NewPage({ people, action, back, raw, errors, today }: { people: readonly Named[]; action: string; back: string; raw: Body; errors: Errors; today: string }) {
  return (
    <FormPage title="Ask to look into a log" errors={errors} action={action} back={back} button="Ask for it">
      <p>Somebody else has to agree, as the rules of the school say, and one person reads. Each reading stands in this case. Ask for as few days as will do.</p>
      <Choices name="person" label="Whose activity?" hint="Name them in the case first if they do not stand here." small error={errors['person']} chosen={[textIn(raw, 'person')]} choices={[...people.map(one => ({ value: one.id, text: one.name })), { value: 'nobody', text: 'We do not know who it was: find out' }]} />
      <Choices name="system" label="Where?" hint="Countersign shows what it knows itself. Anywhere else, whoever reads looks there, and writes down here what they saw." small error={errors['system']} chosen={[textIn(raw, 'system')]} choices={SYSTEMS.map(value => ({ value, text: SYSTEM[value], ...(value === 'countersign' ? { hint: 'Shown here: what they did and when, sign-ins among it. Never what anybody told the school.' } : {}) }))} />
      <Choices name="purpose" label="What for?" small error={errors['purpose']} chosen={[textIn(raw, 'purpose')]} choices={PURPOSES.map(value => ({ value, text: PURPOSE[value] }))} />
      <TextField name="from" type="date" label="First day" value={textIn(raw, 'from') || today} error={errors['from']} width={10} />
      <TextField name="to" type="date" label="Last day" value={textIn(raw, 'to') || today} error={errors['to']} width={10} />
      <TextArea name="why" label="Why is it needed, and what is looked for?" hint="Whoever agrees and whoever reads see this, and nothing else of the case." value={textIn(raw, 'why')} error={errors['why']} rows={4} />
    </FormPage>
  );
}

/** Which case, where somebody comes from the list. */
export const WhichPage = ({ action, back, code, errors }: { action: string; back: string; code: string; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Ask to look into a log</h1>
    <p>Nobody looks without a case. If there is none yet, <a href={`${back.replace(/\/looks$/, '')}/something-happened`}>tell the school what happened</a> first.</p>
    <form method="get" action={action}><TextField name="code" label="The code of the concern" hint="It stands at the head of its page, such as ABCD-EFGH." value={code} error={errors['code']} width={10} maxlength={12} /><Button>Go on</Button></form>
    <p><a href={back}>Back to the list</a></p>
  </>
);

export interface LookPageView {
  readonly view: LookView;
  readonly here: string;
  readonly base: string;
  readonly cited: Cited | null;
  readonly vocabulary: Vocabulary;
  /** Whom the rules let read it; empty where this reader does not decide. */
  readonly readers: readonly Named[];
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly raw: Body;
  readonly errors: Errors;
}

export function LookPage(props: LookPageView) {
  const { view, here, base, cited, vocabulary, errors } = props;
  const { look, words, part, names } = view;
  const who = (id: string | null): string => (id === null ? 'Somebody who is forgotten' : names.get(id) ?? 'Somebody who is forgotten');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{SYSTEM[look.system]}</h1>
      <p class="lede">A look into a log, for concern <span class="mono">{look.code}</span>.</p>
      <p><Chip tone={TONE[look.state]}>{STATE[look.state]}</Chip> <Seen look={look} /></p>
      <Facts rows={[
        ['Whose activity', words.person === null ? 'Nobody knows who it was' : who(words.person)], ['Days', <Days from={look.from} to={look.to} />], ['What for', PURPOSE[look.purpose]], ['Why', <span class="pre-line">{words.why}</span>],
        ['Asked by', <>{who(look.askedBy)}, {longMoment(look.askedAt)}</>],
        ...(look.state === 'asked' ? [['Waits for', look.offices.map(office => officeWords(office, vocabulary)).join(', ')] as const] : []),
        ...(look.decidedAt === null ? [] : [['Decided by', <>{who(look.decidedBy)} ({officeWords(look.decidedOffice!, vocabulary)}), {longMoment(look.decidedAt)}: {view.decided}</>] as const]),
        ...(look.reader === null ? [] : [['Read by', who(look.reader)] as const]), ...(look.openUntil === null || look.state === 'done' ? [] : [['May be read until', longDay(look.openUntil)] as const]),
        ['They are told', <Told view={view} />],
      ]} />
      {cited ? <p>Under <a href={cited.href}>{cited.cite}</a>: <span {...asWritten()}>{cited.words}</span></p> : <p>The rules of the school say nothing of such a look, so the head agrees, or whoever comes next.</p>}
      {part.handles && <p><a href={`${base}/concerns/${look.concern}`}>The concern</a></p>}
      {part.reads && <p class="actions no-print">{look.system === 'countersign' && <ButtonLink href={`${here}/log`}>Open the record</ButtonLink>}<ButtonLink href={`${here}/finding`} tone={look.system === 'countersign' ? 'quiet' : 'main'}>Write down what was found</ButtonLink></p>}
      {part.asked && look.state === 'asked' && <form method="post" action={`${here}/withdraw`} class="no-print"><Button tone="quiet">It is not needed any longer</Button></form>}
      {part.agreesAs !== null && <DecideForm {...props} />}
      {view.findings.map(finding => <FindingCard key={finding.id} finding={finding} by={who(finding.by)} {...props} />)}
      {(part.handles || part.reader) && (look.state === 'agreed' || look.state === 'done') && words.person !== null && !look.quiet && look.toldOn === null && (
        <Details summary="They are not to be told of it" open={errors['reason'] !== undefined}>
          <form method="post" action={`${here}/quiet`}><TextArea name="reason" label="Why not?" hint="It stays with the case." rows={3} value={textIn(props.raw, 'reason')} error={errors['reason']} /><Button tone="quiet">They are not told</Button></form>
        </Details>
      )}
    </>
  );
}

const Told = ({ view: { look, words, quiet } }: { view: LookView }) => {
  if (words.person === null) return <>Nobody knows who it was</>;
  if (look.toldOn !== null) return <>Told on {longDay(look.toldOn)}</>;
  if (quiet !== '') return <>Not told. Why: {quiet}</>;
  return look.state === 'refused' || look.state === 'withdrawn' ? <>Nothing was read, so there is nothing to tell</> : <>When the case is closed, if the school has not set otherwise</>;
};

const DecideForm = ({ here, readers, raw, errors }: LookPageView) => (
  <Card title="May it be read?" tone="ask">
    <form method="post" action={`${here}/decide`}>
      <Choices name="says" label="Your decision" error={errors['says']} chosen={[textIn(raw, 'says')]} choices={[{ value: 'agree', text: 'Yes, for these days and this purpose' }, { value: 'refuse', text: 'No' }]} />
      {readers.length === 0 ? <p>Nobody whom the rules let read it is free to do so. You can only say no, until somebody is named to that office.</p>
        : <Select name="reader" label="Who reads it?" hint="One person. Nobody else can open it." error={errors['reader']} value={textIn(raw, 'reader')} choices={[{ value: '', text: 'Choose' }, ...readers.map(one => ({ value: one.id, text: one.name }))]} />}
      <TextArea name="reason" label="Why?" rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
      <Button>Decide</Button>
    </form>
  </Card>
);

function FindingCard({ finding, by, view, here, base, kinds, raw, errors }: LookPageView & { finding: Finding; by: string }) {
  if (!finding.found) return <Card title="Nothing was found"><p>{by}, {longMoment(finding.at)}.</p>{finding.text && <p class="pre-line">{finding.text}</p>}</Card>;
  if (finding.forgottenOn !== null) return <Card title="What was found is forgotten"><p>{by} found something on {longMoment(finding.at)}. Nobody used it, and it was forgotten on {longDay(finding.forgottenOn)}.</p></Card>;
  return (
    <Card title="What was found">
      <p class="pre-line">{finding.text}</p>
      {finding.files.length > 0 && <ul>{finding.files.map(file => <li key={file.id}><a href={`${here}/files/${file.id}`}>{file.name}</a></li>)}</ul>}
      <p class="soft small">{by}, {longMoment(finding.at)}.</p>
      {finding.usedAt !== null && <p>{finding.usedConcern === null ? <>It was taken into the case on {longMoment(finding.usedAt)}.</> : <>A concern was made of it on {longMoment(finding.usedAt)}. {view.part.handles && <a href={`${base}/concerns/${finding.usedConcern}`}>Open it, if it came to you</a>}</>}</p>}
      {finding.usedAt === null && finding.expiresOn !== null && <p>If nobody uses it, it is forgotten on {longDay(finding.expiresOn)}.</p>}
      {finding.usedAt === null && (view.part.handles || view.part.reader) && (
        <form method="post" action={`${here}/findings/${finding.id}/use`} class="no-print">
          <Choices name="as" label="What is done with it?" error={errors['as']} chosen={[textIn(raw, 'as')]} choices={[
            ...(view.part.handles ? [{ value: 'here', text: 'It belongs to this case' }] : []), { value: 'new', text: 'It is something of its own: make a concern of it', hint: 'It goes to whom the rules name, never to whoever it is about.' },
          ]} />
          <Select name="kind" label="If it is something of its own, what is it?" error={errors['kind']} value={textIn(raw, 'kind') || 'handle-breach'} choices={kinds} />
          <TextArea name="because" label="Why?" rows={2} value={textIn(raw, 'because')} error={errors['because']} />
          <Button>Use it</Button>
        </form>
      )}
    </Card>
  );
}

export interface LogLine { readonly at: Date; readonly deed: string; readonly clause: string | null }

/** `sign-agreement` → "Sign agreement". */
const deedInWords = (deed: string): string => deed.charAt(0).toUpperCase() + deed.slice(1).replaceAll('-', ' ');

/** Countersign's own record of one person on the days of the look. */
export const LogPage = ({ view, here, lines, total, page, pages, cite }: { view: LookView; here: string; lines: readonly LogLine[]; total: number; page: number; pages: number; cite: (clause: string) => string }) => (
  <>
    <h1>What {view.names.get(view.words.person ?? '') ?? 'somebody who is forgotten'} did in Countersign</h1>
    <p class="lede"><Days from={view.look.from} to={view.look.to} />. For concern <span class="mono">{view.look.code}</span>: {view.words.why}</p>
    <Note><p>That you opened this page stands in the case. You see what they did and when, as this software wrote it down at that moment. You do not see what they wrote, and nothing of what anybody told the school.</p></Note>
    {lines.length === 0 ? <Empty title="Nothing in these days"><p>They did nothing here that is written down, and did not sign in.</p></Empty> : (
      <Table caption={counted(total, 'line')} rows={lines} columns={[
        { head: 'When', cell: line => <span class="nowrap">{longMoment(line.at)}</span> }, { head: 'What', cell: line => <span {...asWritten()}>{deedInWords(line.deed)}</span> }, { head: 'Clause', cell: line => (line.clause === null ? '–' : <span {...asWritten()}>{cite(line.clause)}</span>) },
      ]} />
    )}
    <Paging page={page} pages={pages} href={n => `${here}/log?page=${n}`} />
    <p class="actions no-print"><ButtonLink href={`${here}/finding`}>Write down what was found</ButtonLink></p>
    <p><a href={here}>Back to the look</a></p>
  </>
);

export const FindingPage = ({ view, action, back, raw, errors, days }: { view: LookView; action: string; back: string; raw: Body; errors: Errors; days: number }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Write down what was found</h1>
    <p>{SYSTEM[view.look.system]}, <Days from={view.look.from} to={view.look.to} />. It ends the look.</p>
    <form method="post" action={action} enctype="multipart/form-data">
      <Choices name="found" label="Was anything found?" error={errors['found']} chosen={[textIn(raw, 'found')]} choices={[{ value: 'no', text: 'Nothing was found' }, { value: 'yes', text: 'Something was found' }]} />
      <TextArea name="text" label="What, and where does it stand in the log?" hint="Only what has to do with the matter. Leave out everything else that you saw." rows={5} value={textIn(raw, 'text')} error={errors['text']} />
      <div class={`govuk-form-group${errors['file'] ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label" for="file">A file, if there is one</label>
        <div class="govuk-hint" id="file-hint">A picture (JPEG or PNG), a PDF or a text file. Never a picture that may be against the law: leave it where it is, and tell the police.</div>
        {errors['file'] && <p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> {errors['file']}</p>}
        <input class="govuk-file-upload" type="file" id="file" name="file" accept="image/jpeg,image/png,application/pdf,text/plain" aria-describedby="file-hint" />
      </div>
      {view.words.person !== null && <TextArea name="quiet" label="If they are not to be told of it: why not?" hint="Leave it empty, and they are told when the case is closed, if the school has not set otherwise." rows={2} value={textIn(raw, 'quiet')} error={errors['quiet']} />}
      <p>It lies locked, apart from the case. What nobody uses within {counted(days, 'day')} is forgotten.</p>
      <Button>Write it down</Button>
    </form>
    <p><a href={back}>Back to the look</a></p>
  </>
);
