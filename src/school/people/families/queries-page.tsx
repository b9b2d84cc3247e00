/** What parents say is wrong on the roll, and the records to look at again: the office's list. */
import { Button, Empty, longDay, longMoment, Paging, Table, Tabs } from '../../../page-parts/index.ts';
import type { QueriesView, QueryRow } from './reads.ts';

export interface QueriesProps extends QueriesView {
  readonly slug: string;
  readonly done: boolean;
  readonly page: number;
}

export function QueriesPage({ slug, rows, pages, page, done, reviews }: QueriesProps) {
  const here = `/${slug}/people/family-queries`;
  return (
    <>
      <h1>Families to look at</h1>
      <Tabs label="Which" items={[{ text: 'To do', href: here, current: !done }, { text: 'Done', href: `${here}?done=yes`, current: done }]} />
      <p class="no-print"><a href={`${here}.csv${done ? '?done=yes' : ''}`}>Download as a spreadsheet (CSV)</a></p>
      <h2>Parents say that this is wrong</h2>
      {rows.length === 0 ? <Empty title={done ? 'Nothing has been settled yet' : 'Nobody says that anything is wrong'} /> : (
        <Table<QueryRow> caption="What parents say is wrong" hideCaption rows={rows} columns={[
          { head: 'Child', cell: row => <a href={`/${slug}/people/${row.child}/family-record`}>{row.childName}</a> },
          { head: 'What they say', cell: row => row.says }, { head: 'Who', cell: row => row.byName }, { head: 'When', cell: row => longMoment(row.at) },
          { head: done ? 'Done' : 'To do', cell: row => <Settle here={here} row={row} /> },
        ]} />
      )}
      <Paging page={page} pages={pages} href={n => `${here}?page=${n}${done ? '&done=yes' : ''}`} />
      {!done && <Reviews slug={slug} reviews={reviews} />}
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

const Settle = ({ here, row }: { here: string; row: QueryRow }) => (
  <form method="post" action={here}>
    <input type="hidden" name="query" value={row.id} /><input type="hidden" name="done" value={row.doneAt ? 'no' : 'yes'} />
    {row.doneAt && <span>{longMoment(row.doneAt)} </span>}<Button tone="quiet">{row.doneAt ? 'Open it again' : 'It is put right'}<span class="govuk-visually-hidden">: {row.childName}</span></Button>
  </form>
);

const Reviews = ({ slug, reviews }: Pick<QueriesProps, 'slug' | 'reviews'>) => (
  <>
    <h2>Records to look at again</h2>
    {reviews.length === 0 ? <p class="soft">None today.</p> : <Table caption="Records to look at again" hideCaption rows={reviews} columns={[
      { head: 'Child', cell: row => <a href={`/${slug}/people/${row.child}/family-record`}>{row.name}</a> }, { head: 'Since', cell: row => longDay(row.on) },
    ]} />}
  </>
);
