/** An asker's own pages: everything they asked for, and one request with what became of it. */
import { Button, ButtonLink, Card, Chip, counted, Empty, ErrorSummary, Facts, longDay, longMoment, Note, TextArea } from '../../../page-parts/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import { PERMISSION_TONES, REQUEST_TONES, REQUEST_WORDS, standingWords } from '../phrases.ts';
import { ACCEPTANCE, REQUEST_STATES } from '../words.ts';
import type { MyRequest, MyRow, Said } from './mine.ts';
import { Deciders, textIn } from './pages.tsx';
import { particularWords } from './particulars.ts';
import { shownIn } from './shown.ts';

export const myFields = (): Fields => ({ filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, ...REQUEST_STATES.map(state => ({ value: state, text: REQUEST_WORDS[state] }))] }] });

const standing = ({ request, permission, waitsFor }: MyRow): string => standingWords({ state: request.state, permission, waitsFor });

export const myColumns = (base: string): ListColumn<MyRow>[] => [
  { head: 'What', cell: row => <a href={`${base}/my-requests/${row.request.id}`}>{row.plain}</a>, inFile: row => row.plain },
  { head: 'For whom', cell: row => row.holder || '–', inFile: row => row.holder },
  { head: 'Asked on', cell: row => longDay(dayOf(row.request.askedAt)), inFile: row => dayOf(row.request.askedAt) },
  { head: 'From', cell: row => longDay(row.request.from), inFile: row => row.request.from },
  { head: 'To', cell: row => longDay(row.request.until), inFile: row => row.request.until },
  { head: 'How it stands', cell: row => <Chip tone={row.permission ? PERMISSION_TONES[row.permission] : REQUEST_TONES[row.request.state]}>{standing(row)}</Chip>, inFile: standing },
];

export const MyRequestsPage = ({ list, base }: { list: Listed<MyRow>; base: string }) => (
  <>
    <h1>My requests</h1>
    <p class="lede">What you asked for, or what was asked for you, and what became of it.</p>
    <p class="actions no-print"><ButtonLink href={`${base}/ask`}>Ask for a permission</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'request')} empty={<Empty title="No request here"><p>Ask for something, or choose other filters.</p></Empty>} />
  </>
);

export interface MyRequestView {
  readonly base: string;
  readonly one: MyRequest;
  /** Whether the reader asked themselves: who only holds it answers nothing and takes nothing back. */
  readonly asked: boolean;
  readonly holds: boolean;
  readonly again: string;
  readonly raw: Body;
  readonly errors: Readonly<Record<string, string>>;
}

export function MyRequestPage({ view }: { view: MyRequestView }) {
  const { one, errors } = view;
  const { request, permission } = one;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{one.plain}</h1>
      <p class="lede"><Chip tone={permission && request.state === 'granted' ? PERMISSION_TONES[permission] : REQUEST_TONES[request.state]}>{standingWords({ state: request.state, permission, waitsFor: one.grant?.waitsFor ?? null })}</Chip></p>
      <Standing view={view} />
      <h2>The request</h2>
      <Facts rows={[
        ...(one.holder ? [['For', one.holder] as const] : []),
        ...one.told.map(told => [told.question, told.answer] as const),
        ...shownIn(request).map(([key, text]) => [particularWords(key), <span class="pre-line" {...asWritten()}>{text}</span>] as const),
        ...(request.reason ? [['Reason', <span {...asWritten()}>{request.reason}</span>] as const] : []), ['From', longDay(request.from)], ['To', longDay(request.until)], ['Asked on', longMoment(request.askedAt)],
      ]} />
      {one.quoted.map(clause => <blockquote class="quote" key={clause.href}><p {...asWritten()}>{clause.words}</p><footer class="quote__cite"><a href={clause.href}>{clause.cite}</a></footer></blockquote>)}
      {one.said.length > 0 && <><h2>What was said</h2><History said={one.said} /></>}
      <TakeBack view={view} />
    </>
  );
}

function Standing({ view }: { view: MyRequestView }) {
  const { one } = view;
  const { grant, permission, request } = one;
  const here = `${view.base}/my-requests/${request.id}`;
  if (request.state === 'asked') return <Waits one={one} />;
  if (request.state === 'asked-back' && view.asked) {
    return <form method="post" action={`${here}/answer`} class="stack" novalidate><TextArea name="words" label="Your answer" value={textIn(view.raw, 'words')} error={view.errors['words']} rows={3} /><Button>Send the answer</Button></form>;
  }
  if (request.state !== 'granted' || !grant) return null;
  const toAccept = permission === 'waiting' && grant.waitsFor === ACCEPTANCE;
  return (
    <Card title={permission === 'live' ? 'You may' : 'The permission'} tone={permission === 'live' ? 'yes' : 'ask'}>
      <p>It lasts up to {longDay(one.lastDay)}.</p>
      {grant.conditions !== '' && <><h3>Conditions</h3><p class="pre-line" {...asWritten()}>{grant.conditions}</p></>}
      {toAccept && view.holds && <form method="post" action={`${here}/accept`}><p>It counts as soon as you accept the conditions.</p><Button>Accept the conditions</Button></form>}
      {permission === 'waiting' && grant.waitsFor !== ACCEPTANCE && <p>It is granted and waits for IT to carry it out.</p>}
      {grant.evidenceUntil !== null && (permission === 'live' || permission === 'suspended') && <p><a href={`${view.base}/permissions/${grant.id}`}>What to show</a></p>}
      {view.holds && (permission === 'live' || permission === 'coming' || permission === 'waiting') && (
        <div class="actions no-print">
          <ButtonLink href={view.again} tone="quiet">Ask again for later</ButtonLink>
          <form method="post" action={`${here}/give-up`} class="inline-form"><Button tone="quiet">Give it up</Button></form>
        </div>
      )}
    </Card>
  );
}

/** Whose yes is still missing. */
function Waits({ one: { deciders: groups, both } }: { one: MyRequest }) {
  const [deciders = []] = groups;
  if (groups.length > 1) return <><Deciders groups={groups} />{both.map(name => <p key={name}>The rule wants two people, and {name} holds two of these offices.</p>)}</>;
  return deciders.length === 0 ? <Note tone="warn"><p>Nobody holds an office that may decide this just now. Tell the school office.</p></Note> : <p>One of these decides: {deciders.join(', ')}.</p>;
}

const TakeBack = ({ view }: { view: MyRequestView }) => (view.asked && (view.one.request.state === 'asked' || view.one.request.state === 'asked-back') ? (
  <form method="post" action={`${view.base}/my-requests/${view.one.request.id}/take-back`} class="no-print"><p>You no longer need it?</p><Button tone="quiet">Take the request back</Button></form>
) : null);

/** Who said what, in its order. */
export const History = ({ said }: { said: readonly Said[] }) => (
  <ul class="plain-list stack">{said.map((one, at) => (
    <li key={at}>
      <strong><Says one={one} /></strong> <span class="soft">{longMoment(one.at)}</span>
      {one.words && <p class="pre-line" {...asWritten()}>{one.words}</p>}
      {one.conditions && <p class="pre-line" {...asWritten()}>{one.conditions}</p>}
    </li>
  ))}</ul>
);

export function Says({ one }: { one: Said }) {
  switch (one.says) {
    case 'grant': return <>Yes from {one.who || 'somebody who has left'}.</>;
    case 'refuse': return <>No from {one.who || 'somebody who has left'}.</>;
    case 'ask-back': return <>A question from {one.who || 'somebody who has left'}.</>;
    case 'answer': return <>An answer from {one.who || 'somebody who has left'}.</>;
    case 'undo': return <>Taken back by {one.who || 'somebody who has left'}.</>;
    case 'hand-on': return <>Handed on, for nobody had opened it.</>;
  }
}

/** Asks once more before something that cannot be undone. */
export const SurePage = ({ here, deed, title }: { here: string; deed: 'give-up' | 'take-back'; title: string }) => (
  <>
    <h1>{deed === 'give-up' ? 'Give this permission up?' : 'Take this request back?'}</h1>
    <p class="lede">{title}</p>
    <p>This cannot be undone. You can ask anew at any time.</p>
    <form method="post" action={`${here}/${deed}`} class="actions"><input type="hidden" name="sure" value="yes" /><Button tone="warn">{deed === 'give-up' ? 'Give it up' : 'Take it back'}</Button><a href={here}>Leave it as it is</a></form>
  </>
);
