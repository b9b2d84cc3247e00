/** Pictures on hold: the list, one child's places, where pictures may be, and looking a child up before a picture is used. */
import { AnswerCard, Button, Choices, Chip, counted, Details, Empty, ErrorSummary, Facts, longDay, longMoment, Note, Select, Table, TextArea, TextField } from '../../../page-parts/index.ts';
import type { Body } from '../../../platform/web/index.ts';
import { Due, List, type Fields, type ListColumn, type Listed } from '../../../registers/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { officeWords } from '../../policies/index.ts';
import type { HoldRow, HoldView, Looked } from './reads.ts';
import { HOLD_STATES, PLACE_STATES, type HoldPlace, type HoldState, type PlaceState } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const STATE: Readonly<Record<HoldState, string>> = { open: 'On hold: places are still to be seen to', done: 'On hold: every place is seen to', again: 'May be used again', never: 'Never to be used again' };
/** The same on a label. */
const LABEL: Readonly<Record<HoldState, string>> = { open: 'To be seen to', done: 'Seen to', again: 'May be used', never: 'Never again' };
const TONE = { open: 'ask', done: 'no', again: 'yes', never: 'no' } as const;
const PLACE: Readonly<Record<PlaceState, string>> = { open: 'Not seen to', down: 'Taken down', 'never-there': 'Never there', asked: 'Somebody else was asked to remove it' };
const PLACE_LABEL: Readonly<Record<PlaceState, string>> = { open: 'Not seen to', down: 'Taken down', 'never-there': 'Never there', asked: 'Asked' };
const PLACE_TONE = { open: 'ask', down: 'yes', 'never-there': 'yes', asked: 'ask' } as const;
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };

/** A place in words: a value that the rules name, or what the school typed. */
export const placeWords = (place: string, vocabulary: Vocabulary): string => vocabulary.facts.get('destination')?.values.get(place)?.plain ?? place;

export const holdFields = (): Fields => ({
  search: { label: 'Name or class', id: 'hold-search' },
  filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, ...HOLD_STATES.map(state => ({ value: state, text: STATE[state] }))] }],
});

export const holdColumns = (base: string, today: string): ListColumn<HoldRow>[] => [
  { head: 'Whose pictures', cell: one => <a href={`${base}/${one.hold.id}`}>{one.name || 'Somebody who is forgotten'}</a>, inFile: one => one.name },
  { head: 'Class', cell: one => one.class || '–', inFile: one => one.class },
  { head: 'State', cell: one => <Chip tone={TONE[one.state]}>{LABEL[one.state]}</Chip>, inFile: one => STATE[one.state] },
  { head: 'Since', cell: one => longMoment(one.hold.openedAt), inFile: one => one.hold.openedAt.toISOString().slice(0, 10) },
  { head: 'To be down by', cell: one => (one.hold.dueOn === null ? '–' : one.state === 'open' ? <Due day={one.hold.dueOn} today={today} /> : longDay(one.hold.dueOn)), inFile: one => one.hold.dueOn },
  { head: 'Places left', number: true, cell: one => one.left, inFile: one => one.left },
  { head: 'Asked to come down', cell: one => (one.hold.takeDown ? 'Yes' : 'No'), inFile: one => (one.hold.takeDown ? 'Yes' : 'No') },
];

export const ListPage = ({ list, lookHref, settingsHref }: { list: Listed<HoldRow>; lookHref: string; settingsHref: string }) => (
  <>
    <h1>Pictures on hold</h1>
    <p class="lede">Hold back every picture of these children, and take down what is out. Do not ask them why.</p>
    <p class="actions no-print"><a href={lookHref}>Look a child up before a picture is used</a> <a href={settingsHref}>Where pictures may be</a></p>
    <List list={list} caption={counted(list.total, 'hold')} empty={<Empty title="No pictures are on hold"><p>When a child worries about a picture, theirs are held back here by themselves.</p></Empty>} />
  </>
);

export interface OneView extends HoldView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly today: string;
  readonly raw: Body;
  readonly errors: Errors;
}

export function HoldPage(view: OneView) {
  const { hold, state, base, vocabulary, today, places } = view;
  const here = `${base}/${hold.id}`;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>Pictures of {view.name || 'somebody who is forgotten'}</h1>
      <p><Chip tone={TONE[state]}>{LABEL[state]}</Chip></p>
      <p>{STATE[state]}.</p>
      {state !== 'again' && <Note title="Hold back every picture" tone="warn"><p>Use no picture of this child, and take down what is out. {hold.takeDown && <>The child asked for a picture to come down.</>} Do not look at, copy or send a picture to anybody while you do it. Do not ask the child about it.</p></Note>}
      <Facts rows={[
        ['Class', view.class || '–'], ['On hold since', longMoment(hold.openedAt)], ...(hold.againAt ? [['Worried again', longMoment(hold.againAt)] as const] : []),
        ['To be down by', hold.dueOn ? <Due day={hold.dueOn} today={today} /> : 'The school has not said by when.'],
        ['Sees to it', officeWords(hold.office, vocabulary)], ['Lifts it', officeWords(hold.lifter, vocabulary)],
        ['Rule', view.clause ? <a href={view.clause.href}>{view.clause.cite}</a> : 'No rule speaks of pictures here.'],
        ...(hold.decidedAt ? [['Decided', longMoment(hold.decidedAt)] as const] : []), ...(view.reason ? [['Why', view.reason] as const] : []),
      ]} />
      <h2>Where pictures may be</h2>
      {state !== 'again' && places.length > 0 && <p class="no-print">Open a place to say what was done there.</p>}
      {places.length === 0 ? <Empty title="No place is listed"><p>The school has not said where pictures may be.</p></Empty> : <Table caption={counted(places.length, 'place')} rows={places} columns={[
        { head: 'Place', cell: one => (state === 'again' ? placeWords(one.place, vocabulary) : <PlaceForm here={here} view={view} place={one} at={places.indexOf(one)} />) }, { head: 'State', cell: one => <><Chip tone={PLACE_TONE[one.state]}>{PLACE_LABEL[one.state]}</Chip>{one.state === 'asked' && one.askedOn && <> {one.whom}, on {longDay(one.askedOn)}</>}</> }, { head: 'Said on', cell: one => (one.saidAt ? longMoment(one.saidAt) : '–') },
      ]} />}
      {view.keptForLaw && <Note><p>The school goes to law in a case that this belongs to. Whether pictures may be used again is for you to decide; what stands here is kept all the same, until that legal hold is lifted.</p></Note>}
      {view.lifts && state !== 'again' && <LiftForm here={here} view={view} />}
      <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    </>
  );
}

function PlaceForm({ here, view, place, at }: { here: string; view: OneView; place: HoldPlace; at: number }) {
  const mine = textIn(view.raw, 'place') === place.place;
  const of = (name: string, kept: string) => (mine ? textIn(view.raw, name) || kept : kept);
  const errors = mine ? view.errors : {};
  const id = (name: string): string => (mine ? name : `${name}-${at}`);
  return (
    <Details summary={placeWords(place.place, view.vocabulary)} open={mine}>
      <form method="post" action={`${here}/place`}>
        <input type="hidden" name="place" value={place.place} />
        <Choices name="state" id={id('state')} label="What was done here?" small error={errors['state']} chosen={[of('state', place.state)]} choices={PLACE_STATES.map(value => ({ value, text: PLACE[value] }))} />
        <TextField name="whom" id={id('whom')} label="If somebody else was asked: whom?" value={of('whom', place.whom)} error={errors['whom']} maxlength={150} />
        <TextField name="askedOn" id={id('askedOn')} type="date" label="On which day were they asked?" value={of('askedOn', place.askedOn ?? '')} error={errors['askedOn']} width={10} />
        <Button tone="quiet">Save</Button>
      </form>
    </Details>
  );
}

const LiftForm = ({ here, view: { raw, errors, state } }: { here: string; view: OneView }) => (
  <section class="no-print">
    <h2>Decide</h2>
    <form method="post" action={`${here}/lift`}>
      <Choices name="outcome" label="What holds from now on?" small error={errors['outcome']} chosen={[textIn(raw, 'outcome')]} choices={[{ value: 'again', text: 'Pictures of this child may be used again' }, ...(state === 'never' ? [] : [{ value: 'never', text: 'Pictures of this child are never to be used again' }])]} />
      <TextArea name="reason" label="Why?" hint="Only those who may lift it read this." rows={3} value={textIn(raw, 'reason')} error={errors['reason']} />
      <Button>Save what you decided</Button>
    </form>
  </section>
);

export interface SettingView {
  readonly action: string;
  readonly said: boolean;
  readonly history: readonly { readonly since: string; readonly places: readonly string[]; readonly days: number | null; readonly byName: string }[];
  readonly raw: Body;
  readonly errors: Errors;
}

/** Where pictures of the school's may be, and by when they are to be down. */
export const SettingPage = ({ action, said, history, raw, errors }: SettingView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>Where pictures may be</h1>
    <p class="lede">When a child’s pictures are held back, each of these places is seen to. Holds that are open keep the places they have.</p>
    {!said && <Note title="The school has not said yet"><p>Below stand the places that its rules name. Add what is missing, and take out what you do not have.</p></Note>}
    <form method="post" action={action}>
      <TextArea name="places" label="Places, one on each line" hint="Such as: the website, the newsletter, the display in the hall, the local paper." rows={8} value={textIn(raw, 'places')} error={errors['places']} />
      <TextField name="days" label="School days until every place is seen to" hint="Leave it empty where the school has not decided." inputmode="numeric" width={5} value={textIn(raw, 'days')} error={errors['days']} />
      <TextField name="since" type="date" label="It holds from" value={textIn(raw, 'since')} error={errors['since']} width={10} />
      <Button>Save</Button>
    </form>
    {history.length > 0 && <Table caption="What was set, newest first" rows={history} columns={[
      { head: 'From', cell: one => longDay(one.since) }, { head: 'Places', cell: one => one.places.join('; ') }, { head: 'School days', number: true, cell: one => one.days ?? '–' }, { head: 'By', cell: one => one.byName || '–' },
    ]} />}
  </>
);

export interface LookView {
  readonly action: string;
  readonly group: string;
  readonly search: string;
  readonly classes: readonly string[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly class: string }[];
  readonly chosen: readonly string[];
  readonly looked: Looked | null;
  readonly mayIHref: string;
  /** The list of holds, for those who see to pictures. */
  readonly holdsHref: string | null;
}

/** Look a child up before a picture is used. Names go by post: none stands in an address. */
export const LookPage = ({ action, group, search, classes, people, chosen, looked, mayIHref, holdsHref }: LookView) => (
  <>
    <h1>May this picture be used?</h1>
    <p class="lede">Look up every child in the picture, before you print it, show it or send it.</p>
    {holdsHref !== null && <p class="no-print"><a href={holdsHref}>All pictures on hold</a></p>}
    {looked && looked.held.length > 0 && (
      <AnswerCard says="no" headline="No. Do not use this picture" clauses={looked.clause ? [looked.clause] : []} lines={['Pictures of these children are held back. Do not ask them why.']}>
        <ul>{looked.held.map(name => <li key={name}>{name}</li>)}</ul>
      </AnswerCard>
    )}
    {looked && looked.held.length === 0 && looked.free.length > 0 && <Note title="No hold stands in the way"><p>Nobody whom you chose is held back today. That is not yet a yes: <a href={mayIHref}>ask the rules</a> whether you may use the picture, and what the parents must have said.</p></Note>}
    {looked && looked.free.length > 0 && <Details summary="Not held back today"><ul>{looked.free.map(name => <li key={name}>{name}</li>)}</ul></Details>}
    <form method="get" action={action} class="filters">
      <Select name="group" label="Class" value={group} choices={[{ value: '', text: 'Choose' }, ...classes.map(name => ({ value: name, text: name }))]} />
      <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Show</button></div>
    </form>
    <form method="post" action={action} class="filters">
      <TextField name="search" type="search" label="Or a child by name" value={search} width={20} />
      <div class="filters__do"><Button tone="quiet" name="find" value="yes">Find</Button></div>
    </form>
    {people.length > 0 && (
      <form method="post" action={action}>
        <input type="hidden" name="group" value={group} />
        <Choices name="children" label="Tick every child in the picture" many small chosen={chosen} choices={people.map(one => ({ value: one.id, text: one.class ? <>{one.name}, {one.class}</> : one.name }))} />
        <Button>Look them up</Button>
      </form>
    )}
    {people.length === 0 && (search !== '' || group !== '') && <Empty title="Nobody fits" />}
  </>
);
