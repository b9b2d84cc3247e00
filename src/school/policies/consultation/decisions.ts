/** Who opens a consultation, who reads its answers, and whether it takes any. Pure. */
import { approversFor, mayWrite } from '../decisions.ts';
import type { Consultation, ConsultationState, Opinion } from './words.ts';

/** It takes answers up to and including its last day, unless it was closed before. */
export const stateOf = (of: Pick<Consultation, 'answerBy' | 'closedAt'>, today: string): ConsultationState => (of.closedAt === null && today <= of.answerBy ? 'open' : 'closed');

/** Who wants something changed, or says no, says what; else nobody could act on it. */
export const needsWords = (opinion: Opinion): boolean => opinion === 'changes' || opinion === 'no';

/** What a reader may see of a consultation they were not asked in: everything, the numbers alone, or nothing. */
export function seesOf(reader: { readonly kinds: readonly string[]; readonly offices: readonly string[] }, of: { readonly owner?: string | undefined; readonly body: string | null }): 'all' | 'counts' | 'nothing' {
  if (mayWrite(reader.offices, of.owner) || (of.body !== null && approversFor(of.body).some(office => reader.offices.includes(office)))) return 'all';
  return reader.kinds.some(kind => kind === 'governor' || kind === 'trustee') || reader.offices.includes('chair-of-governors') ? 'counts' : 'nothing';
}

/** As what each person is asked: the first office of the list that they hold, else the first kind. Each once, and not whoever asks. */
export function whomToAsk(groups: readonly { readonly group: string; readonly people: readonly string[] }[], asker: string | null): Map<string, string> {
  const asked = new Map<string, string>();
  for (const { group, people } of groups) for (const person of people) if (person !== asker && !asked.has(person)) asked.set(person, group);
  return asked;
}
