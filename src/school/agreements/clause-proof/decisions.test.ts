import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import type { Policy } from '../../../rulebook/index.ts';
import { clauseFigures } from './decisions.ts';

const clause = (id: string, kinds: readonly string[], verb = 'must') => ({ id, number: id, text: id, rules: [{ verb, who: { kinds, except: [] } }] });
const document = { clauses: [clause('lock', []), clause('teach', ['teacher']), clause('aim', [], 'info'), clause('new', ['staff'])] } as unknown as Policy;
const widened = (kind: string) => (kind === 'teacher' ? ['teacher', 'staff'] : kind === 'support-staff' ? ['support-staff', 'staff'] : [kind]);

test('whoever is asked again about a new clause has signed the others, and a clause counts those it speaks to', () => {
  const groups = [
    { kind: 'teacher', open: false, clauses: [], count: 5 }, { kind: 'teacher', open: true, clauses: ['new'], count: 3 },
    { kind: 'support-staff', open: true, clauses: [], count: 2 }, { kind: 'governor', open: false, clauses: [], count: 4 },
  ];
  deepEqual(clauseFigures(document, groups, widened).map(({ id, bound, signed }) => [id, bound, signed]), [['lock', 14, 12], ['teach', 8, 8], ['new', 10, 5]]);
});
