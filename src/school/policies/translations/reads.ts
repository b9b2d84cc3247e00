/** What pages ask about translations. */
import type { Tx } from '../../../platform/database/index.ts';
import { read, type Vocabulary } from '../../../rulebook/index.ts';
import { findEdition, readEdition } from '../reads.ts';
import type { Published } from '../words.ts';
import { linesOf } from './decisions.ts';
import { translationsInUse } from './store.ts';
import type { Translated, Translation } from './words.ts';

export { findTranslation, listTranslations, translationsInUse } from './store.ts';

/** A policy in force with this translation; null where one of the texts cannot be read. */
export async function translatedBy(tx: Tx, of: Pick<Published, 'document'> & { vocabulary: Vocabulary }, translation: Translation): Promise<Translated | null> {
  const edition = await findEdition(tx, translation.editionId);
  const made = edition && readEdition(edition, of.vocabulary).document;
  const said = read(translation.markdown, `${translation.policy}.${translation.language}.md`, of.vocabulary).policy;
  if (!edition || !made || !said) return null;
  const lines = linesOf({ said, made, now: of.document });
  return {
    language: translation.language, title: said.front.title, summary: said.front.summary ?? '', hash: translation.textHash, edition: edition.number, lines,
    stale: lines.filter(line => line.kind === 'clause' && line.text === null).length,
  };
}

/** The translation a reader of this language sees, and the languages there are. */
export async function translationFor(tx: Tx, of: Pick<Published, 'document'> & { vocabulary: Vocabulary }, language: string): Promise<{ languages: readonly string[]; translated: Translated | null }> {
  const inUse = await translationsInUse(tx, of.document.id);
  const wanted = inUse.find(one => one.language === language);
  return { languages: inUse.map(one => one.language), translated: wanted ? await translatedBy(tx, of, wanted) : null };
}
