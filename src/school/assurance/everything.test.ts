import { deepEqual } from 'node:assert/strict';
import test from 'node:test';
import { NOBODY, SIGNED_IN, type Reader } from '../../platform/web/index.ts';
import type { Feature } from '../feature.ts';
import { navFor } from './everything.ts';

const FEATURES: readonly Feature[] = [{ name: 'policies', routes: [], nav: [
  { text: 'Rules', path: '/policies', who: SIGNED_IN, order: 1 },
  { text: 'Linked documents', path: '/linked-documents', who: SIGNED_IN, forHolders: true, order: 2 },
] }];
const reader = (offices: readonly string[]): Reader => ({ ...NOBODY, person: 'p', offices: [...offices] });

test('nobody is shown a link to a page that only holders of an office can open', () => {
  deepEqual(navFor(FEATURES, reader([])).map(item => item.path), ['/policies']);
  deepEqual(navFor(FEATURES, reader(['head'])).map(item => item.path), ['/policies', '/linked-documents']);
});
