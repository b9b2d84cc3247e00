/** What accounts put on a start page: what IT has to do, who would like an account back, and one's own that is not open. */
import { ButtonLink, Card, counted } from '../../page-parts/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Shared, StartCard } from '../feature.ts';
import { readsRecord } from './decisions.ts';
import { childMailOf, ownHolds, waitingFor } from './reads.ts';

export const accountCards = ({ vocabulary }: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school, today } = asked;
  if (reader.person === null) return [];
  const { waits, own, mail } = await asked.remembered({ key: `accounts ${today} ${reader.person} ${reader.kinds.join(' ')} ${reader.offices.join(' ')}`, work: async tx => ({
    waits: readsRecord(reader.offices) ? await waitingFor(tx, reader) : { steps: 0, asks: [] }, own: await ownHolds(tx, reader.person!), mail: await childMailOf(tx, { school, today, vocabulary, reader }),
  }) });
  const base = `/${school.slug}`;
  return [
    ...(waits.steps === 0 ? [] : [{ order: 7, card: <Card title="Accounts to switch off or on" tone="ask"><p>{counted(waits.steps, 'step')} to do.</p><ButtonLink href={`${base}/accounts/to-do`}>Look at it</ButtonLink></Card> }]),
    ...waits.asks.slice(0, 4).map(person => ({ order: 12, card: <Card title="Somebody asks for an account back" tone="ask"><p>It was taken away. They wrote why they would like it again.</p><ButtonLink href={`${base}/accounts/${person}`}>Answer them</ButtonLink></Card> })),
    ...(own.length === 0 ? [] : [{ order: 9, card: <Card title="An account of yours is not open" tone="tell"><p>You can read how it stands, and what you can do.</p><ButtonLink href={`${base}/my-accounts`} tone="quiet">Your accounts</ButtonLink></Card> }]),
    ...((mail?.children.length ?? 0) === 0 ? [] : [{ order: 62, card: <Card title="Your child’s school e-mail"><p>You can ask that it works only inside the school.</p><p><a href={`${base}/child-mail`}>See how it stands</a></p></Card> }]),
  ];
};
