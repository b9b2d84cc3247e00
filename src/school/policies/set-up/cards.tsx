/** What setting up puts on a start page: offices that stand empty, and the walk for a school that has no policy yet. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import { isStandIn } from '../../../rulebook/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { mayGiveOffices } from '../../people/index.ts';
import { publishedPolicies } from '../reads.ts';
import { vacantEverywhere } from './reads.ts';

/** For those who give offices, and those who watch over the school. */
export async function setUpCards(asked: Asked<Body>, { vocabulary }: Shared): Promise<StartCard[]> {
  const gives = mayGiveOffices(asked.reader.offices);
  if (!gives && !asked.reader.kinds.some(kind => kind === 'governor' || kind === 'trustee')) return [];
  const ask = { school: asked.school, vocabulary, today: asked.today };
  const { vacant, none } = await asked.remembered({ key: `set-up card ${asked.today}`, work: async tx => ({ vacant: await vacantEverywhere(tx, ask), none: (await publishedPolicies(tx, ask)).length === 0 }) });
  const slug = asked.school.slug;
  const cards: StartCard[] = [];
  if (vacant.length > 0) {
    cards.push({ order: 12, card: (
      <Card title="Nobody holds an office that the rules need" tone="no">
        <p>{counted(vacant.length, 'office stands empty', 'offices stand empty')}. A question that leads there finds nobody to answer it.</p>
        <ul>{vacant.slice(0, 8).map(one => <li key={one.office}><a href={gives && isStandIn(one.office) ? `/${slug}/set-up/nobody` : `/${slug}/offices/${one.office}`}>{one.title}</a></li>)}</ul>
      </Card>
    ) });
  }
  if (none && gives) cards.push({ order: 8, card: <Card title="Set the school up" tone="ask"><p>No policy is in force yet. The walk takes you there step by step.</p><ButtonLink href={`/${slug}/set-up`}>Set the school up</ButtonLink></Card> });
  return cards;
}
