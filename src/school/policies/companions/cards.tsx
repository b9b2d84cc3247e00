/** The task of whoever looks after a document: its address is dead, missing, or shows another edition. */
import { Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { needsHelp } from './decisions.ts';
import { HelpCard } from './pages.tsx';
import { registerOf } from './reads.ts';

/** The card of an office-holder; none where all their documents stand well. */
export async function companionCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const { offices } = asked.reader;
  if (offices.length === 0) return [];
  const rows = (await asked.remembered({ key: `linked documents ${asked.today}`, work: tx => registerOf(tx, { school: asked.school, vocabulary, today: asked.today }) }))
    .filter(one => needsHelp(one.standing) && offices.includes(one.owner));
  if (rows.length === 0) return [];
  return [{ order: 35, card: <Card title={`${counted(rows.length, 'document needs', 'documents need')} putting right`} tone="no"><HelpCard base={`/${asked.school.slug}`} rows={rows} /></Card> }];
}
