import { deepEqual, equal } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook, loadWords } from '../../../packs/index.ts';
import { custodians, dueDay, isOverdue, isToErase, lastOfWeek, limitOf, mayHandle, mayStrike, mayTakeBack, phaseOf, remindsOn, seesWhither, seesWhy, settingsOn, takeable, weighTaking, type TakeAsk } from './decisions.ts';
import { after } from './states.ts';
import { STANDINGS } from './words.ts';

const bookOf = (pack: string) => loadRulebook(path.resolve('policies', pack)).rulebook;
const { vocabulary } = loadWords('policies');
const TODAY = '2026-11-23';
const prep = bookOf('prep-school');
const taking = (more: Partial<TakeAsk> = {}): TakeAsk => ({ who: ['teacher', 'staff'], kind: 'phone', place: 'school-site', phase: 'middle', facts: {}, permissions: [], on: TODAY, ...more });

test('a phone is taken by any member of staff on the school’s site, supply staff too, under its clause', () => {
  deepEqual(weighTaking(prep, taking({ place: 'grounds' })), { kind: 'yes', because: ['prep-school/mobile-devices#take-a-phone'] });
  equal(weighTaking(prep, taking({ who: ['supply', 'staff'] })).kind, 'yes');
  equal(weighTaking(prep, taking({ place: 'off-site' })).kind, 'silent');
});

test('a tablet is taken from a pupil of the senior school, and not from one of the middle school', () => {
  deepEqual(weighTaking(prep, taking({ kind: 'tablet', phase: 'senior' })), { kind: 'yes', because: ['prep-school/mobile-devices#take-a-tablet'] });
  equal(weighTaking(prep, taking({ kind: 'tablet' })).kind, 'silent');
  const unknown = weighTaking(prep, taking({ kind: 'tablet', phase: null }));
  deepEqual(unknown.kind === 'unclear' && unknown.missing, ['phase']);
});

test('what a reader may take is what the rules name: phones and tablets at the prep school, nothing where they say nothing', () => {
  const ask = { who: ['teacher', 'staff'], permissions: [], on: TODAY };
  deepEqual(takeable(prep, vocabulary, ask), ['phone', 'tablet']);
  deepEqual(takeable(prep, vocabulary, { ...ask, who: ['parent'] }), []);
  for (const pack of ['village-primary', 'town-school', 'day-school', 'academy-trust']) deepEqual(takeable(bookOf(pack), vocabulary, ask), [], pack);
});

test('the part of the school is read from a pupil’s own place, the narrowest first', () => {
  equal(phaseOf({ yearGroup: 'Year 9', phase: 'Senior school' }, vocabulary), 'senior');
  equal(phaseOf({ yearGroup: 'Year 5', phase: 'Middle school' }, vocabulary), 'middle');
  equal(phaseOf({ yearGroup: 'Year 2', phase: 'Key Stage 1' }, vocabulary), 'year-2');
  equal(phaseOf({ yearGroup: 'Reception', phase: 'Early Years' }, vocabulary), 'early-years');
  equal(phaseOf({ yearGroup: 'Year 9', phase: 'Lower school' }, vocabulary), null);
  equal(phaseOf(null, vocabulary), null);
});

test('it goes back on the day the school set, never later than the rule allows, and later only where that was decided', () => {
  deepEqual(limitOf(prep, TODAY), { clause: 'prep-school/mobile-devices#give-it-back', days: 0, schoolDays: false });
  equal(limitOf(bookOf('village-primary'), TODAY), null);
  equal(dueDay({ today: TODAY, set: '2026-11-27', limit: TODAY, decided: null }), TODAY);
  equal(dueDay({ today: TODAY, set: '2026-11-27', limit: null, decided: null }), '2026-11-27');
  equal(dueDay({ today: TODAY, set: TODAY, limit: TODAY, decided: '2026-11-30' }), '2026-11-30');
  equal(dueDay({ today: TODAY, set: TODAY, limit: TODAY, decided: '2026-11-20' }), TODAY);
  equal(lastOfWeek('2026-11-25', day => day <= '2026-11-26'), '2026-11-26');
  equal(lastOfWeek('2026-11-29', () => false), '2026-11-29');
});

test('the school’s own settings are dated: the newest that has begun counts', () => {
  deepEqual(settingsOn([], TODAY), { back: 'same-day', schoolDays: 1, to: 'pupil', strikeMinutes: 15, keepMonths: 12 });
  const rows = [{ name: 'to', since: '2026-12-01', value: 'pupil' }, { name: 'to', since: '2026-11-01', value: 'parent' }];
  deepEqual([settingsOn(rows, TODAY).to, settingsOn(rows, '2026-12-01').to], ['parent', 'pupil']);
});

test('any member of staff gives it back where the rule says so; else whoever holds it and the office that the rule names', () => {
  equal(custodians(prep, TODAY), null);
  const [teacher, parent] = [{ person: 't', kinds: ['staff'], offices: [] }, { person: 'p', kinds: ['parent'], offices: [] }];
  deepEqual([mayHandle({ holder: 'x' }, teacher, null), mayHandle({ holder: 'x' }, parent, null)], [true, false]);
  deepEqual([mayHandle({ holder: 'x' }, teacher, [['head']]), mayHandle({ holder: 't' }, teacher, [['head']]), mayHandle({ holder: 'x' }, { ...teacher, offices: ['head'] }, [['head']])], [false, true, true]);
});

test('why it was taken is for those it went through and those who answer for it; whither it was handed on for fewer still', () => {
  const [entry, nobody] = [{ takenBy: 'a', holder: 'b' }, { person: 'z', kinds: ['staff'], offices: [] }];
  deepEqual([seesWhy(entry, [], { ...nobody, person: 'a' }), seesWhy(entry, ['c'], { ...nobody, person: 'c' }), seesWhy(entry, [], nobody), seesWhy(entry, [], { ...nobody, offices: ['head'] })], [true, true, false, true]);
  deepEqual([seesWhither('a', { ...nobody, person: 'a' }), seesWhither('a', { ...nobody, offices: ['head'] }), seesWhither('a', { ...nobody, offices: ['dsl'] })], [true, false, true]);
});

test('a wrong entry is struck out by whoever wrote it within minutes, and not once it went on', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const entry = { state: 'held' as const, takenBy: 'a', takenAt: at };
  const later = (minutes: number) => ({ now: new Date(at.getTime() + minutes * 60_000), minutes: 15 });
  const back = { state: 'returned' as const, endedAt: at };
  deepEqual([mayTakeBack(back, 'a', 'a', later(15)), mayTakeBack(back, 'a', 'a', later(16)), mayTakeBack(back, 'a', 'b', later(1)), mayTakeBack({ ...back, state: 'held' }, 'a', 'a', later(1))], [true, false, false, false]);
  deepEqual([mayStrike(entry, 'a', later(15)), mayStrike(entry, 'a', later(16)), mayStrike(entry, 'b', later(1)), mayStrike({ ...entry, state: 'returned' }, 'a', later(1))], [true, false, false, false]);
});

test('on its day it is not overdue; after it, whoever holds it is reminded once a day', () => {
  const entry = { state: 'held' as const, dueOn: TODAY, remindedOn: null };
  deepEqual([isOverdue(entry, TODAY), remindsOn(entry, '2026-11-24'), remindsOn({ ...entry, remindedOn: '2026-11-24' }, '2026-11-24'), remindsOn({ ...entry, state: 'returned' }, '2026-11-24')], [false, true, false, false]);
});

test('no move throws a device away, and what was struck out stays so', () => {
  deepEqual([after('held', 'returned-to-pupil'), after('held', 'struck'), after('handed-on', 'came-back'), after('handed-on', 'struck'), after('returned', 'not-returned'), after('struck', 'returned-to-pupil')], ['returned', 'struck', 'held', null, 'held', null]);
  equal(STANDINGS.some(standing => /dispos|destroy|sold/.test(standing)), false);
});

test('what is done with is erased after as many months as the school keeps it; what is held never', () => {
  deepEqual([isToErase({ endedAt: new Date('2025-11-23T12:00:00Z') }, { keepMonths: 12 }, TODAY), isToErase({ endedAt: new Date('2025-11-24T12:00:00Z') }, { keepMonths: 12 }, TODAY), isToErase({ endedAt: null }, { keepMonths: 1 }, TODAY)], [true, false, false]);
});
