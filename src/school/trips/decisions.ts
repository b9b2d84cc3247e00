/** What the rules say of a phone or a camera on a trip, who decides, and where things stand. Pure. */
import { decide, type Answer, type OfficeGroups, type Rulebook } from '../../rulebook/index.ts';
import type { Carrier, CarrierState, Carrying, Decision, Device, Trip, TripState, Weighed } from './words.ts';

export const ACTS: Readonly<Record<Device, string>> = { phone: 'use-phone', camera: 'photograph-pupils' };

/** The person-status of somebody whom the trip's list names. */
const NAMED = 'named-trip-carrier';
/** Decides where the rules name nobody. */
const UNNAMED = 'unassigned';

const factsOf = ({ device, owner, purpose, facts }: Carrying): Record<string, string> => ({
  trip: 'yes', place: 'off-site', purpose, 'device-owner': owner, 'device-kind': device, ...(device === 'camera' ? { subject: 'pupil' } : {}), ...facts,
});

/**
 * Asks the rulebook twice: about this person as they are, and as somebody named for the trip with a live yes. What is
 * allowed already is so by rule; what is not allowed even then is forbidden; what lies between is for an office.
 */
export function weigh(rulebook: Rulebook, carrying: Carrying, on: string): Weighed {
  const act = ACTS[carrying.device];
  const question = { who: carrying.who, act, on };
  const plain = decide(rulebook, { ...question, facts: { ...factsOf(carrying), 'person-status': 'none' } });
  if (plain.says === 'yes') return { kind: 'by-rule', because: plain.because };
  const named = decide(rulebook, { ...question, facts: { ...factsOf(carrying), 'person-status': NAMED }, permissions: [{ act, live: true }] });
  if (named.says === 'no') return { kind: 'forbidden', because: named.because };
  if (named.says === 'depends') return { kind: 'unclear', missing: named.missing, because: named.because };
  return { kind: 'decide', offices: decidersOf(rulebook, plain, named), because: [...new Set([...plain.because, ...named.because])] };
}

/** The offices that the answers name; else those that look after the policies that speak; else whoever the school names. */
function decidersOf(rulebook: Rulebook, plain: Answer, named: Answer): OfficeGroups {
  for (const answer of [named, plain]) if (answer.askGroups.length > 0) return answer.askGroups;
  const owners = new Set([...plain.because, ...named.because].flatMap(id => rulebook.clauses.get(id)?.policy.front.owner ?? []));
  return [owners.size > 0 ? [...owners] : [UNNAMED]];
}

/** How a carrier stands: every group of offices must have said yes, and none no. Of each office the newest word counts. */
export function stateOf(carrier: Pick<Carrier, 'byRule' | 'offices'>, decisions: readonly Pick<Decision, 'office' | 'says' | 'at'>[]): CarrierState {
  if (carrier.byRule) return 'yes';
  const last = new Map<string, 'yes' | 'no'>();
  for (const one of [...decisions].sort((a, b) => a.at.getTime() - b.at.getTime())) last.set(one.office, one.says);
  const says = carrier.offices.map(group => group.map(office => last.get(office)).filter(word => word !== undefined));
  if (says.some(group => group.includes('no'))) return 'no';
  return says.every(group => group.includes('yes')) ? 'yes' : 'waits';
}

/** The offices by which a reader may decide about a carrier; none about themselves. A trip's own leader is its trip leader. */
export function decidesAs(carrier: Pick<Carrier, 'byRule' | 'offices' | 'person'>, reader: { readonly person: string | null; readonly offices: readonly string[] }, leader: string | null): string[] {
  if (carrier.byRule || reader.person === null || reader.person === carrier.person) return [];
  return [...new Set(carrier.offices.flat())].filter(office => (office === 'trip-leader' && leader !== null ? reader.person === leader : reader.offices.includes(office)));
}

/** Where a trip stands on a day. */
export function tripState(trip: Pick<Trip, 'from' | 'until' | 'cancelledOn'>, today: string): TripState {
  if (trip.cancelledOn !== null) return 'cancelled';
  if (today < trip.from) return 'coming';
  return today > trip.until ? 'done' : 'under-way';
}

const SEE_NAMES = ['head', 'deputy-head', 'deputy-head-academic', 'office', 'dsl'];

/** Whether a reader may read the names on a trip's lists. */
export function seesNames(trip: Pick<Trip, 'leader' | 'madeBy'>, goers: readonly { readonly person: string; readonly part: string }[], reader: { readonly person: string | null; readonly offices: readonly string[]; readonly kinds: readonly string[] }): boolean {
  if (reader.person === null || reader.kinds.includes('pupil') || !reader.kinds.includes('staff') && reader.offices.length === 0) return false;
  return reader.person === trip.leader || reader.person === trip.madeBy || SEE_NAMES.some(office => reader.offices.includes(office)) || goers.some(one => one.part === 'adult' && one.person === reader.person);
}

/** Whether a reader may change a trip: its leader, who planned it, the head, deputies and the office. */
export const mayPlan = (trip: Pick<Trip, 'leader' | 'madeBy'>, reader: { readonly person: string | null; readonly offices: readonly string[] }): boolean =>
  reader.person !== null && (reader.person === trip.leader || reader.person === trip.madeBy || ['head', 'deputy-head', 'deputy-head-academic', 'office'].some(office => reader.offices.includes(office)));
