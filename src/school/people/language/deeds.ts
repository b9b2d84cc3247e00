/** Choosing the language to read in. */
import { write } from '../../../logbook/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import * as store from './store.ts';

/** Keeps it with the person, for pages and for mail. */
export async function chooseLanguage(tx: Tx, chosen: { school: string; person: string; language: string; at: Date }): Promise<void> {
  await store.keepLanguage(tx, chosen.school, chosen);
  await write(tx, { school: chosen.school, deed: 'choose-language', by: chosen.person, about: chosen.person, at: chosen.at, words: { language: chosen.language } });
}
