/** Acts that are forbidden or need a yes for staff, and on which nothing is said to visitors who do them too. */
import type { BoundRule, Finding, Vocabulary } from '../words.ts';
import { findingAt } from './words.ts';
import type { PackDesk } from './words.ts';

/** Only where visitors are bound by some policy: where none binds them, that is the finding. One for each act. */
export function checkVisitors({ rulebook }: PackDesk): readonly Finding[] {
  const { vocabulary, policies, rulesByAct } = rulebook;
  if (!policies.some(({ front }) => front.binds.some((kind) => covers(kind, 'visitor', vocabulary)))) return [];
  return [...rulesByAct].flatMap(([act, rules]) => {
    if (!vocabulary.acts.get(act)?.doneBy.includes('visitor')) return [];
    const strict = rules.find((rule) => isStrict(rule) && binds(rule, 'staff', vocabulary));
    if (!strict || rules.some((rule) => binds(rule, 'visitor', vocabulary))) return [];
    return [findingAt(strict.at, {
      severity: 'warning', code: 'visitors-left-out', message: `Staff have a rule on "${act}", and visitors, who do it too, have none.`, remedy: 'Add visitors to "who", or write a rule of their own.',
    })];
  });
}

function isStrict({ verb }: BoundRule): boolean {
  return verb === 'never' || verb === 'ask' || verb === 'consent';
}

function binds({ binds: { kinds, except } }: BoundRule, kind: string, vocabulary: Vocabulary): boolean {
  return kinds.some((one) => covers(one, kind, vocabulary)) && !except.includes(kind);
}

/** Whether a rule for one kind speaks to some of another: "staff" to teachers, "photographer" to visitors. */
function covers(named: string, kind: string, { kinds }: Vocabulary): boolean {
  return named === kind || (kinds.get(named)?.within.includes(kind) ?? false) || (kinds.get(kind)?.within.includes(named) ?? false);
}
