/** Slips as they come back: printed, written on, laid crookedly on a dusty scanner. */
import jpeg from 'jpeg-js';
import { asColours, asGreys, type Grey } from '../../src/school/agreements/paper/scan/pixels.ts';
import type { Box } from '../../src/school/agreements/paper/words.ts';

const PER_MM = 150 / 25.4;

/** A number drawn by lot, the same each time for the same beginning. */
export function lot(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The sheets of a PDF as a printer lays them down, 150 dots an inch. */
export async function printed(pdf: Uint8Array): Promise<Grey[]> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const sheets: Grey[] = [];
  for (const page of document.pages()) sheets.push(asGreys(await page.render({ scale: 150 / 72, render: 'bitmap' })));
  document.destroy();
  library.destroy();
  return sheets;
}

function dot(sheet: Grey, x: number, y: number, size = 2): void {
  for (let v = -size; v <= size; v++) for (let u = -size; u <= size; u++) {
    const [px, py] = [Math.round(x * PER_MM) + u, Math.round(y * PER_MM) + v];
    if (u * u + v * v <= size * size && px >= 0 && py >= 0 && px < sheet.width && py < sheet.height) sheet.data[py * sheet.width + px] = 55;
  }
}

function line(sheet: Grey, from: readonly [number, number], to: readonly [number, number], size = 1): void {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) * PER_MM);
  for (let at = 0; at <= steps; at++) dot(sheet, from[0] + ((to[0] - from[0]) * at) / steps, from[1] + ((to[1] - from[1]) * at) / steps, size);
}

const boxOf = (boxes: readonly Box[], id: string): Box => {
  const found = boxes.find(box => box.id === id);
  if (!found) throw new Error(`the slip has no box "${id}"`);
  return found;
};

/** A signature: loops from left to right. */
export function sign(sheet: Grey, boxes: readonly Box[], id: string): void {
  const box = boxOf(boxes, id);
  for (let t = 0; t < 1; t += 0.0006) dot(sheet, box.x + 6 + t * (box.w * 0.6), box.y + box.h / 2 + Math.sin(t * 40) * 4.2 * (1 - t * 0.4), 1);
}

export function tick(sheet: Grey, boxes: readonly Box[], id: string): void {
  const { x, y, w, h } = boxOf(boxes, id);
  line(sheet, [x + w * 0.12, y + h * 0.5], [x + w * 0.4, y + h * 0.85]);
  line(sheet, [x + w * 0.4, y + h * 0.85], [x + w * 1.1, y - h * 0.1]);
}

export function cross(sheet: Grey, boxes: readonly Box[], id: string): void {
  const { x, y, w, h } = boxOf(boxes, id);
  line(sheet, [x + 0.5, y + 0.5], [x + w - 0.5, y + h - 0.5]);
  line(sheet, [x + w - 0.5, y + 0.5], [x + 0.5, y + h - 0.5]);
}

/** Paper gone: what was there is white. */
export function tear(sheet: Grey, at: { x: number; y: number; w: number; h: number }): void {
  for (let y = Math.max(0, Math.round(at.y * PER_MM)); y < Math.min(sheet.height, (at.y + at.h) * PER_MM); y++) {
    for (let x = Math.max(0, Math.round(at.x * PER_MM)); x < Math.min(sheet.width, (at.x + at.w) * PER_MM); x++) sheet.data[y * sheet.width + x] = 250;
  }
}

/** As the scanner sees it: turned by so many degrees, moved, greyish, with noise and dust. */
export function scanned(sheet: Grey, of: { turn: number; draw: () => number }): Grey {
  const quarter = Math.round(of.turn / 90) % 2 !== 0;
  const [width, height] = quarter ? [sheet.height, sheet.width] : [sheet.width, sheet.height];
  const data = new Uint8Array(width * height);
  const [sin, cos] = [Math.sin((of.turn * Math.PI) / 180), Math.cos((of.turn * Math.PI) / 180)];
  const [dx, dy] = [(of.draw() - 0.5) * 16, (of.draw() - 0.5) * 16];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x - width / 2 - dx, y - height / 2 - dy];
      const [sx, sy] = [Math.round(cos * u + sin * v + sheet.width / 2), Math.round(-sin * u + cos * v + sheet.height / 2)];
      const grey = sx < 0 || sy < 0 || sx >= sheet.width || sy >= sheet.height ? 235 : sheet.data[sy * sheet.width + sx]!;
      const dust = of.draw() < 0.0008 ? -120 : 0;
      data[y * width + x] = Math.max(0, Math.min(255, grey * 0.92 + 8 + (of.draw() - 0.5) * 24 + dust));
    }
  }
  return { width, height, data };
}

export const jpegOf = (sheet: Grey, quality = 70): Uint8Array => {
  const { data, width, height } = asColours(sheet);
  return new Uint8Array(jpeg.encode({ data: data as unknown as Buffer, width, height }, quality).data);
};

/** A PDF of pictures, as scanners make it. */
export function pdfOf(pictures: readonly { jpeg: Uint8Array; width: number; height: number }[]): Uint8Array {
  const objects: Buffer[] = [];
  const add = (head: string, body?: Uint8Array) => objects.push(Buffer.concat([Buffer.from(`${objects.length + 1} 0 obj\n${head}\n`), ...(body ? [Buffer.from('stream\n'), body, Buffer.from('\nendstream\n')] : []), Buffer.from('endobj\n')]));
  const pageNumber = (n: number) => 3 + n * 3;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pictures.length} /Kids [${pictures.map((_, n) => `${pageNumber(n)} 0 R`).join(' ')}] >>`);
  for (const [n, { jpeg: bytes, width, height }] of pictures.entries()) {
    const [w, h] = [(width * 72) / 150, (height * 72) / 150];
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w.toFixed(2)} ${h.toFixed(2)}] /Resources << /XObject << /P ${pageNumber(n) + 2} 0 R >> >> /Contents ${pageNumber(n) + 1} 0 R >>`);
    const draw = Buffer.from(`q ${w.toFixed(2)} 0 0 ${h.toFixed(2)} 0 0 cm /P Do Q`);
    add(`<< /Length ${draw.length} >>`, draw);
    add(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>`, bytes);
  }
  const head = Buffer.from('%PDF-1.4\n');
  let at = head.length;
  const starts = objects.map(object => { const start = at; at += object.length; return start; });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([head, ...objects, Buffer.from(table)]);
}
