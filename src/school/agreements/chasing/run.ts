/** The daily run: from the hour set on, once a school day, also after a stop. */
import { inSchool, listSchools, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf, hourOf } from '../../../platform/days.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { drawnFor, listHolders } from '../../people/index.ts';
import { calendarOf, mayRemindOn } from '../calendar.ts';
import { catchUp } from '../deeds.ts';
import { editionsBehind } from '../reads.ts';
import { handOverUnreached, sendReminders, type Chasing } from './deeds.ts';
import { nextReminder, officeTakesOver } from './decisions.ts';
import { officeDigest, teacherDigest, type ClassCount } from './mails.ts';
import { classTeachers, countAlike, dayIsDone, digestSince, listTerms, peopleById } from './reads.ts';
import * as store from './store.ts';
import type { Alike, Standing } from './words.ts';

export interface ChaseRound {
  readonly db: Database;
  readonly vocabulary: Vocabulary;
  readonly now: Date;
  /** The hour in London from which a day's run may begin. */
  readonly hour: number;
}

/** Runs today in every school where it has not run yet. Returns how many reminders were given. */
export async function chaseEverywhere(round: ChaseRound): Promise<number> {
  if (hourOf(round.now) < round.hour) return 0;
  let reminders = 0;
  for (const school of await listSchools(round.db)) {
    const today = dayOf(round.now);
    const idle = await readSchool(round.db, school.id, async tx => !mayRemindOn(today, await listTerms(tx)) || (await dayIsDone(tx, today)));
    if (!idle) reminders += await inSchool(round.db, school.id, tx => chaseDay(tx, { school, vocabulary: round.vocabulary, at: round.now, today, by: null }));
  }
  return reminders;
}

async function chaseDay(tx: Tx, chasing: Chasing): Promise<number> {
  const { school, today, at } = chasing;
  await store.queueUp(tx, school.id);
  if (await dayIsDone(tx, today)) return 0;
  const behind = await editionsBehind(tx, chasing);
  if (behind !== null) await catchUp(tx, chasing, behind);
  const calendar = calendarOf(await listTerms(tx));
  const alike = await countAlike(tx, today);
  const due = alike.filter(one => isBy(nextReminder(one, calendar), today));
  const { reminded } = due.length > 0 ? await sendReminders(tx, chasing, store.standingInParts(tx, due.map(standing))) : { reminded: 0 };
  const worn = alike.filter(one => !one.handed && isBy(officeTakesOver(one, calendar), today));
  let handed = 0;
  if (worn.length > 0) for await (const part of store.standingInParts(tx, worn.map(standing))) handed += await store.handOver(tx, { school: school.id, on: today, at, why: 'reminded' }, part);
  const unreached = await handOverUnreached(tx, chasing);
  const weekly = !(await digestSince(tx, mondayOf(today)));
  const letters = [...(weekly ? await forTeachers(tx, chasing, alike) : []), ...(weekly || handed + unreached > 0 ? await forOffice(tx, chasing, { alike, reminders: reminded, handed, unreached, weekly }) : [])];
  await putInOutbox(tx, { school: school.id, at }, letters);
  await store.noteDay(tx, { school: school.id, day: today, reminders: reminded, digest: weekly, at });
  return reminded;
}

const isBy = (day: string | null, today: string): boolean => day !== null && day <= today;
const standing = ({ since, number, last }: Alike): Standing => ({ since, number, last });

function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7));
}

async function forTeachers(tx: Tx, { school, today }: Chasing, alike: readonly Alike[]): Promise<Letter[]> {
  const counts = new Map<string, ClassCount>();
  for (const one of alike.filter(line => line.class !== '')) {
    const line = counts.get(one.class) ?? { class: one.class, waiting: 0, overdue: 0 };
    counts.set(one.class, { ...line, waiting: line.waiting + (one.overdue ? 0 : one.count), overdue: line.overdue + (one.overdue ? one.count : 0) });
  }
  const byTeacher = new Map<string, ClassCount[]>();
  for (const [name, teacher] of await classTeachers(tx)) if (counts.has(name)) byTeacher.set(teacher, [...(byTeacher.get(teacher) ?? []), counts.get(name)!]);
  const people = await peopleById(tx, [...byTeacher.keys()], today);
  return drawnFor(tx, [...byTeacher].flatMap(([person, classes]) => {
    const to = people.get(person)?.email;
    return to ? [{ person, draw: () => teacherDigest(school, { person, to, once: `digest ${today} ${person}`, classes }) }] : [];
  }));
}

async function forOffice(tx: Tx, { school, today }: Chasing, of: { alike: readonly Alike[]; reminders: number; handed: number; unreached: number; weekly: boolean }): Promise<Letter[]> {
  const sum = (fits: (one: Alike) => boolean) => of.alike.filter(fits).reduce((total, one) => total + one.count, 0);
  const counts = { waiting: sum(one => !one.overdue), overdue: sum(one => one.overdue), reminders: of.reminders, handed: of.handed, unreached: of.unreached, weekly: of.weekly };
  if (counts.waiting + counts.overdue === 0) return [];
  const holders = (await listHolders(tx, today)).filter(holder => holder.office === 'office').map(holder => holder.person);
  const people = await peopleById(tx, holders, today);
  return drawnFor(tx, [...people.values()].flatMap(({ id, email }) => (email ? [{ person: id, draw: () => officeDigest(school, { person: id, to: email, once: `office digest ${today} ${id}`, ...counts }) }] : [])));
}
