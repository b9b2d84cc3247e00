/** The register of what the school holds. */
import { ButtonLink, Card, Chip, counted, Empty, longDay, longMoment } from '../../../../page-parts/index.ts';
import { dayOf } from '../../../../platform/days.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../../registers/index.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import { capital } from '../../../policies/index.ts';
import { isOverdue } from '../decisions.ts';
import { thingWords } from '../phrases.ts';
import type { AwaitedRow, EntryRow } from '../reads.ts';
import { STANDINGS, type StandingAsk } from '../words.ts';
import { STATE, StateChip } from './parts.tsx';

const STANDING: Readonly<Record<StandingAsk, string>> = { held: 'Held now', overdue: 'Overdue', 'handed-on': 'Handed on', returned: 'Given back', struck: 'Struck out' };

export const custodyFields = (kinds: readonly string[], vocabulary: Vocabulary): Fields => ({
  search: { label: 'Pupil or number', id: 'custody-search' },
  filters: [
    { name: 'standing', label: 'Which', choices: [{ value: '', text: 'All' }, ...STANDINGS.map(standing => ({ value: standing, text: STANDING[standing] }))] },
    { name: 'kind', label: 'What', choices: [{ value: '', text: 'Anything' }, ...kinds.map(kind => ({ value: kind, text: capital(thingWords(kind, vocabulary)) }))] },
  ],
});

export const custodyColumns = ({ base, vocabulary, today }: { base: string; vocabulary: Vocabulary; today: string }): ListColumn<EntryRow>[] => [
  { head: 'Number', sort: 'label', cell: ({ entry }) => <a href={`${base}/${entry.id}`}>{entry.label}</a>, inFile: ({ entry }) => entry.label },
  { head: 'What', cell: ({ entry }) => (entry.state === 'struck' ? <s>{capital(thingWords(entry.kind, vocabulary))}</s> : capital(thingWords(entry.kind, vocabulary))), inFile: ({ entry }) => thingWords(entry.kind, vocabulary) },
  { head: 'Whose', cell: row => (row.name === '' ? 'Somebody who is forgotten' : row.class === '' ? row.name : `${row.name}, ${row.class}`), inFile: row => row.name },
  { head: 'Class', inFile: row => row.class },
  { head: 'Taken', sort: 'taken', cell: ({ entry }) => longMoment(entry.takenAt), inFile: ({ entry }) => dayOf(entry.takenAt) },
  { head: 'Goes back', sort: 'due', cell: ({ entry }) => (entry.state === 'held' ? <Due day={entry.dueOn} today={today} soonDays={0} /> : longDay(entry.dueOn)), inFile: ({ entry }) => entry.dueOn },
  { head: 'Looked after by', cell: row => row.holder || '–', inFile: row => row.holder },
  { head: 'Where it lies', cell: row => row.keptIn || '–', inFile: row => row.keptIn },
  { head: 'State', cell: ({ entry }) => (isOverdue(entry, today) ? <Chip tone="no">Overdue</Chip> : <StateChip state={entry.state} />), inFile: ({ entry }) => STATE[entry.state] },
];

export interface RegisterView {
  readonly list: Listed<EntryRow>;
  readonly awaited: readonly AwaitedRow[];
  readonly takes: boolean;
  readonly sets: boolean;
}

export const RegisterPage = ({ list, awaited, takes, sets }: RegisterView) => (
  <>
    <h1>Devices taken into custody</h1>
    <p class="lede">What was taken from pupils, who looks after it, and when it goes back. Nothing is ever thrown away.</p>
    <p class="actions no-print">{takes ? <ButtonLink href={`${list.base}/new`}>Take a device into custody</ButtonLink> : <a href={`${list.base}/new`}>What the rules say of taking a device</a>}{sets && <> <a href={`${list.base}/settings`}>How devices go back</a></>}</p>
    {awaited.length > 0 && (
      <Card title="To be taken, as was decided" tone="ask">
        <ul>{awaited.map(one => <li key={one.id}><a href={`${list.base}/new?awaited=${one.id}`}>{one.class === '' ? one.name : `${one.name}, ${one.class}`}</a>{one.until !== null && <>, until {longDay(one.until)}</>}</li>)}</ul>
      </Card>
    )}
    <List list={list} caption={counted(list.total, 'device')} empty={<Empty title="No device fits"><p>Choose other filters. Where nothing was taken, the list is empty.</p></Empty>} />
  </>
);
