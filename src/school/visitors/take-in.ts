/** Visits that are there from the start, for an invented school. */
import { write } from '../../logbook/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { sha256 } from '../../platform/ids.ts';
import type { Doing } from '../people/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { codeFrom, kindFor, namesFor, shortList } from './decisions.ts';
import type { Here } from './rules.ts';
import * as store from './store.ts';
import type { ReasonName } from './words.ts';

/** A guest of today; one whom the school knows has signed its rules before. */
export interface Reception {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
  readonly reason: ReasonName;
  readonly about: string;
  readonly person: string | null;
  readonly host: string | null;
  /** Null for one who has not come yet. */
  readonly cameAt: Date | null;
  readonly leftAt: Date | null;
  readonly expectedTime: string | null;
}

/** Writes visits of today down as they were. */
export async function fillVisits(tx: Tx, here: Here, doing: Doing, guests: readonly Reception[]): Promise<void> {
  const { rulebook } = await rulesInForce(tx, here);
  for (const [at, guest] of guests.entries()) {
    const { cameAt, leftAt, ...words } = guest;
    const kind = kindFor(guest.reason);
    const id = await store.addVisit(tx, doing.school, { ...words, day: here.today, vehicle: '', kind, expectedBy: cameAt ? null : guest.host, kiosk: null, wantsAccess: false, language: null, begunAt: cameAt }, doing.at);
    await write(tx, { ...doing, deed: cameAt ? 'visitor-arrived' : 'expect-visitor', about: id, at: cameAt ?? doing.at, words: { kind } });
    const short = shortList(rulebook.policies, namesFor(kind, here.vocabulary));
    const rulesHash = short.length === 0 ? null : sha256(short.map(rule => `${rule.policy} ${rule.clause.number} ${rule.clause.text}`).join('\n'));
    if (cameAt) await store.arrive(tx, { id, person: guest.person, code: codeFrom(Uint8Array.of(7 + at, 22, 9 + at, 20)), mark: `${guest.givenName} ${guest.familyName}`, rulesHash, at: cameAt });
    if (!leftAt) continue;
    await store.leave(tx, { id, how: 'self', at: leftAt });
    await write(tx, { ...doing, deed: 'visitor-left', about: id, at: leftAt, words: { how: 'self' } });
  }
}
