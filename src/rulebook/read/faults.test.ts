import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { read } from './index.ts';
import { HEAD, SMALL } from '../../../tests/rulebook/small-vocabulary.ts';

const readBody = (body: string) => read(HEAD + body, 'p.md', SMALL);
/** Findings as `line:column code`, lines counted from the body's first (the head takes five). */
const found = (body: string) => readBody(body).findings.map(({ line, column, code }) => `${line - 5}:${column} ${code}`);
/** What is found about one rule under a clause; the rule stands on the third line. */
const about = (rule: string) => readBody(`Words. {#words}\n\n${rule}\n`).findings.map(({ line, column, code, remedy }) => `${line - 5}:${column} ${code} ${remedy}`);
const brokenBy = (body: string) => readBody(body).policy!.broken;

test('a name that is not in the vocabulary is found where it stands, with the nearest one that is', () => {
  deepEqual(about('::never[instal-software]'), ['3:9 unknown-act Did you mean "install-software"?']);
  deepEqual(about('::never[carry-phone]{when="plase=home"}'), ['3:28 unknown-fact Did you mean "place"?']);
  deepEqual(about('::never[carry-phone]{when="trip=no; place=home|clasroom"}'), ['3:48 unknown-value Did you mean "classroom"?']);
  deepEqual(about('::ask[carry-phone]{of="head|(dpo+hed)"}'), ['3:34 unknown-office Did you mean "head"?']);
  deepEqual(about('::may[carry-phone]{who="staff !itc"}'), ['3:31 unknown-kind Did you mean "ict"?']);
  deepEqual(about('::nevr[carry-phone]'), ['3:1 unknown-verb Did you mean "never"?']);
  deepEqual(about('::never[carry-phone]{whn="trip=yes"}'), ['3:22 unknown-attribute Did you mean "when"?']);
  deepEqual(about('::never[carry-phone]{trip=yes}'), ['3:22 unknown-attribute "trip" is a fact: write when="trip=…".']);
  deepEqual(about('::ask[carry-phone]{of=headteacher}'), ['3:23 unknown-office Did you mean "head"?']);
});

test('a condition that cannot be read is found at the very test', () => {
  deepEqual(about('::never[carry-phone]{when="trip"}'), ['3:28 bad-condition Write "trip=yes".']);
  deepEqual(about('::never[carry-phone]{when="trip==yes"}'), ['3:32 bad-condition Use one of = != < <= > >=.']);
  deepEqual(about('::never[carry-phone]{when="place=home;"}'), ['3:39 bad-condition Write fact=value or fact=one|other; put ";" between tests.']);
  deepEqual(about('::never[carry-phone]{when="place>home"}'), ['3:33 bad-condition Only numbers, spans and days can be compared; use = or !=.']);
  deepEqual(about('::never[carry-phone]{when="place=home, trip=yes"}'), ['3:34 unknown-value Put ";" between tests and "|" between values.']);
  deepEqual(about('::never[contact-parent]{when="recipient-count>many"}').map((line) => line.slice(0, 18)), ['3:47 unknown-value']);
  deepEqual(about('::never[contact-parent]{when="time-span<=25"}').map((line) => line.slice(0, 18)), ['3:42 unknown-value']);
  deepEqual(about('::never[contact-parent]{when="date>=2026-02-30"}').map((line) => line.slice(0, 18)), ['3:37 unknown-value']);
});

test('a rule line that Markdown would leave as prose is an error that says why', () => {
  deepEqual(about('::never[carry-phone]{when=trip=yes}'), ['3:31 rule-not-read Write when="…" with quotation marks.']);
  deepEqual(about('::never[carry-phone]{when="trip=yes}'), ['3:27 rule-not-read Close it with " on the same line.']);
  deepEqual(about('::never[carry-phone'), ['3:8 rule-not-read Close it with "]" on the same line.']);
  deepEqual(about('::never[carry-phone]{absolute'), ['3:21 rule-not-read A rule stands on one line: close it with "}".']);
  deepEqual(about('::never[carry-phone] please'), ['3:22 rule-not-read Nothing may stand on the line after the rule; put several rules on several lines.']);
  deepEqual(about('::never [carry-phone]'), ['3:8 rule-not-read Take the space out: "::ask[act]{of=office}".']);
  deepEqual(about(':: never[carry-phone]'), ['3:1 rule-not-read Begin the line with "::" and the verb, with nothing between.']);
  deepEqual(found('Words. {#a}\n\n:never[carry-phone]\n'), ['1:8 clause-without-rule', '3:1 rule-as-prose']);
  deepEqual(found('Words. ::never[carry-phone] {#a}\n'), ['1:29 rule-as-prose']);
  deepEqual(found('Words. {#a}\n\n::info[x]\n\n    ::never[carry-phone]\n'), ['5:5 rule-as-prose']);
  deepEqual(found('Words. {#a}\n\n::info[x]\n\n<div>\n::never[carry-phone]\n</div>\n'), ['6:1 rule-as-prose']);
});

test('an attribute given twice, a mark with a value and an attribute without one are errors', () => {
  deepEqual(about('::never[carry-phone]{when="trip=yes" when="place=home"}').map((line) => line.slice(0, 20)), ['3:38 attribute-twice']);
  deepEqual(about('::never[carry-phone]{absolute=no}').map((line) => line.slice(0, 18)), ['3:22 bad-attribute']);
  deepEqual(about('::never[carry-phone]{when}').map((line) => line.slice(0, 18)), ['3:22 bad-attribute']);
  deepEqual(about('::ask[carry-phone]').map((line) => line.slice(0, 18)), ['3:1 missing-office']);
  deepEqual(about('::never[carry-phone]{from=2026-13-01}').map((line) => line.slice(0, 13)), ['3:27 bad-date']);
  deepEqual(about('::never[carry-phone]{from=2026-09-02 until=2026-09-01}').map((line) => line.slice(0, 13)), ['3:38 bad-date']);
});

test('a rule outdented from its list item is an error, and so is a rule under no clause', () => {
  deepEqual(found('- One. {#one}\n\n::never[carry-phone]\n'), ['3:1 rule-outdented']);
  deepEqual(found('- One. {#one}\n::never[carry-phone]\n'), ['2:1 rule-outdented']);
  deepEqual(found('Words.\n\n::never[carry-phone]\n'), ['3:1 rule-without-clause']);
  deepEqual(found('Words. {#a}\n\n::info[x]\n\n## Next\n\n::never[carry-phone]\n'), ['7:1 rule-without-clause']);
});

test('a clause without a rule, an info without its reason and a rule without its act are errors', () => {
  deepEqual(found('Words. {#a}\n'), ['1:8 clause-without-rule']);
  deepEqual(about('::info').map((line) => line.slice(0, 23)), ['3:7 info-without-reason']);
  deepEqual(about('::info[ ]').map((line) => line.slice(0, 23)), ['3:8 info-without-reason']);
  deepEqual(about('::never{when="trip=yes"}').map((line) => line.slice(0, 24)), ['3:8 rule-without-subject']);
});

test('ids used twice, badly written or in the wrong place are errors, and no rule is lost', () => {
  deepEqual(found('A. {#a}\n::info[x]\n\nB. {#a}\n::never[carry-phone]\n'), ['4:4 duplicate-id']);
  deepEqual(readBody('A. {#a}\n::info[x]\n\nB. {#a}\n::never[carry-phone]\n').policy!.clauses.map(({ id, rules }) => [id, rules.length]), [['a', 1], ['a-2', 1]]);
  deepEqual(found('A. {#My Id}\n::info[x]\n'), ['1:4 bad-id']);
  deepEqual(found('A. {#a} and more.\n'), ['1:4 misplaced-id']);
  deepEqual(found('| a | b |\n|---|---|\n| 1 | 2 {#x} |\n'), ['3:9 misplaced-id']);
  deepEqual(found('Write `{#id}` at the end.\n'), []);
  deepEqual(found('{#a}\n\n::info[x]\n'), ['1:1 clause-without-words']);
});

test('a temporary measure must be closed, known and dated', () => {
  deepEqual(found(':::meanwhile{period=flood}\nA. {#a}\n\n::info[x]\n'), ['1:1 unclosed-meanwhile']);
  deepEqual(found(':::meanwhile{period=drought}\nA. {#a}\n\n::info[x]\n:::\n'), ['1:21 unknown-value']);
  deepEqual(found(':::meanwhile\nA. {#a}\n\n::info[x]\n:::\n'), ['1:2 bad-attribute']);
  deepEqual(found(':::never[carry-phone]\n:::\n'), ['1:1 unknown-container']);
});

test('broken YAML is found on its own line and the policy is still read', () => {
  const { policy, findings } = read('---\npolicy: phones\ntitle: "Phones\nbinds: [staff]\n---\n\nA. {#a}\n::never[carry-phone]\n', 'p.md', SMALL);
  equal(policy!.id, 'phones');
  equal(policy!.clauses.length, 1);
  equal(findings[0]!.code === 'bad-yaml' || findings.some(({ code }) => code === 'bad-yaml'), true);
  const twice = read('---\npolicy: a\ntitle: A\nbinds: [staff]\ntitle: B\n---\n', 'p.md', SMALL).findings;
  deepEqual(twice.map(({ line, code }) => [line, code]), [[5, 'bad-yaml']]);
});

test('the front matter is checked field by field', () => {
  const findings = read('---\npolicy: Phones!\nbnds: [staff]\nbinds: [staf]\nowner: Mrs Brown\nin-force: 1 May 2026\nreview: soon\n---\n', 'p.md', SMALL).findings;
  deepEqual(findings.map(({ line, column, code }) => `${line}:${column} ${code}`), [
    '2:1 bad-policy-id', '2:1 no-title', '3:1 unknown-field', '4:9 unknown-kind', '5:8 unknown-office', '6:11 bad-date', '7:9 bad-field',
  ]);
});

test('a text with rules that cannot be read as a policy is not passed over: its acts are marked', () => {
  const nameless = read('A. {#a}\n\n- B\n\n  ::never[carry-phone]\n', 'rules/Our Phones.md', SMALL);
  deepEqual(nameless.findings.map(({ code }) => code), ['no-front-matter']);
  deepEqual([nameless.policy!.id, nameless.policy!.broken], ['our-phones', [{ clause: 'unread', act: 'carry-phone' }]]);
  const deep = read(`${HEAD}A. {#a}\n\n::never[carry-phone]\n::keep[logs]\n\n${'>'.repeat(99)}\n`, 'p.md', SMALL);
  deepEqual([deep.policy!.id, deep.policy!.broken], ['phones', [{ clause: 'unread', act: 'carry-phone' }]]);
});

test('a rule that cannot be read leaves a mark on its act, whichever way it was lost', () => {
  deepEqual(brokenBy('A. {#a}\n\n::never[carry-phone]{when="trip"}\n'), [{ clause: 'a', act: 'carry-phone' }]);
  deepEqual(brokenBy('A. {#a}\n\n:never[carry-phone]\n'), [{ clause: 'a', act: 'carry-phone' }]);
  deepEqual(brokenBy('- A. {#a}\n\n::never[carry-phone]\n'), [{ clause: 'a', act: 'carry-phone' }]);
  deepEqual(brokenBy('A. {#a}\n\n::nevr[carry-phone]\n'), [{ clause: 'a', act: 'carry-phone' }]);
  deepEqual(brokenBy('::never[carry-phone]\n\nA. {#a}\n\n::info[x]\n'), [{ clause: 'a', act: 'carry-phone' }]);
  deepEqual(brokenBy('A. {#a}\n\n::keep[logs]{nonsense=1}\n'), undefined);
});

test('a text nested thousands deep is refused at once, not crashed upon', () => {
  const started = process.cpuUsage();
  for (const part of ['>', '> ', '[', '- ', '*a **b ', '\n:::meanwhile\n', '\n- x\n  ']) {
    const { findings } = read(HEAD + part.repeat(20_000 / part.length), 'p.md', SMALL);
    ok(findings.every(({ line, column }) => line >= 1 && column >= 1));
    if (/[>:]/.test(part)) deepEqual(findings.map(({ code }) => code), ['unreadable']);
  }
  for (const [deep, refused] of [[20_000, 'unreadable'], [1_000, 'bad-yaml']] as const) {
    const { findings } = read(`---\npolicy: a\ntitle: A\nbinds: ${'['.repeat(deep)}\n---\n`, 'p.md', SMALL);
    ok(findings.some(({ code }) => code === refused));
  }
  ok(process.cpuUsage(started).user < 5_000_000, 'five seconds of the processor, however busy the machine is');
});

test('a file that is not UTF-8 is found, and what it forbids is not forgotten', () => {
  const text = `${HEAD}Words caf\u00e9. {#words}\n\n::never[carry-phone]\n`;
  const found = (saved: Buffer) => {
    const { policy, findings } = read(saved.toString('utf8'), 'p.md', SMALL);
    return [findings.map(({ line, column, code }) => `${line}:${column} ${code}`), policy?.clauses.length, policy?.broken?.map(({ act }) => act)];
  };
  deepEqual(found(Buffer.from(text, 'utf8')), [[], 1, undefined]);
  deepEqual(found(Buffer.from(text, 'latin1')), [['6:10 not-utf-8'], 1, undefined]);
  deepEqual(found(Buffer.from(`\ufeff${text}`, 'utf16le')), [['1:1 not-utf-8'], 0, ['carry-phone']]);
});
