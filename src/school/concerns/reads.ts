/** What the pages of concerns are drawn from. */
import type { Tx } from '../../platform/database/index.ts';
import { namesOf } from '../people/index.ts';
import { eyesOf } from './decisions.ts';
import { groupOf } from './kinds.ts';
import * as store from './store.ts';
import type { Concern, Opened, ReaderOf } from './words.ts';

/** Somebody's reading of a concern, with their name. */
export interface ReadingLine {
  readonly name: string;
  readonly office: string | null;
  readonly what: string;
  readonly at: Date;
}

const READINGS_SHOWN = 100;

/** Who read this concern, the newest first. */
export async function readingsOf(tx: Tx, concern: string): Promise<ReadingLine[]> {
  const readings = await store.readingsOf(tx, concern, READINGS_SHOWN);
  const names = await namesOf(tx, [...new Set(readings.map(one => one.person))]);
  return readings.map(({ person, office, what, at }) => ({ name: names.get(person) ?? 'Somebody who is forgotten', office, what, at }));
}

/** The names of everybody whom the page of a concern mentions. */
export function namesIn(tx: Tx, { report, entries, eyes }: Opened): Promise<ReadonlyMap<string, string>> {
  const ids = [report.reporter, ...report.about, ...report.children, ...entries.map(entry => entry.by), ...eyes.map(eye => eye.person)];
  return namesOf(tx, [...new Set(ids.filter(id => id !== null))]);
}

/** Other concerns about the same children that this reader may read too. Here as there nothing for whoever is not told which child it is: whoever got parts alone, or reads one part of several that is not about a child's safety. */
export async function othersAboutThem(tx: Tx, of: { readonly reader: ReaderOf; readonly now: Date }, { concern, report, whole, lock }: Opened): Promise<Concern[]> {
  if (!whole || report.children.length === 0) return [];
  const others = await store.othersAbout(tx, { childKeys: concern.childKeys, but: concern.id });
  if (others.length === 0) return [];
  const eyes = await store.eyesOn(tx, others.map(one => one.id));
  const tells = (one: (typeof others)[number]) => one.alone || groupOf(one.kind) === 'safeguarding';
  return others.filter(one => tells(one) && eyesOf(of.reader, one, eyes.filter(eye => eye.concern === one.id), { keyOf: lock.keyOf, now: of.now }).some(eye => eye.parts === null));
}
