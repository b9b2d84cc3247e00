import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords, readPackTexts } from '../../../packs/index.ts';
import { read, type Policy } from '../../../rulebook/index.ts';
import { clausesNamingDocuments, linksIn, lookOf, mustRead, showsEdition, standingOf, stops } from './decisions.ts';

const { vocabulary } = loadWords('policies');
const policyOf = (pack: string, id: string): Policy => readPackTexts(`policies/${pack}`).policies.map(({ file, text }) => read(text, file, vocabulary).policy).find(one => one?.id === id)!;

test('a policy of this school stands well while it is in force, and an entry without an address is missing', () => {
  const inForce = new Set(['online-safety']);
  equal(standingOf({ address: null, ownPolicy: 'online-safety', state: 'unchecked' }, inForce), 'live');
  equal(standingOf({ address: null, ownPolicy: 'old-code', state: 'unchecked' }, inForce), 'missing');
  equal(standingOf({ address: null, ownPolicy: null, state: 'unchecked' }, inForce), 'missing');
  equal(standingOf({ address: 'https://school.example', ownPolicy: null, state: 'dead' }, inForce), 'dead');
});

test('only a document that must be there stops publishing, and only while it is missing or dead', () => {
  const entry = { address: 'https://school.example', ownPolicy: null, state: 'dead', stopsPublishing: true } as const;
  equal(stops(entry, new Set()), true);
  equal(stops({ ...entry, stopsPublishing: false }, new Set()), false);
  equal(stops({ ...entry, state: 'live' }, new Set()), false);
  equal(stops({ ...entry, state: 'unchecked' }, new Set()), false);
  equal(stops({ ...entry, address: null, state: 'unchecked' }, new Set()), true);
});

test('a page shows the edition in force when it leads to the policy here or names its title and number', () => {
  const expected = { path: '/prep-school/policies/e-safety', title: 'Online safety policy', edition: 2 };
  equal(showsEdition('<a href="https://rules.school.example/prep-school/policies/e-safety">Our rules</a>', expected), true);
  equal(showsEdition('<h1>Online  safety&nbsp;policy</h1><p>Edition <b>2</b></p>', expected), true);
  equal(showsEdition('<h1>Online safety policy</h1><p>Edition 21</p>', expected), false);
  equal(showsEdition('<a href="/prep-school/policies/e-safety-old">Old rules, edition 1</a>', expected), false);
  equal(lookOf({ ok: true, status: 200, text: '<p>Welcome</p>' }, { address: 'https://x.example', at: new Date(0), expected }).state, 'other-edition');
  equal(lookOf({ ok: true, status: 200, text: '' }, { address: 'https://x.example/e-safety.pdf', at: new Date(0), expected }).state, 'live');
});

test('the rules themselves say whether companions are read before signing, and which clauses name documents', () => {
  equal(mustRead(policyOf('town-school', 'staff-code')), true);
  equal(mustRead(policyOf('prep-school', 'e-safety')), false);
  deepEqual(clausesNamingDocuments(policyOf('prep-school', 'e-safety')).map(clause => clause.id), ['on-the-website', 'privacy-notice', 'the-three-codes', 'other-documents']);
  deepEqual(clausesNamingDocuments(policyOf('day-school', 'staff-ict-code')).map(clause => clause.id), ['on-the-platform', 'on-the-website']);
});

test('addresses in the text are found once each, with the clause that carries them', () => {
  const text = '---\npolicy: x\ntitle: X\nbinds: [staff]\n---\n\n## A\n\nSee [the notice](https://school.example/privacy). {#one}\n\n::info[x]\n\n- And [again](https://school.example/privacy) and [the form](https://school.example/form). {#two}\n\n  ::info[x]\n';
  deepEqual(linksIn(read(text, 'x.md', vocabulary).policy!), [
    { title: 'the notice', address: 'https://school.example/privacy', clause: 'one' }, { title: 'the form', address: 'https://school.example/form', clause: 'two' },
  ]);
});
