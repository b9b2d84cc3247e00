import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { carriedOutBy, earOf, mayDo, remindsOn, tasksSeenAs, taskState } from './decisions.ts';

const book = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;

test('a way in from outside is set up by whom the next clause names, also where they said yes themselves', () => {
  const ask = { act: 'use-remote-access', clauses: ['day-school/applications-code#ask-for-vpn'], held: ['head', 'helpdesk', 'network-manager'] };
  equal(carriedOutBy(book('day-school'), { ...ask, deciders: ['network-manager'] }), 'network-manager');
  equal(carriedOutBy(book('day-school'), { ...ask, deciders: ['head'], held: ['helpdesk'] }), 'helpdesk', 'where nobody holds that office, whoever does such work');
});

test('a program that the head allows is put in by IT; IT’s own yes needs no second word; a phone at school nobody carries out', () => {
  const ask = { act: 'install-software', clauses: ['academy-trust/acceptable-use#new-software'], held: ['head', 'ict-lead', 'it-support'] };
  equal(carriedOutBy(book('academy-trust'), { ...ask, deciders: ['head'] }), 'it-support');
  equal(carriedOutBy(book('academy-trust'), { ...ask, deciders: ['ict-lead'] }), null);
  equal(carriedOutBy(book('academy-trust'), { ...ask, deciders: ['head'], held: ['head'] }), null, 'a school without IT waits for nobody');
  equal(carriedOutBy(book('prep-school'), { ...ask, act: 'bring-phone', deciders: ['head'] }), null);
});

test('a question goes to the helpdesk, else to IT, else to the head', () => {
  deepEqual([earOf(['it-support', 'helpdesk']), earOf(['ict-lead', 'head']), earOf(['head']), earOf([])], ['helpdesk', 'ict-lead', 'head', 'head']);
});

test('IT and the head see every task, another office its own, a teacher none; who does the work is IT or the office named', () => {
  deepEqual([tasksSeenAs(['helpdesk']), tasksSeenAs(['head']), tasksSeenAs(['data-manager']), tasksSeenAs([])], ['all', 'all', ['data-manager'], null]);
  deepEqual([mayDo({ office: 'it-support' }, ['ict-lead']), mayDo({ office: 'data-manager' }, ['data-manager']), mayDo({ office: 'it-support' }, ['head'])], [true, true, false]);
});

test('the office is reminded from the next day on, four times, while nobody has taken it on', () => {
  const task = { ended: null, claimedBy: null, openedOn: '2026-11-23', reminded: 0, remindedOn: null };
  deepEqual([remindsOn(task, '2026-11-23'), remindsOn(task, '2026-11-24')], [false, true]);
  deepEqual([remindsOn({ ...task, remindedOn: '2026-11-24' }, '2026-11-24'), remindsOn({ ...task, reminded: 4 }, '2026-11-30'), remindsOn({ ...task, claimedBy: 'a' }, '2026-11-24'), remindsOn({ ...task, ended: 'done' }, '2026-11-24')], [false, false, false, false]);
  deepEqual([taskState({ ended: null, claimedBy: null }), taskState({ ended: null, claimedBy: 'a' }), taskState({ ended: 'cannot', claimedBy: 'a' })], ['open', 'claimed', 'cannot']);
});
