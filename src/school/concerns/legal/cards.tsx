/** What legal holds put on a start page: those to be looked at again, and a second word that is asked for. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import { admits, type Asked, type Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { waiting } from './reads.ts';
import { LISTERS } from './routes.tsx';

export const legalCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  if (!admits(LISTERS, asked.reader)) return [];
  const asking = await askingOf(asked, shared);
  const n = await asked.read(tx => waiting(tx, asking));
  return n === 0 ? [] : [{ order: 6, card: (
    <Card title="Legal holds" tone="ask"><p>{counted(n, 'hold')} to look at.</p><ButtonLink href={`/${asked.school.slug}/legal-holds`}>Look at it</ButtonLink></Card>
  ) }];
};
