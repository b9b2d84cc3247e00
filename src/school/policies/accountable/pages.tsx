/** Who answers for what, with every empty office marked. */
import { Chip, counted, Empty, Note, Table } from '../../../page-parts/index.ts';
import type { Accountable } from './words.ts';

export function AccountablePage({ slug, rows }: { slug: string; rows: readonly Accountable[] }) {
  const empty = rows.flatMap(row => row.offices).filter(office => office.vacant);
  const names = [...new Set(empty.map(office => office.office))];
  return (
    <>
      <h1>Who answers for what</h1>
      <p class="lede">Each policy has an office that looks after it, and some clauses give an office a duty of its own. Here is who that is today.</p>
      {names.length > 0 && <Note title="Somebody is missing" tone="warn"><p>Nobody holds {counted(names.length, 'office')} that must answer for something. The headteacher or the school office can put this right.</p></Note>}
      {rows.length === 0 ? <Empty title="No policy is in force yet"><p>Once one is, you see here who looks after it.</p></Empty> : (
        <Table caption="Who answers for what" hideCaption rows={rows} columns={[
          { head: 'Policy', cell: row => <a href={`/${slug}/policies/${row.policy}${row.clause ? `#${row.clause.id}` : ''}`}>{row.policyTitle}{row.clause && `, ${row.clause.number}`}</a> },
          { head: 'For', cell: row => (row.clause ? row.what : 'The policy as a whole') },
          { head: 'Answers', cell: row => (row.offices.length === 0 ? <Chip tone="no">No office named</Chip> : <ul class="plain-list">{row.offices.map(one => (
            <li key={one.office}><a href={`/${slug}/offices/${one.office}`}>{one.title}</a>{one.vacant ? <> <Chip tone="no">Nobody</Chip></> : one.holders.length > 0 && <span class="soft">: {one.holders.join(', ')}</span>}</li>
          ))}</ul>) },
        ]} />
      )}
      {rows.length > 0 && <p class="no-print"><a href={`/${slug}/accountable.csv`}>Download as a spreadsheet (CSV)</a></p>}
    </>
  );
}
