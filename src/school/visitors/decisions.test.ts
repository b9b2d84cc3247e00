import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadWords, readPackTexts } from '../../packs/index.ts';
import { read, type Policy } from '../../rulebook/index.ts';
import { asksGuest, beforeAccess, codeFrom, guestKinds, hostOf, keyOf, namesFor, shortList, staffKinds, stateOf, tidyCode, toSign } from './decisions.ts';
import { settingsOn } from './words.ts';

const { vocabulary } = loadWords('policies');
const policiesOf = (pack: string): Policy[] => readPackTexts(`policies/${pack}`).policies.flatMap(({ file, text }) => read(text, file, vocabulary).policy ?? []);
const visitor = namesFor('visitor', vocabulary);
const ids = (policies: readonly Policy[]): string[] => policies.map(policy => policy.id).sort();

test('the village primary asks every visitor to sign its code, whether they use the wifi or not', () => {
  const policies = policiesOf('village-primary');
  deepEqual(ids(toSign(policies, visitor, false)), ['staff-code']);
  deepEqual(ids(toSign(policies, namesFor('contractor', vocabulary), false)), ['staff-code']);
});

test('the trust asks visitors and volunteers to sign only once they are given access', () => {
  const policies = policiesOf('academy-trust');
  for (const kind of ['visitor', 'volunteer']) {
    deepEqual(ids(toSign(policies, namesFor(kind, vocabulary), false)), []);
    deepEqual(ids(toSign(policies, namesFor(kind, vocabulary), true)), ['acceptable-use']);
  }
  equal(asksGuest(policies[0]!, namesFor('supply', vocabulary)), 'always', 'staff sign before they start');
  equal(asksGuest(policies[0]!, ['governor']), 'always');
});

test('the prep school gives every guest its rules on phones, and its code to those who use the network', () => {
  const policies = policiesOf('prep-school');
  deepEqual(ids(toSign(policies, visitor, false)), ['mobile-devices']);
  deepEqual(ids(toSign(policies, visitor, true)), ['mobile-devices', 'staff-code']);
  deepEqual(ids(beforeAccess(policies, visitor)), ['mobile-devices', 'staff-code']);
});

test('a school whose rules bind staff alone asks a visitor for nothing, and gives no code for the wifi on nothing', () => {
  for (const pack of ['town-school', 'day-school']) {
    deepEqual(toSign(policiesOf(pack), visitor, true), []);
    deepEqual(beforeAccess(policiesOf(pack), visitor), []);
    deepEqual(shortList(policiesOf(pack), visitor), []);
  }
});

test('the short list holds at most eight clauses in their own words, phones first, and none that only explains', () => {
  for (const pack of ['village-primary', 'academy-trust', 'prep-school']) {
    const short = shortList(policiesOf(pack), visitor);
    ok(short.length > 2 && short.length <= 8, `${pack}: ${short.length}`);
    ok(short[0]!.clause.rules.some(rule => ['use-phone', 'carry-personal-device', 'photograph-pupils'].includes(rule.subject)), pack);
    ok(short.every(rule => rule.clause.rules.some(one => !['info', 'means', 'may'].includes(one.verb))));
    ok(short.every(rule => rule.clause.text.split(/\s+/).length <= 45));
  }
});

test('a host is found by three letters or more, and several of the name are shown to choose from', () => {
  deepEqual(hostOf('', []), { ok: true, host: null });
  equal((hostOf('Wi', ['a']) as { why: string }).why, 'short');
  equal((hostOf('Wilk', []) as { why: string }).why, 'nobody');
  deepEqual(hostOf('Wilk', ['a']), { ok: true, host: 'a' });
  deepEqual(hostOf('Wilk', ['a', 'b']), { ok: false, why: 'which', among: ['a', 'b'] });
  deepEqual(hostOf('Wil', ['a', 'b', 'c', 'd', 'e', 'f']), { ok: false, why: 'many', among: [] });
});

test('where a visit stands follows from its moments', () => {
  const at = new Date('2026-11-23T09:00:00Z');
  const visit = { begunAt: null, arrivedAt: null, leftAt: null, cancelledAt: null };
  deepEqual([visit, { ...visit, begunAt: at }, { ...visit, begunAt: at, arrivedAt: at }, { ...visit, begunAt: at, arrivedAt: at, leftAt: at }, { ...visit, cancelledAt: at }].map(stateOf), ['expected', 'begun', 'on-site', 'left', 'cancelled']);
});

test('names and organisations are the same whatever their capitals, accents and marks', () => {
  equal(keyOf('  Zoë  O’Brien '), keyOf('zoe o brien'));
  ok(keyOf('Jo Ash') !== keyOf('Joe Ash'));
});

test('a code has no letter or figure that is mistaken for another, and is read however it is typed', () => {
  const code = codeFrom(Uint8Array.from({ length: 256 }, (_, at) => at));
  ok(!/[01OIQSZ258BG]/.test(code));
  equal(tidyCode(' k7-m4 '), 'K7M4');
});

test('the front desk never finds a pupil or a parent, and hosts are those who work here', () => {
  const guests = guestKinds(vocabulary);
  ok(['visitor', 'contractor', 'volunteer', 'photographer', 'governor', 'supply'].every(kind => guests.includes(kind)));
  ok(!guests.some(kind => kind.startsWith('pupil') || kind === 'parent' || kind === 'teacher'));
  ok(staffKinds(vocabulary).includes('teacher') && !staffKinds(vocabulary).includes('governor'));
});

test('the periods of visiting are dated data', () => {
  ok(settingsOn('2026-11-23').keepVisitsDays >= 30);
  equal(settingsOn('1999-01-01').from, '2000-01-01');
});
