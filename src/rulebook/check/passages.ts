/**
 * A text as passages: headings, paragraphs, list items and form lines, each knowing where every letter of it stands.
 * One reading for both: the Markdown of a policy (its rule lines and clause ids left out) and a plain text on its way in.
 */
import type { Place } from '../words.ts';

export interface Passage {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'form' | 'contents' | 'row';
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  /** Blanks before its first line. */
  readonly indent: number;
  readonly at: (offset: number) => Place;
}

export interface Sentence {
  readonly text: string;
  /** Where it begins in its passage. */
  readonly offset: number;
}

interface Line {
  readonly text: string;
  readonly number: number;
  readonly column: number;
  readonly indent: number;
  readonly mark: '' | 'bullet' | 'number' | 'hash';
}

const MARK = /^(?:(#{1,6})\s+|([-–—*+•●▪◦‣➢➤►✓✔❖■□o·]\s+(?:o\s+)?)|(\d{1,2}(?:\.\d{1,2})+[.)]?\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s+|\d{1,2}[.)](?=\p{Lu}))(?=\S))/u;
const RULE_LINE = /^\s*(?:::|:::+\s*(?:meanwhile.*)?$)/;
const MARKUP = /<\/?(?:u|b|i|em|strong|span|br|p|a|sup|sub)\b[^>]{0,200}>|\*+|`|\{#[^}]*\}|\]\((?:[^()\s]*)\)|!?\[(?=[^\]]*\]\()|^>\s?/gi;

/** Takes a text apart. `from` is the line (from 1) where it begins; front matter before it is passed over. */
export function passagesOf(text: string, file: string): readonly Passage[] {
  const rows = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const passages: Passage[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(toPassage(open, file));
    open = [];
  };
  for (let index = bodyStart(rows); index < rows.length; index += 1) {
    const row = rows[index]!;
    if (row.trim() === '' || RULE_LINE.test(row)) {
      close();
      continue;
    }
    const line = toLine(row, index + 1);
    if (line.mark !== '' || startsAnew(open, line)) close();
    open.push(line);
    if (line.mark === 'hash') close();
  }
  close();
  return passages;
}

/** The first row after the YAML at the head. */
function bodyStart(rows: readonly string[]): number {
  if (rows[0]?.trim() !== '---') return 0;
  const end = rows.findIndex((row, index) => index > 0 && row.trim() === '---');
  return end < 0 ? 0 : end + 1;
}

function toLine(row: string, number: number): Line {
  const indent = row.length - row.trimStart().length;
  const rest = row.slice(indent);
  const found = MARK.exec(rest);
  const skipped = found?.[0].length ?? 0;
  const mark = !found ? '' : found[1] ? 'hash' : found[2] ? 'bullet' : 'number';
  return { text: rest.slice(skipped).trimEnd(), number, column: indent + skipped + 1, indent, mark };
}

/** A form line, or one that looks like a line of a table, never runs on into the next. */
function startsAnew(open: readonly Line[], line: Line): boolean {
  const last = open.at(-1);
  if (!last) return false;
  return [line.text, last.text].some((text) => isFormLine(text) || isContents(text) || isRow(text));
}

function toPassage(lines: readonly Line[], file: string): Passage {
  const first = lines[0]!;
  const pieces: { offset: number; line: number; column: number }[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += ' ';
    for (const { from, part } of withoutMarkup(line.text)) {
      pieces.push({ offset: text.length, line: line.number, column: line.column + from });
      text += part;
    }
  }
  const at = (offset: number): Place => {
    let piece = pieces[0];
    for (const one of pieces) if (one.offset <= offset) piece = one;
    return { file, line: piece?.line ?? first.number, column: piece ? piece.column + Math.max(0, offset - piece.offset) : first.column };
  };
  return { kind: kindOf(lines, text), text, line: first.number, lastLine: lines.at(-1)!.number, indent: first.indent, at };
}

/** The words of a line with the columns (from 0) where they begin. */
function withoutMarkup(line: string): { from: number; part: string }[] {
  if (!/[*`<>{[]/.test(line)) return [{ from: 0, part: line }];
  const parts: { from: number; part: string }[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKUP)) {
    if (found.index > from) parts.push({ from, part: line.slice(from, found.index) });
    from = found.index + found[0].length;
  }
  if (from < line.length) parts.push({ from, part: line.slice(from) });
  const last = parts.at(-1);
  return last ? [...parts.slice(0, -1), { from: last.from, part: last.part.trimEnd() }] : [];
}

function kindOf(lines: readonly Line[], text: string): Passage['kind'] {
  const { mark } = lines[0]!;
  if (mark === 'hash') return 'heading';
  if (isFormLine(text)) return 'form';
  if (isContents(text)) return 'contents';
  if (isRow(text)) return 'row';
  const words = text.split(/\s+/).length;
  const isTitle = lines.length === 1 && words <= 10 && /^[\p{Lu}\d'"‘“]/u.test(text) && !/[.;,!]$/.test(text);
  if (isTitle && mark !== 'bullet') return 'heading';
  return mark === '' ? 'paragraph' : 'item';
}

const LABELS = new Set(('name names named signed signature signatures sign date dated form class year group print printed position role job title witness tutor initials '
  + 'pupil pupils student students child childs parent parents guardian carer carers staff teacher member of the s and or block capitals full first last school '
  + 'governor visitor volunteer employee user on behalf in by please tel telephone email address headteacher manager line contact').split(' '));

/** `Name: ____  Date: ____`: labels with room beside them. */
export function isFormLine(text: string): boolean {
  const plain = text.replace(/[*_.…\t|]+/g, ' ');
  const words = plain.match(/[A-Za-z]+/g) ?? [];
  const hasRoom = /_{3,}|\.{4,}|…{2,}|\t/.test(text) || /:\s*($|[A-Z])/.test(text.replace(/\*/g, ''));
  if (words.length === 0) return /_{3,}|\.{4,}/.test(text);
  if (!hasRoom || words.length > 16) return false;
  const labels = words.filter((word) => LABELS.has(word.toLowerCase())).length;
  return labels / words.length >= 0.75 && /name|sign|date|print|form\b|class/i.test(plain);
}

/** A line of a table of contents: words, dots or a tab, a page number. */
function isContents(text: string): boolean {
  return /(?:\.{3,}|…|\t)\s*\d{1,3}$/.test(text);
}

/** A row of a table: cells between bars or tabs. */
function isRow(text: string): boolean {
  return /^\|.*\|$/.test(text) || /\S\t+\S.*\t/.test(text);
}

/** The cells of a row, with where each begins. */
export function cellsOf(text: string): readonly { readonly text: string; readonly offset: number }[] {
  return [...text.replace(/^\|/, ' ').matchAll(/[^|\t]+/g)].map((found) => ({ text: found[0].trim(), offset: found.index }));
}

const SHORTENED = /(?:^|[\s(])(?:e\.g|i\.e|eg|ie|etc|approx|vs|no|nb|n\.b|mr|mrs|ms|dr|st|rev|[A-Z])$/i;

/** The sentences of a text, with their offsets. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const found of text.matchAll(/[.!?]+["'”’)\]]*(?=\s|$)/g)) {
    const end = found.index + found[0].length;
    const isWhole = end === text.length || (!SHORTENED.test(text.slice(Math.max(0, found.index - 8), found.index)) && /^\s+["'“‘([]*[\p{Lu}\d]/u.test(text.slice(end, end + 6)));
    if (!isWhole) continue;
    push(sentences, text, from, end);
    from = end;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

function push(sentences: Sentence[], text: string, from: number, end: number): void {
  const part = text.slice(from, end);
  const blanks = part.length - part.trimStart().length;
  if (part.trim() !== '') sentences.push({ text: part.trim(), offset: from + blanks });
}
