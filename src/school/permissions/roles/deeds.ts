/** What is done with roles: somebody is named for one, and taken off its list. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Day } from '../../../platform/days.ts';
import type { Doing } from '../deeds.ts';
import { tellHolder } from '../mails.ts';
import { addNamed, endNamed } from './store.ts';
import type { Named, Role } from './words.ts';

type By = Doing & { readonly by: string };

const pathOf = (role: string): string => `/permissions/roles?role=${role}`;

/** Names somebody for a role; they are told. Returns the id of the line. */
export async function nameForRole(tx: Tx, doing: By, of: { readonly role: Role; readonly person: string; readonly from: Day; readonly until: Day | null; readonly reason: string }): Promise<string> {
  const { school, by, at } = doing;
  const { role, person, from, until, reason } = of;
  const id = await addNamed(tx, { school: school.id, role: role.name, person, from, until, reason, by, at });
  const [clause] = role.clauses;
  await write(tx, { school: school.id, by, at, deed: 'name-for-role', about: id, ...(clause ? { clause } : {}), words: { role: role.name, person, from, ...(until === null ? {} : { until }) } });
  await tellHolder(tx, { ...doing, persons: [person], path: pathOf(role.name) });
  return id;
}

/** Takes somebody off the list, from this moment on; they are told. False where they were off it already. */
export async function takeOffRole(tx: Tx, doing: By, of: { readonly named: Named; readonly reason: string }): Promise<boolean> {
  const { school, by, at } = doing;
  const { named, reason } = of;
  if (!(await endNamed(tx, { id: named.id, by, reason, at }))) return false;
  await write(tx, { school: school.id, by, at, deed: 'take-off-role', about: named.id, words: { role: named.role } });
  await tellHolder(tx, { ...doing, persons: [named.person], path: pathOf(named.role) });
  return true;
}
