/** Who answers for what: the office that looks after each policy, and the offices that a clause gives a duty, with their holders. */
import type { Tx } from '../../../platform/database/index.ts';
import { dutyHolders, type Policy, type Vocabulary } from '../../../rulebook/index.ts';
import { isHeld, listHolders } from '../../people/index.ts';
import { publishedPolicies, type RulesAsk } from '../reads.ts';
import type { Accountable } from './words.ts';

/** Every policy in force and every duty in it, with whoever answers for it today. */
export async function whoAnswersFor(tx: Tx, ask: RulesAsk): Promise<Accountable[]> {
  const published = await publishedPolicies(tx, ask);
  const holders = await listHolders(tx, ask.today);
  const namesOf = (office: string): string[] => [...new Set(holders.filter(holder => holder.office === office).map(holder => holder.name))];
  return published.flatMap(({ document }) => accountableIn(document, { vocabulary: ask.vocabulary, namesOf }));
}

function accountableIn(document: Policy, { vocabulary, namesOf }: { vocabulary: Vocabulary; namesOf: (office: string) => string[] }): Accountable[] {
  const office = (name: string) => {
    const names = namesOf(name);
    return { office: name, title: vocabulary.offices.get(name)?.title ?? name, holders: names, vacant: names.length === 0 && isHeld(name, vocabulary) };
  };
  const whole = { policy: document.id, policyTitle: document.front.title };
  const duties = document.clauses.flatMap(clause => clause.rules.filter(rule => rule.verb === 'duty-of').map(rule => (
    { ...whole, clause: { id: clause.id, number: clause.number }, what: rule.attributes['for'] ?? clause.text, offices: dutyHolders(rule).filter(name => vocabulary.offices.has(name)).map(office) }
  )));
  return [{ ...whole, clause: null, what: '', offices: document.front.owner ? [office(document.front.owner)] : [] }, ...duties.filter(duty => duty.offices.length > 0)];
}
