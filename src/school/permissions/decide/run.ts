/** What comes round by itself: a request that nobody opens is handed on, and one that nobody answered in time is over. */
import { inSchool, listSchools, readSchool, type Database, type School, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf } from '../../../platform/days.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { listPeople } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import type { Doing } from '../deeds.ts';
import { periodsOn, type Periods } from '../periods/store.ts';
import { seated, type Seated } from '../seats.ts';
import { openRequests } from '../store.ts';
import type { Request, Seat } from '../words.ts';
import { handOn, lapse, tellAnew } from './deeds.ts';

export interface RequestRound {
  readonly db: Database;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
}

/** Looks at every open request of every school. Returns how many were handed on or are over. */
export async function tendRequests({ db, vocabulary, now }: RequestRound): Promise<number> {
  let tended = 0;
  for (const school of await listSchools(db)) {
    if ((await readSchool(db, school.id, tx => openRequests(tx, 1))).length === 0) continue;
    tended += await inSchool(db, school.id, tx => tend(tx, { school, by: null, at: now, today: dayOf(now) }, vocabulary));
  }
  return tended;
}

async function tend(tx: Tx, doing: Doing & { readonly school: School }, vocabulary: Vocabulary): Promise<number> {
  const periods = await periodsOn(tx, doing.today);
  const { rulebook } = await rulesInForce(tx, { school: doing.school, vocabulary, today: doing.today });
  const open = await openRequests(tx);
  const gone = await goneFrom(tx, open, doing.today);
  let tended = 0;
  for (const one of await seated(tx, open, { rulebook, today: doing.today })) {
    if (isOver(one, periods, doing.today) || gone.has(one.request.holder ?? '')) await lapse(tx, doing, one.request);
    else if (await waitsTooLong(tx, one, { periods, today: doing.today })) {
      if (isForsaken(one)) await tellAnew(tx, doing, { request: one.request, to: unopenedIn(one).flat() });
      else if (!(await handOnward(tx, doing, { one, rulebook }))) continue;
    } else continue;
    tended++;
  }
  return tended;
}

/** The next responder may decide as well. False where nobody is left. */
async function handOnward(tx: Tx, doing: Doing, { one, rulebook }: { readonly one: Seated; readonly rulebook: Rulebook }): Promise<boolean> {
  const [after] = await seated(tx, [one.request], { rulebook, today: doing.today, oneMore: true });
  const before = new Set(one.seats.flat().map(seat => seat.person));
  const to = (after?.seats ?? []).flat().filter(seat => !before.has(seat.person));
  if (to.length > 0) await handOn(tx, doing, { request: one.request, to });
  return to.length > 0;
}

/** Those who would hold something and have left since they, or somebody for them, asked. */
async function goneFrom(tx: Tx, open: readonly Request[], today: string): Promise<ReadonlySet<string>> {
  const ids = [...new Set(open.flatMap(one => one.holder ?? []))];
  const people = ids.length === 0 ? [] : await listPeople(tx, { day: today, ids, left: true, limit: ids.length });
  return new Set(people.filter(one => one.leftOn !== null && one.leftOn < today).map(one => one.id));
}

const isOver = ({ request }: Seated, { lapsesAfter }: Periods, today: string): boolean => request.until < today || addDays(dayOf(request.askedAt), lapsesAfter) < today;

/** The open groups of which nobody whose yes would count has opened it. */
const unopenedIn = ({ request, seats, yeses }: Seated): Seat[][] =>
  seats.flatMap((group, at) => { const left = group.filter(seat => !yeses.includes(seat.person)); return yeses[at] !== null || left.some(seat => request.openedBy.includes(seat.person)) ? [] : [left]; });

/** Whether those who had opened it no longer decide: a cover has ended, an office has changed hands. */
const isForsaken = ({ request, seats }: Seated): boolean => request.openedBy.length > 0 && !seats.flat().some(seat => request.openedBy.includes(seat.person));

/** Whether nobody has opened it for too long: some school days after it was asked or answered, and again after it was handed on. */
async function waitsTooLong(tx: Tx, one: Seated, { periods, today }: { readonly periods: Periods; readonly today: string }): Promise<boolean> {
  const { request } = one;
  // Why the second: by whom it was opened was not always noted.
  if (request.state !== 'asked' || (request.openedAt !== null && request.openedBy.length === 0) || unopenedIn(one).length === 0) return false;
  const answered = one.words.filter(word => word.says === 'answer').at(-1)?.at ?? request.askedAt;
  const [since, days] = request.handedOnAt === null || request.handedOnAt < answered ? [answered, periods.handOnAfter] : [request.handedOnAt, periods.lastAfter];
  return (await askFeature('afterSchoolDays', tx, dayOf(since), days)) <= today;
}
