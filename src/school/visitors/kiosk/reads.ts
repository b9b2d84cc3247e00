/** What the pages of the tablet are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { findPerson, fullName } from '../../people/index.ts';
import { kindWords, listed } from '../../policies/index.ts';
import { stateOf } from '../decisions.ts';
import { rulesOf, type GuestRules, type Here } from '../rules.ts';
import { findVisit, isGuest } from '../store.ts';
import { stintOf } from '../supply/store.ts';
import type { Kiosk, Visit } from '../words.ts';

export { kioskOfToken, runningKiosks } from './store.ts';
export { findByCode, onSiteNamed } from '../reads.ts';

/** A visit on its way in at this very tablet. */
export interface Arriving {
  readonly visit: Visit;
  readonly host: string | null;
  readonly knownAs: string | null;
  readonly rules: GuestRules;
  /** The days of a supply teacher, where they are one that is known. */
  readonly stint: string | null;
}

/** The arrival that this tablet is in the middle of, or null. */
export async function arrivingAt(tx: Tx, here: Here & { readonly kiosk: Kiosk }, id: string): Promise<Arriving | null> {
  const visit = await findVisit(tx, id);
  if (!visit || visit.kiosk !== here.kiosk.id || stateOf(visit) !== 'begun') return null;
  const person = visit.person === null ? null : await findPerson(tx, visit.person, here.today);
  const known = person !== null && !(await isGuest(tx, person.id));
  return {
    visit, host: await hostName(tx, visit, here.today), rules: await rulesOf(tx, here, visit), knownAs: known ? listed(person.kinds.map(kind => kindWords(kind, here.vocabulary))) : null,
    stint: person ? (await stintOf(tx, person.id, here.today))?.id ?? null : null,
  };
}

const SHOWN_MS = 10 * 60_000;

/** Somebody who has just come in at this tablet, with their badge to show; null after a while. */
export async function arrivedAt(tx: Tx, of: { kiosk: string; now: Date; today: string }, id: string): Promise<{ visit: Visit; host: string | null } | null> {
  const visit = await findVisit(tx, id);
  if (!visit?.arrivedAt || visit.leftAt || visit.kiosk !== of.kiosk || of.now.getTime() - visit.arrivedAt.getTime() > SHOWN_MS) return null;
  return { visit, host: await hostName(tx, visit, of.today) };
}

async function hostName(tx: Tx, visit: Visit, today: string): Promise<string | null> {
  const host = visit.host === null ? null : await findPerson(tx, visit.host, today);
  return host && fullName(host);
}
