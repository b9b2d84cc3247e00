/** Word, PDF and plain text to parts. Words come over; links, pictures and anything that could run do not. */
import type { Part } from './words.ts';

export type DocumentKind = 'docx' | 'pdf' | 'txt';

/** Reads a document. Throws with a plain sentence when the bytes are not what their name says. */
export async function readDocument(bytes: Uint8Array, kind: DocumentKind): Promise<Part[]> {
  if (kind === 'docx') return fromWord(bytes);
  if (kind === 'pdf') return partsOfLines(await pdfLines(bytes));
  return partsOfLines(decode(bytes).split(/\r\n?|\n/));
}

/** Plain text as Windows and others write it: UTF-8, UTF-16 behind its mark, or the old Western letters. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new Error('This is not a text.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function fromWord(bytes: Uint8Array): Promise<Part[]> {
  const mammoth = await import('mammoth');
  const { value: html } = await mammoth.default.convertToHtml({ buffer: Buffer.from(bytes) }).catch(() => { throw new Error('This is not a Word document (.docx).'); });
  const parts: Part[] = [];
  for (const [, tag = '', inside = ''] of html.matchAll(/<(h[1-6]|p|li)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g)) {
    const text = tidy(inside.replaceAll(/<(?:ul|ol)[\s\S]*$/g, '').replaceAll(/<br\s*\/?>/g, ' ').replaceAll(/<[^>]+>/g, '').replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!));
    if (text) parts.push({ kind: tag === 'p' ? 'paragraph' : tag === 'li' ? 'item' : 'heading', depth: tag.startsWith('h') ? Number(tag[1]) : 0, text });
  }
  return parts;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

async function pdfLines(bytes: Uint8Array): Promise<string[]> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes)).catch(() => { throw new Error('This is not a PDF, or it is locked.'); });
  const { text } = await extractText(pdf, { mergePages: false });
  const lines = text.flatMap(page => [...page.split('\n'), '']);
  if (lines.every(line => line.trim() === '')) throw new Error('There are no words in this PDF: it is a picture of a page. Scan it with text recognition first.');
  return lines;
}

/** The marks word processors put before an item, those of their own fonts (U+F0A7, U+F0B7) among them. */
const BULLET = /^\s*(?:[-*•·▪▫◦‣–—●○■□►▶➢➤❖✓✔\uF000-\uF0FF]|\(?[a-z0-9]{1,2}[.)])\s+/i;
const NUMBERED = /^\s*\d{1,2}[.)]\s+/;
/** Lines longer than this, or that end like a sentence, are no headings. */
const HEADING = { longest: 70, words: 10 };

/** Lines to parts: a blank line ends a paragraph, a bullet begins an item, a short line without a full stop is a heading. */
export function partsOfLines(lines: readonly string[]): Part[] {
  const parts: Part[] = [];
  let open: { kind: Part['kind']; text: string } | null = null;
  const close = () => {
    if (open) parts.push({ kind: open.kind, depth: 0, text: tidy(open.text) });
    open = null;
  };
  lines.forEach((line, at) => {
    const text = line.trim();
    if (text === '') return close();
    const alone = (lines[at + 1] ?? '').trim() === '' || BULLET.test(lines[at + 1] ?? '');
    if (isNumberedHeading(lines, at, alone)) {
      close();
      parts.push({ kind: 'heading', depth: 2, text: tidy(line.replace(NUMBERED, '').replace(/:\s*$/, '')) });
    } else if (BULLET.test(line)) {
      close();
      open = { kind: 'item', text: line.replace(BULLET, '') };
    } else if (!open && looksLikeHeading(text, alone)) parts.push({ kind: 'heading', depth: 2, text: tidy(text.replace(/:$/, '')) });
    else open = open ? { ...open, text: `${open.text} ${text}` } : { kind: 'paragraph', text };
  });
  close();
  return parts.filter(part => part.text !== '');
}

/** "1. Passwords" with no number right before or after it heads a section; one of several numbers is an item of a list. */
function isNumberedHeading(lines: readonly string[], at: number, alone: boolean): boolean {
  if (!NUMBERED.test(lines[at]!) || !looksLikeHeading(lines[at]!.replace(NUMBERED, '').trim(), alone)) return false;
  const [before, after] = [filledFrom(lines, at, -1), filledFrom(lines, at, 1)];
  return after !== undefined && !NUMBERED.test(after) && !NUMBERED.test(before ?? '');
}

/** The nearest line with words in it, upwards or downwards. */
function filledFrom(lines: readonly string[], at: number, step: 1 | -1): string | undefined {
  let next = at + step;
  while (lines[next]?.trim() === '') next += step;
  return lines[next];
}

const looksLikeHeading = (text: string, alone: boolean): boolean =>
  text.length <= HEADING.longest && text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length <= HEADING.words && !/[.,;?!]$/.test(text) && (alone || /^[A-Z0-9 &/'-]+$/.test(text));

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
