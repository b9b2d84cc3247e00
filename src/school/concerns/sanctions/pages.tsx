/** The pages of sanctions: the panel of a case, its forms, one’s own, and what is switched off for whom. */
import type { VNode } from 'preact';
import { Button, ButtonLink, Card, Chip, Choices, Details, ErrorSummary, Facts, longDay, longMoment, Note, Select, TextArea, TextField } from '../../../page-parts/index.ts';
import { asWritten } from '../../../platform/languages/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { capital, officeWords } from '../../policies/index.ts';
import { FormPage, textIn } from '../case/form-pages.tsx';
import type { Likely, PlacedProvided } from './likely.ts';
import { FACILITY, KIND, STATE } from './phrases.ts';
import type { SanctionView, Somebody } from './reads.ts';
import { mayLift, mayTakeBack } from './states.ts';
import type { Sanction } from './words.ts';

export type Errors = Readonly<Record<string, string>>;
export interface Cited { readonly cite: string; readonly href: string; readonly words: string }
export type CiteOf = (clause: string) => Cited;

export const What = ({ sanction }: { sanction: Pick<Sanction, 'kind' | 'facility'> }) => (sanction.facility === null ? <>{KIND[sanction.kind]}</> : <>{KIND[sanction.kind]}: {FACILITY[sanction.facility]}</>);

/** From when to when, in words. */
export function Spell({ sanction }: { sanction: Pick<Sanction, 'state' | 'startsOn' | 'endsOn' | 'permanent' | 'reviewOn'> }) {
  if (sanction.startsOn === null || sanction.state === 'lifted' || sanction.state === 'refused') return null;
  if (sanction.permanent) return <>From {longDay(sanction.startsOn)}, with no last day. It is looked at again on {longDay(sanction.reviewOn!)}.</>;
  return <>From {longDay(sanction.startsOn)} to {longDay(sanction.endsOn!)}. It ends by itself.</>;
}

export interface PanelLine {
  readonly sanction: SanctionView;
  readonly name: string;
  /** In which office this reader may agree. */
  readonly agreesAs: string | null;
  readonly waitsFor: readonly string[];
  readonly hearsAppeal: boolean;
  readonly appealed: boolean;
}

export function SanctionsPanel({ lines, here, works, possible, citeOf, vocabulary, names, today }: {
  lines: readonly PanelLine[]; here: string; works: boolean; possible: boolean; citeOf: CiteOf; vocabulary: Vocabulary; names: ReadonlyMap<string, string>; today: string;
}) {
  return (
    <Card title="What follows">
      {lines.length === 0 && <p>Nothing was decided about anybody in this case.</p>}
      {lines.map(line => <OneSanction key={line.sanction.id} line={line} here={here} works={works} citeOf={citeOf} vocabulary={vocabulary} names={names} today={today} />)}
      {works && possible && <p><ButtonLink href={`${here}/sanctions/new`} tone="quiet">Propose what follows for somebody</ButtonLink></p>}
      {works && !possible && <p class="muted">The rules provide nothing for anybody named here. Name whoever did it first, under “Name somebody who is in it”.</p>}
    </Card>
  );
}

function OneSanction({ line, here, works, citeOf, vocabulary, names, today }: { line: PanelLine; here: string; works: boolean; citeOf: CiteOf; vocabulary: Vocabulary; names: ReadonlyMap<string, string>; today: string }) {
  const { sanction, name } = line;
  const cited = citeOf(sanction.clause);
  const at = `${here}/sanctions/${sanction.id}`;
  const who = (id: string | null): string => (id === null ? 'Countersign' : names.get(id) ?? 'Somebody who is forgotten');
  return (
    <section class="sanction">
      <h3>{name}: <What sanction={sanction} /></h3>
      <p><Chip tone={sanction.state === 'in-force' ? 'no' : sanction.state === 'proposed' || sanction.state === 'decided' ? 'ask' : 'plain'}>{takenBack(sanction) ? 'Taken back' : STATE[sanction.state]}</Chip> <Spell sanction={sanction} /></p>
      <p><strong>As it is told:</strong> {sanction.words.reason}</p>
      <p><strong>Reasons:</strong> {sanction.words.reasons}</p>
      {sanction.words.fits !== '' && <p><strong>Why it fits:</strong> {sanction.words.fits}</p>}
      <p class="muted">Under <a href={cited.href}>{cited.cite}</a>.</p>
      {sanction.turns.length > 0 && <ul class="quiet-list">{sanction.turns.map(turn => <li key={turn.id}><TurnWords turn={turn.turn} back={takenBack(sanction)} />{turn.office !== '' && <> ({officeWords(turn.office, vocabulary)})</>}, {who(turn.by)}, {longMoment(turn.at)}{turn.text !== '' && <>: {turn.text}</>}</li>)}</ul>}
      {line.waitsFor.length > 0 && <p>Still to agree: {line.waitsFor.map(office => officeWords(office, vocabulary)).join(', ')}.</p>}
      {sanction.reviewOn !== null && sanction.reviewOn <= today && sanction.state === 'in-force' && <Note tone="warn"><p>The day on which it is looked at again has come.</p></Note>}
      <p class="buttons">
        {line.agreesAs !== null && <ButtonLink href={`${at}/decide`}>Decide<span class="govuk-visually-hidden"> about {name}</span></ButtonLink>}
        {works && (sanction.state === 'decided' || (sanction.state === 'in-force' && sanction.toldOn === null)) && <ButtonLink href={`${at}/told`}>They were told why<span class="govuk-visually-hidden">: {name}</span></ButtonLink>}
        {line.hearsAppeal && line.appealed && <ButtonLink href={`${at}/appeal`}>Answer the appeal<span class="govuk-visually-hidden"> of {name}</span></ButtonLink>}
        {works && sanction.permanent && sanction.state === 'in-force' && <ButtonLink href={`${at}/review`} tone="quiet">Look at it again<span class="govuk-visually-hidden">: {name}</span></ButtonLink>}
        {works && mayTakeBack(sanction.state) && <ButtonLink href={`${at}/take-back`} tone="quiet">Take it back<span class="govuk-visually-hidden">: {name}</span></ButtonLink>}
        {works && mayLift(sanction.state) && <ButtonLink href={`${at}/lift`} tone="quiet">Lift it<span class="govuk-visually-hidden"> for {name}</span></ButtonLink>}
      </p>
    </section>
  );
}

const TURN: Readonly<Record<string, string>> = {
  agreed: 'Agreed', refused: 'Refused', told: 'Told', began: 'Began', ended: 'Ended', lifted: 'Lifted', appealed: 'Appealed', 'appeal-kept': 'Stays after the appeal', 'appeal-lifted': 'Lifted after the appeal', reviewed: 'Looked at again', off: 'Switched off', on: 'Switched on again',
};
const TurnWords = ({ turn, back }: { turn: string; back: boolean }) => <>{back && turn === 'lifted' ? 'Taken back' : TURN[turn]}</>;

/** It never stood: whoever proposed it thought again before anybody decided. */
const takenBack = (sanction: SanctionView): boolean => sanction.state === 'refused' && sanction.turns.some(turn => turn.turn === 'lifted');

export interface NewView {
  readonly person: Somebody;
  readonly others: readonly Somebody[];
  readonly severity: string | null;
  readonly appealOffices: readonly string[];
  readonly earlier: readonly Sanction[];
  /** Everything that the rules provide, what suits the case first. */
  readonly likely: Likely;
}

/** For whom first; what the rules provide hangs on it. */
export function WhoPage({ people, action, back, errors }: { people: readonly Somebody[]; action: string; back: string; errors: Errors }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>For whom?</h1>
      <form method="get" action={action}><Choices name="person" label="Choose who it is for" error={errors['person']} choices={people.map(one => ({ value: one.id, text: one.name }))} /><Button>Go on</Button></form>
      <p><a href={back}>Back to the concern</a></p>
    </>
  );
}

export function NewPage({ view, action, back, raw, errors, citeOf, vocabulary, today }: { view: NewView; action: string; back: string; raw: Body; errors: Errors; citeOf: CiteOf; vocabulary: Vocabulary; today: string }) {
  const { person } = view;
  const chosen = textIn(raw, 'provided');
  return (
    <FormPage title={`What follows for ${person.name}?`} errors={errors} action={action} back={back} button="Put it to those who decide">
      {view.severity === null && <Note tone="warn"><p>Nobody has said yet how serious it is. <a href={`${back}/triage`}>Say it first</a>: a penalty fits how serious the matter was.</p></Note>}
      {view.earlier.length > 0 && <Note title="Earlier"><ul>{view.earlier.map(one => <li key={one.id}><What sanction={one} />: {STATE[one.state]}. <Spell sanction={one} /></li>)}</ul></Note>}
      <Note><p>Nothing here ever stops somebody from telling someone, from reading the rules, or from signing in with their class.</p></Note>
      <input type="hidden" name="person" value={person.id} />
      <WhatRulesProvide likely={view.likely} severity={view.severity} chosen={chosen} error={errors['provided']} citeOf={citeOf} />
      <Details summary="The rules in full"><ul>{[...new Set(person.provided.map(one => one.clause))].map(clause => <li key={clause}><a href={citeOf(clause).href}>{citeOf(clause).cite}</a>: <span {...asWritten()}>{citeOf(clause).words}</span></li>)}</ul></Details>
      <Choices name="intent" label="Was it on purpose?" small chosen={[textIn(raw, 'intent') || 'unknown']} error={errors['intent']} choices={[{ value: 'deliberate', text: 'On purpose' }, { value: 'accidental', text: 'By mistake' }, { value: 'unknown', text: 'Not known' }]} />
      <TextArea name="reason" label="The reason, as it is told to them" hint="Short and plain. They read it on their own page once somebody has told them." value={textIn(raw, 'reason')} error={errors['reason']} rows={3} />
      <TextArea name="reasons" label="Why this follows" hint="For those who decide. If the law may have been broken, say “possible offence, take advice”: whether it is a crime is not for a school to say." value={textIn(raw, 'reasons')} error={errors['reasons']} rows={4} />
      <TextArea name="fits" label="Why it fits, if it is milder or harder than how serious the matter is" value={textIn(raw, 'fits')} error={errors['fits']} rows={2} />
      <fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">If it lasts for a time</legend>
        <TextField name="startsOn" type="date" label="First day" value={textIn(raw, 'startsOn') || today} error={errors['startsOn']} width={10} />
        <TextField name="endsOn" type="date" label="Last day" hint="It ends by itself after that day." value={textIn(raw, 'endsOn')} error={errors['endsOn']} width={10} />
        {person.provided.some(one => one.permanent) && <>
          <Choices name="permanent" label="Or for good?" many small chosen={[textIn(raw, 'permanent')]} error={errors['permanent']} choices={[{ value: 'yes', text: 'For good. Two people have to agree' }]} />
          <TextField name="reviewOn" type="date" label="For good: on which day is it looked at again?" value={textIn(raw, 'reviewOn')} error={errors['reviewOn']} width={10} />
        </>}
      </fieldset>
      <Select name="appealTo" label="Who hears an appeal?" value={textIn(raw, 'appealTo')} error={errors['appealTo']} choices={view.appealOffices.map(office => ({ value: office, text: capital(officeWords(office, vocabulary)) }))} />
      <TextField name="appealBy" type="date" label="Until which day may they appeal?" value={textIn(raw, 'appealBy')} error={errors['appealBy']} width={10} />
    </FormPage>
  );
}

/** What suits the case first; what is milder or harder, and what other policies provide, one press away. */
function WhatRulesProvide({ likely, severity, chosen, error, citeOf }: { likely: Likely; severity: string | null; chosen: string; error: string | undefined; citeOf: CiteOf }) {
  const { fitting, unfitting, elsewhere } = likely;
  const picked = chosen === '' ? [] : [chosen];
  const has = (list: readonly PlacedProvided[]): boolean => list.some(one => String(one.at) === chosen);
  const first = fitting.length > 0 ? fitting : unfitting;
  const choices = (list: readonly PlacedProvided[]) => list.map(({ at, one }) => ({ value: String(at), text: one.facility === null ? KIND[one.kind] : `${KIND[one.kind]}: ${FACILITY[one.facility]}`, hint: <>{citeOf(one.clause).cite}: <span {...asWritten()}>{citeOf(one.clause).words}</span></> }));
  return (
    <>
      <Choices name="provided" label={severity === null ? 'What the rules of this case provide' : 'What the rules provide that fits how serious it is'} small error={error} chosen={picked} choices={choices(first)} />
      {fitting.length > 0 && unfitting.length > 0 && <Details summary="Milder or harder than how serious it is" open={has(unfitting)}><Choices name="provided" id="provided-other-weight" label="Milder or harder: say below why it fits all the same" small chosen={picked} choices={choices(unfitting)} /></Details>}
      {elsewhere.length > 0 && <Details summary="What other policies provide" open={has(elsewhere)}><Choices name="provided" id="provided-elsewhere" label="Other policies that hold for them" small chosen={picked} choices={choices(elsewhere)} /></Details>}
    </>
  );
}

interface Small { readonly sanction: SanctionView; readonly name: string; readonly action: string; readonly back: string; readonly raw: Body; readonly errors: Errors }
const Summary = ({ sanction, name }: { sanction: SanctionView; name: string }) => <Facts rows={[['Who', name], ['What', <What sanction={sanction} />], ...(sanction.startsOn === null ? [] : [['When', <Spell sanction={sanction} />] as [string, VNode]]), ['As it is told', sanction.words.reason]]} />;

export const DecidePage = ({ sanction, name, action, back, raw, errors }: Small) => (
  <FormPage title="Do you agree?" errors={errors} action={action} back={back}>
    <Summary sanction={sanction} name={name} /><p>{sanction.words.reasons}</p>
    <Choices name="says" label="Your decision" chosen={[textIn(raw, 'says')]} error={errors['says']} choices={[{ value: 'agree', text: 'I agree' }, { value: 'refuse', text: 'I do not agree' }]} />
    <TextArea name="text" label="Reasons" hint="Needed if you do not agree." value={textIn(raw, 'text')} error={errors['text']} rows={3} />
  </FormPage>
);
export const ToldPage = ({ sanction, name, action, back, raw, errors, today }: Small & { today: string }) => (
  <FormPage title="They were told why" errors={errors} action={action} back={back}>
    <Summary sanction={sanction} name={name} />
    <p>Somebody tells them, and for a pupil the parents, before it begins. From then on it stands on their own page, with how to appeal.</p>
    <TextField name="on" type="date" label="On which day?" value={textIn(raw, 'on') || today} error={errors['on']} width={10} />
    <TextArea name="text" label="Who told them, and what did they say?" value={textIn(raw, 'text')} error={errors['text']} rows={3} />
  </FormPage>
);
export const LiftPage = ({ sanction, name, action, back, raw, errors }: Small) => (
  <FormPage title="Lift it" errors={errors} action={action} back={back} button="Lift it now"><Summary sanction={sanction} name={name} /><TextArea name="text" label="Why?" value={textIn(raw, 'text')} error={errors['text']} rows={3} /></FormPage>
);
export const TakeBackPage = ({ sanction, name, action, back, raw, errors }: Small) => (
  <FormPage title="Take it back" errors={errors} action={action} back={back}><Summary sanction={sanction} name={name} /><TextArea name="text" label="Why?" value={textIn(raw, 'text')} error={errors['text']} rows={3} /></FormPage>
);
export const ReviewPage = ({ sanction, name, action, back, raw, errors }: Small) => (
  <FormPage title="Look at it again" errors={errors} action={action} back={back} button="It stays"><Summary sanction={sanction} name={name} />
    <p>If it should not stay, <a href={action.replace(/review$/, 'lift')}>lift it</a>.</p>
    <TextField name="reviewOn" type="date" label="When is it looked at next?" value={textIn(raw, 'reviewOn')} error={errors['reviewOn']} width={10} /><TextArea name="text" label="Why does it stay?" value={textIn(raw, 'text')} error={errors['text']} rows={3} /></FormPage>
);
export const AnswerPage = ({ sanction, name, action, back, raw, errors }: Small) => (
  <FormPage title="Answer the appeal" errors={errors} action={action} back={back}><Summary sanction={sanction} name={name} />
    <Note title="They wrote"><p>{sanction.turns.find(turn => turn.turn === 'appealed')?.text}</p></Note>
    <Choices name="says" label="How does it end?" chosen={[textIn(raw, 'says')]} error={errors['says']} choices={[{ value: 'lift', text: 'It is lifted, now' }, { value: 'keep', text: 'It stays' }]} />
    <TextArea name="text" label="The reasons, as they are told" value={textIn(raw, 'text')} error={errors['text']} rows={3} /></FormPage>
);
