/** What sanctions put on a start page: one's own, what waits for one's word, and what IT has to switch. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { mayswitch, switchedOff, toldOf, waiting } from './reads.ts';

export const sanctionCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null) return [];
  const lock = await lockFor(shared, school);
  const { mine, waits, switches } = await asked.read(async tx => ({
    mine: (await toldOf(tx, lock, asked)).filter(({ sanction }) => sanction.state === 'told' || sanction.state === 'in-force'),
    waits: reader.offices.length > 0 ? await waiting(tx, asked) : [],
    switches: mayswitch(reader.offices) ? (await switchedOff(tx, asked)).filter(line => line.due !== null) : [],
  }));
  return [
    ...(waits.length === 0 ? [] : [{ order: 5, card: (
      <Card title="Your word is asked for in a case" tone="ask"><ul>{waits.map(one => <li key={one.id}><a href={`/${school.slug}/concerns/${one.concern}`}>{one.appeal ? 'Somebody appeals' : 'Somebody proposes what follows'}</a></li>)}</ul></Card>
    ) }]),
    ...(switches.length === 0 ? [] : [{ order: 7, card: (
      <Card title="To switch off or on again" tone="ask"><p>{counted(switches.length, 'thing')} to do.</p><ButtonLink href={`/${school.slug}/switched-off`}>Look at it</ButtonLink></Card>
    ) }]),
    ...(mine.length === 0 ? [] : [{ order: 8, card: (
      <Card title="What was decided" tone="tell"><p>You were told of it, and why. You can read it again, and say if it is wrong.</p><ButtonLink href={`/${school.slug}/sanctions`} tone="quiet">Read it</ButtonLink></Card>
    ) }]),
  ];
};
