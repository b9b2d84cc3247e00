/** Where everything stands on a slip, in millimetres: the same numbers print it and read it. */
import { say } from '../../../platform/languages/index.ts';
import type { Box, SlipContent, SlipPart } from './words.ts';

/** The side of a square code and the corners of the sheet's two: one alone is enough to find every box. */
export const CODE_SIDE = 22;
export const CODES = [{ x: 172, y: 14 }, { x: 16, y: 261 }] as const;
const LEFT = 16;
const WIDTH = 178;
const TOP = 46;
const BOTTOM = 255;
const TICK = 5;

/** Words at a place. `w` is how wide they may run. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly size: number;
  readonly weight: 'regular' | 'bold';
  readonly look: 'plain' | 'heading' | 'policy' | 'label';
  readonly words: string;
}

export interface Layout {
  readonly texts: readonly Placed[];
  readonly boxes: readonly Box[];
}

/** Tighter and tighter, until it fits on one sheet. */
const SIZES = [1, 0.9, 0.8, 0.72];

/** Lays the signed page out. Throws when a policy asks so many things that they do not fit on one sheet. */
export function layoutOf(content: Pick<SlipContent, 'parts'>): Layout {
  for (const scale of SIZES) {
    const laid = layAt(content.parts, scale);
    if (laid.bottom <= BOTTOM) return laid;
  }
  throw new Error('the statements of this policy do not fit on one sheet of paper');
}

function layAt(parts: readonly SlipPart[], scale: number): Layout & { bottom: number } {
  const desk = deskOf(scale);
  for (const part of parts) layPart(desk, part);
  return { texts: desk.texts, boxes: desk.boxes, bottom: desk.y() };
}

type Desk = ReturnType<typeof deskOf>;

function deskOf(scale: number) {
  const texts: Placed[] = [];
  const boxes: Box[] = [];
  let y = TOP;
  /** How high words stand: an average letter is a little over half as wide as it is high. */
  const heightOf = (words: string, size: number, w: number) => Math.max(1, Math.ceil((words.length * size * 0.187) / w)) * size * 0.47;
  return {
    texts, boxes, y: () => y, scale,
    skip: (mm: number) => { y += mm * scale; },
    write: (words: string, more: Partial<Omit<Placed, 'words'>> = {}): number => {
      const placed: Placed = { x: LEFT, y, w: WIDTH, weight: 'regular', look: 'plain', ...more, size: (more.size ?? 10.5) * scale, words };
      texts.push(placed);
      return heightOf(words, placed.size, placed.w);
    },
    box: (id: string, x: number, w: number, h: number) => { boxes.push({ id, x, y, w, h }); },
  };
}

function layPart(desk: Desk, part: SlipPart): void {
  const key = part.capacity;
  desk.skip(3);
  desk.skip(desk.write(part.heading, { size: 12.5, weight: 'bold', look: 'heading' }) / desk.scale + 2);
  if (part.said) desk.skip(desk.write(part.said, { look: 'policy', size: 11 }) / desk.scale + 1);
  desk.skip(desk.write(part.statement, { look: part.said ? 'label' : 'policy', size: part.said ? 9.5 : 11 }) / desk.scale + 2);
  part.accepts.forEach(({ words }, at) => beside(desk, `${key}.tick.${at}`, words));
  part.asks.forEach(({ words }, at) => {
    const height = desk.write(words, { look: 'policy', w: WIDTH - 46 });
    for (const [answer, x] of [['yes', 152], ['no', 176]] as const) {
      desk.box(`${key}.ask.${at}.${answer}`, x, TICK, TICK);
      desk.write(answer === 'yes' ? say('Yes') : say('No'), { x: x + TICK + 2, y: desk.y() + 0.6, w: 12 });
    }
    desk.skip(Math.max(height, TICK) / desk.scale + 2);
  });
  if (part.signers.length > 1) {
    desk.skip(desk.write('Who signs? Tick one name.', { look: 'label' }) / desk.scale + 1);
    for (const signer of part.signers) beside(desk, `${key}.who.${signer.id}`, signer.name);
  }
  signatureRow(desk, part);
}

/** A box to tick with its words beside it. */
function beside(desk: Desk, id: string, words: string): void {
  desk.box(id, LEFT, TICK, TICK);
  const height = desk.write(words, { x: LEFT + TICK + 3, w: WIDTH - TICK - 3, look: 'policy' });
  desk.skip(Math.max(height, TICK) / desk.scale + 2);
}

/** Signature, name and date: the fields of every slip. */
function signatureRow(desk: Desk, part: SlipPart): void {
  const key = part.capacity;
  desk.skip(2);
  desk.write(part.optional ? 'Signature or mark (may be left empty)' : say('Signature'), { look: 'label', w: 90, size: 9 });
  desk.write('Name in capitals', { x: 106, look: 'label', w: 56, size: 9 });
  desk.write(say('Date'), { x: 166, look: 'label', w: 28, size: 9 });
  desk.skip(5);
  desk.box(`${key}.sign`, LEFT, 86, 16);
  desk.box(`${key}.name`, 106, 56, 16);
  desk.box(`${key}.date`, 166, 28, 16);
  if (part.printedName) desk.write(part.printedName, { x: 108, y: desk.y() + 5, w: 52, size: 9.5 });
  desk.skip(16 / desk.scale + 3);
}
