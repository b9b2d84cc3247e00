/** What the files of children who leave put on the safeguarding lead's start page. */
import { ButtonLink, Card, counted, longDay } from '../../../page-parts/index.ts';
import { admits, type Asked, type Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { owed } from './decisions.ts';
import { leavers } from './reads.ts';
import { PACKERS } from './routes.tsx';

export const childFileCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  if (!admits(PACKERS, asked.reader)) return [];
  const asking = await askingOf(asked, shared);
  const [next, ...more] = owed(await asked.read(tx => leavers(tx, asking)));
  return next === undefined ? [] : [{ order: 4, card: (
    <Card title="Files of children who left" tone="ask">
      <p>{counted(more.length + 1, 'file')} for the next school. The first is due by {longDay(next.dueOn)}.</p>
      <ButtonLink href={`/${asked.school.slug}/child-file`} tone="quiet">See whose</ButtonLink>
    </Card>
  ) }];
};
