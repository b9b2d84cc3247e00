import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { loadWords } from '../../../packs/index.ts';
import { read } from '../../../rulebook/index.ts';
import { officesNeeded, vacantOf } from './decisions.ts';

const { vocabulary } = loadWords('policies');
const { policy } = read(`---
policy: staff-code
title: Staff code
binds: staff
owner: deputy-head
---
# Staff code

## Programs {#programs}

- Ask the head or the head of IT. {#install}
  ::ask[install-software]{of="head|ict-lead"}
- Ask. {#hardware}
  ::ask[install-hardware]{of=unassigned}
- A parent says yes first. {#parents}
  ::ask[contact-parent]{of=parent}
`, 'staff-code.md', vocabulary);

test('a text needs whoever looks after it and whoever it names, one of several being enough', () => {
  const needed = officesNeeded(policy!, { offices: {} }, vocabulary);
  deepEqual(needed.map(group => group.join(' or ')).sort(), ['deputy-head', 'head or ict-lead', 'unassigned']);
  deepEqual(vacantOf(needed, new Set(['ict-lead'])).sort(), ['deputy-head', 'unassigned']);
  deepEqual(vacantOf(needed, new Set(['head', 'deputy-head', 'unassigned'])), []);
});

test('where a real office answers for nobody, it is this office that must have a holder', () => {
  const needed = officesNeeded(policy!, { offices: { unassigned: 'office:helpdesk' } }, vocabulary);
  deepEqual(vacantOf(needed, new Set(['head', 'deputy-head'])), ['helpdesk']);
});
