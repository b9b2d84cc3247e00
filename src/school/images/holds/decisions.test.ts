import { deepEqual, equal, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { holdsBack, holdState, isKeptFrom, liftsHold, pictureOffice, placesOfRules, readersOf, seesHold, worryClause } from './decisions.ts';
import type { PlaceState } from './words.ts';

const rulesOf = (pack: string) => loadRulebook(`policies/${pack}`).rulebook;
const PACKS = ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school'];

test('each school’s own rules name who sees to pictures, and where they are silent whoever looks after these rules does', () => {
  deepEqual(PACKS.map(pack => pictureOffice(rulesOf(pack))), ['head', 'head', 'head', 'data-protection-lead', 'deputy-head']);
});

test('pictures are held back under the clause about worries, or else the one about publishing', () => {
  deepEqual(PACKS.map(pack => worryClause(rulesOf(pack))), [
    'village-primary/staff-code#consent-before-sharing', 'town-school/staff-code#pupils-pictures', 'day-school/social-media-code#no-pupil-pictures', 'academy-trust/acceptable-use#parents-permission', 'prep-school/e-safety#picture-worry',
  ]);
});

test('where the school has not said where pictures may be, the places that its rules name stand there', () => {
  const places = placesOfRules(rulesOf('prep-school'));
  ok(places.includes('school-website') && places.includes('newspaper') && places.includes('school-video'), places.join(', '));
  ok(!places.includes('internet') && !places.includes('public') && !places.includes('personal-social-media'), 'neither a wide word nor somebody’s own is a place of the school');
  deepEqual(PACKS.filter(pack => placesOfRules(rulesOf(pack)).length === 0), []);
});

test('round whoever it is about: the next office sees to the pictures, and the next one lifts the hold', () => {
  const holders = [{ office: 'deputy-head', person: 'd' }, { office: 'dsl', person: 's' }, { office: 'head', person: 'h' }];
  deepEqual(readersOf('deputy-head', { holders, about: [] }), { office: 'deputy-head', lifter: 'dsl' });
  deepEqual(readersOf('deputy-head', { holders, about: ['d'] }), { office: 'dsl', lifter: 'dsl' });
  deepEqual(readersOf('deputy-head', { holders, about: ['s'] }), { office: 'deputy-head', lifter: 'head' });
  deepEqual(readersOf('data-manager', { holders, about: [] }), { office: 'dsl', lifter: 'dsl' }, 'an office that nobody holds sees to nothing');
});

test('a hold is seen to when every place is; to have asked somebody is not enough', () => {
  const stands = (...states: PlaceState[]) => holdState({ outcome: null }, states.map(state => ({ state })));
  deepEqual([stands('down', 'never-there'), stands('down', 'asked'), stands('open'), stands()], ['done', 'open', 'open', 'open']);
  deepEqual([holdState({ outcome: 'never' }, []), holdsBack({ outcome: 'never' }), holdsBack({ outcome: null }), holdsBack({ outcome: 'again' })], ['never', true, true, false]);
});

test('only the offices of a hold see it, only one of them lifts it, and nobody it is about knows of it', () => {
  const keyOf = (id: string) => [`key of ${id}`];
  const hold = { office: 'deputy-head', lifter: 'dsl', keptFrom: ['key of x'] };
  const sees = (person: string, ...offices: string[]) => [seesHold(hold, { person, offices }, keyOf), liftsHold(hold, { person, offices }, keyOf)];
  deepEqual([sees('d', 'deputy-head'), sees('s', 'dsl'), sees('h', 'head'), sees('x', 'dsl', 'deputy-head')], [[true, false], [true, true], [false, false], [false, false]]);
  equal(isKeptFrom(hold, { person: 'x' }, keyOf), true);
  equal(isKeptFrom(hold, { person: 'x' }, id => [`newer key of ${id}`, `key of ${id}`]), true, 'a key that was lost and put back hides it still');
});
