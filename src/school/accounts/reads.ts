/** What the pages of accounts are drawn from: who may see first, then the rows. */
import { remember, type Tx } from '../../platform/database/index.ts';
import type { Reader, School } from '../../platform/web/index.ts';
import type { Vocabulary } from '../../rulebook/index.ts';
import { findPerson, fullName, listGuardians, listPeople, namesOf, widened, type Person } from '../people/index.ts';
import { rulesInForce } from '../policies/index.ts';
import { doesStep, facilitiesFor, facilitiesNamed, isIt, isLive, isQuiet, mailLimitFor, readsRecord, reported, seesHold, standing, wantedFor, waysToTake } from './decisions.ts';
import * as store from './store.ts';
import { ALL, HERE, type AskBack, type Facility, type Hold, type How, type Step, type Wanted, type Way } from './words.ts';

/** Whether this person's Countersign was taken away. Asked for every page, so all of them are read once for each state of the school. */
export const isClosedHere = async (tx: Tx, person: string): Promise<boolean> =>
  (await remember(tx, 'shut out', async () => new Set((await store.shutOut(tx)).map(row => row.person)))).has(person);

/** Whether somebody else got into an account of theirs, as whoever looks into it found, and it is not safe yet. */
export const isBeingMadeSafe = async (tx: Tx, person: string): Promise<boolean> =>
  (await remember(tx, 'made safe', async () => new Set((await store.madeSafe(tx)).map(row => row.person)))).has(person);

export interface Place {
  readonly school: School;
  readonly today: string;
  readonly vocabulary: Vocabulary;
}
const MOST_NAMED = 200;

/** What the school gives people: as it said, else as its rules say. */
export async function facilitiesNow(tx: Tx, place: Place): Promise<{ list: readonly Facility[]; said: { since: string; by: string | null } | null }> {
  const said = await store.listOn(tx, place.today);
  return { list: said?.facilities ?? facilitiesNamed((await rulesInForce(tx, place)).rulebook, place.today), said };
}

/** How one facility of somebody stands. */
export interface Standing {
  readonly facility: Facility;
  readonly how: How | 'open';
  readonly since: string | null;
  readonly until: string | null;
  /** What IT was asked and has not done. */
  readonly asked: Step | null;
  /** How it was last reported to be set; null where nobody has reported anything. */
  readonly told: { readonly wanted: Wanted; readonly on: string; readonly by: string | null } | null;
  /** What IT said that it cannot do, while it is still wanted. */
  readonly cannot: Step | null;
}

function standingsOf(of: { readonly list: readonly Facility[]; readonly kinds: readonly string[]; readonly holds: readonly Hold[]; readonly steps: readonly Step[] }): Standing[] {
  const { holds, steps } = of;
  const has = facilitiesFor(of.list, of.kinds);
  const named = [...holds.filter(hold => isLive(hold) && (hold.facility !== ALL || has.length === 0)), ...steps.filter(step => step.ended === null)].map(one => one.facility);
  const more = [...new Set(named)].filter(key => key !== HERE && !has.some(one => one.key === key))
    .map(key => of.list.find(one => one.key === key) ?? { key, name: '', kinds: [] });
  return [{ key: HERE, name: '', kinds: [] }, ...has, ...more].map(facility => {
    const { key } = facility;
    const how = standing(holds, key);
    const why = holds.filter(hold => isLive(hold) && standing([hold], key) === how);
    const done = steps.find(step => step.facility === key && step.ended === 'done');
    const last = steps.find(step => step.facility === key && step.ended !== 'withdrawn');
    return {
      facility, how, since: why.at(-1)?.begunOn ?? null, until: why.some(hold => hold.untilOn === null) ? null : why.map(hold => hold.untilOn!).sort().at(-1) ?? null,
      asked: steps.find(step => step.facility === key && step.ended === null) ?? null, told: done ? { wanted: done.wanted, on: done.doneOn ?? done.openedOn, by: done.endedBy } : null,
      cannot: last?.ended === 'cannot' && last.wanted === wantedFor(holds, key) && last.wanted !== reported(steps, key) ? last : null,
    };
  });
}

export interface RecordView {
  readonly person: Person;
  readonly standings: readonly Standing[];
  readonly holds: readonly Hold[];
  readonly asks: readonly AskBack[];
  readonly steps: readonly Step[];
  readonly names: ReadonlyMap<string, string>;
  readonly list: readonly Facility[];
  readonly ways: readonly Way[];
}

const namesIn = (tx: Tx, view: Pick<RecordView, 'holds' | 'steps' | 'asks'>) => namesOf(tx, [...new Set([...view.holds.flatMap(hold => [hold.begunBy, hold.endedBy]), ...view.steps.map(step => step.endedBy), ...view.asks.map(ask => ask.answeredBy)].filter(id => id !== null))]);

/** The record of somebody, as far as this reader sees it; null where it is their own, or nobody's. */
export async function recordOf(tx: Tx, place: Place & { readonly reader: Reader }, id: string): Promise<RecordView | null> {
  const { reader, today, vocabulary } = place;
  const person = id === reader.person ? null : await findPerson(tx, id, today);
  if (!person) return null;
  const { list } = await facilitiesNow(tx, place);
  const kinds = widened(person.kinds, vocabulary);
  const holds = (await store.holdsOf(tx, [id])).filter(hold => seesHold(hold, reader));
  const steps = (await store.stepsOf(tx, [id])).filter(step => !step.quiet || doesStep(step, reader));
  const asks = await store.asksAbout(tx, holds.map(hold => hold.id));
  const { rulebook } = await rulesInForce(tx, place);
  const ways = waysToTake({ rulebook, who: [...reader.kinds, ...reader.offices], offices: reader.offices, kinds, facilities: facilitiesFor(list, kinds).map(one => one.key), today });
  return { person, standings: standingsOf({ list, kinds, holds, steps }), holds, asks, steps: steps.filter(step => step.ended !== 'withdrawn'), names: await namesIn(tx, { holds, steps, asks }), list, ways };
}

export interface OwnView extends Omit<RecordView, 'ways' | 'person'> {
  readonly name: string;
}

/** One's own, with everything that holds it; and, for a parent, those of their children that are not open. */
export async function ownRecord(tx: Tx, place: Place, { person, name, kinds }: { readonly person: string; readonly name: string; readonly kinds: readonly string[] }): Promise<OwnView> {
  const { list } = await facilitiesNow(tx, place);
  const [holds, steps] = [await store.holdsOf(tx, [person]), await store.stepsOf(tx, [person])];
  const asks = await store.asksAbout(tx, holds.map(hold => hold.id));
  return { name, standings: standingsOf({ list, kinds, holds, steps }), holds, asks, steps: [], names: await namesIn(tx, { holds, steps, asks }), list };
}

/** Those of a parent's children of which something was taken away, each with what was decided. What a case decided is told in its own place. */
export async function childRecords(tx: Tx, place: Place, parent: string): Promise<OwnView[]> {
  const children = await childrenOf(tx, parent, place.today);
  const views = await Promise.all(children.map(child => ownRecord(tx, place, { person: child.id, name: fullName(child), kinds: widened(child.kinds, place.vocabulary) })));
  return views.map(view => ({ ...view, holds: view.holds.filter(hold => !isQuiet(hold) && hold.cause !== 'parent') })).filter(view => view.holds.length > 0);
}

/** The children of a parent who may be in contact with them. */
export async function childrenOf(tx: Tx, parent: string, today: string): Promise<Person[]> {
  const ties = (await listGuardians(tx, { parents: [parent], day: today })).filter(tie => !tie.noContact);
  return ties.length === 0 ? [] : listPeople(tx, { day: today, ids: ties.map(tie => tie.childId), limit: 30 });
}

export interface ChildMail {
  readonly child: string;
  readonly name: string;
  /** Whether this parent asked for it. */
  readonly mine: boolean;
  readonly mineSince: string | null;
  readonly standing: Standing;
}

/** Whose mail a parent may have kept inside the school, and how it stands; null where no rule gives it. */
export async function childMailOf(tx: Tx, place: Place & { readonly reader: Pick<Reader, 'person' | 'kinds' | 'offices'> }): Promise<{ readonly clause: string; readonly offices: readonly string[]; readonly children: readonly ChildMail[] } | null> {
  const { reader, today, vocabulary } = place;
  if (reader.person === null || !reader.kinds.includes('parent')) return null;
  const rule = mailLimitFor((await rulesInForce(tx, place)).rulebook, [...reader.kinds, ...reader.offices], today);
  if (!rule) return null;
  const children = (await childrenOf(tx, reader.person, today)).filter(child => rule.binds.length === 0 || widened(child.kinds, vocabulary).some(kind => rule.binds.includes(kind)));
  const [holds, steps] = [await store.holdsOf(tx, children.map(one => one.id)), await store.stepsOf(tx, children.map(one => one.id))];
  const mail: Facility = { key: 'email', name: '', kinds: [] };
  return { clause: rule.clause, offices: rule.offices, children: children.map(child => {
    // Why these alone: what else holds the mailbox is told to child and parent in its own place.
    const wishes = holds.filter(hold => hold.person === child.id && hold.cause === 'parent');
    const mine = wishes.find(hold => isLive(hold) && hold.begunBy === reader.person);
    const standings = standingsOf({ list: [mail], kinds: [], holds: wishes, steps: steps.filter(step => step.person === child.id && !step.quiet) });
    return { child: child.id, name: fullName(child), mine: mine !== undefined, mineSince: mine?.begunOn ?? null, standing: standings.find(one => one.facility.key === 'email')! };
  }) };
}

export interface HoldRow extends Hold { readonly name: string; readonly byName: string }
export interface StepRow extends Step { readonly name: string; readonly byName: string }

const searched = async (tx: Tx, search: string, today: string): Promise<string[] | null> => (search === '' ? null : (await listPeople(tx, { day: today, search, left: true, limit: MOST_NAMED })).map(one => one.id));
const seer = (reader: Reader) => ({ person: reader.person, it: isIt(reader.offices), offices: reader.offices });

interface ListOf { readonly reader: Reader; readonly today: string; readonly search: string; readonly state: string; readonly limit: number; readonly offset: number }

/** A part of the register. */
export async function registerPart(tx: Tx, of: ListOf & { readonly facility: string }): Promise<{ rows: HoldRow[]; total: number }> {
  const ask = { state: of.state, facility: of.facility, named: await searched(tx, of.search, of.today), reader: seer(of.reader) };
  const rows = await store.listHolds(tx, { ...ask, limit: of.limit, offset: of.offset });
  const names = await namesOf(tx, [...new Set(rows.flatMap(row => [row.person, ...(row.begunBy ? [row.begunBy] : [])]))]);
  return { rows: rows.map(row => ({ ...row, name: names.get(row.person) ?? '', byName: names.get(row.begunBy ?? '') ?? '' })), total: await store.countHolds(tx, ask) };
}

/** A part of what is to be done elsewhere. */
export async function stepsPart(tx: Tx, of: ListOf): Promise<{ rows: StepRow[]; total: number }> {
  const ask = { state: of.state, named: await searched(tx, of.search, of.today), reader: seer(of.reader) };
  const rows = (await store.listSteps(tx, { ...ask, limit: of.limit, offset: of.offset }));
  const names = await namesOf(tx, [...new Set(rows.flatMap(row => [row.person, ...(row.endedBy ? [row.endedBy] : [])]))]);
  return { rows: rows.map(row => ({ ...row, name: names.get(row.person) ?? '', byName: names.get(row.endedBy ?? '') ?? '' })), total: await store.countSteps(tx, ask) };
}

/** One step that this reader carries out and that is not over. */
export async function stepToDo(tx: Tx, reader: Reader, id: string): Promise<Step | null> {
  const step = await store.findStep(tx, id);
  return step && step.ended === null && doesStep(step, reader) ? step : null;
}

export interface Waiting { readonly steps: number; readonly asks: readonly string[] }

/** What waits on the start page: steps of a reader's office, and whoever would like an account back that this reader, or nobody of before, took. */
export async function waitingFor(tx: Tx, reader: Reader): Promise<Waiting> {
  const steps = await store.countSteps(tx, { state: '', named: null, reader: seer(reader) });
  const asks = readsRecord(reader.offices) ? (await store.openAsks(tx)).filter(one => one.person !== reader.person && (one.by === reader.person || reader.offices.includes('head'))) : [];
  return { steps, asks: [...new Set(asks.map(one => one.person))] };
}

/** The live holds of somebody, for their own start page. */
export const ownHolds = async (tx: Tx, person: string): Promise<Hold[]> => (await store.holdsOf(tx, [person])).filter(isLive);

/** One hold, kept until the transaction ends. */
export const holdNow = (tx: Tx, id: string): Promise<Hold | null> => store.findHold(tx, id);

/** Somebody's name; empty where nobody is known. */
export const nameOf = async (tx: Tx, id: string | null): Promise<string> => (id === null ? '' : (await namesOf(tx, [id])).get(id) ?? '');

/** How somebody's accounts stood on a day, as sentences: what was decided under a rule or asked for by a parent. What cases decide is not told here. */
export async function accountsOn(tx: Tx, person: string, day: string): Promise<readonly Hold[]> {
  return (await store.holdsOf(tx, [person])).filter(hold => !isQuiet(hold) && hold.begunOn <= day && (hold.endedOn === null || hold.endedOn >= day));
}
