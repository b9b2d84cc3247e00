import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { loadWords } from '../../../packs/index.ts';
import { compare } from './compare.ts';
import { readOneRoster } from './one-roster/read.ts';
import { writeOneRoster } from './one-roster/write.ts';
import type { Known } from './words.ts';

const { vocabulary } = loadWords('policies');
const kinds = new Set(vocabulary.kinds.keys());
const today = '2026-11-23';
const school = { id: 'org-1', name: 'Hazel Bank School' };

const name = fc.stringMatching(/^[A-Za-zÀ-ž'][A-Za-zÀ-ž ,"'-]{0,20}[a-z]$/).map(text => text.replaceAll(/\s+/g, ' ').trim()).filter(text => text !== '');
const pupil = fc.record({ kinds: fc.constantFrom(['pupil'], ['pupil-ks1'], ['pupil-senior']), yearGroup: fc.constantFrom('Nursery', 'Reception', 'Year 1', 'Year 4', 'Year 13', 'Sixth form'), class: fc.constantFrom('Robins', '4B', '7, upper', 'Y"1') });
const grownUp = fc.record({ kinds: fc.subarray([...kinds].filter(kind => !kind.startsWith('pupil')), { minLength: 1, maxLength: 4 }), yearGroup: fc.constant(null), class: fc.constant(null) });
const person = (n: number): fc.Arbitrary<Known> => fc.record({
  givenName: name, familyName: name, email: fc.option(fc.constant(`person${n}@school.example`)), more: fc.oneof(pupil, grownUp),
  leftOn: fc.constantFrom(null, '2026-12-18'), keyed: fc.boolean(),
}).map(({ more, keyed, ...one }) => ({ ...one, ...more, id: `0198-${n}`, key: keyed ? `their-${n}` : null, joinedOn: '2026-09-01', phase: more.yearGroup === null ? null : 'Phase', offices: [] }));
const roll = fc.integer({ min: 1, max: 12 }).chain(size => fc.tuple(...Array.from({ length: size }, (_, n) => person(n))));

test('whoever is written out and read in again neither joins nor changes nor leaves', async () => {
  await fc.assert(fc.asyncProperty(roll, async people => {
    const keyed = people.map(one => ({ ...one, key: one.key ?? one.id }));
    const children = keyed.filter(one => one.yearGroup !== null), parents = keyed.filter(one => one.kinds.includes('parent'));
    const ties = children.flatMap(child => parents.map(parent => ({ child, parent, relation: 'Parent', mayAgree: true })));
    const zip = await writeOneRoster({ people: keyed, ties: ties.map(tie => ({ ...tie, child: tie.child.key, parent: tie.parent.key })), school, today });
    const roster = await readOneRoster(zip, { school: school.name, kinds });
    const plan = compare(roster, { today, people, ties: new Set(ties.map(tie => `${tie.child.id} ${tie.parent.id}`)), newId: () => 'new', kinds });
    deepEqual({ ...plan, keys: [] }, { joins: [], changes: [], leaves: [], ties: [], keys: [], same: people.length, faults: [] });
    deepEqual(roster.faults, []);
    equal(plan.keys.length, people.filter(one => one.key === null).length);
  }), { numRuns: 120 });
});

test('the same people make the same zip, byte for byte', async () => {
  const given = { people: [{ key: 'a', givenName: 'Ada', familyName: 'Elm', email: null, joinedOn: '2026-09-01', leftOn: null, kinds: ['teacher'], yearGroup: null, class: null }], ties: [], school, today };
  deepEqual(await writeOneRoster(given), await writeOneRoster(given));
});
