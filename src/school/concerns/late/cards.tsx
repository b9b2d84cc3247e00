/** What late cases put on a start page: nothing where none is late. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { lateFor } from './reads.ts';

export const lateCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  if (asked.reader.person === null || asked.reader.offices.length === 0) return [];
  const lock = await lockFor(shared, asked.school);
  const { total } = await asked.read(tx => lateFor(tx, asked, lock, { search: '', limit: 1, offset: 0 }));
  return total === 0 ? [] : [{ order: 5, card: (
    <Card title="First steps that are late" tone="ask"><p>In {counted(total, 'case')} nobody has taken the first step in time.</p><ButtonLink href={`/${asked.school.slug}/concerns-late`}>See which</ButtonLink></Card>
  ) }];
};
