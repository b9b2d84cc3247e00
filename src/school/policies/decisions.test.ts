import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { documentOf, INSTALL, staffCode } from '../../../tests/support/policies.ts';
import { approvingBody, changesBetween, firstDayRefusal, marksFor, mayApprove, mayWrite, measuresOf, newDutiesOf, reviewOverdue, signersOf } from './decisions.ts';
import { moves, next } from './states.ts';

const PRINT = '\nPrint little. {#print}\n\n::must[print]\n';
const code = (clauses: string, head = '') => documentOf(staffCode(clauses, head));
const kinds = (before: string, after: string) => changesBetween(code(before), code(after)).map(change => [change.clause, change.kind, change.suggested]);

test('other words with the same rule are suggested as wording', () => {
  deepEqual(kinds(INSTALL, INSTALL.replace('anything new', 'anything')), [['install', 'words', 'wording']]);
});

test('another office in the rule is suggested as a new duty', () => {
  deepEqual(kinds(INSTALL, INSTALL.replace('of=head', 'of=ict-lead')), [['install', 'rules', 'new-duty']]);
});

test('a clause that asks nothing of anybody is never suggested as a new duty', () => {
  deepEqual(kinds(INSTALL, `${INSTALL}\nWhy. {#why}\n\n::info[Background]\n`), [['why', 'added', 'clarification']]);
});

test('a clause taken out stays taken out, whatever its writer marks', () => {
  const changes = changesBetween(code(INSTALL + PRINT), code(INSTALL));
  deepEqual([...marksFor(changes, new Map([['print', 'wording']]))], [['print', 'removed']]);
});

test('the writer\'s mark counts before the suggestion, and only a new duty asks again', () => {
  const changes = changesBetween(code(INSTALL), code(INSTALL.replace('anything new', 'anything') + PRINT));
  const marks = marksFor(changes, new Map([['print', 'clarification'], ['install', 'new-duty']]));
  deepEqual(newDutiesOf(changes, marks), ['install']);
});

test('moving a clause without touching it changes nothing', () => deepEqual(kinds(INSTALL + PRINT, `${PRINT}\n${INSTALL}`), []));

test('the body named by the edition in force approves the next, though the draft names another', () => {
  const draft = documentOf(staffCode(INSTALL).replace('by: governing-body', 'by: head'));
  equal(approvingBody(code(INSTALL), draft), 'governing-body');
  equal(approvingBody(null, draft), 'head');
});

test('the chair speaks for the governors; the head does not', () => {
  equal(mayApprove(['chair-of-governors'], 'governing-body'), true);
  equal(mayApprove(['head', 'dsl'], 'governing-body'), false);
  equal(mayApprove(['head'], null), false);
});

test('the head writes every policy, the office that owns one writes that one', () => {
  equal(mayWrite(['head'], 'dsl'), true);
  equal(mayWrite(['dsl'], 'dsl'), true);
  equal(mayWrite(['dsl'], 'head'), false);
  equal(mayWrite([], undefined), false);
});

test('an edition never comes into force in the past, nor before the one it follows', () => {
  equal(firstDayRefusal('2026-11-21', { today: '2026-11-22', last: null }), 'first-day-past');
  equal(firstDayRefusal('2026-11-22', { today: '2026-11-22', last: '2026-12-01' }), 'first-day-before-last');
  equal(firstDayRefusal('2026-12-01', { today: '2026-11-22', last: '2026-12-01' }), null);
});

test('a review is overdue on the day after its day', () => {
  equal(reviewOverdue(code(INSTALL), '2027-09-01'), false);
  equal(reviewOverdue(code(INSTALL), '2027-09-02'), true);
});

test('a temporary measure begins and ends by itself', () => {
  const document = code(`${INSTALL}\n:::meanwhile{period=covid from=2026-10-01 until=2026-12-01}\nWash. {#wash}\n\n::never[use-phone]\n:::\n`);
  const on = (today: string) => measuresOf(document, today)[0]!.state;
  deepEqual(['2026-09-30', '2026-10-01', '2026-12-01', '2026-12-02'].map(on), ['to-come', 'in-force', 'in-force', 'ended']);
});

test('whoever is bound signs, unless the policy names fewer', () => {
  deepEqual(signersOf(code(INSTALL)), ['staff', 'visitor']);
  deepEqual(signersOf(documentOf(staffCode(INSTALL).replace('on: [joining, new-duty]', 'on: [joining], who: [visitor]'))), ['visitor']);
});

test('an approved or discarded edition has no way on', () => {
  deepEqual([moves.approved, moves.discarded], [{}, {}]);
  equal(next('draft', 'approve'), null);
  equal(next('proposed', 'save'), null);
  equal(next('proposed', 'send-back'), 'draft');
});
