/** Tables with their filters and pages. */
import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly number?: boolean;
  /** Sorting by this column: the query that does it, and whether it is on. */
  readonly sort?: { readonly href: string; readonly on?: 'ascending' | 'descending' };
}

/** A table with a caption; on a narrow screen each row becomes a small card with its own labels. */
export function Table<Row>({ caption, columns, rows, hideCaption }: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; hideCaption?: boolean }) {
  return (
    <table class="table">
      <caption class={hideCaption ? 'govuk-visually-hidden' : 'table__caption'}>{caption}</caption>
      <thead>
        <tr>{columns.map(column => (
          <th scope="col" key={column.head} class={column.number ? 'table__number' : undefined} aria-sort={column.sort?.on}>
            {column.sort ? <a href={column.sort.href}>{column.head}</a> : column.head}
          </th>
        ))}</tr>
      </thead>
      <tbody>{rows.map((row, index) => (
        <tr key={index}>{columns.map((column, at) => {
          const css = column.number ? 'table__number' : undefined;
          const inside = <span class="table__cell">{column.cell(row)}</span>;
          return at === 0 ? <th scope="row" class={css} data-head={column.head} key={at}>{inside}</th> : <td class={css} data-head={column.head} key={at}>{inside}</td>;
        })}</tr>
      ))}</tbody>
    </table>
  );
}

/** Links to the pages of a long list. `href` makes the address of page n (from 1). */
export function Paging({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  if (pages <= 1) return null;
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter(n => n >= 1 && n <= pages).sort((a, b) => a - b);
  return (
    <nav class="govuk-pagination" aria-label="Pages">
      {page > 1 && <div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href={href(page - 1)} rel="prev">Previous<span class="govuk-visually-hidden"> page</span></a></div>}
      <ul class="govuk-pagination__list">{near.map(n => (
        <li key={n} class={`govuk-pagination__item${n === page ? ' govuk-pagination__item--current' : ''}`}>
          <a class="govuk-link govuk-pagination__link" href={href(n)} aria-label={`Page ${n}`} aria-current={n === page ? 'page' : undefined}>{n}</a>
        </li>
      ))}</ul>
      {page < pages && <div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href={href(page + 1)} rel="next">Next<span class="govuk-visually-hidden"> page</span></a></div>}
    </nav>
  );
}

/** Filters above a list: a form that reloads the page by GET, so that every view has an address. */
export const Filters = ({ action, children, csvHref }: { action: string; children: ComponentChildren; csvHref?: string }) => (
  <form class="filters" method="get" action={action} role="search">
    {children}
    <div class="filters__do">
      <button class="govuk-button govuk-button--secondary" type="submit">Show</button>
      {csvHref && <a class="filters__csv" href={csvHref}>Download as a spreadsheet (CSV)</a>}
    </div>
  </form>
);
