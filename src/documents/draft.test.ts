import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import test from 'node:test';
import { loadWords } from '../packs/index.ts';
import { read } from '../rulebook/index.ts';
import { draftPolicy } from './draft.ts';
import { partsOfLines, readDocument } from './read.ts';

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

test('every mark that word processors put before an item begins one, and a number that stands alone heads a section', () => {
  const parts = partsOfLines(['1. Passwords', '  ➢ Staff keep their password to themselves', '  \uF0B7 Staff do not write it down', '', '2. Phones', '', 'Phones stay in the office.', '', '1. First of two', '2. Second of two']);
  deepEqual(parts.map(part => `${part.kind}: ${part.text}`), ['heading: Passwords', 'item: Staff keep their password to themselves', 'item: Staff do not write it down', 'heading: Phones', 'paragraph: Phones stay in the office.', 'item: First of two', 'item: Second of two']);
});

test('who is bound is not taken for what they do, and "not without permission" asks', () => {
  const draft = draftPolicy(partsOfLines(['Rules', '', '- All employees, governors and guests will not install new software on a school laptop without the permission of the head.']), { id: 'rules', words });
  match(draft, /looks like ::ask\[install-software\]/);
});

test('words that are plainly stressed stay so, and a lone star stays a star', () => {
  const draft = draftPolicy([{ kind: 'paragraph', depth: 0, text: 'All **staff** sign. Marks * and ** stay.' }], { id: 'rules', words });
  match(draft, /All \*\*staff\*\* sign\. Marks \\\* and \\\*\\\* stay\./);
});

test('an old document of any length is a draft in a moment', () => {
  const began = process.cpuUsage();
  const items = Array.from({ length: 20_000 }, (_, at) => `${(at % 90) + 1}. Item`);
  equal(partsOfLines(items).length, 20_000);
  draftPolicy([{ kind: 'paragraph', depth: 0, text: 'not without '.repeat(2_000) }], { id: 'rules', words });
  equal(process.cpuUsage(began).user < 10_000_000, true);
});

test('a plain text is read in whichever letters it was saved', async () => {
  const said = async (bytes: Uint8Array) => (await readDocument(bytes, 'txt')).map(part => part.text);
  const words = 'Don’t share your café password with anybody.';
  deepEqual(await said(Buffer.from(words)), [words]);
  deepEqual(await said(Buffer.from(`\ufeff${words}`, 'utf16le')), [words], 'as “Unicode” from Windows');
  deepEqual(await said(Buffer.from(`\ufeff${words}`, 'utf16le').swap16()), [words]);
  deepEqual(await said(Buffer.from(words.replace('’', '\x92'), 'latin1')), [words], 'as “ANSI” from Windows');
  await rejects(readDocument(Buffer.from([1, 0, 2, 0]), 'txt'), /not a text/);
});
