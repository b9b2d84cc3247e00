import { deepEqual, equal } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { settingsOn } from '../settings.ts';
import { agreersFor, agreesAs, faultsIn, forgetsOn, lookRule, mayReadLog, readingOffices, tellsNow } from './decisions.ts';
import type { Look, Purpose, System } from './words.ts';

const TODAY = '2026-11-23';
const settings = settingsOn([], TODAY);
const keyOf = (id: string): string => `key of ${id}`;
const ruleIn = (pack: string, of: { system?: System; purpose?: Purpose; triggers?: readonly string[] } = {}) =>
  lookRule({ rulebook: loadRulebook(path.resolve('policies', pack)).rulebook, system: of.system ?? 'web-filter', purpose: of.purpose ?? 'disciplinary', triggers: of.triggers ?? [], today: TODAY });

test('where the rules let the line manager or the head read a log for discipline, these agree to it and these read', () => {
  deepEqual(ruleIn('village-primary'), { clause: 'village-primary/staff-code#who-reads-logs', agree: ['deputy-head', 'head'], read: { offices: ['deputy-head', 'head'], kinds: [] } });
  deepEqual(ruleIn('academy-trust').read.offices, ['dsl'], 'the one whom the trust has named');
});

test('in a case of bullying the safeguarding lead agrees and IT reads; for anything else the clause says nothing', () => {
  deepEqual(ruleIn('prep-school', { purpose: 'find-out-who', triggers: ['bullying-allegation'] }), { clause: 'prep-school/cyberbullying#look-at-logs', agree: ['dsl'], read: { offices: ['network-manager'], kinds: ['ict'] } });
  equal(ruleIn('prep-school', { purpose: 'find-out-who' }).clause?.includes('look-at-logs'), false);
});

test('where no rule lets anybody read, the authority over that record agrees, and the head where there is none', () => {
  deepEqual(ruleIn('day-school').agree, ['deputy-head-academic']);
  deepEqual(ruleIn('town-school', { purpose: 'safety' }).agree, ['head']);
  deepEqual(ruleIn('day-school', { system: 'cctv', purpose: 'safety' }), { clause: null, agree: ['head'], read: { offices: [], kinds: [] } });
});

test('nobody agrees to a look of their own asking, or into their own record: whoever comes next does', () => {
  const holders = new Map([['head', ['h']], ['deputy-head', ['d']], ['chair-of-governors', ['c']]]);
  const rule = { agree: ['deputy-head', 'head'], read: { offices: ['deputy-head', 'head'], kinds: [] } };
  deepEqual(agreersFor(rule, { holders, settings, asker: 't', about: [] }), ['deputy-head', 'head']);
  deepEqual(agreersFor(rule, { holders, settings, asker: 'h', about: ['t'] }), ['deputy-head', 'chair-of-governors']);
  deepEqual(agreersFor({ agree: ['head'] }, { holders, settings, asker: 'd', about: ['h'] }), ['chair-of-governors']);
  deepEqual(agreersFor({ agree: ['head'] }, { holders: new Map([['head', ['h']]]), settings, asker: 'h', about: [] }), [], 'nobody is left');
  deepEqual(readingOffices(rule, { holders, settings, about: ['h', 'd'] }), ['chair-of-governors'], 'the governors choose another reader');
});

const look: Look = {
  id: 'l', concern: 'c', code: 'ABCD-EFGH', system: 'countersign', purpose: 'disciplinary', from: TODAY, to: TODAY, state: 'asked', personKey: keyOf('t'), clause: null, offices: ['head'], askedBy: 'd', askedAt: new Date(0), decidedBy: null, decidedOffice: null,
  decidedAt: null, reader: null, openUntil: null, doneAt: null, toldOn: null, quiet: false, aboutKeys: [keyOf('t')], closed: false,
};

test('an office-holder agrees once, unless they asked or it is about them', () => {
  equal(agreesAs(look, { person: 'h', offices: ['head'] }, keyOf), 'head');
  equal(agreesAs(look, { person: 'd', offices: ['head'] }, keyOf), null, 'they asked');
  equal(agreesAs(look, { person: 't', offices: ['head'] }, keyOf), null, 'it is their own record');
  equal(agreesAs({ ...look, personKey: null }, { person: 't', offices: ['head'] }, keyOf), null, 'the case is about them');
  equal(agreesAs({ ...look, state: 'agreed' }, { person: 'h', offices: ['head'] }, keyOf), null, 'it is decided');
});

test('one person reads, until the last day, while the case is open', () => {
  const agreed: Look = { ...look, state: 'agreed', reader: 'h', openUntil: '2026-12-07' };
  const of = { person: 'h', key: keyOf('h'), today: TODAY };
  equal(mayReadLog(agreed, of), true);
  equal(mayReadLog(agreed, { ...of, today: '2026-12-08' }), false);
  equal(mayReadLog({ ...agreed, closed: true }, of), false);
  equal(mayReadLog(agreed, { ...of, person: 'd', key: keyOf('d') }), false);
  equal(mayReadLog({ ...agreed, reader: 't' }, { ...of, person: 't', key: keyOf('t') }), false, 'nobody reads their own');
  equal(mayReadLog(look, of), false, 'nobody has agreed');
});

test('whoever was looked at is told once the case is closed, unless somebody said why not, the school tells nobody, or a hold stands', () => {
  const done: Look = { ...look, state: 'done', closed: true };
  const of = { setting: true, held: false };
  equal(tellsNow(done, of), true);
  equal(tellsNow({ ...done, closed: false }, of), false);
  equal(tellsNow({ ...done, quiet: true }, of), false);
  equal(tellsNow({ ...done, toldOn: TODAY }, of), false);
  equal(tellsNow({ ...done, personKey: null }, of), false);
  equal(tellsNow({ ...done, state: 'refused' }, of), false, 'nothing was read');
  equal(tellsNow(done, { ...of, held: true }), false);
  equal(tellsNow(done, { ...of, setting: false }), false);
});

test('what was found and not used is forgotten on its day, but never while a hold stands', () => {
  const finding = { found: true, usedAt: null, forgottenOn: null, expiresOn: '2026-12-23' };
  equal(forgetsOn(finding, { today: '2026-12-22', held: false }), false);
  equal(forgetsOn(finding, { today: '2026-12-23', held: false }), true);
  equal(forgetsOn(finding, { today: '2027-12-23', held: true }), false);
  equal(forgetsOn({ ...finding, usedAt: new Date(0) }, { today: '2027-12-23', held: false }), false);
  equal(forgetsOn({ ...finding, found: false }, { today: '2027-12-23', held: false }), false);
});

test('a look names somebody of the case, days that have been, and a year at most', () => {
  const ask = { person: 't', system: 'countersign', purpose: 'disciplinary', from: '2026-11-20', to: TODAY, why: 'Because.' } as const;
  const of = { today: TODAY, people: ['t'] };
  deepEqual(faultsIn(ask, of), {});
  deepEqual(Object.keys(faultsIn({ ...ask, person: 'x' }, of)), ['person']);
  deepEqual(Object.keys(faultsIn({ ...ask, person: null }, of)), ['person']);
  deepEqual(faultsIn({ ...ask, person: null, system: 'cctv' }, of), {});
  deepEqual(Object.keys(faultsIn({ ...ask, to: '2026-11-24' }, of)), ['to']);
  deepEqual(Object.keys(faultsIn({ ...ask, from: '2025-11-20' }, of)), ['from']);
});
