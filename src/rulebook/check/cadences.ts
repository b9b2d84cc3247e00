/** Checks, training and deadlines that come less often, or later, than the national standards ask. */
import type { BoundRule, Finding } from '../words.ts';
import { lengthOf } from './spans.ts';
import type { Cadence } from './standards.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

export function checkCadences({ rulebook, documents, standards, on }: PackDesk): readonly Finding[] {
  const cadences = standards.cadences.filter(({ since }) => since <= on);
  const review = cadences.find(({ name }) => name === 'policy-review');
  return [
    ...rulebook.rules.flatMap((rule) => cadences.flatMap((cadence) => weakness(rule, cadence))),
    ...documents.flatMap(({ policy, head }) => {
      const every = policy.front.review?.every;
      const days = lengthOf(every ?? '');
      return review && days !== undefined && days > review.days ? [findingAt(head('review'), tooWeak(review, every!))] : [];
    }),
  ];
}

function weakness(rule: BoundRule, cadence: Cadence): readonly Finding[] {
  if (!cadence.verbs.includes(rule.verb) || !speaksOf(rule, cadence)) return [];
  const written = rule.attributes[cadence.attribute];
  const days = lengthOf(written ?? '');
  return days !== undefined && days > cadence.days + 0.01 ? [findingAt(rule.at, tooWeak(cadence, written!))] : [];
}

function speaksOf({ subject, attributes }: BoundRule, { subjects }: Cadence): boolean {
  const named = [subject, ...['use', 'to', 'for', 'of'].map((name) => attributes[name] ?? '')].flatMap((words) => words.split(/[\s|]+/));
  return named.some((word) => subjects.includes(word));
}

/** What to say of a cadence that is too weak. */
export function tooWeak({ what, attribute, longest, source }: Cadence, written: string): Pick<Finding, 'severity' | 'code' | 'message' | 'remedy'> {
  const need = attribute === 'every' ? `at least once every ${longest.replace(/^1 /, '')}` : `within ${longest}`;
  return { severity: 'warning', code: 'cadence-too-weak', message: `"${written}" is too seldom or too late for ${what}: ${need} (${source}).`, remedy: `Make it ${need}.` };
}
