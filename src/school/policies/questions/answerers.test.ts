import { deepEqual } from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadRulebook } from '../../../packs/index.ts';
import type { ClauseId } from '../../../rulebook/index.ts';
import { answerersOf } from './decisions.ts';

const answerers = (id: string): string[] => {
  const clause = loadRulebook(path.resolve('policies', id.split('/')[0]!)).rulebook.clauses.get(id as ClauseId)!;
  return answerersOf(clause, clause.policy.front);
};

test('who is in doubt asks beside the rule that says so, and the office that it names is among those who answer', () => {
  const named = {
    'village-primary/staff-code#questions': ['head'],
    'village-primary/staff-code#doubts-about-data': ['unassigned'],
    'academy-trust/acceptable-use#is-it-covered': ['head'],
    'academy-trust/acceptable-use#check-first': ['unassigned'],
    'prep-school/staff-code#if-in-doubt': ['ict-lead', 'network-manager'],
  };
  for (const [id, offices] of Object.entries(named)) deepEqual(answerers(id).filter(office => offices.includes(office)), offices, id);
});
