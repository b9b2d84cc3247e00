/** What the pages of the roll-over ask: the plan, worked out anew each time from the classes as they are. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import { askFeature } from '../../answers.ts';
import { yearsOf } from '../moves/reads.ts';
import type { YearGroup } from '../moves/words.ts';
import { changes, completed, countOutcomes, parentsWhoLeave, planAll, roomsOf, type Room } from './decisions.ts';
import * as store from './store.ts';
import type { ClassPlan, Outcome, Planned, PupilPlan, RollOver, ToSign } from './words.ts';

export { openRollOver, pastRollOvers } from './store.ts';

/** A roll-over with everything that it will do. */
export interface RollOverPlan {
  readonly rollOver: RollOver;
  readonly years: readonly YearGroup[];
  readonly rooms: readonly Room[];
  readonly classes: readonly ClassPlan[];
  readonly own: readonly PupilPlan[];
  readonly planned: readonly Planned[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** The parents who leave with their last child. */
  readonly parents: readonly string[];
  /** Whoever will be asked to sign something new, and what. */
  readonly toSign: ReadonlyMap<string, readonly ToSign[]>;
}

/** Works a roll-over out: from its classes, its exceptions, and the pupils as they will be on the day before. */
export async function planOf(tx: Tx, rollOver: RollOver, today: string): Promise<Omit<RollOverPlan, 'toSign'>> {
  const pupils = await store.pupilsBefore(tx, rollOver.on);
  const years = await yearsOf(tx, today < rollOver.on ? today : addDays(rollOver.on, -1));
  const rooms = roomsOf(pupils);
  const classes = completed(await store.listClassPlans(tx, rollOver.id), rooms, years);
  const own = await store.listPupilPlans(tx, rollOver.id);
  const planned = planAll(pupils, { classes, own, years });
  const leaving = planned.filter(one => one.outcome === 'leaves').map(one => one.pupil.person);
  const ties = rollOver.parentsToo && leaving.length > 0 ? await store.tiesOfOnlyParents(tx, { children: leaving, on: rollOver.on }) : [];
  const parents = parentsWhoLeave(ties, { leaving: new Set(leaving), onlyParents: new Set(ties.map(tie => tie.parent)) });
  return { rollOver, years, rooms, classes, own, planned, counts: countOutcomes(planned), parents };
}

/** The same, with what each will be asked to sign from that day. */
export async function planWithSigning(tx: Tx, rollOver: RollOver, today: string): Promise<RollOverPlan> {
  const plan = await planOf(tx, rollOver, today);
  const people = plan.planned.filter(changes).filter(one => one.kinds.join() !== [...one.pupil.kinds].sort().join()).map(one => ({ person: one.pupil.person, kinds: one.kinds }));
  return { ...plan, toSign: people.length > 0 ? await askFeature('newAsks', tx, { on: rollOver.on, today, people }) : new Map() };
}
