/** Taking a device into custody: a short form for a corridor, with what the rules say beside it. */
import { Button, Choices, Details, ErrorSummary, longDay, Note, Select, TextField, type Choice } from '../../../../page-parts/index.ts';
import type { Body } from '../../../../platform/web/index.ts';
import type { Vocabulary } from '../../../../rulebook/index.ts';
import type { Resting } from '../../../answers.ts';
import { capital } from '../../../policies/index.ts';
import { thingWords, whereWords } from '../phrases.ts';
import type { AwaitedRow, Quoted, RulesView } from '../reads.ts';
import type { Entry, KeepingPlace } from '../words.ts';
import { Quote, Quotes, textIn, type Errors } from './parts.tsx';

export interface TakeView {
  readonly action: string;
  /** Where the school's pages begin. */
  readonly school: string;
  readonly rules: RulesView;
  readonly vocabulary: Vocabulary;
  readonly places: readonly KeepingPlace[];
  /** Pupils of the name that was written, to choose from. */
  readonly matches: readonly Choice[];
  /** What was decided elsewhere, where this is to carry it out. */
  readonly awaited: AwaitedRow | null;
  /** Permissions that cover it: going on needs a reason. */
  readonly permitted: readonly Resting[];
  readonly already: readonly Entry[];
  /** Facts that the rules ask for before they can say anything. */
  readonly missing: readonly { readonly fact: string; readonly question: string; readonly choices: readonly { readonly value: string; readonly text: string }[] }[];
  readonly refused: { readonly clauses: readonly Quoted[]; readonly who: string } | null;
  readonly limit: Quoted | null;
  readonly raw: Body;
  readonly errors: Errors;
}

const wide = ({ facts }: Vocabulary): string[] => [...facts.get('place')?.values.keys() ?? []];

export function TakePage(view: TakeView) {
  const { raw, errors, rules, vocabulary, awaited, matches, missing } = view;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Take a device into custody</h1>
      {view.refused && <Refused refused={view.refused} />}
      {view.permitted.length > 0 && <Permitted view={view} />}
      {missing.length > 0 && <Note title="The rules need to know more"><p>Answer the questions below, then send it again.</p></Note>}
      <form method="post" action={view.action}>
        {awaited ? <><input type="hidden" name="awaited" value={awaited.id} /><p>This was decided. It is taken from <strong>{awaited.class === '' ? awaited.name : `${awaited.name}, ${awaited.class}`}</strong>{awaited.until !== null && <>, until {longDay(awaited.until)}</>}.</p></>
          : matches.length > 0 ? <><input type="hidden" name="whose" value={textIn(raw, 'whose')} /><Choices name="pupil" label="Whose is it?" small error={errors['pupil']} chosen={[textIn(raw, 'pupil')]} choices={matches} /></>
            : <TextField name="whose" label="Whose is it?" hint="Write the pupil’s name, or a part of it." value={textIn(raw, 'whose')} error={errors['whose']} maxlength={100} autocomplete="off" spellcheck={false} />}
        <Choices name="kind" label="What is it?" small error={errors['kind']} chosen={[textIn(raw, 'kind')]} choices={rules.kinds.map(kind => ({ value: kind, text: capital(thingWords(kind, vocabulary)) }))} />
        <TextField name="why" label="Why is it taken?" hint="Staff who deal with it, the pupil and their parents read this." value={textIn(raw, 'why')} error={errors['why']} maxlength={300} />
        {missing.map(one => <Select key={one.fact} name={`fact.${one.fact}`} id={`fact-${one.fact}`} label={one.question} value={textIn(raw, `fact.${one.fact}`)} error={errors[`fact-${one.fact}`]} choices={[{ value: '', text: 'Choose' }, ...one.choices]} />)}
        {view.permitted.length > 0 && <TextField name="despite" label="Why is it taken all the same?" hint="A device with permission is taken only where it is misused." value={textIn(raw, 'despite')} error={errors['despite']} maxlength={300} />}
        {view.already.length > 0 && <Choices name="another" label={`The school holds such a thing of theirs already: number ${view.already[0]!.label}`} many small error={errors['another']} chosen={[textIn(raw, 'another')]} choices={[{ value: 'yes', text: 'This is another one' }]} />}
        <Details summary="Where it was, and more about it" open={['place', 'marks', 'condition', 'keptIn'].some(name => errors[name])}>
          <Select name="place" label="Where was it?" value={textIn(raw, 'place')} error={errors['place']} choices={wide(vocabulary).map(place => ({ value: place, text: capital(whereWords(place, vocabulary)) }))} />
          <TextField name="marks" label="Colour, case, marks" value={textIn(raw, 'marks')} error={errors['marks']} maxlength={200} />
          <TextField name="condition" label="Scratches or damage" value={textIn(raw, 'condition')} error={errors['condition']} maxlength={200} />
          <Choices name="off" label="Is it switched off?" inline small chosen={[textIn(raw, 'off')]} choices={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
          {view.places.length > 0 && <Select name="keptIn" label="Where does it lie?" value={textIn(raw, 'keptIn')} error={errors['keptIn']} choices={[{ value: '', text: 'With me' }, ...view.places.map(place => ({ value: place.id, text: place.name }))]} />}
        </Details>
        <p>Switch it off, and do not look through it.</p>
        <Button>Take it into custody</Button>
      </form>
      <NotLooked search={rules.search} tell={`${view.school}/tell-someone`} />
      <Rules view={view} />
    </>
  );
}

/** What staff leave alone. */
const NotLooked = ({ search, tell }: { search: readonly Quoted[]; tell: string }) => (
  <Note title="Do not look through it" tone="warn">
    {search.length === 0 ? <p>The rules of this school let nobody look through a pupil’s device. Leave what is on it alone.</p>
      : <><p>Taking it away is not looking through it. Leave what is on it alone, unless this rule lets you do more:</p><Quotes clauses={search} /></>}
    <p>Have you seen something on it that worries you? Write nothing of it here. <a href={tell}>Tell someone</a>.</p>
  </Note>
);

const Rules = ({ view }: { view: TakeView }) => (
  <section class="no-print">
    <h2>What the rules say</h2>
    <Quotes clauses={view.rules.take} />
    {view.limit && <Quote clause={view.limit} />}
  </section>
);

const Refused = ({ refused }: { refused: NonNullable<TakeView['refused']> }) => (
  <Note title="The rules do not let you take this" tone="warn">
    {refused.who === '' ? <p>Nothing was written down. Leave it with the pupil, or ask somebody whom the rules name.</p> : <p>Nothing was written down. It is for {refused.who} to say yes first.</p>}
    <Quotes clauses={refused.clauses} />
  </Note>
);

const Permitted = ({ view }: { view: TakeView }) => (
  <Note title="There is permission for this" tone="warn">
    <ul>{view.permitted.map(one => <li key={one.href}>{one.what}, granted by {one.by}, until {longDay(one.until)}.{one.conditions !== '' && <> Conditions: {one.conditions}</>}</li>)}</ul>
    <p>Nothing is written down yet. If it is taken all the same, say why below.</p>
  </Note>
);

/** Where the rules let this reader take nothing: what they do say. */
export const NothingToTakePage = ({ rules, base }: { rules: RulesView; base: string }) => (
  <>
    <h1>Take a device into custody</h1>
    {rules.take.length === 0 ? <p class="lede">The rules of this school say nothing about taking a device from a pupil. To say nothing is not to allow it, so nothing can be taken here.</p>
      : <><p class="lede">The rules of this school do not let you take a device from a pupil.</p><Quotes clauses={rules.take} /></>}
    {rules.take.length === 0 && <p>Whoever looks after the rules can add a clause that says who may take what, and when it goes back.</p>}
    <p><a href={base}>Devices taken into custody</a></p>
  </>
);
