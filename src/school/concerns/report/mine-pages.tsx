/** What somebody told the school, as they see it: the list, and one report with its receipt. */
import { Button, ButtonLink, Card, Chip, Details, Empty, ErrorSummary, Facts, longMoment, Note, Paging, Table, TextArea } from '../../../page-parts/index.ts';
import type { Body, FieldErrors } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, listed, officeWords } from '../../policies/index.ts';
import { DecidedLine } from '../block-list/pages.tsx';
import { kindWords } from '../kinds.ts';
import { STATE_TONE } from '../pages.tsx';
import type { ConcernState } from '../words.ts';
import { OutsideNote } from '../tell-someone/parts.tsx';
import type { ConcernSettings } from '../settings.ts';
import type { Shared } from '../../feature.ts';
import { NobodyFree, RingFirst, textIn } from './pages.tsx';
import type { MyConcern, MyReport, MyReportView } from './reads.ts';
import { OF_SCHOOL } from './words.ts';

/** Where a concern stands, for whoever told it. */
const MINE: Readonly<Record<ConcernState, string>> = { new: 'Sent, not opened yet', seen: 'Opened', 'in-hand': 'Being dealt with', closed: 'Closed' };

const where = (one: MyConcern, vocabulary: Vocabulary): string => capital(listed([...one.picked, ...[...new Set(one.offices)].map(office => officeWords(office, vocabulary))])) || '–';

export interface MyReportProps {
  readonly view: MyReportView;
  readonly here: string;
  readonly vocabulary: Vocabulary;
  /** Whom to ring where nobody of the school is left to read it. */
  readonly numbers: { readonly helpLines: Shared['helpLines']; readonly care: ConcernSettings['socialCare']; readonly officer: ConcernSettings['designatedOfficer'] };
  readonly errors: FieldErrors;
  readonly raw: Body;
  readonly sent: boolean;
  /** The part to which something was added that is to be mended: its words stand there and in no other, whose readers are others. */
  readonly part: string | undefined;
}

export const MyReportPage = ({ view, here, vocabulary, numbers, errors, raw, sent, part }: MyReportProps) => (
  <>
    <ErrorSummary errors={Object.fromEntries(Object.entries(errors).map(([name, fault]) => [`${name}-${part}`, fault]))} />
    <h1>{sent ? 'It is sent' : 'What you told the school'}</h1>
    {sent && view.concerns.some(one => !one.nobody) && <p class="lede">Keep the code if you want to ask after it. You see here when somebody opens it and what they ask you.</p>}
    <p>You told it on {longMoment(view.at)}.</p>
    {view.concerns.some(one => one.nobody && one.concern.state !== 'closed') && <RingFirst helpLines={numbers.helpLines} care={numbers.care} dsl={[]} alarm={false} />}
    <div class="stack">{view.concerns.map(one => (
      <Card key={one.concern.id} title={capital(kindWords(one.concern.kind, vocabulary))}>
        <Facts rows={[['Code', <strong class="mono">{one.concern.code}</strong>], ['Goes to', where(one, vocabulary)], ['Where it stands', <Chip tone={STATE_TONE[one.concern.state]}>{MINE[one.concern.state]}</Chip>], ['First opened', one.concern.seenAt ? longMoment(one.concern.seenAt) : 'Not yet']]} />
        {one.nobody && one.concern.state !== 'closed' && <><p><strong><NobodyFree /></strong></p><OutsideNote officer={numbers.officer} /></>}
        {one.later.length > 0 && <Note title="Still needed"><ul>{one.later.map(label => <li key={label}>{label}</li>)}</ul></Note>}
        {one.decided.length > 0 && <ol class="chronology">{one.decided.map(entry => <li key={entry.id}><p><strong>{longMoment(entry.at)}</strong></p><DecidedLine {...entry.words} /></li>)}</ol>}
        {one.talk.length > 0 && <ol class="chronology">{one.talk.map(entry => <li key={entry.id}><p><strong>{OF_SCHOOL.has(entry.sort) ? 'The school' : 'You'}</strong>, {longMoment(entry.at)}</p><p class="pre-line">{String(entry.words['text'] || entry.words['file'] || '')}</p></li>)}</ol>}
        {one.concern.state !== 'closed' && (
          <form method="post" action={`${here}/${one.concern.id}`} class="no-print">
            <TextArea name="text" id={`text-${one.concern.id}`} label={one.talk.at(-1)?.sort === 'question' ? 'Your answer' : 'Add something'} rows={3} value={part === one.concern.id && errors['text'] ? textIn(raw, 'text') : ''} error={part === one.concern.id ? errors['text'] : undefined} />
            <Button tone="quiet">Send</Button>
          </form>
        )}
        {one.concern.state !== 'closed' && one.files && (
          <Details summary="Add a file" open={part === one.concern.id && errors['file'] !== undefined}>
            <form method="post" action={`${here}/${one.concern.id}/file`} enctype="multipart/form-data" class="no-print">
              <FileField id={`file-${one.concern.id}`} error={part === one.concern.id ? errors['file'] : undefined} />
              <Button tone="quiet">Add it</Button>
            </form>
          </Details>
        )}
      </Card>
    ))}</div>
    <Details summary="What you wrote"><p class="pre-line">{view.told.narrative}</p></Details>
    <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
  </>
);

const FileField = ({ id, error }: { id: string; error: string | undefined }) => (
  <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <label class="govuk-label" for={id}>File</label>
    <div class="govuk-hint" id={`${id}-hint`}>A picture, a PDF or a text, up to 10 MB. Never a picture that shows somebody undressed or hurt.</div>
    {error && <p class="govuk-error-message" id={`${id}-error`}><span class="govuk-visually-hidden">Error:</span> {error}</p>}
    <input class="govuk-file-upload" type="file" id={id} name="file" accept="image/jpeg,image/png,application/pdf,text/plain" aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`} />
  </div>
);

export const MyReportsPage = ({ rows, page, pages, base, tell, vocabulary }: { rows: readonly MyReport[]; page: number; pages: number; base: string; tell: string; vocabulary: Vocabulary }) => (
  <>
    <h1>What you told the school</h1>
    <p class="actions no-print"><ButtonLink href={tell}>Tell the school something</ButtonLink></p>
    {rows.length === 0 ? <Empty title="You have told nothing yet"><p>What you tell the school stands here, with what became of it.</p></Empty> : (
      <Table caption="What you told, newest first" hideCaption rows={rows} columns={[
        { head: 'When', cell: row => <a href={`${base}/${row.id}`}>{longMoment(row.at)}</a> },
        { head: 'What', cell: row => <ul class="plain-list">{row.concerns.map(one => <li key={one.id}>{capital(kindWords(one.kind, vocabulary))}</li>)}</ul> },
        { head: 'Where it stands', cell: row => <ul class="plain-list">{row.concerns.map(one => <li key={one.id}>{MINE[one.state]}</li>)}</ul> },
        { head: 'For you', cell: row => (row.asked ? <Chip tone="ask">You are asked something</Chip> : row.answered ? 'Somebody has answered you' : '–') },
      ]} />
    )}
    <Paging page={page} pages={pages} href={n => `${base}?page=${n}`} />
  </>
);
