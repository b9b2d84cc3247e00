/** What the office has: asks that no reminder will settle. */
import { Empty, Paging, Table } from '../../../../page-parts/index.ts';
import { Day, missing } from '../pages.tsx';
import { MOST_REMINDERS, type Handed } from '../words.ts';

export interface OfficeProps {
  readonly slug: string;
  readonly rows: readonly Handed[];
  readonly titles: Readonly<Record<string, string>>;
  readonly page: number;
  readonly pages: number;
}

export function OfficePage({ slug, rows, titles, page, pages }: OfficeProps) {
  return (
    <>
      <h1>For the office</h1>
      <p class="lede">No mail will settle these. Speak to the people, correct an address, or note what they say by hand. A line goes when it is signed.</p>
      {rows.length === 0 ? <Empty title="The office has nothing to settle"><p><a href={`/${slug}/agreements/chase`}>Chasing signatures</a></p></Empty> : (
        <>
          <p class="no-print"><a href={`/${slug}/agreements/chase/office.csv`}>Download as a spreadsheet (CSV)</a></p>
          <Table caption="What the office has to settle" hideCaption rows={rows} columns={[
            { head: 'Name', cell: row => <a href={`/${slug}/agreements/register/${row.person}`}>{row.name}</a> },
            { head: 'Class', cell: row => row.class || '–' },
            { head: 'Policy', cell: row => titles[row.policy] ?? row.policy },
            { head: 'Missing', cell: missing },
            { head: 'Why', cell: row => (row.why === 'unreached' ? <>Mail comes back. <a href={`/${slug}/people/${row.person}`}>Look at the address</a></> : `All ${MOST_REMINDERS} reminders were given`) },
            { head: 'With the office since', cell: row => <Day day={row.handedOn} /> },
          ]} />
        </>
      )}
      <Paging page={page} pages={pages} href={n => `/${slug}/agreements/chase/office?page=${n}`} />
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}
