/** Trips: the list, one trip with its phone decision, who goes, and the paper the leader takes along. */
import { Button, ButtonLink, Card, Choices, Chip, counted, Empty, ErrorSummary, Facts, longDay, Note, Select, Table, TextField } from '../../page-parts/index.ts';
import type { Body } from '../../platform/web/index.ts';
import { List, type Fields, type ListColumn, type Listed } from '../../registers/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { groupWords, officeWords } from '../policies/index.ts';
import type { CarrierRow, Cited, TripView } from './reads.ts';
import { TRIP_STATES, type CarrierState, type Device, type DeviceOwner, type Trip, type TripState } from './words.ts';

type Errors = Readonly<Record<string, string>>;
const STATE: Readonly<Record<TripState, string>> = { coming: 'To come', 'under-way': 'Under way', done: 'Over', cancelled: 'Called off' };
const CARRIER: Readonly<Record<CarrierState, string>> = { yes: 'May carry it', no: 'May not carry it', waits: 'Waits for a decision' };
const TONE = { yes: 'yes', no: 'no', waits: 'ask' } as const;
export const thing = (device: Device, owner: DeviceOwner): string => (device === 'phone' ? owner === 'school' ? 'A phone of the school' : 'Their own phone' : owner === 'school' ? 'A camera of the school' : 'Their own camera');
export const carrierWords = (state: CarrierState): string => CARRIER[state];
const textIn = (raw: Body, name: string): string => { const value = raw[name]; return typeof value === 'string' ? value : ''; };
const daysOf = ({ from, until }: Pick<Trip, 'from' | 'until'>) => (from === until ? <>{longDay(from)}</> : <>{longDay(from)} to {longDay(until)}</>);

export interface TripRow {
  readonly trip: Trip;
  readonly state: TripState;
  readonly leader: string;
  readonly open: boolean;
}

export const tripFields = (): Fields => ({
  search: { label: 'Name or place', id: 'trip-search' },
  filters: [{ name: 'state', label: 'Which', choices: [{ value: '', text: 'All' }, ...TRIP_STATES.map(state => ({ value: state, text: STATE[state] }))] }],
});

export const tripColumns = (base: string): ListColumn<TripRow>[] => [
  { head: 'Trip', cell: one => (one.open ? <a href={`${base}/${one.trip.id}`}>{one.trip.title}</a> : one.trip.title), inFile: one => one.trip.title },
  { head: 'Where', cell: one => one.trip.place, inFile: one => one.trip.place },
  { head: 'When', cell: one => daysOf(one.trip) },
  { head: 'First day', inFile: one => one.trip.from },
  { head: 'Last day', inFile: one => one.trip.until },
  { head: 'Leader', cell: one => one.leader || '–', inFile: one => one.leader },
  { head: 'State', cell: one => STATE[one.state], inFile: one => one.state },
  { head: 'Lists are erased on', inFile: one => one.trip.eraseOn },
];

export const ListPage = ({ list }: { list: Listed<TripRow> }) => (
  <>
    <h1>Trips</h1>
    <p class="lede">Who leads each trip, and who may carry a phone or a camera on it. The rules of the school say who decides.</p>
    <p class="actions no-print"><ButtonLink href={`${list.base}/new`}>Plan a trip</ButtonLink></p>
    <List list={list} caption={counted(list.total, 'trip')} empty={<Empty title="No trip fits"><p>Plan one, or choose other filters.</p></Empty>} />
  </>
);

export interface EditView {
  readonly action: string;
  readonly heading: string;
  readonly leaders: readonly { readonly id: string; readonly name: string }[];
  readonly raw: Body;
  readonly errors: Errors;
}

export const EditPage = ({ action, heading, leaders, raw, errors }: EditView) => (
  <>
    <ErrorSummary errors={errors} />
    <h1>{heading}</h1>
    <form method="post" action={action}>
      <TextField name="title" label="What is the trip?" hint="Such as: Year 4 at the canal museum." value={textIn(raw, 'title')} error={errors['title']} maxlength={100} />
      <TextField name="place" label="Where does it go?" value={textIn(raw, 'place')} error={errors['place']} maxlength={150} />
      <TextField name="from" type="date" label="First day" value={textIn(raw, 'from')} error={errors['from']} width={10} />
      <TextField name="until" type="date" label="Last day" value={textIn(raw, 'until')} error={errors['until']} width={10} />
      <Select name="leader" label="Who leads it?" value={textIn(raw, 'leader')} error={errors['leader']} choices={[{ value: '', text: 'Choose' }, ...leaders.map(one => ({ value: one.id, text: one.name }))]} />
      <TextField name="eraseOn" type="date" label="Day on which its lists are erased" hint="Who went and who carried what goes then, by itself. The name, the place and the days of the trip stay." value={textIn(raw, 'eraseOn')} error={errors['eraseOn']} width={10} />
      <Button>Save</Button>
    </form>
  </>
);

export interface OneView extends TripView {
  readonly base: string;
  readonly vocabulary: Vocabulary;
  readonly me: string;
  readonly today: string;
  readonly purposes: readonly { readonly value: string; readonly text: string }[];
  /** Facts that the rules ask for before they can say anything. */
  readonly missing: readonly { readonly fact: string; readonly question: string; readonly choices: readonly { readonly value: string; readonly text: string }[] }[];
  /** The rules that forbid what was just asked for. */
  readonly forbidden: readonly (Cited & { readonly words: string })[];
  readonly raw: Body;
  readonly errors: Errors;
}

export function TripPage(view: OneView) {
  const { trip, base, plans, names, adults, pupils, state } = view;
  const here = `${base}/${trip.id}`;
  return (
    <>
      <ErrorSummary errors={view.errors} />
      <h1>{trip.title}</h1>
      <Facts rows={[['Where', trip.place], ['When', daysOf(trip)], ['Leader', view.leaderName || '–'], ['State', STATE[state]], ['Lists are erased', trip.erasedAt ? 'They are gone' : longDay(trip.eraseOn)]]} />
      {plans && trip.erasedAt === null && <div class="actions no-print"><ButtonLink href={`${here}/edit`} tone="quiet">Change it</ButtonLink>
        {state === 'cancelled' ? <form method="post" action={`${here}/restore`}><Button tone="quiet">It takes place after all</Button></form> : state !== 'done' && <form method="post" action={`${here}/cancel`}><Button tone="quiet">Call it off</Button></form>}</div>}
      <h2>Phones and cameras</h2>
      {view.carriers.length === 0 ? <Empty title="Nobody is named to carry anything"><p>The rules decide who may; name those who should.</p></Empty> : <div class="stack">{view.carriers.map(one => <CarrierCard key={one.id} view={view} carrier={one} />)}</div>}
      {plans && trip.erasedAt === null && state !== 'cancelled' && state !== 'done' && <NameForm view={view} />}
      {names && trip.erasedAt === null && <>
        <h2>Who goes</h2>
        <p>{counted(adults.length, 'adult')} and {counted(pupils.length, 'pupil')}. {plans && <a class="no-print" href={`${here}/people`}>Choose who goes</a>}</p>
        <p class="actions no-print"><ButtonLink href={`${here}/list`} tone="quiet">List to take along</ButtonLink> <a href={`${here}/list.csv`}>Download as a spreadsheet (CSV)</a></p>
      </>}
    </>
  );
}

function CarrierCard({ view, carrier }: { view: OneView; carrier: CarrierRow }) {
  const { base, trip, vocabulary, me, plans, today } = view;
  const here = `${base}/${trip.id}/carriers/${carrier.id}`;
  const waits = carrier.state === 'waits';
  return (
    <Card title={carrier.name} tone={waits ? 'ask' : carrier.state}>
      <p><Chip tone={TONE[carrier.state]}>{CARRIER[carrier.state]}</Chip> {thing(carrier.device, carrier.owner)}, for {vocabulary.facts.get('purpose')?.values.get(carrier.purpose)?.plain ?? carrier.purpose}.</p>
      <p>{carrier.byRule ? <>The rules allow it; nobody needs to decide.</> : <>It is for {groupWords(carrier.offices, vocabulary)} to decide.</>} {carrier.cited.map((one, at) => <span key={one.href}>{at > 0 && '; '}<a href={one.href}>{one.cite}</a></span>)}</p>
      {carrier.decisions.length > 0 && <ul>{carrier.decisions.map((one, at) => <li key={at}>{one.says === 'yes' ? <>Yes from {officeWords(one.office, vocabulary)}</> : <>No from {officeWords(one.office, vocabulary)}</>}{one.byName && ` (${one.byName})`}{one.words && `: “${one.words}”`}</li>)}</ul>}
      {carrier.picturesGoneBy && <p>{carrier.picturesGoneOn ? <>The pictures were reported gone on {longDay(carrier.picturesGoneOn)}.</> : <>The pictures are to be gone by {longDay(carrier.picturesGoneBy)}. {carrier.picturesGoneBy < today && <Chip tone="no">overdue</Chip>}</>}</p>}
      {carrier.picturesGoneBy && !carrier.picturesGoneOn && carrier.person === me && <form method="post" action={`${here}/gone`} class="no-print"><Button tone="quiet">The pictures are gone</Button></form>}
      {carrier.mine.length > 0 && trip.erasedAt === null && trip.until >= today && (
        <form method="post" action={`${here}/decide`} class="no-print">
          <TextField name="words" id={`words-${carrier.id}`} label="When and how, if you like" hint="Such as: at lunch, for ten minutes." maxlength={300} />
          <p class="actions"><Button name="says" value="yes">{waits ? 'Yes' : 'Say yes'}<span class="govuk-visually-hidden"> {carrier.name}</span></Button><Button name="says" value="no" tone="quiet">{waits ? 'No' : 'Say no'}<span class="govuk-visually-hidden"> {carrier.name}</span></Button></p>
        </form>
      )}
      {plans && trip.erasedAt === null && <form method="post" action={`${here}/drop`} class="no-print"><button class="link-button" type="submit">Take {carrier.name} off this list</button></form>}
    </Card>
  );
}

function NameForm({ view }: { view: OneView }) {
  const { raw, errors, adults, pupils, missing } = view;
  const people = [...adults, ...pupils];
  return (
    <section class="no-print">
      <h2>Name somebody to carry a phone or a camera</h2>
      {view.forbidden.length > 0 && <Note title="The rules forbid it, whoever says yes" tone="warn">{view.forbidden.map(one => <blockquote class="quote" key={one.href}><p>{one.words}</p><footer class="quote__cite"><a href={one.href}>{one.cite}</a></footer></blockquote>)}</Note>}
      {missing.length > 0 && <Note title="The rules need to know more"><p>Answer the questions below, then send it again.</p></Note>}
      <form method="post" action={`${view.base}/${view.trip.id}/carriers`}>
        <Select name="person" label="Who?" value={textIn(raw, 'person')} error={errors['person']} choices={[{ value: '', text: 'Choose' }, ...people.map(one => ({ value: one.person, text: one.class ? `${one.name}, ${one.class}` : one.name }))]} />
        <Choices name="device" label="What?" small error={errors['device']} chosen={[textIn(raw, 'device') || 'phone']} choices={[{ value: 'phone', text: 'A phone' }, { value: 'camera', text: 'A camera' }]} />
        <Choices name="owner" label="Whose is it?" small error={errors['owner']} chosen={[textIn(raw, 'owner')]} choices={[{ value: 'school', text: 'The school’s' }, { value: 'personal', text: 'Their own' }]} />
        <Select name="purpose" label="What for?" value={textIn(raw, 'purpose')} error={errors['purpose']} choices={view.purposes} />
        <TextField name="picturesGoneBy" type="date" label="For a camera: the day by which the pictures are off it" value={textIn(raw, 'picturesGoneBy')} error={errors['picturesGoneBy']} width={10} />
        {missing.map(one => <Select key={one.fact} name={`fact.${one.fact}`} id={`fact-${one.fact}`} label={one.question} value={textIn(raw, `fact.${one.fact}`)} error={errors[`fact-${one.fact}`]} choices={[{ value: '', text: 'Choose' }, ...one.choices]} />)}
        <Button>Ask the rules</Button>
      </form>
    </section>
  );
}

export interface PeopleView {
  readonly base: string;
  readonly trip: Trip;
  readonly group: string;
  readonly groups: readonly { readonly value: string; readonly text: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly goes: boolean }[];
}

/** Choose who goes, a class at a time. */
export const PeoplePage = ({ base, trip, group, groups, people }: PeopleView) => (
  <>
    <h1>Who goes: {trip.title}</h1>
    <form method="get" action={`${base}/${trip.id}/people`} class="filters">
      <Select name="group" label="Class, or the adults" value={group} choices={groups} />
      <div class="filters__do"><button class="govuk-button govuk-button--secondary" type="submit">Show</button></div>
    </form>
    {people.length === 0 ? <Empty title="Nobody is in this group" /> : (
      <form method="post" action={`${base}/${trip.id}/people`}>
        <input type="hidden" name="group" value={group} />
        <Choices name="people" label="Tick everybody who goes" many small chosen={people.filter(one => one.goes).map(one => one.id)} choices={people.map(one => ({ value: one.id, text: one.name }))} />
        <p class="actions"><Button>Save</Button>{group !== 'adults' && <Button name="whole" value="yes" tone="quiet">The whole class goes</Button>}</p>
      </form>
    )}
    <p><a href={`${base}/${trip.id}`}>Back to the trip</a></p>
  </>
);

/** The paper the leader takes along: who may carry what, and who goes. */
export const TakeAlongPage = ({ view, school }: { view: TripView; school: string }) => (
  <>
    <h1>{view.trip.title}</h1>
    <p>{school}. {view.trip.place}, {daysOf(view.trip)}. Leader: {view.leaderName || '–'}.</p>
    <p class="no-print"><button type="button" class="govuk-button govuk-button--secondary" data-print hidden>Print</button></p>
    {view.carriers.length === 0 ? <p>Nobody is named to carry a phone or a camera.</p> : <Table caption="Phones and cameras" rows={view.carriers} columns={[
      { head: 'Who', cell: one => one.name }, { head: 'What', cell: one => thing(one.device, one.owner) }, { head: 'Decision', cell: one => CARRIER[one.state] },
      { head: 'When and how', cell: one => one.decisions.at(-1)?.words || '–' }, { head: 'Pictures gone by', cell: one => (one.picturesGoneBy ? longDay(one.picturesGoneBy) : '–') },
    ]} />}
    {view.adults.length > 0 && <Table caption={`Adults: ${view.adults.length}`} rows={view.adults} columns={[{ head: 'Name', cell: one => one.name }]} />}
    {view.pupils.length > 0 && <Table caption={`Pupils: ${view.pupils.length}`} rows={view.pupils} columns={[{ head: 'Name', cell: one => one.name }, { head: 'Class', cell: one => one.class }]} />}
  </>
);
