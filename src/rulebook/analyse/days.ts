/**
 * Days on which rules are looked at together.
 */
import type { BoundRule, Day } from '../words.ts';

/** The first day on which all of the rules may be in force; '' for rules without dates. */
export function latestStart(rules: readonly BoundRule[]): Day {
  return rules.reduce((latest, rule) => (rule.from !== undefined && rule.from > latest ? rule.from : latest), '');
}

/** Whether a rule is in force on a day; on '', an ordinary day, temporary rules are not. */
export function inForceOn(rule: BoundRule, day: Day): boolean {
  if (rule.from === undefined && rule.until === undefined) return rule.period === undefined;
  return day !== '' && (rule.from ?? '') <= day && (rule.until === undefined || day <= rule.until);
}
