/** What pages ask about translations. */
import type { Tx } from '../../../platform/database/index.ts';
import { read, type Vocabulary } from '../../../rulebook/index.ts';
import { findEdition, readEdition } from '../reads.ts';
import type { Published } from '../words.ts';
import { documentIn, linesOf } from './decisions.ts';
import { findTranslation, translationsInUse } from './store.ts';
import type { Translated, Translation, TranslationShown } from './words.ts';

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

/** An edition with its document. */
interface EditionRead { readonly editionId: string; readonly document: Published['document']; readonly vocabulary: Vocabulary }

const MOST_KEPT = 24;
const kept = new Map<string, TranslationShown>();

/** An edition as readers of this language sign it: in the translation in use; null where there is none. */
export async function editionIn(tx: Tx, of: EditionRead, language: string): Promise<TranslationShown | null> {
  const wanted = (await translationsInUse(tx, of.document.id)).find(one => one.language === language);
  return wanted ? shownBy(tx, of, wanted) : null;
}

/** An edition as it was signed in a translation, whatever became of that translation since. */
export async function editionBy(tx: Tx, of: EditionRead, translation: string): Promise<TranslationShown | null> {
  const found = await findTranslation(tx, translation);
  return found && shownBy(tx, of, found);
}

/** The languages an edition can be signed in besides English. */
export const languagesToSign = async (tx: Tx, policy: string): Promise<string[]> => (await translationsInUse(tx, policy)).map(one => one.language);

/** Why kept: neither a translation nor an edition ever changes, and reading both takes longer than the page. */
async function shownBy(tx: Tx, of: EditionRead, translation: Translation): Promise<TranslationShown | null> {
  const key = `${translation.id} ${of.editionId}`;
  const before = kept.get(key);
  if (before) return before;
  const edition = await findEdition(tx, translation.editionId);
  const made = edition && readEdition(edition, of.vocabulary).document;
  const said = read(translation.markdown, `${translation.policy}.${translation.language}.md`, of.vocabulary).policy;
  if (!edition || !made || !said) return null;
  const shown: TranslationShown = { ...documentIn({ said, made, now: of.document }), id: translation.id, language: translation.language, hash: translation.textHash, edition: edition.number };
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, shown);
  return shown;
}
