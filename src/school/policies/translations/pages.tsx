/** Translations: what readers see of one, and where the school keeps them. */
import { Button, Chip, counted, Details, Empty, ErrorSummary, longMoment, Note, Select, Table, TextArea } from '../../../page-parts/index.ts';
import { ENGLISH, type Language } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Translated, TranslatedLine, Translation, TranslationState } from './words.ts';

const English = ({ children }: { children: string }) => <p lang={ENGLISH.code} dir="ltr">{children}</p>;

/** Above a translated policy: what it is, and which text decides. */
export const TranslationNote = ({ translated, edition, here }: { translated: Translated; edition: number; here: string }) => (
  <Note title="This is a translation. The English text decides.">
    <p>It was made for edition {translated.edition}. Edition {edition} is shown here, with the English beside each clause. {translated.stale > 0 && counted(translated.stale, 'clause has changed since and stands in English.', 'clauses have changed since and stand in English.')}</p>
    <p><a href={`${here}?in=${ENGLISH.code}`}>Read it in English, with what each clause asks</a></p>
  </Note>
);

/** The clauses one by one, each beside its English. */
export const TranslatedBody = ({ translated, language }: { translated: Translated; language: Language }) => (
  <div class="policy">{translated.lines.map(line => (line.kind === 'heading' ? <Heading key={line.id} line={line} language={language} /> : <Clause key={line.id} line={line} language={language} />))}</div>
);

type HeadingLine = Extract<TranslatedLine, { kind: 'heading' }>;
type ClauseLine = Extract<TranslatedLine, { kind: 'clause' }>;

function Heading({ line, language }: { line: HeadingLine; language: Language }) {
  const Tag = `h${line.depth}` as 'h2' | 'h3' | 'h4';
  const translated = line.text !== line.english;
  return <Tag id={line.id} lang={translated ? language.code : ENGLISH.code} dir={translated ? language.direction : 'ltr'}>{line.text}</Tag>;
}

function Clause({ line, language }: { line: ClauseLine; language: Language }) {
  if (line.text === null) {
    return (
      <div class="translated" id={line.id}>
        <div class="side"><p class="side__label">{line.number} <Chip tone="ask">{line.stale === 'new' ? 'new since the translation' : 'changed since the translation'}</Chip></p><English>{line.english}</English></div>
      </div>
    );
  }
  return (
    <div class="translated sides" id={line.id}>
      <div class="side side--new"><p class="side__label">{line.number}</p><p lang={language.code} dir={language.direction}>{line.text}</p></div>
      <div class="side"><p class="side__label">English</p><English>{line.english}</English></div>
    </div>
  );
}

export interface TranslationsView {
  /** `/village-primary/policies/staff-code`. */
  readonly here: string;
  readonly title: string;
  readonly edition: number;
  readonly languages: readonly Language[];
  readonly rows: readonly (Translation & { readonly edition: number; readonly stale: number; readonly inUse: boolean })[];
  readonly approves: boolean;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

const STATES: Readonly<Record<TranslationState, string>> = { waiting: 'Waits for approval', approved: 'Approved', withdrawn: 'Withdrawn' };

/** Where a school keeps the translations of one policy. */
export function TranslationsPage(view: TranslationsView) {
  const { here, rows, errors, raw, languages } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Translations of <span lang={ENGLISH.code}>{view.title}</span></h1>
      <p class="lede">Readers who choose a language see its translation beside the English. The English decides.</p>
      {rows.length === 0 ? <Empty title="No translation yet"><p>Download the English, write over its sentences, and send it in below.</p></Empty> : <Rows view={view} />}
      <h2>Send in a translation of edition {view.edition}</h2>
      <p><a href={`${here}/translations/template`}>Download the English to write over</a>. Keep the marks in braces, such as <code>{'{#no-sharing}'}</code>: they say which clause is which.</p>
      <form method="post" action={`${here}/translations`} enctype="multipart/form-data">
        <Select name="language" label="Language" value={typeof raw['language'] === 'string' ? raw['language'] : ''} error={errors['language']} choices={[{ value: '', text: 'Choose' }, ...languages.map(one => ({ value: one.code, text: one.name }))]} />
        <div class={`govuk-form-group${errors['file'] ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="file">The translated file</label>
          {errors['file'] && <p class="govuk-error-message" id="file-error">{errors['file']}</p>}
          <input class="govuk-file-upload" type="file" id="file" name="file" accept=".md,.txt,text/markdown,text/plain" />
        </div>
        <Details summary="Paste the text instead" open={Boolean(raw['text'])}><TextArea name="text" label="The translated text" rows={12} value={typeof raw['text'] === 'string' ? raw['text'] : ''} error={errors['text']} mono /></Details>
        <Button>Check it and send it in</Button>
      </form>
    </>
  );
}

const Rows = ({ view: { rows, languages, here, approves } }: { view: TranslationsView }) => (
  <Table caption="Translations, newest first" rows={rows} columns={[
    { head: 'Language', cell: row => <a href={`${here}?in=${row.language}`} lang={row.language}>{languages.find(one => one.code === row.language)?.name ?? row.language}</a> },
    { head: 'Edition', number: true, cell: row => row.edition },
    { head: 'Sent in', cell: row => longMoment(row.madeAt) },
    { head: 'State', cell: row => <>{STATES[row.state]}{row.inUse && <> <Chip tone="yes">readers see it</Chip></>}{row.inUse && row.stale > 0 && <> <Chip tone="ask">{counted(row.stale, 'clause is out of date', 'clauses are out of date')}</Chip></>}</> },
    { head: 'File', cell: row => <a href={`${here}/translations/${row.id}/file`}>Download<span class="govuk-visually-hidden"> {row.language}</span></a> },
    { head: 'Do', cell: row => <Deeds row={row} here={here} approves={approves} /> },
  ]} />
);

function Deeds({ row, here, approves }: { row: Translation; here: string; approves: boolean }) {
  if (!approves) return <>Whoever approves the policy decides.</>;
  return (
    <form method="post" action={`${here}/translations/${row.state === 'waiting' ? 'approve' : row.state === 'approved' ? 'withdraw' : 'put-back'}`} class="inline-form">
      <input type="hidden" name="translation" value={row.id} />
      <button class="link-button" type="submit">{row.state === 'waiting' ? 'Approve it for readers' : row.state === 'approved' ? 'Withdraw it' : 'Put it back'}</button>
    </form>
  );
}
