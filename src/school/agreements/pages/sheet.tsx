/** A sheet to sign, in the words and the language in which it is shown. */
import { Details, StaleChip } from '../../../page-parts/index.ts';
import { asWritten, ENGLISH, knownLanguages, spoken, type Language } from '../../../platform/languages/index.ts';
import type { Block, Clause, Inline } from '../../../rulebook/index.ts';
import type { Sheet } from '../words.ts';

type Shown = Pick<Language, 'code' | 'name' | 'direction'>;

/** The language a sheet is shown in besides English. */
export const shownIn = ({ translation }: Sheet): Shown | undefined =>
  translation && (knownLanguages().find(one => one.code === translation.language) ?? { code: translation.language, name: translation.language, direction: 'ltr' });

/** Marks words as being in a language; English ones as the school wrote them. */
export const wordsIn = (language: Shown | undefined) => (language ? { lang: language.code, dir: language.direction } : asWritten());

export const titleShown = ({ title, translation }: Sheet): string => translation?.document.front.title ?? title;

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const titleOf = (inlines: readonly Inline[]): string => inlines.map(inline => ('text' in inline ? inline.text : '')).join('');
const carriesClause = (block: Block): boolean => (block.kind === 'paragraph' && block.clause !== undefined) || (block.kind === 'list' && block.items.some(item => item.clause));

/** The document cut at its main headings. Words before the first one are a part of their own when they hold a clause; else they lead it in. */
export function partsOf(body: readonly Block[]): Part[] {
  const parts: { id: string; title: string; blocks: Block[] }[] = [];
  for (const block of body) {
    const started = parts.length !== 1 || parts[0]!.id !== 'beginning' || parts[0]!.blocks.some(carriesClause);
    if (block.kind === 'heading' && block.depth === 2 && !started) parts[0] = { id: block.id, title: titleOf(block.children), blocks: [...parts[0]!.blocks, block] };
    else if (block.kind === 'heading' && block.depth === 2) parts.push({ id: block.id, title: titleOf(block.children), blocks: [block] });
    else if (parts.length === 0) parts.push({ id: 'beginning', title: 'The beginning', blocks: [block] });
    else parts.at(-1)!.blocks.push(block);
  }
  return parts;
}

export const numbersOf = (clauses: readonly Clause[]): Map<string, string> => new Map(clauses.map(clause => [clause.id, clause.number]));

/** What is put the name to; in translation with the English under it. */
export const Statement = ({ sheet }: { sheet: Sheet }) => (sheet.translation ? (
  <>
    <p class="signing__statement" {...wordsIn(shownIn(sheet))}>{sheet.translation.statement}</p>
    {sheet.translation.statement !== sheet.statement && <p class="soft" {...asWritten()}>{sheet.statement}</p>}
    <input type="hidden" name="language" value={sheet.translation.language} />
  </>
) : (
  <>
    <p class="signing__statement" {...asWritten()}>{sheet.statement}</p>
    {spoken() !== ENGLISH && <input type="hidden" name="language" value={ENGLISH.code} />}
  </>
));

/** The words of a clause: in translation with the English one press away, else in English. */
export function NewWords({ sheet, clause }: { sheet: Sheet; clause: Clause }) {
  const { translation } = sheet;
  if (!translation) return <p {...asWritten()}>{clause.text}</p>;
  const why = translation.stale.get(clause.id);
  if (why) return <p><span {...asWritten()}>{clause.text}</span> <StaleChip why={why} /></p>;
  return (
    <>
      <p {...wordsIn(shownIn(sheet))}>{translation.document.clauses.find(one => one.id === clause.id)?.text}</p>
      <Details summary="In English"><p {...asWritten()}>{clause.text}</p></Details>
    </>
  );
}
