/** Who was given an edition of a policy, and who has opened it. */
import { Button, Empty, Filters, longDay, Paging, Progress, Select, Table, TextField } from '../../../page-parts/index.ts';
import type { IssueRow, Which } from './reads.ts';

export interface IssuesPageView {
  /** `/prep-school/policies/staff-code/given`. */
  readonly here: string;
  readonly title: string;
  readonly edition: number;
  readonly rows: readonly IssueRow[];
  readonly total: number;
  readonly issued: number;
  readonly opened: number;
  readonly page: number;
  readonly pages: number;
  readonly which: Which;
  readonly class: string;
  readonly classes: readonly string[];
  readonly search: string;
  readonly query: string;
}

export function IssuesPage(view: IssuesPageView) {
  const { here, rows } = view;
  return (
    <>
      <h1>Who was given {view.title}</h1>
      <p class="lede">Edition {view.edition}, which is in force. Everybody who joins is given it, and a new edition is given to all again.</p>
      <Progress done={view.opened} of={view.issued} label={`${view.opened} of ${view.issued} have opened it`} />
      <Filters action={here} csvHref={`${here}.csv?${view.query}`}>
        <Select name="which" label="Which" value={view.which} choices={[{ value: 'not-opened', text: 'Not opened yet' }, { value: 'opened', text: 'Opened' }, { value: 'all', text: 'Everybody' }]} />
        {view.classes.length > 0 && <Select name="class" label="Class" value={view.class} choices={[{ value: '', text: 'All' }, ...view.classes.map(room => ({ value: room, text: room }))]} />}
      </Filters>
      <form method="post" action={here} class="filters no-print">
        <input type="hidden" name="which" value={view.which} />
        <TextField name="search" id="person-search" label="Name" value={view.search} width={20} />
        <div class="filters__do"><Button tone="quiet">Find</Button></div>
      </form>
      {rows.length === 0 ? <Empty title="Nobody fits"><p>Choose another filter.</p></Empty> : (
        <Table caption={`People: ${view.total}`} rows={rows} columns={[
          { head: 'Name', cell: one => one.name || '–' }, { head: 'Class', cell: one => one.class || '–' }, { head: 'Given on', cell: one => longDay(one.issuedOn) }, { head: 'Opened on', cell: one => (one.openedOn ? longDay(one.openedOn) : 'not yet') },
        ]} />
      )}
      <Paging page={view.page} pages={view.pages} href={n => `${here}?${view.query}&page=${n}`} />
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    </>
  );
}
