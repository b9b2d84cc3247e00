import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { changesRecording, mayAskFor, personState, readsRecording, recordingState, voicesFor, weigh } from './decisions.ts';
import type { Planned, Says, Voice } from './words.ts';

const rulesOf = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;
const DAY = '2026-12-03';
const planned = (who: readonly string[], more: Partial<Planned> = {}): Planned => ({ who, kind: 'video', owner: 'school', device: 'camera', purpose: 'teaching', facts: {}, ...more });
const word = (voice: Voice, says: Says, minute: number, by = 'me') => ({ voice, says, by, at: new Date(Date.UTC(2026, 10, 23, 10, minute)) });

test('a private phone among the children forbids a recording before anybody is asked, with the clause', () => {
  const phone = weigh(rulesOf('prep-school'), planned(['teacher', 'staff'], { owner: 'personal', device: 'phone', facts: { moment: 'lesson' } }), DAY);
  deepEqual(phone, { kind: 'forbidden', because: ['prep-school/mobile-devices#no-calls-with-children'] });
});

test('with the school’s own camera nothing forbids it once everybody agrees; a device of one’s own may need an office too', () => {
  const own = weigh(rulesOf('prep-school'), planned(['teacher', 'staff']), DAY);
  equal(own.kind === 'open' && own.because.includes('prep-school/mobile-devices#agree-to-recording'), true);
  const camera = weigh(rulesOf('academy-trust'), planned(['teacher', 'staff'], { owner: 'personal' }), DAY);
  deepEqual(camera.kind === 'open' && [camera.offices, camera.asks], [[['head']], ['photograph-pupils']]);
});

test('a pupil asks only where a rule lets pupils record; staff also where the rules are silent', () => {
  const pupil = ['pupil-senior', 'pupil'];
  deepEqual(['prep-school', 'village-primary', 'academy-trust'].map(pack => mayAskFor(rulesOf(pack), pupil, DAY)), [true, false, false]);
  equal(mayAskFor(rulesOf('village-primary'), ['teacher', 'staff'], DAY), true);
});

test('a parent is asked beside a pupil below the year that the school has set, and wherever the year is not known', () => {
  const years = ['Reception', 'Year 3', 'Year 7', 'Year 8'];
  const asks = (yearGroup: string | null, fromYear: string | null | undefined) => voicesFor({ pupil: true, yearGroup }, { years, ownWord: fromYear === undefined ? null : { fromYear } });
  deepEqual(asks('Year 3', 'Year 7'), { ownWord: true, parentWord: true });
  deepEqual(asks('Year 7', 'Year 7'), { ownWord: true, parentWord: false });
  for (const unknown of [asks(null, 'Year 7'), asks('Year 8', undefined), asks('Year 8', null), asks('Year 12', 'Year 7')]) equal(unknown.parentWord, true);
  deepEqual(voicesFor({ pupil: false, yearGroup: null }, { years, ownWord: null }), { ownWord: true, parentWord: false });
});

test('to say nothing is not to agree: whoever has not answered keeps a recording from being made', () => {
  const both = { ownWord: true, parentWord: true };
  equal(personState(both, []), 'waits');
  equal(personState(both, [word('own', 'yes', 1)]), 'waits');
  equal(personState(both, [word('own', 'yes', 1), word('parent', 'yes', 2, 'mum')]), 'yes');
  equal(recordingState({ onDay: DAY, calledOffOn: null, goneOn: null }, ['yes', 'waits'], { today: DAY }), 'waits');
  equal(recordingState({ onDay: DAY, calledOffOn: null, goneOn: null }, [], { today: DAY }), 'nobody');
});

test('one no leaves somebody out, a yes can be taken back, and where every parent must agree one is not enough', () => {
  const child = { ownWord: true, parentWord: true };
  const yes = [word('own', 'yes', 1), word('parent', 'yes', 2, 'mum')];
  equal(personState(child, [...yes, word('own', 'no', 3)]), 'leave-out');
  equal(personState(child, [...yes, word('parent', 'no', 3, 'dad')]), 'leave-out');
  equal(personState(child, [word('own', 'no', 0), ...yes]), 'yes');
  equal(personState(child, yes, ['mum', 'dad']), 'waits');
  equal(personState(child, [...yes, word('parent', 'yes', 3, 'dad')], ['mum', 'dad']), 'yes');
});

test('a recording is agreed for its own day and no later, and not while an office has still to say yes', () => {
  const recording = { onDay: DAY, calledOffOn: null, goneOn: null };
  const state = (people: ('yes' | 'leave-out')[], today: string, officeOpen = false) => recordingState(recording, people, { today, officeOpen });
  deepEqual([state(['yes', 'leave-out'], DAY), state(['leave-out'], DAY), state(['yes'], '2026-12-04'), state(['yes'], DAY, true)], ['agreed', 'nobody-left', 'over', 'office']);
  deepEqual([recordingState({ ...recording, calledOffOn: DAY }, ['yes'], { today: DAY }), recordingState({ ...recording, goneOn: DAY }, ['yes'], { today: DAY })], ['called-off', 'gone']);
});

test('a recording is for whoever asked and those who look after recordings; only the asker changes it', () => {
  const recording = { askedBy: 'a', calledOffOn: null, goneOn: null, erasedAt: null, onDay: DAY };
  const reads = (person: string | null, offices: string[] = []) => readsRecording(recording, { person, offices });
  deepEqual([reads('a'), reads('h', ['head']), reads('d', ['dsl']), reads('b'), reads(null, ['head'])], [true, true, true, false, false]);
  deepEqual([changesRecording(recording, { person: 'a', offices: [] }, DAY), changesRecording(recording, { person: 'h', offices: ['head'] }, DAY), changesRecording(recording, { person: 'a', offices: [] }, '2026-12-04')], [true, false, false]);
});
