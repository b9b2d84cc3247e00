/** What stands on the start page of whoever told something: that there is an answer, never to what. Others may see the screen. */
import { ButtonLink, Card, longDay } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { askingOf } from '../asking.ts';
import { unreadBy, waitingBy, type Unread } from './store.ts';

const hrefOf = (base: string, { complaint, report }: Unread, pupil: boolean): string =>
  (complaint !== null ? `${base}/complaints/${complaint}` : pupil ? `${base}/tell-someone/mine` : `${base}/my-reports/${report}`);

export async function answeredCards(asked: Asked<Body>, shared: Shared): Promise<StartCard[]> {
  const { reader, school, today } = asked;
  if (reader.person === null) return [];
  const key = (await askingOf(asked, shared)).lock.keyOf(reader.person);
  const { unread, waiting } = await asked.read(async tx => ({ unread: await unreadBy(tx, key), waiting: await waitingBy(tx, key) }));
  const [base, pupil, young] = [`/${school.slug}`, reader.kinds.includes('pupil'), reader.kinds.includes('pupil-ks1')];
  // Why not a question: it has a card of its own, but for pupils.
  const hrefs = [...new Set(unread.filter(one => pupil || !one.onlyAsked).map(one => hrefOf(base, one, pupil)))];
  const next = waiting.find(one => !unread.some(other => other.complaint === one.id));
  return [
    ...(hrefs.length > 0 ? [{ order: 2.5, card: <Card title="Somebody has answered you" kid={young}><p class="actions">{hrefs.map((href, at) => <ButtonLink key={href} href={href} tone="quiet">{hrefs.length > 1 ? <>Read answer {at + 1}</> : 'Read it'}</ButtonLink>)}</p></Card> }] : []),
    ...(next ? [{ order: 21, card: (
      <Card title="You wait for an answer" kid={young}>
        <p>{next.answerBy === null ? 'The school has it, and will answer you.' : next.answerBy < today ? <>The school was to answer you by {longDay(next.answerBy)}. You can ask why it is late.</> : <>The school answers you by {longDay(next.answerBy)}.</>}</p>
        <ButtonLink href={`${base}/complaints/${next.id}`} tone="quiet">See how it stands</ButtonLink>
      </Card>
    ) }] : []),
  ];
}
