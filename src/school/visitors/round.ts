/** What comes round by itself: the day's end, arrivals nobody finished, visits past their time. */
import { inSchool, listSchools, readSchool, type Database } from '../../platform/database/index.ts';
import { addDays, dayOf, hourOf } from '../../platform/days.ts';
import * as deeds from './deeds.ts';
import { dropUnfinished, somethingToDo } from './store.ts';
import { settingsOn } from './words.ts';

/** Ends the day of visits in every school, and erases what has been kept long enough. A school with nothing to do is only read. */
export async function endVisitsEverywhere(round: { db: Database; now: Date }): Promise<void> {
  const { db, now } = round;
  const today = dayOf(now);
  const settings = settingsOn(today);
  const ask = { today, dayIsOver: hourOf(now) >= settings.dayEndsAtHour, before: new Date(now.getTime() - settings.unfinishedMinutes * 60_000), keepFrom: addDays(today, -settings.keepVisitsDays) };
  for (const school of await listSchools(db)) {
    if (!(await readSchool(db, school.id, tx => somethingToDo(tx, ask)))) continue;
    const doing = { school: school.id, by: 'countersign', at: now };
    await inSchool(db, school.id, async tx => {
      await deeds.endDay(tx, doing, ask);
      await dropUnfinished(tx, { before: ask.before });
      await deeds.eraseOldVisits(tx, doing, ask.keepFrom);
    });
  }
}
