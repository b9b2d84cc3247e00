/** A policy clause by clause, with how many have signed each: numbers, no names. */
import { counted, Empty, Table } from '../../../page-parts/index.ts';
import type { ClauseFigure } from './decisions.ts';

export interface ClauseProofProps {
  readonly slug: string;
  readonly policy: string;
  readonly title: string;
  readonly edition: number;
  readonly figures: readonly ClauseFigure[];
}

export function ClauseProofPage({ slug, policy, title, edition, figures }: ClauseProofProps) {
  const missing = figures.filter(one => one.signed < one.bound).length;
  return (
    <>
      <h1>Clause by clause: {title}</h1>
      <p class="lede">Edition {edition}. Of those who are asked to sign it, how many each clause speaks to, and how many of these have signed it. Numbers only, no names.</p>
      {figures.length === 0 ? <Empty title="No clause asks anything of those who sign" /> : (
        <>
          <p>{missing === 0 ? 'Every clause is signed by everybody it speaks to.' : `${counted(missing, 'clause is', 'clauses are')} not signed by everybody yet.`}</p>
          <p class="no-print"><a href={`/${slug}/agreements/clauses/${policy}.csv`}>Download as a spreadsheet (CSV)</a></p>
          <Table caption="Clauses and how many have signed them" hideCaption rows={figures} columns={[
            { head: 'Clause', cell: one => <a href={`/${slug}/policies/${policy}#${one.id}`}>{one.number}</a> },
            { head: 'Words', cell: one => one.text },
            { head: 'Speaks to', cell: one => one.bound, number: true },
            { head: 'Signed', cell: one => one.signed, number: true },
            { head: 'Missing', cell: one => one.bound - one.signed, number: true },
          ]} />
        </>
      )}
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}
