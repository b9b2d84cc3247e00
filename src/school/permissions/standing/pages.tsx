/** What groups may do: the list, the rules under which one grants, and the form. */
import { Button, ButtonLink, Choices, Chip, counted, Empty, ErrorSummary, Filters, longDay, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, kindWords } from '../../policies/index.ts';
import { PERMISSION_STATES, type Situation } from '../words.ts';
import type { Line } from '../register/words.ts';
import { actWords, GranterWords, GroupWords, holderText, lastDay, STATES, TONES } from '../register/words-of.tsx';
import { situationText } from '../situation.tsx';

type Errors = Readonly<Record<string, string>>;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const manyIn = (raw: Body, name: string): readonly string[] => [raw[name] ?? []].flat();

export const standingFields = (vocabulary: Vocabulary, acts: readonly string[]): Fields => ({
  search: { label: 'Words', id: 'standing-search' },
  filters: [
    { name: 'state', label: 'State', choices: [{ value: '', text: 'Not over yet' }, ...PERMISSION_STATES.map(state => ({ value: state, text: STATES[state] })), { value: 'all', text: 'All' }] },
    { name: 'act', label: 'What for', choices: [{ value: '', text: 'Everything' }, ...acts.map(act => ({ value: act, text: actWords(act, vocabulary) }))] },
  ],
});

export const standingColumns = (base: string, { vocabulary, today }: { vocabulary: Vocabulary; today: string }): ListColumn<Line>[] => [
  { head: 'What they may do', cell: line => <a href={`${base}/${line.id}`}>{line.what || actWords(line.act, vocabulary)}</a>, inFile: line => line.what || actWords(line.act, vocabulary) },
  { head: 'Under the rule on', sort: 'act', cell: line => actWords(line.act, vocabulary), inFile: line => actWords(line.act, vocabulary) },
  { head: 'Covers', inFile: line => situationText(line.facts, vocabulary) },
  { head: 'Who', cell: line => (line.holders ? <GroupWords holders={line.holders} vocabulary={vocabulary} /> : '–'), inFile: line => holderText(line, vocabulary) },
  { head: 'What for', cell: line => line.reason, inFile: line => line.reason },
  { head: 'Conditions', cell: line => line.conditions || '–', inFile: line => line.conditions },
  { head: 'Granted by', cell: line => <><GranterWords line={line} vocabulary={vocabulary} />, {longDay(dayOf(line.grantedAt))}</>, inFile: line => line.granter ?? '' },
  { head: 'Granted on', inFile: line => dayOf(line.grantedAt) },
  { head: 'Until', sort: 'until', cell: line => (['live', 'coming'].includes(line.state) ? <Due day={lastDay(line)} today={today} /> : longDay(lastDay(line))), inFile: line => lastDay(line) },
  { head: 'State', cell: line => <Chip tone={TONES[line.state]}>{STATES[line.state]}</Chip>, inFile: line => STATES[line.state] },
  { head: 'Rule', inFile: line => line.cited.map(one => one.cite).join('; ') },
];

export const StandingPage = ({ list, grants }: { list: Listed<Line>; grants: boolean }) => (
  <>
    <h1>What groups may do</h1>
    <p class="lede">Where a rule says “ask first”, this is what was granted to many at once: by whom, what for and until when. At its end each is looked at again; none goes on by itself.</p>
    {grants && <p class="actions no-print"><ButtonLink href={`${list.base}/new`}>Grant for a group</ButtonLink></p>}
    <List list={list} caption={counted(list.total, 'permission of a group', 'permissions of groups')} empty={<Empty title="No group was given anything"><p>Until then everybody asks for themselves.</p></Empty>} />
  </>
);

export interface RuleChoice { readonly clause: string; readonly act: string; readonly cite: string; readonly href: string; readonly words: string }

/** The rules under which this reader may grant for a group. */
export const ChooseRulePage = ({ base, rules, search, vocabulary }: { base: string; rules: readonly RuleChoice[]; search: string; vocabulary: Vocabulary }) => (
  <>
    <h1>Grant for a group</h1>
    <p class="lede">Choose the rule that says “ask first”. These are the ones about which you decide alone.</p>
    <Filters action={`${base}/standing/new`}><TextField name="search" id="rule-search" label="Words" value={search} width={20} /></Filters>
    {rules.length === 0 ? <Empty title="No rule is here"><p>Either none fits, or each needs the yes of somebody else as well.</p></Empty> : (
      <ul class="plain-list stack">{rules.slice(0, 100).map(rule => (
        <li key={`${rule.clause} ${rule.act}`}>
          <a href={`${base}/standing/new?rule=${encodeURIComponent(`${rule.clause} ${rule.act}`)}`}>{actWords(rule.act, vocabulary)}</a>
          <blockquote class="quote"><p>{rule.words}</p><footer class="quote__cite"><a href={rule.href}>{rule.cite}</a></footer></blockquote>
        </li>
      ))}</ul>
    )}
  </>
);

export interface GrantView {
  readonly base: string;
  readonly rule: RuleChoice;
  /** The rule as the form sends it back. */
  readonly ruleName: string;
  readonly vocabulary: Vocabulary;
  readonly kinds: readonly string[];
  readonly classes: readonly string[];
  readonly trips: readonly { readonly id: string; readonly title: string; readonly from: string; readonly until: string }[];
  readonly facts: Situation;
  readonly longest: string;
  /** The one that is reviewed. */
  readonly follows: Line | null;
  readonly forbidden: readonly { readonly cite: string; readonly href: string; readonly words: string }[];
  readonly raw: Body;
  readonly errors: Errors;
}

export function GrantPage(view: GrantView) {
  const { base, rule, vocabulary, raw, errors, follows } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Grant for a group</h1>
      <p class="lede">{actWords(rule.act, vocabulary)}</p>
      <blockquote class="quote"><p>{rule.words}</p><footer class="quote__cite"><a href={rule.href}>{rule.cite}</a></footer></blockquote>
      {follows && <Note title="You review what stood until now"><p>{follows.what}, until {longDay(lastDay(follows))}. What you grant here takes its place.</p></Note>}
      {view.forbidden.length > 0 && <Note tone="warn" title="The rules forbid it even with a yes">{view.forbidden.map(one => <blockquote class="quote" key={one.href}><p>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}</Note>}
      <form method="post" action={`${base}/standing/new`}>
        <input type="hidden" name="rule" value={view.ruleName} />
        {follows && <input type="hidden" name="follows" value={follows.id} />}
        <TextField name="what" label="What may they do?" hint="Such as: the gardening club writes its page on the school’s computers." value={textIn(raw, 'what')} error={errors['what']} maxlength={200} />
        <TextField name="reason" label="What for?" value={textIn(raw, 'reason')} error={errors['reason']} maxlength={300} />
        <Choices name="kinds" label="Which people?" many small error={errors['kinds']} chosen={manyIn(raw, 'kinds')} choices={view.kinds.map(kind => ({ value: kind, text: capital(kindWords(kind, vocabulary)) }))} />
        {view.classes.length > 0 && <Select name="class" label="Of one class alone?" value={textIn(raw, 'class')} choices={[{ value: '', text: 'Of every class' }, ...view.classes.map(room => ({ value: room, text: room }))]} />}
        {view.trips.length > 0 && <Select name="trip" label="On one school trip alone?" value={textIn(raw, 'trip')} error={errors['trip']} choices={[{ value: '', text: 'Not for a trip alone' }, ...view.trips.map(trip => ({ value: trip.id, text: trip.title }))]} />}
        <Situations view={view} />
        <TextArea name="conditions" label="Conditions" hint="What they keep to: when, where, with what." rows={3} value={textIn(raw, 'conditions')} error={errors['conditions']} />
        <TextField name="from" type="date" label="First day" value={textIn(raw, 'from')} error={errors['from']} width={10} />
        <TextField name="until" type="date" label="Last day" hint={`Not later than ${longDay(view.longest)} if it begins today. It is looked at again then.`} value={textIn(raw, 'until')} error={errors['until']} width={10} />
        <p class="soft">It does not count for you: somebody else decides about what you ask for.</p>
        <Button>Grant it</Button>
      </form>
    </>
  );
}

/** Of what the rule names: where it names several things, some of them may be left out. */
const Situations = ({ view: { facts, vocabulary, raw, errors } }: { view: GrantView }) => (
  <>{Object.entries(facts).filter(([, value]) => typeof value !== 'string').map(([fact, values]) => (
    <Choices key={fact} name={`fact.${fact}`} id={`fact-${fact}`} label={vocabulary.facts.get(fact)?.question || fact} many small error={errors[`fact.${fact}`]}
      chosen={raw[`fact.${fact}`] === undefined ? [values].flat() : manyIn(raw, `fact.${fact}`)} choices={[values].flat().map(value => ({ value, text: capital(vocabulary.facts.get(fact)?.values.get(value)?.plain ?? value) }))} />
  ))}</>
);
