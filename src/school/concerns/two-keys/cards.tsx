/** What opening the concern of somebody who is away puts on a start page: that a second office is asked. */
import { ButtonLink, Card } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { keysOf } from './decisions.ts';
import { waitingFor } from './reads.ts';

export const twoKeysCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school } = asked;
  if (reader.person === null || keysOf(reader.offices).length === 0) return [];
  const asking = await askingOf(asked, shared);
  const waiting = await asked.read(tx => waitingFor(tx, asking));
  return waiting.length === 0 ? [] : [{ order: 3, card: (
    <Card title="Concerns of somebody who is away" tone="ask"><p>Waiting for a second office</p><ButtonLink href={`/${school.slug}/concern-openings`}>Look at it</ButtonLink></Card>
  ) }];
};
