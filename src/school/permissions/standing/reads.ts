/** What the pages of standing permissions show. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Rulebook } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { listClasses, listHolders, widened } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { periodsOn } from '../periods/store.ts';
import { citedAs, linesOf, type Looking } from '../register/reads.ts';
import { entryById } from '../register/store.ts';
import type { Line } from '../register/words.ts';
import { realGroups } from '../decisions.ts';
import { seatsFor } from '../seats.ts';
import { alikeIn } from '../two-people.ts';
import { forbids, grantableRules, groupsOf, speaksFor, type Grantable } from './decisions.ts';
import type { RuleChoice } from './pages.tsx';
import type { StandingGiven } from './forms.ts';
import type { Situation } from '../words.ts';

const rulebookOf = async (tx: Tx, { school, vocabulary, today }: Looking): Promise<Rulebook> => (await rulesInForce(tx, { school, vocabulary, today })).rulebook;

/** The name of a rule in an address: its clause and its act. */
export const nameOf = ({ rule }: Pick<Grantable, 'rule'>): string => `${rule.clauseId} ${rule.subject}`;

/** The rules under which this reader alone may grant for a group. */
export async function grantableBy(tx: Tx, looking: Looking): Promise<Grantable[]> {
  const { reader, today } = looking;
  if (reader.person === null || reader.offices.length === 0) return [];
  const rulebook = await rulebookOf(tx, looking);
  const holders = await listHolders(tx, today);
  const found: Grantable[] = [];
  for (const rule of grantableRules(rulebook, today)) {
    const seats = await seatsFor(tx, { offices: rule.offices, asker: null, holder: null, named: {}, handedOn: 0 }, { rulebook, today, holders });
    const offices = speaksFor(seats, alikeIn(realGroups(rule.offices, rulebook.school.offices)), reader.person);
    if (offices && !found.some(one => nameOf(one) === nameOf({ rule }))) found.push({ rule, offices });
  }
  return found;
}

export async function choiceOf(tx: Tx, looking: Looking, { rule }: Grantable): Promise<RuleChoice> {
  const rulebook = await rulebookOf(tx, looking);
  const { cite, href } = citedAs(rulebook, rule.clauseId);
  return { clause: rule.clauseId, act: rule.subject, cite, href, words: rulebook.clauses.get(rule.clauseId)?.text ?? '' };
}

export interface ForForm {
  readonly kinds: readonly string[];
  readonly classes: readonly string[];
  readonly trips: readonly { readonly id: string; readonly title: string; readonly from: string; readonly until: string }[];
  readonly longestDays: number;
}

/** What the form offers under a rule: classes where it binds pupils, and trips to come. */
export async function forForm(tx: Tx, { vocabulary, today }: Looking, { rule }: Grantable): Promise<ForForm> {
  const kinds = groupsOf(rule, vocabulary);
  const pupils = kinds.some(kind => kind === 'pupil' || vocabulary.kinds.get(kind)?.within.includes('pupil'));
  return { kinds, classes: pupils ? await listClasses(tx, today) : [], trips: await askFeature('comingTrips', tx, today), longestDays: (await periodsOn(tx, today)).longestDays };
}

/** What forbids it even with a yes to one of the kinds chosen. */
export async function forbiddenBy(tx: Tx, looking: Looking, of: { readonly grantable: Grantable; readonly given: Pick<StandingGiven, 'kinds' | 'from'>; readonly facts: Situation }): Promise<{ cite: string; href: string; words: string }[]> {
  const rulebook = await rulebookOf(tx, looking);
  const { grantable: { rule }, given, facts } = of;
  const clauses = given.kinds.flatMap(kind => forbids(rulebook, { who: widened([kind], looking.vocabulary), act: rule.subject, facts, on: given.from }));
  return [...new Set(clauses)].map(id => ({ ...citedAs(rulebook, id), words: rulebook.clauses.get(id as never)?.text ?? '' }));
}

/** The standing permission that somebody reviews; null where it is none, or not theirs to decide. */
export async function reviewed(tx: Tx, looking: Looking, id: string): Promise<Line | null> {
  const entry = await entryById(tx, id);
  return entry?.holders ? (await linesOf(tx, looking, [entry]))[0]! : null;
}
