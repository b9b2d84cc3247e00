import test from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadWords } from '../packs/index.ts';
import { readSchool, type SchoolSheet } from '../rulebook/index.ts';
import { castSchool } from './cast.ts';
import { PLANS, planFor } from './plans.ts';

const { vocabulary } = loadWords('policies');
const today = '2026-11-22';
const sheetOf = (pack: string): SchoolSheet => readSchool(readFileSync(`policies/${pack}/school.yaml`, 'utf8'), 'school.yaml', vocabulary).school;
const castOf = (pack: string) => castSchool({ sheet: sheetOf(pack), plan: PLANS[pack]!, seed: pack, today });

for (const pack of Object.keys(PLANS)) {
  test(`${pack} has between 60 and 160 people, no two of one name, and nobody from the future`, () => {
    const { people } = castOf(pack);
    ok(people.length >= 60 && people.length <= 160, `${people.length} people`);
    equal(new Set(people.map(person => `${person.givenName} ${person.familyName}`)).size, people.length);
    deepEqual(people.filter(person => person.joinedOn > today), []);
    deepEqual(people.flatMap(person => person.kinds.filter(kind => !vocabulary.kinds.has(kind))), []);
  });

  test(`${pack} gives every office of its sheet to the person the sheet names`, () => {
    const sheet = sheetOf(pack);
    const { people, offices } = castOf(pack);
    for (const [office, holder] of Object.entries(sheet.offices)) {
      const held = offices.find(holding => holding.office === office);
      ok(held, `${office} is held`);
      const person = people[held.person]!;
      if (holder.startsWith('office:')) equal(held.person, offices.find(other => other.office === holder.slice('office:'.length))?.person);
      else equal(`${person.givenName} ${person.familyName}`, holder);
    }
  });

  test(`${pack} has a parent of two children in different classes, and one parent who may not be contacted`, () => {
    const { people, families, personas } = castOf(pack);
    const parent = personas.find(({ persona }) => persona === 'parent')!.person;
    const children = families.filter(tie => tie.parent === parent);
    equal(new Set(children.map(tie => people[tie.child]!.place!.class)).size, 2);
    ok(families.some(tie => tie.noContact && !tie.mayAgree));
    ok(children.every(tie => tie.mayAgree && !tie.noContact));
  });
}

test('the same day makes the same people', () => deepEqual(castOf('prep-school'), castOf('prep-school')));

test('the prep school has every persona of its two codes', () => {
  const personas = castOf('prep-school').personas.map(({ persona }) => persona);
  deepEqual(['head', 'network-manager', 'supply', 'inspector', 'pupil', 'reception', 'parent'].filter(persona => !personas.includes(persona)), []);
});

test('a school for measuring has about as many people as asked for', () => {
  const { people } = castSchool({ sheet: sheetOf('village-primary'), plan: planFor(2000), seed: 'bench', today });
  ok(Math.abs(people.length - 2000) < 100, `${people.length} people`);
});
