import { deepEqual, equal } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadWords } from '../../../packs/index.ts';
import { read, type Policy } from '../../../rulebook/index.ts';
import { calendarOf } from '../calendar.ts';
import { askOf, refusalCounts, type Signatures } from '../decisions.ts';
import type { Bound, Countersigned, Signed, SigningPolicy } from '../words.ts';
import { promisesOf, requiredReading } from './decisions.ts';

const { vocabulary } = loadWords('policies');
const policyOf = (pack: string, name: string): Policy => read(fs.readFileSync(path.resolve('policies', pack, `${name}.md`), 'utf8'), `${name}.md`, vocabulary).policy!;

const child: Bound = { id: 'cara', names: ['pupil'], joinedOn: '2026-09-07', since: { pupil: '2026-09-07' } };
const code: SigningPolicy = {
  policy: 'code', title: 'Code', editionId: 'e1', edition: 1, firstInForce: '2026-09-01', on: ['joining'], signers: ['pupil'], countersign: true, childMayLeaveOut: false, duties: [], document: policyOf('prep-school', 'middle-senior-code'),
};
const now = { today: '2026-11-23', calendar: calendarOf([]) };
const own: Signed = { id: 'own', edition: 1, on: '2026-09-10', withdrawnOn: null };
const by = (adult: string, more: Partial<Countersigned> = {}): Countersigned => ({ id: `by-${adult}`, by: adult, edition: 1, on: '2026-09-11', withdrawnOn: null, ...more });
const ask = (mustAgree: readonly string[] | null, guardians: readonly Countersigned[], more: Partial<Signatures> = {}) =>
  askOf(child, code, { self: own, guardian: guardians.at(-1) ?? null, guardians, mustAgree, declinedOn: null, ...more }, now)!;

test('where one may agree, any one adult closes the ask', () => {
  deepEqual([ask(null, []).open, ask(null, [by('mum')]).open, ask(null, [by('dad')]).open], [true, false, false]);
  equal(ask(null, [by('mum'), by('dad', { withdrawnOn: '2026-10-01' })]).open, false, 'what one took back leaves what the other signed');
  equal(ask(null, [by('mum', { withdrawnOn: '2026-10-01' })]).need?.reason, 'withdrawn');
});

test('where both must agree, the ask stays open until both have signed', () => {
  const one = ask(['mum', 'dad'], [by('mum')]);
  deepEqual([one.open, one.countersignatureId, one.guardiansNeeded, one.guardianAgreements], [true, null, 2, ['by-mum']]);
  const two = ask(['mum', 'dad'], [by('mum'), by('dad')]);
  deepEqual([two.open, two.countersignatureId, two.guardianAgreements], [false, 'by-dad', ['by-mum', 'by-dad']]);
  equal(ask(['mum', 'dad'], [by('mum'), by('gran')]).open, true, 'somebody else’s signature is not the father’s');
  equal(ask(['mum', 'dad'], [by('mum'), by('dad', { withdrawnOn: '2026-10-01' })]).need?.reason, 'withdrawn');
});

test('where both must agree and one adult alone is on record, not knowing is never yes', () => {
  equal(ask(['mum'], [by('mum')]).open, true);
  equal(ask([], []).open, true);
  equal(ask(['mum'], [by('dad'), by('mum')]).open, false, 'what the other signed while they might still counts');
});

test('where one may agree another’s signature answers a refusal; where both must, only their own does', () => {
  const refusal = { capacity: 'guardian' as const, by: 'dad', answered: true };
  deepEqual([refusalCounts(refusal, null), refusalCounts(refusal, ['mum', 'dad']), refusalCounts(refusal, ['mum', 'gran'])], [false, true, false]);
  equal(refusalCounts({ capacity: 'self', by: 'cara', answered: false }, ['mum', 'dad']), true);
});

test('a parent says the policy’s own statements with the signature, each as a line of its own', () => {
  deepEqual(promisesOf(policyOf('prep-school', 'middle-senior-code')).map(one => one.clause), ['child-answers', 'standards-at-home']);
  deepEqual(promisesOf(policyOf('prep-school', 'early-years-ks1-code')).map(one => one.clause), ['help-your-child', 'form-internet', 'form-support', 'form-standards']);
});

test('who must read a companion first is whom the clause binds, and it is the one the clause names', () => {
  const beside = [{ id: 'policy:e-safety', title: 'Online safety policy' }, { id: 'policy:mobile-devices', title: 'Phones and mobile devices' }];
  const first = policyOf('prep-school', 'early-years-ks1-code');
  deepEqual(requiredReading(first, { names: ['parent'], beside }), ['policy:e-safety']);
  deepEqual(requiredReading(first, { names: ['pupil-ks1', 'pupil'], beside }), []);
  deepEqual(requiredReading(policyOf('prep-school', 'staff-code'), { names: ['teacher', 'staff'], beside }), ['policy:e-safety']);
  deepEqual(requiredReading(policyOf('town-school', 'staff-code'), { names: ['teacher', 'staff'], beside: beside.slice(0, 1) }), ['policy:e-safety']);
  deepEqual(requiredReading(policyOf('village-primary', 'staff-code'), { names: ['teacher', 'staff'], beside }), []);
  deepEqual(requiredReading(policyOf('day-school', 'staff-ict-code'), { names: ['teacher', 'staff'], beside }).length, 2, 'where a clause names none by its title, all of them');
});
