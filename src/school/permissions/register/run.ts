/** What befalls permissions by itself: reminders before the end, rest when evidence is too old, and the end. */
import { inSchool, listSchools, readSchool, type Database, type School } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import type { Doing } from '../deeds.ts';
import { periodsOn } from '../periods/store.ts';
import { noteEnd, remindOfEnd, remindOfEvidence, suspendForEvidence } from './deeds.ts';
import { endingSoon, evidenceSoon, justEnded, lapsedEvidence } from './store.ts';

const DAY_MS = 86_400_000;

/** One round over every school. Returns how many permissions something befell. Asked for at any hour: each thing happens once. */
export async function tendPermissions({ db, now }: { readonly db: Database; readonly now: Date }): Promise<number> {
  let befell = 0;
  for (const school of await listSchools(db)) befell += await tendSchool({ db, now }, school);
  return befell;
}

async function tendSchool({ db, now }: { readonly db: Database; readonly now: Date }, school: School): Promise<number> {
  const today = dayOf(now);
  const look = { now, today };
  const due = await readSchool(db, school.id, async tx => {
    const { remindDays: days, evidenceDays } = await periodsOn(tx, today);
    return { days, ended: await justEnded(tx, now), lapsed: await lapsedEvidence(tx, look), ending: await endingSoon(tx, { ...look, before: new Date(now.getTime() + days * DAY_MS), days }), toShow: await evidenceSoon(tx, { ...look, days: evidenceDays }) };
  });
  const doing: Doing = { school, by: null, at: now, today };
  for (const entry of due.ended) await inSchool(db, school.id, tx => noteEnd(tx, doing, { entry, wasLong: entry.endsAt.getTime() - entry.startsAt.getTime() > due.days * DAY_MS }));
  for (const entry of due.lapsed) await inSchool(db, school.id, tx => suspendForEvidence(tx, doing, entry));
  for (const entry of due.ending) await inSchool(db, school.id, tx => remindOfEnd(tx, doing, entry));
  for (const entry of due.toShow) await inSchool(db, school.id, tx => remindOfEvidence(tx, doing, entry));
  return due.ended.length + due.lapsed.length + due.ending.length + due.toShow.length;
}
