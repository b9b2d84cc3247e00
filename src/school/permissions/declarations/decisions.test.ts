import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import type { Permission } from '../../../rulebook/index.ts';
import { mayReopen, nextStep, periodFor, questionsFor, seenAs, sortsFor, standingOf, weigh } from './decisions.ts';
import { SORTS, type Facts, type Sort } from './words.ts';

const PACKS = ['village-primary', 'town-school', 'day-school', 'academy-trust', 'prep-school'] as const;
const books = new Map(PACKS.map(pack => [pack as string, loadRulebook(`policies/${pack}`).rulebook]));
const TEACHER = ['teacher', 'staff'];
const on = '2026-11-23';
const ask = (pack: string, sort: Sort, facts: Facts, permissions: readonly Permission[] = []) => weigh(books.get(pack)!, { sort, who: TEACHER, facts, permissions, on });
const clausesOf = (pack: string, sort: Sort, facts: Facts) => ask(pack, sort, facts).because;

test('each school offers what its rules speak of, and nothing to a parent', () => {
  deepEqual(PACKS.map(pack => sortsFor(books.get(pack)!, TEACHER)), [['off-site'], ['off-site'], ['stick', 'export', 'paper'], ['stick', 'paper'], ['off-site', 'stick']]);
  deepEqual(PACKS.flatMap(pack => sortsFor(books.get(pack)!, ['parent'])), []);
});

test('the questions come from the rules', () => {
  const asked = (pack: string, sort: Sort) => questionsFor(books.get(pack)!, sort, TEACHER).map(one => one.fact).sort();
  deepEqual(asked('village-primary', 'off-site'), ['data-kind', 'encrypted', 'media']);
  deepEqual(asked('town-school', 'off-site'), ['data-kind', 'media', 'necessary']);
  ok(asked('prep-school', 'stick').includes('password-protected'));
  ok(asked('day-school', 'export').includes('app'));
});

test('school data needs the head’s yes at the village school, and with it may go', () => {
  const facts = { 'data-kind': 'pupil-data', media: 'memory-stick', encrypted: 'yes' };
  const first = ask('village-primary', 'off-site', facts);
  equal(first.kind, 'ask');
  deepEqual(first.kind === 'ask' && [first.act, first.offices, first.owners], ['take-data-off-site', [['head', 'governing-body']], ['head', 'governing-body']]);
  equal(ask('village-primary', 'off-site', facts, [{ act: 'take-data-off-site', office: 'head', live: true }]).kind, 'yes');
});

test('an unencrypted stick is a no at the village school and at the trust, whoever says yes', () => {
  const facts = { 'data-kind': 'pupil-data', media: 'memory-stick', encrypted: 'no' };
  const granted: Permission[] = [{ act: 'take-data-off-site', live: true }, { act: 'store-school-data', live: true }];
  deepEqual([ask('village-primary', 'off-site', facts, granted).kind, ask('academy-trust', 'stick', facts, granted).kind], ['no', 'no']);
  deepEqual(clausesOf('village-primary', 'off-site', facts), ['village-primary/staff-code#memory-sticks']);
  deepEqual(clausesOf('academy-trust', 'stick', facts), ['academy-trust/acceptable-use#memory-sticks']);
  equal(ask('academy-trust', 'stick', { ...facts, encrypted: 'yes' }).kind, 'yes');
});

test('a stick carries people’s data at the day school only for a task, and is wiped by a day', () => {
  const facts = { 'data-kind': 'pupil-data', media: 'memory-stick', place: 'school-site', necessary: 'yes' };
  equal(ask('day-school', 'stick', { ...facts, necessary: 'no' }).kind, 'no');
  const allowed = ask('day-school', 'stick', facts);
  equal(allowed.kind, 'yes');
  ok(allowed.because.includes('day-school/files-code#no-data-on-sticks') && allowed.because.includes('day-school/files-code#wipe-after-use'));
  deepEqual(clausesOf('day-school', 'stick', { ...facts, place: 'off-site' }), ['day-school/applications-code#nothing-saved-outside']);
});

test('people’s data comes out of a system at the day school only for a task', () => {
  const facts = { 'data-kind': 'pupil-data', store: 'network-area', place: 'school-site', app: 'sims', necessary: 'yes' };
  equal(ask('day-school', 'export', facts).kind, 'yes');
  const no = ask('day-school', 'export', { ...facts, necessary: 'no' });
  equal(no.kind, 'no');
  ok(no.because.includes('day-school/applications-code#exports') && no.because.includes('day-school/applications-code#records-exports'));
  equal(ask('day-school', 'export', { ...facts, store: 'other-cloud' }).kind, 'no');
});

test('a stick without a password is a no at the prep school, and so is sensitive data on any stick', () => {
  const facts = { 'data-kind': 'pupil-data', media: 'memory-stick', 'password-protected': 'yes' };
  equal(ask('prep-school', 'stick', facts).kind, 'yes');
  deepEqual(clausesOf('prep-school', 'stick', { ...facts, 'password-protected': 'no' }), ['prep-school/e-safety#password-on-sticks']);
  deepEqual(clausesOf('prep-school', 'stick', { ...facts, 'data-kind': 'sensitive' }), ['prep-school/staff-code#sensitive-data-stays-in']);
  deepEqual(clausesOf('prep-school', 'off-site', { ...facts, 'data-kind': 'medical' }), ['prep-school/staff-code#sensitive-data-stays-in']);
});

test('at the trust a printed report is noted, and shredded when its use is over', () => {
  const found = ask('academy-trust', 'paper', { 'data-kind': 'pupil-data' });
  deepEqual([found.kind, found.because, found.owners], ['entry', ['academy-trust/acceptable-use#shred-paper'], ['data-protection-lead']]);
  deepEqual(questionsFor(books.get('academy-trust')!, 'paper', TEACHER).map(one => one.fact), ['data-kind']);
});

test('a report of one system cites that system’s own clause', () => {
  const because = clausesOf('day-school', 'paper', { 'data-kind': 'pupil-data', app: 'cpoms', necessary: 'yes' });
  ok(because.includes('day-school/applications-code#safeguarding-reports') && !because.includes('day-school/applications-code#behaviour-reports'));
});

test('where a rule only asks for an entry, the entry is made and no yes is claimed', () => {
  const found = ask('prep-school', 'off-site', { 'data-kind': 'pupil-data', media: 'paper' });
  equal(found.kind, 'entry');
  deepEqual([found.because, found.owners], [['prep-school/staff-code#data-off-site'], ['head']]);
});

test('a no of the rules stays a no with every permission in the world, in every school and for every answer', () => {
  let noes = 0;
  for (const [pack, rulebook] of books) for (const sort of SORTS) {
    const acts = ['take-data-off-site', 'store-school-data', 'export-personal-data', 'destroy-paper-records'];
    for (const kind of rulebook.vocabulary.facts.get('data-kind')!.values.keys()) for (const media of ['memory-stick', 'paper']) for (const yes of ['yes', 'no']) {
      const facts = { 'data-kind': kind, media, encrypted: yes, necessary: yes, 'password-protected': yes, place: 'off-site', store: 'portable-media', app: 'sims' };
      const without = ask(pack, sort, facts);
      if (without.kind !== 'no') continue;
      noes += 1;
      notEqual(ask(pack, sort, facts, acts.map(act => ({ act, live: true }))).kind, 'yes', `${pack} ${sort} ${JSON.stringify(facts)}`);
    }
  }
  ok(noes > 50, String(noes));
});

test('it is overdue on the day after its day', () => {
  const one = { goneBy: '2026-11-23', goneOn: null };
  deepEqual([standingOf(one, '2026-11-23'), standingOf(one, '2026-11-24'), standingOf({ ...one, goneOn: '2026-11-30' }, '2026-12-01')], ['open', 'overdue', 'gone']);
});

test('four reminders at most, one a day, then the offices are told, once', () => {
  const one = { goneBy: '2026-11-23', goneOn: null, reminded: 0, remindedOn: null, handedOn: null };
  equal(nextStep(one, '2026-11-22'), null);
  equal(nextStep(one, '2026-11-23'), 'remind');
  equal(nextStep({ ...one, reminded: 1, remindedOn: '2026-11-23' }, '2026-11-23'), null);
  equal(nextStep({ ...one, reminded: 4, remindedOn: '2026-11-26' }, '2026-11-27'), 'hand-on');
  equal(nextStep({ ...one, reminded: 4, remindedOn: '2026-11-26', handedOn: '2026-11-27' }, '2026-11-30'), null);
  equal(nextStep({ ...one, goneOn: '2026-11-24' }, '2026-11-25'), null);
});

test('the last day is the rule’s where it gives one', () => {
  const rulebook = books.get('day-school')!;
  equal(periodFor(rulebook, 'stick', TEACHER), null);
  const rule = rulebook.rulesByAct.get('delete-from-portable-media')![0]!;
  const within = (span: string) => periodFor({ ...rulebook, rulesByAct: new Map([['delete-from-portable-media', [{ ...rule, attributes: { within: span } }]]]) }, 'stick', TEACHER);
  deepEqual(within('5 school days'), { schoolDays: 5 });
  const week = within('1 week');
  equal(week !== null && 'until' in week && week.until('2026-11-23'), '2026-11-30');
});

test('the head and the data protection officer see every entry, another office those of its clauses, a teacher their own', () => {
  deepEqual([seenAs(['head']), seenAs(['dpo']), seenAs(['deputy-head-academic']), seenAs([])], ['all', 'all', ['deputy-head-academic'], null]);
});

test('what was said of its end is taken back on the same day, by whoever said it', () => {
  const one = { goneSaidOn: '2026-11-23', person: 'a' };
  deepEqual([mayReopen(one, 'a', '2026-11-23'), mayReopen(one, 'b', '2026-11-23'), mayReopen(one, 'a', '2026-11-24'), mayReopen({ ...one, person: null }, null, '2026-11-23')], [true, false, false, false]);
});
