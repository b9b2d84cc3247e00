import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { rulebookOf, vocabulary } from '../../../tests/rulebook/build.ts';
import { compile } from '../compile.ts';
import { read } from '../read/index.ts';
import type { Permission, Question, Rulebook } from '../words.ts';
import { decide } from './index.ts';

const on = '2026-11-20';
const clause = (id: string, ...rules: string[]) => `A rule of this school. {#${id}}\n\n${rules.join('\n')}\n\n`;
const ask = (book: Rulebook, question: Partial<Question> & { act: string }) => decide(book, { who: 'teacher', on, ...question });
const short = (ids: readonly string[]) => ids.map((id) => id.slice(id.indexOf('#') + 1));

const granted = (act: string, office?: string, facts?: Permission['facts']): readonly Permission[] => [{ act, live: true, ...(office ? { office } : {}), ...(facts ? { facts } : {}) }];

test('what is not known is asked for, the strictest matter first', () => {
  const book = rulebookOf(clause('ask', '::ask[photograph-pupils]{of=head when="device-owner=personal"}') + clause('never', '::never[photograph-pupils]{when="place=toilet|changing-area"}'));
  const answer = ask(book, { act: 'photograph-pupils' });
  equal(answer.says, 'depends');
  deepEqual(answer.missing, ['place', 'device-owner']);
  deepEqual(short(answer.because), ['ask', 'never']);
  deepEqual(ask(book, { act: 'photograph-pupils', facts: { place: 'hall' } }).missing, ['device-owner']);
});

test('a fact that could change nothing is not asked for', () => {
  const book = rulebookOf(clause('ban', '::never[use-phone]{when="place=toilet"}') + clause('hall', '::never[use-phone]{when="place=toilet; moment=lesson"}'));
  equal(ask(book, { act: 'use-phone', facts: { place: 'toilet' } }).says, 'no');
  equal(ask(book, { act: 'use-phone', facts: { place: 'hall' } }).says, 'silent');
});

test('where every way it may turn out gets the same answer, that is the answer', () => {
  const book = rulebookOf(clause('on', '::never[record-people]{when="secret=yes"}') + clause('off', '::never[record-people]{when="recording-kind=video|audio"}') + clause('still', '::never[record-people]{when="recording-kind=photo|screenshot"}'));
  const answer = ask(book, { act: 'record-people' });
  equal(answer.says, 'no');
  deepEqual(short(answer.because), ['off', 'still']);
});

test('an open question that could only ask one more office does not hide that somebody has to be asked', () => {
  const book = rulebookOf(clause('always', '::ask[publish-image]{of=head}') + clause('web', '::ask[publish-image]{of=ict-lead when="destination=internet"}'));
  equal(ask(book, { act: 'publish-image' }).says, 'ask');
  equal(ask(book, { act: 'publish-image', permissions: granted('publish-image', 'head') }).says, 'depends');
});

test('a broader value does not meet a narrower test, but no yes rests on that', () => {
  const book = rulebookOf(clause('pupil', '::never[share-file]{when="data-kind=pupil-data"}') + clause('school', '::may[share-file]{when="data-kind=school-data"}')
    + clause('other', '::ask[email-sensitive-data]{of=dpo}') + clause('medical', '::never[email-sensitive-data]{when="data-kind=medical"}'));
  equal(ask(book, { act: 'share-file', facts: { 'data-kind': 'school-file' } }).says, 'yes');
  const broad = ask(book, { act: 'share-file', facts: { 'data-kind': 'school-data' } });
  deepEqual([broad.says, broad.missing], ['depends', ['data-kind']]);
  equal(ask(book, { act: 'email-sensitive-data', facts: { 'data-kind': 'personal-data' } }).says, 'ask');
});

test('a list means one of these and gets the strictest answer; silence is stricter than a yes', () => {
  const book = rulebookOf(clause('hall', '::may[use-phone]{when="place=hall"}') + clause('class', '::never[use-phone]{when="place=classroom"}'));
  const says = (place: readonly string[]) => ask(book, { act: 'use-phone', facts: { place } }).says;
  deepEqual([says(['hall']), says(['hall', 'classroom']), says(['hall', 'grounds'])], ['yes', 'no', 'silent']);
});

test('several consents hold at once', () => {
  const book = rulebookOf(clause('consent', '::consent[publish-image]{from="parent+pictured-person"}'));
  equal(ask(book, { act: 'publish-image', facts: { consent: ['parent-spoken', 'pictured-person'] } }).says, 'yes');
  const answer = ask(book, { act: 'publish-image', facts: { consent: 'parent' } });
  deepEqual([answer.says, answer.instead.consent], ['no', ['parent', 'pictured-person']]);
});

test('an unknown value is unknown, never a yes', () => {
  const book = rulebookOf(clause('never', '::never[use-phone]{when="place=toilet"}') + clause('may', '::may[use-phone]'));
  equal(ask(book, { act: 'use-phone', facts: { place: 'moon' } }).says, 'depends');
  equal(ask(book, { act: 'use-phone', facts: { place: [] } }).says, 'depends');
});

test('numbers and spans are compared by their size', () => {
  const book = rulebookOf(clause('many', '::ask[contact-parent]{of=head when="recipient-count>1"}') + clause('short', '::may[restore-deleted-file]{when="time-span<=25 days"}'));
  deepEqual(['1', '2', '100'].map((count) => ask(book, { act: 'contact-parent', facts: { 'recipient-count': count } }).says), ['silent', 'ask', 'ask']);
  deepEqual(['25 days', '1 month', '3 weeks', 'permanent', 'unstated'].map((span) => ask(book, { act: 'restore-deleted-file', facts: { 'time-span': span } }).says),
    ['yes', 'silent', 'yes', 'silent', 'depends']);
});

test('a permission covers only the situations that match its facts', () => {
  const book = rulebookOf(clause('ask', '::ask[use-phone]{of=head}'));
  const permissions = granted('use-phone', 'head', { place: 'school-site' });
  const says = (facts: Record<string, string>) => ask(book, { act: 'use-phone', facts, permissions }).says;
  deepEqual([says({ place: 'hall' }), says({ place: 'home' })], ['yes', 'ask']);
  const open = ask(book, { act: 'use-phone', permissions });
  deepEqual([open.says, open.missing], ['depends', ['place']]);
});

test('a permission from another office, or one that has run out, does not count; one without office does', () => {
  const book = rulebookOf(clause('ask', '::ask[install-software]{of=ict-lead}'));
  const says = (permissions: readonly Permission[]) => ask(book, { act: 'install-software', permissions }).says;
  equal(says(granted('install-software', 'dsl')), 'ask');
  equal(says([{ act: 'install-software', office: 'ict-lead', live: false }]), 'ask');
  equal(says(granted('install-software')), 'yes');
  equal(says(granted('install-hardware')), 'ask');
  equal(ask(book, { act: 'install-software', facts: { 'grant-held': 'yes' } }).says, 'yes');
});

test('no office-holder approves their own request', () => {
  const book = rulebookOf(clause('either', '::ask[use-personal-device]{of="head|deputy-head"}') + clause('lead', '::ask[install-software]{of=ict-lead}') + clause('head', '::ask[publish-image]{of=head}'));
  deepEqual(ask(book, { who: 'head', act: 'use-personal-device' }).askGroups, [['deputy-head']]);
  deepEqual(ask(book, { who: 'ict-lead', act: 'install-software' }).askGroups, [['head']]);
  deepEqual(ask(book, { who: 'head', act: 'publish-image' }).askGroups, [['chair-of-governors']]);
  equal(ask(book, { who: 'head', act: 'publish-image', permissions: granted('publish-image', 'head') }).says, 'ask');
  equal(ask(book, { who: 'head', act: 'publish-image', permissions: granted('publish-image') }).says, 'ask');
  equal(ask(book, { who: 'head', act: 'publish-image', permissions: granted('publish-image', 'chair-of-governors') }).says, 'yes');
});

test('one person with two offices does not approve their own request with the other', () => {
  const book = rulebookOf(clause('head', '::ask[publish-image]{of=head}'), { school: { offices: { head: 'Ann Teal', dsl: 'office:head', 'deputy-head': 'Bo Finch' } } });
  deepEqual(ask(book, { who: 'dsl', act: 'publish-image' }).askGroups, [['chair-of-governors']]);
  deepEqual(ask(book, { who: 'deputy-head', act: 'publish-image' }).askGroups, [['head']]);
});

test('a "may" for an office speaks only to its holder', () => {
  const book = rulebookOf(clause('logs', '::may[view-activity-log]{who="line-manager unassigned"}'), { school: { offices: { unassigned: 'office:head', head: 'Ann Teal' } } });
  deepEqual(['line-manager', 'head', 'teacher'].map((who) => ask(book, { who, act: 'view-activity-log' }).says), ['yes', 'yes', 'silent']);
});

test('a temporary measure holds on its days, or when the question says that it is on, and ends by itself', () => {
  const book = rulebookOf(`:::meanwhile{period=covid from=2020-05-01 until=2021-07-19}\n\n${clause('calls', '::never[contact-parent]{when="period=covid; channel=phone-call" unless="channel=phone-call-withheld"}')}\n:::`);
  const says = (day: string, period?: string) => ask(book, { act: 'contact-parent', on: day, facts: { channel: 'phone-call-shown', ...(period ? { period } : {}) } }).says;
  deepEqual([says('2020-04-30'), says('2020-05-01'), says('2021-07-19'), says('2021-07-20')], ['silent', 'no', 'no', 'silent']);
  equal(says('2026-11-20', 'covid'), 'no');
});

test('a rule with days holds on those days only', () => {
  const book = rulebookOf(clause('autumn', '::never[use-phone]{from=2026-09-01 until=2026-12-18}'));
  deepEqual(['2026-08-31', '2026-09-01', '2026-12-18', '2026-12-19'].map((day) => ask(book, { act: 'use-phone', on: day }).says), ['silent', 'no', 'no', 'silent']);
});

test('while it is open whether a clause is set aside, it is undecided', () => {
  const book = rulebookOf(clause('ban', '::never[use-phone]') + clause('trip', '::may[use-phone]{when="purpose=safety" over=ban}'));
  deepEqual([ask(book, { act: 'use-phone' }).says, ask(book, { act: 'use-phone' }).missing], ['depends', ['purpose']]);
  equal(ask(book, { act: 'use-phone', facts: { purpose: 'personal' } }).says, 'no');
});

test('an absolute ban is out of reach of exceptions, its own included', () => {
  const book = rulebookOf(clause('ban', '::never[use-phone]{unless="emergency=yes" absolute}') + clause('may', '::may[use-phone]{over=ban}'));
  equal(ask(book, { act: 'use-phone', facts: { emergency: 'yes' } }).says, 'no');
});

test('advice decides nothing alone, stands beside a clause that agrees, and is to be minded otherwise', () => {
  const alone = rulebookOf(clause('advice', '::never[use-personal-device]{advice}'));
  deepEqual([ask(alone, { act: 'use-personal-device' }).says, short(ask(alone, { act: 'use-personal-device' }).considered)], ['silent', ['advice']]);
  const both = rulebookOf(clause('advice', '::never[use-personal-device]{advice}') + clause('may', '::may[use-personal-device]{when="purpose=teaching"}') + clause('ban', '::never[use-personal-device]{when="purpose=profit"}'));
  const [yes, no] = ['teaching', 'profit'].map((purpose) => ask(both, { act: 'use-personal-device', facts: { purpose } }));
  deepEqual([yes!.says, short(yes!.because), short(yes!.duties)], ['yes', ['may'], ['advice']]);
  deepEqual([no!.says, short(no!.because)], ['no', ['advice', 'ban']]);
});

test('a duty comes with the answer and decides nothing; known to be broken, it is a no', () => {
  const book = rulebookOf(clause('may', '::may[share-file]') + clause('care', '::must[share-file]{needs="encrypted=yes" when="data-kind=sensitive"}'));
  const answer = (encrypted: string) => ask(book, { act: 'share-file', facts: { 'data-kind': 'medical', encrypted } });
  deepEqual([answer('yes').says, short(answer('yes').duties)], ['yes', ['care']]);
  deepEqual([answer('no').says, short(answer('no').because)], ['no', ['care']]);
  equal(ask(rulebookOf(clause('only', '::must[share-file]')), { act: 'share-file' }).says, 'silent');
});

test('whom to tell is part of every answer', () => {
  const book = rulebookOf(clause('ban', '::never[share-password]') + clause('report', '::tell[share-password]{to="dsl|head"}') + clause('dsl', '::tell[share-password]{to=dsl}'));
  const answer = ask(book, { act: 'share-password' });
  deepEqual([answer.says, short(answer.because), answer.tellGroups], ['no', ['ban'], [['dsl']]]);
});

test('a rule that could not be read counts as "ask", and the owner of its policy is told', () => {
  const { policy } = read(`---\npolicy: code\ntitle: Code\nowner: ict-lead\nbinds: [staff]\n---\n\n${clause('may', '::may[print]')}${clause('lost', '::never[print]{when="colour=red"}')}`, 'code.md', vocabulary());
  const { rulebook } = compile({ pack: 'school', policies: [policy!], coverage: [], vocabulary: vocabulary(), school: { name: 'Hill School', offices: {}, terms: [] } });
  const answer = ask(rulebook, { act: 'print', permissions: granted('print') });
  deepEqual([answer.says, short(answer.because), answer.ask, answer.tell], ['ask', ['lost'], ['ict-lead'], ['ict-lead']]);
});

test('a school may be stricter than its trust, never milder', () => {
  const trust = clause('ask', '::ask[bring-phone]{of=head}');
  equal(ask(rulebookOf(clause('never', '::never[bring-phone]'), { trust }), { act: 'bring-phone' }).says, 'no');
  const milder = ask(rulebookOf(clause('may', '::may[bring-phone]'), { trust }), { act: 'bring-phone' });
  deepEqual([milder.says, milder.because], ['ask', ['trust/code#ask']]);
});

test('sources are the inventory ids of the clauses cited, where their act fits', () => {
  const coverage = [{ source: 'X1', clause: 'code#two', act: 'print' }, { source: 'X2', clause: 'code#two', act: 'use-phone' }, { source: 'X3', clause: 'code#two', act: '' }, { source: 'X4', clause: 'code#other', act: '' }];
  const book = rulebookOf(clause('two', '::never[print]', '::never[use-phone]') + clause('other', '::may[print]'), { coverage });
  deepEqual(ask(book, { act: 'print' }).sources, ['X1', 'X3']);
});

test('silence lists the nearest clauses: first those that bind the asker', () => {
  const book = rulebookOf(clause('governors', '::never[befriend-online]{who=governor}') + clause('minors', '::never[befriend-online]{when="subject=ex-pupil-minor"}') + clause('print', '::may[print]'));
  const answer = ask(book, { act: 'befriend-online', facts: { subject: 'ex-pupil-adult' } });
  deepEqual([answer.says, answer.because, short(answer.considered)], ['silent', [], ['minors', 'governors']]);
});

test('an answer that is kept for the next question cannot be changed by who got it', () => {
  const book = rulebookOf(clause('never', '::never[print]'));
  const first = ask(book, { act: 'print' });
  ok(Object.isFrozen(first) && Object.isFrozen(first.because) && Object.isFrozen(first.instead));
  equal(ask(book, { act: 'print' }), first);
});
