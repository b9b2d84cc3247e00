/** What is done with pictures on hold. The logbook's lines of a hold are unlisted: that there is one says that something was told. */
import { UNLISTED_DEED, write } from '../../../logbook/index.ts';
import { currentSchool, type Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { putInOutbox } from '../../../platform/mail/index.ts';
import { lockOf, type Lock } from '../../../platform/seal/index.ts';
import type { School } from '../../../platform/web/index.ts';
import { askFeature } from '../../answers.ts';
import type { Events } from '../../bulletin.ts';
import type { Shared } from '../../feature.ts';
import { drawnFor, findPerson, listHolders } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { isKeptFrom, pictureOffice, placesOfRules, readersOf, worryClause } from './decisions.ts';
import * as store from './store.ts';
import type { Hold, Outcome, PictureSetting, PlaceState } from './words.ts';

export interface Doing {
  readonly school: School;
  readonly by: string;
  readonly at: Date;
  readonly today: string;
  readonly lock: Lock;
}

/** The lock under which reasons lie and by which those who may not know are kept out. */
export const lockFor = (shared: Pick<Shared, 'sealFolder'>, school: Pick<School, 'id'>): Promise<Lock> => lockOf(shared.sealFolder, school.id);

const note = (tx: Tx, { school, at }: { readonly school: School; readonly at: Date }, hold: string) => write(tx, { school: school.id, deed: UNLISTED_DEED, by: 'countersign', about: hold, at });

/** Every picture of the child is held back from now on. Heard in the transaction of the worry; where one stands already, it is noted that somebody worried again. */
export const holdPictures = (shared: Shared) => async (tx: Tx, { child, concern, takeDown, about = [], at }: Events['picture-worry']): Promise<void> => {
  const school = await currentSchool(tx);
  if (!school) return;
  const lock = await lockFor(shared, school);
  const today = dayOf(at);
  const keptFrom = about.map(lock.keyOf).sort();
  const standing = (await store.holdsOf(tx, [child])).find(hold => hold.keptFrom.join() === keptFrom.join());
  if (standing) await store.setAgain(tx, standing.id, { takeDown, at });
  const id = standing?.id ?? await open(tx, { shared, school, at, today }, { child, takeDown, about, keptFrom });
  await store.addCase(tx, { school: school.id, hold: id, concern, at });
  await note(tx, { school, at }, id);
  const hold = (await store.findHold(tx, id))!;
  await tell(tx, { school, at, today, lock }, { hold, once: `worry ${at.toISOString()}` });
};

async function open(tx: Tx, { shared, school, at, today }: { readonly shared: Shared; readonly school: School; readonly at: Date; readonly today: string }, of: { readonly child: string; readonly takeDown: boolean; readonly about: readonly string[]; readonly keptFrom: readonly string[] }): Promise<string> {
  const { rulebook } = await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today });
  const setting = await store.settingOn(tx, today);
  const places = setting && setting.places.length > 0 ? setting.places : placesOfRules(rulebook);
  const dueOn = setting === null || setting.days === null ? null : await askFeature('afterSchoolDays', tx, today, setting.days);
  return store.addHold(tx, { ...of, ...readersOf(pictureOffice(rulebook), { holders: await listHolders(tx, today), about: of.about }), school: school.id, clause: worryClause(rulebook), dueOn, places, at });
}

/** Says what was done at one place. False where there is no such place. */
export async function seeToPlace(tx: Tx, doing: Doing, of: { readonly hold: string; readonly place: string; readonly state: PlaceState; readonly whom: string; readonly askedOn: string | null }): Promise<boolean> {
  if (!(await store.setPlace(tx, { ...of, by: doing.by, at: doing.at }))) return false;
  await note(tx, doing, of.hold);
  return true;
}

/** The safeguarding lead says that pictures may be used again, or never. The reason is locked. */
export async function liftHold(tx: Tx, doing: Doing, of: { readonly hold: Hold; readonly outcome: Outcome; readonly reason: string }): Promise<boolean> {
  const { hold, outcome, reason } = of;
  if (!(await store.setOutcome(tx, { hold: hold.id, outcome, locked: doing.lock.lock(reason, hold.id), by: doing.by, at: doing.at }))) return false;
  await note(tx, doing, hold.id);
  await tell(tx, doing, { hold, once: `decided ${doing.at.toISOString()}`, except: doing.by });
  return true;
}

/** The school says where pictures may be and within how many school days they are to be down. Holds that are open keep theirs. */
export async function setPictureSetting(tx: Tx, doing: Omit<Doing, 'lock'>, setting: Omit<PictureSetting, 'by'>): Promise<void> {
  await store.addSetting(tx, { ...setting, school: doing.school.id, by: doing.by, at: doing.at });
  await write(tx, { school: doing.school.id, deed: 'set-picture-places', by: doing.by, at: doing.at, words: { since: setting.since, places: setting.places.join('; '), days: setting.days === null ? 'not said' : String(setting.days) } });
}

/** Brings a hold to mind whose day has come. */
export async function remindOfHold(tx: Tx, doing: Pick<Doing, 'school' | 'at' | 'today' | 'lock'>, hold: Hold): Promise<void> {
  await store.setReminded(tx, [hold.id], doing.today);
  await note(tx, doing, hold.id);
  await tell(tx, doing, { hold, once: `due ${doing.today}` });
}

/** A thin mail that no list shows, to those who see to it and those who lift it; never to those who may not know. */
async function tell(tx: Tx, { school, at, today, lock }: Pick<Doing, 'school' | 'at' | 'today' | 'lock'>, of: { readonly hold: Hold; readonly once: string; readonly except?: string }): Promise<void> {
  const { hold, once, except } = of;
  const holders = (await listHolders(tx, today)).filter(one => [hold.office, hold.lifter].includes(one.office)).map(one => one.person);
  const people = [...new Set(holders)].filter(person => person !== except && !isKeptFrom(hold, { person }, lock.keysOf));
  const found = await Promise.all(people.map(person => findPerson(tx, person, today)));
  const letters = found.flatMap(person => (person?.email ? [{ person: person.id, draw: () => ({
    kind: 'picture-hold', person: person.id, to: person.email!, unlisted: true, subject: 'Something waits for you', once: `picture-hold ${hold.id} ${once} ${person.id}`,
    body: ['Something has come to you at your school.', 'Sign in to read it.', `{site}/${school.slug}\n`].join('\n\n'),
  }) }] : []));
  await putInOutbox(tx, { school: school.id, at }, await drawnFor(tx, letters));
}
