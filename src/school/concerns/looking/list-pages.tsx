/** The list of looks, and the page on which people see what was looked at about them. */
import { ButtonLink, Card, Chip, counted, Empty, Facts, longDay, longMoment } from '../../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import { Days } from './pages.tsx';
import { PURPOSE, STATE, SYSTEM, TONE } from './phrases.ts';
import type { LookLine, ToldLine } from './reads.ts';
import { LOOK_STATES } from './words.ts';

export const lookFields = (): Fields => ({
  search: { label: 'Code of the concern', id: 'look-search' },
  filters: [{ name: 'state', label: 'Where it stands', choices: [{ value: '', text: 'All' }, ...LOOK_STATES.map(state => ({ value: state, text: STATE[state] }))] }],
});

/** Whose activity it is stands on the page of the look alone. */
export const lookColumns = (base: string): ListColumn<LookLine>[] => [
  { head: 'Where', cell: ({ look }) => <a href={`${base}/${look.id}`}>{SYSTEM[look.system]}<span class="govuk-visually-hidden">, {look.code}</span></a>, inFile: ({ look }) => SYSTEM[look.system] },
  { head: 'Concern', cell: ({ look }) => <span class="mono nowrap">{look.code}</span>, inFile: ({ look }) => look.code },
  { head: 'Days', cell: ({ look }) => <Days from={look.from} to={look.to} /> },
  { head: 'First day', inFile: ({ look }) => look.from }, { head: 'Last day', inFile: ({ look }) => look.to },
  { head: 'What for', cell: ({ look }) => PURPOSE[look.purpose], inFile: ({ look }) => PURPOSE[look.purpose] },
  { head: 'Where it stands', cell: ({ look }) => <Chip tone={TONE[look.state]}>{STATE[look.state]}</Chip>, inFile: ({ look }) => STATE[look.state] },
  { head: 'Asked by', cell: line => line.asker || '–', inFile: line => line.asker },
  { head: 'Asked', cell: ({ look }) => longMoment(look.askedAt), inFile: ({ look }) => look.askedAt.toISOString() },
  { head: 'Read by', cell: line => line.reader || '–', inFile: line => line.reader },
];

export const LooksPage = ({ list }: { list: Listed<LookLine> }) => (
  <>
    <h1>Looking into logs</h1>
    <p class="lede">Nobody looks into a log alone: one asks, in a case, another agrees, and one person reads. You see the looks that are yours to see.</p>
    <p class="actions no-print"><ButtonLink href={`${list.base}/new`} tone="quiet">Ask to look into a log</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'look')} empty={<Empty title="No look for you to see"><p>What you ask for, agree to or read stands here.</p></Empty>} />
  </>
);

/** What somebody was told: that it was done, where, on which days and what for. Never in which case. */
export const LookedAtPage = ({ lines }: { lines: readonly ToldLine[] }) => (
  <>
    <h1>What the school looked at</h1>
    <p class="lede">The school may look into its logs when something has happened. Whoever does it is written down, and another has to agree. When it is over you are told here.</p>
    {lines.length === 0 && <Empty title="Nothing that you are told of"><p>If a log of yours is ever read, and nothing speaks against telling you, it stands here once the matter is closed.</p></Empty>}
    {lines.map(({ look, name }) => (
      <Card key={look.id} title={SYSTEM[look.system]}>
        <Facts rows={[...(name === null ? [] : [['Whose', name] as const]), ['Days', <Days from={look.from} to={look.to} />], ['What for', PURPOSE[look.purpose]], ['You were told', longDay(look.toldOn!)]]} />
      </Card>
    ))}
    <p>You can ask the school’s data protection officer what was read, and complain if you think that it was wrong.</p>
  </>
);
