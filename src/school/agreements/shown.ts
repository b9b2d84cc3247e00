/** What was shown is what is signed: the exact words put before a signer, as one text with one hash. */
import { sha256 } from '../../platform/ids.ts';
import type { Block, Inline, Policy } from '../../rulebook/index.ts';
import { statementFor } from './decisions.ts';
import type { Capacity, Sheet, SheetTranslation } from './words.ts';

/** The sheet for a signer: the whole document, or the clauses asked about alone. */
export function sheetOf(edition: { id: string; number: number; document: Policy }, ask: { capacity: Capacity; clauses: readonly string[] }): Sheet {
  const { document } = edition;
  const whole = ask.clauses.length === 0;
  const clauses = whole ? document.clauses : document.clauses.filter(clause => ask.clauses.includes(clause.id));
  const statement = statementFor(document, { capacity: ask.capacity, whole });
  const sheet = { policy: document.id, title: document.front.title, editionId: edition.id, edition: edition.number, document, whole, clauses, statement };
  return { ...sheet, hash: hashOf(textOf(sheet)) };
}

/** The seal of a text: SHA-256 in hexadecimal. */
export const hashOf = (text: string): string => sha256(text);

/** The sheet in another language, its English behind it; both are in the hash. */
export function translatedSheet(sheet: Sheet, translation: SheetTranslation): Sheet {
  const said = { ...sheet, translation };
  return { ...said, hash: hashOf(textOf(said)) };
}

/** Every word of a sheet, in reading order: title, edition, rules, statement. A translation stands first, and the English it was made from after it. */
export function textOf({ translation, ...sheet }: Omit<Sheet, 'hash'>): string {
  if (!translation) return wordsIn(sheet);
  const { document, statement, language, edition, hash, stale } = translation;
  const marked = { ...document, clauses: document.clauses.map(clause => (stale.has(clause.id) ? { ...clause, number: `${clause.number} (in English: ${stale.get(clause.id)} since the translation)` } : clause)) };
  const shown = wordsIn({ ...sheet, title: document.front.title, document: marked, clauses: marked.clauses.filter(clause => sheet.clauses.some(one => one.id === clause.id)), statement });
  return [shown, `Above: a translation (${language}) made for edition ${edition}, SHA-256 ${hash}. Below: the English text, which decides.`, wordsIn(sheet)].join('\n');
}

function wordsIn(sheet: Omit<Sheet, 'hash' | 'translation'>): string {
  const numbers = new Map(sheet.document.clauses.map(clause => [clause.id, clause.number]));
  const body = sheet.whole ? sheet.document.body.flatMap(block => linesOf(block, numbers)) : sheet.clauses.map(clause => `${clause.number} ${clause.text}`);
  return [sheet.title, `Edition ${sheet.edition}`, ...body, sheet.statement].join('\n');
}

function linesOf(block: Block, numbers: ReadonlyMap<string, string>): string[] {
  const numbered = (clause: string | undefined, text: string) => (clause ? `${numbers.get(clause) ?? ''} ${text}` : text);
  switch (block.kind) {
    case 'heading': return [`${block.number} ${wordsOf(block.children)}`.trim()];
    case 'paragraph': return [numbered(block.clause, wordsOf(block.children))];
    case 'list': return block.items.map(item => numbered(item.clause, item.children.flatMap(child => linesOf(child, numbers)).join('\n')));
    case 'quote': return block.children.flatMap(child => linesOf(child, numbers));
    case 'table': return [block.head, ...block.rows].map(row => row.map(wordsOf).join(' | '));
    case 'meanwhile': return [`For a time: ${block.from ?? ''} to ${block.until ?? ''}`, ...block.children.flatMap(child => linesOf(child, numbers))];
  }
}

function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map(inline => {
    switch (inline.kind) {
      case 'text': case 'code': return inline.text;
      case 'break': return '\n';
      default: return wordsOf(inline.children);
    }
  }).join('');
}
