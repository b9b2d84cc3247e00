import { deepEqual, equal } from 'node:assert/strict';
import test from 'node:test';
import { pack, rulebookOf } from '../../../tests/rulebook/build.ts';
import { changesIn, inOrder, isOpenTo, keepingOf, namedByRules, standingOf } from './decisions.ts';
import type { App, AppUser, Somebody } from './words.ts';

const TODAY = '2026-11-23';
const app = (more: Partial<App> = {}): App => ({
  id: 'a', name: 'Kahoot', otherNames: [], address: '', purpose: 'Quizzes', kinds: ['teacher'], years: [], data: [], conditions: '', note: '', reviewOn: '2027-07-01',
  ruleName: null, clauses: [], state: 'listed', decidedBy: 'head', decidedAs: 'head', decidedOn: '2026-09-01', withdrawnOn: null, ...more,
});
const teacher: Somebody = { person: 'ann', kinds: ['teacher', 'staff'], year: null };
const cook: Somebody = { person: 'bo', kinds: ['support-staff', 'staff'], year: null };
const user = (more: Partial<AppUser> = {}): AppUser => ({ id: 'u', app: 'a', person: 'bo', from: '2026-11-01', until: '2026-12-01', permission: null, endedOn: null, ...more });
const stands = (one: App, somebody: Somebody, users: readonly AppUser[] = [], today = TODAY) => standingOf(one, { somebody, users, today });

test('an application on the list stays shut to those it is not open to', () => {
  deepEqual([stands(app(), teacher), stands(app(), cook), stands(app({ kinds: ['staff'] }), cook)], ['for-you', 'not-for-you', 'for-you']);
  equal(stands(app({ kinds: [] }), teacher), 'not-for-you');
});

test('people are named for an application one by one, until a day', () => {
  deepEqual([stands(app(), cook, [user()]), stands(app(), cook, [user()], '2026-12-01'), stands(app(), cook, [user()], '2026-12-02')], ['for-you', 'for-you', 'not-for-you']);
  deepEqual([user({ endedOn: '2026-11-22' }), user({ from: '2026-11-24' }), user({ person: 'cy' })].map(one => stands(app(), cook, [one])), ['not-for-you', 'not-for-you', 'not-for-you']);
});

test('an application counts on its review day and not on the day after, whoever is named for it', () => {
  deepEqual(['2027-07-01', '2027-07-02'].map(day => stands(app(), teacher, [], day)), ['for-you', 'review-overdue']);
  equal(stands(app(), cook, [user({ until: null })], '2027-07-02'), 'review-overdue');
});

test('what a decision proposed is open to whoever asked and to nobody else; what is withdrawn to nobody', () => {
  const proposed = app({ state: 'proposed', kinds: ['staff'], reviewOn: null });
  deepEqual([stands(proposed, cook, [user()]), stands(proposed, teacher, [user()])], ['for-you', 'not-decided']);
  equal(stands(app({ state: 'withdrawn', withdrawnOn: TODAY }), teacher, [user({ person: 'ann' })]), 'withdrawn');
});

test('of the pupils only the named years may use it, and a pupil without a year may not', () => {
  const quiz = app({ kinds: ['pupil', 'teacher'], years: ['Year 5', 'Year 6'] });
  const pupil = (year: string | null): Somebody => ({ person: 'p', kinds: ['pupil-senior', 'pupil'], year });
  deepEqual([isOpenTo(quiz, pupil('Year 6')), isOpenTo(quiz, pupil('Year 4')), isOpenTo(quiz, pupil(null)), isOpenTo(quiz, teacher)], [true, false, false, true]);
});

test('a register begins with what the rules name, each with its clauses and what the school calls it', () => {
  const named = namedByRules(pack('day-school'));
  deepEqual(named.map(one => one.ruleName).sort(), ['classcharts', 'cpd-genie', 'cpoms', 'firefly', 'google-workspace', 'sims']);
  const sims = named.find(one => one.ruleName === 'sims')!;
  deepEqual([sims.name, sims.otherNames], ['SIMS', ['school records system']]);
  equal(sims.clauses.includes('day-school/applications-code#records-users'), true);
  deepEqual(namedByRules(pack('town-school')), []);
});

test('the register is kept by whom the head named, else whom the rules name, else the head', () => {
  const book = (rule: string) => rulebookOf(`Ask first. {#ask}\n\n${rule}`, { school: { offices: { unassigned: 'office:ict-lead' } } });
  deepEqual(keepingOf(book('::ask[use-app]{of=dpo}'), null, 14), { office: 'dpo', from: 'rule', remindDays: 14 });
  deepEqual(keepingOf(book('::ask[use-app]{of=unassigned}'), null, 14), { office: 'ict-lead', from: 'nobody', remindDays: 14 });
  deepEqual(keepingOf(book('::ask[use-phone]{of=dpo}'), null, 14), { office: 'head', from: 'nobody', remindDays: 14 });
  deepEqual(keepingOf(book('::ask[use-app]{of=dpo}'), { office: 'office', remindDays: 3 }, 14), { office: 'office', from: 'said', remindDays: 3 });
  deepEqual(['academy-trust', 'day-school'].map(school => keepingOf(pack(school), null, 14).office), ['head', 'head']);
});

test('what is past its review stands first, then what waits for a decision', () => {
  const order = inOrder([app({ name: 'B' }), app({ name: 'A' }), app({ name: 'Gone', state: 'withdrawn' }), app({ name: 'New', state: 'proposed' }), app({ name: 'Late', reviewOn: '2026-11-22' })], TODAY);
  deepEqual(order.map(one => one.name), ['Late', 'New', 'A', 'B', 'Gone']);
});

test('a change says field by field what was and what is', () => {
  deepEqual(changesIn(app(), app({ kinds: ['staff'], conditions: 'No marks' })), { kinds: ['teacher', 'staff'], conditions: ['', 'No marks'] });
  deepEqual(changesIn(app(), app()), {});
});
