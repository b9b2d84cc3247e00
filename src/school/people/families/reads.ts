/** What pages and other features ask about families. */
import type { Tx } from '../../../platform/database/index.ts';
import { listPeople, namesOf } from '../store.ts';
import { fullName, type Person } from '../words.ts';
import { adultsChanged, isKeptAway, mayAgree, worriesOf, type Worry } from './decisions.ts';
import * as store from './store.ts';
import type { Adult, ChangeKind, FamilyRecord, MustAgree } from './words.ts';

export { familyWordsOf } from './store.ts';

const PAGE = 20;
const LISTED = 50;

/** One adult as the record's page shows them. */
export interface AdultRow extends Adult {
  readonly name: string;
  readonly email: string | null;
  /** What holds today. */
  readonly agreesNow: boolean;
  readonly keptAwayNow: boolean;
  readonly left: boolean;
}

export interface HistoryRow {
  readonly id: string;
  readonly what: ChangeKind;
  readonly about: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly undone: boolean;
}

export interface RecordView {
  readonly child: Person;
  readonly record: FamilyRecord;
  readonly adults: readonly AdultRow[];
  readonly worries: readonly Worry[];
  readonly history: readonly HistoryRow[];
  readonly page: number;
  readonly pages: number;
  readonly mayUndo: boolean;
  /** What parents say is wrong about this child and nobody has looked at. */
  readonly queries: number;
}

/** A child's record with its history. */
export async function recordView(tx: Tx, of: { child: Person; today: string; page: number }): Promise<RecordView> {
  const { child, today, page } = of;
  const record = await store.readRecord(tx, child.id);
  const people = new Map((await listPeople(tx, { day: today, ids: record.adults.map(adult => adult.parent), left: true, limit: 100 })).map(one => [one.id, one]));
  const changes = await store.listChanges(tx, child.id, { limit: PAGE + 1, offset: (page - 1) * PAGE });
  const last = await store.lastChange(tx, child.id);
  const about = new Map(changes.map(change => [change.id, change.before && change.after ? adultsChanged(change.before, change.after) : []]));
  const names = await namesOf(tx, [...changes.map(change => change.by), ...[...about.values()].flat()].filter(id => id.length === 36));
  return {
    child, record, worries: worriesOf(record, today), page, pages: changes.length > PAGE ? page + 1 : page, mayUndo: last !== null,
    adults: record.adults.flatMap(adult => {
      const person = people.get(adult.parent);
      return person ? [{ ...adult, name: fullName(person), email: person.email, agreesNow: mayAgree(adult, record, today) && !isKeptAway(adult, today), keptAwayNow: isKeptAway(adult, today), left: person.leftOn !== null && person.leftOn < today }] : [];
    }),
    history: changes.slice(0, PAGE).map(change => ({
      id: change.id, what: change.what, by: names.get(change.by) ?? 'Countersign', at: change.at, undone: change.undone, about: about.get(change.id)!.map(id => names.get(id) ?? 'somebody who was erased'),
    })),
    queries: (await store.listQueries(tx, { done: false, limit: LISTED, offset: 0 })).filter(query => query.child === child.id).length,
  };
}

/** Who must agree for these children on a day, or for everybody where none are named: only children of whom every adult must are in the map. */
export async function whoMustAgree(tx: Tx, of: { day: string; children?: readonly string[] | undefined }): Promise<Map<string, NonNullable<MustAgree>>> {
  return new Map((await store.listBoth(tx, of)).map(row => [row.child, row.adults]));
}

/** Of these children, those whose adults live in separate homes. */
export const livingApart = async (tx: Tx, children: readonly string[]): Promise<ReadonlySet<string>> => new Set(children.length === 0 ? [] : await store.listApart(tx, children));

export interface QueryRow {
  readonly id: string;
  readonly child: string;
  readonly childName: string;
  readonly byName: string;
  readonly says: string;
  readonly at: Date;
  readonly doneAt: Date | null;
}

export interface QueriesView {
  readonly rows: readonly QueryRow[];
  readonly total: number;
  readonly pages: number;
  /** Records whose day for looking again has come. */
  readonly reviews: readonly { readonly child: string; readonly name: string; readonly on: string }[];
}

/** A page of what parents say is wrong, and the records to be looked at again. */
export async function queriesView(tx: Tx, of: { today: string; done: boolean; page: number; limit: number }): Promise<QueriesView> {
  const total = await store.countQueries(tx, of.done);
  const found = await store.listQueries(tx, { done: of.done, limit: of.limit, offset: (of.page - 1) * of.limit });
  const names = await namesOf(tx, found.flatMap(query => [query.child, query.by]));
  const rows = found.map(query => ({ id: query.id, child: query.child, childName: names.get(query.child) ?? '', byName: names.get(query.by) ?? '', says: query.says, at: query.at, doneAt: query.doneAt }));
  return { rows, total, pages: Math.max(1, Math.ceil(total / of.limit)), reviews: await store.listReviews(tx, { day: of.today, limit: LISTED }) };
}

/** What waits for the office: queries that are open, and records whose day for looking again has come. */
export const waitingFor = async (tx: Tx, today: string): Promise<{ queries: number; reviews: { child: string; name: string; on: string }[] }> =>
  ({ queries: await store.countQueries(tx, false), reviews: await store.listReviews(tx, { day: today, limit: LISTED }) });
