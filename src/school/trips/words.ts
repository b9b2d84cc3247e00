/** The words of trips. */
import type { ClauseId, OfficeGroups } from '../../rulebook/index.ts';

export interface Trip {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  /** Who leads it; null once they are forgotten. */
  readonly leader: string | null;
  /** The day on which its lists of people go. */
  readonly eraseOn: string;
  readonly erasedAt: Date | null;
  readonly cancelledOn: string | null;
  readonly madeBy: string | null;
}

export type TripGiven = Pick<Trip, 'title' | 'place' | 'from' | 'until' | 'eraseOn'> & { readonly leader: string };

/** Where a trip stands on a day. */
export type TripState = 'coming' | 'under-way' | 'done' | 'cancelled';
export const TRIP_STATES: readonly TripState[] = ['coming', 'under-way', 'done', 'cancelled'];

export type Device = 'phone' | 'camera';
export type DeviceOwner = 'school' | 'personal';

/** Somebody who would carry something, as the rules look at it. */
export interface Carrying {
  /** Kinds and offices, wider kinds included. */
  readonly who: readonly string[];
  readonly device: Device;
  readonly owner: DeviceOwner;
  readonly purpose: string;
  /** What else was told, because the rules asked. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What the rules say of a carrier. */
export type Weighed =
  | { readonly kind: 'by-rule'; readonly because: readonly ClauseId[] }
  | { readonly kind: 'decide'; readonly offices: OfficeGroups; readonly because: readonly ClauseId[] }
  | { readonly kind: 'forbidden'; readonly because: readonly ClauseId[] }
  | { readonly kind: 'unclear'; readonly missing: readonly string[]; readonly because: readonly ClauseId[] };

export interface Decision {
  readonly carrier: string;
  readonly office: string;
  readonly says: 'yes' | 'no';
  readonly words: string;
  readonly by: string | null;
  readonly at: Date;
}

export interface Carrier {
  readonly id: string;
  readonly trip: string;
  readonly person: string;
  readonly device: Device;
  readonly owner: DeviceOwner;
  readonly purpose: string;
  readonly byRule: boolean;
  readonly offices: OfficeGroups;
  readonly clauses: readonly string[];
  readonly picturesGoneBy: string | null;
  readonly picturesGoneOn: string | null;
}

export type CarrierState = 'yes' | 'no' | 'waits';

/** A person on a trip. */
export interface Goer {
  readonly person: string;
  readonly part: 'pupil' | 'adult';
}
