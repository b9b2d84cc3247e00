/** How a declared list looks: filters, the table with its orders, pages, and paper. */
import type { ComponentChildren } from 'preact';
import { Figure, Filters, Paging, Select, Table, TextField, type Column } from '../page-parts/index.ts';
import { ROWS } from './asking.ts';
import type { Listed, ListColumn } from './words.ts';

export interface ListProps<Row> {
  readonly list: Listed<Row>;
  /** Over the table: "12 trips". */
  readonly caption: string;
  /** Where nothing fits: an <Empty>. */
  readonly empty: ComponentChildren;
}

/** The list between a page's opening words and its end. */
export const List = <Row,>({ list, caption, empty }: ListProps<Row>) => (
  <>
    <Filters action={list.base} csvHref={list.csvHref}>
      {list.fields.search && <TextField name="search" id={list.fields.search.id ?? 'search'} label={list.fields.search.label} value={list.search} width={20} />}
      {(list.fields.filters ?? []).map(filter => <Select key={filter.name} name={filter.name} label={filter.label} value={list.chosen[filter.name] ?? ''} choices={filter.choices} />)}
      {list.sort !== '' && <input type="hidden" name="sort" value={list.sort} />}
      {list.descending && <input type="hidden" name="order" value="down" />}
    </Filters>
    {list.rows.length === 0 ? empty : <Table caption={caption} rows={list.rows} columns={list.columns.flatMap(column => shown(list, column))} />}
    <Paging page={list.page} pages={list.pages} href={n => list.href({ page: String(n) })} />
    <OnPaper list={list} />
  </>
);

/** The column as the page shows it; its head changes the order where it stands for one. */
function shown<Row>(list: Listed<Row>, { head, cell, number, sort }: ListColumn<Row>): Column<Row>[] {
  if (!cell) return [];
  const on = sort !== undefined && list.sortedBy === sort;
  const order = sort === undefined ? {} : { sort: { href: list.href({ sort, order: on && !list.descending ? 'down' : '' }), ...(on ? { on: list.descending ? 'descending' as const : 'ascending' as const } : {}) } };
  return [{ head, cell, ...(number ? { number } : {}), ...order }];
}

/** A long list goes to paper as a whole: first onto one page, then to the printer. */
const OnPaper = <Row,>({ list }: { list: Listed<Row> }) => (
  <p class="actions no-print">
    <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button>
    {list.whole ? list.total > ROWS && <a href={list.href({ rows: '' })}>Page by page</a> : list.pages > 1 && <a href={list.href({ rows: 'all' })}>All on one page, to print</a>}
  </p>
);

/** How many of a list are in which state; each leads to those rows. */
export const ListFigures = <Row,>({ list, figures }: { list: Pick<Listed<Row>, 'base'>; figures: readonly { readonly value: number; readonly label: string; readonly chosen: Readonly<Record<string, string>>; readonly tone?: 'good' | 'warn' | 'bad' }[] }) => (
  <div class="figures">
    {figures.map(({ value, label, chosen, tone }) => <Figure key={label} value={value} label={label} href={`${list.base}?${new URLSearchParams(chosen)}`} {...(tone ? { tone } : {})} />)}
  </div>
);
