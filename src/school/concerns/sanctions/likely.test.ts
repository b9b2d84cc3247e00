import { deepEqual, ok } from 'node:assert/strict';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import { providedFor } from './decisions.ts';
import { likelyFirst, policiesFor, type PlacedProvided } from './likely.ts';

const rulebook = loadRulebook('policies/prep-school').rulebook;
const provided = providedFor({ rulebook, kinds: ['pupil', 'pupil-senior'], severity: 'minor', today: '2026-11-23' });
const clauses = (list: readonly PlacedProvided[]) => list.map(({ one }) => one.clause.split('/')[1]!);

test('in a bullying case what the policy on bullying provides stands first, and what other codes provide stands behind', () => {
  const policies = policiesFor(rulebook, { kind: 'handle-bullying', clauses: [] });
  const likely = likelyFirst(provided, { policies, severity: 'minor' });
  ok(clauses(likely.fitting).every(clause => /^(cyberbullying|e-safety)#/.test(clause)), clauses(likely.fitting).join(' '));
  ok(likely.fitting.length > 0 && likely.fitting.length < 8);
  ok(clauses(likely.unfitting).includes('cyberbullying#internet-switched-off'), 'the internet off is harder than what is minor');
  ok(clauses(likely.elsewhere).includes('mobile-devices#take-a-phone'));
  deepEqual([...likely.fitting, ...likely.unfitting, ...likely.elsewhere].map(one => one.at).sort((a, b) => a - b), provided.map((_, at) => at), 'nothing is left out');
});

test('the mildest stands at the head', () => {
  const likely = likelyFirst(provided, { policies: new Set(['prep-school/cyberbullying']), severity: null });
  deepEqual(likely.fitting[0]!.one.kind, 'warning');
});

test('where the policies of a case provide nothing, everything that fits is offered', () => {
  const likely = likelyFirst(provided, { policies: new Set(), severity: null });
  deepEqual([likely.fitting.length, likely.elsewhere], [provided.length, []]);
});
