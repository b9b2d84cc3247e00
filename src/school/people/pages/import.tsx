/** Taking people in from a file: sending it, and saying what its columns are. */
import { Button, ButtonLink, Choices, counted, Empty, ErrorSummary, Facts, longMoment, Note, Select, Table } from '../../../page-parts/index.ts';
import { say } from '../../../platform/languages/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { FIELDS, type Field, type Import, type Mapping } from '../import/words.ts';

export interface ImportsProps {
  readonly slug: string;
  readonly imports: readonly (Import & { readonly by: string })[];
  readonly error?: string | undefined;
}

const STATES: Readonly<Record<Import['state'], string>> = {
  columns: 'Waits: say what its columns are', reading: 'Being read', faulty: 'Has faults', ready: 'Compared; waits for you', applying: 'Being applied', applied: 'Applied', dropped: 'Not applied',
};

export function ImportsPage({ slug, imports, error }: ImportsProps) {
  const open = imports.find(one => one.state !== 'applied' && one.state !== 'dropped');
  return (
    <>
      {error && <ErrorSummary errors={{ file: error }} />}
      <h1>Import people</h1>
      <p class="lede">Send the list from your school’s records. You see who would join, change and leave before anything happens.</p>
      {open && <Note title={`“${open.fileName}” is still open`}><p>{STATES[open.state]}. <a href={`/${slug}/people/import/${open.id}`}>Go on with it</a>. Sending another file puts this one aside.</p></Note>}
      <form method="post" action={`/${slug}/people/import`} enctype="multipart/form-data">
        <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="file">The file</label>
          <div class="govuk-hint" id="file-hint">A OneRoster 1.2 zip, or a table of people as CSV or Excel (.xlsx), at most 25 MB</div>
          {error && <p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> {error}</p>}
          <input class="govuk-file-upload" id="file" name="file" type="file" accept=".zip,.csv,.tsv,.txt,.xlsx" aria-describedby={`file-hint${error ? ' file-error' : ''}`} />
        </div>
        <Button>Send and compare</Button>
      </form>
      <h2>What a file may say</h2>
      <ul>
        <li>Everybody needs a number that stays the same from file to file. People are found again by it.</li>
        <li>A whole list says who has left: those of its kinds of people who came from such a list before and are no longer named. Nobody you entered by hand ever leaves through a file.</li>
        <li>Families are added, never taken away. What you noted beside a parent (may not agree, no contact) stays.</li>
      </ul>
      <h2>Take people out</h2>
      <p>For another system, or to look at what an import expects.</p>
      <div class="actions">
        <ButtonLink tone="quiet" href={`/${slug}/people/export/oneroster.zip`}>OneRoster 1.2 (zip)</ButtonLink>
        <ButtonLink tone="quiet" href={`/${slug}/people/export/people.csv`}>Spreadsheet (CSV)</ButtonLink>
      </div>
      <h2>Imports so far</h2>
      {imports.length === 0 ? <Empty title="None yet"><p>The first file you send is shown here.</p></Empty> : (
        <Table caption="The newest imports" hideCaption rows={imports} columns={[
          { head: 'File', cell: one => <a href={`/${slug}/people/import/${one.id}`}>{one.fileName}</a> },
          { head: 'Sent', cell: one => longMoment(one.madeAt) },
          { head: 'By', cell: one => one.by },
          { head: 'State', cell: one => STATES[one.state] },
          { head: 'Joined, changed, left', cell: one => (one.state === 'applied' ? `${one.counts.join ?? 0}, ${one.counts.change ?? 0}, ${one.counts.leave ?? 0}` : '') },
        ]} />
      )}
    </>
  );
}

/** What each field of a person is called, and what to look for in the file. */
function askFor(field: Field): readonly [label: string, hint?: string] {
  switch (field) {
    case 'key': return [say('Number'), 'It stays the same in every file: an admission number, a staff code'];
    case 'givenName': return ['Given name'];
    case 'familyName': return ['Family name'];
    case 'email': return [say('E-mail')];
    case 'kind': return ['What they are', 'Teacher, pupil, parent; several with a semicolon between them'];
    case 'yearGroup': return ['Year group'];
    case 'class': return [say('Class')];
    case 'firstDay': return ['First day'];
    case 'lastDay': return ['Last day'];
    case 'children': return [say('Children'), 'In the row of a parent: the numbers of their children'];
    case 'relation': return ['Relation to the children'];
  }
}

export interface ColumnsProps {
  readonly slug: string;
  readonly of: Import;
  readonly headings: readonly string[];
  /** The first rows, to look at. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
  readonly vocabulary: Vocabulary;
  readonly errors?: Readonly<Record<string, string>>;
}

export function ColumnsPage({ slug, of, headings, rows, mapping, vocabulary, errors = {} }: ColumnsProps) {
  const known = headings.map((heading, index) => [heading, index] as const).filter(([heading]) => heading !== '');
  const choices = [{ value: '', text: 'Not in this file' }, ...known.map(([heading]) => ({ value: heading, text: heading }))];
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>What are the columns?</h1>
      <p class="lede">{of.fileName}. What you say here is remembered for the next file.</p>
      <h2>The first row</h2>
      <Facts rows={known.map(([heading, index]) => [heading, rows.map(row => row[index] ?? '').filter(Boolean)[0] ?? '(empty)'] as const)} />
      <form method="post" action={`/${slug}/people/import/${of.id}/columns`}>
        {FIELDS.map(field => <Select key={field} name={field} label={askFor(field)[0]} hint={askFor(field)[1]} error={errors[field]} value={mapping.columns[field] ?? ''} choices={choices} />)}
        <Select name="everybody" label="Where no column says it, everybody in this file is" error={errors['everybody']} value={mapping.everybody}
          choices={[{ value: '', text: 'A column says it' }, ...[...vocabulary.kinds.values()].map(kind => ({ value: kind.name, text: kind.title }))]} />
        <Choices name="whole" label="Is this the whole list?" chosen={[mapping.whole ? 'yes' : 'no']} error={errors['whole']} choices={[
          { value: 'no', text: 'No, it adds and changes people' }, { value: 'yes', text: 'Yes: of these kinds of people, whoever is not in it has left' },
        ]} />
        <Button>Compare with the school</Button>
      </form>
      <form method="post" action={`/${slug}/people/import/${of.id}/drop`}><Button tone="quiet">Put this file aside</Button></form>
    </>
  );
}

/** "3 people join": the figures of a finished import, in words. */
export const inWords = (of: Import): string =>
  `${counted(of.counts.join ?? 0, 'person', 'people')} joined, ${counted(of.counts.change ?? 0, 'person', 'people')} changed, ${counted(of.counts.leave ?? 0, 'person', 'people')} left.`;
