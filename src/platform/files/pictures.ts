/** Takes out of a picture what a camera writes beside it: place, time, device, thumbnail. The picture itself is not touched. Pure. */

/** The notes that a picture needs to look right, by how each begins: its shape, its colours. Others of the same marker may hold a smaller picture, or anything. */
const JPEG_KEPT: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };
const SOI = 0xd8, EOI = 0xd9, SOS = 0xda, APP1 = 0xe1, COM = 0xfe;

/** A JPEG without its notes; which way up it is stays. Null where it is broken. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 4 || view[0] !== 0xff || view[1] !== SOI) return null;
  const kept: Uint8Array[] = [view.subarray(0, 2)];
  let turned = 1;
  let at = 2;
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return null;
    const marker = view[at + 1]!;
    if (marker === 0xff) { at++; continue; }
    if (marker === EOI) { kept.push(view.subarray(at, at + 2)); return joined(kept, turned); }
    const end = at + 2 + view.readUInt16BE(at + 2);
    if (end > view.length) return null;
    if (marker === APP1) turned = orientationIn(view.subarray(at + 4, end)) ?? turned;
    const note = marker === COM || (marker >= 0xe0 && marker <= 0xef && !isNeeded(marker, view.subarray(at + 4, end)));
    const stop = marker === SOS ? endOfScan(view, end) : end;
    if (!note) kept.push(view.subarray(at, stop));
    at = stop;
  }
  // Why two bytes are enough here: the last marker has no length.
  if (at + 2 <= view.length && view[at] === 0xff && view[at + 1] === EOI) { kept.push(view.subarray(at, at + 2)); return joined(kept, turned); }
  return null;
}

const isNeeded = (marker: number, body: Buffer): boolean => { const begins = JPEG_KEPT[marker]; return begins !== undefined && body.subarray(0, begins.length).toString('latin1') === begins; };

/** Where the coded picture ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(view: Buffer, from: number): number {
  for (let at = from; at + 1 < view.length; at++) {
    if (view[at] === 0xff && view[at + 1] !== 0 && !(view[at + 1]! >= 0xd0 && view[at + 1]! <= 0xd7)) return at;
  }
  return view.length;
}

/** Which way up: tag 0x0112 of the first directory (TIFF 6.0, Exif 2.3). */
function orientationIn(body: Buffer): number | null {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0' || body.length < 20) return null;
  const tiff = body.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < short(first); n++) {
    const entry = first + 2 + n * 12;
    if (short(entry) === 0x0112) { const value = short(entry + 8); return value >= 1 && value <= 8 ? value : null; }
  }
  return null;
}

/** Puts the picture together, with a note of its own that says only which way up it is. */
function joined([start, ...rest]: Uint8Array[], turned: number): Uint8Array {
  const up = Buffer.from([0xff, APP1, 0, 34, ...Buffer.from('Exif\0\0', 'latin1'), 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat(turned === 1 ? [start!, ...rest] : [start!, up, ...rest]);
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_KEPT: readonly string[] = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB', 'iCCP', 'cHRM', 'pHYs', 'bKGD', 'sBIT'];

/** A PNG without its notes. Null where it is broken. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.subarray(0, 8).equals(PNG_HEAD)) return null;
  const kept: Uint8Array[] = [PNG_HEAD];
  for (let at = 8; at + 12 <= view.length;) {
    const end = at + 12 + view.readUInt32BE(at);
    if (end > view.length) return null;
    const name = view.subarray(at + 4, at + 8).toString('latin1');
    if (PNG_KEPT.includes(name)) kept.push(view.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}
