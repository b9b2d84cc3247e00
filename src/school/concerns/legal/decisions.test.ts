import { deepEqual, equal } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { settingsOn } from '../settings.ts';
import { legalDeciders, legalRule, liftingOffices, liftsAs, mayGoToLaw } from './decisions.ts';

const TODAY = '2026-11-23';
const bookOf = (pack: string) => loadRulebook(path.resolve('policies', pack)).rulebook;

test('the school goes to law for what is serious, once somebody has said that it is', () => {
  deepEqual([null, 'minor', 'ordinary', 'serious', 'very-serious'].map(severity => mayGoToLaw(severity as 'minor' | null)), [false, false, false, true, true]);
});

test('the head decides as the clause says, or where no clause does; in a case about the head whoever comes next', () => {
  deepEqual(legalRule(bookOf('day-school'), TODAY), { clause: 'day-school/staff-ict-code#legal-action', offices: ['head'] });
  deepEqual(legalRule(bookOf('village-primary'), TODAY), { clause: null, offices: ['head'] });
  const of = { holders: new Map([['head', ['h']], ['chair-of-governors', ['c']]]), settings: settingsOn([], TODAY) };
  deepEqual(legalDeciders(['head'], { ...of, about: [] }), ['head']);
  deepEqual(legalDeciders(['head'], { ...of, about: ['h'] }), ['chair-of-governors']);
});

test('a hold is lifted by a second person with another office, never by one the case is about', () => {
  const hold = { liftBy: 'p', liftOffice: 'dpo', liftAt: new Date(0), liftedAt: null, aboutKeys: ['key of x'] };
  const reader = (person: string, ...offices: string[]) => ({ person, key: `key of ${person}`, offices });
  equal(liftsAs(hold, reader('h', 'head')), 'head');
  equal(liftsAs(hold, reader('p', 'dpo', 'head')), null, 'they asked');
  equal(liftsAs(hold, reader('q', 'dpo')), null, 'the same office');
  equal(liftsAs(hold, reader('x', 'head')), null, 'it is about them');
  equal(liftsAs(hold, reader('t', 'teacher')), null);
  equal(liftsAs({ ...hold, liftAt: null }, reader('h', 'head')), null, 'nobody asks');
  equal(liftsAs({ ...hold, liftedAt: new Date(0) }, reader('h', 'head')), null, 'it is lifted already');
  deepEqual(liftingOffices(['teacher', 'dpo']), ['dpo']);
});
