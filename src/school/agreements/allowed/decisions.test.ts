import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { allowedFrom, answersIn } from './decisions.ts';
import { nameOfQuestion } from './words.ts';

const either = { mayAgree: ['mum', 'dad'], mustAgree: null };
const both = { mayAgree: ['mum', 'dad'], mustAgree: ['mum', 'dad'] };
const yes = (by: string) => ({ by, answer: 'yes' as const });
const no = (by: string) => ({ by, answer: 'no' as const });

test('nobody has answered: it is not known, and so it is not allowed', () => {
  equal(allowedFrom([], either), 'unknown');
  equal(allowedFrom([], both), 'unknown');
});

test('one yes is enough where one parent may agree', () => equal(allowedFrom([yes('dad')], either), 'yes'));

test('where both must agree one yes is not enough, and two are', () => {
  equal(allowedFrom([yes('dad')], both), 'unknown');
  equal(allowedFrom([yes('dad'), yes('mum')], both), 'yes');
});

test('where both must agree and one adult alone is on record, one yes is not enough', () => equal(allowedFrom([yes('mum')], { mayAgree: ['mum'], mustAgree: ['mum'] }), 'unknown'));

test('one no means no, whatever the other parent said', () => {
  equal(allowedFrom([yes('dad'), no('mum')], either), 'no');
  equal(allowedFrom([no('dad'), yes('mum')], both), 'no');
});

test('an adult who may not agree any more neither allows nor forbids', () => {
  equal(allowedFrom([yes('grandfather')], either), 'unknown');
  equal(allowedFrom([no('grandfather'), yes('mum')], either), 'yes');
});

const question = (about: string) => ({ clause: 'parent-says-yes', act: 'permit-internet-email', about, words: '', thing: '' });
const questions = [question('facility=internet'), question('facility=email')];

test('a question without a yes or a no is an error of its own', () => {
  deepEqual(answersIn({ 'allow-0': 'yes', 'allow-1': 'no' }, questions), { answers: ['yes', 'no'], errors: {} });
  deepEqual(answersIn({ 'allow-0': 'no' }, questions), { answers: ['no', null], errors: { 'allow-1': 'Choose yes or no' } });
  deepEqual(answersIn({ 'allow-0': ['yes', 'no'], 'allow-1': 'perhaps' }, questions).answers, [null, null]);
});

test('each question has an address of its own', () => {
  deepEqual(questions.map(nameOfQuestion), ['permit-internet-email--facility--internet', 'permit-internet-email--facility--email']);
});
