/** The day's round: who is due is reminded on school days, and after the last reminder the offices are told. */
import { write } from '../../../logbook/index.ts';
import { currentSchool, inSchool, listSchools, readSchool, type Database, type School, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf, endOfDay, hourOf } from '../../../platform/days.ts';
import { putInOutbox, type Letter } from '../../../platform/mail/index.ts';
import { askFeature } from '../../answers.ts';
import type { Events } from '../../bulletin.ts';
import { drawnFor, listHolders, listPeople } from '../../people/index.ts';
import { BY_ITSELF } from '../deeds.ts';
import { nextStep } from './decisions.ts';
import { dueMail, overdueMail } from './mails.ts';
import { dueBy, noteHanded, noteReminded, openOf } from './store.ts';
import type { Declaration } from './words.ts';

/** Where no office of the clauses is held, these are told. */
const ELSE = ['head', 'chair-of-governors'];

export interface DeclarationRound {
  readonly db: Database;
  readonly now: Date;
  /** The hour in London from which reminders may go out. */
  readonly hour: number;
}

/** Reminds and hands on in every school where school is on. Returns how many were reminded or handed on. */
export async function chaseDeclarations({ db, now, hour }: DeclarationRound): Promise<number> {
  if (hourOf(now) < hour) return 0;
  const today = dayOf(now);
  let done = 0;
  for (const school of await listSchools(db)) {
    const waits = await readSchool(db, school.id, async tx => (await dueBy(tx, today)).some(one => nextStep(one, today) !== null) && (await askFeature('schoolDay', tx, today)).on);
    if (waits) done += await inSchool(db, school.id, tx => chaseDay(tx, { school, today, at: now }));
  }
  return done;
}

interface Chase { readonly school: School; readonly today: string; readonly at: Date }

async function chaseDay(tx: Tx, chase: Chase): Promise<number> {
  const { today, school, at } = chase;
  const due = await dueBy(tx, today);
  const [remind, handOn] = [due.filter(one => nextStep(one, today) === 'remind'), due.filter(one => nextStep(one, today) === 'hand-on')];
  const expiresAt = endOfDay(addDays(today, 7));
  const people = await addresses(tx, [...new Set(remind.flatMap(one => one.person ?? []))], today);
  await noteReminded(tx, remind.map(one => one.id), today);
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, people.map(to => ({ person: to.person, draw: () => dueMail(school, { ...to, expiresAt }) }))));
  for (const one of remind) await write(tx, { school: school.id, by: BY_ITSELF, at, deed: 'remind-of-data-out', about: one.id });
  await handToOffices(tx, chase, handOn);
  return remind.length + handOn.length;
}

/** Tells the offices, once for each declaration. */
async function handToOffices(tx: Tx, { school, today, at }: Chase, all: readonly Declaration[]): Promise<void> {
  if (all.length === 0) return;
  const holders = await listHolders(tx, today);
  const holding = (offices: readonly string[]) => holders.filter(one => offices.includes(one.office)).map(one => one.person);
  const told = new Set(all.flatMap(one => {
    const owners = holding(one.owners).filter(person => person !== one.person);
    return owners.length > 0 ? owners : holding(ELSE).filter(person => person !== one.person);
  }));
  await noteHanded(tx, all.map(one => one.id), today);
  const letters: Letter[] = await drawnFor(tx, (await addresses(tx, [...told], today)).map(to => ({ person: to.person, draw: () => overdueMail(school, { ...to, expiresAt: endOfDay(addDays(today, 7)) }) })));
  await putInOutbox(tx, { school: school.id, at }, letters);
  for (const one of all) await write(tx, { school: school.id, by: BY_ITSELF, at, deed: 'hand-on-data-out', about: one.id });
}

const addresses = async (tx: Tx, ids: readonly string[], today: string): Promise<{ person: string; email: string }[]> =>
  (ids.length === 0 ? [] : await listPeople(tx, { day: today, ids, limit: ids.length })).flatMap(({ id, email }) => (email ? [{ person: id, email }] : []));

/** Whoever leaves is not reminded any more: the offices are told at once of what is still out. */
export async function leaverStillHas(tx: Tx, { person, on, at }: Events['person-left']): Promise<void> {
  const school = await currentSchool(tx);
  if (school && on <= dayOf(at)) await handToOffices(tx, { school, today: on, at }, (await openOf(tx, person)).filter(one => one.handedOn === null));
}
