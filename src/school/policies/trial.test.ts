import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { documentOf, INSTALL, rulebookOf, staffCode } from '../../../tests/support/policies.ts';
import { tryOut } from './trial.ts';
import type { Mark } from './words.ts';

const base = documentOf(staffCode(INSTALL));
const before = rulebookOf(base);
const tried = (clauses: string, marks: ReadonlyMap<string, Mark> = new Map()) => tryOut({ policy: 'staff-code', markdown: staffCode(clauses), base, before, marks, today: '2026-11-22' });
const answers = (clauses: string) => tried(clauses).answers.map(({ question, situation, was, now }) => `${question} ${situation}: ${was} → ${now}`);

test('a new clause shows the question it answers differently, once for everybody it binds', () => {
  deepEqual(answers(`${INSTALL}\nAsk the office. {#print}\n\n::ask[print]{of=office}\n`), ['May staff and visitors print something? : no rule → ask the school office']);
});

test('another office changes the answer only where the clause holds', () => {
  deepEqual(answers(INSTALL.replace('of=head', 'of=dsl')), [
    "May staff and visitors put a program or app on a school device? device owner: the school's: ask the headteacher → ask the designated safeguarding lead",
  ]);
});

test('a loosened answer stands before a tightened one', () => {
  const loosened = INSTALL.replace('::ask[install-software]{of=head when="device-owner=school"}', '::may[install-software]\n::never[print]');
  const [first] = tried(loosened).answers;
  deepEqual([first?.act, first?.wasSays, first?.nowSays], ['install-software', 'ask', 'yes']);
});

test('an answer in a situation without clause of its own is not said again for every situation', () => {
  const lines = answers(`${INSTALL}\nNo phones. {#phones}\n\n::never[use-phone]\n::never[use-phone]{when="place=classroom"}\n`);
  deepEqual(lines.filter(line => line.includes('staff')).length, 1);
});

test('other words alone change no answer', () => deepEqual(answers(INSTALL.replace('anything new', 'anything')), []));

test('a fault of the text is an error with its place and what to do', () => {
  const { findings, errors } = tried(INSTALL.replace('install-software', 'install-sofware'));
  ok(errors >= 1);
  const fault = findings.find(finding => finding.code === 'unknown-act')!;
  equal(fault.severity, 'error');
  ok(fault.line > 10 && fault.remedy.includes('install-software'));
});

test('a policy may not change its name on the way', () => {
  const { findings } = tryOut({ policy: 'staff-code', markdown: staffCode(INSTALL).replace('policy: staff-code', 'policy: other-code'), base, before, marks: new Map(), today: '2026-11-22' });
  ok(findings.some(finding => finding.code === 'policy-renamed' && finding.severity === 'error'));
});

test('a text that is no policy is one error and nothing else', () => {
  const { document, errors, changes } = tryOut({ policy: 'staff-code', markdown: 'Only words.\n', base, before, marks: new Map(), today: '2026-11-22' });
  deepEqual([document, errors, changes], [null, 1, []]);
});

test('a new duty names the people it binds, so that they alone are asked again', () => {
  const { newDuties } = tried(`${INSTALL}\nVisitors leave phones. {#phones}\n\n::never[carry-personal-device]{who=visitor}\n`);
  deepEqual(newDuties, [{ clause: 'phones', binds: [{ kinds: ['visitor'], except: [] }] }]);
});

test('a change marked as wording asks nobody', () => {
  deepEqual(tried(INSTALL.replace('of=head', 'of=dsl'), new Map([['install', 'wording']])).newDuties, []);
});

test('at most twenty answers are listed and the rest are counted', () => {
  const acts = ['print', 'use-phone', 'wear-headphones', 'share-password', 'download-software', 'visit-site', 'copy-material', 'play-game'].filter(act => before.vocabulary.acts.has(act));
  const clauses = acts.map((act, at) => `Clause ${at}. {#c${at}}\n\n${['school-site', 'classroom', 'office', 'staffroom', 'toilet'].map((place, n) => `::${n % 2 ? 'never' : 'ask'}[${act}]{${n % 2 ? '' : 'of=head '}when="place=${place}"}`).join('\n')}\n`).join('\n');
  const { answers: listed, moreAnswers } = tried(`${INSTALL}\n${clauses}`);
  equal(listed.length, 20);
  ok(moreAnswers > 0);
});
