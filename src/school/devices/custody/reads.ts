/** What the pages of custody are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import { addDays } from '../../../platform/days.ts';
import type { Reader, School } from '../../../platform/web/index.ts';
import type { ClauseId, Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature, type Resting } from '../../answers.ts';
import { fullName, listGuardians, listPeople, namesOf, type Person } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { clausesOn, custodians, deviceActs, dueDay, lastOfWeek, limitOf, mayHandle, mayStrike, mayTakeBack, seesWhither, seesWhy, settingsOn, takeable } from './decisions.ts';
import * as store from './store.ts';
import type { Awaited, CustodyMove, CustodySettings, Entry, KeepingPlace, Limit, SettingRow } from './words.ts';

export { countEntries, findEntry, listEntries, listPlaces, oneAtATime, openAwaited } from './store.ts';

/** Where and when a reader asks. */
export interface Ask { readonly school: School; readonly vocabulary: Vocabulary; readonly today: string; readonly now: Date; readonly reader: Reader }

export interface Quoted { readonly cite: string; readonly href: string; readonly words: string }

export const quoted = (rulebook: Rulebook, clauses: readonly ClauseId[]): Quoted[] => clauses.map(id => ({ cite: cite(rulebook, id), href: clauseHref(id), words: rulebook.clauses.get(id)?.text ?? '' }));

/** What the rules say of taking, giving back and looking through, and what this reader may take. */
export interface RulesView {
  readonly rulebook: Rulebook;
  readonly take: readonly Quoted[];
  readonly back: readonly Quoted[];
  readonly search: readonly Quoted[];
  /** Kinds of device; empty where this reader may take none. */
  readonly kinds: readonly string[];
}

export async function rulesView(tx: Tx, ask: Ask): Promise<RulesView> {
  const { rulebook } = await rulesInForce(tx, ask);
  const clauses = clausesOn(rulebook, ask.today);
  const kinds = clauses.take.length === 0 ? [] : takeable(rulebook, ask.vocabulary, { who: whoOf(ask.reader), permissions: await askFeature('livePermissions', tx, ask.reader.person!, ask.now), on: ask.today });
  return { rulebook, kinds, take: quoted(rulebook, clauses.take), back: quoted(rulebook, clauses.back), search: quoted(rulebook, clauses.search) };
}

export const whoOf = (reader: Pick<Reader, 'kinds' | 'offices'>): string[] => [...reader.kinds, ...reader.offices];

export const settingsToday = async (tx: Tx, today: string): Promise<CustodySettings> => settingsOn(await store.listSettings(tx), today);

/** The decisions elsewhere of which nothing is erased, because the school goes to law. */
export async function heldDecisions(tx: Tx): Promise<string[]> {
  const keys = await store.decisionsHere(tx);
  return keys.length === 0 ? [] : [...await askFeature('heldForLaw', tx, keys)];
}

/** The day on which something taken today goes back, and the clause that sets its bound. */
export async function backOn(tx: Tx, ask: Pick<Ask, 'today'>, of: { readonly rulebook: Rulebook; readonly settings: CustodySettings; readonly decided: string | null }): Promise<{ readonly day: string; readonly limit: Limit | null }> {
  const { today } = ask;
  const limit = limitOf(of.rulebook, today);
  const last = limit === null ? null : limit.schoolDays ? await askFeature('afterSchoolDays', tx, today, limit.days) : addDays(today, limit.days);
  return { limit, day: dueDay({ today, set: await setDay(tx, today, of.settings), limit: last, decided: of.decided }) };
}

async function setDay(tx: Tx, today: string, { back, schoolDays }: CustodySettings): Promise<string> {
  if (back === 'same-day') return today;
  if (back === 'school-days') return askFeature('afterSchoolDays', tx, today, schoolDays);
  const on = new Set<string>();
  for (let at = 0; at < 7; at += 1) if ((await askFeature('schoolDay', tx, addDays(today, at))).on) on.add(addDays(today, at));
  return lastOfWeek(today, day => on.has(day));
}

const PUPIL = (vocabulary: Vocabulary): string[] => [...vocabulary.kinds.values()].filter(kind => kind.name === 'pupil' || kind.within.includes('pupil')).map(kind => kind.name);
const MOST_FOUND = 10;

export interface Found { readonly person: Person; readonly name: string; readonly class: string }
const foundOf = (person: Person): Found => ({ person, name: fullName(person), class: person.place?.class ?? '' });

/** Pupils of a name or a part of it, ten at most. */
export const pupilsNamed = async (tx: Tx, { vocabulary, today }: Pick<Ask, 'vocabulary' | 'today'>, search: string): Promise<Found[]> =>
  (await listPeople(tx, { day: today, kinds: PUPIL(vocabulary), search, limit: MOST_FOUND + 1 })).map(foundOf);

/** A pupil who is here, or null. */
export async function pupilOf(tx: Tx, { vocabulary, today }: Pick<Ask, 'vocabulary' | 'today'>, id: string): Promise<Found | null> {
  const found = (await listPeople(tx, { day: today, ids: [id], kinds: PUPIL(vocabulary), limit: 1 }))[0];
  return found ? foundOf(found) : null;
}

/** The permissions on which the pupil may have this thing here: the first look before anything is taken. */
export async function permitted(tx: Tx, ask: Pick<Ask, 'school' | 'vocabulary' | 'now'>, of: { readonly pupil: string; readonly kind: string; readonly place: string }): Promise<Resting[]> {
  const about = deviceActs(ask.vocabulary);
  const acts = new Set((await askFeature('livePermissions', tx, of.pupil, ask.now)).filter(one => one.live && about.has(one.act)).map(one => one.act));
  const found: Resting[] = [];
  for (const act of acts) found.push(...await askFeature('restsOn', tx, { school: ask.school, person: of.pupil, act, facts: { 'device-kind': of.kind, place: of.place }, now: ask.now }));
  return found;
}

/** What is held of a pupil of the same kind already. */
export const heldAlready = async (tx: Tx, of: { readonly pupil: string; readonly kind: string; readonly today: string }): Promise<Entry[]> =>
  (await store.entriesOf(tx, [of.pupil], of.today)).filter(entry => entry.state === 'held' && entry.kind === of.kind);

export interface AwaitedRow extends Awaited { readonly name: string; readonly class: string }

/** What this reader's offices still have to take. */
export async function awaitedFor(tx: Tx, { reader, today }: Pick<Ask, 'reader' | 'today'>): Promise<AwaitedRow[]> {
  const open = reader.offices.length === 0 ? [] : (await store.openAwaited(tx, reader.offices)).filter(one => one.person !== reader.person);
  if (open.length === 0) return [];
  const people = new Map((await listPeople(tx, { day: today, ids: open.map(one => one.person), left: true, limit: open.length })).map(one => [one.id, one]));
  return open.flatMap(one => { const person = people.get(one.person); return person ? [{ ...one, ...foundOf(person), person: one.person }] : []; });
}

export interface EntryRow { readonly entry: Entry; readonly name: string; readonly class: string; readonly holder: string; readonly keptIn: string }

/** Entries with the names that go with them. */
export async function rowsOf(tx: Tx, today: string, entries: readonly Entry[]): Promise<EntryRow[]> {
  const ids = [...new Set(entries.flatMap(entry => entry.person ?? []))];
  const people = new Map((ids.length === 0 ? [] : await listPeople(tx, { day: today, ids, left: true, limit: ids.length })).map(one => [one.id, foundOf(one)]));
  const names = await namesOf(tx, [...new Set(entries.flatMap(entry => entry.holder ?? []))]);
  const places = new Map((await store.listPlaces(tx)).map(place => [place.id, place.name]));
  return entries.map(entry => ({
    entry, name: people.get(entry.person ?? '')?.name ?? '', class: people.get(entry.person ?? '')?.class ?? '',
    holder: names.get(entry.holder ?? '') ?? '', keptIn: places.get(entry.keptIn ?? '') ?? '',
  }));
}

export interface MoveRow extends CustodyMove { readonly fromName: string; readonly toName: string; readonly byName: string; readonly place: string; /** Whether this reader learns whither it was handed on. */ readonly open: boolean }

export interface EntryView extends EntryRow {
  readonly takenBy: string;
  readonly clause: Quoted | null;
  readonly moves: readonly MoveRow[];
  /** Whether this reader reads why it was taken. */
  readonly why: boolean;
  readonly handles: boolean;
  readonly strikes: boolean;
  /** Whether this reader may say that it was not given back after all. */
  readonly takesBack: boolean;
  readonly places: readonly KeepingPlace[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  /** Parents and carers who may collect it. */
  readonly parents: readonly string[];
  /** Whether every parent or carer who may hear of it has a mailbox. */
  readonly mailed: boolean;
}

/** One entry as a member of staff sees it; null where there is none. */
export async function entryView(tx: Tx, ask: Ask, id: string): Promise<EntryView | null> {
  const entry = await store.findEntry(tx, id);
  if (!entry) return null;
  const { reader, vocabulary, today } = ask;
  const [row] = await rowsOf(tx, today, [entry]);
  const [moves, places, { rulebook }] = [await store.movesOf(tx, id), await store.listPlaces(tx), await rulesInForce(tx, ask)];
  const names = await namesOf(tx, [...new Set([entry.takenBy, ...moves.flatMap(move => [move.from, move.to, move.by])].flatMap(one => one ?? []))]);
  const nameOf = (one: string | null): string => names.get(one ?? '') ?? '';
  const handles = mayHandle(entry, reader, custodians(rulebook, today));
  const minutes = { now: ask.now, minutes: (await settingsToday(tx, today)).strikeMinutes };
  const parents = entry.person === null ? [] : await parentsOf(tx, entry.person, today);
  return {
    ...row!, takenBy: nameOf(entry.takenBy), clause: quoted(rulebook, [entry.clause as ClauseId])[0] ?? null, handles,
    moves: moves.map(move => ({ ...move, fromName: nameOf(move.from), toName: nameOf(move.to), byName: nameOf(move.by), place: places.find(place => place.id === move.keptIn)?.name ?? '', open: !['to-police', 'to-dsl'].includes(move.move) || seesWhither(move.by, reader) })),
    why: seesWhy(entry, moves.flatMap(move => [move.to, move.by]), reader),
    strikes: mayStrike(entry, reader.person, minutes), takesBack: mayTakeBack(entry, moves.at(-1)?.by ?? null, reader.person, minutes),
    places: places.filter(place => place.closedOn === null || place.id === entry.keptIn),
    staff: handles && entry.state === 'held' ? await staffOf(tx, vocabulary, today) : [],
    parents: parents.map(fullName), mailed: parents.length > 0 && parents.every(parent => parent.email !== null),
  };
}

async function parentsOf(tx: Tx, child: string, today: string): Promise<Person[]> {
  const ids = (await listGuardians(tx, { children: [child], day: today })).filter(tie => !tie.noContact).map(tie => tie.parentId);
  return ids.length === 0 ? [] : listPeople(tx, { day: today, ids, limit: ids.length });
}

const MOST_STAFF = 500;

/** Everybody of the staff, to hand it to. */
async function staffOf(tx: Tx, vocabulary: Vocabulary, today: string): Promise<{ id: string; name: string }[]> {
  const kinds = [...vocabulary.kinds.values()].filter(kind => kind.name === 'staff' || kind.within.includes('staff')).map(kind => kind.name);
  return (await listPeople(tx, { day: today, kinds, limit: MOST_STAFF })).map(one => ({ id: one.id, name: fullName(one) }));
}

/** What waits for a reader: what they hold that is due by today, and what their offices are to take. */
export const waitingFor = async (tx: Tx, { reader, today }: Pick<Ask, 'reader' | 'today'>): Promise<{ readonly due: readonly Entry[]; readonly toTake: number }> =>
  ({ due: await store.dueFrom(tx, reader.person!, today), toTake: (await awaitedFor(tx, { reader, today })).length });

export interface SettingsView { readonly settings: CustodySettings; readonly history: readonly (SettingRow & { readonly byName: string })[]; readonly places: readonly KeepingPlace[]; readonly limit: Quoted | null }

export async function settingsView(tx: Tx, ask: Ask): Promise<SettingsView> {
  const rows = await store.listSettings(tx);
  const names = await namesOf(tx, [...new Set(rows.flatMap(row => row.by ?? []))]);
  const { rulebook } = await rulesInForce(tx, ask);
  const limit = limitOf(rulebook, ask.today);
  return { settings: settingsOn(rows, ask.today), history: rows.map(row => ({ ...row, byName: names.get(row.by ?? '') ?? '' })), places: await store.listPlaces(tx), limit: limit === null ? null : quoted(rulebook, [limit.clause])[0]! };
}

/** Whom a search means: the number on a sticker, or pupils of this name. */
export async function searched(tx: Tx, { vocabulary, today }: Pick<Ask, 'vocabulary' | 'today'>, search: string): Promise<store.CustodyAsk['search']> {
  if (search === '') return null;
  const label = /^\d{1,6}$/.test(search) ? Number(search) : null;
  return { label, persons: label !== null ? [] : (await listPeople(tx, { day: today, kinds: PUPIL(vocabulary), search, left: true, limit: 500 })).map(one => one.id) };
}

