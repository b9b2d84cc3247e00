/** What applications put on a start page: for the keeper what waits, for others what was withdrawn. */
import { ButtonLink, Card, counted, longDay } from '../../page-parts/index.ts';
import { addDays } from '../../platform/days.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { Shared, StartCard } from '../feature.ts';
import { keeps } from './decisions.ts';
import { groundOf, registerOf, withdrawnFor } from './reads.ts';

/** So long a start page tells of a withdrawal. */
const NEWS_DAYS = 30;

export const startCards = ({ vocabulary }: Shared) => async (asked: Asked<Body>): Promise<StartCard[]> => {
  const { reader, today, school } = asked;
  if (reader.person === null || reader.kinds.includes('pupil')) return [];
  const base = `/${school.slug}/apps`;
  const { due, proposed, gone } = await asked.remembered({ key: `apps ${today} ${reader.person} ${reader.offices.join(' ')}`, work: async tx => {
    const gone = (await withdrawnFor(tx, reader.person!, addDays(today, -NEWS_DAYS))).map(({ id, name, withdrawnOn }) => ({ id, name, on: withdrawnOn! }));
    const ground = reader.offices.length === 0 ? null : await groundOf(tx, { school, vocabulary, today });
    if (!ground || !keeps(reader, ground.keeping)) return { due: 0, proposed: 0, gone };
    const { rows } = await registerOf(tx, ground.rulebook, today);
    const near = addDays(today, ground.keeping.remindDays);
    const holdsIt = reader.offices.includes(ground.keeping.office);
    return { due: holdsIt ? rows.filter(({ app }) => app.state === 'listed' && app.reviewOn! <= near).length : 0, proposed: holdsIt ? rows.filter(({ app }) => app.state === 'proposed').length : 0, gone };
  } });
  return [
    ...(due === 0 ? [] : [{ order: 13, card: <Card title="Applications to look at again" tone="ask"><p>{counted(due, 'application')} to look at again. From the day after its review day, nobody may rest on it.</p><ButtonLink href={`${base}/register`}>Open the register</ButtonLink></Card> }]),
    ...(proposed === 0 ? [] : [{ order: 14, card: <Card title="Applications proposed" tone="ask"><p>{counted(proposed, 'application')} granted to somebody who asked. You can open each to more people.</p><ButtonLink href={`${base}/register?state=proposed`} tone="quiet">Open the register</ButtonLink></Card> }]),
    ...gone.map(one => ({ order: 16, card: <Card title="An application was withdrawn" tone="no"><p>You may no longer use <strong>{one.name}</strong>, since {longDay(one.on)}.</p></Card> })),
  ];
};
