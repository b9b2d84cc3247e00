/** What the start pages show, gathered from the features through their front doors. */
import { listSchools, readSchool, type Database, type Tx } from '../../platform/database/index.ts';
import type { School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { askFeature } from '../answers.ts';
import { rulesInForce, type RulesInForce } from '../policies/index.ts';
import type { Today } from './words.ts';

/** Signed, waiting and overdue over every policy of the school that somebody signs. */
export async function signedOverall(tx: Tx, rules: RulesInForce, today: string) {
  const sum = { bound: 0, signed: 0, waiting: 0, overdue: 0 };
  for (const policy of rules.rulebook.policies.filter(policy => policy.front.sign)) {
    const counts = await askFeature('signedCounts', tx, policy.id, today);
    if (!counts) continue;
    sum.bound += counts.bound;
    sum.signed += counts.signed;
    sum.waiting += counts.waiting;
    sum.overdue += counts.overdue;
  }
  return sum;
}

/** The figures of a school today. */
export async function readToday(tx: Tx, ask: { school: School; vocabulary: Vocabulary; today: string }): Promise<Today> {
  const rules = await rulesInForce(tx, ask);
  const { policies, clauses, rules: bound } = rules.rulebook;
  const measures = new Map<string, string>();
  for (const rule of bound) {
    if (rule.period && rule.until && rule.until >= ask.today && (!rule.from || rule.from <= ask.today)) measures.set(rule.period, rule.until);
  }
  return {
    policies: policies.length, clauses: clauses.size, ...(await signedOverall(tx, rules, ask.today)),
    reviewsOverdue: policies.filter(policy => (policy.front.review?.next ?? '9999') < ask.today).length,
    measures: [...measures].map(([name, until]) => ({ name, until })),
  };
}

const kept = new Map<string, { until: number; figures: { policies: number; signed: number; waiting: number; overdue: number } }>();
const KEEP_MS = 5_000;

/** The figures of one school's card on the first page; kept for seconds, so that many visitors cost one count. */
export async function cardFigures(db: Database, ask: { school: School; vocabulary: Vocabulary; today: string; now: Date }) {
  const had = kept.get(ask.school.id);
  if (had && had.until > ask.now.getTime()) return had.figures;
  const figures = await readSchool(db, ask.school.id, async tx => {
    const rules = await rulesInForce(tx, ask);
    return { policies: rules.rulebook.policies.length, ...(await signedOverall(tx, rules, ask.today)) };
  });
  kept.set(ask.school.id, { until: ask.now.getTime() + KEEP_MS, figures });
  return figures;
}

/** Every school this server serves, by name. */
export const schoolsHere = listSchools;
