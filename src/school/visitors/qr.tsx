/** A code that a camera reads, drawn on the server. */
import type { VNode } from 'preact';

const QUIET = 4;

/** Draws a text as a QR code with its quiet zone. The words beside it say what it opens. */
export async function drawQr(text: string, label: string): Promise<VNode> {
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data.keys()].filter(at => data[at]).map(at => `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`).join('');
  const side = size + 2 * QUIET;
  return <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges"><rect width={side} height={side} fill="#fff" /><path d={dark} fill="#16233d" /></svg>;
}
