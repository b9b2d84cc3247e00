/**
 * For a question nobody has written about: the clauses that come nearest.
 */
import type { BoundRule, ClauseId, Verb } from '../words.ts';
import type { Asked } from './asked.ts';
import { NO } from './logic.ts';
import type { Outcome } from './outcome.ts';
import { isBound } from './who.ts';

const MOST = 5;
/** Acts that no "may I" rule speaks of, but a rule that the school itself carries out. */
const CARRIED_OUT_BY: Readonly<Record<string, Verb>> = { 'monitor-ict-use': 'watch', 'view-activity-log': 'watch', 'filter-web': 'block', 'retain-data': 'keep', 'sign-policy': 'sign', 'countersign-policy': 'countersign' };

/** Up to five clauses: what the school does to the asker, those of the act, nearest first, else those that name the act in another way, else of its group. */
export function considered({ rulebook, table, asker }: Asked, { voices }: Outcome): readonly ClauseId[] {
  const speaking = new Map(voices.map((voice) => [voice.one, voice] as const));
  const distance = (rule: BoundRule): number => {
    const voice = [...speaking.values()].find((one) => one.one.rule === rule);
    return (voice ? (voice.live === NO ? 1 : 0) : isBound(asker, rule.binds) ? 2 : 3) * 10 + rule.when.length;
  };
  const own = table.rules.map((one) => one.rule).toSorted((one, other) => distance(one) - distance(other) || one.order - other.order);
  const verb = CARRIED_OUT_BY[table.act];
  const done = verb === undefined ? [] : rulebook.rules.filter((rule) => rule.verb === verb && isBound(asker, rule.binds));
  const found = unique([...done, ...own]);
  if (found.length > 0) return found;
  const named = unique(rulebook.rules.filter((rule) => rule.subject === table.act));
  return named.length > 0 ? named : unique(rulebook.rules.filter((rule) => isNear(rulebook, rule.subject, table.act)));
}

function isNear({ vocabulary }: Asked['rulebook'], subject: string, act: string): boolean {
  const group = vocabulary.acts.get(act)?.group;
  return group !== undefined && vocabulary.acts.get(subject)?.group === group;
}

function unique(rules: readonly BoundRule[]): ClauseId[] {
  return [...new Set(rules.map((rule) => rule.clauseId))].slice(0, MOST);
}
