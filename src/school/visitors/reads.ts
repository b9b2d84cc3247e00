/** What pages ask about visits. */
import type { Tx } from '../../platform/database/index.ts';
import { fullName, listPeople, namesOf, type Person } from '../people/index.ts';
import { guestKinds, hostOf, keyOf, MOST_HOSTS, staffKinds, type HostFound } from './decisions.ts';
import type { Here } from './rules.ts';
import * as store from './store.ts';
import { stintsOf } from './supply/store.ts';
import { nameOf, type Typed, type Visit } from './words.ts';
import { vouchersOf } from './wifi/store.ts';

export { countExpected, countOnSite, countPast, findByCode, findVisit, listExpected, listExpectedBy, listLeft, listOnSite, listPast, type PastAsk } from './store.ts';

const asTyped = (typed: Pick<Typed, 'givenName' | 'familyName'>): string => `${typed.givenName} ${typed.familyName}`.trim();

/** The host whom somebody means: the one chosen, or the one member of staff whose name holds what was typed. */
export async function findHost(tx: Tx, here: Here, typed: Pick<Typed, 'host' | 'hostId'>): Promise<HostFound<Person>> {
  const kinds = staffKinds(here.vocabulary);
  if (typed.hostId !== null) {
    const [chosen] = await listPeople(tx, { day: here.today, kinds, ids: [typed.hostId], limit: 1 });
    return chosen ? { ok: true, host: chosen } : { ok: false, why: 'nobody', among: [] };
  }
  const search = typed.host.trim();
  if (search === '') return hostOf<Person>('', []);
  return hostOf(search, keyOf(search).length < 3 ? [] : await listPeople(tx, { day: here.today, kinds, search, limit: MOST_HOSTS + 1 }));
}

/** Whom the school knows by this name: one of its guests, volunteers, governors or supply staff who are here; or a guest of another day, of the same organisation. */
export async function knownGuest(tx: Tx, here: Here, typed: Pick<Typed, 'givenName' | 'familyName' | 'organisation'> & { kind: string }): Promise<{ person: string; kind: string } | null> {
  const all = guestKinds(here.vocabulary);
  const kinds = typed.kind === 'supply' ? ['supply'] : all.filter(kind => kind !== 'supply');
  const name = asTyped(typed);
  const organisation = keyOf(typed.organisation);
  const guest = typed.kind === 'supply' ? null : await store.findGuest(tx, { name: keyOf(name), organisation });
  if (guest !== null) return { person: guest, kind: typed.kind };
  const found = (await listPeople(tx, { day: here.today, kinds, search: name, limit: 10 })).filter(person => keyOf(fullName(person)) === keyOf(name));
  const others = [];
  // Why: a guest of this morning is known by organisation too, which did not fit.
  for (const person of found) if (!(await store.isGuest(tx, person.id))) others.push(person);
  const [only] = others;
  if (!only || others.length > 1) return null;
  return { person: only.id, kind: only.kinds.includes(typed.kind) ? typed.kind : only.kinds.find(kind => all.includes(kind)) ?? typed.kind };
}

/** Those on site whom a name means. */
export const onSiteNamed = async (tx: Tx, name: string): Promise<Visit[]> => (await store.listOnSite(tx)).filter(visit => keyOf(nameOf(visit)) === keyOf(name));

/** Names of hosts, and of whoever expects somebody, by id. */
export const hostNames = (tx: Tx, visits: readonly Visit[]): Promise<Map<string, string>> =>
  namesOf(tx, [...new Set(visits.flatMap(visit => [visit.host, visit.expectedBy].filter(id => id !== null)))]);

/** Everything visiting knows of somebody, for a subject access request. Codes of the wifi are not opened. */
export async function exportVisits(tx: Tx, person: string): Promise<unknown> {
  return {
    visits: await store.visitsAbout(tx, person), supply: await stintsOf(tx, person),
    wifiCodes: (await vouchersOf(tx, person)).map(({ network, issuedOn, endsOn, withdrawnAt, withdrawnWhy }) => ({ network, issuedOn, endsOn, withdrawnAt, withdrawnWhy })),
  };
}
