/** What the block list puts on a start page: addresses to decide about, and those to set in the filter by hand. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { waiting } from './reads.ts';

export const siteCards = (shared: Shared) => async ({ reader, school, read }: Asked<Body>): Promise<StartCard[]> => {
  if (reader.person === null || reader.offices.length === 0) return [];
  const lock = await lockFor(shared, school);
  const { toDecide, toSet } = await read(tx => waiting(tx, { reader, lock }));
  const base = `/${school.slug}/block-list`;
  return [
    ...(toDecide === 0 ? [] : [{ order: 10, card: <Card title="Proposed for the block list" tone="ask"><p>{counted(toDecide, 'address', 'addresses')} to decide about.</p><ButtonLink href={`${base}?state=proposed`} tone="quiet">Decide</ButtonLink></Card> }]),
    ...(toSet === 0 ? [] : [{ order: 11, card: <Card title="To set in the filter by hand" tone="tell"><p>{counted(toSet, 'address', 'addresses')} on the block list.</p><ButtonLink href={base} tone="quiet">Look at the list</ButtonLink></Card> }]),
  ];
};
