/** What is done to a family's record. Each deed keeps what was before, so that it can be taken back, and writes its logbook line. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { dayOf } from '../../../platform/days.ts';
import { newId } from '../../../platform/ids.ts';
import { announce } from '../../bulletin.ts';
import { addPeople, type Doing } from '../deeds.ts';
import { addKinds, findPerson, personWithEmail } from '../store.ts';
import type { NewPerson } from '../words.ts';
import { inOrder, moved, sameRecord } from './decisions.ts';
import * as store from './store.ts';
import type { Adult, ChangeKind, FamilyRecord } from './words.ts';

/** Changes a child's record. False where that changes nothing. Who must sign is worked out anew. */
async function changeRecord(tx: Tx, doing: Doing, of: { child: string; what: ChangeKind; change: (record: FamilyRecord) => FamilyRecord }): Promise<boolean> {
  const { child, what } = of;
  const before = await store.readRecord(tx, child);
  const after = of.change(before);
  if (sameRecord(before, after)) return false;
  await store.writeRecord(tx, { school: doing.school, child }, after);
  await store.addChange(tx, { school: doing.school, id: newId(), child, what, before, after, by: doing.by, at: doing.at });
  await write(tx, { ...doing, deed: 'change-family', about: child, words: { what } });
  await announce(tx, 'person-changed', { ...doing, person: child, on: dayOf(doing.at) });
  return true;
}

/** Notes what holds for a child's whole family: who must agree, whether the child is looked after, whether the homes are apart. A note that is left out stays. */
export const setFamilyRule = (tx: Tx, doing: Doing, given: { child: string; rule: Omit<FamilyRecord, 'adults' | 'note'> & { readonly note?: string | undefined } }): Promise<boolean> =>
  changeRecord(tx, doing, { child: given.child, what: 'rule', change: record => ({ ...record, ...given.rule, note: given.rule.note ?? record.note }) });

/** What is noted about one adult; a source that is left out stays. */
export type AdultNote = Omit<Adult, 'parent' | 'order' | 'source'> & { readonly source?: string | undefined };

/** Notes what an adult is to a child and may. False where they are no family, or nothing changes. */
export const setAdult = (tx: Tx, doing: Doing, given: { child: string; parent: string; adult: Partial<AdultNote> }): Promise<boolean> =>
  changeRecord(tx, doing, {
    child: given.child, what: 'adult',
    change: record => ({ ...record, adults: record.adults.map(adult => (adult.parent === given.parent ? { ...adult, ...given.adult, source: given.adult.source ?? adult.source } : adult)) }),
  });

/** Moves an adult one place up or down among those to contact. */
export const moveContact = (tx: Tx, doing: Doing, given: { child: string; parent: string; by: -1 | 1 }): Promise<boolean> =>
  changeRecord(tx, doing, { child: given.child, what: 'order', change: record => moved(record, given.parent, given.by) });

/** Takes an adult off a child's record: they were put there by mistake. What they signed stays. */
export const removeAdult = (tx: Tx, doing: Doing, given: { child: string; parent: string }): Promise<boolean> =>
  changeRecord(tx, doing, { child: given.child, what: 'remove', change: record => ({ ...record, adults: inOrder(record.adults.filter(adult => adult.parent !== given.parent)) }) });

export interface NewAdult {
  readonly child: string;
  readonly adult: AdultNote;
  readonly grownUp: Pick<NewPerson, 'givenName' | 'familyName' | 'email'>;
  readonly today: string;
}

/** Adds an adult to a child: somebody already here with that address, or somebody new. Returns the grown-up's id. */
export async function addAdult(tx: Tx, doing: Doing, given: NewAdult): Promise<string> {
  const { child, grownUp, today } = given;
  const known = grownUp.email === null ? null : await personWithEmail(tx, grownUp.email);
  const parent = known ?? (await addPeople(tx, doing, [{ ...grownUp, joinedOn: today, kinds: ['parent'] }]))[0]!;
  if (known && !(await findPerson(tx, known, today))?.kinds.includes('parent')) await addKinds(tx, doing.school, [{ person: known, kind: 'parent', from: today }]);
  const adult = { ...given.adult, source: given.adult.source ?? '', parent };
  await changeRecord(tx, doing, {
    child, what: 'add',
    change: record => ({ ...record, adults: inOrder([...record.adults.filter(one => one.parent !== parent), { ...adult, order: 1_000 }]) }),
  });
  await announce(tx, 'person-changed', { ...doing, person: parent, on: today });
  return parent;
}

/** Takes the last change of a record back. `stale` when the record was changed in another way since, `nothing` when there is none left. */
export async function undoLastChange(tx: Tx, doing: Doing, child: string): Promise<'done' | 'stale' | 'nothing'> {
  const last = await store.lastChange(tx, child);
  if (!last) return 'nothing';
  if (!sameRecord(await store.readRecord(tx, child), last.after)) return 'stale';
  await store.markUndone(tx, last.id);
  await store.writeRecord(tx, { school: doing.school, child }, last.before);
  await write(tx, { ...doing, deed: 'undo-family-change', about: child, words: { what: last.what } });
  await announce(tx, 'person-changed', { ...doing, person: child, on: dayOf(doing.at) });
  return 'done';
}

/** A parent says that something on the roll is wrong: a task for the office. The caller has checked that the child is theirs. */
export async function queryRoll(tx: Tx, doing: Doing, given: { child: string; says: string; once: string }): Promise<void> {
  if (!(await store.addQuery(tx, { ...doing, ...given, id: newId() }))) return;
  await write(tx, { ...doing, deed: 'query-roll', about: given.child });
}

/** Ticks off what a parent said, or takes the tick back. */
export async function settleQuery(tx: Tx, doing: Doing, given: { query: string; done: boolean }): Promise<boolean> {
  const found = await store.findQuery(tx, given.query);
  if (!found || !(await store.setQueryDone(tx, given.query, given.done ? { by: doing.by, at: doing.at } : null))) return false;
  await write(tx, { ...doing, deed: given.done ? 'settle-roll-query' : 'reopen-roll-query', about: found.child });
  return true;
}
