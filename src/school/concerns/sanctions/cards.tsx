/** What sanctions put on a start page: one's own, and what waits for one's word. */
import { ButtonLink, Card } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { toldOf, waiting } from './reads.ts';

export const sanctionCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null) return [];
  const lock = await lockFor(shared, school);
  const { mine, waits } = await asked.read(async tx => ({
    mine: (await toldOf(tx, lock, asked)).filter(({ sanction }) => sanction.state === 'told' || sanction.state === 'in-force'),
    waits: reader.offices.length > 0 ? await waiting(tx, asked) : [],
  }));
  return [
    ...(waits.length === 0 ? [] : [{ order: 5, card: (
      <Card title="Your word is asked for in a case" tone="ask"><ul>{waits.map(one => <li key={one.id}><a href={`/${school.slug}/concerns/${one.concern}`}>{one.appeal ? 'Somebody appeals' : 'Somebody proposes what follows'}</a></li>)}</ul></Card>
    ) }]),
    ...(mine.length === 0 ? [] : [{ order: 8, card: (
      <Card title="What was decided" tone="tell"><p>You were told of it, and why. You can read it again, and say if it is wrong.</p><ButtonLink href={`/${school.slug}/sanctions`} tone="quiet">Read it</ButtonLink></Card>
    ) }]),
  ];
};
