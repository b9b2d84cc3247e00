/** Who may bring a phone today, and who may go up to pupils or take their pictures: for whoever stands at the gate. */
import type { Tx } from '../../../platform/database/index.ts';
import { fullName, listPeople } from '../../people/index.ts';
import { linesOf, type Looking } from '../register/reads.ts';
import { listEntries } from '../register/store.ts';
import type { Line } from '../register/words.ts';
import { AT_THE_GATE, countsOn } from './decisions.ts';

export interface GateLine extends Line {
  readonly class: string;
}

const MOST = 3_000;

/** The permissions that count today, people by name and groups first. Conditions and end come along; reasons stay in the register. */
export async function gateLines(tx: Tx, looking: Looking): Promise<GateLine[]> {
  const { now, today } = looking;
  const entries = (await listEntries(tx, { sees: { all: true }, now, today, states: ['live', 'coming'], acts: AT_THE_GATE, search: '', searchActs: [], searchHolders: [], sort: 'until', descending: false, limit: MOST, offset: 0 }))
    .filter(one => countsOn(one, { now, today }));
  const holders = [...new Set(entries.flatMap(one => one.holder ?? []))];
  const people = new Map((holders.length === 0 ? [] : await listPeople(tx, { day: today, ids: holders, limit: holders.length })).map(one => [one.id, one]));
  const lines = await linesOf(tx, looking, entries);
  return lines.flatMap(line => {
    const person = line.holder === null ? null : people.get(line.holder);
    // Why: somebody who has left is not expected.
    if (person === undefined) return [];
    return [{ ...line, name: person === null ? null : fullName(person), class: person?.place?.class ?? '' }];
  }).sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'en-GB'));
}
