/** Asking for a copy of a policy, and the office's list of copies to give. */
import { Button, ButtonLink, Choices, counted, Empty, ErrorSummary, longDay, longMoment, Note, Paging, Table, Tabs, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { CopyRequest, Way } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const WAY_WORDS: Readonly<Record<Way, string>> = { paper: 'On paper', 'large-print': 'In large print', language: 'In another language' };
export const wayWords = (request: Pick<CopyRequest, 'how' | 'language'>): string => (request.language ? `${WAY_WORDS[request.how]}: ${request.language}` : WAY_WORDS[request.how]);
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

export const AskPage = ({ here, title, signedIn, raw, errors }: { here: string; title: string; signedIn: boolean; raw: Body; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>A copy of {title}</h1>
    <p>You can have it at once: <a href={`${here}/pdf`}>download it as a PDF</a>, or print it from its page.</p>
    <h2>Have one made for you</h2>
    <form method="post" action={`${here}/copy`}>
      <Choices name="how" label="What do you need?" error={errors['how']} chosen={[textIn(raw, 'how')]} choices={[
        { value: 'paper', text: 'A copy on paper' }, { value: 'large-print', text: 'A copy in large print' }, { value: 'language', text: 'A copy in another language' },
      ]} />
      <TextField name="language" label="Which language?" hint="Only for a copy in another language." value={textIn(raw, 'language')} error={errors['language']} width={20} />
      {signedIn ? <Note><p>The school office has your name. It is ready for you there, or comes to you on paper.</p></Note> : <>
        <TextField name="name" label="Your name" value={textIn(raw, 'name')} error={errors['name']} autocomplete="name" maxlength={120} />
        <TextArea name="address" label="Where the copy should go" hint="A postal address or an e-mail address. Only the school office reads it, and it is erased when your copy is out." rows={4} value={textIn(raw, 'address')} error={errors['address']} />
      </>}
      <Button>Ask for a copy</Button>
    </form>
  </>
);

export interface CopiesView {
  readonly base: string;
  readonly open: boolean;
  readonly rows: readonly (CopyRequest & { readonly title: string; readonly to: string; readonly doneName: string })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export const CopiesPage = ({ base, open, rows, total, page, pages }: CopiesView) => (
  <>
    <h1>Copies of policies that people asked for</h1>
    <Tabs label="Which copies" items={[{ text: 'To give', href: base, current: open }, { text: 'Done', href: `${base}?done=yes`, current: !open }]} />
    <p class="no-print"><a href={`${base}.csv${open ? '' : '?done=yes'}`}>Download as a spreadsheet (CSV)</a></p>
    {rows.length === 0 ? <Empty title={open ? 'No copy is to be given' : 'No copy was given yet'} /> : (
      <Table caption={counted(total, 'copy', 'copies')} rows={rows} columns={[
        { head: 'Policy', cell: one => one.title }, { head: 'What', cell: one => wayWords(one) }, { head: 'Asked', cell: one => longMoment(one.askedAt) },
        { head: 'For', cell: one => one.to || '–' },
        ...(open ? [{ head: 'Do', cell: (one: CopiesView['rows'][number]) => <DoneForm base={base} id={one.id} title={one.title} /> }]
          : [{ head: 'Done', cell: (one: CopiesView['rows'][number]) => <>{one.doneOn && longDay(one.doneOn)}{one.doneName && `, ${one.doneName}`}. {one.outcome === 'given' ? 'Given.' : 'Could not be given.'}</> }]),
      ]} />
    )}
    <Paging page={page} pages={pages} href={n => `${base}?${open ? '' : 'done=yes&'}page=${n}`} />
    <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
  </>
);

const DoneForm = ({ base, id, title }: { base: string; id: string; title: string }) => (
  <form method="post" action={`${base}/${id}/done`}>
    <button class="link-button" type="submit" name="outcome" value="given">It is out<span class="govuk-visually-hidden">: {title}</span></button>{' '}
    <button class="link-button" type="submit" name="outcome" value="not-given">It cannot be given<span class="govuk-visually-hidden">: {title}</span></button>
  </form>
);

/** On the office's start page. */
export const CopiesCard = ({ base, count }: { base: string; count: number }) => (
  <><p>{counted(count, 'copy waits', 'copies wait')} to be printed or sent.</p><ButtonLink href={base} tone="quiet">See them</ButtonLink></>
);
