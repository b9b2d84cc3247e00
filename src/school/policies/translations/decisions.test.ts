import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { read, type Policy } from '../../../rulebook/index.ts';
import { faultOf, linesOf, withoutRules } from './decisions.ts';

const { vocabulary } = loadWords('policies');
const FRONT = '---\npolicy: gate-code\ntitle: The gate\nbinds: [staff]\n---\n\n';
const policyOf = (text: string): Policy => read(FRONT + text, 'gate-code.md', vocabulary).policy!;

const headingId = ({ body: [block] }: Policy): string => (block?.kind === 'heading' ? block.id : '');

const first = policyOf('## At the gate\n\nShut the gate. {#shut}\n\n::must[behave-responsibly-online]\n\nLock the gate. {#lock}\n');
const welsh = policyOf('## Wrth y giât\n\nCaewch y giât. {#shut}\n\nClowch y giât. {#lock}\n');

test('a translation has every clause of its edition and no other', () => {
  equal(faultOf(first, welsh), null);
  deepEqual(faultOf(first, policyOf('Caewch y giât. {#shut}\n')), { why: 'missing', clauses: ['lock'] });
  deepEqual(faultOf(first, policyOf('Caewch y giât. {#shut}\n\nClowch y giât. {#lock}\n\nEwch adref. {#home}\n')), { why: 'unknown', clauses: ['home'] });
  deepEqual(faultOf(first, { ...welsh, id: 'door-code' }), { why: 'other-policy', clauses: ['door-code'] });
  deepEqual(faultOf(first, null), { why: 'unreadable', clauses: [] });
});

test('a clause whose English changed since stands in English, marked, and so does a new one', () => {
  const next = policyOf('## At the gate\n\nShut the gate. {#shut}\n\nLock the gate at four. {#lock}\n\nGo home. {#home}\n');
  deepEqual(linesOf({ said: welsh, made: first, now: next }), [
    { kind: 'heading', id: headingId(next), depth: 2, english: 'At the gate', text: 'Wrth y giât' },
    { kind: 'clause', id: 'shut', number: next.clauses[0]!.number, english: 'Shut the gate.', text: 'Caewch y giât.' },
    { kind: 'clause', id: 'lock', number: next.clauses[1]!.number, english: 'Lock the gate at four.', text: null, stale: 'changed' },
    { kind: 'clause', id: 'home', number: next.clauses[2]!.number, english: 'Go home.', text: null, stale: 'new' },
  ]);
});

test('a rule that changed without its words leaves the translation as it was', () => {
  const next = policyOf('## At the gate\n\nShut the gate. {#shut}\n\nLock the gate. {#lock}\n');
  deepEqual(linesOf({ said: welsh, made: first, now: next }).flatMap(line => (line.kind === 'clause' ? [line.text] : [])), ['Caewch y giât.', 'Clowch y giât.']);
});

test('the text to write over has the clauses and none of the rules', () => {
  equal(withoutRules('Shut the gate. {#shut}\n\n::must[shut-gate]{who=staff}\n\nLock it. {#lock}\n'), 'Shut the gate. {#shut}\n\nLock it. {#lock}\n');
});
