/** The tables of trips: trip, trip_person, trip_carrier, trip_decision. */
import { firstRow, rows, rowsAbout, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Carrier, Carrying, Decision, Goer, Trip, TripGiven, TripState, Weighed } from './words.ts';

const asTrip = sql`id, title, place, from_day as "from", until_day as until, leader_id as leader, erase_on as "eraseOn", erased_at as "erasedAt", cancelled_on as "cancelledOn", made_by as "madeBy"`;

const inState = (state: TripState | null, today: string) => ({
  none: sql`true`, cancelled: sql`cancelled_on is not null`, coming: sql`cancelled_on is null and from_day > ${today}::date`,
  'under-way': sql`cancelled_on is null and from_day <= ${today}::date and until_day >= ${today}::date`, done: sql`cancelled_on is null and until_day < ${today}::date`,
})[state ?? 'none'];

export interface TripsAsk { readonly today: string; readonly state: TripState | null; readonly search: string; readonly limit: number; readonly offset: number }

const asked = ({ today, state, search }: Pick<TripsAsk, 'today' | 'state' | 'search'>) => sql`${inState(state, today)} and position(lower(${search}) in lower(title || ' ' || place)) > 0`;

/** Trips, the latest first. */
export async function listTrips(tx: Tx, ask: TripsAsk): Promise<Trip[]> {
  return rows(tx, sql<Trip>`select ${asTrip} from trip where ${asked(ask)} order by from_day desc, id limit ${ask.limit} offset ${ask.offset}`);
}

export async function countTrips(tx: Tx, ask: Pick<TripsAsk, 'today' | 'state' | 'search'>): Promise<number> {
  return (await firstRow(tx, sql<{ n: number }>`select count(*) as n from trip where ${asked(ask)}`))!.n;
}

export async function findTrip(tx: Tx, id: string): Promise<Trip | null> {
  return (await firstRow(tx, sql<Trip>`select ${asTrip} from trip where id = ${id}`)) ?? null;
}

/** The trips to come or under way of these people, soonest first, each with the person who goes. */
export async function tripsOf(tx: Tx, persons: readonly string[], today: string): Promise<(Trip & { person: string })[]> {
  return rows(tx, sql<Trip & { person: string }>`select ${asTrip}, g.person_id as person from trip join trip_person g on g.trip_id = trip.id
    where g.person_id = any(${[...persons]}::uuid[]) and cancelled_on is null and until_day >= ${today}::date order by from_day, id limit 50`);
}

/** Who leads the trips that a person is on, today or in days to come. */
export async function tripLeadersOf(tx: Tx, person: string, today: string): Promise<string[]> {
  return [...new Set((await tripsOf(tx, [person], today)).flatMap(trip => trip.leader ?? []))];
}

/** The trips that a person is on, on a day: their ids. */
export async function tripsOn(tx: Tx, person: string, day: string): Promise<string[]> {
  return (await rows(tx, sql<{ id: string }>`select t.id from trip t join trip_person g on g.trip_id = t.id where g.person_id = ${person} and t.cancelled_on is null and ${day}::date between t.from_day and t.until_day order by t.from_day, t.id limit 20`)).map(row => row.id);
}

/** Every trip to come or under way: its id, name and days. */
export async function comingTrips(tx: Tx, today: string): Promise<{ id: string; title: string; from: string; until: string }[]> {
  return rows(tx, sql<{ id: string; title: string; from: string; until: string }>`select id, title, from_day as "from", until_day as until from trip where cancelled_on is null and until_day >= ${today}::date order by from_day, id limit 200`);
}

/** The trips to come or under way that this person leads. */
export async function tripsLedBy(tx: Tx, person: string, today: string): Promise<Trip[]> {
  return rows(tx, sql<Trip>`select ${asTrip} from trip where leader_id = ${person} and cancelled_on is null and until_day >= ${today}::date order by from_day, id limit 20`);
}

export async function addTrip(tx: Tx, trip: TripGiven & { school: string; by: string; at: Date }): Promise<string> {
  const id = newId();
  await sql`insert into trip (school_id, id, title, place, from_day, until_day, leader_id, erase_on, made_by, made_at)
    values (${trip.school}, ${id}, ${trip.title}, ${trip.place}, ${trip.from}::date, ${trip.until}::date, ${trip.leader}, ${trip.eraseOn}::date, ${trip.by}, ${trip.at})`.execute(tx);
  return id;
}

export async function setTrip(tx: Tx, id: string, trip: TripGiven): Promise<void> {
  await sql`update trip set title = ${trip.title}, place = ${trip.place}, from_day = ${trip.from}::date, until_day = ${trip.until}::date, leader_id = ${trip.leader}, erase_on = ${trip.eraseOn}::date where id = ${id}`.execute(tx);
}

export async function setCancelled(tx: Tx, id: string, on: string | null): Promise<void> {
  await sql`update trip set cancelled_on = ${on}::date where id = ${id}`.execute(tx);
}

export async function listGoers(tx: Tx, trip: string): Promise<Goer[]> {
  return rows(tx, sql<Goer>`select person_id as person, part from trip_person where trip_id = ${trip} limit 2000`);
}

/** Of these people, those chosen go and the others do not. Whoever no longer goes carries nothing. */
export async function setGoers(tx: Tx, of: { school: string; trip: string; among: readonly string[]; chosen: readonly string[]; part: Goer['part'] }): Promise<void> {
  const left = of.among.filter(id => !of.chosen.includes(id));
  await removeCarriers(tx, { trip: of.trip, persons: left });
  await sql`delete from trip_person where trip_id = ${of.trip} and person_id = any(${left}::uuid[])`.execute(tx);
  await sql`insert into trip_person (school_id, trip_id, person_id, part) select ${of.school}::uuid, ${of.trip}::uuid, x, ${of.part} from unnest(${[...of.chosen]}::uuid[]) x on conflict do nothing`.execute(tx);
}

async function removeCarriers(tx: Tx, of: { trip: string; persons: readonly string[] }): Promise<void> {
  await sql`delete from trip_decision where carrier_id in (select id from trip_carrier where trip_id = ${of.trip} and person_id = any(${[...of.persons]}::uuid[]))`.execute(tx);
  await sql`delete from trip_carrier where trip_id = ${of.trip} and person_id = any(${[...of.persons]}::uuid[])`.execute(tx);
}

const asCarrier = sql`id, trip_id as trip, person_id as person, device, owner, purpose, by_rule as "byRule", offices, clauses, pictures_gone_by as "picturesGoneBy", pictures_gone_on as "picturesGoneOn"`;

/** The carriers of these trips, in the order in which they were asked for. */
export async function listCarriers(tx: Tx, trips: readonly string[]): Promise<Carrier[]> {
  return rows(tx, sql<Carrier>`select ${asCarrier} from trip_carrier where trip_id = any(${[...trips]}::uuid[]) order by asked_at, id limit 2000`);
}

/** The carriers of trips that are not over, and of pictures that are not gone. */
export async function openCarriers(tx: Tx, today: string): Promise<(Carrier & { title: string; leader: string | null; from: string; until: string })[]> {
  return rows(tx, sql<Carrier & { title: string; leader: string | null; from: string; until: string }>`
    select c.id, c.trip_id as trip, c.person_id as person, c.device, c.owner, c.purpose, c.by_rule as "byRule", c.offices, c.clauses, c.pictures_gone_by as "picturesGoneBy", c.pictures_gone_on as "picturesGoneOn",
      t.title, t.leader_id as leader, t.from_day as "from", t.until_day as until
    from trip_carrier c join trip t on t.id = c.trip_id where t.cancelled_on is null and (t.until_day >= ${today}::date or (c.pictures_gone_by is not null and c.pictures_gone_on is null)) order by t.from_day, c.id limit 1000`);
}

/** Adds a carrier; null when this person carries such a thing already. */
export async function addCarrier(tx: Tx, of: { school: string; trip: string; person: string; carrying: Carrying; weighed: Extract<Weighed, { kind: 'by-rule' | 'decide' }>; picturesGoneBy: string | null; by: string; at: Date }): Promise<string | null> {
  const { carrying, weighed } = of;
  const id = newId();
  const done = await sql`insert into trip_carrier (school_id, id, trip_id, person_id, device, owner, purpose, facts, by_rule, offices, clauses, asked_by, asked_at, pictures_gone_by)
    values (${of.school}, ${id}, ${of.trip}, ${of.person}, ${carrying.device}, ${carrying.owner}, ${carrying.purpose}, ${JSON.stringify(carrying.facts)}::jsonb, ${weighed.kind === 'by-rule'},
      ${JSON.stringify(weighed.kind === 'by-rule' ? [] : weighed.offices)}::jsonb, ${[...weighed.because]}::text[], ${of.by}, ${of.at}, ${of.picturesGoneBy}::date) on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0 ? id : null;
}

export async function removeCarrier(tx: Tx, id: string): Promise<void> {
  await sql`delete from trip_decision where carrier_id = ${id}`.execute(tx);
  await sql`delete from trip_carrier where id = ${id}`.execute(tx);
}

/** Notes that a carrier's pictures are gone. False where they were already, or were none. */
export async function setPicturesGone(tx: Tx, id: string, on: string): Promise<boolean> {
  return Number((await sql`update trip_carrier set pictures_gone_on = ${on}::date where id = ${id} and pictures_gone_by is not null and pictures_gone_on is null`.execute(tx)).numAffectedRows ?? 0) > 0;
}

export async function listDecisions(tx: Tx, carriers: readonly string[]): Promise<Decision[]> {
  return rowsAbout(tx, carriers, ids => sql<Decision>`select carrier_id as carrier, office, says, words, by_id as by, at from trip_decision where carrier_id = any(${ids}::uuid[]) order by at, id limit 5000`);
}

export async function addDecision(tx: Tx, of: Decision & { school: string }): Promise<void> {
  await sql`insert into trip_decision (school_id, id, carrier_id, office, says, words, by_id, at) values (${of.school}, ${newId()}, ${of.carrier}, ${of.office}, ${of.says}, ${of.words}, ${of.by}, ${of.at})`.execute(tx);
}

/** The trips whose lists are to go by a day. */
export async function tripsToErase(tx: Tx, today: string): Promise<string[]> {
  return (await rows(tx, sql<{ id: string }>`select id from trip where erased_at is null and erase_on <= ${today}::date order by erase_on limit 200`)).map(row => row.id);
}

/** Takes the lists of a trip away: who went, who carried what, who decided. Its name, place and days stay. */
export async function eraseLists(tx: Tx, id: string, at: Date): Promise<number> {
  await sql`delete from trip_decision where carrier_id in (select id from trip_carrier where trip_id = ${id})`.execute(tx);
  await sql`delete from trip_carrier where trip_id = ${id}`.execute(tx);
  const gone = await sql`delete from trip_person where trip_id = ${id}`.execute(tx);
  await sql`update trip set erased_at = ${at}, leader_id = null, made_by = null where id = ${id}`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** Everything kept of a person's trips. */
export async function exportTrips(tx: Tx, person: string): Promise<unknown> {
  return {
    trips: await rows(tx, sql<object>`select t.title, t.place, t.from_day as "from", t.until_day as until, g.part from trip_person g join trip t on t.id = g.trip_id where g.person_id = ${person} order by t.from_day limit 1000`),
    led: await rows(tx, sql<object>`select title, place, from_day as "from", until_day as until from trip where leader_id = ${person} order by from_day limit 1000`),
    carried: await rows(tx, sql<object>`select c.device, c.owner, c.purpose, c.facts, c.pictures_gone_by as "picturesGoneBy", c.pictures_gone_on as "picturesGoneOn" from trip_carrier c where c.person_id = ${person} order by c.asked_at limit 1000`),
    decided: await rows(tx, sql<object>`select office, says, words, at from trip_decision where by_id = ${person} order by at limit 1000`),
  };
}

/** Forgets a person on every trip. */
export async function forgetOnTrips(tx: Tx, person: string): Promise<void> {
  await sql`delete from trip_decision where carrier_id in (select id from trip_carrier where person_id = ${person})`.execute(tx);
  await sql`delete from trip_carrier where person_id = ${person}`.execute(tx);
  await sql`delete from trip_person where person_id = ${person}`.execute(tx);
  await sql`update trip_decision set by_id = null, words = '' where by_id = ${person}`.execute(tx);
  await sql`update trip_carrier set asked_by = null where asked_by = ${person}`.execute(tx);
  await sql`update trip set leader_id = nullif(leader_id, ${person}::uuid), made_by = nullif(made_by, ${person}::uuid) where ${person}::uuid in (leader_id, made_by)`.execute(tx);
}
