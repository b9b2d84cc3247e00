/** What openings put on a start page: for a teacher what they have open, for a pupil what is open for them. */
import { Button, Card } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { actSaid, timeOf } from './pages.tsx';
import { openFor, openNow } from './reads.ts';

export async function openingCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { reader, now, school } = asked;
  if (reader.person === null) return [];
  const person = reader.person;
  // Why the minute: an end is a moment, and what was looked up lasts as long as nothing changes.
  const minute = Math.floor(now.getTime() / 60_000);
  if (reader.kinds.includes('pupil')) {
    const open = await asked.remembered({ key: `open for ${minute} ${person}`, work: tx => openFor(tx, { person, now, vocabulary }) });
    return open.length === 0 ? [] : [{ order: 8, card: <Card title="Open for you now" tone="yes"><ul>{open.map((one, at) => <li key={at}>{actSaid(one.act, vocabulary)}{one.what && <>: {one.what}</>}. It is for {one.lesson} and ends at {timeOf(one.endsAt)}.</li>)}</ul></Card> }];
  }
  if (!reader.kinds.includes('staff')) return [];
  const open = await asked.remembered({ key: `opened by ${minute} ${person}`, work: tx => openNow(tx, { person, now }) });
  return open.length === 0 ? [] : [{ order: 9, card: (
    <Card title="You have this open" tone="yes">{open.map(one => (
      <form method="post" action={`/${school.slug}/openings/${one.id}/end`} key={one.id}><p>{actSaid(one.act, vocabulary)}, for {one.class}, until {timeOf(one.endsAt)}.</p><Button tone="quiet">End it now</Button></form>
    ))}</Card>
  ) }];
}
