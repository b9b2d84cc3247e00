import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { addressOf, decidesAs, freeOffices, seesSite } from './decisions.ts';
import { moved } from './states.ts';

test('an address is kept without what somebody searched for', () => {
  equal(addressOf(' https://Bad.example/games/?q=ava+reed#top '), 'bad.example/games');
  equal(addressOf('http://bad.example:8080/'), 'bad.example');
  equal(addressOf('bad.example'), 'bad.example');
});

test('what is no web address is not taken as one', () => {
  for (const text of ['', 'that games page', 'games', 'javascript:alert(1)', 'mailto:a@b.example', 'ava:secret@bad.example', 'https://']) equal(addressOf(text), null, text);
});

test('where the one who decides may not know of it, it goes to the next in the school’s list', () => {
  const holders = new Map([['ict-lead', ['Ida']], ['network-manager', ['Nils']], ['dsl', ['Dora']], ['head', ['Hanna']]]);
  const free = (...kept: string[]) => freeOffices({ offices: ['ict-lead', 'network-manager'], next: ['dsl', 'head'], holders, mayKnow: person => !kept.includes(person) });
  deepEqual(free(), ['ict-lead', 'network-manager']);
  deepEqual(free('Ida'), ['network-manager']);
  deepEqual(free('Ida', 'Nils', 'Dora'), ['head']);
});

test('whoever it is kept from neither sees nor decides it, whatever office they hold', () => {
  const site = { offices: ['ict-lead'], keptFrom: ['key of Ida'] };
  const reader = (person: string) => ({ person, offices: ['ict-lead', 'head'] });
  const keyOf = (id: string) => `key of ${id}`;
  equal(seesSite(site, reader('Ida'), keyOf), false);
  equal(decidesAs(site, reader('Ida'), keyOf), null);
  equal(seesSite(site, reader('Ona'), keyOf), true);
  equal(decidesAs(site, reader('Ona'), keyOf), 'ict-lead');
  equal(seesSite(site, { person: 'Tom', offices: ['teacher'] }, keyOf), false);
});

test('what is blocked and then left is first taken off the filter', () => {
  equal(moved('blocked', 'leave'), 'to-open');
  equal(moved('to-open', 'done'), 'left');
  equal(moved('proposed', 'done'), null);
  equal(moved('blocked', 'block'), null);
});
