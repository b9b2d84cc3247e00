import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { decide, type Rulebook } from '../../../rulebook/index.ts';
import { contentsOf, isUnlawful, lessonRequests, leads, momentAt, openables, openingState, situationOf, weighOpening } from './decisions.ts';
import type { Openable } from './words.ts';

const PACKS = ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school'];
const books = new Map(PACKS.map(pack => [pack, loadRulebook(`policies/${pack}`).rulebook]));
const prep = books.get('prep-school')!;
const on = '2026-11-23';
const SENIOR = ['pupil-senior', 'pupil'];
const actsOf = (rulebook: Rulebook, kinds: readonly string[], offices: readonly string[]) => openables(rulebook, { kinds, offices, on }).map(one => one.act).sort();

test('a teacher of the prep school opens what its rules ask a teacher for, and no pictures', () => {
  deepEqual(actsOf(prep, SENIOR, ['teacher']), ['play-online-game', 'print', 'use-personal-device', 'wear-headphones']);
  deepEqual(actsOf(prep, ['pupil-ks1', 'pupil'], ['teacher']), ['print', 'use-personal-device', 'wear-headphones']);
  for (const pack of PACKS.filter(one => one !== 'prep-school')) deepEqual(actsOf(books.get(pack)!, SENIOR, ['teacher']), [], pack);
});

test('music out loud is for the office that the school put in nobody’s place', () => {
  deepEqual(actsOf(prep, SENIOR, ['deputy-head']).filter(act => act === 'broadcast-music'), ['broadcast-music']);
  equal(actsOf(prep, SENIOR, ['teacher']).includes('broadcast-music'), false);
});

test('an opening covers its situation and lets a pupil do it then', () => {
  const headphones = openables(prep, { kinds: SENIOR, offices: ['teacher'], on }).find(one => one.act === 'wear-headphones')!;
  deepEqual(situationOf(headphones, null), { moment: 'lesson' });
  equal(weighOpening(prep, { openable: headphones, kinds: SENIOR, content: null, on }).kind, 'open');
  equal(decide(prep, { who: SENIOR, act: 'wear-headphones', facts: { moment: 'lesson' }, permissions: [{ act: 'wear-headphones', office: headphones.office, live: true, facts: situationOf(headphones, null) }], on }).says, 'yes');
});

/** Every rule anywhere that asks somebody, as if its own office wanted to open it for these people. */
const wanted = (rulebook: Rulebook): Openable[] => rulebook.rules.filter(rule => rule.verb === 'ask').flatMap(rule => rule.offices.flat().map(office => ({
  act: rule.subject, clause: rule.clauseId, office, facts: Object.fromEntries(rule.when.filter(one => one.operator === '=').map(one => [one.fact, one.values[0]!])),
})));

test('content against the law is opened by nobody: every school, every rule, every office, every kind of person', () => {
  let tried = 0;
  for (const [pack, rulebook] of books) {
    const unlawful = [...rulebook.vocabulary.facts.get('content')!.values.keys()].filter(content => isUnlawful(content, rulebook.vocabulary));
    deepEqual(unlawful.sort(), ['child-abuse', 'illegal', 'illegal-acts']);
    for (const openable of [...wanted(rulebook), { act: 'visit-site', clause: `${pack}/any#rule` as const, office: 'head', facts: {} }]) for (const kind of rulebook.vocabulary.kinds.keys()) for (const content of unlawful) {
      tried += 1;
      equal(weighOpening(rulebook, { openable, kinds: [kind], content, on }).kind, 'unlawful', `${pack} ${openable.act} ${kind} ${content}`);
      equal(contentsOf(rulebook, openable.act).includes(content), false, 'nor is it offered');
    }
  }
  ok(tried > 500, String(tried));
});

test('what a rule forbids with every permission stays shut: every school, every rule, every content', () => {
  let noes = 0;
  for (const [pack, rulebook] of books) for (const openable of [...wanted(rulebook), ...[...rulebook.rulesByAct.keys()].map(act => ({ act, clause: `${pack}/any#rule` as const, office: 'head', facts: {} }))]) for (const kind of ['pupil-senior', 'pupil-ks1', 'teacher']) for (const content of rulebook.vocabulary.facts.get('content')!.values.keys()) {
    const kinds = [kind, ...rulebook.vocabulary.kinds.get(kind)!.within];
    const facts = { ...openable.facts, content };
    const best = decide(rulebook, { who: kinds, act: openable.act, facts, permissions: [{ act: openable.act, live: true }, { act: openable.act, office: openable.office, live: true }], on });
    if (best.says !== 'no') continue;
    noes += 1;
    notEqual(weighOpening(rulebook, { openable, kinds, content, on }).kind, 'open', `${pack} ${openable.act} ${kind} ${content}`);
  }
  ok(noes > 100, String(noes));
});

test('a site that the head decides about becomes a request, and no teacher opens it', () => {
  deepEqual(lessonRequests(prep, ['teacher', 'staff'], on).map(rule => [rule.subject, rule.offices]), [['visit-site', [['head']]]]);
  deepEqual(openables(prep, { kinds: ['teacher', 'staff'], offices: ['teacher'], on }).filter(one => one.act === 'visit-site'), []);
  deepEqual(lessonRequests(prep, ['parent'], on), []);
});

test('it is open until its time or until somebody ends it', () => {
  const until = momentAt('2026-11-23', '10:50');
  equal(until.toISOString(), '2026-11-23T10:50:00.000Z');
  equal(momentAt('2026-06-22', '10:50').toISOString(), '2026-06-22T09:50:00.000Z');
  // The clocks go back on the first of these days and forward on the second.
  deepEqual(['2026-10-25', '2027-03-28'].map(day => ['00:30', '10:50', '23:30'].map(time => momentAt(day, time).toISOString().slice(11, 16))), [['23:30', '10:50', '23:30'], ['00:30', '09:50', '22:30']]);
  const one = { endsAt: until, endedAt: null };
  deepEqual([openingState(one, new Date('2026-11-23T10:49:59Z')), openingState(one, until), openingState({ ...one, endedAt: new Date('2026-11-23T10:10:00Z') }, new Date('2026-11-23T10:20:00Z'))], ['open', 'over', 'over']);
  deepEqual([leads(['head']), leads(['teacher']), leads([])], [true, false, false]);
});
