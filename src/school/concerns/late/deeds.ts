/** What happens by itself when nobody acts: the case goes on to whoever owns the policy. */
import { inSchool, readSchool, type Database, type Tx } from '../../../platform/database/index.ts';
import { addDays, dayOf, startOfDay } from '../../../platform/days.ts';
import { askFeature } from '../../answers.ts';
import { findPerson, listHolders } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { addEntry, addEye } from '../deeds/case.ts';
import { tellReaders } from '../deeds/note.ts';
import { handOn, holdersOn, settingsNow } from '../deeds/route.ts';
import { realOffice, standingFor } from '../routing.ts';
import * as concerns from '../store.ts';
import type { Doing } from '../words.ts';
import { kindsWithOwner, ownerFor } from './decisions.ts';
import { withoutAction, withoutOffice } from './store.ts';

const AT_ONCE = 200;

/** Sends every case on in which nobody wrote down what was done within the school's days. Returns how many went. */
export async function escalateIn(db: Database, doing: Doing): Promise<number> {
  const due = await readSchool(db, doing.school.id, tx => dueFor(tx, doing));
  let gone = 0;
  for (const id of due) gone += await inSchool(db, doing.school.id, tx => escalate(tx, doing, id)) ? 1 : 0;
  return gone;
}

/** Sends every open case on that nobody deals with any more: the office is vacant, or whoever had it left, or is the one concerned by now. Returns how many went. */
export async function sendOnWithoutHandlers(db: Database, doing: Doing): Promise<number> {
  const alone = await readSchool(db, doing.school.id, async tx => {
    const holders = (await listHolders(tx, doing.today)).map(({ office, person }) => ({ office, key: doing.lock.keyOf(person) }));
    const found = await withoutOffice(tx, { holders, now: doing.at, limit: AT_ONCE });
    const ids = [];
    for (const { id, people } of found) if (!(await anyoneHere(tx, people, doing.today))) ids.push(id);
    return ids;
  });
  let gone = 0;
  for (const id of alone) gone += await inSchool(db, doing.school.id, tx => sendOn(tx, doing, id)) ? 1 : 0;
  return gone;
}

async function anyoneHere(tx: Tx, people: readonly string[], today: string): Promise<boolean> {
  for (const id of people) {
    const person = await findPerson(tx, id, today);
    if (person && (person.leftOn === null || person.leftOn >= today)) return true;
  }
  return false;
}

async function sendOn(tx: Tx, doing: Doing, id: string): Promise<boolean> {
  const concern = await concerns.holdConcern(tx, id);
  const office = concern && concern.state !== 'closed' ? await handOn(tx, doing, concern) : null;
  if (office !== null) await addEntry(tx, doing, { concern: id, sort: 'handed-on', words: { office } });
  return office !== null;
}

const rulesOf = async (tx: Tx, { school, shared, today }: Doing) => (await rulesInForce(tx, { school, vocabulary: shared.vocabulary, today })).rulebook;

async function dueFor(tx: Tx, doing: Doing): Promise<string[]> {
  const kinds = kindsWithOwner(await rulesOf(tx, doing));
  if (kinds.length === 0) return [];
  const { actionDays } = await settingsNow(tx, doing.today);
  // Why so many days of the calendar first: the terms are asked only about those that may be due at all.
  const found = await withoutAction(tx, { kinds, before: startOfDay(addDays(doing.today, -actionDays)), limit: AT_ONCE });
  const due = [];
  for (const { id, openedAt } of found) if (await askFeature('afterSchoolDays', tx, dayOf(openedAt), actionDays) < doing.today) due.push(id);
  return due;
}

/** Sends one case on to whoever owns the policy, or comes next in their place. False where it went on before, or nobody is left. */
export async function escalate(tx: Tx, doing: Doing, id: string): Promise<boolean> {
  const concern = await concerns.holdConcern(tx, id);
  if (!concern || concern.state === 'closed') return false;
  const rulebook = await rulesOf(tx, doing);
  const owner = ownerFor(rulebook, concern.kind);
  const holders = await holdersOn(tx, doing.today);
  const about = [...new Set([...holders.values()].flat())].filter(person => concern.aboutKeys.includes(doing.lock.keyOf(person)));
  const standing = owner && standingFor(realOffice(owner.office, rulebook), { holders, about, settings: await settingsNow(tx, doing.today) });
  // Why not marked before: where nobody holds the office now, it goes on once somebody does.
  if (!owner || !standing || !(await concerns.markEscalated(tx, id, doing.at))) return false;
  const { office } = standing;
  const has = (await concerns.eyesOn(tx, [id])).find(eye => eye.office === office && eye.until === null && eye.parts === null);
  if (has) await tellReaders(tx, doing, { concern, eye: `${has.id} late`, office, person: null });
  else await addEye(tx, doing, { concern: id, office, why: 'escalated', clause: owner.clause });
  await addEntry(tx, doing, { concern: id, sort: 'escalated', words: { office, clause: owner.clause } });
  return true;
}
