/** Visits that are there from the start, for an invented school: a few guests of today and a kiosk's worth of codes. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Doing } from '../people/index.ts';
import { codeFrom, kindFor } from './decisions.ts';
import * as store from './store.ts';
import type { ReasonName } from './words.ts';

/** A guest of today. */
export interface Reception {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly reason: ReasonName;
  readonly about: string;
  readonly host: string | null;
  /** Null for one who has not come yet. */
  readonly cameAt: Date | null;
  readonly leftAt: Date | null;
  readonly expectedTime: string | null;
}

/** Writes visits of a day down as they were. They agreed to nothing here: the rules of the short list were shown on paper. */
export async function fillVisits(tx: Tx, doing: Doing, day: string, guests: readonly Reception[]): Promise<void> {
  for (const [at, guest] of guests.entries()) {
    const id = await store.addVisit(tx, doing.school, {
      day, givenName: guest.givenName, familyName: guest.familyName, organisation: guest.organisation, about: guest.about, vehicle: '', kind: kindFor(guest.reason), reason: guest.reason, person: null,
      host: guest.host, expectedBy: guest.cameAt ? null : guest.host, expectedTime: guest.expectedTime, kiosk: null, wantsAccess: false, begunAt: guest.cameAt,
    }, doing.at);
    if (guest.cameAt) {
      await store.arrive(tx, { id, person: null, code: codeFrom(Uint8Array.of(at * 7 + 3, at * 5 + 11, at * 3 + 1, at + 13)), mark: '', rulesHash: null, at: guest.cameAt });
      await write(tx, { ...doing, deed: 'visitor-arrived', about: id, at: guest.cameAt, words: { kind: kindFor(guest.reason) } });
    }
    if (guest.leftAt) {
      await store.leave(tx, { id, how: 'self', at: guest.leftAt });
      await write(tx, { ...doing, deed: 'visitor-left', about: id, at: guest.leftAt, words: { how: 'self' } });
    }
  }
}
