import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { read } from './index.ts';
import { HEAD, SMALL } from '../../../tests/rulebook/small-vocabulary.ts';

const policyOf = (body: string) => {
  const { policy, findings } = read(HEAD + body, 'phones.md', SMALL);
  deepEqual(findings, []);
  return policy!;
};
const onlyRule = (rule: string) => policyOf(`Words. {#words}\n\n${rule}\n`).clauses[0]!.rules[0]!;

test('a paragraph and a list item that end in an id are clauses, numbered by section', () => {
  const policy = policyOf('Before. {#before}\n\n::info[Said first]\n\n## Phones\n\nKeep it away. {#away}\n::never[carry-phone]\n\n- One. {#one}\n\n  ::info[a]\n\n- Two. {#two}\n\n  ::info[b]\n\n### At home\n\n- Deep\n  - Deeper. {#deeper}\n\n    ::info[c]\n');
  deepEqual(policy.clauses.map(({ id, number, headings, text }) => [id, number, headings.join(' / '), text]), [
    ['before', '0.1', '', 'Before.'], ['away', '1.1', 'Phones', 'Keep it away.'], ['one', '1.2', 'Phones', 'One.'],
    ['two', '1.3', 'Phones', 'Two.'], ['deeper', '1.4', 'Phones / At home', 'Deeper.'],
  ]);
});

test('a rule keeps everything that was written in it, each test with its own place', () => {
  const rule = onlyRule('::ask[install-software]{of="(head|deputy-head)+dpo" who="staff !ict" when="device-owner=school; place!=home|cupboard" unless="time-span<=25 days" lasts="1 year" from=2026-09-01 until=2027-07-21}');
  deepEqual(rule.offices, [['head', 'deputy-head'], ['dpo']]);
  deepEqual(rule.who, { kinds: ['staff'], except: ['ict'] });
  deepEqual(rule.when, [
    { fact: 'device-owner', operator: '=', values: ['school'], at: { file: 'phones.md', line: 8, column: 76 } },
    { fact: 'place', operator: '!=', values: ['home', 'cupboard'], at: { file: 'phones.md', line: 8, column: 97 } },
  ]);
  deepEqual(rule.unless.map(({ operator, values }) => [operator, values]), [['<=', ['25 days']]]);
  deepEqual([rule.from, rule.until, rule.attributes], ['2026-09-01', '2027-07-21', { lasts: '1 year' }]);
});

test('any one of two pairs of offices is read as one office of each needed group', () => {
  deepEqual(onlyRule('::ask[carry-phone]{of="head+dpo|ict-lead"}').offices, [['head'], ['dpo', 'ict-lead']]);
  deepEqual(onlyRule('::ask[carry-phone]{of="(head+dpo)|ict-lead"}').offices, [['head', 'ict-lead'], ['dpo', 'ict-lead']]);
});

test('consent names from whom, which is no day', () => {
  const rule = onlyRule('::consent[contact-parent]{from=parent for=website}');
  deepEqual([rule.offices, rule.from, rule.attributes], [[['parent']], undefined, { for: 'website' }]);
});

test('marks and clauses to set aside are kept', () => {
  const rule = onlyRule('::never[carry-phone]{absolute over="cabinet online-safety#mail"}');
  deepEqual([rule.absolute, rule.advice, rule.over], [true, false, ['cabinet', 'online-safety#mail']]);
});

test('rules in a temporary measure carry its period and its days', () => {
  const policy = policyOf(':::meanwhile{period=flood from=2026-02-01 until=2026-03-01}\nCarry it. {#carry}\n\n::may[carry-phone]\n:::\n\nPut it away. {#away}\n\n::never[carry-phone]\n');
  deepEqual(policy.clauses.map(({ id, rules: [rule] }) => [id, rule!.period, rule!.from, rule!.until]), [
    ['carry', 'flood', '2026-02-01', '2026-03-01'], ['away', undefined, undefined, undefined],
  ]);
  equal(policy.body[0]!.kind, 'meanwhile');
});

test('times and class names stay words', () => {
  equal(policyOf('From 10:30am Class:7A may :go out. {#break}\n\n::info[x]\n').clauses[0]!.text, 'From 10:30am Class:7A may :go out.');
});

test('bullets without ids under a clause are part of its words and its rules follow them', () => {
  const [clause] = policyOf('Never carry: {#never}\n\n- a phone\n- a watch\n\n::never[carry-phone]\n').clauses;
  deepEqual([clause!.text, clause!.rules.length], ['Never carry: a phone a watch', 1]);
});

test('days and editions in the front matter stay the texts that were written', () => {
  const { policy } = read('---\npolicy: a\ntitle: A\nbinds: staff\nowner: head\nedition: 1.10\napproved: { by: head, on: 2026-09-10 }\nin-force: 2026-09-15\nreview: { every: 1 year, next: 2027-09-01 }\nsign: { as: read-and-agree, on: [joining, 1 year], who: [teacher] }\npublic: yes\nreaders: pupils\n---\n', 'a.md', SMALL);
  deepEqual(policy!.front, {
    policy: 'a', title: 'A', binds: ['staff'], owner: 'head', edition: '1.10', approved: { by: 'head', on: '2026-09-10' }, inForce: '2026-09-15',
    review: { every: '1 year', next: '2027-09-01' }, readWith: [], sign: { as: 'read-and-agree', on: ['joining', '1 year'], who: ['teacher'] }, public: true, readers: 'pupils',
  });
});

test('a file without a policy id is no policy, and nothing is wrong with that', () => {
  deepEqual(read('# Notes\n\nBuy chalk.\n', 'notes.md', SMALL), { policy: null, findings: [] });
});

test('the body has no rule, no comment, no raw HTML and no link that could run something', () => {
  const policy = policyOf('## Phones {#phones-here}\n\nSee [this](javascript:alert(1)), [that](DATA:text/html,x), [law](https://example.org) and *[mail](mailto:a@example.org)*. {#see}\n\n::info[x]\n\n<!-- note -->\n\n<b>bold</b>\n');
  const [heading, paragraph, html] = policy.body;
  deepEqual(heading, { kind: 'heading', depth: 2, id: 'phones-here', number: '1', children: [{ kind: 'text', text: 'Phones' }] });
  deepEqual(paragraph, { kind: 'paragraph', clause: 'see', children: [
    { kind: 'text', text: 'See ' }, { kind: 'text', text: 'this' }, { kind: 'text', text: ', ' }, { kind: 'text', text: 'that' }, { kind: 'text', text: ', ' },
    { kind: 'link', href: 'https://example.org', children: [{ kind: 'text', text: 'law' }] }, { kind: 'text', text: ' and ' },
    { kind: 'emphasis', children: [{ kind: 'link', href: 'mailto:a@example.org', children: [{ kind: 'text', text: 'mail' }] }] }, { kind: 'text', text: '.' },
  ] });
  deepEqual(html, { kind: 'paragraph', children: [{ kind: 'text', text: '<b>' }, { kind: 'text', text: 'bold' }, { kind: 'text', text: '</b>' }] });
  equal(policy.body.length, 3);
});

test('headings get ids of their own that are no clause\'s', () => {
  const policy = policyOf('## Phones\n\nA. {#phones}\n::info[x]\n\n## Phones\n');
  deepEqual(policy.body.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])), ['section-phones', 'section-phones-2']);
});

test('tables, lists and quotes are drawn with their clauses', () => {
  const policy = policyOf('| a | b |\n|---|---|\n| 1 | *2* |\n\n1. One. {#one}\n\n   ::info[x]\n\n> Said. {#said}\n>\n> ::info[y]\n');
  const [table, list, quote] = policy.body;
  deepEqual(table, { kind: 'table', head: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]], rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'emphasis', children: [{ kind: 'text', text: '2' }] }]]] });
  deepEqual(list, { kind: 'list', ordered: true, items: [{ clause: 'one', children: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'One.' }] }] }] });
  deepEqual(quote, { kind: 'quote', children: [{ kind: 'paragraph', clause: 'said', children: [{ kind: 'text', text: 'Said.' }] }] });
});
