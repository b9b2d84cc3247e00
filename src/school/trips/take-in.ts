/** Trips that are there from the start, for an invented school. */
import type { Tx } from '../../platform/database/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { stateOf, weigh } from './decisions.ts';
import { addCarrier, chooseGoers, decideCarrier, planTrip, type Doing } from './deeds.ts';
import { whoOf } from './reads.ts';
import { findTrip, listCarriers, listDecisions } from './store.ts';
import type { Carrying, CarrierState, TripGiven } from './words.ts';

/** Somebody with a phone or a camera. Whoever decides says `words`; where they are left out, it waits. */
export interface CarrierToFill extends Omit<Carrying, 'who'> {
  readonly person: string;
  readonly words?: string;
}

export interface TripToFill {
  readonly trip: TripGiven;
  readonly pupils: readonly string[];
  readonly adults: readonly string[];
  readonly carriers: readonly CarrierToFill[];
  /** Who holds an office, for the decision. */
  readonly holderOf: (office: string) => string | null;
}

/** Plans a trip with those who go and what they carry, each asked of the rules. Returns how each carrier stands; what the rules forbid or leave open is left out. */
export async function fillTrip(tx: Tx, doing: Doing & { readonly vocabulary: Vocabulary }, of: TripToFill): Promise<CarrierState[]> {
  const trip = (await findTrip(tx, await planTrip(tx, doing, of.trip)))!;
  await chooseGoers(tx, doing, { trip, among: of.adults, chosen: of.adults, part: 'adult' });
  await chooseGoers(tx, doing, { trip, among: of.pupils, chosen: of.pupils, part: 'pupil' });
  const { rulebook } = await rulesInForce(tx, doing);
  for (const { person, words, ...thing } of of.carriers) {
    const carrying = { ...thing, who: await whoOf(tx, { person, trip, vocabulary: doing.vocabulary, today: doing.today }) };
    const weighed = weigh(rulebook, carrying, trip.from);
    if (weighed.kind === 'forbidden' || weighed.kind === 'unclear') continue;
    const id = await addCarrier(tx, doing, { trip, person, carrying, weighed, picturesGoneBy: null });
    const carrier = (await listCarriers(tx, [trip.id])).find(one => one.id === id);
    const office = carrier?.offices.flat().at(0);
    const by = office === 'trip-leader' ? trip.leader : of.holderOf(office ?? '');
    if (carrier && office && by && words !== undefined) await decideCarrier(tx, { ...doing, by }, { trip, carrier, office, says: 'yes', words });
  }
  const carriers = await listCarriers(tx, [trip.id]);
  const decisions = await listDecisions(tx, carriers.map(one => one.id));
  return carriers.map(carrier => stateOf(carrier, decisions.filter(one => one.carrier === carrier.id)));
}
