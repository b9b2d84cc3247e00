/** What pictures on hold put on a start page of those who see to them. */
import { ButtonLink, Card, counted, longDay } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { holdRows } from './reads.ts';
import { askOf } from './routes.tsx';

export const holdCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, today, school } = asked;
  if (reader.person === null || reader.offices.length === 0) return [];
  const reading = await askOf(asked, shared);
  const rows = await asked.remembered({ key: `pictures on hold ${today} ${reader.person} ${reader.offices.join(' ')}`, work: tx => holdRows(tx, reading) });
  const open = (rows ?? []).filter(row => row.state === 'open');
  if (open.length === 0) return [];
  const first = open.flatMap(row => row.hold.dueOn ?? []).sort()[0];
  return [{ order: 8, card: (
    <Card title="Pictures to hold back" tone="tell">
      <p>Places are still to be seen to for the pictures of {counted(open.length, 'child', 'children')}.{first && <> The first are to be down by {longDay(first)}.</>}</p>
      <ButtonLink href={`/${school.slug}/pictures-on-hold?state=open`}>See to them</ButtonLink>
    </Card>
  ) }];
};
