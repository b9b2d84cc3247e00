/** The register of permissions, and one permission with its history. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink, Chip, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import { isDay } from '../../../platform/days.ts';
import type { Body } from '../../../platform/web/index.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, kindWords, officeWords } from '../../policies/index.ts';
import { particularWords } from '../ask/particulars.ts';
import { shownIn } from '../ask/shown.ts';
import { isForOneUse } from '../decisions.ts';
import { SituationList, situationText } from '../situation.tsx';
import { PERMISSION_STATES, type TurnKind } from '../words.ts';
import type { PermissionView } from './reads.ts';
import type { Line } from './words.ts';
import { actWords, GranterWords, holderText, HolderWords, lastDay, Span, STATES, TONES } from './words-of.tsx';

type Errors = Readonly<Record<string, string>>;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** Kinds of holders that one narrows the register by. */
const HOLDER_KINDS = ['staff', 'pupil', 'parent', 'governor', 'visitor'];

export const registerFields = (vocabulary: Vocabulary, { acts, offices }: { acts: readonly string[]; offices: readonly string[] }): Fields => ({
  search: { label: 'Name or words', id: 'permission-search' },
  filters: [
    { name: 'state', label: 'State', choices: [{ value: '', text: 'Not over yet' }, ...PERMISSION_STATES.map(state => ({ value: state, text: STATES[state] })), { value: 'all', text: 'All' }] },
    { name: 'act', label: 'What for', choices: [{ value: '', text: 'Everything' }, ...acts.map(act => ({ value: act, text: actWords(act, vocabulary) }))] },
    { name: 'office', label: 'Who said yes', choices: [{ value: '', text: 'Anybody' }, ...offices.map(office => ({ value: office, text: capital(officeWords(office, vocabulary)) }))] },
    { name: 'holder', label: 'Held by', choices: [{ value: '', text: 'Anybody' }, { value: 'group', text: 'A group' }, ...HOLDER_KINDS.filter(kind => vocabulary.kinds.has(kind)).map(kind => ({ value: kind, text: capital(kindWords(kind, vocabulary)) }))] },
  ],
});

export const registerColumns = (base: string, { vocabulary, today }: { vocabulary: Vocabulary; today: string }): ListColumn<Line>[] => [
  { head: 'Permission', sort: 'act', cell: line => <a href={`${base}/${line.id}`}>{line.what || actWords(line.act, vocabulary)}</a>, inFile: line => actWords(line.act, vocabulary) },
  { head: 'In the school’s words', inFile: line => line.what },
  { head: 'Held by', cell: line => <HolderWords line={line} vocabulary={vocabulary} />, inFile: line => holderText(line, vocabulary) },
  { head: 'Covers', cell: line => (isForOneUse(line) ? <>What it was given for</> : Object.keys(line.facts).length > 0 ? <SituationList facts={line.facts} vocabulary={vocabulary} /> : '–'), inFile: line => situationText(line.facts, vocabulary) },
  { head: 'Conditions', cell: line => line.conditions || '–', inFile: line => line.conditions },
  { head: 'From', sort: 'from', inFile: line => line.startsAt.toISOString() },
  { head: 'Until', sort: 'until', cell: line => (['live', 'waiting', 'suspended', 'coming'].includes(line.state) ? <Due day={lastDay(line)} today={today} /> : longDay(lastDay(line))), inFile: line => lastDay(line) },
  { head: 'State', cell: line => <Chip tone={TONES[line.state]}>{STATES[line.state]}</Chip>, inFile: line => STATES[line.state] },
  { head: 'Said yes', inFile: line => line.granter ?? '' },
  { head: 'Rule', cell: line => <Cites line={line} />, inFile: line => line.cited.map(one => one.cite).join('; ') },
];

const Cites = ({ line }: { line: Line }) => <>{line.cited.map((one, at) => <span key={one.id}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</>;

export interface RegisterView {
  readonly list: Listed<Line>;
  readonly vocabulary: Vocabulary;
  readonly counts: readonly { readonly act: string; readonly live: number; readonly suspended: number; readonly waiting: number; readonly ended: number }[] | null;
  readonly decides: boolean;
  /** Whether the list for the gate is theirs to open. */
  readonly gate: boolean;
}

export const RegisterPage = ({ list, vocabulary, counts, decides, gate }: RegisterView) => (
  <>
    <h1>Permissions</h1>
    <p class="lede">{decides ? <>What was granted, to whom and until when. You see what your offices decide about, and what is yours.</> : <>What you were allowed to do, until when, and under which rule.</>}</p>
    <p class="actions no-print"><a href={`${list.base}/standing`}>What groups may do</a>{gate && <a href={`${list.base}/at-the-gate`}>At the gate</a>}{gate && <a href={`${list.base}/roles`}>Who has which role</a>}</p>
    <List list={list} caption={counted(list.total, 'permission')} empty={<Empty title="No permission is here"><p>Where a rule says “ask first” and somebody has said yes, it stands here.</p></Empty>} />
    {counts && <Counts counts={counts} vocabulary={vocabulary} />}
  </>
);

/** For governors: how many, and no names. */
const Counts = ({ counts, vocabulary }: { counts: NonNullable<RegisterView['counts']>; vocabulary: Vocabulary }) => (
  <>
    <h2>In the whole school</h2>
    {counts.length === 0 ? <Empty title="No permission was ever granted" /> : (
      <Table caption="How many permissions there are, without names" rows={counts} columns={[
        { head: 'What for', cell: one => actWords(one.act, vocabulary) },
        { head: 'In force', cell: one => one.live, number: true }, { head: 'Waiting', cell: one => one.waiting, number: true },
        { head: 'Resting', cell: one => one.suspended, number: true }, { head: 'Over', cell: one => one.ended, number: true },
      ]} />
    )}
  </>
);

export interface OneView extends PermissionView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly raw: Body;
  readonly errors: Errors;
}

export function PermissionPage(view: OneView) {
  const { line, vocabulary, base } = view;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{line.what || actWords(line.act, vocabulary)}</h1>
      <p><Chip tone={TONES[line.state]}>{STATES[line.state]}</Chip></p>
      <StateNote view={view} />
      <Facts rows={factsOf(view)} />
      <History view={view} />
      <Deeds view={view} here={`${base}/${line.id}`} />
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    </>
  );
}

function StateNote({ view: { line, next, base } }: { view: OneView }) {
  if (line.state === 'suspended') return <Note tone="warn" title="It does not count just now"><p>It stands on something that was known to be true until {longDay(line.evidenceUntil ?? '')}. Show it again to whoever said yes; from then on it counts again.</p></Note>;
  if (line.state === 'waiting') return <Note title="Not yet"><p>It was granted. It counts as soon as what belongs to it is done.</p></Note>;
  return next ? <Note title="Looked at again"><p>It was reviewed. <a href={`${base}/${next}`}>This is the new one.</a></p></Note> : null;
}

function factsOf({ line, vocabulary }: OneView): (readonly [string, ComponentChildren])[] {
  return [
    ['Held by', <HolderWords line={line} vocabulary={vocabulary} />],
    ...(line.what ? [['What for', actWords(line.act, vocabulary)] as const] : []),
    ['Days', <Span line={line} />],
    ['Covers', isForOneUse(line) ? <>What it was given for, and nothing else under this rule</> : Object.keys(line.facts).length > 0 ? <SituationList facts={line.facts} vocabulary={vocabulary} /> : <>Every situation of which the rule speaks</>],
    ['Conditions', line.conditions || <>None</>],
    ['Said yes', <GranterWords line={line} vocabulary={vocabulary} />],
    ['On', longMoment(line.grantedAt)],
    ...(line.reason ? [['Reason', line.reason] as const] : []),
    ...shownIn(line).filter(([key]) => key !== 'checked' && key !== 'checked-on').map(([key, value]) => [particularWords(key), value] as const),
    ...(isDay(line.evidence['checked-on'] ?? '') ? [['It was checked on', longDay(line.evidence['checked-on']!)] as const] : []),
    ...(line.evidence['checked'] ? [['What was looked at', line.evidence['checked']] as const] : []),
    ...(line.evidenceUntil === null ? [] : [['Known to be true until', longDay(line.evidenceUntil)] as const]),
    ['Rule', <Cites line={line} />],
  ];
}

export function TurnWords({ turn, name }: { turn: TurnKind; name: string | null }) {
  switch (turn) {
    case 'withdrawn': return name === null ? <>It was withdrawn.</> : <>{name} withdrew it.</>;
    case 'given-up': return name === null ? <>It was given up.</> : <>{name} gave it up.</>;
    case 'suspended': return <>It rests: what it stands on was not shown again in time.</>;
    case 'restored': return name === null ? <>It counts again.</> : <>{name} looked again. It counts again.</>;
    case 'carried-out': return name === null ? <>What belongs to it was done.</> : <>{name} did what belongs to it.</>;
    case 'reminded': return <>Its people were reminded that it ends.</>;
    case 'evidence-reminded': return <>Its people were told that what it stands on has to be shown again.</>;
    case 'expired': return <>It ended by itself.</>;
  }
}

function SaidWords({ says, name }: { says: OneView['words'][number]['says']; name: string | null }) {
  const who = name ?? <>Somebody</>;
  switch (says) {
    case 'grant': return <>{who} said yes.</>;
    case 'refuse': return <>{who} said no.</>;
    case 'ask-back': return <>{who} asked back.</>;
    case 'answer': return <>{who} answered.</>;
    case 'undo': return <>{who} took a word back.</>;
    case 'hand-on': return <>The request was handed on.</>;
  }
}

function History({ view: { line, words, turns, logbook } }: { view: OneView }) {
  const said = words.map(one => ({ at: one.at, line: <><SaidWords says={one.says} name={one.name} />{one.words && <> “{one.words}”</>}</> }));
  const befell = turns.map(one => ({ at: one.at, line: <><TurnWords turn={one.turn} name={one.name} />{one.reason && one.turn !== 'evidence-reminded' && <> “{one.reason}”</>}</> }));
  const begun = { at: line.grantedAt, line: line.granter === null ? <>It was granted.</> : <>{line.granter} granted it.</> };
  const all = [...said, begun, ...befell].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <>
      <h2>What happened</h2>
      <ul class="stack">{all.map((one, at) => <li key={at}>{longMoment(one.at)}: {one.line}</li>)}</ul>
      <p class="soft">{counted(logbook.length, 'line of the logbook holds this', 'lines of the logbook hold this')}.</p>
    </>
  );
}

function Deeds({ view, here }: { view: OneView; here: string }) {
  const { raw, errors, line, base } = view;
  return (
    <div class="no-print stack">
      {view.checks && <Details summary="Say that what it stands on was looked at again" open={'shown' in errors || 'until' in errors || line.state === 'suspended'}>
        <form method="post" action={`${here}/evidence`}>
          <TextField name="shown" label="What did you look at?" hint="Such as: encryption of the laptop, on the device itself." value={textIn(raw, 'shown')} error={errors['shown']} maxlength={300} />
          <TextField name="until" type="date" label="Until when does this hold?" value={textIn(raw, 'until')} error={errors['until']} width={10} />
          <Button>It was looked at</Button>
        </form>
      </Details>}
      {view.askAgain !== null && <p class="actions"><ButtonLink href={view.askAgain} tone="quiet">Ask for it anew</ButtonLink></p>}
      {view.reviews && <p class="actions"><ButtonLink href={`${base}/standing/new?follows=${line.id}`} tone="quiet">Review it and grant it anew</ButtonLink></p>}
      {view.withdraws && <Details summary="Withdraw it" open={'reason' in errors}>
        <form method="post" action={`${here}/withdraw`}>
          <p>From this moment it does not count any more. Whoever holds it is told. It cannot be brought back; they ask anew.</p>
          <TextArea name="reason" label="Why?" rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
          <Button tone="warn">Withdraw it</Button>
        </form>
      </Details>}
      {view.givesUp && <Details summary="Give it up">
        <form method="post" action={`${here}/give-up`}><p>You say that it is no longer needed. To have it again, ask anew.</p><Button tone="quiet">Give it up</Button></form>
      </Details>}
    </div>
  );
}
