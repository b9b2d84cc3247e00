/** What visiting shows on a reader's start page. */
import { ButtonLink, Card, Figure } from '../../page-parts/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Shared, StartCard } from '../feature.ts';
import { DESK, holdsOne, WIFI_GUESTS } from './decisions.ts';
import { countExpected, countOnSite } from './reads.ts';
import { signedForAccess } from './rules.ts';
import { countVouchers, liveCode } from './wifi/reads.ts';
import { WifiCard } from './wifi/pages.tsx';

/** For the front desk who is on site; for a guest the wifi, where the school has codes. */
export const startCards = ({ vocabulary }: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school, today } = asked;
  const person = reader.person;
  if (person === null) return [];
  const desk = holdsOne(reader.offices, DESK);
  const guest = WIFI_GUESTS.some(kind => reader.kinds.includes(kind));
  if (!desk && !guest) return [];
  const known = await asked.remembered({ key: `visitor cards ${person} ${desk} ${guest} ${today}`, work: async tx => ({
    counts: desk ? { onSite: await countOnSite(tx), expected: await countExpected(tx, today) } : null,
    wifi: guest ? await wifiOf(tx, person) : null,
  }) });
  async function wifiOf(tx: Parameters<typeof countOnSite>[0], id: string) {
    const hasCode = await liveCode(tx, id, today);
    if (!hasCode && (await countVouchers(tx, today)).free === 0) return null;
    const standing = await signedForAccess(tx, { school, vocabulary, today }, { person: id, names: reader.kinds });
    return standing === 'no-rules' ? null : { hasCode, signed: standing === 'signed' };
  }
  return [
    ...(known.counts ? [{ order: 22, card: <OnSiteCard slug={school.slug} {...known.counts} /> }] : []),
    ...(known.wifi ? [{ order: 15, card: <WifiCard slug={school.slug} {...known.wifi} /> }] : []),
  ];
};

const OnSiteCard = ({ slug, onSite, expected }: { slug: string; onSite: number; expected: number }) => (
  <Card title="Visitors">
    <div class="figures"><Figure value={onSite} label="on site" href={`/${slug}/visitors`} /><Figure value={expected} label="expected today" href={`/${slug}/visitors?show=expected`} /></div>
    <ButtonLink href={`/${slug}/visitors/fire`} tone="quiet">List for a fire</ButtonLink>
  </Card>
);
