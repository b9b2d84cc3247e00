import { equal } from 'node:assert/strict';
import test from 'node:test';
import { stamped, tidyText } from './front-matter.ts';

const text = (front: string) => `---\n${front}\n---\n\n## One\n\nWords. {#a}\n`;

test('approving writes the days into the head of the document and touches nothing else', () => {
  const before = text('policy: code\nedition: "1" # the first\nbinds: [staff, governor]\napproved: { by: governing-body, on: 2026-09-08 }\nin-force: 2026-09-14\nreview: { every: 1 year, next: 2027-09-06 }');
  const after = stamped(before, { edition: '2', approvedOn: '2026-11-22', inForce: '2026-12-01', nextReview: '2027-11-22' });
  equal(after, text('policy: code\nedition: "2" # the first\nbinds: [staff, governor]\napproved: { by: governing-body, on: 2026-11-22 }\nin-force: 2026-12-01\nreview: { every: 1 year, next: 2027-11-22 }'));
});

test('a day that was not there is added', () => {
  const after = stamped(text('policy: code\napproved: { by: head }'), { approvedOn: '2026-11-22', inForce: '2026-12-01', nextReview: '2027-01-01' });
  equal(after, text('policy: code\napproved: { by: head, on: 2026-11-22 }\nin-force: 2026-12-01\nreview: { next: 2027-01-01 }'));
});

test('a day is added to a mapping written over several lines', () => {
  equal(stamped(text('policy: code\napproved:\n  by: head\npublic: true'), { approvedOn: '2026-11-22' }), text('policy: code\napproved:\n  by: head\n  on: 2026-11-22\npublic: true'));
});

test('a document whose head cannot be read comes back as it is', () => {
  equal(stamped('no head', { edition: '2' }), 'no head');
  equal(stamped(text('policy: [code'), { edition: '2' }), text('policy: [code'));
});

test('line ends of every kind become one kind', () => equal(tidyText('\uFEFFa\r\nb\rc\n\n\n'), 'a\nb\nc\n'));
