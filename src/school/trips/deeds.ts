/** What is done with trips. Each deed is one change with its logbook line; names never stand in a mail. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { putInOutbox } from '../../platform/mail/index.ts';
import { newId } from '../../platform/ids.ts';
import type { School } from '../../platform/web/index.ts';
import { drawnFor, findPerson } from '../people/index.ts';
import * as store from './store.ts';
import type { Carrier, Carrying, Goer, Trip, TripGiven, Weighed } from './words.ts';

/** Who does it, where and when. */
export interface Doing {
  readonly school: School;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
}

const log = (tx: Tx, { school, by, at }: Pick<Doing, 'school' | 'by' | 'at'>, line: { deed: string; about: string; clause?: string; words?: Record<string, string> }) => write(tx, { school: school.id, by, at, ...line });

/** Plans a trip. Returns its id. */
export async function planTrip(tx: Tx, doing: Doing, given: TripGiven): Promise<string> {
  const id = await store.addTrip(tx, { ...given, school: doing.school.id, by: doing.by, at: doing.at });
  await store.setGoers(tx, { school: doing.school.id, trip: id, among: [], chosen: [given.leader], part: 'adult' });
  await log(tx, doing, { deed: 'plan-trip', about: id, words: { title: given.title, from: given.from, until: given.until } });
  return id;
}

/** Changes its days, place or leader. */
export async function changeTrip(tx: Tx, doing: Doing, trip: Trip, given: TripGiven): Promise<void> {
  await store.setTrip(tx, trip.id, given);
  await store.setGoers(tx, { school: doing.school.id, trip: trip.id, among: [], chosen: [given.leader], part: 'adult' });
  await log(tx, doing, { deed: 'change-trip', about: trip.id, words: { title: given.title, from: given.from, until: given.until } });
}

/** Calls it off. */
export async function cancelTrip(tx: Tx, doing: Doing, trip: Trip): Promise<void> {
  await store.setCancelled(tx, trip.id, doing.today);
  await log(tx, doing, { deed: 'cancel-trip', about: trip.id });
}

/** It takes place after all. */
export async function restoreTrip(tx: Tx, doing: Doing, trip: Trip): Promise<void> {
  await store.setCancelled(tx, trip.id, null);
  await log(tx, doing, { deed: 'restore-trip', about: trip.id });
}

/** Says who of a class, or of the adults, goes along. The leader always does. */
export async function chooseGoers(tx: Tx, doing: Doing, of: { trip: Trip; among: readonly string[]; chosen: readonly string[]; part: Goer['part'] }): Promise<void> {
  const { trip } = of;
  const chosen = [...new Set([...of.chosen.filter(id => of.among.includes(id)), ...(trip.leader !== null && of.among.includes(trip.leader) ? [trip.leader] : [])])];
  await store.setGoers(tx, { school: doing.school.id, trip: trip.id, among: of.among, chosen, part: of.part });
  await log(tx, doing, { deed: 'choose-trip-people', about: trip.id, words: { chosen: String(chosen.length), of: String(of.among.length) } });
}

/** Notes who would carry what, and whose word it needs. Null when they carry such a thing already. */
export async function addCarrier(tx: Tx, doing: Doing, of: { trip: Trip; person: string; carrying: Carrying; weighed: Extract<Weighed, { kind: 'by-rule' | 'decide' }>; picturesGoneBy: string | null }): Promise<string | null> {
  const id = await store.addCarrier(tx, { ...of, trip: of.trip.id, school: doing.school.id, by: doing.by, at: doing.at });
  if (id === null) return null;
  const [clause] = of.weighed.because;
  await log(tx, doing, { deed: 'name-trip-carrier', about: of.person, ...(clause ? { clause } : {}), words: { trip: of.trip.id, device: of.carrying.device, owner: of.carrying.owner } });
  if (of.weighed.kind === 'by-rule') await tell(tx, doing, of.person, of.trip);
  return id;
}

/** Takes a carrier off the list. */
export async function dropCarrier(tx: Tx, doing: Doing, carrier: Carrier): Promise<void> {
  await store.removeCarrier(tx, carrier.id);
  await log(tx, doing, { deed: 'drop-trip-carrier', about: carrier.person, words: { trip: carrier.trip, device: carrier.device } });
}

/** An office says yes or no; the carrier is told. A later word of the same office counts instead. */
export async function decideCarrier(tx: Tx, doing: Doing, of: { trip: Trip; carrier: Carrier; office: string; says: 'yes' | 'no'; words: string }): Promise<void> {
  const { carrier } = of;
  await store.addDecision(tx, { school: doing.school.id, carrier: carrier.id, office: of.office, says: of.says, words: of.words, by: doing.by, at: doing.at });
  const [clause] = carrier.clauses;
  await log(tx, doing, { deed: 'decide-trip-carrier', about: carrier.person, ...(clause ? { clause } : {}), words: { trip: carrier.trip, device: carrier.device, office: of.office, says: of.says } });
  await tell(tx, doing, carrier.person, of.trip);
}

/** The carrier says that the pictures are off their device. */
export async function picturesGone(tx: Tx, doing: Doing, carrier: Carrier): Promise<boolean> {
  if (!(await store.setPicturesGone(tx, carrier.id, doing.today))) return false;
  await log(tx, doing, { deed: 'trip-pictures-gone', about: carrier.person, words: { trip: carrier.trip } });
  return true;
}

/** A thin mail that leads to the sign-in; who has no mailbox finds it on the start page. */
async function tell(tx: Tx, { school, at, today }: Doing, person: string, trip: Trip): Promise<void> {
  const found = await findPerson(tx, person, today);
  if (!found?.email) return;
  const { email } = found;
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, [{ person, draw: () => ({
    kind: 'trip', person, to: email, subject: 'What you may carry on a school trip', once: `trip ${newId()}`, expiresAt: new Date(`${trip.until}T23:59:59Z`),
    body: ['There is news about a phone or camera on a school trip.', 'Sign in to read it.', `{site}/${school.slug}\n`].join('\n\n'),
  }) }]));
}

/** Takes the lists of a trip away on the day set for that. */
export async function eraseTripLists(tx: Tx, of: { school: School; trip: string; at: Date }): Promise<void> {
  const people = await store.eraseLists(tx, of.trip, of.at);
  await log(tx, { school: of.school, by: 'countersign', at: of.at }, { deed: 'erase-trip-lists', about: of.trip, words: { people: String(people) } });
}
