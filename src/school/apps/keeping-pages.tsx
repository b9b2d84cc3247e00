/** Pages for whoever keeps the register: bring in a file, withdraw, and say who keeps it. */
import { Button, ButtonLink, Chip, counted, Empty, ErrorSummary, Note, Select, Table, TextArea, TextField } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import { textIn, type Errors } from './pages.tsx';
import { asWritten } from '../../platform/languages/index.ts';
import { COLUMNS, MOST_ROWS, type Fault, type FaultKind, type SheetLine, type SheetPlan } from './sheet.ts';
import type { App } from './words.ts';

export const ImportPage = ({ base, errors }: { base: string; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Bring in a file of applications</h1>
    <p class="lede">You see what would change before anything does. What is not in the file stays as it is.</p>
    <p>The file is a table (CSV) with these columns: <span {...asWritten()}>{Object.values(COLUMNS).join(', ')}</span>. Each one needs a name. A new one also needs a day on which somebody looks again, unless a rule says how often. The easiest way is to <a href={`${base}/register.csv`}>download the register</a>, change it, and bring it back.</p>
    <form method="post" action={`${base}/import`} enctype="multipart/form-data">
      <div class={`govuk-form-group${errors['file'] ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label" for="file">File</label>
        {errors['file'] && <p class="govuk-error-message" id="file-error"><span class="govuk-visually-hidden">Error:</span> {errors['file']}</p>}
        <input class="govuk-file-upload" type="file" id="file" name="file" accept=".csv,text/csv" aria-describedby={errors['file'] ? 'file-error' : undefined} />
      </div>
      <p class="actions"><Button>Look at it</Button> <a href={`${base}/register`}>Back</a></p>
    </form>
  </>
);

const FAULTS: Readonly<Record<FaultKind, string>> = {
  'no-name': 'There is no name.', twice: 'This name stands in the file twice.', 'too-long': 'There are too many words in this column.', 'unknown-kind': 'The school knows no such people.', 'unknown-year': 'There is no such year group.',
  'unknown-data': 'This is no kind of data that the rules know.', 'bad-day': 'This is no day. Write it as 2026-12-25.', 'no-review': 'It needs a day by which somebody looks again.', withdrawn: 'It is withdrawn. Put it back on its own page first.',
};
const faultWords = (fault: Fault) => <>{FAULTS[fault.kind]}{fault.value !== '' && fault.kind !== 'no-review' && fault.kind !== 'withdrawn' && fault.kind !== 'twice' && <> “{fault.value}”</>}</>;
const DOES: Readonly<Record<SheetLine['does'], { readonly tone: 'yes' | 'ask' | 'plain' | 'no'; readonly text: string }>> = { new: { tone: 'yes', text: 'New' }, change: { tone: 'ask', text: 'Changed' }, same: { tone: 'plain', text: 'As it is' }, fault: { tone: 'no', text: 'Not taken in' } };
const FIELD: Readonly<Record<string, string>> = COLUMNS;

export function PreviewPage({ base, plan, table }: { base: string; plan: SheetPlan; table: string }) {
  const takes = plan.lines.filter(line => line.does === 'new' || line.does === 'change').length;
  const faults = plan.lines.filter(line => line.does === 'fault').length;
  return (
    <>
      <h1>What the file would change</h1>
      <p class="lede">Nothing has changed yet.</p>
      {plan.unknown.length > 0 && <Note tone="warn"><p>The register has no such columns, so they are left out: {plan.unknown.join(', ')}</p></Note>}
      {plan.tooMany && <Note tone="warn"><p>Only the first {MOST_ROWS} rows are read. Bring in the others in a second file.</p></Note>}
      {faults > 0 && <Note tone="warn"><p>{counted(faults, 'row')} would not be taken in. Put them right in the file and bring it in again, or go on without them.</p></Note>}
      {plan.lines.length === 0 ? <Empty title="The file has no rows" /> : <Table caption={counted(plan.lines.length, 'row')} rows={plan.lines} columns={[
        { head: 'Application', cell: line => line.name || '–' }, { head: 'Row', number: true, cell: line => line.row },
        { head: 'What happens', cell: line => <Chip tone={DOES[line.does].tone}>{DOES[line.does].text}</Chip> },
        { head: 'More', cell: line => (line.does === 'fault' ? <ul class="small">{line.faults.map((fault, at) => <li key={at}>{faultWords(fault)}</li>)}</ul> : <ul class="small">{Object.entries(line.changes).map(([field, [before, after]]) => <li key={field}>{FIELD[field]}: <del>{before || '–'}</del> <ins>{after || '–'}</ins></li>)}</ul>) },
      ]} />}
      {takes > 0 && (
        <form method="post" action={`${base}/import/apply`}>
          <textarea name="table" hidden readonly aria-label="The file">{table}</textarea>
          <p class="actions"><Button>Take in {counted(takes, 'row')}</Button> <a href={`${base}/import`}>Choose another file</a></p>
        </form>
      )}
      {takes === 0 && <p class="actions"><ButtonLink href={`${base}/import`} tone="quiet">Choose another file</ButtonLink></p>}
    </>
  );
}

export const WithdrawPage = ({ base, app, asked, raw, errors }: { base: string; app: App; asked: number; raw: Body; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Withdraw {app.name}?</h1>
    <p>Nobody may use it from then on. {asked > 0 && <>{counted(asked, 'person', 'people')} named for it will be told, and permissions to use it are over.</>} Its history stays, and you can put it back.</p>
    <form method="post" action={`${base}/${app.id}/withdraw`}>
      <TextArea name="reason" label="Why?" hint="Staff can read it." value={textIn(raw, 'reason')} error={errors['reason']} rows={3} />
      <p class="actions"><Button tone="warn">Withdraw it</Button> <a href={`${base}/${app.id}`}>Keep it</a></p>
    </form>
  </>
);

export const SettingsPage = ({ base, offices, raw, errors }: { base: string; offices: readonly { readonly value: string; readonly text: string }[]; raw: Body; errors: Errors }) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Who keeps the list of applications</h1>
    <p>Whoever holds this office decides what is on the list, and for whom. The head always may as well. Requests still go to whom the rules name.</p>
    <form method="post" action={`${base}/settings`}>
      <Select name="office" label="Office" value={textIn(raw, 'office')} error={errors['office']} choices={offices} />
      <TextField name="remindDays" label="Days before a review on which they are reminded" value={textIn(raw, 'remindDays')} error={errors['remindDays']} inputmode="numeric" width={5} />
      <p class="actions"><Button>Save</Button> <a href={`${base}/register`}>Back</a></p>
    </form>
  </>
);
