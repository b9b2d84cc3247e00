/** What is written to people is written in the language they chose to read in. */
import type { Tx } from '../../../platform/database/index.ts';
import { ENGLISH, inLanguage } from '../../../platform/languages/index.ts';
import { languagesOf } from './store.ts';

/** Something to write to somebody; `person` is null where nobody of ours gets it. */
export interface ToWrite<T> {
  readonly person: string | null;
  readonly draw: () => T;
}

/** Each in the language of whoever gets it; in English where they chose none, whoever writes. One query however many they are. */
export async function drawnFor<T>(tx: Tx, all: readonly ToWrite<T>[]): Promise<T[]> {
  const languages = await languagesOf(tx, [...new Set(all.flatMap(one => one.person ?? []))]);
  return all.map(({ person, draw }) => inLanguage((person !== null && languages.get(person)) || ENGLISH.code, draw));
}
