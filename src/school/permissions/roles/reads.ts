/** What the pages of roles show, and what the rules ask about them. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { currentSchool } from '../../../platform/database/index.ts';
import type { Questions } from '../../answers.ts';
import type { Shared } from '../../feature.ts';
import { fullName, listPeople, namesOf } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import type { Looking } from '../register/reads.ts';
import { heldOn, keeps, keptOf, lastDayOf, mayBeNamed, namedState, rolesIn } from './decisions.ts';
import { listNamed, namedOf, rolesListed } from './store.ts';
import type { NamedLine, Role } from './words.ts';

export { closeOver, findNamed, isTwice, listNamed } from './store.ts';

const rulebookOf = async (tx: Tx, { school, vocabulary, today }: Pick<Looking, 'school' | 'vocabulary' | 'today'>): Promise<Rulebook> => (await rulesInForce(tx, { school, vocabulary, today })).rulebook;

/** Answers "which roles does this person have today, and of which is there a list?". Wired in app.ts. */
export const rolesOf = ({ vocabulary }: Shared): Questions['rolesOf'] => async (tx, person, today) => {
  const school = await currentSchool(tx);
  const roles = school ? rolesIn(await rulebookOf(tx, { school, vocabulary, today }), today) : [];
  if (roles.length === 0) return { kept: [], held: [] };
  const kept = keptOf(roles, await rolesListed(tx));
  return { kept, held: kept.length === 0 ? [] : heldOn(await namedOf(tx, person), roles, today) };
};

/** The school's roles, as a reader finds them. */
export interface RoleView extends Role {
  readonly cited: readonly { readonly cite: string; readonly href: string; readonly words: string }[];
  /** How many have it today. */
  readonly count: number;
  /** Whether this reader keeps the list, and whether anybody can be named now. */
  readonly mine: boolean;
  readonly open: boolean;
}

export interface RolesView {
  readonly roles: readonly RoleView[];
  readonly lines: readonly NamedLine[];
}

/** Every role with its list; lines whose role no rule looks at any more are left out. */
export async function rolesView(tx: Tx, looking: Looking): Promise<RolesView> {
  const { today, reader } = looking;
  const rulebook = await rulebookOf(tx, looking);
  const roles = rolesIn(rulebook, today);
  const all = (await listNamed(tx, null)).filter(one => roles.some(role => role.name === one.role));
  const names = await namesOf(tx, [...new Set(all.flatMap(one => [one.person ?? [], one.by ?? [], one.endedBy ?? []].flat()))]);
  const nameOf = (id: string | null) => (id === null ? null : names.get(id) ?? null);
  const lines = all.map(one => {
    const role = roles.find(known => known.name === one.role)!;
    return { ...one, name: nameOf(one.person), namer: nameOf(one.by), ender: nameOf(one.endedBy), state: namedState(one, role, today), lastDay: lastDayOf(one, role), mine: keeps(role, reader.offices) };
  });
  const quoted = (id: Role['clauses'][number]) => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' });
  return { lines, roles: roles.map(role => ({ ...role, cited: role.clauses.map(quoted), count: lines.filter(one => one.role === role.name && one.state === 'now').length, mine: keeps(role, reader.offices), open: mayBeNamed(role, today) })) };
}

const MOST_PEOPLE = 600;

/** Who may be named for a role: those whom its rules bind, without the one who names. */
export async function candidates(tx: Tx, { vocabulary, today, reader }: Looking, { kinds }: Role): Promise<{ id: string; name: string }[]> {
  const found = await listPeople(tx, { day: today, kinds: narrow(kinds.length > 0 ? kinds : ['staff'], vocabulary), limit: MOST_PEOPLE });
  return found.filter(one => one.id !== reader.person).map(one => ({ id: one.id, name: fullName(one) }));
}

const narrow = (wanted: readonly string[], { kinds }: Vocabulary): string[] => [...kinds.values()].filter(one => wanted.includes(one.name) || one.within.some(wide => wanted.includes(wide))).map(one => one.name);
