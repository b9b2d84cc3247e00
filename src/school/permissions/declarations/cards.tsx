/** What declarations put on a start page: what one has out, and what is overdue at others. */
import { ButtonLink, Card, counted } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { StartCard } from '../../feature.ts';
import { seenAs } from './decisions.ts';
import { waitingOf } from './reads.ts';

export async function declarationCards(asked: Asked<Body>): Promise<StartCard[]> {
  const { reader, today, school } = asked;
  if (reader.person === null || reader.kinds.includes('pupil')) return [];
  const owners = seenAs(reader.offices);
  const { own, due, overdue } = await asked.remembered({ key: `declarations ${today} ${reader.person} ${reader.offices.join(' ')}`, work: tx => waitingOf(tx, { person: reader.person!, owners, today }) });
  const base = `/${school.slug}/declarations`;
  return [
    ...(due > 0 ? [{ order: 12, card: <Card title="Say that it is back or gone" tone="tell"><p>{counted(due, 'entry', 'entries')} of yours should be back or gone by now.</p><ButtonLink href={`${base}?whose=mine`}>Say how it stands</ButtonLink></Card> }]
      : own > 0 ? [{ order: 45, card: <Card title="Data you have taken out"><p>You have <a href={`${base}?whose=mine`}>{counted(own, 'entry', 'entries')}</a> still out.</p></Card> }] : []),
    ...(overdue > 0 ? [{ order: 22, card: <Card title="Data that is not back" tone="ask"><p>{counted(overdue, 'entry of somebody else is', 'entries of others are')} overdue.</p><ButtonLink href={`${base}?standing=overdue`} tone="quiet">See them</ButtonLink></Card> }] : []),
  ];
}
