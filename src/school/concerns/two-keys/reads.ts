/** What waits for a second office. */
import type { Tx } from '../../../platform/database/index.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { namesOf } from '../../people/index.ts';
import * as concerns from '../store.ts';
import type { Asking } from '../words.ts';
import { mayAgree } from './decisions.ts';
import type { OpeningLine } from './pages.tsx';
import { waitingOpenings } from './store.ts';
import type { OpeningWords } from './words.ts';

export async function waitingFor(tx: Tx, { reader, lock, now }: Asking): Promise<OpeningLine[]> {
  const openings = (await waitingOpenings(tx, { key: lock.keyOf(reader.person!), person: reader.person!, now })).filter(one => mayAgree(one, reader) !== null);
  const names = await namesOf(tx, [...new Set(openings.map(one => one.askedBy))]);
  const lines = [];
  for (const one of openings) {
    const concern = await concerns.findConcern(tx, one.concern);
    lines.push({ id: one.id, code: concern?.code ?? '', by: names.get(one.askedBy) ?? 'Somebody who is forgotten', reason: lock.openOr<OpeningWords>(one.locked, one.id, { reason: SHUT }).reason, at: one.askedAt, lapsesAt: one.lapsesAt });
  }
  return lines;
}
