import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { documentOf, INSTALL, staffCode, vocabulary } from '../../../tests/support/policies.ts';
import { marginOf, type MarginReader } from './margin.ts';

const teacher: MarginReader = { kinds: ['teacher', 'staff'], offices: [] };
const parent: MarginReader = { kinds: ['parent'], offices: [] };

function margin(clause: string, reader: MarginReader) {
  const document = documentOf(staffCode(clause));
  return marginOf(document.clauses[0]!, { front: document.front, reader, vocabulary });
}

test('a teacher reads beside the clause that the head is asked first, and when', () => {
  deepEqual(margin(INSTALL, teacher), { label: 'workflow', bindsReader: true, lines: [{ says: 'Ask the headteacher first.', when: "When device owner: the school's." }] });
});

test('a parent reads that the clause speaks of others', () => {
  deepEqual(margin(INSTALL, parent), { label: 'workflow', bindsReader: false, lines: [{ says: 'Speaks of staff and visitors: not you.', when: '' }] });
});

test('a promise is called a promise, with its exception', () => {
  const { label, lines } = margin('No phones. {#phones}\n\n::never[use-phone]{when="place=classroom" unless="emergency=yes"}\n', teacher);
  equal(label, 'promised');
  deepEqual(lines, [{ says: 'Never.', when: 'When in a classroom. Not if somebody is in danger.' }]);
});

test('what only those who hold a permission may do is said in plain words', () => {
  const { lines } = margin('Only approved users. {#users}\n\n::never[use-app]{unless="grant-held=yes; authorised=no"}\n', teacher);
  deepEqual(lines, [{ says: 'Never.', when: 'Not if you hold the permission for it; it is not on the school’s approved list.' }]);
});

test('kinds taken out of a rule read that it is not for them', () => {
  const clause = 'Staff do not. {#a}\n\n::never[use-phone]{who="staff !teacher"}\n';
  equal(margin(clause, teacher).bindsReader, false);
  equal(margin(clause, { kinds: ['support-staff', 'staff'], offices: [] }).bindsReader, true);
});

test('a clause that only explains has no label', () => {
  deepEqual(margin('Why we have this. {#why}\n\n::info[Background]\n', teacher), { label: null, bindsReader: false, lines: [{ says: 'Explains. Nothing to do.', when: '' }] });
});

test('signed out, the margin speaks to nobody in particular and says for whom it is where not for all', () => {
  deepEqual(margin('Visitors sign in. {#a}\n\n::never[use-phone]{who=visitor}\n', null).lines, [{ says: 'Never.', when: '' }, { says: 'For visitors.', when: '' }]);
  deepEqual(margin(INSTALL, null).lines.length, 1);
});

test('the same line from two rules stands once', () => {
  equal(margin('Twice. {#a}\n\n::never[use-phone]\n::never[wear-headphones]\n', teacher).lines.length, 1);
});
