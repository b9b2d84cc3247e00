/** Who is at the front desk of a model school today: people it knows, and one whom the head expects. */
import type { Tx } from '../platform/database/index.ts';
import { fillVisits, type Reception } from '../school/visitors/index.ts';
import type { Cast } from './cast.ts';
import type { Filling } from './words.ts';

/** A volunteer is on site, a contractor has been and gone, and somebody is expected in the afternoon. */
export async function receiveVisitors(tx: Tx, { school, vocabulary, today, now }: Filling, { cast, ids }: { cast: Cast; ids: readonly string[] }): Promise<void> {
  const morning = new Date(Math.min(Date.parse(`${today}T08:50:00Z`), now.getTime() - 3_600_000));
  const head = ids[cast.offices.find(({ office }) => office === 'head')?.person ?? -1] ?? null;
  const known = (kind: string, more: Omit<Reception, 'givenName' | 'familyName' | 'person' | 'host' | 'expectedTime'>): Reception[] => {
    const member = cast.people.findIndex(({ kinds, leftOn }) => kinds.includes(kind) && leftOn === undefined);
    const person = cast.people[member];
    return person ? [{ ...more, givenName: person.givenName, familyName: person.familyName, person: ids[member]!, host: head, expectedTime: null }] : [];
  };
  await fillVisits(tx, { school, vocabulary, today }, { school: school.id, by: 'countersign', at: now }, [
    ...known('volunteer', { organisation: '', reason: 'helping', about: 'Reading with a class', cameAt: morning, leftAt: null }),
    ...known('contractor', { organisation: 'Lantern Lifts', reason: 'works', about: 'The lift', cameAt: morning, leftAt: new Date(morning.getTime() + 1_800_000) }),
    { givenName: 'Nia', familyName: 'Vale', organisation: 'County Music', reason: 'meeting', about: '', person: null, host: head, cameAt: null, leftAt: null, expectedTime: '14:00' },
  ]);
}
