/** What the pages of deciding are drawn from: each request with everything that helps to decide it. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { fullName, listPeople, namesOf, widened, type Person } from '../../people/index.ts';
import { capital, officeWords, rulesInForce } from '../../policies/index.ts';
import { weighRequest, type Demands } from '../ask/asking.ts';
import { saidIn, type Said } from '../ask/mine.ts';
import { quotedOf, roleFacts, toldOf, type AskPlace, type Quoted } from '../ask/reads.ts';
import { periodsOn, periodsSaid, type Periods } from '../periods/store.ts';
import { seated, seatsOf, type Seated } from '../seats.ts';
import { isOpen } from '../states.ts';
import { findRequest, listPermissions, listTurns, listWords, openRequests, requestsDecidedBy } from '../store.ts';
import { holdersOfBoth, seatsForYes } from '../two-people.ts';
import type { Request, RequestState, Seat } from '../words.ts';
import { besideOf, type Beside } from './beside.ts';

export interface DecideRow extends Seated, Beside {
  readonly plain: string;
  readonly asker: string;
  readonly holder: string;
  /** The seats of the reader. */
  readonly mine: readonly Seat[];
  /** Those of them for which a yes counts: of two groups one, where somebody else could say the other. */
  readonly yes: readonly Seat[];
  readonly told: readonly { readonly question: string; readonly answer: string }[];
  readonly quoted: readonly Quoted[];
  readonly said: readonly Said[];
  /** The last day at school of whoever would hold it, where it is known. */
  readonly leavesOn: string | null;
  /** Their class, where they are in one. */
  readonly class: string;
  /** What the rules say by now: still to be asked, forbidden whoever says yes, or allowed already. */
  readonly now: 'ask' | 'no' | 'free' | 'unclear' | 'silent';
  readonly nowQuoted: readonly Quoted[];
  readonly demands: Demands | null;
  /** The offices that have still to agree beside the reader's. */
  readonly others: readonly string[];
  /** Those who hold two of the offices, where the rule wants two people. */
  readonly both: readonly string[];
}

/** The requests that wait for this reader, the oldest first. */
export const waitingFor = async (tx: Tx, place: AskPlace): Promise<DecideRow[]> => rowsOf(tx, place, await seatedFor(tx, place));

/** The requests alone, without what helps to decide them. */
async function seatedFor(tx: Tx, place: AskPlace): Promise<Seated[]> {
  const open = await openRequests(tx);
  if (open.length === 0) return [];
  const { rulebook } = await rulesInForce(tx, place);
  // Why not those that were agreed to already: they wait for somebody else.
  return (await seated(tx, open, { rulebook, today: place.today })).filter(one => one.request.state === 'asked' && seatsForYes(one, place.reader.person!).length > 0);
}

/** Whether a yes needs nothing beside it: no limit to set, nothing to check, and nothing that stands against it. */
export const isPlain = (row: DecideRow, today: string): boolean => row.now === 'ask' && row.yes.length > 0 && mayDecide(row, today)
  && (row.demands?.limits.length ?? 0) + (row.demands?.checked.length ?? 0) === 0 && (row.leavesOn === null || row.leavesOn >= row.request.from);

/** Whether it still waits, its last day has not gone, and whoever would hold it is still here. */
export const mayDecide = (row: DecideRow, today: string): boolean => isOpen(row.request) && row.request.until >= today && (row.leavesOn === null || row.leavesOn >= today);

/** How many wait for somebody. */
export const countWaiting = async (tx: Tx, place: AskPlace): Promise<number> => (await seatedFor(tx, place)).length;

/** What the requests that wait for somebody are for, each act once with its words. */
export async function actsWaiting(tx: Tx, place: AskPlace): Promise<{ readonly value: string; readonly text: string }[]> {
  const acts = [...new Set((await seatedFor(tx, place)).map(one => one.request.act))];
  return acts.map(act => ({ value: act, text: capital(place.vocabulary.acts.get(act)?.plain ?? act) })).sort((a, b) => a.text.localeCompare(b.text));
}

/** One request for somebody who may decide it, or who has decided it. Null for everybody else. */
export async function requestFor(tx: Tx, place: AskPlace, id: string): Promise<DecideRow | null> {
  const request = await findRequest(tx, id);
  if (!request) return null;
  const { rulebook } = await rulesInForce(tx, place);
  const [one] = await seated(tx, [request], { rulebook, today: place.today });
  const me = place.reader.person!;
  if (seatsOf(one!.seats, me).length === 0 && !one!.words.some(word => word.by === me && word.office !== '')) return null;
  return (await rowsOf(tx, place, [one!])).at(0) ?? null;
}

async function rowsOf(tx: Tx, place: AskPlace, all: readonly Seated[]): Promise<DecideRow[]> {
  if (all.length === 0) return [];
  const { rulebook } = await rulesInForce(tx, place);
  const holders = [...new Set(all.flatMap(one => one.request.holder ?? []))];
  const beside = await besideOf(tx, place, all.map(one => one.request));
  const people = new Map((await listPeople(tx, { day: place.today, ids: holders, left: true, limit: 1000 })).map(one => [one.id, one]));
  const names = await namesOf(tx, [...new Set(all.flatMap(one => [...one.words.flatMap(word => word.by ?? []), ...one.seats.flat().map(seat => seat.person), ...(one.request.asker === null ? [] : [one.request.asker])]))]);
  const rows: DecideRow[] = [];
  for (const one of all) {
    const { request } = one;
    const person = people.get(request.holder ?? '');
    const roles = request.holder === null ? {} : await roleFacts(tx, rulebook, { act: request.act, holder: request.holder, today: place.today });
    const weighed = weighRequest(rulebook, { who: whoOf(person, place), act: request.act, facts: { ...roles, ...request.facts }, on: place.today });
    rows.push({
      ...one, plain: capital(place.vocabulary.acts.get(request.act)?.plain ?? request.act), asker: request.asker === null ? '' : names.get(request.asker) ?? '', holder: request.holder !== request.asker && person ? fullName(person) : '',
      mine: seatsOf(one.seats, place.reader.person!), yes: yesOf(one, place.reader.person!), told: toldOf(place.vocabulary, request.facts), quoted: quotedOf(rulebook, request.clauses), said: saidIn(one, names),
      ...beside(request), leavesOn: person?.leftOn ?? null, class: person?.place?.class ?? '',
      now: weighed.kind, nowQuoted: weighed.kind === 'no' ? quotedOf(rulebook, weighed.because) : [], demands: weighed.kind === 'ask' ? weighed.demands : null, others: othersIn(one, place), both: holdersOfBoth(one).flatMap(person => names.get(person) ?? []),
    });
  }
  return rows;
}

const whoOf = (person: Person | undefined, { vocabulary }: AskPlace): string[] => (person ? [...widened(person.kinds, vocabulary), ...person.offices] : []);

/** The seats for which the reader's yes counts, now or since they said it. */
const yesOf = (one: Seated, me: string): Seat[] => [...seatsForYes(one, me), ...one.seats.flatMap((group, at) => (one.yeses[at] === me ? group.find(seat => seat.person === me) ?? [] : []))];

/** The offices of the groups that have not said yes and for which the reader's does not count. */
function othersIn(one: Seated, { reader, vocabulary }: AskPlace): string[] {
  const yes = seatsForYes(one, reader.person!);
  return one.seats.flatMap((group, at) => (one.yeses[at] !== null || group.some(seat => yes.includes(seat)) ? []
    : [[...new Set(group.filter(seat => seat.person !== reader.person && !one.yeses.includes(seat.person)).map(seat => officeWords(seat.as, vocabulary)))].join(', ')]));
}

export interface DecidedRow { readonly request: Request; readonly plain: string; readonly holder: string; readonly undo: boolean }

/** What this reader has decided, the newest first. Their word of today may be undone. */
export async function decidedBy(tx: Tx, place: AskPlace, ask: { readonly states?: readonly RequestState[]; readonly limit: number; readonly offset: number }): Promise<{ rows: DecidedRow[]; total: number }> {
  const found = await requestsDecidedBy(tx, { ...ask, person: place.reader.person! });
  const names = await namesOf(tx, found.rows.flatMap(one => one.holder ?? []));
  const words = await listWords(tx, found.rows.map(one => one.id));
  return { total: found.total, rows: found.rows.map(request => ({
    request, plain: capital(place.vocabulary.acts.get(request.act)?.plain ?? request.act), holder: request.holder === null ? '' : names.get(request.holder) ?? '',
    undo: undoable({ request, words: words.filter(word => word.request === request.id) }, place).length > 0,
  })) };
}

/** The offices whose word of today this reader may take back: where nothing else was said since. */
export function undoable({ request, words }: Pick<Seated, 'request' | 'words'>, { reader, today }: Pick<AskPlace, 'reader' | 'today'>): string[] {
  if (request.state !== 'asked' && request.state !== 'granted' && request.state !== 'refused') return [];
  const last = new Map<string, Seated['words'][number]>();
  for (const word of words) if (word.office !== '') last.set(word.office, word);
  return [...last].flatMap(([office, word]) => (word.by === reader.person && dayOf(word.at) === today && (word.says === 'grant' || word.says === 'refuse') ? [office] : []));
}

/** Whether something was carried out already on the strength of a request: then its decision stays. */
export async function isCarriedOut(tx: Tx, request: string, place: AskPlace): Promise<boolean> {
  const grants = await listPermissions(tx, { now: place.now, today: place.today, requests: [request], limit: 20 });
  // Why not by the holder: they only accepted the conditions.
  const holders = new Set(grants.map(one => one.holder));
  return (await listTurns(tx, grants.map(one => one.id))).some(turn => turn.turn === 'carried-out' && !holders.has(turn.by));
}

/** How long things take and last today, and what was said so far. */
export async function periodsView(tx: Tx, today: string): Promise<{ now: Periods; said: (Periods & { readonly name: string | null })[] }> {
  const said = await periodsSaid(tx);
  const names = await namesOf(tx, said.flatMap(one => one.by ?? []));
  return { now: await periodsOn(tx, today), said: said.map(one => ({ ...one, name: one.by === null ? null : names.get(one.by) ?? null })) };
}
