/** What an asker's own pages are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { namesOf } from '../../people/index.ts';
import { capital, officeWords, rulesInForce } from '../../policies/index.ts';
import { isAnothersWord, stateOf } from '../decisions.ts';
import { seated, type Seated } from '../seats.ts';
import { holdersOfBoth } from '../two-people.ts';
import { countRequests, findRequest, listPermissions, listRequests, listTurns } from '../store.ts';
import type { Grant, PermissionState, Request, RequestState, Saying, Seat } from '../words.ts';
import { quotedOf, toldOf, type AskPlace, type Quoted } from './reads.ts';

export interface MyRow {
  readonly request: Request;
  readonly plain: string;
  /** Set where it is for somebody else. */
  readonly holder: string;
  readonly permission: PermissionState | null;
  /** What the permission waits for before it counts. */
  readonly waitsFor: string | null;
}

/** The requests of somebody, the newest first, and how many there are. */
export async function myRequests(tx: Tx, place: AskPlace, ask: { readonly states?: readonly RequestState[]; readonly limit: number; readonly offset: number }): Promise<{ rows: MyRow[]; total: number }> {
  const person = place.reader.person!;
  const requests = await listRequests(tx, { ...ask, person });
  const names = await namesOf(tx, requests.flatMap(one => (one.holder === null || one.holder === person ? [] : [one.holder])));
  const grants = requests.length === 0 ? [] : await listPermissions(tx, { now: place.now, today: place.today, requests: requests.map(one => one.id), limit: 200 });
  const turns = await listTurns(tx, grants.map(one => one.id));
  const rows = requests.map(request => {
    const grant = newest(grants, request);
    return {
      request, plain: capital(place.vocabulary.acts.get(request.act)?.plain ?? request.act), holder: request.holder === null ? '' : names.get(request.holder) ?? '',
      permission: grant && request.state === 'granted' ? stateOf(grant, turns.filter(turn => turn.permission === grant.id), place.now) : null,
      waitsFor: grant?.waitsFor ?? null,
    };
  });
  return { rows, total: await countRequests(tx, { ...ask, person }) };
}

/** A decision that was undone and made anew leaves two permissions: the newer one counts. */
const newest = (grants: readonly Grant[], request: Request): Grant | undefined => grants.filter(one => one.request === request.id).sort((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime() || (a.id < b.id ? 1 : -1)).at(0);

export interface Said { readonly says: Saying; readonly who: string; readonly words: string; readonly conditions: string; readonly at: Date }

export interface MyRequest extends Seated {
  readonly plain: string;
  readonly holder: string;
  readonly told: readonly { readonly question: string; readonly answer: string }[];
  readonly quoted: readonly Quoted[];
  readonly said: readonly Said[];
  /** Of each group whose yes is still missing those who may say it. */
  readonly deciders: readonly (readonly string[])[];
  /** Those who hold two of the offices, where the rule wants two people. */
  readonly both: readonly string[];
  readonly grant: Grant | null;
  readonly permission: PermissionState | null;
  /** The last day of the permission. */
  readonly lastDay: string;
}

/** One request of somebody: theirs, or one that a parent made for them. Null where it is neither. */
export async function myRequest(tx: Tx, place: AskPlace, id: string): Promise<MyRequest | null> {
  const request = await findRequest(tx, id);
  const { person } = place.reader;
  if (!request || person === null || (request.asker !== person && request.holder !== person)) return null;
  const { rulebook } = await rulesInForce(tx, place);
  const [found] = await seated(tx, [request], { rulebook, today: place.today });
  const one = isAnothersWord(request, person) ? { ...found!, request: { ...request, reason: '' }, words: found!.words.filter(word => word.by !== request.asker) } : found!;
  const grant = newest(await listPermissions(tx, { now: place.now, today: place.today, requests: [id], limit: 20 }), request) ?? null;
  const names = await namesOf(tx, [...one.words.flatMap(word => word.by ?? []), ...one.seats.flat().map(seat => seat.person), ...(request.holder === null ? [] : [request.holder])]);
  return {
    ...one, plain: capital(place.vocabulary.acts.get(request.act)?.plain ?? request.act), holder: request.holder === null || request.holder === person ? '' : names.get(request.holder) ?? '',
    told: toldOf(place.vocabulary, request.facts), quoted: quotedOf(rulebook, request.clauses),
    said: saidIn(one, names), deciders: decidersOf(one, seat => `${names.get(seat.person) ?? ''} (${officeWords(seat.as, place.vocabulary)})`), both: holdersOfBoth(one).flatMap(holder => names.get(holder) ?? []),
    grant, permission: grant && stateOf(grant, await listTurns(tx, [grant.id]), place.now), lastDay: grant ? dayOf(new Date(grant.endsAt.getTime() - 1)) : request.until,
  };
}

/** Of each open group those whose yes it waits for: whoever has said one already says the other only where nobody else could. */
const decidersOf = ({ seats, yeses }: Seated, words: (seat: Seat) => string): string[][] =>
  seats.flatMap((group, at) => (yeses[at] === null ? [[...new Set(group.filter(seat => !yeses.includes(seat.person)).map(words))]] : []));

/** What was said, each word once though it counts for several offices. */
export function saidIn({ words }: Pick<Seated, 'words'>, names: ReadonlyMap<string, string>): Said[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    if (before && before.by === word.by && before.says === word.says && before.office !== word.office) return [];
    return [{ says: word.says, who: word.by === null ? '' : names.get(word.by) ?? '', words: word.words, conditions: word.conditions, at: word.at }];
  });
}
