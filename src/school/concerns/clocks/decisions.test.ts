import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook, loadWords } from '../../../packs/index.ts';
import { clocksFor, endOfDay, leftOf, momentAfter, warningsDue } from './decisions.ts';
import type { ClockRule } from './words.ts';

const at = (text: string) => new Date(text);
const { standards } = loadWords('policies');
const RULES: ClockRule[] = [{ clock: 'breach', kind: 'report-data-breach', warnBefore: ['48 hours', '24 hours'], since: '2018-05-25', until: null }, { clock: 'data-complaint', kind: 'complain-image-misuse', warnBefore: ['7 days'], since: '2026-06-19', until: null }];
const clocks = (pack: string, kind: string, acts: string[], today = '2026-11-23') => clocksFor({ rulebook: loadRulebook(`policies/${pack}`).rulebook, standards, rules: RULES, kind, acts, today });

test('the 72 hours run through the weekend, to the minute', () => {
  equal(momentAfter(at('2026-11-20T15:30:00Z'), '72 hours')!.toISOString(), '2026-11-23T15:30:00.000Z');
});

test('days and months end with their day in London, summer and winter', () => {
  equal(momentAfter(at('2026-11-23T10:00:00Z'), '30 days')!.toISOString(), '2026-12-23T23:59:59.000Z');
  equal(momentAfter(at('2026-06-30T10:00:00Z'), '1 month')!.toISOString(), '2026-07-30T22:59:59.000Z');
  equal(momentAfter(at('2026-01-31T10:00:00Z'), '1 month')!.toISOString(), '2026-02-28T23:59:59.000Z');
  equal(endOfDay('2026-08-01').toISOString(), '2026-08-01T22:59:59.000Z');
  equal(momentAfter(at('2026-11-23T10:00:00Z'), 'at once'), null);
});

test('a school day after Friday is Monday', () => {
  equal(momentAfter(at('2026-11-20T15:30:00Z'), '1 school day')!.toISOString(), '2026-11-23T23:59:59.000Z');
});

test('a breach at the trust starts one clock: that of the law, with the clause that says it too', () => {
  const [clock, ...more] = clocks('academy-trust', 'report-data-breach', ['report-data-breach', 'handle-breach']);
  deepEqual(more, []);
  deepEqual([clock!.clock, clock!.span, clock!.clauses, clock!.source], ['breach', '72 hours', ['academy-trust/acceptable-use#after-a-breach'], 'UK GDPR Article 33']);
});

test('a school whose rules say nothing of breaches has the clock of the law all the same', () => {
  deepEqual(clocks('village-primary', 'report-data-breach', ['report-data-breach', 'handle-breach']).map(one => [one.clock, one.clauses]), [['breach', []]]);
});

test('the duty to acknowledge a complaint holds from the day it came into force', () => {
  deepEqual(clocks('village-primary', 'complain-image-misuse', ['complain-image-misuse'], '2026-06-18'), []);
  deepEqual(clocks('village-primary', 'complain-image-misuse', ['complain-image-misuse'], '2026-06-19').map(one => one.span), ['30 days']);
});

test('the prep school’s own clock for a report of bullying is the next school day', () => {
  deepEqual(clocks('prep-school', 'handle-bullying', ['handle-bullying']).map(one => [one.clock, one.span, one.clauses]), [['first-step', '1 school day', ['prep-school/cyberbullying#find-out-fast']]]);
});

test('warnings fall due one after another, and once more when the time is over', () => {
  const clock = { dueAt: at('2026-11-23T15:30:00Z'), warnBefore: ['48 hours', '24 hours', '6 hours'] };
  deepEqual(['2026-11-21T15:29:00Z', '2026-11-21T15:30:00Z', '2026-11-22T16:00:00Z', '2026-11-23T09:30:00Z', '2026-11-23T15:31:00Z'].map(now => warningsDue(clock, at(now))), [0, 1, 2, 3, 4]);
});

test('what is left is told in days while there are many, then in hours', () => {
  deepEqual(leftOf(at('2026-12-23T23:59:59Z'), at('2026-11-23T10:00:00Z')), { unit: 'days', count: 30 });
  deepEqual(leftOf(at('2026-11-23T15:30:00Z'), at('2026-11-22T10:00:00Z')), { unit: 'hours', count: 29 });
  deepEqual(leftOf(at('2026-11-20T15:30:00Z'), at('2026-11-22T15:30:00Z')), { unit: 'hours', count: -48 });
});
