import test from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';
import { completed, confirmFault, countOutcomes, nextSeptember, parentsWhoLeave, planAll, roomsOf, suggest } from './decisions.ts';
import type { Pupil } from './words.ts';
import type { YearGroup } from '../moves/words.ts';

const years: YearGroup[] = [
  { name: 'Reception', phase: 'Early Years', kind: 'pupil-ks1' }, { name: 'Year 1', phase: 'Key Stage 1', kind: 'pupil-ks1' },
  { name: 'Year 2', phase: 'Key Stage 1', kind: 'pupil-ks1' }, { name: 'Year 3', phase: 'Middle school', kind: 'pupil-senior' }, { name: 'Year 4', phase: 'Middle school', kind: 'pupil-senior' },
];
const pupil = (person: string, yearGroup: string, room: string, more: Partial<Pupil> = {}): Pupil => ({
  person, givenName: person, familyName: 'Ash', yearGroup, class: room, phase: '', kinds: [yearGroup < 'Year 3' ? 'pupil-ks1' : 'pupil-senior'], planned: false, ...more,
});
const rooms = (...all: [string, string][]) => all.map(([yearGroup, room]) => ({ yearGroup, class: room }));
const goals = (plans: ReturnType<typeof suggest>) => plans.map(one => `${one.classFrom}: ${one.goes} ${one.yearTo} ${one.classTo}`.trim());

test('a class named by its year takes the next number, and the last year leaves', () => {
  deepEqual(goals(suggest(rooms(['Year 2', '2A'], ['Year 2', '2B'], ['Year 3', '3A'], ['Year 4', '4A']), years)), ['2A: up Year 3 3A', '2B: up Year 3 3B', '3A: up Year 4 4A', '4A: leaves']);
});

test('a class with a name of its own goes where the class above it was, if there are as many', () => {
  deepEqual(goals(suggest(rooms(['Reception', 'Robins'], ['Year 1', 'Wrens'], ['Year 2', 'Larks'], ['Year 2', 'Owls'], ['Year 3', '3A'], ['Year 4', '4A'])
    , years)), ['Robins: up Year 1 Wrens', 'Wrens: up Year 2', 'Larks: up Year 3', 'Owls: up Year 3', '3A: up Year 4 4A', '4A: leaves']);
});

test('a class of a year that the school does not know waits for somebody to say where it goes', () => {
  deepEqual(goals(suggest(rooms(['Sixth form', 'Upper']), years)), ['Upper: up']);
});

test('what was said about a class stays said when another class comes', () => {
  const said = [{ yearFrom: 'Year 2', classFrom: 'Larks', goes: 'up' as const, yearTo: 'Year 3', classTo: '3 Blue' }];
  deepEqual(goals(completed(said, rooms(['Year 2', 'Larks'], ['Year 3', '3A']), years)), ['Larks: up Year 3 3 Blue', '3A: up Year 4 4A']);
});

test('a pupil goes with the class, unless a line of their own or a change noted on their page says otherwise', () => {
  const pupils = [
    pupil('Ada', 'Year 2', '2A'), pupil('Ben', 'Year 2', '2A'), pupil('Cai', 'Year 2', '2A'), pupil('Dee', 'Year 2', '2A', { planned: true }), pupil('Eva', 'Year 4', '4A'), pupil('Fay', 'Year 9', 'Odd'),
  ];
  const own = [{ person: 'Ben', goes: 'stays' as const, yearTo: '', classTo: '2A' }, { person: 'Cai', goes: 'moves' as const, yearTo: 'Year 4', classTo: '4A' }];
  const planned = planAll(pupils, { classes: suggest(roomsOf(pupils), years), own, years });
  deepEqual(planned.map(one => [one.pupil.person, one.outcome, one.to?.class ?? null, one.kinds[0]]), [
    ['Ada', 'moves', '3A', 'pupil-senior'], ['Ben', 'stays', null, 'pupil-ks1'], ['Cai', 'moves', '4A', 'pupil-senior'], ['Dee', 'planned', null, 'pupil-ks1'], ['Eva', 'leaves', null, 'pupil-senior'], ['Fay', 'unsaid', null, 'pupil-senior'],
  ]);
  deepEqual(countOutcomes(planned), { moves: 2, stays: 1, leaves: 1, planned: 1, unsaid: 1 });
});

test('a child held back sits with the class that comes up and keeps the code of the younger ones', () => {
  const [held] = planAll([pupil('Ben', 'Year 2', '2A')], { classes: [], own: [{ person: 'Ben', goes: 'stays', yearTo: '', classTo: '2B' }], years });
  deepEqual([held!.outcome, held!.to?.class, held!.kinds], ['stays', '2B', ['pupil-ks1']]);
});

test('nothing is confirmed for a day that has come, or while a class has nowhere to go', () => {
  const of = (yearGroup: string) => planAll([pupil('Ada', yearGroup, 'Odd')], { classes: suggest(rooms([yearGroup, 'Odd']), years), own: [], years });
  equal(confirmFault(of('Year 4'), { on: '2027-09-01', today: '2027-09-01' }), 'past');
  equal(confirmFault(of('Year 9'), { on: '2027-09-01', today: '2027-08-31' }), 'unsaid');
  equal(confirmFault([], { on: '2027-09-01', today: '2027-08-31' }), 'nobody');
  equal(confirmFault(of('Year 4'), { on: '2027-09-01', today: '2027-08-31' }), null);
});

test('a parent leaves with the last child, and stays for a younger one', () => {
  const ties = [{ parent: 'Pat', child: 'Eva' }, { parent: 'Sam', child: 'Eva' }, { parent: 'Sam', child: 'Ada' }, { parent: 'teacher', child: 'Eva' }];
  deepEqual(parentsWhoLeave(ties, { leaving: new Set(['Eva']), onlyParents: new Set(['Pat', 'Sam']) }), ['Pat']);
});

test('the next school year begins on the first of September to come', () => {
  deepEqual(['2026-11-23', '2027-08-31', '2027-09-01'].map(nextSeptember), ['2027-09-01', '2027-09-01', '2028-09-01']);
});
