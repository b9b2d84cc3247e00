/** Looks up where a concern goes, and opens the eyes of those it goes to. */
import type { Tx } from '../../../platform/database/index.ts';
import { listHolders } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { handOnAt, nextAfter, routeOf, type Route } from '../routing.ts';
import { settingsOn, type ConcernSettings } from '../settings.ts';
import * as store from '../store.ts';
import type { Concern, Doing, KindTold } from '../words.ts';
import { addEye } from './case.ts';
import { note } from './note.ts';

type Of = Pick<Doing, 'school' | 'today' | 'shared'>;

/** Office → those who hold or cover it on a day. */
export async function holdersOn(tx: Tx, today: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const holders = new Map<string, string[]>();
  for (const { office, person } of await listHolders(tx, today)) holders.set(office, [...(holders.get(office) ?? []), person]);
  return holders;
}

export const settingsNow = async (tx: Tx, today: string): Promise<ConcernSettings> => settingsOn(await store.settingsOf(tx), today);

/** Where a kind of thing would go: for the page that warns before anything is sent, and for sending it. */
export async function findRoute(tx: Tx, of: Of, ask: { readonly told: KindTold; readonly who: readonly string[]; readonly about: readonly string[] }): Promise<Route> {
  const { rulebook } = await rulesInForce(tx, { school: of.school, vocabulary: of.shared.vocabulary, today: of.today });
  return routeOf({ rulebook, today: of.today, holders: await holdersOn(tx, of.today), settings: await settingsNow(tx, of.today), ...ask });
}

/** Opens the eyes of a route on a concern. Those who read it already are left as they are. */
export async function follow(tx: Tx, doing: Doing, of: { readonly concern: string; readonly route: Route }): Promise<void> {
  const have = await store.eyesOn(tx, [of.concern]);
  for (const eye of of.route.eyes) {
    if (have.some(known => known.office === eye.office && known.person === eye.person && known.until === null && known.parts === null)) continue;
    await addEye(tx, doing, { concern: of.concern, why: eye.why, ...(eye.office === null ? { person: eye.person! } : { office: eye.office }), ...(eye.clause === null ? {} : { clause: eye.clause }) });
  }
}

/** Sends a concern another way when it turns out to be another kind: those of the new rules read it too. */
export async function changeKind(tx: Tx, doing: Doing, of: { readonly concern: Concern; readonly told: KindTold; readonly about: readonly string[] }): Promise<Route> {
  const route = await findRoute(tx, doing, { told: of.told, who: [], about: of.about });
  await store.setKind(tx, of.concern.id, { kind: of.told.kind, clauses: route.clauses });
  await note(tx, doing, of.concern.id);
  await follow(tx, doing, { concern: of.concern.id, route });
  return route;
}

/** Gives a concern that nobody opened to the next in the school's list. Returns that office; null where nobody is left. */
export async function handOn(tx: Tx, doing: Doing, concern: Concern): Promise<string | null> {
  const holders = await holdersOn(tx, doing.today);
  const settings = await settingsNow(tx, doing.today);
  const about = [...new Set([...holders.values()].flat())].filter(person => concern.aboutKeys.includes(doing.lock.keyOf(person)));
  const eyes = await store.eyesOn(tx, [concern.id]);
  const office = nextAfter(eyes.flatMap(eye => eye.office ?? []), { holders, about, settings });
  // What nobody may read is tried again, until an office is somebody else's.
  await store.setHandOn(tx, concern.id, office === null && eyes.length > 0 ? null : handOnAt({ kind: concern.kind, children: concern.childKeys.length > 0, at: doing.at, settings }));
  if (office !== null) await addEye(tx, doing, { concern: concern.id, office, why: 'handed-on' });
  return office;
}
