/** What stands first on a pupil's start page, whatever else waits; for those who are seldom here, whom to tell; and what nobody has said yet, for whoever has to. */
import { ButtonLink, Card } from '../../../page-parts/index.ts';
import { admits, type Asked, type Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { listHolders } from '../../people/index.ts';
import { hoursOn, safeguardingNames } from './reads.ts';
import { HOURS_KEEPERS } from './routes.tsx';

/** Who is here too seldom to know whom to tell. */
const PASSING: readonly string[] = ['supply', 'visitor', 'volunteer', 'contractor'];

export async function tellCards(asked: Asked<Body>): Promise<StartCard[]> {
  const { reader, school, today } = asked;
  if (reader.person === null) return [];
  const base = `/${school.slug}/tell-someone`;
  if (reader.kinds.includes('pupil')) {
    const young = reader.kinds.includes('pupil-ks1');
    return [{ order: 2, card: <Card title="Tell someone" tone="tell" kid={young}><p>Is something wrong? Does something worry you? You can tell somebody here.</p><ButtonLink href={base}>Tell someone</ButtonLink></Card> }];
  }
  if (reader.kinds.some(kind => PASSING.includes(kind))) return safeguardingCard(asked);
  if (!admits(HOURS_KEEPERS, reader)) return [];
  const hours = await asked.remembered({ key: `reading hours ${today}`, work: tx => hoursOn(tx, today) });
  return hours ? [] : [{ order: 35, card: <Card title="When does somebody read what pupils tell?" tone="ask"><p>Pupils are told before they write. The school has not said it yet.</p><ButtonLink href={`${base}/hours`} tone="quiet">Say when</ButtonLink></Card> }];
}

/** Whoever holds the office, by name, after what waits for a signature. */
async function safeguardingCard(asked: Asked<Body>): Promise<StartCard[]> {
  const { school, today } = asked;
  const names = await asked.remembered({ key: `safeguarding names ${today}`, work: async tx => safeguardingNames(await listHolders(tx, today)) });
  return names.length === 0 ? [] : [{ order: 11, card: (
    <Card title="Worried about a child?"><p>Tell <strong>{names.join(', ')}</strong> at once. Keeping children safe is their office.</p><ButtonLink href={`/${school.slug}/something-happened`} tone="quiet">Something happened</ButtonLink></Card>
  ) }];
}
