import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { isOwed, lastSaid, owed, toldOfAnother } from './decisions.ts';
import type { FileState, Leaver } from './words.ts';

const leaver = (name: string, dueOn: string, state: FileState | null): Leaver => ({ id: name, name, leftOn: '2026-11-20', dueOn, last: state === null ? null : { state, day: '2026-11-21', text: '' } });

test('a child’s file is owed until its receipt came back, or somebody said why nothing is owed', () => {
  deepEqual([null, 'packed', 'received', 'not-needed'].map(state => isOwed(leaver('Ayo', '2026-11-27', state as FileState | null))), [true, true, false, false]);
});

test('what falls due first stands at the head', () => {
  deepEqual(owed([leaver('Bea', '2026-11-27', 'packed'), leaver('Cai', '2026-11-25', null), leaver('Dot', '2026-11-20', 'received')]).map(one => one.name), ['Cai', 'Bea']);
});

test('what was said of an earlier leaving does not count for a later one', () => {
  const row = (day: string, at: string) => ({ day, at: new Date(at), state: 'packed' as const });
  const early = row('2024-07-19', '2024-07-19T10:00:00Z');
  equal(lastSaid([early], '2026-11-20'), null);
  deepEqual(lastSaid([early, row('2026-11-18', '2026-11-18T10:00:00Z')], '2026-11-20'), row('2026-11-18', '2026-11-18T10:00:00Z'));
});

test('what a child told about somebody else belongs to the other one’s file, and what happened to them to their own', () => {
  const told = (harmed: string[], ofFriend: boolean, reporter: string | null = 'ivy') => toldOfAnother({ child: 'ivy', reporter, harmed, ofFriend });
  deepEqual([told(['aaliyah'], false), told([], true), told([], false), told(['ivy', 'aaliyah'], true), told(['aaliyah'], true, 'a teacher'), told([], false, null)], [true, true, false, false, false, false]);
});
