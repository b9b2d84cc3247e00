import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { mergeAsks, mergeTells } from './offices.ts';

test('two clauses with a common approver send people to that one', () => {
  deepEqual(mergeAsks([[['head', 'deputy-head']], [['head']]]), [['head']]);
  deepEqual(mergeAsks([[['ict-lead', 'head']], [['head', 'dsl']]]), [['head']]);
});

test('two clauses without a common approver send people to both', () => {
  deepEqual(mergeAsks([[['ict-lead']], [['head']]]), [['head'], ['ict-lead']]);
});

test('two offices that one clause wants together stay two', () => {
  deepEqual(mergeAsks([[['head', 'dpo'], ['dpo', 'ict-lead']]]), [['head', 'dpo'], ['dpo', 'ict-lead']]);
});

test('everyone is told, but nobody for a choice that is already made', () => {
  deepEqual(mergeTells([[['helpdesk']], [['office']]]), [['helpdesk'], ['office']]);
  deepEqual(mergeTells([[['dsl', 'head']], [['dsl']]]), [['dsl']]);
});
