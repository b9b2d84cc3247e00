/** What custody puts on a start page: what one holds that goes back, what is to be taken, and what the school holds of oneself and one's children. */
import { ButtonLink, Card, counted, longDay } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { HowItStands } from './pages/receipt.tsx';
import { thingWords } from './phrases.ts';
import { waitingFor } from './reads.ts';
import { receiptsFor } from './receipts.ts';

export const custodyCards = ({ vocabulary }: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, today, school } = asked;
  if (reader.person === null) return [];
  const staff = reader.kinds.includes('staff') || reader.offices.length > 0;
  const home = reader.kinds.includes('pupil') || reader.kinds.includes('parent');
  const { waiting, held } = await asked.remembered({ key: `custody ${today} ${reader.person} ${reader.offices.join(' ')}`, work: async tx => ({
    waiting: staff ? await waitingFor(tx, asked) : null,
    held: home ? (await receiptsFor(tx, { ...asked, vocabulary })).filter(one => one.entry.state === 'held' || one.entry.state === 'handed-on') : [],
  }) });
  const base = `/${school.slug}/devices`;
  const late = waiting?.due.filter(entry => entry.dueOn < today) ?? [];
  return [
    ...(waiting && waiting.toTake > 0 ? [{ order: 9, card: (
      <Card title="A device is to be taken" tone="ask"><p>It was decided. {counted(waiting.toTake, 'device')} to take into custody.</p><ButtonLink href={`${base}/custody`}>Look at it</ButtonLink></Card>
    ) }] : []),
    ...(waiting && waiting.due.length > 0 ? [{ order: late.length > 0 ? 10 : 14, card: (
      <Card title={late.length > 0 ? 'Devices that should be back by now' : 'Devices that go back today'} tone={late.length > 0 ? 'no' : 'ask'}>
        <ul>{waiting.due.slice(0, 6).map(entry => <li key={entry.id}><a href={`${base}/custody/${entry.id}`}>Number {entry.label}</a>, due on {longDay(entry.dueOn)}</li>)}</ul>
        {waiting.due.length > 6 && <p><a href={`${base}/custody?standing=held`}>All that is held</a></p>}
      </Card>
    ) }] : []),
    ...held.slice(0, 6).map(receipt => ({ order: 9, card: (
      <Card title="The school holds something" tone="tell">
        {receipt.own ? <p>It is {thingWords(receipt.entry.kind, vocabulary)} of yours.</p> : <p>It is {thingWords(receipt.entry.kind, vocabulary)} of {receipt.name}.</p>}
        <p><HowItStands receipt={receipt} /></p>
        <ButtonLink href={`${base}/held`} tone="quiet">Read more</ButtonLink>
      </Card>
    ) })),
  ];
};
