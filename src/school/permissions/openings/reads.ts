/** What the pages of openings are drawn from. */
import type { Tx } from '../../../platform/database/index.ts';
import type { Reader, School } from '../../../platform/web/index.ts';
import type { Rulebook, Vocabulary } from '../../../rulebook/index.ts';
import { askFeature } from '../../answers.ts';
import { listClasses, listPeople, namesOf, widened, type Person } from '../../people/index.ts';
import { rulesInForce } from '../../policies/index.ts';
import { heldBy } from '../reads.ts';
import { openables, openingState } from './decisions.ts';
import { countOpenings, findOpening, listOpenings, type OpeningsAsk } from './store.ts';
import type { Openable, Opening, OpeningState } from './words.ts';

export { findOpening } from './store.ts';

export interface OpenPlace {
  readonly school: School;
  readonly vocabulary: Vocabulary;
  readonly reader: Reader;
  readonly today: string;
}

/** A class with what its pupils are and what the reader may open for them. */
export interface ClassToOpen {
  readonly name: string;
  readonly pupils: readonly Person[];
  readonly kinds: readonly string[];
  readonly openables: readonly Openable[];
  readonly rulebook: Rulebook;
}

const MOST_IN_A_CLASS = 200;
/** Whoever teaches has a teacher's word in the lesson, whichever class it is. */
const TEACH = ['teacher', 'supply'];

/** One class for this reader; null where there is none. */
export async function classToOpen(tx: Tx, place: OpenPlace, name: string): Promise<ClassToOpen | null> {
  const { reader, today, vocabulary } = place;
  const pupils = name === '' ? [] : await listPeople(tx, { day: today, class: name, limit: MOST_IN_A_CLASS });
  if (pupils.length === 0) return null;
  const { rulebook } = await rulesInForce(tx, place);
  const kinds = widened([...new Set(pupils.flatMap(one => one.kinds))], vocabulary);
  const teaches = TEACH.some(kind => reader.kinds.includes(kind)) || (await askFeature('teachersOf', tx, name, today)).includes(reader.person!);
  return { name, pupils, kinds, rulebook, openables: openables(rulebook, { kinds, offices: [...reader.offices, ...(teaches ? ['teacher'] : [])], on: today }) };
}

/** The classes, those that the reader teaches first. */
export async function classesFor(tx: Tx, { reader, today }: OpenPlace): Promise<string[]> {
  const classes = await listClasses(tx, today);
  const own = new Set<string>();
  for (const name of classes) if ((await askFeature('teachersOf', tx, name, today)).includes(reader.person!)) own.add(name);
  return [...classes.filter(name => own.has(name)), ...classes.filter(name => !own.has(name))];
}

export interface OpeningRow extends Opening {
  readonly state: OpeningState;
  readonly byName: string;
  readonly pupilNames: readonly string[];
}

async function rowsOf(tx: Tx, found: readonly Opening[], now: Date): Promise<OpeningRow[]> {
  const names = await namesOf(tx, [...new Set(found.flatMap(one => [...one.pupils, ...(one.by === null ? [] : [one.by])]))]);
  return found.map(one => ({ ...one, state: openingState(one, now), byName: one.by === null ? '' : names.get(one.by) ?? '', pupilNames: one.pupils.map(id => names.get(id) ?? '').filter(Boolean) }));
}

/** A part of the openings that somebody sees. */
export async function seenOpenings(tx: Tx, ask: OpeningsAsk & { readonly limit: number; readonly offset: number }): Promise<{ rows: OpeningRow[]; total: number }> {
  return { rows: await rowsOf(tx, await listOpenings(tx, ask), ask.now), total: await countOpenings(tx, ask) };
}

/** What somebody has opened and is open now. */
export const openNow = async (tx: Tx, of: { readonly person: string; readonly now: Date }): Promise<OpeningRow[]> => (await seenOpenings(tx, { now: of.now, state: 'open', search: '', by: of.person, limit: 10, offset: 0 })).rows;

/** One of them, where the reader opened it or leads the school. */
export async function openingFor(tx: Tx, of: { readonly id: string; readonly me: string; readonly all: boolean }): Promise<Opening | null> {
  const found = await findOpening(tx, of.id);
  return found && (of.all || found.by === of.me) ? found : null;
}

/** What is open for a pupil at this moment. */
export async function openFor(tx: Tx, of: { readonly person: string; readonly now: Date; readonly vocabulary: Vocabulary }): Promise<{ act: string; lesson: string; what: string; endsAt: Date }[]> {
  const held = await heldBy(tx, of.person, { from: of.now, until: new Date(of.now.getTime() + 1), now: of.now, vocabulary: of.vocabulary });
  return held.filter(one => one.state === 'live' && one.evidence['lesson'] !== undefined).map(one => ({ act: one.act, lesson: one.evidence['lesson']!, what: one.evidence['what'] ?? '', endsAt: one.endsAt }));
}
