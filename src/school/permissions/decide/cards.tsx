/** What permissions put on a start page: decisions that wait, and news of one's own requests. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import { admits, type Asked, type Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { myRequests, type MyRow } from '../ask/mine.ts';
import { baseOf, placeOf } from '../ask/routes.tsx';
import { standingWords } from '../phrases.ts';
import { countWaiting } from './reads.ts';
import { DECIDERS } from './routes.tsx';

const NEWS_DAYS = 7;

export const requestCards = async (asked: Asked<Body>, shared: Shared): Promise<StartCard[]> => {
  const { reader, today } = asked;
  if (reader.person === null) return [];
  const place = placeOf(asked, shared);
  const { waiting, mine } = await asked.remembered({ key: `requests ${today} ${reader.person} ${reader.kinds.join(' ')} ${reader.offices.join(' ')}`, work: async tx => ({
    waiting: admits(DECIDERS, reader) ? await countWaiting(tx, place) : 0,
    mine: (await myRequests(tx, place, { limit: 20, offset: 0 })).rows.filter(row => isNews(row, today)),
  }) });
  const base = baseOf(asked);
  return [
    ...(waiting > 0 ? [{ order: 10, card: <Card title="Decisions that wait for you" tone="ask"><p>{counted(waiting, 'request')}. Whoever asked may not begin before you have decided.</p><ButtonLink href={`${base}/requests`}>Decide</ButtonLink></Card> }] : []),
    ...(mine.length > 0 ? [{ order: 14, card: <Card title="What you asked for"><ul>{mine.slice(0, 5).map(row => <li key={row.request.id}><a href={`${base}/my-requests/${row.request.id}`}>{row.plain}</a>: {standingWords({ state: row.request.state, permission: row.permission, waitsFor: row.waitsFor })}</li>)}</ul></Card> }] : []),
  ];
};

/** Open ones, those that still wait to be carried out, and what was answered in the last days. */
const isNews = ({ request, permission }: MyRow, today: string): boolean =>
  permission === 'waiting' || request.state === 'asked' || request.state === 'asked-back' || (request.answeredAt !== null && request.state !== 'taken-back' && dayOf(request.answeredAt) >= addDays(today, -NEWS_DAYS));
