/** What tasks put on a start page: what waits for IT. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { IT_OFFICES } from './decisions.ts';
import { countWaiting } from './reads.ts';

export async function taskCards(asked: Asked<Body>): Promise<StartCard[]> {
  const { reader, school } = asked;
  if (reader.person === null || reader.offices.length === 0 || reader.kinds.includes('pupil')) return [];
  const offices = reader.offices.some(office => IT_OFFICES.includes(office)) ? 'all' as const : reader.offices;
  const { open, mine } = await asked.remembered({ key: `it tasks ${reader.person} ${reader.offices.join(' ')}`, work: tx => countWaiting(tx, { offices, person: reader.person! }) });
  const base = `/${school.slug}/it-tasks`;
  return [
    ...(open > 0 ? [{ order: 13, card: <Card title="Waiting for IT" tone="ask"><p>Nobody has taken on {counted(open, 'task')} yet.</p><ButtonLink href={`${base}?state=open`}>See them</ButtonLink></Card> }] : []),
    ...(mine > 0 ? [{ order: 40, card: <Card title="Tasks you have taken on"><p>You have <a href={`${base}?state=claimed`}>{counted(mine, 'task')}</a> in hand.</p></Card> }] : []),
  ];
}
