import test from 'node:test';
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { read } from './index.ts';
import { compile } from '../compile.ts';
import type { Finding } from '../words.ts';
import { HEAD, SMALL } from '../../../tests/rulebook/small-vocabulary.ts';

/** How many random documents are read: a few while somebody waits, many where nobody does. */
const DOCUMENTS = Number(process.env['RANDOM_DOCUMENTS'] ?? (process.env['CI'] === 'true' ? 15_000 : 3_000));

/** Where nobody watches, the same documents each time, so that a run that fails does so for what was changed; elsewhere always new ones. */
const SEED = process.env['CI'] === 'true' ? { seed: 20_261_122 } : {};

const word = fc.constantFrom('phone', 'A', '10:30am', 'Class:7A', '{#id}', '{#Bad Id}', '{#', '}', '[', ']', '(', '**', '*', '`', '~~', '<b>', '<!--', '-->', '![x](y)',
  '[a](javascript:b)', '[a][b]', '|', '\\', '&amp;', '\u0000', '\u2028', '😀', 'ة', '́', '\t', '::', ':', '"', "'");
const value = fc.oneof(fc.constantFrom('head', 'head|dpo', '(head+dpo)|ict-lead', '((', 'place=home', 'place=home; trip=yes', 'trip', ';;', 'time-span<=25 days', '2026-09-01', '2026-02-30', 'staff !ict', '!', 'a#b c', ''), fc.string({ maxLength: 12, unit: 'grapheme' }));
const attribute = fc.tuple(fc.constantFrom('of', 'to', 'who', 'when', 'unless', 'over', 'from', 'until', 'absolute', 'advice', 'lasts', 'nonsense', '#x', '.y'), fc.constantFrom('=', '="', "='", '', ' = '), value)
  .map(([name, sign, text]) => `${name}${sign}${text}${sign.endsWith('"') ? '"' : sign.endsWith("'") ? "'" : ''}`);
const rule = fc.tuple(fc.constantFrom('::', ':', ':::', ':: ', '    ::', '  ::', '> ::'), fc.constantFrom('never', 'ask', 'may', 'tell', 'consent', 'keep', 'info', 'meanwhile', 'nevr', ''), fc.constantFrom('[carry-phone]', '[carry-fone]', '[', '[]', '', '[a [b] c]'), fc.array(attribute, { maxLength: 4 }), fc.constantFrom('}', '', '} more', '}}'))
  .map(([colons, verb, subject, attributes, end]) => `${colons}${verb}${subject}{${attributes.join(' ')}${end}`);
const line = fc.oneof({ weight: 5, arbitrary: rule }, { weight: 4, arbitrary: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')) },
  fc.constantFrom('', '', '', ':::meanwhile{period=flood}', ':::meanwhile{from=2026-01-01 until=2025-01-01}', ':::', '::::', '## Heading {#h}', '# A', '###### B', '===', '---', '***', '- One. {#one}', '  - Deep. {#deep}', '1) x', '> Quote {#q}', '| a | b |', '|---|---|', '```', '~~~', '<div>', '[b]: data:x', 'Text. {#text}'),
  fc.string({ maxLength: 30, unit: 'binary' }));
const yaml = fc.array(fc.oneof(fc.constantFrom('policy: phones', 'policy: "Bad!"', 'policy: [a]', 'title: Phones', 'title: "Pho', 'binds: [staff, pupl]', 'binds: {a: b}', 'owner: head', 'owner: &a [*a]', 'approved: { by: head, on: 2026-13-40 }', 'approved: x', 'review: { every: 1 year, next: soon }', 'sign: {as: x, on: [a, {b: c}]}', 'readers: all', 'public: maybe', '- a', '? b', ': c', '<<: *a', '\t', '!!js/function x', '%YAML 9'), fc.string({ maxLength: 20 })), { maxLength: 6 })
  .map((lines) => `---\n${lines.join('\n')}\n---\n`);
const ending = fc.constantFrom('\n', '\r\n', '\r');
const text = fc.tuple(fc.oneof({ weight: 4, arbitrary: fc.constant(HEAD) }, { weight: 2, arbitrary: yaml }, fc.constantFrom('', '\ufeff', '\ufeff' + HEAD, '---\n')), fc.array(line, { maxLength: 14 }), ending, fc.nat({ max: 99 }), fc.nat({ max: 4000 }))
  .map(([head, lines, end, chance, cut]) => {
    const whole = (head + lines.join('\n')).replaceAll('\n', end);
    return chance < 30 ? whole.slice(0, cut % (whole.length + 1)) : whole;
  });

function standsInText({ line: row, column, file, message, remedy }: Finding, lines: readonly string[]): boolean {
  const stands = row >= 1 && column >= 1 && row <= lines.length && column <= lines[row - 1]!.length + 1;
  return stands && file === 'any.md' && message !== '' && remedy !== '';
}

test(`${DOCUMENTS} random documents are read without a throw, and every finding stands in the text`, () => {
  fc.assert(fc.property(text, (source) => {
    const { policy, findings } = read(source, 'any.md', SMALL);
    const lines = source.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
    for (const finding of findings) ok(standsInText(finding, lines), JSON.stringify(finding));
    if (!policy) return;
    const input = { pack: 'any', policies: [policy], coverage: [], vocabulary: SMALL, school: { name: '', offices: {}, terms: [] } };
    for (const finding of compile(input).findings) ok(standsInText(finding, lines), JSON.stringify(finding));
    ok(policy.clauses.every((clause) => clause.rules.every((one) => [...one.when, ...one.unless].every(({ at }) => at.line >= 1 && at.column >= 1))));
    ok(findings.length > 0 || policy.clauses.every((clause) => clause.rules.length > 0), 'a clause without a rule was passed over');
    ok(!JSON.stringify(policy.body).toLowerCase().includes('"href":"javascript:'));
  }), { numRuns: DOCUMENTS, ...SEED });
});

test('what is wrong at a line end of two letters stands in its line', () => {
  const { findings } = read('---\r\n[[\r\n}\r\npolicy: phones\r\n---\r\n', 'any.md', SMALL);
  const broken = findings.filter(({ code }) => code === 'bad-yaml');
  ok(broken.length > 0);
  for (const finding of broken) ok(standsInText(finding, ['---', '[[', '}', 'policy: phones', '---', '']), JSON.stringify(finding));
});

test('a rule line cut off anywhere is a whole rule or a finding, never silence', () => {
  const whole = `${HEAD}Words. {#words}\n\n::ask[carry-phone]{of="head|dpo" when="place=home; trip=yes" lasts="1 year"}`;
  for (let end = whole.indexOf('::') + 2; end < whole.length; end += 1) {
    const { policy, findings } = read(whole.slice(0, end), 'any.md', SMALL);
    ok(findings.length > 0 && policy!.clauses[0]!.rules.length === 0, whole.slice(0, end));
  }
});

test('a text of marks without words is refused before it keeps the reader busy; a policy of ordinary length never is', () => {
  for (const marks of ['*a_', '**a', 'a\n=\n\n', '- - - a\n', '> a\n\n', '[[a]']) {
    const { findings } = read(HEAD + marks.repeat(Math.ceil(190_000 / marks.length)), 'any.md', SMALL);
    ok(findings.some(finding => finding.code === 'unreadable'), marks);
  }
  const long = HEAD + 'Staff **lock** the screen when they *leave* it. [Ask](https://example.org) whom you like.\n\n> A quotation.\n\n---\n\n- One\n- Two\n\n'.repeat(200);
  ok(!read(long, 'any.md', SMALL).findings.some(finding => finding.code === 'unreadable'));
});
