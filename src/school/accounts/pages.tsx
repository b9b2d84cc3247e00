/** The record of accounts for those who keep it: the register, what is to be done elsewhere, and one person's page. */
import { Button, ButtonLink, Card, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Table, TextArea, TextField } from '../../page-parts/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../registers/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { officeWords } from '../policies/index.ts';
import { isLive } from './decisions.ts';
import { CAUSE, doneWords, facilityWords, HOW, HowChip, HowWeKnow, SpanOf, StandingChip, TO_DO } from './phrases.tsx';
import type { HoldRow, RecordView, StepRow } from './reads.ts';
import type { AskBack, Facility, Hold, Step } from './words.ts';

export type Errors = Readonly<Record<string, string>>;
interface Of { readonly list: readonly Facility[]; readonly vocabulary: Vocabulary }

export const registerFields = ({ list, vocabulary }: Of): Fields => ({
  search: { label: 'Name', id: 'account-search' },
  filters: [
    { name: 'state', label: 'How it stands', choices: [{ value: '', text: 'All' }, { value: 'now', text: 'Not open now' }, { value: 'suspended', text: HOW.suspended }, { value: 'revoked', text: HOW.revoked }, { value: 'inside-only', text: HOW['inside-only'] }, { value: 'securing', text: HOW.securing }, { value: 'over', text: 'Over' }] },
    { name: 'facility', label: 'What', choices: [{ value: '', text: 'All' }, ...['countersign', ...list.map(one => one.key)].map(value => ({ value, text: facilityWords(value, list, vocabulary) }))] },
  ],
});

export const registerColumns = (base: string, { list, vocabulary }: Of): ListColumn<HoldRow>[] => [
  { head: 'Who', cell: row => <a href={`${base}/${row.person}`}>{row.name}</a>, inFile: row => row.name },
  { head: 'What', cell: row => facilityWords(row.facility, list, vocabulary), inFile: row => facilityWords(row.facility, list, vocabulary) },
  { head: 'How it stands', cell: row => (isLive(row) ? <HowChip how={row.how} /> : 'Over'), inFile: row => (isLive(row) ? HOW[row.how] : 'Over') },
  { head: 'Since', cell: row => longDay(row.begunOn), inFile: row => row.begunOn },
  { head: 'Last day', cell: row => (row.endedOn ?? row.untilOn) === null ? 'No last day' : longDay((row.endedOn ?? row.untilOn)!), inFile: row => row.endedOn ?? row.untilOn },
  { head: 'Why', cell: row => CAUSE[row.cause], inFile: row => CAUSE[row.cause] },
  { head: 'By whom', cell: row => (row.cause === 'parent' ? 'A parent' : row.byName || '–'), inFile: row => (row.cause === 'parent' ? 'A parent' : row.byName) },
];

export const RegisterPage = ({ list, it }: { list: Listed<HoldRow>; it: boolean }) => (
  <>
    <h1>Accounts that are not open</h1>
    <p class="lede">Who is without an account, or has one that works only in part, since when and under what.</p>
    {!it && <p>What is decided in a case shows only to those who decided it, and to IT.</p>}
    <p class="actions no-print">{it && <ButtonLink href={`${list.base}/to-do`}>To do for IT</ButtonLink>}<ButtonLink href={`${list.base}/list`} tone="quiet">What the school gives people</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'line')} empty={<Empty title="Nothing fits"><p>Nobody’s account is switched off, taken away or limited in this way. The page of a person leads to their record.</p></Empty>} />
  </>
);

export const stepFields = (): Fields => ({
  search: { label: 'Name', id: 'account-step-search' },
  filters: [{ name: 'state', label: 'How it stands', choices: [{ value: '', text: 'To do' }, { value: 'done', text: 'Done' }, { value: 'cannot', text: 'Cannot be done' }, { value: 'all', text: 'All' }] }],
});

export const stepColumns = (base: string, { list, vocabulary }: Of): ListColumn<StepRow>[] => [
  { head: 'Who', cell: row => <a href={`${base}/${row.person}`}>{row.name}</a>, inFile: row => row.name },
  { head: 'What', cell: row => facilityWords(row.facility, list, vocabulary), inFile: row => facilityWords(row.facility, list, vocabulary) },
  { head: 'To do', cell: row => TO_DO[row.wanted], inFile: row => TO_DO[row.wanted] },
  { head: 'Since', cell: row => longMoment(row.openedAt), inFile: row => row.openedOn },
  { head: 'Office', inFile: row => officeWords(row.office, vocabulary) },
  { head: 'How it stands', cell: row => (row.ended === null ? <DoneButton row={row} base={base} what={facilityWords(row.facility, list, vocabulary)} /> : <Ended row={row} />), inFile: row => (row.ended === null ? 'To do' : row.ended === 'done' ? 'Done' : 'Cannot be done') },
  { head: 'Done on', inFile: row => row.doneOn },
];

const DoneButton = ({ row, base, what }: { row: StepRow; base: string; what: string }) => (
  <form method="post" action={`${base}/to-do`}><input type="hidden" name="step" value={row.id} /><input type="hidden" name="says" value="done" />
    <Button tone="quiet">It is done<span class="govuk-visually-hidden">: {what}, {row.name}</span></Button></form>
);
const Ended = ({ row }: { row: StepRow }) => <>{row.ended === 'done' ? <>Done{row.doneOn && <> on {longDay(row.doneOn)}</>}</> : <>Cannot be done</>}{row.byName && <>, said {row.byName}</>}{row.words && <>: {row.words}</>}</>;

export const StepsPage = ({ list }: { list: Listed<StepRow> }) => (
  <>
    <h1>Accounts: to do for IT</h1>
    <p class="lede">Change it where you look after it, and say here that it is done. From then on it counts as reported by you. Why it was decided is not for this page.</p>
    <List list={list} caption={counted(list.total, 'step')} empty={<Empty title="Nothing to do"><p>Every account stands as it should, as far as anybody has said.</p></Empty>} />
  </>
);

export interface RecordProps extends RecordView {
  readonly base: string;
  readonly slug: string;
  readonly vocabulary: Vocabulary;
  readonly it: boolean;
  readonly today: string;
  readonly citeOf: (clause: string) => { readonly cite: string; readonly href: string };
  readonly errors: Errors;
}

export function RecordPage(props: RecordProps) {
  const { person, base, it, holds, standings, names, list, vocabulary, errors } = props;
  const live = holds.filter(isLive);
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Accounts of {person.givenName} {person.familyName}</h1>
      {!it && <p>What is decided in a case shows only to those who decided it, and to IT.</p>}
      <Table caption="How they stand" rows={standings} columns={[
        { head: 'What', cell: one => facilityWords(one.facility.key, list, vocabulary) }, { head: 'How it stands', cell: one => <><StandingChip standing={one} />{one.since !== null && one.how !== 'open' && <> since {longDay(one.since)}</>}{one.until !== null && one.how !== 'open' && <>, until {longDay(one.until)}</>}</> },
        { head: 'How we know', cell: one => <HowWeKnow standing={one} names={names} /> },
      ]} />
      {it && <Steps {...props} />}
      {props.ways.length > 0 && <p class="actions no-print"><ButtonLink href={`${base}/${person.id}/take`} tone="quiet">Take something away, or switch it off</ButtonLink></p>}
      <h2>Why it is not open</h2>
      {live.length === 0 ? <Empty title="Nothing holds any of it" /> : live.map(hold => <HoldCard key={hold.id} hold={hold} {...props} />)}
      <History {...props} />
      <p class="no-print"><a href={base}>All accounts that are not open</a></p>
    </>
  );
}

function HoldCard({ hold, asks, ways, ...of }: RecordProps & { hold: Hold }) {
  const open = asks.find(ask => ask.hold === hold.id && ask.answeredAt === null);
  const mine = hold.cause === 'decision' || hold.cause === 'lost-device' ? ways.some(way => way.facility === hold.facility) : false;
  const cited = hold.clause === null ? null : of.citeOf(hold.clause);
  return (
    <Card title={facilityWords(hold.facility, of.list, of.vocabulary)} id={`hold-${hold.id}`}>
      <Facts rows={[
        ['How it stands', <HowChip how={hold.how} />], ['When', <SpanOf hold={hold} />], ['Why', CAUSE[hold.cause]],
        ...(cited ? [['Rule', cited.href ? <a href={cited.href}>{cited.cite}</a> : cited.cite] as const] : []), ...(hold.reason ? [['Reason, as they read it', hold.reason] as const] : []),
        ...(hold.cause === 'parent' || hold.begunBy === null ? [] : [['By', of.names.get(hold.begunBy) ?? 'Somebody who is forgotten'] as const]),
      ]} />
      {open && <Note title="They ask to have it back" tone="warn"><p class="tell-said">{open.words}</p><p>Asked on {longMoment(open.askedAt)}.</p></Note>}
      {mine && <Answer hold={hold} ask={open} {...of} />}
    </Card>
  );
}

const Answer = ({ hold, ask, base, person, errors }: Pick<RecordProps, 'base' | 'person' | 'errors'> & { hold: Hold; ask: AskBack | undefined }) => (
  <Details summary={ask ? 'Answer them' : 'Give it again'} open={ask !== undefined}>
    <form method="post" action={`${base}/${person.id}/again`}>
      <input type="hidden" name="hold" value={hold.id} />
      <TextArea name="reason" id={`reason-${hold.id}`} label="The reason, as they will read it" rows={3} error={errors[`reason-${hold.id}`]} />
      <div class="actions"><Button name="says" value="given">Give it again</Button>{ask && <Button name="says" value="kept" tone="quiet">It stays as it is</Button>}</div>
    </form>
  </Details>
);

function Steps({ steps, list, vocabulary, base, person, today, errors }: RecordProps) {
  const open = steps.filter(step => step.ended === null);
  if (open.length === 0) return null;
  return <><h2>To do</h2>{open.map(step => <StepCard key={step.id} step={step} what={facilityWords(step.facility, list, vocabulary)} action={`${base}/${person.id}/step`} today={today} errors={errors} />)}</>;
}

const StepCard = ({ step, what, action, today, errors }: { step: Step; what: string; action: string; today: string; errors: Errors }) => (
  <Card title={what} tone="ask" id={`step-${step.id}`}>
    <p><strong>{TO_DO[step.wanted]}</strong>. Asked on {longMoment(step.openedAt)}.</p>
    <form method="post" action={action} class="no-print">
      <input type="hidden" name="step" value={step.id} />
      <TextField name="on" id={`on-${step.id}`} type="date" label="On which day was it done?" value={today} width={10} error={errors[`on-${step.id}`]} />
      <TextField name="words" id={`words-${step.id}`} label="A note, or why it cannot be done" maxlength={500} error={errors[`words-${step.id}`]} />
      <div class="actions"><Button name="says" value="done">It is done</Button><Button name="says" value="cannot" tone="quiet">It cannot be done</Button></div>
    </form>
  </Card>
);

function History({ holds, steps, it, names, list, vocabulary }: RecordProps) {
  const over = holds.filter(hold => !isLive(hold));
  const done = it ? steps.filter(step => step.ended !== null) : [];
  if (over.length + done.length === 0) return null;
  return (
    <>
      <h2>What was</h2>
      {over.length > 0 && <Table caption="What held it before" rows={over} columns={[
        { head: 'What', cell: hold => facilityWords(hold.facility, list, vocabulary) }, { head: 'How', cell: hold => HOW[hold.how] }, { head: 'When', cell: hold => <SpanOf hold={hold} /> },
        { head: 'Why', cell: hold => <>{CAUSE[hold.cause]}{hold.reason && <>: {hold.reason}</>}</> }, { head: 'How it ended', cell: hold => <>{hold.endedHow === 'given-back' ? <>Given again</> : <>Ended</>}{hold.endedReason && <>: {hold.endedReason}</>}</> },
      ]} />}
      {done.length > 0 && <Table caption="What IT said" rows={done} columns={[
        { head: 'What', cell: step => facilityWords(step.facility, list, vocabulary) }, { head: 'What was done', cell: step => (step.ended === 'done' ? doneWords(step.wanted) : 'Cannot be done') },
        { head: 'When', cell: step => (step.doneOn ? longDay(step.doneOn) : step.endedAt && longMoment(step.endedAt)) }, { head: 'Who said so', cell: step => names.get(step.endedBy ?? '') ?? '–' }, { head: 'Note', cell: step => step.words || '–' },
      ]} />}
    </>
  );
}
