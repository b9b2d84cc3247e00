import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { loadWords } from '../packs/index.ts';
import { compile, decide, read } from './index.ts';
import { clausesOfNobody, withRealOffices } from './stand-ins.ts';

const { vocabulary } = loadWords('policies');
const TEXT = `---
policy: staff-code
title: Staff code
binds: staff
---
# Staff code

## Programs {#programs}

- Nothing new is put on a computer without a yes. {#install}
  ::ask[install-software]{of=unassigned}
- Nothing is plugged in without a yes. {#hardware}
  ::ask[install-hardware]{of=unassigned}
`;
const { policy } = read(TEXT, 'staff-code.md', vocabulary);
const sheet = { name: 'A school', offices: { unassigned: 'office:head', head: 'Ann Teal' }, standIns: { 'unassigned staff-code#hardware': 'ict-lead' }, terms: [] };
const asked = (act: string): readonly string[] => {
  const { rulebook } = compile({ pack: 'school', policies: [policy!], coverage: [], vocabulary, school: sheet });
  return decide(rulebook, { who: 'teacher', act, on: '2026-11-23' }).ask;
};

test('a clause that names nobody asks the office that the school has put there for this clause', () => {
  deepEqual([asked('install-hardware'), asked('install-software')], [['ict-lead'], ['unassigned']]);
});

test('people read the real office wherever the text names nobody', () => {
  const offices = withRealOffices(policy!, sheet).clauses.map(clause => clause.rules[0]!.offices);
  deepEqual(offices, [[['head']], [['ict-lead']]]);
  equal(withRealOffices(policy!, { offices: {} }), policy);
});

test('the clauses that name nobody are found', () => {
  deepEqual(clausesOfNobody(policy!).map(one => `${one.standIn} ${one.clause.id}`), ['unassigned install', 'unassigned hardware']);
});
