/** What a signer is asked to tick, from the policy's own rules. */
import { inLanguage } from '../../../platform/languages/index.ts';
import type { Policy } from '../../../rulebook/index.ts';
import { promisesOf } from '../family/decisions.ts';
import { declarationSaid } from '../in-language/statements.ts';
import { acceptedIn } from '../paper/statements.ts';
import type { Capacity, Sheet, SheetTranslation } from '../words.ts';
import type { Tick } from './words.ts';

/** The statements of a policy that its signer makes one by one, in its order: of `shown` alone where only a part is signed. */
export function statementsOf(document: Policy, of: { capacity: Capacity; shown?: readonly string[] | undefined }): Tick[] {
  const numbers = new Map(document.clauses.map(clause => [clause.id, clause.number]));
  const lines = of.capacity === 'guardian' ? promisesOf(document).map(one => ({ clause: one.clause, words: one.text })) : acceptedIn(document, 'self');
  return lines.filter(one => of.shown?.includes(one.clause) ?? true).map(one => ({ ...one, number: numbers.get(one.clause) ?? '', shown: null }));
}

/** The same of a sheet as it stands before its signer, in the language it is shown in. */
export function ticksOn(sheet: Pick<Sheet, 'document' | 'whole' | 'clauses' | 'translation'>, capacity: Capacity): Tick[] {
  const { document, translation } = sheet;
  const ticks = statementsOf(document, { capacity, shown: sheet.whole ? undefined : sheet.clauses.map(clause => clause.id) });
  return translation ? ticks.map(tick => ({ ...tick, shown: shownIn(tick, document, translation) })) : ticks;
}

/** A clause whose translation is out of date stays English. */
function shownIn({ clause: id, words }: Tick, english: Policy, translation: SheetTranslation): string | null {
  if (english.clauses.find(clause => clause.id === id)?.text !== words) return inLanguage(translation.language, () => declarationSaid(words));
  return translation.stale.has(id) ? null : translation.document.clauses.find(clause => clause.id === id)?.text ?? null;
}
