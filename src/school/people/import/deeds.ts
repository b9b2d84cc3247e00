/** What is done with a file of people: it is kept, compared with the school, and applied in one transaction or not at all. */
import { write, writeAll } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Vocabulary } from '../../../rulebook/index.ts';
import { announceAll } from '../../bulletin.ts';
import type { Doing } from '../deeds.ts';
import * as apply from './apply/store.ts';
import { compare } from './compare.ts';
import * as store from './store.ts';
import type { Counts, Import, Mapping, Plan, Roster, Source } from './words.ts';

/** Keeps a file that somebody sent; an earlier one that was not applied goes. Null while another is being applied. */
export async function takeFile(tx: Tx, doing: Doing, file: { name: string; bytes: Uint8Array; source: Source }): Promise<string | null> {
  if (!(await store.dropOpen(tx))) return null;
  const id = newId();
  await store.addImport(tx, doing.school, { id, source: file.source, fileName: file.name, bytes: file.bytes, state: 'reading', by: doing.by, at: doing.at, mapping: null });
  await write(tx, { ...doing, deed: 'send-people-file', about: id });
  return id;
}

/** Says what the columns of a spreadsheet are, and remembers it for the next one. */
export async function sayColumns(tx: Tx, doing: Doing, given: { id: string; mapping: Mapping }): Promise<boolean> {
  if (!(await store.move(tx, given.id, { from: ['columns', 'faulty', 'ready'], to: 'reading', step: 'Reading the file' }))) return false;
  await store.setMapping(tx, doing.school, given);
  return true;
}

/** Compares a file with the school as it is now and keeps the difference. Nothing about people changes. */
export async function planImport(tx: Tx, of: { school: string; today: string; vocabulary: Vocabulary }, given: { id: string; roster: Roster }): Promise<void> {
  const { roster, id } = given;
  const people = await store.everybody(tx, { source: roster.source, today: of.today });
  const plan = compare(roster, { today: of.today, people, ties: await store.everyTie(tx), newId, kinds: new Set(of.vocabulary.kinds.keys()) });
  const here = people.filter(one => one.joinedOn <= of.today && (one.leftOn === null || one.leftOn >= of.today)).length;
  const faults = [...roster.faults, ...plan.faults].sort((a, b) => Number(b.stops) - Number(a.stops) || a.file.localeCompare(b.file) || a.row - b.row);
  const counts: Counts = {
    join: plan.joins.length, change: plan.changes.length, leave: plan.leaves.length, tie: plan.ties.length, same: plan.same,
    fault: faults.length, stops: faults.filter(fault => fault.stops).length, here,
  };
  await store.keepPlan(tx, of.school, { id, rows: rowsOf({ ...plan, faults }), counts, fingerprint: await store.fingerprint(tx), today: of.today });
}

const MOST_FAULTS = 10_000;

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

function rowsOf(plan: Plan): store.PlanRow[] {
  const joins = plan.joins.map(one => ({ deed: 'join' as const, person_id: one.person, name: `${one.familyName}, ${one.givenName}`, data: one })).sort(byName);
  return [
    ...joins,
    ...plan.changes.map(one => ({ deed: 'change' as const, person_id: one.person, name: one.name, data: one })).sort(byName),
    ...plan.leaves.map(one => ({ deed: 'leave' as const, person_id: one.person, name: one.name, data: one })).sort(byName),
    ...plan.ties.map(one => ({ deed: 'tie' as const, person_id: null, name: '', data: one })),
    ...plan.keys.map(one => ({ deed: 'known' as const, person_id: one.person, name: '', data: one })),
    ...plan.faults.slice(0, MOST_FAULTS).map(one => ({ deed: 'fault' as const, person_id: null, name: one.what, data: one })),
  ].map((row, n) => ({ n, ...row }));
}

export type Refusal = 'gone' | 'changed-meanwhile' | 'stopped';

/** Tells how far the work is. It is told in a transaction of its own, or nobody would see it. */
export type Tell = (at: { step: string; done: number; total: number }) => Promise<void>;

/**
 * Applies a difference, all of it, in the caller's transaction; refuses when anything about people has changed since it
 * was made, or when its day is over. Writes the logbook and tells the bulletin of everyone.
 */
export async function applyImport(tx: Tx, doing: Doing, given: { import: Pick<Import, 'id' | 'source' | 'counts'>; today: string; tell: Tell }): Promise<Refusal | null> {
  const { import: { id, source, counts }, today, tell } = given;
  const plan = await store.planOf(tx, id);
  if (plan.fingerprint === null) return 'gone';
  // Why first: the logbook's head is held from here on, so that no other deed of this school comes between.
  await write(tx, { ...doing, deed: 'import-people', about: id, words: { joined: String(counts.join ?? 0), changed: String(counts.change ?? 0), left: String(counts.leave ?? 0), families: String(counts.tie ?? 0) } });
  if (plan.plannedFor !== today || (await store.fingerprint(tx)) !== plan.fingerprint) return 'changed-meanwhile';
  const of = { school: doing.school, id, source, today };
  await tell({ step: 'Writing people', done: 0, total: 6 });
  const steps = [apply.joinPeople, apply.changePeople, apply.leavePeople, apply.keepNumbers, apply.tieFamilies];
  for (const [index, step] of steps.entries()) {
    await step(tx, of);
    await tell({ step: 'Writing people', done: index + 1, total: 6 });
  }
  await noteAll(tx, doing, { of, counts, tell });
  return (await store.close(tx, id, 'applied', doing.at)) ? null : 'stopped';
}

const AT_ONCE = 5_000;

/** One line in the logbook for each person, and the bulletin told of them. */
async function noteAll(tx: Tx, doing: Doing, given: { of: Parameters<typeof apply.doneTo>[1]; counts: Partial<Counts>; tell: Tell }): Promise<void> {
  const { of, counts, tell } = given;
  const deeds = [['join', 'person-joined'], ['change', 'person-changed'], ['leave', 'person-left'], ['tie', null]] as const;
  const total = (counts.join ?? 0) + (counts.change ?? 0) + (counts.leave ?? 0) + (counts.tie ?? 0);
  let done = 0;
  for (const [deed, event] of deeds) {
    for (let offset = 0; ; offset += AT_ONCE) {
      const people = await apply.doneTo(tx, of, { deed, offset, limit: AT_ONCE });
      if (people.length === 0) break;
      await writeAll(tx, people.map(one => lineOf(doing, deed, one)));
      if (event) await announceAll(tx, event, people.map(one => ({ ...doing, person: one.person, on: one.on })));
      done += people.length;
      await tell({ step: 'Writing the logbook', done, total });
    }
  }
}

function lineOf(doing: Doing, deed: 'join' | 'change' | 'leave' | 'tie', one: apply.Done): Parameters<typeof write>[1] {
  switch (deed) {
    case 'join': return { ...doing, deed: one.again ? 'take-back-leaving' : 'add-person', about: one.person, words: { kinds: one.kinds } };
    case 'change': return { ...doing, deed: 'change-person', about: one.person };
    case 'leave': return { ...doing, deed: 'person-left', about: one.person, words: { on: one.on } };
    case 'tie': return { ...doing, deed: 'add-guardian', about: one.person, words: { guardian: one.on } };
  }
}

/** Drops an import that was not applied: its file and its difference go. */
export async function dropImport(tx: Tx, doing: Doing, id: string): Promise<void> {
  if (await store.close(tx, id, 'dropped')) await write(tx, { ...doing, deed: 'drop-people-file', about: id });
}

const STOPPED = 'It was stopped before it was done. Nothing was changed.';

/**
 * Stops an import that is being applied: it is as it was before. False where it was done already. The logbook has no line
 * of it, for nothing was done: its head is held by the very work that is to stop.
 */
export const stopApplying = (tx: Tx, id: string): Promise<boolean> => store.stopShort(tx, id, { from: 'applying', state: 'ready', trouble: STOPPED });
