/** What the pages of supply staff are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { findPerson, fullName, listHolders, listPeople } from '../../people/index.ts';
import { signedForAccess, namesOfGuest, rulesOf, type GuestRules, type Here } from '../rules.ts';
import { listStints, stintOfLink } from './store.ts';
import type { SupplyRow } from './pages.tsx';
import type { Stint } from '../words.ts';

export { findStint } from './store.ts';

const PAGE = 50;
/** After a signature its link shows the code for so long. */
export const SHOWN_MS = 20 * 60_000;

/** A page of stints from today on. */
export async function supplyRows(tx: Tx, here: Here, page: number): Promise<{ rows: SupplyRow[]; pages: number }> {
  const stints = await listStints(tx, { from: here.today, limit: PAGE + 1, offset: (page - 1) * PAGE });
  const shown = stints.slice(0, PAGE);
  const ids = [...new Set(shown.flatMap(stint => [stint.person, stint.host].filter(id => id !== null)))];
  const people = new Map((await listPeople(tx, { day: here.today, ids, left: true, limit: 2 * PAGE })).map(person => [person.id, person]));
  const rows = [];
  for (const stint of shown) {
    const person = people.get(stint.person);
    const host = stint.host === null ? undefined : people.get(stint.host);
    rows.push({ ...stint, name: person ? fullName(person) : 'Somebody who has left', hostName: host ? fullName(host) : null, hasMail: (person?.email ?? null) !== null, signed: stint.from > here.today ? null : await hasSigned(tx, here, stint) });
  }
  return { rows, pages: stints.length > PAGE ? page + 1 : page };
}

/** Whether a supply teacher has signed all that is asked of them; where a school asks nothing, there is nothing missing. */
async function hasSigned(tx: Tx, here: Here, stint: Stint): Promise<boolean> {
  const names = await namesOfGuest(tx, here, { kind: 'supply', person: stint.person });
  return (await signedForAccess(tx, here, { person: stint.person, names })) !== 'sign-first';
}

export interface LinkView {
  readonly stint: Stint;
  readonly usedAt: Date | null;
  readonly name: string;
  readonly rules: GuestRules;
  /** "Gareth Pennifold": whom to tell of a worry about a child. */
  readonly dsl: string | null;
}

/** What a one-time link opens, or null when it no longer does. */
export async function linkView(tx: Tx, here: Here, of: { token: string; now: Date }): Promise<LinkView | null> {
  const link = await stintOfLink(tx, of.token, { now: of.now, after: new Date(of.now.getTime() - SHOWN_MS) });
  const person = link && (await findPerson(tx, link.person, here.today));
  if (!link || !person) return null;
  const { usedAt, ...stint } = link;
  const rules = await rulesOf(tx, here, { kind: 'supply', person: stint.person, wantsAccess: true });
  return { stint, usedAt, name: fullName(person), rules, dsl: (await listHolders(tx, here.today)).find(holder => holder.office === 'dsl')?.name ?? null };
}
