/** What the pages of posters are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { namesOf } from '../../people/index.ts';
import { rulesInForce, type RulesAsk } from '../reads.ts';
import { chosenIn, isStale } from './decisions.ts';
import { findPoster, listPlaces, listPosters } from './store.ts';
import type { Place, PlaceRow, Poster, Shown } from './words.ts';

export { exportPlaces, findPlace } from './store.ts';

/** A poster with today's words, or null: unknown, or its policy is not in force. */
export async function shownPoster(tx: Tx, ask: RulesAsk, id: string): Promise<Shown | null> {
  const poster = await findPoster(tx, id);
  if (!poster) return null;
  const { rulebook, editions } = await rulesInForce(tx, ask);
  const [document, edition] = [rulebook.policies.find(one => one.id === poster.policy), editions.get(poster.policy)];
  if (!document || !edition) return null;
  const clauses = chosenIn(document, poster.clauses);
  return { poster, of: { document, edition }, clauses, gone: poster.clauses.length - clauses.length };
}

/** The register of places: where copies hang, with what each needs. `all` brings those that came down as well. */
export async function placesOf(tx: Tx, ask: RulesAsk, of: { readonly poster?: string; readonly all?: boolean } = {}): Promise<PlaceRow[]> {
  const [posters, places, { editions }] = [new Map((await listPosters(tx)).map(one => [one.id, one])), await listPlaces(tx, of), await rulesInForce(tx, ask)];
  const names = await namesOf(tx, [...new Set(places.flatMap(one => [one.putUpBy, one.checkedBy].filter(id => id !== null)))]);
  return places.flatMap(place => rowOf(place, posters.get(place.poster), { editions, names }));
}

function rowOf(place: Place, poster: Poster | undefined, of: { editions: Awaited<ReturnType<typeof rulesInForce>>['editions']; names: ReadonlyMap<string, string> }): PlaceRow[] {
  if (!poster) return [];
  const current = of.editions.get(poster.policy);
  const name = (id: string | null) => (id === null ? '' : of.names.get(id) ?? '');
  return [{
    ...place, posterTitle: poster.title, policy: poster.policy, audience: poster.audience, putUpName: name(place.putUpBy), checkedName: name(place.checkedBy),
    current: current?.number ?? null, stale: place.takenDownOn === null && (poster.retiredOn !== null || isStale(place, current)),
  }];
}

/** Every poster of the school with how many copies hang and how many of them are out of date. */
export async function postersView(tx: Tx, ask: RulesAsk): Promise<{ poster: Poster; hang: number; stale: number }[]> {
  const places = await placesOf(tx, ask);
  return (await listPosters(tx)).map(poster => {
    const own = places.filter(place => place.poster === poster.id);
    return { poster, hang: own.length, stale: own.filter(place => place.stale).length };
  });
}
