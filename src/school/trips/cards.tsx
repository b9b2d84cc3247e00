/** What trips put on a start page: carriers to decide, pictures to delete, the trips one leads, one's own and one's children's. */
import { ButtonLink, Card, counted, longDay } from '../../page-parts/index.ts';
import type { Asked, Body } from '../../platform/web/index.ts';
import type { StartCard } from '../feature.ts';
import { homeTrips, waitingFor, type HomeTrip, type Waiting } from './reads.ts';

export async function startCards(asked: Asked<Body>): Promise<StartCard[]> {
  const { reader, today, school } = asked;
  if (reader.person === null) return [];
  const base = `/${school.slug}/trips`;
  const staff = reader.kinds.includes('staff') || reader.offices.length > 0;
  const { waiting, home } = await asked.remembered({ key: `trips ${today} ${reader.person} ${reader.offices.join(' ')}`, work: async tx => ({
    waiting: staff ? await waitingFor(tx, { reader, today }) : null,
    home: await homeTrips(tx, { reader, today }),
  }) });
  const led = new Set(waiting?.led.map(trip => trip.id));
  return [...(waiting ? waitingCards(base, waiting) : []), ...homeCards(home.filter(one => !led.has(one.trip.id)))];
}

function waitingCards(base: string, { toDecide, pictures, led }: Waiting): StartCard[] {
  return [
    ...toDecide.slice(0, 4).map(one => ({ order: 11, card: (
      <Card title="A trip waits for your word" tone="ask"><p><strong>{one.title}</strong>: {counted(one.count, 'phone or camera', 'phones or cameras')} to decide.</p><ButtonLink href={`${base}/${one.trip}`}>Decide</ButtonLink></Card>
    ) })),
    ...pictures.slice(0, 4).map(one => ({ order: 12, card: (
      <Card title="Pictures to delete" tone="tell"><p>Those of {one.title} are to be off your camera by {longDay(one.by)}.</p><ButtonLink href={`${base}/${one.trip}`} tone="quiet">Say that they are gone</ButtonLink></Card>
    ) })),
    ...(led.length === 0 ? [] : [{ order: 55, card: <Card title="Trips you lead"><ul>{led.slice(0, 6).map(trip => <li key={trip.id}><a href={`${base}/${trip.id}`}>{trip.title}</a>, {longDay(trip.from)}</li>)}</ul></Card> }]),
  ];
}

const homeCards = (home: readonly HomeTrip[]): StartCard[] => home.slice(0, 6).map(({ trip, goers, phones }) => ({ order: 15, card: (
  <Card title={trip.title}>
    <p>{trip.place}, {trip.from === trip.until ? <>{longDay(trip.from)}.</> : <>{longDay(trip.from)} to {longDay(trip.until)}.</>} {goers.length > 0 && <>Goes along: {goers.join(', ')}.</>}</p>
    {phones.length === 0 ? <p>No phone or camera is on the list for it.</p> : <ul>{phones.map((one, at) => <li key={at}>{one.name && `${one.name}: `}{one.device === 'phone'
      ? one.state === 'yes' ? 'a phone may come along.' : one.state === 'no' ? 'the phone stays behind.' : 'whether a phone may come is not decided yet.'
      : one.state === 'yes' ? 'a camera may come along.' : one.state === 'no' ? 'the camera stays behind.' : 'whether a camera may come is not decided yet.'}{one.words && ` “${one.words}”`}</li>)}</ul>}
  </Card>
) }));
