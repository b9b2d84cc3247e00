/** Who has which role: every list, and one list with its form. */
import { Button, Card, Chip, counted, Details, Empty, ErrorSummary, Grid, longDay, Note, Select, TextField } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, groupWords } from '../../policies/index.ts';
import type { RoleView } from './reads.ts';
import { NAMED_STATES, type NamedLine, type NamedState } from './words.ts';

const STATES: Readonly<Record<NamedState, string>> = { now: 'On the list', coming: 'Begins later', over: 'Over' };
const TONES = { now: 'yes', coming: 'ask', over: 'plain' } as const;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** "Bubble leader". */
export const roleWords = (role: string, { facts }: Vocabulary): string => capital(facts.get('person-status')?.values.get(role)?.plain ?? role);

export const roleFields = (roles: readonly string[], vocabulary: Vocabulary): Fields => ({
  search: { label: 'Name or words', id: 'role-search' },
  filters: [
    { name: 'role', label: 'Role', choices: [{ value: '', text: 'Every role' }, ...roles.map(role => ({ value: role, text: roleWords(role, vocabulary) }))] },
    { name: 'state', label: 'State', choices: [{ value: '', text: 'On the list, or later' }, ...NAMED_STATES.map(state => ({ value: state, text: STATES[state] })), { value: 'all', text: 'All, with what is over' }] },
  ],
});

const DaysOf = ({ line, today }: { line: NamedLine; today: string }) => {
  if (line.endedAt !== null) return <>{longDay(line.from)} to {longDay(dayOf(line.endedAt))}</>;
  if (line.lastDay === null) return <>From {longDay(line.from)}, until somebody ends it</>;
  return line.state === 'over' ? <>{longDay(line.from)} to {longDay(line.lastDay)}</> : <>From {longDay(line.from)} to <Due day={line.lastDay} today={today} /></>;
};

export interface RoleColumns { readonly base: string; readonly vocabulary: Vocabulary; readonly today: string }

export const roleColumns = ({ base, vocabulary, today }: RoleColumns): ListColumn<NamedLine>[] => [
  { head: 'Who', cell: line => line.name ?? <span class="soft">Somebody who is forgotten</span>, inFile: line => line.name ?? '' },
  { head: 'Role', cell: line => roleWords(line.role, vocabulary), inFile: line => roleWords(line.role, vocabulary) },
  { head: 'Days', cell: line => <DaysOf line={line} today={today} /> },
  { head: 'From', inFile: line => line.from }, { head: 'To', inFile: line => (line.endedAt === null ? line.lastDay ?? '' : dayOf(line.endedAt)) },
  { head: 'Why', cell: line => line.reason, inFile: line => line.reason },
  { head: 'Named by', cell: line => (line.namer === null ? '–' : <>{line.namer}, {longDay(dayOf(line.at))}</>), inFile: line => line.namer ?? '' },
  { head: 'Named on', inFile: line => dayOf(line.at) },
  { head: 'State', cell: line => <><Chip tone={TONES[line.state]}>{STATES[line.state]}</Chip>{line.endedAt !== null && <Ended line={line} />}{line.mine && line.state !== 'over' && <TakeOff base={base} line={line} />}</>, inFile: line => STATES[line.state] },
  { head: 'Why it ended', inFile: line => line.endedReason },
];

const Ended = ({ line }: { line: NamedLine }) => (line.ender === null ? <p class="small">It was ended: {line.endedReason}</p> : <p class="small">{line.ender} ended it: {line.endedReason}</p>);

const TakeOff = ({ base, line }: { base: string; line: NamedLine }) => (
  <div class="no-print"><Details summary="Take off the list">
    <form method="post" action={`${base}/off`}>
      <input type="hidden" name="id" value={line.id} />
      <TextField name="reason" id={`reason-${line.id}`} label="Why?" maxlength={300} />
      <p class="small">It ends at once, and they are told. The line stays in the list as over.</p>
      <Button tone="quiet">Take off the list</Button>
    </form>
  </Details></div>
);

export interface RolesPageView {
  readonly list: Listed<NamedLine>;
  readonly roles: readonly RoleView[];
  readonly vocabulary: Vocabulary;
  readonly today: string;
  /** The role whose list this is; null for all of them. */
  readonly role: RoleView | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

export function RolesPage(view: RolesPageView) {
  const { list, role, vocabulary } = view;
  const nobody = list.search === '' && (list.chosen['state'] ?? '') === '';
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{role === null ? 'Who has which role' : roleWords(role.name, vocabulary)}</h1>
      {role === null
        ? <p class="lede">Some rules hold for people with a certain role that is no office. Here is who has it, who named them, and until when. May I goes by these lists.</p>
        : <OneRole view={view} role={role} />}
      <List list={list} caption={counted(list.total, 'person on the list', 'people on the list')} empty={nobody ? <Empty title="Nobody is on the list"><p>Whoever keeps the list puts people on it, with the days and the reason.</p></Empty> : <Empty title="Nobody fits"><p><a href={list.base}>Show every list</a></p></Empty>} />
      {role === null && <Overview view={view} />}
    </>
  );
}

const Overview = ({ view: { roles, vocabulary, list, today } }: { view: RolesPageView }) => (
  <>
    <h2>The roles of which the rules speak</h2>
    <Grid>{roles.map(role => (
      <Card key={role.name} title={roleWords(role.name, vocabulary)}>
        <p>{counted(role.count, 'person has it today', 'people have it today')}. <a href={list.href({ role: role.name, page: '' })}>Open the list<span class="govuk-visually-hidden"> of {roleWords(role.name, vocabulary)}</span></a></p>
        <p class="small"><Cited role={role} /></p>
        <Measure role={role} today={today} />
      </Card>
    ))}</Grid>
  </>
);

const Cited = ({ role }: { role: RoleView }) => <>{role.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</>;

function OneRole({ view, role }: { view: RolesPageView; role: RoleView }) {
  const keepers = groupWords([role.keepers], view.vocabulary);
  return (
    <>
      <p class="lede">Whoever is on this list has the role for the rules below. The list is kept by {keepers}. <a href={view.list.base}>Every role</a></p>
      {role.cited.map(one => <blockquote class="quote" key={one.href}><p {...asWritten()}>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}
      <Measure role={role} today={view.today} />
      {role.mine && role.open && <NameForm view={view} role={role} />}
    </>
  );
}

/** A temporary measure: nobody has the role before its first day or after its last. */
function Measure({ role: { measure }, today }: { role: RoleView; today: string }) {
  if (measure === null) return null;
  if (measure.from === null) return <Note title="The measure has no days"><p>It is a temporary measure without a first day. Until the policy says from when it holds, nobody can be named.</p></Note>;
  if (measure.until !== null && measure.until < today) return <Note title="The measure is over"><p>It ended on {longDay(measure.until)}. From that day on nobody has the role, and nobody can be named.</p></Note>;
  return measure.until === null ? <Note title="A temporary measure"><p>It holds from {longDay(measure.from)}.</p></Note> : <Note title="A temporary measure"><p>It holds from {longDay(measure.from)} to {longDay(measure.until)}. Then it ends by itself, and so does this list.</p></Note>;
}

const NameForm = ({ view: { people, raw, errors, list, today }, role }: { view: RolesPageView; role: RoleView }) => (
  <div class="no-print"><Details summary="Put somebody on the list" open={Object.keys(errors).length > 0}>
    <form method="post" action={list.base} novalidate>
      <input type="hidden" name="role" value={role.name} />
      <Select name="person" label="Who?" value={textIn(raw, 'person')} error={errors['person']} choices={[{ value: '', text: 'Choose' }, ...people.map(one => ({ value: one.id, text: one.name }))]} />
      <TextField name="from" type="date" label="First day" value={textIn(raw, 'from') || firstDay(role, today)} error={errors['from']} width={10} />
      <TextField name="until" type="date" label="Last day" hint={role.measure?.until ? 'If you leave it empty, it ends with the measure.' : 'If you leave it empty, it holds until somebody ends it.'} value={textIn(raw, 'until')} error={errors['until']} width={10} />
      <TextField name="reason" label="Why?" hint="Such as: leads the group of class 4." value={textIn(raw, 'reason')} error={errors['reason']} maxlength={300} />
      <p class="soft">They are told. You cannot put yourself on the list: somebody else does that.</p>
      <Button>Put on the list</Button>
    </form>
  </Details></div>
);

const firstDay = ({ measure }: RoleView, today: string): string => (measure?.from && measure.from > today ? measure.from : today);
