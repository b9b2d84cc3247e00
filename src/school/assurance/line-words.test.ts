import { equal } from 'node:assert/strict';
import test from 'node:test';
import { pack } from '../../../tests/rulebook/build.ts';
import { lineWords } from './line-words.ts';

const book = pack('village-primary');
const rosa = '018f0000-0000-7000-8000-000000000001';
const said = (words: Record<string, string>) => lineWords(words, book, new Map([[rosa, 'Rosa Lind']]));

test('the logbook names what was granted, and to whom, in the words of the rules', () => {
  equal(said({ act: 'use-personal-device', holder: rosa }), 'use my own device for school, Rosa Lind');
});

test('a policy stands in the logbook by its title, with what its numbers count', () => {
  equal(said({ people: '29', policy: 'staff-code', edition: '1' }), 'people: 29, ICT code for staff, governors and visitors, edition: 1');
});

test('a day is a day in words, offices and things have their titles, and ids and seals are left out', () => {
  equal(said({ until: '2026-11-22', by: 'ict-lead', device: 'phone', id: '018f0000-0000-7000-8000-000000000002', text: 'a'.repeat(64) }), '22 November 2026, the head of IT, a phone');
});

test('what somebody wrote stays as it was written', () => {
  equal(said({ stages: 'The head looks into it; the chair looks again', list: 'mail, learning-platform' }), 'The head looks into it; the chair looks again, mail, learning platform');
});
