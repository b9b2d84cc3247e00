/** A small school's policies with one fault at a time: what the linter finds in them, and where. */
import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { SMALL } from '../../../tests/rulebook/small-vocabulary.ts';
import { analyse } from '../analyse/index.ts';
import { compile } from '../compile.ts';
import { read } from '../read/index.ts';
import type { Finding, Policy } from '../words.ts';
import { check, checkEditions, readStandards } from './index.ts';

const HEAD = ['policy: phones', 'title: Phones', 'binds: [staff, visitor, pupil]', 'owner: head', 'edition: "1"', 'approved: { by: head, on: 2026-09-01 }', 'in-force: 2026-09-02',
  'review: { every: 1 year, next: 2027-09-01 }', 'sign: { as: read-and-agree, on: [joining] }'];
/** The first line of a body in its file. */
const BODY = HEAD.length + 4;
const OFFICES = { head: 'Juniper Vale', 'deputy-head': 'Rowan Ash', dpo: 'office:deputy-head', 'ict-lead': 'Linden Marsh', 'it-support': 'office:ict-lead' };
const standards = readStandards([{ file: 'cadences.tsv', text: 'cadence\twhat\tverbs\tsubjects\tattribute\tlongest\twords\tsince\tsource\nfilter\tthe test of the filter\tcheck\tfilter\tevery\t1 month\t\t2020\tthe standard\n'
  + 'breach\ttelling the regulator\tduty-of\thandle-breach\twithin\t72 hours\t\t2018-05-25\tthe law\nreview\tthe review of the policy\tcheck\treview-policy\tevery\t1 year\t\t2020-01\tthe standard\n'.replace('review\t', 'policy-review\t') },
{ file: 'law.tsv', text: 'code\tseverity\tpattern\texact\tsince\tsays\tright\tsource\nmisspelt-law\terror\t\\bGPDR\\b\t\t2018\tMisspelt.\tWrite GDPR.\tlaw\nsuperseded-guidance\twarning\told rules 2020\t\t2026-09-01\tOld.\tWrite new.\tlaw\n' }]).standards;

interface Made { readonly head?: readonly string[]; readonly body?: string; readonly others?: Readonly<Record<string, string>>; readonly offices?: Readonly<Record<string, string>>; readonly on?: string }

const fileOf = (head: readonly string[], body: string) => `---\n${head.join('\n')}\n---\n\n${body}\n`;

function findingsOf({ head = HEAD, body = 'Be kind. {#kind}\n\n::info[nothing to do]', others = {}, offices = OFFICES, on = '2026-11-20' }: Made): readonly Finding[] {
  const texts = [{ file: 'phones.md', text: fileOf(head, body) }, ...Object.entries(others).map(([file, text]) => ({ file, text }))];
  const readings = texts.map(({ file, text }) => read(text, file, SMALL));
  deepEqual(readings.flatMap(({ findings }) => findings), [], 'the reader had something to say');
  const { rulebook } = compile({ pack: 'small', policies: readings.map(({ policy }) => policy!), coverage: [], vocabulary: SMALL, school: { name: 'Small School', offices, terms: [] } });
  return check({ rulebook, on, texts, standards, clashes: analyse(rulebook).clashes });
}

/** `line code`, the lines of a body counted from its first. */
const inBody = (made: Made) => findingsOf(made).map(({ line, code }) => `${line - BODY + 1} ${code}`);
const inHead = (made: Made) => findingsOf(made).map(({ line, code }) => `${line} ${code}`);
const without = (key: string) => HEAD.filter((line) => !line.startsWith(key));
const withHead = (key: string, line: string) => HEAD.map((one) => (one.startsWith(key) ? line : one));
const rule = (line: string) => `Words that say so. {#words}\n\n${line}`;

test('a policy that says all it must is silent', () => {
  deepEqual(findingsOf({}), []);
});

test('the head of a policy names its owner, its approval, its edition and its next review', () => {
  deepEqual(inHead({ head: without('owner') }), ['1 no-owner']);
  deepEqual(inHead({ head: without('approved') }), ['1 no-approval']);
  deepEqual(inHead({ head: without('edition') }), ['1 no-edition']);
  deepEqual(inHead({ head: without('review') }), ['1 no-review-date']);
  deepEqual(inHead({ head: withHead('in-force', 'in-force: 2026-08-31') }), ['8 in-force-too-soon']);
});

test('a review is overdue from the day after it, and never further away than its cycle', () => {
  deepEqual(inHead({ on: '2027-09-01' }), []);
  deepEqual(findingsOf({ on: '2027-09-02' }).map(({ line, code, severity }) => `${line} ${severity} ${code}`), ['9 warning review-overdue']);
  deepEqual(inHead({ head: withHead('review', 'review: { every: 1 year, next: 2028-09-01 }') }), ['9 review-too-far']);
  deepEqual(inHead({ head: withHead('review', 'review: { every: 3 years, next: 2028-09-01 }') }), ['9 cadence-too-weak']);
});

test('blanks, broken sentences, people and wrong laws are found at their word', () => {
  const places = (body: string) => findingsOf({ body }).map(({ line, column, code }) => `${line - BODY + 1}:${column} ${code}`);
  deepEqual(places('Ring **XXX** first. {#kind}\n\n::info[nothing]'), ['1:8 placeholder']);
  deepEqual(places('- Ask first. {#ask}\n\n  ::info[nothing]\n\n- You may keep the phone in the {#kind}\n\n  ::info[nothing]'), ['5:29 cut-off']);
  deepEqual(places('Rowan Ash has the key. {#kind}\n\n::info[nothing]'), ['1:1 named-person']);
  deepEqual(places('Write to j.vale@small.sch.uk. {#kind}\n\n::info[nothing]'), ['1:10 named-mailbox']);
  deepEqual(places('We obey the GPDR. {#kind}\n\n::info[nothing]'), ['1:13 misspelt-law']);
});

test('guidance is old from the day its successor came', () => {
  const body = 'We keep the old rules 2020. {#kind}\n\n::info[nothing]';
  deepEqual(inBody({ body, on: '2026-08-31' }), []);
  deepEqual(inBody({ body, on: '2026-09-01' }), ['1 superseded-guidance']);
});

test('an office that rules name and nobody holds is an error, and so is one handed round in a circle', () => {
  deepEqual(inHead({ offices: { ...OFFICES, head: '' } }), ['5 office-without-holder']);
  deepEqual(inHead({ offices: { ...OFFICES, head: 'TBC' } }), ['5 office-without-holder']);
  deepEqual(inBody({ body: rule('::ask[carry-phone]{of=dpo}'), offices: { head: 'Juniper Vale' } }), ['3 office-without-holder']);
  deepEqual(inBody({ body: rule('::ask[carry-phone]{of=dpo}'), offices: { ...OFFICES, 'deputy-head': 'office:dpo' } }), ['3 office-without-holder']);
  deepEqual(inBody({ body: rule('::tell[report-loss]{to=police}\n::consent[carry-phone]{from=parent}') }), []);
});

test('a policy to read with it must be here; one that prose sends people to should be', () => {
  deepEqual(inHead({ head: [...HEAD, 'read-with: [mail]'] }), ['11 dangling-reference']);
  deepEqual(inBody({ body: 'Read the phones policy. See the school\'s complaints policy. {#kind}\n\n::info[nothing]' }), ['1 policy-not-here']);
});

test('whoever is bound signs something, guests too', () => {
  deepEqual(inHead({ head: withHead('sign', 'sign: { as: read-and-agree, on: [joining], who: [staff, pupil] }') }), ['10 audience-unsigned']);
  deepEqual(inHead({ head: withHead('binds', 'binds: [staff]') }), ['4 audience-gap']);
  const withParents = withHead('binds', 'binds: [staff, visitor, parent]');
  const signedBy = (sign: string) => inHead({ head: withParents.map((line) => (line.startsWith('sign') ? sign : line)) });
  deepEqual(signedBy('sign: { as: read-and-agree, on: [joining], who: [staff, visitor] }'), ['10 audience-unsigned']);
  deepEqual(signedBy('sign: { as: read-and-agree, on: [joining], who: [staff, visitor], countersign: [parent] }'), []);
});

test('an act that visitors do too has a rule for them where staff have one', () => {
  deepEqual(inBody({ body: rule('::ask[install-software]{of=head who=staff}') }), ['3 visitors-left-out']);
  deepEqual(inBody({ body: rule('::ask[install-software]{of=head who=staff}\n::never[install-software]{who=visitor}') }), []);
  deepEqual(inBody({ body: rule('::ask[carry-phone]{of=head who=staff}') }), [], 'visitors do not do that');
});

test('what is deleted waits for a legal hold', () => {
  deepEqual(inBody({ body: rule('::keep[logs]{for="1 year" then=delete}') }), ['3 deletion-without-hold']);
  deepEqual(inBody({ body: rule('::keep[logs]{for="1 year" then=delete needs="no legal hold"}') }), []);
  deepEqual(inBody({ body: 'Logs go after a year, unless there is a legal hold. {#logs}\n\n::keep[logs]{for="1 year" then=delete}' }), []);
  deepEqual(inBody({ body: rule('::keep[logs]{for="1 year" then=archive}') }), []);
});

test('monitoring has somebody who answers for it and people who are told', () => {
  deepEqual(inBody({ body: rule('::watch[internet]{by=it-support}') }), ['3 monitoring-without-authority', '3 monitoring-without-notice']);
  deepEqual(inBody({ body: rule('::watch[internet]{by=head authority=head notice="at sign-in"}') }), ['3 monitoring-on-own-authority']);
  deepEqual(inBody({ body: rule('::watch[internet]{by=it-support authority=head notice="at sign-in"}') }), []);
});

test('checks and deadlines are no weaker than the standards', () => {
  deepEqual(inBody({ body: rule('::check[filter]{every="1 term" by=ict-lead}') }), ['3 cadence-too-weak']);
  deepEqual(inBody({ body: rule('::check[filter]{every="1 month" by=ict-lead}') }), []);
  deepEqual(inBody({ body: rule('::duty-of[dpo]{to=handle-breach within="5 days"}') }), ['3 cadence-too-weak']);
  deepEqual(inBody({ body: rule('::duty-of[dpo]{to=handle-breach within="3 days"}') }), []);
});

test('a temporary measure has an end, and goes when it has come', () => {
  const measure = (until: string) => `:::meanwhile{period=flood from=2026-01-01${until}}\nPhones may stay on. {#flood}\n\n::may[carry-phone]\n\nAll of them. {#all}\n\n::may[carry-phone]\n:::`;
  deepEqual(inBody({ body: measure('') }), ['4 temporary-without-end']);
  deepEqual(inBody({ body: measure(' until=2026-11-19') }), ['4 temporary-past-its-end']);
  deepEqual(inBody({ body: measure(' until=2026-11-20') }), []);
});

test('clauses that say yes and no are named with the situation', () => {
  const [finding, ...more] = findingsOf({ body: 'Yes at home. {#yes}\n\n::may[carry-phone]{when="place=home"}\n\nNo on trips. {#no}\n\n::never[carry-phone]{when="trip=yes"}' });
  deepEqual(more, []);
  equal(finding?.code, 'contradiction');
  ok(finding.message.includes('phones#yes') && finding.message.includes('phones#no') && finding.message.includes('place=home') && finding.message.includes('trip=yes'), finding.message);
});

test('a code for pupils is in words that pupils can read, a part for parents in theirs', () => {
  const hard = 'Unauthorised installation of applications constitutes inappropriate utilisation of institutional equipment. ';
  const easy = 'You keep your phone in your bag all day. You ask your teacher when you need it. Your teacher will help you. We like to keep you safe here. It is good to ask. ';
  const pupils = [...HEAD, 'readers: pupils'];
  const about = (body: string, head: readonly string[]) => findingsOf({ head, body }).map(({ line, code, message }) => `${line - head.length - 3} ${code} ${/grade [\d.]+/.exec(message)?.[0].split('.')[0]}`);
  deepEqual(about(`${easy}{#easy}\n\n::info[nothing]`, pupils), []);
  deepEqual(about(`${easy}${hard}{#hard}\n\n::info[nothing]`, pupils), ['1 hard-to-read grade 6']);
  deepEqual(about(`${easy}${hard}{#hard}\n\n::info[nothing]`, HEAD), [], 'grade 6 is well for adults');
  deepEqual(about(`${easy}{#easy}\n\n::info[nothing]\n\n## For grown-ups\n\n${easy}${hard}{#hard}\n\n::info[nothing]`, pupils), []);
});

test('without the files the same findings stand at their clauses', () => {
  const { policy } = read(fileOf(HEAD, 'Ring XXX first. {#kind}\n\n::info[nothing]'), 'phones.md', SMALL);
  const { rulebook } = compile({ pack: 'small', policies: [policy!], coverage: [], vocabulary: SMALL, school: { name: '', offices: OFFICES, terms: [] } });
  deepEqual(check({ rulebook, on: '2026-11-20' }).map(({ line, column, code }) => `${line}:${column} ${code}`), [`${BODY}:1 placeholder`]);
});

test('clause ids live on from one edition to the next', () => {
  const edition = (body: string): Policy => read(fileOf(HEAD, body), 'phones.md', SMALL).policy!;
  const before = edition('One. {#one}\n\n::info[a]\n\nTwo words. {#two}\n\n::info[b]');
  const about = (after: Policy) => checkEditions(before, after).map(({ line, code, message }) => `${line - BODY + 1} ${code} ${/"[^"]+"/.exec(message)![0]}`);
  deepEqual(about(before), []);
  deepEqual(about(edition('One, newly put. {#one}\n\n::info[a]\n\nTwo words. {#two}\n\n::info[b]\n\nThree. {#three}\n\n::info[c]')), []);
  deepEqual(about(edition('One. {#one}\n\n::info[a]')), ['1 vanished-id "two"']);
  deepEqual(about(edition('One. {#one}\n\n::info[a]\n\n*Two* words. {#pair}\n\n::info[b]')), ['5 renamed-id "two"']);
});
