/** What stands beside a request: what the same person asked for before and how it ended, and what they hold now. */
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { namesOf } from '../../people/index.ts';
import { capital } from '../../policies/index.ts';
import { saidIn, type Said } from '../ask/mine.ts';
import { sameSituation, type AskPlace } from '../ask/reads.ts';
import { seesOf } from '../register/reads.ts';
import { reaches } from '../register/rests.ts';
import { listEntries } from '../register/store.ts';
import { OPEN_STATES } from '../register/words.ts';
import { isForOneUse } from '../decisions.ts';
import { situationText } from '../situation.tsx';
import { stateOf } from '../states.ts';
import { listPermissions, listTurns, listWords, pastRequests } from '../store.ts';
import type { Grant, PermissionState, Request, TurnKind, Turn, Word } from '../words.ts';

/** An earlier request for the same act, and how it ended. */
export interface Earlier {
  readonly id: string;
  readonly on: string;
  readonly state: Request['state'];
  /** The word that decided it; null where nobody did. */
  readonly said: Said | null;
  readonly permission: PermissionState | null;
  readonly lastDay: string;
  /** What ended the permission; null while it is not over. */
  readonly end: { readonly turn: TurnKind; readonly name: string | null; readonly reason: string; readonly on: string } | null;
}

/** A permission that the same person holds, or is to hold, as far as the reader may see it. */
export interface HeldNow { readonly id: string; readonly what: string; readonly covers: string; readonly state: PermissionState; readonly lastDay: string }

/** What was decided the last time the same person asked for the same. */
export interface LastTime { readonly says: 'grant' | 'refuse'; readonly conditions: string; readonly words: string; readonly on: string }

export interface Beside {
  readonly history: { readonly granted: number; readonly refused: number };
  /** The newest first, no more than a few. */
  readonly earlier: readonly Earlier[];
  readonly lastTime: LastTime | null;
  readonly held: readonly HeldNow[];
  /** Permissions of the same person for the same that count now. */
  readonly live: readonly { readonly until: string }[];
}

const SHOWN = 4;
const MOST_HELD = 12;
const ENDS: ReadonlySet<TurnKind> = new Set(['withdrawn', 'given-up', 'expired']);
const lastDayOf = (grant: Pick<Grant, 'endsAt'>): string => dayOf(new Date(grant.endsAt.getTime() - 1));

/** Looks up for many requests at once what stands beside each. */
export async function besideOf(tx: Tx, place: AskPlace, requests: readonly Request[]): Promise<(request: Request) => Beside> {
  const holders = [...new Set(requests.flatMap(one => one.holder ?? []))];
  const acts = [...new Set(requests.map(one => one.act))];
  const past = (await pastRequests(tx, { holders, acts })).filter(one => one.askedAt <= place.now);
  const ids = past.slice(0, 200).map(one => one.id);
  const words = await listWords(tx, ids);
  const grants = ids.length === 0 ? [] : await listPermissions(tx, { now: place.now, today: place.today, requests: ids, limit: 400 });
  const held = holders.length === 0 ? [] : await listEntries(tx, { sees: await seesOf(tx, place), now: place.now, today: place.today, states: OPEN_STATES, holders, search: '', searchActs: [], searchHolders: [], sort: 'until', descending: false, limit: 500, offset: 0 });
  const live = await listPermissions(tx, { now: place.now, today: place.today, states: ['live'], acts, limit: 1000 });
  const turns = await listTurns(tx, [...grants, ...held].map(one => one.id));
  const names = await namesOf(tx, [...new Set([...words, ...turns].flatMap(one => one.by ?? []))]);
  const earlierOf = (request: Request) => earlierWith(request, { words, grants, turns, names, now: place.now });
  return request => {
    const mine = past.filter(other => other.holder === request.holder && other.act === request.act && other.id !== request.id && other.askedAt <= request.askedAt);
    const count = (state: Request['state']) => mine.filter(one => one.state === state).length;
    return {
      history: { granted: count('granted'), refused: count('refused') }, earlier: mine.slice(0, SHOWN).map(earlierOf), lastTime: lastTimeIn(mine.find(other => (other.state === 'granted' || other.state === 'refused') && sameSituation(other.facts, request.facts)), words),
      held: held.filter(one => one.holder === request.holder && one.request !== request.id).slice(0, MOST_HELD).map(one => ({ id: one.id, what: one.what || capital(place.vocabulary.acts.get(one.act)?.plain ?? one.act), covers: situationText(one.facts, place.vocabulary), state: stateOf(one, turns.filter(turn => turn.permission === one.id), place.now), lastDay: lastDayOf(one) })),
      live: live.filter(other => other.request !== request.id && other.holder === request.holder && other.act === request.act && !isForOneUse(other) && reaches(other.facts, toldIn(request), place.vocabulary)).map(other => ({ until: lastDayOf(other) })),
    };
  };
}

/** What was told of the situation. Where several values stand for "something else", the first will do: no rule speaks of any. */
const toldIn = ({ facts }: Request): Record<string, string> => Object.fromEntries(Object.entries(facts).flatMap(([fact, value]) => { const [first] = [value].flat(); return first === undefined ? [] : [[fact, first]]; }));

interface Known { readonly words: readonly Word[]; readonly grants: readonly Grant[]; readonly turns: readonly Turn[]; readonly names: ReadonlyMap<string, string>; readonly now: Date }

function earlierWith(request: Request, { words, grants, turns, names, now }: Known): Earlier {
  const said = saidIn({ words: words.filter(word => word.request === request.id) }, names).filter(one => one.says === 'grant' || one.says === 'refuse').at(-1) ?? null;
  // Of a decision that was undone and made anew the newer permission counts.
  const grant = request.state === 'granted' ? grants.filter(one => one.request === request.id).sort((a, b) => b.grantedAt.getTime() - a.grantedAt.getTime()).at(0) : undefined;
  const own = turns.filter(turn => turn.permission === grant?.id);
  const end = own.filter(turn => ENDS.has(turn.turn)).at(-1);
  // Why the last day: that it ended by itself may be noted some time later.
  return {
    id: request.id, on: dayOf(request.askedAt), state: request.state, said, permission: grant ? stateOf(grant, own, now) : null, lastDay: grant ? lastDayOf(grant) : request.until,
    end: end ? { turn: end.turn, name: end.by === null ? null : names.get(end.by) ?? null, reason: end.reason, on: end.turn === 'expired' && grant ? lastDayOf(grant) : dayOf(end.at) } : null,
  };
}

/** The word that decided an earlier request for the same. */
function lastTimeIn(earlier: Request | undefined, words: readonly Word[]): LastTime | null {
  const last = earlier && words.filter(word => word.request === earlier.id && (word.says === 'grant' || word.says === 'refuse')).at(-1);
  return last ? { says: last.says as 'grant' | 'refuse', conditions: last.conditions, words: last.words, on: dayOf(last.at) } : null;
}
