import { deepEqual, equal } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { sheetOf } from '../shown.ts';
import { statementsOf, ticksOn } from './asked.ts';
import { allSaid, ticksIn } from './decisions.ts';

const policyOf = (pack: string, id: string) => loadRulebook(path.resolve('policies', pack)).rulebook!.policies.find(one => one.id === id)!;
const sheet = (pack: string, id: string, clauses: string[] = []) => sheetOf({ id: 'e', number: 1, document: policyOf(pack, id) }, { capacity: 'self', clauses });

test('at the town school read, understood and accepted are three statements, each by itself', () => {
  const ticks = ticksOn(sheet('town-school', 'staff-code'), 'self');
  deepEqual(ticks.map(one => [one.clause, one.words]), [['declaration', 'I have read these rules.'], ['declaration', 'I understand these rules.'], ['declaration', 'I accept these rules.']]);
  equal(new Set(ticks.map(one => one.number)).size, 1);
});

test('that the main policy was read is a statement of its own, in the words of the clause', () => {
  const ticks = ticksOn(sheet('prep-school', 'staff-code'), 'self');
  deepEqual(ticks.map(one => one.clause), ['form-agree', 'form-read', 'form-discipline']);
  equal(ticks[1]!.words, policyOf('prep-school', 'staff-code').clauses.find(clause => clause.id === 'form-read')!.text);
});

test('what a parent says is ticked too; where a part alone is signed, what stands in that part', () => {
  const code = policyOf('prep-school', 'early-years-ks1-code');
  deepEqual(statementsOf(code, { capacity: 'guardian' }).map(one => one.clause), ['help-your-child', 'form-internet', 'form-support', 'form-standards']);
  deepEqual(statementsOf(code, { capacity: 'guardian', shown: ['form-support'] }).map(one => one.clause), ['form-support']);
  deepEqual(ticksOn(sheet('town-school', 'staff-code', ['copyright']), 'self'), []);
  deepEqual(ticksOn(sheet('village-primary', 'staff-code'), 'self'), [], 'a policy that asks for none has none');
});

test('one line left open is named, and the others stay ticked', () => {
  const ticks = ticksOn(sheet('town-school', 'staff-code'), 'self');
  const { said, errors } = ticksIn({ 'say-0': 'yes', 'say-2': 'yes' }, ticks);
  deepEqual([said, Object.keys(errors), allSaid(ticks, said)], [[0, 2], ['say-1'], false]);
  equal(allSaid(ticks, ticksIn({ 'say-0': 'yes', 'say-1': 'yes', 'say-2': 'yes' }, ticks).said), true);
});
