/** What the pages of trips are drawn from. */
import type { Tx } from '../../platform/database/index.ts';
import type { Reader, School } from '../../platform/web/index.ts';
import { inOrder } from '../../platform/order.ts';
import type { Rulebook, Vocabulary } from '../../rulebook/index.ts';
import { findPerson, fullName, listClasses, listGuardians, listPeople, namesOf, widened, type Person } from '../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../policies/index.ts';
import { decidesAs, mayPlan, seesNames, stateOf, tripState } from './decisions.ts';
import { findTrip, listCarriers, listDecisions, listGoers, openCarriers, tripsLedBy, tripsOf } from './store.ts';
import type { Carrier, CarrierState, Decision, Goer, Trip, TripState } from './words.ts';

export { countTrips, exportTrips, findTrip, listTrips, type TripsAsk } from './store.ts';

export interface Cited { readonly cite: string; readonly href: string }

/** A carrier with everything a page says of them. */
export interface CarrierRow extends Carrier {
  readonly name: string;
  readonly state: CarrierState;
  readonly decisions: readonly (Decision & { readonly byName: string })[];
  readonly cited: readonly Cited[];
  /** The offices by which this reader may decide. */
  readonly mine: readonly string[];
}

export interface GoerRow extends Goer { readonly name: string; readonly class: string }

export interface TripView {
  readonly trip: Trip;
  readonly state: TripState;
  readonly leaderName: string;
  readonly adults: readonly GoerRow[];
  readonly pupils: readonly GoerRow[];
  readonly carriers: readonly CarrierRow[];
  /** Whether this reader may change the trip and its lists. */
  readonly plans: boolean;
  /** Whether this reader may read the lists of who goes. */
  readonly names: boolean;
}

interface Ask { readonly school: School; readonly vocabulary: Vocabulary; readonly today: string; readonly reader: Reader }

const cites = (rulebook: Rulebook, clauses: readonly string[]): Cited[] => clauses.filter(id => rulebook.clauses.has(id as never)).map(id => ({ cite: cite(rulebook, id), href: clauseHref(id) }));

/** A trip as this reader may see it, or null: absent, or nothing to do with them. */
export async function tripView(tx: Tx, ask: Ask, id: string): Promise<TripView | null> {
  const trip = await findTrip(tx, id);
  if (!trip) return null;
  const [goers, carriers, { rulebook }] = [await listGoers(tx, id), await listCarriers(tx, [id]), await rulesInForce(tx, ask)];
  const { reader } = ask;
  const names = seesNames(trip, goers, reader);
  const plans = mayPlan(trip, reader);
  const waiting = carriers.filter(one => decidesAs(one, reader, trip.leader).length > 0);
  if (!names && !plans && waiting.length === 0) return null;
  const shown = names || plans ? carriers : waiting;
  const people = new Map((await listPeople(tx, { day: ask.today, ids: goers.map(one => one.person), left: true, limit: 2000 })).map(one => [one.id, one]));
  const decisions = await listDecisions(tx, shown.map(one => one.id));
  const others = await namesOf(tx, [...new Set([...decisions.map(one => one.by), trip.leader].filter(one => one !== null))]);
  const rows = goers.map(goer => ({ ...goer, name: nameOf(people.get(goer.person)), class: people.get(goer.person)?.place?.class ?? '' })).sort((a, b) => inOrder(a.class, b.class) || a.name.localeCompare(b.name, 'en-GB'));
  return {
    trip, state: tripState(trip, ask.today), leaderName: trip.leader === null ? '' : others.get(trip.leader) ?? '', plans, names,
    adults: names ? rows.filter(one => one.part === 'adult') : [], pupils: names ? rows.filter(one => one.part === 'pupil') : [],
    carriers: shown.map(one => {
      const own = decisions.filter(decision => decision.carrier === one.id);
      return { ...one, name: nameOf(people.get(one.person)), state: stateOf(one, own), decisions: own.map(decision => ({ ...decision, byName: decision.by === null ? '' : others.get(decision.by) ?? '' })), cited: cites(rulebook, one.clauses), mine: decidesAs(one, reader, trip.leader) };
    }),
  };
}

const nameOf = (person: Person | undefined): string => (person ? fullName(person) : 'Somebody who is forgotten');

/** A person as the rules look at them: kinds with every wider one, and offices; the trip's own leader is its trip leader. */
export async function whoOf(tx: Tx, of: { readonly person: string; readonly trip: Trip; readonly vocabulary: Vocabulary; readonly today: string }): Promise<string[]> {
  const person = await findPerson(tx, of.person, of.today);
  if (!person) return [];
  const offices = person.offices.filter(office => office !== 'trip-leader');
  return [...widened(person.kinds, of.vocabulary), ...offices, ...(of.trip.leader === person.id ? ['trip-leader'] : [])];
}

const ADULTS = 'adults';

/** Whom one may choose from: a class, or the adults of the staff and the volunteers. */
export async function choosable(tx: Tx, of: { readonly group: string; readonly today: string; readonly vocabulary: Vocabulary }): Promise<{ classes: string[]; people: Person[] }> {
  const classes = await listClasses(tx, of.today);
  if (of.group !== ADULTS && !classes.includes(of.group)) return { classes, people: [] };
  const kinds = [...of.vocabulary.kinds.values()].filter(kind => kind.name === 'staff' || kind.within.includes('staff') || kind.name === 'volunteer').map(kind => kind.name);
  return { classes, people: await listPeople(tx, of.group === ADULTS ? { day: of.today, kinds, limit: 1000 } : { day: of.today, class: of.group, limit: 500 }) };
}

export interface HomeTrip { readonly trip: Trip; readonly goers: readonly string[]; readonly phones: readonly { readonly name: string; readonly device: Carrier['device']; readonly state: CarrierState; readonly words: string }[] }

/** The trips to come of a reader and, for a parent, of their children: with what was decided about these people's own things. */
export async function homeTrips(tx: Tx, of: { readonly reader: Reader; readonly today: string }): Promise<HomeTrip[]> {
  const me = of.reader.person!;
  const ties = of.reader.kinds.includes('parent') ? (await listGuardians(tx, { parents: [me] })).filter(tie => tie.parentId === me && !tie.noContact) : [];
  const found = await tripsOf(tx, [me, ...ties.map(tie => tie.childId)], of.today);
  if (found.length === 0) return [];
  const names = await namesOf(tx, [...new Set(found.map(one => one.person))]);
  const trips = new Map(found.map(one => [one.id, one]));
  const carriers = (await listCarriers(tx, [...trips.keys()])).filter(one => names.has(one.person));
  const decisions = await listDecisions(tx, carriers.map(one => one.id));
  return [...trips.values()].map(trip => ({
    trip, goers: found.filter(one => one.id === trip.id && one.person !== me).map(one => names.get(one.person) ?? ''),
    phones: carriers.filter(one => one.trip === trip.id).map(one => {
      const own = decisions.filter(decision => decision.carrier === one.id);
      return { name: one.person === me ? '' : names.get(one.person) ?? '', device: one.device, state: stateOf(one, own), words: own.at(-1)?.words ?? '' };
    }),
  }));
}

export interface Waiting {
  readonly toDecide: readonly { readonly trip: string; readonly title: string; readonly count: number }[];
  readonly pictures: readonly { readonly trip: string; readonly title: string; readonly by: string }[];
  readonly led: readonly Trip[];
}

/** What waits for a reader: carriers to decide, pictures to delete by now, and the trips they lead. */
export async function waitingFor(tx: Tx, of: { readonly reader: Reader; readonly today: string }): Promise<Waiting> {
  const { reader, today } = of;
  const open = await openCarriers(tx, today);
  const decisions = await listDecisions(tx, open.map(one => one.id));
  const undecided = open.filter(one => one.until >= today && decidesAs(one, reader, one.leader).length > 0 && stateOf(one, decisions.filter(decision => decision.carrier === one.id)) === 'waits'
    && !decisions.some(decision => decision.carrier === one.id && decision.by === reader.person));
  const trips = new Map<string, { trip: string; title: string; count: number }>();
  for (const one of undecided) trips.set(one.trip, { trip: one.trip, title: one.title, count: (trips.get(one.trip)?.count ?? 0) + 1 });
  const pictures = open.filter(one => one.person === reader.person && one.picturesGoneBy !== null && one.picturesGoneOn === null && one.from <= today).map(one => ({ trip: one.trip, title: one.title, by: one.picturesGoneBy! }));
  return { toDecide: [...trips.values()], pictures, led: await tripsLedBy(tx, reader.person!, today) };
}
