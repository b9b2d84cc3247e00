/** What is done when somebody moves. Each deed is one change, its logbook line and its announcement, inside the caller's transaction. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { announce } from '../../bulletin.ts';
import type { Doing } from '../deeds.ts';
import { findPerson } from '../store.ts';
import { moveFault } from './decisions.ts';
import * as store from './store.ts';
import type { MoveFault, Standing, YearGroup } from './words.ts';

export type Moved = { readonly ok: true; readonly move: string } | { readonly ok: false; readonly why: MoveFault | 'gone' };

/** Notes what somebody is from a day on: today, a day to come, or one that was forgotten. Refuses where a later change is planned already. */
export async function movePerson(tx: Tx, doing: Doing, given: { person: string; from: string; becomes: Standing }): Promise<Moved> {
  const { person, from, becomes } = given;
  const before = await store.lockRows(tx, person);
  const found = await findPerson(tx, person, from);
  if (!found) return { ok: false, why: 'gone' };
  const was = { kinds: found.kinds, place: found.place };
  const why = moveFault(given, { joinedOn: found.joinedOn, leftOn: found.leftOn, is: was, planned: await store.lastPlanned(tx, person, from) });
  if (why) return { ok: false, why };
  await store.setKindsFrom(tx, doing.school, { person, kinds: becomes.kinds, from });
  if (JSON.stringify(was.place) !== JSON.stringify(becomes.place)) await store.setPlaceFrom(tx, doing.school, { person, place: becomes.place, from });
  const move = await store.addMove(tx, { ...doing, person, from, was, becomes, before });
  await write(tx, { ...doing, deed: 'move-person', about: person, words: { from, kinds: becomes.kinds.join(', '), ...(becomes.place ? { class: becomes.place.class } : {}) } });
  await announce(tx, 'person-changed', { ...doing, person, on: from });
  return { ok: true, move };
}

/** Takes a change back, begun or not. False where something has changed since. */
export async function takeBackMove(tx: Tx, doing: Doing, given: { person: string; move: string }): Promise<boolean> {
  if (!(await store.takeBack(tx, { ...doing, ...given }))) return false;
  await write(tx, { ...doing, deed: 'take-back-move', about: given.person });
  await announce(tx, 'person-changed', { ...doing, person: given.person, on: dayOf(doing.at) });
  return true;
}

/** Says what the year groups of the school are, in their order. Who is here already stays what they are. */
export async function setYears(tx: Tx, doing: Doing, years: readonly YearGroup[]): Promise<void> {
  await store.replaceYears(tx, doing.school, years);
  await write(tx, { ...doing, deed: 'set-year-groups', words: { years: years.map(year => year.name).join(', ') } });
}
