/** Copies that are out of date: a task of whoever put them up, and of the office that looks after the policy. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { rulesInForce } from '../reads.ts';
import { placesOf } from './reads.ts';

export async function posterCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { person, offices } = asked.reader;
  if (person === null) return [];
  const ask = { school: asked.school, vocabulary, today: asked.today };
  const { places, owners } = await asked.remembered({ key: `posters ${asked.today}`, work: async tx => ({
    places: (await placesOf(tx, ask)).filter(place => place.stale),
    owners: new Map((await rulesInForce(tx, ask)).rulebook.policies.map(document => [document.id, document.front.owner ?? ''])),
  }) });
  const mine = places.filter(place => place.putUpBy === person || offices.includes(owners.get(place.policy) ?? ''));
  if (mine.length === 0) return [];
  const base = `/${asked.school.slug}/posters`;
  return [{ order: 32, card: (
    <Card title={`${counted(mine.length, 'poster is', 'posters are')} out of date`} tone="ask">
      <ul>{mine.slice(0, 6).map(place => (
        <li key={place.id}><a href={`${base}/${place.poster}`}>{place.posterTitle}</a>: {place.current === null || place.current === place.edition ? <>take it down at {place.place}.</> : <>take down edition {place.edition} at {place.place} and put up edition {place.current}.</>}</li>
      ))}</ul>
      <ButtonLink href={`${base}?state=stale`} tone="quiet">All posters that are out of date</ButtonLink>
    </Card>
  ) }];
}
