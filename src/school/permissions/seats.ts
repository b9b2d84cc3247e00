/** Who sits where: for each request the seats from which it may be decided today. */
import type { Tx } from '../../platform/database/index.ts';
import type { OfficeGroups, Rulebook } from '../../rulebook/index.ts';
import { askFeature, type Questions } from '../answers.ts';
import type { Shared } from '../feature.ts';
import { findPerson, listHolders } from '../people/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { realGroups, whoDecides, type OfficeHolders } from './decisions.ts';
import { listWords } from './store.ts';
import { alikeIn, yesesOf, type Standing } from './two-people.ts';
import type { Request, Seat, Word } from './words.ts';

export interface Matter {
  readonly offices: OfficeGroups;
  readonly asker: string | null;
  readonly holder: string | null;
  readonly named: Readonly<Record<string, string>>;
  readonly handedOn: number;
}

interface Place {
  readonly rulebook: Rulebook;
  readonly today: string;
  /** Looked up where it is not given. */
  readonly holders?: OfficeHolders;
  /** As if each had been handed on once more. */
  readonly oneMore?: boolean;
}

/** Offices that the asker may name somebody for: nobody at the school holds them for everybody. */
export const NAMED_OFFICES = ['file-owner', 'teacher'] as const;

/** The seats of one matter. */
export async function seatsFor(tx: Tx, matter: Matter, { rulebook, today, holders }: Place): Promise<Seat[][]> {
  return whoDecides(matter.offices, {
    holders: holders ?? await listHolders(tx, today), not: [matter.asker, matter.holder], sheet: rulebook.school.offices, handedOn: matter.handedOn, personal: await personalOf(tx, matter, today),
  });
}

/** Answers "who would decide?". Wired in app.ts. */
export const whoWouldDecide = ({ vocabulary }: Pick<Shared, 'vocabulary'>): Questions['whoWouldDecide'] => async (tx, { school, person, offices, today }) =>
  seatsFor(tx, { offices, asker: person, holder: person, named: {}, handedOn: 0 }, { rulebook: (await rulesInForce(tx, { school, vocabulary, today })).rulebook, today });

/** The offices that are one person's in this matter alone. */
async function personalOf(tx: Tx, { offices, named, holder }: Matter, today: string): Promise<Map<string, readonly string[]>> {
  const asked = offices.flat();
  const personal = new Map<string, readonly string[]>(Object.entries(named).map(([office, person]) => [office, [person]]));
  if (holder !== null && asked.includes('teacher') && !personal.has('teacher')) {
    const room = (await findPerson(tx, holder, today))?.place?.class;
    const teachers = room ? await askFeature('teachersOf', tx, room, today) : [];
    if (teachers.length > 0) personal.set('teacher', teachers);
  }
  if (holder !== null && asked.includes('trip-leader')) {
    const leaders = await askFeature('tripLeadersOf', tx, holder, today);
    if (leaders.length > 0) personal.set('trip-leader', leaders);
  }
  return personal;
}

/** A request with what was said about it and who may decide it. */
export interface Seated extends Standing {
  readonly request: Request;
  readonly words: readonly Word[];
}

/** The same for many requests: two queries, and one more for each that hangs on a class or a trip. */
export async function seated(tx: Tx, requests: readonly Request[], place: Place): Promise<Seated[]> {
  if (requests.length === 0) return [];
  const words = await listWords(tx, requests.map(one => one.id));
  const holders = place.holders ?? await listHolders(tx, place.today);
  const all: Seated[] = [];
  for (const request of requests) {
    const own = words.filter(word => word.request === request.id);
    const handedOn = own.filter(word => word.says === 'hand-on').length + (place.oneMore ? 1 : 0);
    const seats = await seatsFor(tx, { ...request, handedOn }, { ...place, holders });
    all.push({ request, words: own, seats, alike: alikeIn(realGroups(request.offices, place.rulebook.school.offices)), yeses: yesesOf(request.offices, own, request.askedAt) });
  }
  return all;
}

/** The seats that somebody has in a matter, one for each group: they may say no from any of them. */
export const seatsOf = (seats: readonly (readonly Seat[])[], person: string): Seat[] => seats.flatMap(group => group.find(seat => seat.person === person) ?? []);
