/** The list of what is somebody's to read. */
import { Card, Chip, counted, Empty, longMoment, Table } from '../../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital } from '../../policies/index.ts';
import { groupOf, kindWords, type KindGroup } from '../kinds.ts';
import type { Shut } from '../keys/reads.ts';
import { ShutNote } from '../keys/shut.tsx';
import { SEVERITY, STATE, STATE_TONE } from '../pages.tsx';
import { CONCERN_STATES } from '../words.ts';
import type { InboxRow } from './store.ts';

export const GROUP: Readonly<Record<KindGroup, string>> = { safeguarding: 'Safety of children', data: 'Personal information', technology: 'Technology', conduct: 'Keeping to the rules', records: 'Records' };
export const GROUPS = Object.keys(GROUP) as KindGroup[];

export const inboxFields = (): Fields => ({
  search: { label: 'Code or kind', id: 'concern-search' },
  filters: [
    { name: 'state', label: 'Where it stands', choices: [{ value: '', text: 'Open' }, { value: 'all', text: 'All' }, ...CONCERN_STATES.map(state => ({ value: state, text: STATE[state] }))] },
    { name: 'group', label: 'About', choices: [{ value: '', text: 'Everything' }, ...GROUPS.map(group => ({ value: group, text: GROUP[group] }))] },
  ],
});

export const inboxColumns = (base: string, vocabulary: Vocabulary): ListColumn<InboxRow>[] => [
  { head: 'Code', cell: row => <a class="mono nowrap" href={`${base}/${row.id}`}>{row.code}</a>, inFile: row => row.code },
  { head: 'What', cell: row => capital(kindWords(row.kind, vocabulary)), inFile: row => kindWords(row.kind, vocabulary) },
  { head: 'Where it stands', cell: row => <Chip tone={STATE_TONE[row.state]}>{STATE[row.state]}</Chip>, inFile: row => STATE[row.state] },
  { head: 'How serious', cell: row => (row.severity ? SEVERITY[row.severity] : '–'), inFile: row => (row.severity ? SEVERITY[row.severity] : '') },
  { head: 'Told', cell: row => longMoment(row.openedAt), inFile: row => row.openedAt.toISOString() },
  { head: 'First opened', cell: row => (row.seenAt ? longMoment(row.seenAt) : row.handOnAt ? <>Not yet. It goes on at {longMoment(row.handOnAt)}.</> : 'Not yet'), inFile: row => row.seenAt?.toISOString() ?? '' },
  { head: 'First acted on', inFile: row => row.actedAt?.toISOString() ?? '' },
  { head: 'Closed', inFile: row => row.closedAt?.toISOString() ?? '' },
];

export interface InboxView {
  readonly list: Listed<InboxRow>;
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  /** For whoever looks after children: what went to others. Null for everybody else. */
  readonly elsewhere: readonly Pick<InboxRow, 'code' | 'kind' | 'state' | 'openedAt'>[] | null;
  /** Those of this page of the list whose key is missing. */
  readonly shut: readonly Shut[];
  /** Whether the school shows them where a first step is late. */
  readonly late: boolean;
}

export const InboxPage = ({ list, slug, elsewhere, late, shut }: InboxView) => (
  <>
    <h1>Concerns</h1>
    <p class="lede">What people told the school and you may read. Each time one is opened, that is written down.</p>
    <ShutNote shut={shut} />
    {late && <p class="no-print"><a href={`/${slug}/concerns-late`}>First steps that are late</a></p>}
    <List list={list} caption={counted(list.total, 'concern')} empty={<Empty title="Nothing here for you to read"><p>What comes to you stands here, and you get a mail.</p></Empty>} />
    {elsewhere !== null && elsewhere.length > 0 && (
      <Card title="About children, with others">
        <p>These were sent to others. You know that they exist; ask their readers for what you need.</p>
        <Table caption="About children, with others" hideCaption rows={elsewhere} columns={[
          { head: 'Code', cell: row => <span class="mono">{row.code}</span> }, { head: 'About', cell: row => GROUP[groupOf(row.kind)] }, { head: 'Where it stands', cell: row => STATE[row.state] }, { head: 'Told', cell: row => longMoment(row.openedAt) },
        ]} />
      </Card>
    )}
  </>
);
