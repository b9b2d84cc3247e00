/** Who is at the front desk of a model school today: people it knows, and a parent whom the head expects. */
import type { Tx } from '../platform/database/index.ts';
import { fillVisits, type Reception } from '../school/visitors/index.ts';
import type { Cast } from './cast.ts';
import type { Filling } from './words.ts';

/** A volunteer is on site, a contractor has been and gone, and a parent is expected in the afternoon. */
export async function receiveVisitors(tx: Tx, { school, vocabulary, today, now }: Filling, { cast, ids }: { cast: Cast; ids: readonly string[] }): Promise<void> {
  const morning = new Date(Math.min(Date.parse(`${today}T08:50:00Z`), now.getTime() - 3_600_000));
  const head = ids[cast.offices.find(({ office }) => office === 'head')?.person ?? -1] ?? null;
  const known = (kind: string, more: Pick<Reception, 'reason' | 'cameAt' | 'leftAt' | 'expectedTime'>): Reception[] => {
    const member = cast.people.findIndex(({ kinds, leftOn }) => kinds.includes(kind) && leftOn === undefined);
    const person = cast.people[member];
    return person ? [{ ...more, organisation: '', about: '', givenName: person.givenName, familyName: person.familyName, person: more.cameAt ? ids[member]! : null, host: head }] : [];
  };
  await fillVisits(tx, { school, vocabulary, today }, { school: school.id, by: 'countersign', at: now }, [
    ...known('volunteer', { reason: 'helping', cameAt: morning, leftAt: null, expectedTime: null }),
    ...known('contractor', { reason: 'works', cameAt: morning, leftAt: new Date(morning.getTime() + 1_800_000), expectedTime: null }),
    ...known('parent', { reason: 'meeting', cameAt: null, leftAt: null, expectedTime: '14:00' }),
  ]);
}
