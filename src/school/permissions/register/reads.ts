/** What the pages of the register show: to each reader what is theirs. */
import type { School, Tx } from '../../../platform/database/index.ts';
import type { Reader } from '../../../platform/web/index.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { fullName, listGuardians, listHolders, listPeople, namesOf } from '../../people/index.ts';
import { cite, clauseHref, rulesInForce } from '../../policies/index.ts';
import { readLines } from '../../../logbook/index.ts';
import { belongs, isAnothersWord, type Member } from '../decisions.ts';
import { findRequest, listTurns, listWords, memberOn } from '../reads.ts';
import { stateOf } from '../states.ts';
import { PERMISSION_STATES, type PermissionState, type Situation, type Turn, type Word } from '../words.ts';
import { actsDecidedBy, decidesAbout, mayEnd, mayShowEvidence, seesAll, seesPupils, seesStanding } from './decisions.ts';
import { countEntries, entryById, findEntry, followerOf, listEntries, standingEntries, type Part } from './store.ts';
import { OPEN_STATES, type Entry, type Line, type RegisterAsk, type Sees } from './words.ts';

export { chosenFrom, countsByAct, endingEntries, entryById } from './store.ts';

export interface Looking {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly reader: Reader;
  readonly now: Date;
  readonly today: string;
}

const rulesOf = (tx: Tx, { school, vocabulary, today }: Pick<Looking, 'school' | 'vocabulary' | 'today'>) => rulesInForce(tx, { school, vocabulary, today });

/** The reader, and the children for whom they may agree. */
export async function peopleOf(tx: Tx, { reader, today }: Pick<Looking, 'reader' | 'today'>): Promise<string[]> {
  if (reader.person === null) return [];
  if (!reader.kinds.includes('parent')) return [reader.person];
  const ties = await listGuardians(tx, { parents: [reader.person], day: today });
  return [reader.person, ...ties.filter(one => one.parentId === reader.person && one.mayAgree && !one.noContact).map(one => one.childId)];
}

/** Standing permissions, not over, of groups to which one of these people belongs today. */
export async function standingOf(tx: Tx, people: readonly string[], { now, today, vocabulary }: Pick<Looking, 'now' | 'today' | 'vocabulary'>): Promise<Entry[]> {
  const all = await standingEntries(tx, { now });
  if (all.length === 0) return [];
  const members: (Member | null)[] = [];
  for (const person of people.slice(0, 12)) members.push(await memberOn(tx, person, { day: today, vocabulary }));
  return all.filter(entry => members.some(member => member !== null && entry.holders !== null && belongs(entry.holders, member)));
}

/** What of the register is this reader's to see. */
export async function seesOf(tx: Tx, looking: Looking): Promise<Sees> {
  if (seesAll(looking.reader)) return { all: true };
  const people = await peopleOf(tx, looking);
  const acts = looking.reader.offices.length === 0 ? [] : actsDecidedBy((await rulesOf(tx, looking)).rulebook, looking.reader.offices);
  return { all: false, acts, granter: looking.reader.person!, people, standing: (await standingOf(tx, people, looking)).map(one => one.id) };
}

/** Entries as this reader may see them: their state, names where they are for them, and the clauses as they are cited. */
export async function linesOf(tx: Tx, looking: Looking, entries: readonly Entry[]): Promise<Line[]> {
  const turns = await listTurns(tx, entries.map(one => one.id));
  const { rulebook } = await rulesOf(tx, looking);
  const holders = [...new Set(entries.flatMap(one => one.holder ?? []))];
  const kept = new Map((holders.length === 0 ? [] : await listPeople(tx, { day: looking.today, ids: holders, left: true, limit: holders.length })).map(one => [one.id, one]));
  const mine = new Set(await peopleOf(tx, looking));
  const granters = await namesOf(tx, [...new Set(entries.flatMap(one => one.grantedBy ?? []))]);
  const nameOf = (id: string): string | null => {
    const found = kept.get(id);
    if (!found) return null;
    const pupil = found.kinds.some(kind => kind === 'pupil' || kind.startsWith('pupil-'));
    return !pupil || seesPupils(looking.reader) || mine.has(id) ? fullName(found) : null;
  };
  return entries.map(one => ({
    ...one, state: stateOf(one, turns.filter(turn => turn.permission === one.id), looking.now), name: one.holder === null ? null : nameOf(one.holder),
    granter: one.grantedBy === null ? null : granters.get(one.grantedBy) ?? null, cited: one.clauses.map(id => citedAs(rulebook, id)),
  }));
}

export const citedAs = (rulebook: Rulebook, id: string): Line['cited'][number] => ({ id, cite: cite(rulebook, id), href: clauseHref(id) });

export interface Wanted extends Part {
  readonly state: string;
  readonly act: string;
  readonly office: string;
  readonly holder: string;
  readonly search: string;
  /** Standing ones alone, whatever else is chosen. */
  readonly standing?: boolean;
}

const statesFor = (state: string): readonly PermissionState[] => (state === '' ? OPEN_STATES : state === 'all' ? PERMISSION_STATES : PERMISSION_STATES.filter(one => one === state));

const MOST_PEOPLE = 5_000;

/** The part of the register that was asked for. */
export async function registerPart(tx: Tx, looking: Looking, wanted: Wanted): Promise<{ rows: Line[]; total: number }> {
  const { vocabulary, today, now } = looking;
  const { search, holder, sort, descending, limit, offset } = wanted;
  const peopleOfKind = holder === '' || holder === 'group' ? undefined : (await listPeople(tx, { day: today, kinds: narrower(holder, vocabulary), left: true, limit: MOST_PEOPLE })).map(one => one.id);
  const ask: RegisterAsk = {
    sees: wanted.standing === true && seesStanding(looking.reader) ? { all: true } : await seesOf(tx, looking), now, today, states: statesFor(wanted.state), acts: wanted.act ? [wanted.act] : undefined, office: wanted.office || undefined,
    standing: wanted.standing === true || holder === 'group' ? true : undefined, holders: peopleOfKind, search, ...await searched(tx, looking, search),
  };
  return { rows: await linesOf(tx, looking, await listEntries(tx, { ...ask, sort, descending, limit, offset })), total: await countEntries(tx, ask) };
}

const narrower = (kind: string, { kinds }: Vocabulary): string[] => [...kinds.values()].filter(one => one.name === kind || one.within.includes(kind)).map(one => one.name);

/** What fits words by its name: acts, and people whose names this reader may see. */
async function searched(tx: Tx, { vocabulary, today, reader }: Looking, search: string): Promise<{ searchActs: string[]; searchHolders: string[] }> {
  if (search === '') return { searchActs: [], searchHolders: [] };
  const searchActs = [...vocabulary.acts.values()].filter(act => act.plain.toLowerCase().includes(search.toLowerCase())).map(act => act.name);
  const people = await listPeople(tx, { day: today, search, left: true, limit: 500 });
  const pupil = (kinds: readonly string[]) => kinds.some(kind => kind === 'pupil' || kind.startsWith('pupil-'));
  return { searchActs, searchHolders: people.filter(one => seesPupils(reader) || !pupil(one.kinds)).map(one => one.id) };
}

/** What a group may do is no secret among those who work for the school. */
async function standingFor(tx: Tx, { reader }: Looking, id: string): Promise<Entry | null> {
  const entry = seesStanding(reader) ? await entryById(tx, id) : null;
  return entry?.holders ? entry : null;
}

export interface PermissionView {
  readonly line: Line;
  readonly words: readonly (Word & { readonly name: string | null })[];
  readonly turns: readonly (Turn & { readonly name: string | null })[];
  readonly logbook: readonly { readonly deed: string; readonly at: Date; readonly seq: number }[];
  /** Reader and deeds: may end it, may say that its evidence was looked at, may give it up. */
  readonly withdraws: boolean;
  readonly checks: boolean;
  readonly givesUp: boolean;
  readonly reviews: boolean;
  /** Where the holder asks anew, with the same situation; null where it is not theirs to ask. */
  readonly askAgain: string | null;
  /** What a review continued with, or what this one continued. */
  readonly next: string | null;
}

const MOST_LINES = 200;

/** A situation as an address carries it; of several values the first, for one asks for one. */
const situationOf = (facts: Situation, child: string | null): string =>
  new URLSearchParams([...Object.entries(facts).flatMap(([fact, value]) => [value].flat().slice(0, 1).map((one): [string, string] => [['fact', fact].join('.'), one])), ...(child === null ? [] : [['for', child] as [string, string]]), ['again', 'yes']]).toString();

/** One permission with its history, for a reader who sees it; null where there is none for them. */
export async function permissionView(tx: Tx, looking: Looking, id: string): Promise<PermissionView | null> {
  const entry = await findEntry(tx, await seesOf(tx, looking), id) ?? await standingFor(tx, looking, id);
  if (!entry) return null;
  const [line] = await linesOf(tx, looking, [entry]);
  const [turns, said] = [await listTurns(tx, [id]), entry.request === null ? [] : await listWords(tx, [entry.request])];
  const request = entry.request === null ? null : await findRequest(tx, entry.request);
  const names = await namesOf(tx, [...new Set([...turns, ...said].flatMap(one => one.by ?? []))]);
  const named = <T extends { readonly by: string | null }>(all: readonly T[]) => all.map(one => ({ ...one, name: one.by === null ? null : names.get(one.by) ?? null }));
  const { rulebook } = await rulesOf(tx, looking);
  const decides = decidesAbout(entry, looking.reader, { holders: await listHolders(tx, looking.today), rulebook });
  const theirs = entry.holder !== null && (await peopleOf(tx, looking)).includes(entry.holder);
  // Why not for one who decides: they decided on these very words.
  const hidden = theirs && !decides && request !== null && isAnothersWord(request, looking.reader.person);
  const words = hidden ? said.filter(word => word.by !== request.asker) : said;
  const befell = hidden ? turns.map(turn => (turn.by === request.asker ? { ...turn, by: null, reason: '' } : turn)) : turns;
  const next = await followerOf(tx, id);
  const child = entry.holder !== looking.reader.person ? entry.holder : null;
  return {
    line: hidden ? { ...line!, reason: '' } : line!, words: named(words), turns: named(befell), logbook: (await readLines(tx, { about: id, limit: MOST_LINES })).map(({ deed, at, seq }) => ({ deed, at, seq })),
    withdraws: decides && mayEnd(line!.state), checks: decides && mayShowEvidence(entry, line!.state), givesUp: theirs && mayEnd(line!.state), askAgain: theirs ? `/${looking.school.slug}/ask/${entry.act}?${situationOf(entry.facts, child)}` : null, reviews: decides && entry.holders !== null && next === null, next,
  };
}
