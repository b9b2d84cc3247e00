import { deepEqual, equal, ok } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { settingsOn } from '../settings.ts';
import { agreesAs, beginsOn, decidersOf, endsOn, faultsIn, fits, mayAppeal, providedFor, stillToAgree, switchDue } from './decisions.ts';
import type { Provided } from './words.ts';

const bookOf = (pack: string) => loadRulebook(path.resolve('policies', pack)).rulebook;
const TODAY = '2026-11-23';
const settings = settingsOn([], TODAY);
const provided = (pack: string, kinds: readonly string[], severity: 'minor' | 'ordinary' | 'serious' | 'very-serious' | null = null) => providedFor({ rulebook: bookOf(pack), kinds, severity, today: TODAY });
const named = (list: readonly Provided[]) => list.map(one => `${one.kind}${one.facility ? ` ${one.facility}` : ''} ${one.clause.split('/')[1]}`);

test('for a pupil of the prep school the rules provide a warning, the behaviour policy, the internet off and a ban', () => {
  const list = named(provided('prep-school', ['pupil', 'pupil-senior']));
  for (const one of ['behaviour cyberbullying#broken-on-purpose', 'switch-off internet cyberbullying#internet-switched-off', 'switch-off all middle-senior-code#loss-of-ict', 'confiscation mobile-devices#take-a-phone',
    ...['mobile-devices#penalty-for-messages', 'mobile-devices#harm-to-others-things', 'mobile-devices#penalty-for-devices', 'e-safety#picture-complaint-outcome', 'middle-senior-code#posts-from-home-count',
      'middle-senior-code#treated-like-other-behaviour', 'middle-senior-code#things-not-listed', 'middle-senior-code#behaviour-rules-apply', 'cyberbullying#penalty-fits'].map(clause => `behaviour ${clause}`)]) ok(list.includes(one), `${one} in ${list.join(', ')}`);
  ok(list.some(one => one.startsWith('warning ')));
  ok(!list.some(one => one.startsWith('disciplinary')));
});

test('for staff they provide the disciplinary procedure and limits of the network, and nothing of what is for pupils', () => {
  const list = named(provided('prep-school', ['staff', 'teacher']));
  for (const one of ['disciplinary mobile-devices#penalty-for-staff', 'disciplinary staff-code#form-discipline', 'switch-off network staff-code#limited-access', 'withdrawal network staff-code#rights-withdrawn', 'disciplinary staff-code#breach-of-confidence', 'disciplinary staff-code#deliberate-access']) ok(list.includes(one), `${one} in ${list.join(', ')}`);
  ok(!list.some(one => /behaviour mobile|confiscation|middle-senior/.test(one)), list.join(', '));
});

test('where a clause speaks of what was done on purpose, somebody says whether it was, before anything follows', () => {
  const asks = (kinds: readonly string[]) => provided('prep-school', kinds).filter(one => one.asksIntent && one.kind !== 'warning').map(one => one.clause);
  ok(asks(['pupil', 'pupil-senior']).includes('prep-school/cyberbullying#broken-on-purpose'));
  ok(asks(['staff', 'teacher']).includes('prep-school/staff-code#deliberate-access'));
  const one = provided('prep-school', ['staff', 'teacher']).find(other => other.clause === 'prep-school/staff-code#deliberate-access')!;
  deepEqual(Object.keys(faultsIn({ permanent: false, startsOn: '', endsOn: '', reviewOn: '', fits: '', intent: 'unknown', appealBy: TODAY }, { provided: one, severity: 'serious', today: TODAY })), ['intent']);
});

test('at the day school an account may be off while it is looked into, and the law is for what is serious', () => {
  const staff = ['staff', 'teacher'];
  ok(named(provided('day-school', staff)).some(one => one.startsWith('looked-into all staff-ict-code#switch-off-account')));
  ok(named(provided('day-school', staff, 'ordinary')).includes('disciplinary staff-ict-code#discipline'));
  ok(!named(provided('day-school', staff, 'ordinary')).some(one => one.startsWith('legal')));
  ok(named(provided('day-school', staff, 'serious')).includes('legal staff-ict-code#legal-action'));
});

test('a breach of the code may be classed as disciplinary in the village, the town and the trust', () => {
  for (const [pack, clause] of [['village-primary', 'staff-code#misuse-and-discipline'], ['town-school', 'staff-code#may-be-a-crime'], ['academy-trust', 'acceptable-use#misuse-and-discipline']] as const) {
    ok(named(provided(pack, ['staff', 'teacher'])).includes(`disciplinary ${clause}`), pack);
  }
});

test('a penalty fits how serious the matter is; where it does not, somebody says why', () => {
  ok(fits('warning', 'minor') && !fits('warning', 'very-serious') && !fits('withdrawal', 'minor'));
  const given = { permanent: false, startsOn: TODAY, endsOn: '2026-11-30', reviewOn: '', fits: '', intent: 'unknown', appealBy: '2026-12-04' };
  const one: Provided = { kind: 'warning', facility: null, clause: 'a/b#c', offices: [['head']], permanent: false, asksIntent: false };
  deepEqual(Object.keys(faultsIn(given, { provided: one, severity: 'serious', today: TODAY })), ['fits']);
  deepEqual(faultsIn({ ...given, fits: 'They told of it themselves.' }, { provided: one, severity: 'serious', today: TODAY }), {});
  deepEqual(Object.keys(faultsIn(given, { provided: { ...one, asksIntent: true }, severity: 'minor', today: TODAY })), ['intent']);
});

test('what lasts has a last day; for good it needs a rule that says so and a day to look again', () => {
  const one: Provided = { kind: 'switch-off', facility: 'all', clause: 'a/b#c', offices: [['head']], permanent: false, asksIntent: false };
  const given = { permanent: false, startsOn: TODAY, endsOn: '', reviewOn: '', fits: '', intent: 'unknown', appealBy: '2026-12-04' };
  const faults = (more: Partial<typeof given>, rule: Partial<Provided> = {}) => Object.keys(faultsIn({ ...given, ...more }, { provided: { ...one, ...rule }, severity: 'serious', today: TODAY }));
  deepEqual(faults({}), ['endsOn']);
  deepEqual(faults({ permanent: true }), ['permanent', 'reviewOn']);
  deepEqual(faults({ permanent: true, reviewOn: '2027-05-01' }, { permanent: true }), []);
  deepEqual(faults({ startsOn: '2026-11-20', endsOn: '2026-11-22' }), ['startsOn']);
});

test('for good it takes two, nobody decides about themselves, and one person is never both', () => {
  const holders = new Map([['head', ['h']], ['chair-of-governors', ['c']], ['deputy-head', ['d']]]);
  const ask = { offices: [['head']], holders, about: ['p'], settings };
  deepEqual(decidersOf({ ...ask, permanent: false }), [['head']]);
  deepEqual(decidersOf({ ...ask, permanent: true }), [['head'], ['chair-of-governors']]);
  deepEqual(decidersOf({ ...ask, permanent: false, about: ['h'] }), [['chair-of-governors']]);
  const sanction = { offices: [['head'], ['chair-of-governors']], person: 'p', state: 'proposed' as const };
  const both = { person: 'h', offices: ['head', 'chair-of-governors'] };
  equal(agreesAs(sanction, [], both), 'head');
  equal(agreesAs(sanction, [{ turn: 'agreed', office: 'head', by: 'h' }], both), null);
  equal(agreesAs({ ...sanction, person: 'h' }, [], both), null);
  deepEqual(stillToAgree(sanction, [{ turn: 'agreed', office: 'head', by: 'h' }]), [['chair-of-governors']]);
});

test('it begins once they were told, ends after its last day, and may be appealed while it stands', () => {
  const one = { kind: 'switch-off' as const, state: 'decided' as const, startsOn: TODAY, facility: 'internet' as const };
  equal(beginsOn(one, TODAY), false);
  equal(beginsOn({ ...one, state: 'told' }, TODAY), true);
  equal(beginsOn({ ...one, state: 'told', startsOn: '2026-11-24' }, TODAY), false);
  equal(beginsOn({ ...one, kind: 'looked-into' }, TODAY), true);
  equal(endsOn({ state: 'in-force', endsOn: TODAY }, TODAY), false);
  equal(endsOn({ state: 'in-force', endsOn: '2026-11-22' }, TODAY), true);
  equal(switchDue({ ...one, state: 'in-force' }, []), 'off');
  equal(switchDue({ ...one, state: 'in-force' }, [{ turn: 'off' }]), null);
  equal(switchDue({ ...one, state: 'ended' }, [{ turn: 'off' }]), 'on');
  equal(switchDue({ ...one, state: 'ended' }, []), null);
  equal(mayAppeal({ state: 'in-force', toldOn: TODAY, appealBy: '2026-12-04' }, [], '2026-12-05'), false);
  equal(mayAppeal({ state: 'in-force', toldOn: TODAY, appealBy: '2026-12-04' }, [], '2026-12-04'), true);
});
