/** What the pages of concerns are drawn from. */
import type { Tx } from '../../platform/database/index.ts';
import { namesOf } from '../people/index.ts';
import * as store from './store.ts';
import type { Opened } from './words.ts';

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
