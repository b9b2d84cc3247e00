/** What the pages of legal holds are drawn from: who may see one first, then the rows. */
import type { Tx } from '../../../platform/database/index.ts';
import { isId } from '../../../platform/ids.ts';
import { SHUT } from '../../../platform/seal/index.ts';
import { listHolders, namesOf } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { mayHandle } from '../decisions.ts';
import { holdersOn, settingsNow } from '../deeds/route.ts';
import { eyesOn, findConcern } from '../store.ts';
import type { Asking, Opened } from '../words.ts';
import { KEEPERS, legalDeciders, legalRule, liftingOffices, liftsAs } from './decisions.ts';
import * as store from './store.ts';
import type { Hold, HoldWords } from './words.ts';

export { exportHolds, heldAmong } from './store.ts';

export interface HoldView {
  readonly hold: Hold;
  /** Why it is to be lifted; empty where nobody asks. */
  readonly liftReasons: string;
  readonly names: ReadonlyMap<string, string>;
  /** Keeps the list, or deals with the case: looks at it again, and asks that it be lifted. */
  readonly tends: boolean;
  readonly handles: boolean;
  /** In which office this reader may agree to lift it. */
  readonly liftsAs: string | null;
}

const idsIn = (hold: Hold): string[] => [hold.decidedBy, hold.setBy, hold.liftBy, hold.liftedBy].filter(id => id !== null);

/** A hold, for those who keep the list, deal with its case or may be the second; null for anybody else, and for those the case is about. */
export async function openHold(tx: Tx, { reader, lock, now }: Asking, id: string): Promise<HoldView | null> {
  if (reader.person === null || !isId(id)) return null;
  const row = await store.findHold(tx, id);
  const key = lock.keyOf(reader.person);
  if (!row || row.aboutKeys.includes(key)) return null;
  const { locked: _locked, liftLocked, ...hold } = row;
  const concern = (await findConcern(tx, hold.concern))!;
  const handles = mayHandle(reader, concern, await eyesOn(tx, [concern.id]), { keyOf: lock.keyOf, now });
  const tends = handles || KEEPERS.some(office => reader.offices.includes(office));
  const lifts = liftsAs(hold, { person: reader.person, key, offices: reader.offices });
  if (!tends && lifts === null) return null;
  return { hold, tends, handles, liftsAs: lifts, liftReasons: liftLocked === null ? '' : lock.openOr(liftLocked, hold.id, { text: SHUT }).text, names: await namesOf(tx, [...new Set(idsIn(hold))]) };
}

export interface CaseHold { readonly hold: Hold; readonly words: HoldWords; readonly names: ReadonlyMap<string, string> }

/** The holds of a case, for those who deal with it. */
export async function holdsIn(tx: Tx, lock: Asking['lock'], concern: string): Promise<CaseHold[]> {
  const rows = await store.holdsOf(tx, concern);
  const names = await namesOf(tx, [...new Set(rows.flatMap(idsIn))]);
  return rows.map(({ locked, liftLocked: _liftLocked, ...hold }) => ({ hold, words: lock.openOr<HoldWords>(locked, hold.id, { reasons: SHUT, names: {} }), names }));
}

export interface Decider { readonly person: string; readonly name: string; readonly office: string }

/** Who may decide that the school goes to law in a case, and the clause that provides it. */
export async function decidersOf(tx: Tx, { school, shared, today }: Pick<Asking, 'school' | 'shared' | 'today'>, opened: Opened): Promise<{ clause: string | null; deciders: Decider[] }> {
  const { rulebook } = await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today });
  const { clause, offices } = legalRule(rulebook, today);
  const holders = await holdersOn(tx, today);
  const about = [...new Set([...holders.values()].flat())].filter(person => opened.concern.aboutKeys.includes(opened.lock.keyOf(person)));
  const deciding = legalDeciders(offices, { holders, settings: await settingsNow(tx, today), about });
  return { clause, deciders: (await listHolders(tx, today)).filter(holder => deciding.includes(holder.office)).map(({ person, name, office }) => ({ person, name, office })) };
}

export interface HoldLine { readonly hold: Hold; readonly by: string }

/** What a reader meets of the list. */
export async function listed(tx: Tx, asking: Asking, ask: Pick<store.ListAsk, 'state' | 'search' | 'limit' | 'offset'>): Promise<{ rows: HoldLine[]; total: number }> {
  const { reader, lock, now } = asking;
  const whole: store.ListAsk = { ...ask, person: reader.person!, key: lock.keyOf(reader.person!), offices: reader.offices, keeps: KEEPERS.some(office => reader.offices.includes(office)), lifts: liftingOffices(reader.offices).length > 0, now };
  const rows = await store.listHolds(tx, whole);
  const names = await namesOf(tx, [...new Set(rows.flatMap(hold => hold.decidedBy ?? []))]);
  return { rows: rows.map(({ locked: _locked, liftLocked: _liftLocked, ...hold }) => ({ hold, by: hold.decidedBy === null ? '' : names.get(hold.decidedBy) ?? '' })), total: await store.countHolds(tx, whole) };
}

const LOOKED_AT = 50;

/** How many holds wait for this reader: to be looked at again, or for their word as the second. */
export async function waiting(tx: Tx, asking: Asking): Promise<number> {
  const { reader, lock, today } = asking;
  const of = { person: reader.person!, key: lock.keyOf(reader.person!), offices: reader.offices };
  const { rows } = await listed(tx, asking, { state: 'stands', search: '', limit: LOOKED_AT, offset: 0 });
  return rows.filter(({ hold }) => liftsAs(hold, of) !== null || (hold.reviewOn <= today && KEEPERS.some(office => reader.offices.includes(office)))).length;
}
