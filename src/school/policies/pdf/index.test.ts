import { equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { documentOf, INSTALL, staffCode, vocabulary } from '../../../../tests/support/policies.ts';
import type { Edition } from '../words.ts';
import { policyPdf } from './index.ts';

const edition: Edition = {
  id: '', policy: 'staff-code', number: 3, state: 'approved', title: 'Code for staff', markdown: '', textHash: 'abcdef0123456789ff', note: '', createdBy: null, createdAt: new Date(0), changedAt: new Date(0),
  proposedBy: null, sentBack: '', revision: 0, approvedBy: null, approvedAs: 'governing-body', approvedOn: '2026-09-01', inForce: '2026-09-07',
};
const pdfOf = (markdown: string) => policyPdf({ school: 'Larkmead Primary School', edition, document: documentOf(markdown), vocabulary });
const OTHER = `
- One. {#one}

  ::must[print]

- Two, with *emphasis* and [a link](https://example.org). {#two}

  ::never[use-phone]{when="place=classroom"}

> A quotation.

| Day | Who |
| --- | --- |
| Monday | Office |

#### A small heading

:::meanwhile{period=covid from=2020-05-01 until=2021-07-19}
Wash. {#wash}

::never[use-phone]
:::
`;

test('a policy is printed as tagged PDF/UA with its title and language', async () => {
  const bytes = await pdfOf(staffCode(INSTALL));
  const raw = Buffer.from(bytes).toString('latin1');
  ok(raw.includes('pdfuaid:part') && /\/Lang ?\(en-GB\)/.test(raw));
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  equal((await pdf.getMarkInfo())?.Marked, true);
  equal(((await pdf.getMetadata()).info as { Title?: string }).Title, 'Code for staff');
});

test('the print carries the clause, its margin, the approval and the mark of the text', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdfOf(staffCode(INSTALL)))), { mergePages: true });
  for (const words of ['Ask the head before anything new', 'Ask the headteacher first', 'workflow', 'Approved by the governors on 1 September 2026', 'edition 3', 'abcdef0123456789']) ok(text.replace(/\s+/g, ' ').includes(words), words);
});

test('lists, tables, quotations, temporary measures and skipped headings all print', async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdfOf(staffCode(INSTALL + OTHER)))), { mergePages: true });
  for (const words of ['Monday', 'A quotation', 'A small heading', 'Temporary from 1 May 2020 until 19 July 2021']) ok(text.includes(words), words);
});

test('the youngest get their rule with a picture on paper, and no margin', async () => {
  const pdf = await getDocumentProxy(new Uint8Array(await pdfOf(staffCode(INSTALL, 'readers: early-years\n'))));
  const { text } = await extractText(pdf, { mergePages: true });
  ok(text.replace(/\s+/g, ' ').includes('Ask the head before anything new'));
  equal(text.includes('workflow'), false);
});

test('the same document is set once', async () => equal(await pdfOf(staffCode(INSTALL)), await pdfOf(staffCode(INSTALL))));
