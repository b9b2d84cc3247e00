/** A text as a QR code: drawn as one path, so that a page and a paper show the same. */

export interface QrDrawing {
  /** Squares on a side, without the quiet edge. */
  readonly size: number;
  /** An SVG path that fills the dark squares, one unit each. */
  readonly path: string;
}

/** Draws a text, at the level that survives a quarter of its squares being covered. */
export async function qrOf(text: string): Promise<QrDrawing> {
  // Why only now: few pages show one.
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'Q' }).modules;
  let path = '';
  for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) if (data[row * size + column]) path += `M${column} ${row}h1v1h-1z`;
  return { size, path };
}

/** The same as an SVG file. */
export const qrSvg = ({ size, path }: QrDrawing): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}"><rect x="-2" y="-2" width="${size + 4}" height="${size + 4}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
