import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { documentOf, INSTALL, staffCode, vocabulary } from '../../../tests/support/policies.ts';
import { freshId, insertClause, ruleLine, sectionFor, type NewClause } from './insert-clause.ts';
import { firstText, policyId } from './new-policy.ts';

const markdown = staffCode(`${INSTALL}\n## Signing\n\nYou sign this. {#sign}\n\n::sign[sign-policy]\n`);
const document = documentOf(markdown);
const colour: NewClause = { section: 'devices', words: 'Ask the office before you print in colour.', verb: 'ask', act: 'print', who: [], office: 'office', when: {} };

test('the clause stands at the end of the section chosen, with its rule under it', () => {
  const { markdown: after, id } = insertClause(markdown, document, colour);
  equal(id, 'ask-office-before-print');
  const read = documentOf(after);
  deepEqual(read.clauses.map(clause => clause.id), ['install', id, 'sign']);
  deepEqual(read.clauses[1]!.rules.map(rule => [rule.verb, rule.subject, rule.offices]), [['ask', 'print', [['office']]]]);
});

test('without a section it stands at the end', () => {
  deepEqual(documentOf(insertClause(markdown, document, { ...colour, section: '' }).markdown).clauses.at(-1)!.text, colour.words);
});

test('whom it binds and when it holds go into the rule line', () => {
  equal(ruleLine({ ...colour, verb: 'never', who: ['staff', 'visitor'], when: { place: 'classroom', emergency: 'no' } }), '::never[print]{who="staff visitor" when="place=classroom; emergency=no"}');
  equal(ruleLine({ ...colour, verb: 'tell', office: 'dsl', who: ['staff'] }), '::tell[print]{to=dsl who=staff}');
  equal(ruleLine({ ...colour, verb: 'may', office: 'dsl' }), '::may[print]');
});

test('an id already taken gets a number', () => equal(freshId('Ask the head', [{ id: 'ask-head' }, { id: 'ask-head-2' }]), 'ask-head-3'));

test('whatever people type stays the words of one clause', () => {
  const typed = fc.oneof(fc.string({ minLength: 1, maxLength: 80 }), fc.constantFrom('# Not a heading', '- not a list', '1. one', 'Ring *her* at 10:30am', ':::meanwhile', '[x](javascript:alert(1))', 'a {#b} c', '> quote', '---', '::never[print]', '<b>bold</b>', 'Class:7A'));
  fc.assert(fc.property(typed, words => {
    const plain = words.replace(/\s+/g, ' ').trim();
    fc.pre(/[a-z]/i.test(plain));
    const { markdown: after, id } = insertClause(markdown, document, { ...colour, words });
    const clause = documentOf(after).clauses.find(one => one.id === id);
    equal(clause?.text, plain);
    equal(clause?.rules.length, 1);
  }), { numRuns: 300 });
});

test('the helper proposes the section that already speaks of such things, not the one for signing', () => {
  equal(sectionFor(document, 'install-hardware', vocabulary), 'devices');
  equal(sectionFor(document, 'print', vocabulary), 'devices');
});

test('a new policy begins as a document that reads without a fault', () => {
  const text = firstText({ policy: policyId('Use of "drones": rules'), title: 'Use of "drones": rules', summary: 'Who may fly: and where.', binds: ['staff'], owner: 'head', approvedBy: 'governing-body', readers: 'adults', signed: true, isPublic: false, nextReview: '2027-11-22' });
  const policy = documentOf(text);
  deepEqual([policy.id, policy.front.title, policy.front.summary], ['use-of-drones-rules', 'Use of "drones": rules', 'Who may fly: and where.']);
  ok(policy.front.sign);
});
