/** Preparing a roll-over, confirming it, and carrying it out on its day: all of it in one transaction, or nothing. */
import { write, writeAll } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { announceAll } from '../../bulletin.ts';
import type { Doing } from '../deeds.ts';
import { changes, confirmFault } from './decisions.ts';
import { planOf } from './reads.ts';
import * as store from './store.ts';
import type { ClassPlan, PupilPlan, RollOver, RollOverFault } from './words.ts';

/** Begins to prepare a roll-over for a day. Where one is open already, that one stays. */
export async function beginRollOver(tx: Tx, doing: Doing, on: string): Promise<void> {
  const id = await store.addRollOver(tx, { ...doing, on });
  if (id) await write(tx, { ...doing, deed: 'begin-roll-over', about: id, words: { on } });
}

const draftOf = async (tx: Tx): Promise<RollOver | null> => {
  const open = await store.openRollOver(tx, true);
  return open?.state === 'draft' ? open : null;
};

/** Says on which day, and where each class goes. False where nothing is being prepared. */
export async function planClasses(tx: Tx, doing: Doing, given: { on: string; parentsToo: boolean; plans: readonly ClassPlan[] }): Promise<boolean> {
  const draft = await draftOf(tx);
  if (!draft) return false;
  await store.setRollOver(tx, { id: draft.id, on: given.on, parentsToo: given.parentsToo });
  await store.replaceClassPlans(tx, doing.school, { id: draft.id, plans: given.plans });
  await write(tx, { ...doing, deed: 'plan-roll-over', about: draft.id, words: { on: given.on, classes: String(given.plans.length) } });
  return true;
}

/** Says where one pupil goes who does not go with the class; null: with the class again. */
export async function planPupil(tx: Tx, doing: Doing, given: { person: string; plan: Omit<PupilPlan, 'person'> | null }): Promise<boolean> {
  const draft = await draftOf(tx);
  if (!draft) return false;
  await store.setPupilPlan(tx, doing.school, { id: draft.id, ...given });
  await write(tx, { ...doing, deed: 'plan-pupil-apart', about: given.person, words: { goes: given.plan?.goes ?? 'with the class' } });
  return true;
}

/** Confirms the roll-over. From now on it happens by itself on its day, and can be taken back until then. */
export async function confirmRollOver(tx: Tx, doing: Doing, today: string): Promise<RollOverFault | null> {
  const draft = await draftOf(tx);
  if (!draft) return 'gone';
  const plan = await planOf(tx, draft, today);
  const fault = confirmFault(plan.planned, { on: draft.on, today });
  if (fault) return fault;
  // Why kept: what was looked at is what is done, also for a class that had its suggestion left as it was.
  await store.replaceClassPlans(tx, doing.school, { id: draft.id, plans: plan.classes });
  await store.setState(tx, { id: draft.id, state: 'confirmed', by: doing.by, at: doing.at });
  await write(tx, { ...doing, deed: 'confirm-roll-over', about: draft.id, words: { on: draft.on, ...words(plan.counts) } });
  return null;
}

const words = (counts: Readonly<Record<string, number>>): Record<string, string> => Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, String(n)]));

/** Takes the confirmation back: nothing happens on the day, and the plan can be changed again. False where its day has come. */
export async function takeBackRollOver(tx: Tx, doing: Doing, today: string): Promise<boolean> {
  const open = await store.openRollOver(tx, true);
  if (open?.state !== 'confirmed' || open.on <= today) return false;
  await store.setState(tx, { id: open.id, state: 'draft', at: doing.at });
  await write(tx, { ...doing, deed: 'take-back-roll-over', about: open.id, words: { on: open.on } });
  return true;
}

/** Throws away what is being prepared. */
export async function dropRollOver(tx: Tx, doing: Doing): Promise<boolean> {
  const draft = await draftOf(tx);
  if (!draft) return false;
  await store.setState(tx, { id: draft.id, state: 'dropped', at: doing.at });
  await write(tx, { ...doing, deed: 'drop-roll-over', about: draft.id });
  return true;
}

const AT_ONCE = 5_000;

/**
 * Carries out a confirmed roll-over whose day has come, as the software's own deed. Worked out anew, so that who joined
 * a class since it was confirmed goes with it, and who left does not. Null where nothing is due.
 */
export async function carryOutRollOver(tx: Tx, of: { school: string; today: string; at: Date }): Promise<RollOver['counts'] | null> {
  const open = await store.openRollOver(tx, true);
  if (open?.state !== 'confirmed' || open.on > of.today) return null;
  const doing: Doing = { school: of.school, by: 'countersign', at: of.at };
  const { planned, counts, parents } = await planOf(tx, open, of.today);
  const done = { ...counts, parents: parents.length };
  // Why first: the logbook's head is held from here on, so that no other deed of this school comes between.
  await write(tx, { ...doing, deed: 'roll-over', about: open.id, words: { on: open.on, ...words(done) } });
  const moves = planned.filter(changes);
  for (let at = 0; at < moves.length; at += AT_ONCE) await store.moveAll(tx, { ...doing, on: open.on, moves: moves.slice(at, at + AT_ONCE) });
  const leavers = [...planned.filter(one => one.outcome === 'leaves').map(one => one.pupil.person), ...parents];
  const last = addDays(open.on, -1);
  if (leavers.length > 0) await store.leaveAll(tx, { persons: leavers, last });
  await writeAll(tx, [
    ...moves.map(({ pupil, to, kinds }) => ({ ...doing, deed: 'move-person', about: pupil.person, words: { from: open.on, kinds: kinds.join(', '), class: to!.class } })),
    ...leavers.map(person => ({ ...doing, deed: 'person-left', about: person, words: { on: last } })),
  ]);
  await announceAll(tx, 'person-changed', moves.map(({ pupil }) => ({ ...doing, person: pupil.person, on: open.on })));
  await announceAll(tx, 'person-left', leavers.map(person => ({ ...doing, person, on: last })));
  await store.setState(tx, { id: open.id, state: 'done', at: of.at, counts: done });
  return done;
}
