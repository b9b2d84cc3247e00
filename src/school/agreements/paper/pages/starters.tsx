/** Children who start: whose slip is back, and whose is not. */
import { Button, Chip, Empty, Figure, longDay, Paging, Table } from '../../../../page-parts/index.ts';
import type { Starter } from '../words.ts';

export interface StartersProps {
  readonly slug: string;
  readonly today: string;
  readonly rows: readonly Starter[];
  readonly waiting: number;
  readonly overdue: number;
  readonly back: number;
  readonly page: number;
  readonly pages: number;
}

export function StartersPage(props: StartersProps) {
  const { slug, today, rows } = props;
  const here = `/${slug}/agreements/paper/starters`;
  const policies = [...new Map(rows.filter(row => !row.signed && row.receivedOn === null).map(row => [row.policy, row.title]))];
  return (
    <>
      <h1>Slips before the first day</h1>
      <p class="lede">Children who start, and whether their signed slip has come back. It is due on the first day.</p>
      <div class="figures">
        <Figure value={props.waiting} label="still to come" />
        <Figure value={props.overdue} label="overdue" {...(props.overdue > 0 ? { tone: 'bad' as const } : {})} />
        <Figure value={props.back} label="received or signed" />
      </div>
      {props.waiting > 0 && (
        <div class="actions no-print">
          {policies.map(([policy, title]) => <form method="post" action={`${here}/print`} key={policy}><input type="hidden" name="policy" value={policy} /><Button tone="quiet">Make the slips: {title}</Button></form>)}
          <form method="post" action={`${here}/remind`}><Button tone="quiet">Remind the parents by mail</Button></form>
        </div>
      )}
      {rows.length === 0 ? <Empty title="Nobody starts about now"><p>A child whose first day is noted in People is listed here, when the rules want a slip by then.</p></Empty> : (
        <>
          <p class="no-print"><a href={`${here}/csv`}>Download as a spreadsheet (CSV)</a></p>
          <Table caption="Children who start, the overdue first" hideCaption rows={rows} columns={[
            { head: 'Name', cell: row => <>{row.name}{row.form && `, ${row.form}`}</> },
            { head: 'First day', cell: row => <span class="nowrap">{longDay(row.due)}</span> },
            { head: 'Policy', cell: row => row.title },
            { head: 'Slip', cell: row => (row.printed ? 'made' : 'not made yet') },
            { head: 'State', cell: row => <StarterState row={row} today={today} /> },
            { head: 'Do', cell: row => <Tick slug={slug} row={row} /> },
          ]} />
          <Paging page={props.page} pages={props.pages} href={n => `${here}?page=${n}`} />
        </>
      )}
      <button type="button" class="govuk-button govuk-button--secondary no-print" data-print hidden>Print</button>
    </>
  );
}

function StarterState({ row, today }: { row: Starter; today: string }) {
  if (row.signed) return <Chip tone="yes">signed</Chip>;
  if (row.receivedOn) return <><Chip tone="yes">received</Chip> {longDay(row.receivedOn)}</>;
  return row.due < today ? <Chip tone="no">overdue</Chip> : <Chip tone="ask">to come</Chip>;
}

/** The registrar's tick, which can be taken away again. */
const Tick = ({ slug, row }: { slug: string; row: Starter }) => (row.signed ? <>–</> : (
  <form method="post" action={`/${slug}/agreements/paper/starters/received`}>
    <input type="hidden" name="person" value={row.person} /><input type="hidden" name="policy" value={row.policy} /><input type="hidden" name="back" value={row.receivedOn ? 'no' : 'yes'} />
    <button class="link-button" type="submit">{row.receivedOn ? 'Not received after all' : 'Mark as received'}<span class="govuk-visually-hidden"> {row.name}</span></button>
  </form>
));
