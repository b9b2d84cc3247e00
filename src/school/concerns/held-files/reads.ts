/** Which held files wait for a second office. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { namesOf } from '../../people/index.ts';
import { settingsNow } from '../deeds/route.ts';
import { mayAgree } from '../two-keys/decisions.ts';
import type { Asking } from '../words.ts';
import { waitingReleases } from './store.ts';
import type { ReleaseWords } from './words.ts';

export { mayTake } from './store.ts';

export interface ReleaseLine {
  readonly id: string;
  readonly code: string;
  readonly by: string;
  readonly words: ReleaseWords;
  readonly at: Date;
}

const HOUR_MS = 3_600_000;

export async function releasesFor(tx: Tx, { reader, lock, now, today }: Asking): Promise<ReleaseLine[]> {
  const { openingHours } = await settingsNow(tx, today);
  const waiting = await waitingReleases(tx, { key: lock.keyOf(reader.person!), person: reader.person!, since: new Date(now.getTime() - openingHours * HOUR_MS) });
  const mine = waiting.filter(one => one.askedBy !== null && mayAgree({ askedBy: one.askedBy, askedOffice: one.askedOffice }, reader) !== null);
  const names = await namesOf(tx, [...new Set(mine.flatMap(one => one.askedBy ?? []))]);
  return mine.map(one => ({ id: one.id, code: one.code, by: names.get(one.askedBy!) ?? 'Somebody who is forgotten', words: lock.openOr<ReleaseWords>(one.locked, one.id, { reason: SHUT, reference: '' }), at: one.askedAt }));
}
