/** Copies that wait, on the start page of the office. */
import { Card } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { CopiesCard } from './pages.tsx';
import { countRequests } from './reads.ts';

export async function copyCards(asked: Asked<Body>): Promise<StartCard[]> {
  if (!asked.reader.offices.includes('office')) return [];
  const count = await asked.remembered({ key: 'copies to give', work: tx => countRequests(tx, true) });
  return Number(count) === 0 ? [] : [{ order: 33, card: <Card title="Copies of policies to give" tone="tell"><CopiesCard base={`/${asked.school.slug}/copies`} count={Number(count)} /></Card> }];
}
