import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { compile } from './compile.ts';
import type { PackPolicies } from './compile.ts';
import { read } from './read/index.ts';
import { readCoverage, readSchool } from './read/school.ts';
import { HEAD, SMALL } from '../../tests/rulebook/small-vocabulary.ts';

const SCHOOL = readSchool('name: Our school\noffices:\n  head: Ann Ash\n', 'school.yaml', SMALL).school;
const pack = (name: string, bodies: Record<string, string>, coverage: PackPolicies['coverage'] = []): PackPolicies => ({
  pack: name, coverage,
  policies: Object.entries(bodies).map(([id, body]) => read(HEAD.replace('policy: phones', `policy: ${id}`) + body, `${name}/${id}.md`, SMALL).policy!),
});
const compiled = (own: PackPolicies, trust?: PackPolicies) => compile({ ...own, school: SCHOOL, vocabulary: SMALL, ...(trust ? { trust } : {}) });
const codes = (own: PackPolicies, trust?: PackPolicies) => compiled(own, trust).findings.map(({ file, line, code, remedy }) => `${file}:${line} ${code} ${remedy}`);

test('every rule knows its clause, whom it binds and what it sets aside', () => {
  const { rulebook, findings } = compiled(pack('hill', {
    phones: 'Away. {#away}\n\n::never[carry-phone]{who="!ict"}\n\nMay. {#may}\n\n::may[carry-phone]{who=teacher over="away mail#none"}\n',
    mail: 'None. {#none}\n\n::never[contact-parent]\n',
  }));
  deepEqual(findings, []);
  deepEqual(rulebook.rules.map(({ clauseId, binds, sets, order }) => [clauseId, binds, sets, order]), [
    ['hill/phones#away', { kinds: ['staff', 'pupil'], except: ['ict'] }, [], 0],
    ['hill/phones#may', { kinds: ['teacher'], except: [] }, ['hill/phones#away', 'hill/mail#none'], 1],
    ['hill/mail#none', { kinds: ['staff', 'pupil'], except: [] }, [], 2],
  ]);
  deepEqual(rulebook.rulesByAct.get('carry-phone')!.map((rule) => rule.order), [0, 1]);
});

test('a trust binds its school, and the school may not set its clauses aside', () => {
  const trust = pack('trust', { code: 'Away. {#away}\n\n::never[carry-phone]\n' }, [{ source: 'T1', clause: 'code#away', act: '' }]);
  const own = pack('hill', { phones: 'May. {#may}\n\n::may[carry-phone]{over="code#away"}\n' });
  const { rulebook } = compiled(own, trust);
  deepEqual([...rulebook.clauses.keys()], ['hill/phones#may', 'trust/code#away']);
  deepEqual(rulebook.rules[0]!.sets, []);
  deepEqual(rulebook.coverage, [{ source: 'T1', clause: 'trust/code#away', act: '' }]);
  deepEqual(codes(own, trust), ['hill/phones.md:8 over-trust A school may only be stricter: take it out of "over", or ask the trust to change its policy.']);
});

test('a reference to a clause that is not there is found, with the one that was meant', () => {
  const body = (over: string) => ({ phones: `Away. {#away}\n\n::never[carry-phone]\n\nMay. {#may}\n\n::may[carry-phone]{over="${over}"}\n`, mail: 'None. {#none}\n\n::info[x]\n' });
  deepEqual(codes(pack('hill', body('awya'))), ['hill/phones.md:12 dangling-reference Did you mean "away"?']);
  deepEqual(codes(pack('hill', body('none'))), ['hill/phones.md:12 dangling-reference Did you mean "mail#none"?']);
  deepEqual(codes(pack('hill', body('mial#none'))), ['hill/phones.md:12 dangling-reference Did you mean "mail"?']);
  deepEqual(codes(pack('hill', body('may'))), ['hill/phones.md:12 over-itself Name the clause that it is stronger than.']);
});

test('two files may not be the same policy', () => {
  const one = pack('hill', { phones: 'A. {#a}\n\n::info[x]\n' });
  const { rulebook, findings } = compiled({ ...one, policies: [...one.policies, ...one.policies] });
  deepEqual(findings.map(({ code }) => code), ['duplicate-policy']);
  equal(rulebook.policies.length, 1);
});

test('a rule that could not be read is kept as a mark with its full name', () => {
  const { rulebook } = compiled(pack('hill', { phones: 'A. {#a}\n\n::never[carry-phone]{when="trip"}\n' }));
  deepEqual(rulebook.broken, [{ clauseId: 'hill/phones#a', act: 'carry-phone' }]);
});

test('coverage names clauses and acts that exist, and is found by line', () => {
  const sheet = readCoverage('source\tclause\tact\nA1\tphones#a\t\n\nA2\tphones#b\tcarry-fone\nA3\tphones\n', 'coverage.tsv');
  deepEqual(sheet.findings.map(({ line, code }) => `${line} ${code}`), ['5 bad-coverage']);
  deepEqual(codes(pack('hill', { phones: 'A. {#a}\n\n::info[x]\n' }, sheet.coverage.slice(0, 2))), [
    'coverage.tsv:4 dangling-reference Did you mean "phones#a"?', 'coverage.tsv:4 unknown-act Did you mean "carry-phone"?',
  ]);
});

test('the school\'s sheet is read with its terms, and checked', () => {
  const text = 'name: Our school\nunder: trust\noffices:\n  head: Ann Ash\n  hed: Bo Birch\nterms:\n  - { name: Autumn, from: 2026-09-01, to: 2026-12-18 }\n  - { name: Spring, from: 2027-01-05, to: soon }\n';
  const { school, findings } = readSchool(text, 'school.yaml', SMALL);
  deepEqual(school, { name: 'Our school', under: 'trust', offices: { head: 'Ann Ash', hed: 'Bo Birch' }, terms: [{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }] });
  deepEqual(findings.map(({ line, column, code }) => `${line}:${column} ${code}`), ['5:3 unknown-office', '8:43 bad-date']);
});
