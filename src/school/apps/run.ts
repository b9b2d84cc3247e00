/** The keeper is reminded before a review day, and once more when it has passed. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { addDays, dayOf } from '../../platform/days.ts';
import { write } from '../../logbook/index.ts';
import type { Shared } from '../feature.ts';
import { groundOf } from './reads.ts';
import { tellKeepers } from './mails.ts';
import { addTurn, reviewsToRemind } from './store.ts';

/** No keeper asks to be reminded earlier. */
const FARTHEST = 90;

/** One round over every school. Returns of how many applications somebody was reminded. Asked for at any hour: each thing happens once. */
export async function remindOfReviews({ db, shared, now }: { readonly db: Database; readonly shared: Pick<Shared, 'vocabulary'>; readonly now: Date }): Promise<number> {
  const today = dayOf(now);
  let reminded = 0;
  for (const school of await listSchools(db)) {
    const found = await readSchool(db, school.id, async tx => {
      const near = await reviewsToRemind(tx, { today, until: addDays(today, FARTHEST) });
      if (near.length === 0) return null;
      const ground = await groundOf(tx, { school, vocabulary: shared.vocabulary, today });
      return { ground, due: near.filter(one => one.reviewOn <= addDays(today, ground.keeping.remindDays)) };
    });
    if (!found || found.due.length === 0) continue;
    const { ground, due } = found;
    await inSchool(db, school.id, async tx => {
      for (const { id, reviewOn } of due) {
        await addTurn(tx, { school: school.id, app: id, turn: 'reminded', reason: reviewOn < today ? `${reviewOn} past` : reviewOn, by: null, at: now });
        await write(tx, { school: school.id, by: 'countersign', at: now, deed: 'remind-of-application', about: id });
      }
      await tellKeepers(tx, { school, at: now, today }, ground.keepers.map(keeper => keeper.person));
    });
    reminded += due.length;
  }
  return reminded;
}
