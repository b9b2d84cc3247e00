/** The list of cases whose first step is late. */
import { counted, Empty, longMoment } from '../../../page-parts/index.ts';
import { List, type Listed, type ListColumn } from '../../../registers/index.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { capital, cite, clauseHref, listed, officeWords } from '../../policies/index.ts';
import { Left } from '../clocks/pages.tsx';
import { kindWords } from '../kinds.ts';
import type { LateRow } from './reads.ts';

const who = (row: LateRow, vocabulary: Vocabulary): string => capital(listed(row.offices.map(office => officeWords(office, vocabulary))));

export const lateColumns = ({ vocabulary, now }: { readonly vocabulary: Vocabulary; readonly now: Date }): ListColumn<LateRow>[] => [
  { head: 'Code', cell: row => <span class="mono nowrap">{row.code}</span>, inFile: row => row.code },
  { head: 'What', cell: row => capital(kindWords(row.kind, vocabulary)), inFile: row => kindWords(row.kind, vocabulary) },
  { head: 'Told', cell: row => longMoment(row.openedAt), inFile: row => row.openedAt.toISOString() },
  { head: 'First step', cell: row => <><Left dueAt={row.dueAt} now={now} /> It was due on {longMoment(row.dueAt)}.</>, inFile: row => row.dueAt.toISOString() },
  { head: 'Who has it', cell: row => (row.offices.length === 0 ? '–' : who(row, vocabulary)), inFile: row => who(row, vocabulary) },
];

export interface LateView {
  readonly list: Listed<LateRow>;
  /** The clauses that say how soon a first step comes. */
  readonly clauses: readonly string[];
  readonly rulebook: Rulebook;
}

export const LatePage = ({ list, clauses, rulebook }: LateView) => (
  <>
    <h1>First steps that are late</h1>
    <p class="lede">Cases in which nobody has taken the first step in time. Ask whoever has the case what keeps them. What was told stays with its readers.</p>
    {clauses.length > 0 && <p>How soon a first step comes stands in {clauses.map((id, at) => <span key={id}>{at > 0 && '; '}<a href={clauseHref(id as never)}>{cite(rulebook, id as never)}</a></span>)}.</p>}
    <List list={list} caption={counted(list.total, 'case')} empty={<Empty title="No first step is late"><p>A case stands here from the moment its first step is overdue until somebody takes it.</p></Empty>} />
  </>
);
