/** Taking an account away, and the list of what the school gives people. */
import { Button, Choices, ErrorSummary, longDay, Note, TextArea, TextField } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import type { Errors } from './pages.tsx';
import { CAUSE, facilityWords } from './phrases.tsx';
import type { Facility, Way } from './words.ts';

const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
export const wayValue = (way: Pick<Way, 'act' | 'facility'>): string => `${way.act} ${way.facility}`;

export interface TakeProps {
  readonly name: string;
  readonly action: string;
  readonly back: string;
  readonly ways: readonly Way[];
  readonly list: readonly Facility[];
  readonly vocabulary: Vocabulary;
  readonly citeOf: (clause: string) => { readonly cite: string; readonly href: string };
  readonly raw: Body;
  readonly errors: Errors;
}

export function TakePage({ name, action, back, ways, list, vocabulary, citeOf, raw, errors }: TakeProps) {
  const triggers = [...new Set(ways.flatMap(way => way.triggers))];
  const forATime = ways.some(way => way.act === 'suspend-account');
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Take an account away from {name}</h1>
      <p class="lede">Only what the rules of the school let you do stands here. {name} is told at once that there is news, and reads the reason and how to ask for it back.</p>
      <form method="post" action={action}>
        <Choices name="way" label="What?" small chosen={[textIn(raw, 'way') || (ways.length === 1 ? wayValue(ways[0]!) : '')]} error={errors['way']} choices={ways.map(way => ({ value: wayValue(way), text: <WayWords way={way} what={facilityWords(way.facility, list, vocabulary)} />, hint: citeOf(way.clause).cite }))} />
        {triggers.length > 0 && <Choices name="trigger" label="What happened?" small hint="The rule lets you do it only after this. It is not written down; the reason below is." chosen={[textIn(raw, 'trigger')]} error={errors['trigger']} choices={triggers.map(value => ({ value, text: vocabulary.facts.get('trigger')?.values.get(value)?.plain ?? value }))} />}
        {triggers.length === 0 && <Choices name="cause" label="What is behind it?" small chosen={[textIn(raw, 'cause') || 'decision']} error={errors['cause']} choices={[{ value: 'decision', text: CAUSE.decision }, { value: 'lost-device', text: CAUSE['lost-device'] }]} />}
        {forATime && <TextField name="until" type="date" label="Last day, where it is switched off for a time" hint="After that day it goes on again by itself." value={textIn(raw, 'until')} error={errors['until']} width={10} />}
        <TextArea name="reason" label="The reason, as they will read it" hint="Say what happened in plain words. Name nobody else. What belongs to a case stays in the case." rows={4} value={textIn(raw, 'reason')} error={errors['reason']} />
        <Note title="This stays open, whatever you take away"><p>They can always tell someone, read the rules and sign in with their class.</p></Note>
        <div class="actions"><Button tone="warn">Do it now</Button><a href={back}>Back, and change nothing</a></div>
      </form>
    </>
  );
}

const WayWords = ({ way, what }: { way: Way; what: string }) => (way.act === 'revoke-account' ? <>Take away: {what}</> : <>Switch off for a time: {what}</>);

export interface ListProps {
  readonly action: string;
  readonly back: string;
  readonly list: readonly Facility[];
  readonly said: { readonly since: string; readonly by: string } | null;
  /** Whether this reader may change it. */
  readonly keeps: boolean;
  readonly possible: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly raw: Body;
  readonly errors: Errors;
}

/** What stands ticked and written, when the page is opened. */
export const rawOfList = (list: readonly Facility[]): Body => ({ keys: list.filter(one => one.name === '').map(one => one.key), own: list.filter(one => one.name !== '').map(one => one.name).join('\n') });

export function ListOfAccountsPage({ action, back, list, said, keeps, possible, vocabulary, raw, errors }: ListProps) {
  const chosen = raw['keys'] === undefined ? [] : [raw['keys']].flat();
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>What the school gives people</h1>
      <p>{said === null ? <>The school has not said it yet. These are the things that its rules name.</> : <>As {said.by || 'somebody who is forgotten'} said on {longDay(said.since)}.</>} How they stand is shown on each person’s record.</p>
      {!keeps && <ul>{list.map(one => <li key={one.key}>{facilityWords(one.key, list, vocabulary)}</li>)}</ul>}
      {keeps && (
        <form method="post" action={action}>
          <Choices name="keys" label="What do people here have?" many small chosen={chosen} error={errors['keys']} choices={possible.map(value => ({ value, text: facilityWords(value, [], vocabulary) }))} />
          <TextArea name="own" label="Others, as you call them" hint="One on each line: a library system, a door card. They count for everybody here." rows={4} value={textIn(raw, 'own')} error={errors['own']} />
          <Button>Save</Button>
        </form>
      )}
      <p><a href={back}>Back</a></p>
    </>
  );
}
