import { deepEqual, equal, match } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../packs/index.ts';
import { read } from '../rulebook/index.ts';
import { draftPolicy } from './draft.ts';
import { partsOfLines } from './read.ts';

const words = loadWords('policies');

const OLD_POLICY = `Computer rules for grown-ups

Passwords

Staff must never share their password with a colleague,
however urgent it is.
- Change it when somebody has seen it
- Tell the office at 10:30am if it is lost {#not-an-id}

Photographs

You need the permission of the head before you photograph pupils.`.split('\n');

test('a plain text gives its headings, paragraphs and items in order', () => {
  deepEqual(partsOfLines(OLD_POLICY).map(part => part.kind), ['heading', 'heading', 'paragraph', 'item', 'item', 'heading', 'paragraph']);
});

test('lines of one sentence come together again', () => {
  match(partsOfLines(OLD_POLICY)[2]!.text, /with a colleague, however urgent it is\.$/);
});

test('the draft is read again with a clause for every sentence, and each asks for its rule', () => {
  const draft = draftPolicy(partsOfLines(OLD_POLICY), { id: 'computer-rules', words });
  const { policy, findings } = read(draft, 'computer-rules.md', words.vocabulary);
  equal(policy?.clauses.length, 4);
  equal(findings.filter(finding => finding.code === 'clause-without-rule').length, 4);
  match(policy!.clauses[2]!.text, /10:30am if it is lost \{#not-an-id\}$/);
});

test('what a sentence most likely is stands below it as a comment', () => {
  const draft = draftPolicy(partsOfLines(OLD_POLICY), { id: 'computer-rules', words });
  match(draft, /share their password[^\n]+\n\n<!-- looks like ::never\[share-password\] -->/);
  match(draft, /photograph pupils[^\n]+\n\n<!-- looks like ::ask\[photograph-pupils\] -->/);
});
