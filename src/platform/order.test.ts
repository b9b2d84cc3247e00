import test from 'node:test';
import { deepEqual } from 'node:assert/strict';
import { inOrder } from './order.ts';

test('classes stand as the children grow: 2B before 10A, and Reception after the numbers', () =>
  deepEqual(['10A', 'Reception', '2B', '1A', '10B', '2A'].sort(inOrder), ['1A', '2A', '2B', '10A', '10B', 'Reception']));
