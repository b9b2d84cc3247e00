/** What looks put on a start page: what waits for one’s yes or one’s reading, and what one is told. */
import { ButtonLink, Card } from '../../../page-parts/index.ts';
import type { Asked, Body } from '../../../platform/web/index.ts';
import type { Shared, StartCard } from '../../feature.ts';
import { lockFor } from '../asking.ts';
import { toldOf, waitingFor } from './reads.ts';

const NEW_DAYS = 28;

export const lookCards = (shared: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, school, now, today } = asked;
  if (reader.person === null) return [];
  const person = reader.person;
  const lock = await lockFor(shared, school);
  const { waits, told } = await asked.read(async tx => ({
    waits: reader.kinds.includes('pupil') ? [] : await waitingFor(tx, { person, key: lock.keyOf(person), offices: reader.offices, now, today }),
    told: (await toldOf(tx, { person, today })).filter(({ look }) => Date.parse(today) - Date.parse(look.toldOn!) <= NEW_DAYS * 86_400_000),
  }));
  return [
    ...(waits.length === 0 ? [] : [{ order: 5, card: (
      <Card title="Looking into logs" tone="ask"><ul>{waits.map(look => <li key={look.id}><a href={`/${school.slug}/looks/${look.id}`}>{look.state === 'asked' ? 'Somebody asks to look into a log' : 'You may read a log'}</a></li>)}</ul></Card>
    ) }]),
    ...(told.length === 0 ? [] : [{ order: 9, card: (
      <Card title="The school read a log" tone="tell"><p>It tells you of it, now that the matter is closed.</p><ButtonLink href={`/${school.slug}/looked-at`} tone="quiet">See what was read</ButtonLink></Card>
    ) }]),
  ];
};
