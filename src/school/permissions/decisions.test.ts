import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { belongs, isForOneUse, mayBecome, outcomeOf, stateOf, untilOf, whoDecides } from './decisions.ts';

const holders = [
  { office: 'head', person: 'Hana' }, { office: 'deputy-head', person: 'Dev' }, { office: 'deputy-head', person: 'cover' },
  { office: 'network-manager', person: 'Nell' }, { office: 'chair-of-governors', person: 'Chas' },
];
const people = (groups: string[][], not: string[], more = {}) => whoDecides(groups, { holders, not, ...more }).map(group => group.map(seat => `${seat.person} for ${seat.office} as ${seat.as}`));

test('any one of a group decides, cover included, and each group has to', () => {
  deepEqual(people([['head', 'deputy-head'], ['network-manager']], ['Tess']), [['Hana for head as head', 'Dev for deputy-head as deputy-head', 'cover for deputy-head as deputy-head'], ['Nell for network-manager as network-manager']]);
});

test('nobody decides their own request: what is left to nobody falls to the head, and the head’s own to the chair of governors', () => {
  deepEqual(people([['network-manager']], ['Nell']), [['Hana for network-manager as head']]);
  deepEqual(people([['head']], ['Hana']), [['Chas for head as chair-of-governors']]);
  deepEqual(people([['head', 'deputy-head']], ['Hana']), [['Dev for deputy-head as deputy-head', 'cover for deputy-head as deputy-head']]);
  deepEqual(people([['dpo']], ['Tess']), [['Hana for dpo as head']]);
});

test('where a text names nobody the office decides that the school has put there, and a file is its owner’s', () => {
  deepEqual(people([['unassigned']], ['Tess'], { sheet: { unassigned: 'office:deputy-head' } })[0]?.[0], 'Dev for unassigned as deputy-head');
  deepEqual(people([['file-owner']], ['Tess'], { personal: new Map([['file-owner', ['Omar']]]) }), [['Omar for file-owner as file-owner']]);
  deepEqual(people([['file-owner']], ['Tess'], { personal: new Map([['file-owner', ['Tess']]]) }), [['Hana for file-owner as head']]);
});

test('what nobody opens is handed on to the head, and then to the chair of governors', () => {
  const after = (groups: string[][], handedOn: number) => people(groups, ['Tess'], { handedOn })[0]!.map(seat => seat.split(' ')[0]);
  deepEqual([0, 1, 2, 9].map(n => after([['network-manager']], n)), [['Nell'], ['Nell', 'Hana'], ['Nell', 'Hana', 'Chas'], ['Nell', 'Hana', 'Chas']]);
  deepEqual(after([['head']], 1), ['Hana', 'Chas']);
});

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const says = (what: 'grant' | 'refuse' | 'ask-back' | 'undo', office: string, hour: number) => ({ says: what, office, at: at(hour) });

test('one yes of each group is a yes, one no is a no, and of an office the newest word counts', () => {
  const both = [['head', 'deputy-head'], ['network-manager']];
  equal(outcomeOf(both, [says('grant', 'deputy-head', 9)], at(8)).says, 'waits');
  deepEqual(outcomeOf(both, [says('grant', 'deputy-head', 9)], at(8)).open, [['network-manager']]);
  deepEqual(outcomeOf(both, [says('grant', 'deputy-head', 9), says('grant', 'network-manager', 10)], at(8)), { says: 'yes', offices: ['deputy-head', 'network-manager'], open: [] });
  equal(outcomeOf(both, [says('grant', 'head', 9), says('refuse', 'network-manager', 10)], at(8)).says, 'no');
  equal(outcomeOf(both, [says('refuse', 'head', 9), says('undo', 'head', 10)], at(8)).says, 'waits');
  equal(outcomeOf([['head']], [says('grant', 'head', 9)], at(10)).says, 'waits');
});

const permission = { startsAt: at(8), endsAt: at(16), waitsFor: null, evidenceUntil: null };
const turn = (what: 'suspended' | 'restored' | 'carried-out' | 'withdrawn' | 'given-up' | 'reminded', hour: number) => ({ turn: what, at: at(hour) });

test('a permission counts from its beginning to its end, and not while it waits or is suspended', () => {
  deepEqual([7, 8, 15, 16].map(hour => stateOf(permission, [], at(hour))), ['coming', 'live', 'live', 'expired']);
  equal(stateOf({ ...permission, waitsFor: 'install' }, [], at(9)), 'waiting');
  equal(stateOf({ ...permission, waitsFor: 'install' }, [turn('carried-out', 9)], at(9)), 'live');
  equal(stateOf(permission, [turn('suspended', 9), turn('reminded', 10)], at(11)), 'suspended');
  equal(stateOf(permission, [turn('suspended', 9), turn('restored', 10)], at(11)), 'live');
  equal(stateOf({ ...permission, evidenceUntil: '2026-11-22' }, [], at(9)), 'suspended');
  equal(stateOf({ ...permission, evidenceUntil: '2026-11-23' }, [], at(9)), 'live');
  equal(stateOf(permission, [turn('given-up', 9)], at(10)), 'given-up');
  equal(stateOf(permission, [turn('withdrawn', 9), turn('restored', 10)], at(11)), 'withdrawn');
  equal(stateOf(permission, [turn('withdrawn', 12)], at(11)), 'live');
});

test('a yes lasts as long as its rule says, its first day included', () => {
  const last = (lasts: string) => untilOf({ attributes: { lasts } }, '2026-11-23');
  deepEqual(['1 day', '2 weeks', '1 month', '1 year'].map(last), ['2026-11-23', '2026-12-06', '2026-12-22', '2027-11-22']);
  equal(untilOf({ attributes: {} }, '2026-11-23'), null);
});

test('a group is those of its kind, class and trip, and a group that names nothing is nobody', () => {
  const child = { kinds: ['pupil-ks1', 'pupil'], class: 'Willow', trips: ['farm'] };
  deepEqual([{ kinds: ['pupil'] }, { class: 'Willow' }, { trip: 'farm', kinds: ['staff'] }, { class: 'Oak' }, {}].map(group => belongs(group, child)), [true, true, false, false, false]);
});

test('a decision opens again only by being undone, and what was taken back stays so', () => {
  deepEqual([mayBecome('asked', 'granted'), mayBecome('asked-back', 'asked'), mayBecome('granted', 'asked'), mayBecome('granted', 'refused'), mayBecome('taken-back', 'asked'), mayBecome('lapsed', 'granted')], [true, true, true, false, false, false]);
});

test('the yes to one e-mail, one picture or one program is for that one, and what facts tell is for all that they fit', () => {
  const one = (facts: object, evidence: object) => isForOneUse({ facts: facts as Record<string, string>, evidence: evidence as Record<string, string> });
  const mail = { channel: 'school-email', 'recipient-count': '25' };
  deepEqual([one(mail, { recipients: 'Parents of 8A', 'the text of the e-mail': 'Dear all' }), one({ destination: 'outside-school' }, { content: 'The winners' }), one({ authorised: 'no' }, { application: 'Sums' })], [true, true, true]);
  deepEqual([one({ 'device-kind': 'phone' }, { device: 'Grey phone' }), one({ encrypted: 'yes' }, { device: 'Stick', 'checked-on': '2026-11-23' }), one({ moment: 'lesson' }, { lesson: 'Maths', class: '8A' })], [false, false, false]);
});
