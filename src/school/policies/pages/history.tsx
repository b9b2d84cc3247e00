/** The editions of a policy, and two of them side by side. */
import { Chip, counted, Empty, longDay, Paging, Table } from '../../../page-parts/index.ts';
import type { Clause, Policy, Vocabulary } from '../../../rulebook/index.ts';
import { marginForAll } from '../margin.ts';
import { officeWords } from '../phrases.ts';
import type { ClauseChange, Edition, Mark, MarginLine } from '../words.ts';
import { WithdrawnNote } from '../withdrawing/pages.tsx';
import type { Withdrawal } from '../withdrawing/words.ts';
import { Diff, MARK_WORDS } from './panel.tsx';

export interface HistoryRow {
  readonly edition: Edition;
  /** Name of who spoke for the approving body; empty where it is not to be shown. */
  readonly approver: string;
  /** Compared with the approved edition before it; null for the first. */
  readonly changes: readonly ClauseChange[] | null;
  readonly newDuties: number;
  readonly before: number | null;
  readonly current: boolean;
  /** How many were asked what they think of it, and how many answered; null where the reader does not see that, or nobody was asked. */
  readonly consulted: { readonly asked: number; readonly answered: number } | null;
}

export interface HistoryView {
  readonly base: string;
  readonly policy: string;
  readonly title: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly rows: readonly HistoryRow[];
  readonly page: number;
  readonly pages: number;
  /** Set where the policy is withdrawn, or will be. */
  readonly withdrawal: Withdrawal | null;
  /** The address at which it is withdrawn, or that is taken back; null for those who may not. */
  readonly withdrawHref: string | null;
}

const whatChanged = ({ changes, newDuties }: HistoryRow): string => {
  if (changes === null) return 'The first edition';
  if (changes.length === 0) return 'No clause';
  return `${counted(changes.length, 'clause')}${newDuties > 0 ? `, ${counted(newDuties, 'new duty', 'new duties')}` : ''}`;
};

export function HistoryPage({ base, policy, title, vocabulary, today, rows, page, pages, withdrawal, withdrawHref }: HistoryView) {
  return (
    <>
      <h1>Editions of {title}</h1>
      <p class="lede">What was approved is never changed. Every edition stays here as people read it and signed it.</p>
      {withdrawal && <WithdrawnNote withdrawal={withdrawal} today={today} />}
      {rows.length === 0 ? <Empty title="No edition has been approved yet" /> : (
        <Table caption="Editions, newest first" hideCaption rows={rows} columns={[
          { head: 'Edition', cell: row => <><a href={`${base}/${policy}/editions/${row.edition.number}`}>Edition {row.edition.number}</a>{row.current && <> <Chip tone="yes">in force</Chip></>}{row.edition.inForce && row.edition.inForce > today && <> <Chip tone="ask">to come</Chip></>}</> },
          { head: 'Approved', cell: row => <>{row.edition.approvedOn && longDay(row.edition.approvedOn)}{row.edition.approvedAs && <>, by {officeWords(row.edition.approvedAs, vocabulary)}{row.approver && ` (${row.approver})`}</>}</> },
          { head: 'First day', cell: row => longDay(row.edition.inForce ?? '') },
          { head: 'What changed', cell: row => (row.before === null ? whatChanged(row) : <a href={`${base}/${policy}/compare/${row.before}/${row.edition.number}`}>{whatChanged(row)}</a>) },
          { head: 'Why', cell: row => row.edition.note || '–' },
          ...(rows.some(row => row.consulted) ? [{ head: 'Asked what they think', cell: (row: HistoryRow) => (row.consulted ? `${row.consulted.asked} asked, ${row.consulted.answered} answered` : '–') }] : []),
        ]} />
      )}
      <Paging page={page} pages={pages} href={to => `${base}/${policy}/editions?page=${to}`} />
      {withdrawHref && <p class="no-print"><a href={withdrawHref}>{withdrawal ? 'How it was withdrawn' : 'Withdraw this policy'}</a></p>}
    </>
  );
}

export interface CompareView {
  readonly base: string;
  readonly policy: string;
  readonly vocabulary: Vocabulary;
  readonly from: { readonly edition: Edition; readonly document: Policy };
  readonly to: { readonly edition: Edition; readonly document: Policy };
  readonly changes: readonly ClauseChange[];
  /** The approved marks; empty when editions lie between the two. */
  readonly marks: ReadonlyMap<string, Mark>;
}

const KIND = { added: 'new clause', removed: 'taken out', words: 'other words', rules: 'other rule' } as const;

export function ComparePage({ base, policy, vocabulary, from, to, changes, marks }: CompareView) {
  const same = to.document.clauses.length - changes.filter(change => change.kind !== 'removed').length;
  return (
    <>
      <h1>{to.document.front.title}: edition {from.edition.number} beside edition {to.edition.number}</h1>
      <p class="lede">{counted(changes.length, 'clause')} changed, {counted(same, 'clause')} stayed as they were.</p>
      <p>Words that went are <del>crossed out</del>; words that came are <ins>marked</ins>. <a href={`${base}/${policy}/editions`}>All editions</a></p>
      {changes.length === 0 && <Empty title="No clause differs" />}
      {changes.map(change => <Compared key={change.clause} change={change} mark={marks.get(change.clause)} sides={[clauseOf(from.document, change.clause), clauseOf(to.document, change.clause)]} documents={[from.document, to.document]} vocabulary={vocabulary} />)}
    </>
  );
}

const clauseOf = (document: Policy, id: string): Clause | undefined => document.clauses.find(clause => clause.id === id);

interface ComparedProps {
  readonly change: ClauseChange;
  readonly mark: Mark | undefined;
  readonly sides: readonly [Clause | undefined, Clause | undefined];
  readonly documents: readonly [Policy, Policy];
  readonly vocabulary: Vocabulary;
}

const inOne = (lines: readonly MarginLine[]): string => lines.map(line => `${line.says} ${line.when}`.trim()).join(' ');

function Compared({ change, mark, sides: [before, after], documents: [old, now], vocabulary }: ComparedProps) {
  const was = before && marginForAll(before, old.front, vocabulary).lines;
  const is = after && marginForAll(after, now.front, vocabulary).lines;
  return (
    <article class="clause" id={change.clause}>
      <div class="clause__words"><span class="clause__number">{change.number}</span><div><p><Diff before={change.before} after={change.after} /></p></div></div>
      <aside class="clause__margin" aria-label={`How clause ${change.number} changed`}>
        <Chip>{KIND[change.kind]}</Chip>{mark && <Chip tone={mark === 'new-duty' ? 'ask' : 'plain'}>{MARK_WORDS[mark]}</Chip>}
        {change.kind === 'rules' && was && <p>Was: <del>{inOne(was)}</del></p>}
        {change.kind === 'rules' && is && <p>Now: <ins>{inOne(is)}</ins></p>}
        {change.kind !== 'rules' && (is ?? was)?.map(line => <p key={line.says + line.when}>{inOne([line])}</p>)}
      </aside>
    </article>
  );
}
