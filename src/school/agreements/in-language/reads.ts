/** A sheet in the language of its reader. */
import type { Tx } from '../../../platform/database/index.ts';
import { ENGLISH, inLanguage, knownLanguages, spoken, type Language } from '../../../platform/languages/index.ts';
import type { Policy, Vocabulary } from '../../../rulebook/index.ts';
import { languagesOf, listGuardians } from '../../people/index.ts';
import { editionBy, editionIn, languagesToSign } from '../../policies/index.ts';
import { translatedSheet } from '../shown.ts';
import type { Agreement, Sheet } from '../words.ts';
import { statementSaid } from './statements.ts';
import { findShownIn } from './store.ts';

/** The sheet in a language, where its policy has an approved translation; else the English one. */
export async function sheetIn(tx: Tx, sheet: Sheet, language: string | undefined, vocabulary: Vocabulary): Promise<Sheet> {
  if (language === undefined || language === ENGLISH.code) return sheet;
  const translation = await editionIn(tx, { editionId: sheet.editionId, document: sheet.document, vocabulary }, language);
  return translation ? translatedSheet(sheet, { ...translation, statement: inLanguage(language, () => statementSaid(sheet.statement)) }) : sheet;
}

/** The sheet in this very translation, as it was printed; null where that cannot be read any more. */
export async function sheetBy(tx: Tx, sheet: Sheet, translation: string, vocabulary: Vocabulary): Promise<Sheet | null> {
  const shown = await editionBy(tx, { editionId: sheet.editionId, document: sheet.document, vocabulary }, translation);
  return shown && translatedSheet(sheet, { ...shown, statement: inLanguage(shown.language, () => statementSaid(sheet.statement)) });
}

/** The sheet of an agreement as it was signed: in the translation that was shown then, or in English. Null where that cannot be read any more. */
export async function asSigned(tx: Tx, agreement: Agreement, of: { sheet: Sheet; document: Policy; vocabulary: Vocabulary }): Promise<Sheet | null> {
  const shownIn = await findShownIn(tx, agreement.id);
  if (!shownIn) return of.sheet;
  const translation = await editionBy(tx, { editionId: agreement.editionId, document: of.document, vocabulary: of.vocabulary }, shownIn.translation);
  return translation && translatedSheet(of.sheet, { ...translation, statement: shownIn.statement });
}

/** The language a page is wanted in: the one its address names, else the reader's. */
export const wantedIn = (query: Readonly<Record<string, string | undefined>>): string => knownLanguages().find(one => one.code === query['in'])?.code ?? spoken().code;

/**
 * The language of each of these people, where it is known: the one they chose to read in; for a child who chose none, the one
 * that the adults chose who may agree for it, where they chose alike. English is left out.
 */
export async function languagesAtHome(tx: Tx, persons: readonly string[], day: string): Promise<Map<string, string>> {
  const ties = persons.length === 0 ? [] : (await listGuardians(tx, { children: persons, day })).filter(tie => tie.mayAgree && !tie.noContact);
  const chosen = await languagesOf(tx, [...new Set([...persons, ...ties.map(tie => tie.parentId)])]);
  const found = new Map<string, string>();
  for (const person of persons) {
    const adults = new Set(ties.filter(tie => tie.childId === person).flatMap(tie => chosen.get(tie.parentId) ?? []));
    const language = chosen.get(person) ?? (adults.size === 1 ? [...adults][0] : undefined);
    if (language !== undefined && language !== ENGLISH.code) found.set(person, language);
  }
  return found;
}

/** The languages a policy can be signed in; empty where there is English alone. */
export async function choicesFor(tx: Tx, policy: string): Promise<Language[]> {
  const translated = await languagesToSign(tx, policy);
  return translated.length === 0 ? [] : knownLanguages().filter(one => one.code === ENGLISH.code || translated.includes(one.code));
}
