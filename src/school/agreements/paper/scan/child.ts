/** What the reading process does. It is sent to it as its own source together with pixels.ts, so it uses nothing else but what it imports itself. */
import { asColours, asGreys, fitOf, inkIn, inkOf, smaller, straightened, type Fit, type Grey, type Spot } from './pixels.ts';
import type { Box, Ink } from '../words.ts';

/** What the parent says: pieces of the file, then `go`; then, after each `found`, where the boxes are. */
export type Order =
  | { readonly say: 'piece'; readonly bytes: Uint8Array }
  | { readonly say: 'go'; readonly from: number; readonly codes: readonly Spot[]; readonly side: number }
  | { readonly say: 'boxes'; readonly boxes: readonly Box[]; readonly onPage: boolean };

/** What the child says. */
export type Report =
  | { readonly say: 'pages'; readonly pages: number }
  | { readonly say: 'found'; readonly number: number; readonly codes: readonly string[] }
  | { readonly say: 'read'; readonly number: number; readonly ink: readonly Ink[]; readonly off: number | null; readonly dark: number; readonly whole: Uint8Array; readonly part: Uint8Array }
  | { readonly say: 'done' }
  | { readonly say: 'fault'; readonly why: string };

/** Reads a file page by page: finds its codes, asks where the boxes of that slip are, measures them, and hands back a picture set straight. */
export async function readingProcess(): Promise<void> {
  const { readFileSync } = await import('node:fs');
  const { createRequire } = await import('node:module');
  const { readBarcodes, prepareZXingModule } = await import('zxing-wasm/reader');
  const jpeg = (await import('jpeg-js')).default;
  const [longest, perMm, quality] = [1754, 3.2, 55];
  const largestPixels = 60_000_000;
  const say = (report: Report) => new Promise<void>((resolve, reject) => { process.send!(report, (error: Error | null) => (error ? reject(error) : resolve())); });
  const waiting: ((order: Order) => void)[] = [];
  const heard: Order[] = [];
  process.on('message', (order: Order) => { const next = waiting.shift(); if (next) next(order); else heard.push(order); });
  process.on('disconnect', () => process.exit(2));
  const hear = () => new Promise<Order>(resolve => { const next = heard.shift(); if (next) resolve(next); else waiting.push(resolve); });

  try {
    const pieces: Uint8Array[] = [];
    let order = await hear();
    for (; order.say === 'piece'; order = await hear()) pieces.push(order.bytes);
    if (order.say !== 'go') return;
    const { from, codes: places, side } = order;
    const wasm = readFileSync(createRequire(`${process.cwd()}/`).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer }, fireImmediately: true });
    const pictures = await openFile(Buffer.concat(pieces));
    await say({ say: 'pages', pages: pictures.pages });
    for (let number = from; number <= pictures.pages; number++) {
      const picture = await pictures.page(number);
      const found = await codesOn(picture);
      await say({ say: 'found', number, codes: found.map(one => one.text) });
      const next = await hear();
      if (next.say !== 'boxes') return;
      await say(report(number, picture, { found, places, side, boxes: next.boxes, onPage: next.onPage }));
    }
    await say({ say: 'done' });
  } catch (error) {
    await say({ say: 'fault', why: (error as Error).message }).catch(() => {});
  }
  process.disconnect();

  /** A quick look first; a thorough one where it did not find both codes. */
  async function codesOn(picture: Grey): Promise<readonly Found[]> {
    const image = { ...asColours(picture), colorSpace: 'srgb' } as ImageData;
    const look = async (tryHarder: boolean) => (await readBarcodes(image, { formats: ['QRCode'], tryHarder, maxNumberOfSymbols: 4 })).filter(one => one.isValid && one.text.startsWith('CS-'));
    const quick = await look(false);
    return quick.length > 1 ? quick : look(true);
  }

  type Found = { readonly text: string; readonly position: { readonly topLeft: Spot; readonly topRight: Spot; readonly bottomRight: Spot; readonly bottomLeft: Spot } };

  function report(number: number, picture: Grey, of: { found: readonly Found[]; places: readonly Spot[]; side: number; boxes: readonly Box[]; onPage: boolean }): Report {
    const fit = of.onPage ? fitFrom(picture, of) : null;
    const jpegOf = (grey: Grey): Uint8Array => { const { data, width, height } = asColours(grey); return jpeg.encode({ data: data as unknown as Buffer, width, height }, quality).data; };
    const base = { say: 'read' as const, number, dark: inkOf(picture) };
    if (!fit) {
      const whole = jpegOf(smaller(picture, 1200));
      return { ...base, ink: [], off: null, whole, part: whole };
    }
    const rows = of.boxes.flatMap(box => [box.y, box.y + box.h]);
    const [top, bottom] = rows.length > 0 ? [Math.max(0, Math.min(...rows) - 12), Math.min(297, Math.max(...rows) + 4)] : [0, 297];
    return {
      ...base, ink: of.boxes.map(box => inkIn(picture, fit, box)), off: fit.off,
      whole: jpegOf(straightened(picture, fit, { perMm, from: 0, to: 297 })), part: jpegOf(straightened(picture, fit, { perMm, from: top, to: bottom })),
    };
  }

  /** Which square code is which is told by how far apart they stand and which way they face: the upper one comes first along its own upright. */
  function fitFrom(picture: Grey, { found, places, side }: { found: readonly Found[]; places: readonly Spot[]; side: number }): Fit | null {
    const corners = (place: Spot, one: Found) => [
      { mm: place, dot: one.position.topLeft }, { mm: { x: place.x + side, y: place.y }, dot: one.position.topRight },
      { mm: { x: place.x + side, y: place.y + side }, dot: one.position.bottomRight }, { mm: { x: place.x, y: place.y + side }, dot: one.position.bottomLeft },
    ];
    const same = found.filter(one => one.text === found[0]!.text).slice(0, places.length);
    if (same.length === 0) return null;
    const ways = same.length === 1 ? places.map(place => corners(place, same[0]!)) : [[same[0]!, same[1]!], [same[1]!, same[0]!]].map(pair => pair.flatMap((one, at) => corners(places[at]!, one)));
    const fits = ways.map(fitOf);
    if (same.length > 1) return fits.reduce((best, fit) => (fit.off < best.off ? fit : best));
    // With one code alone: the sheet lies within the picture, and only one of the places puts it there.
    const inside = (fit: Fit) => [{ x: 0, y: 0 }, { x: 210, y: 0 }, { x: 0, y: 297 }, { x: 210, y: 297 }].reduce((sum, mm) => {
      const [x, y] = [fit.a * mm.x - fit.b * mm.y + fit.x, fit.b * mm.x + fit.a * mm.y + fit.y];
      return sum + Math.max(0, -x, x - picture.width) + Math.max(0, -y, y - picture.height);
    }, 0);
    return fits.reduce((best, fit) => (inside(fit) < inside(best) ? fit : best));
  }

  async function openFile(bytes: Buffer): Promise<{ pages: number; page: (number: number) => Promise<Grey> }> {
    if (bytes.subarray(0, 1024).includes('%PDF-')) {
      const { PDFiumLibrary } = await import('@hyzyla/pdfium');
      const document = await (await PDFiumLibrary.init()).loadDocument(bytes);
      return {
        pages: document.getPageCount(),
        page: async number => {
          const one = document.getPage(number - 1);
          const { originalWidth, originalHeight } = one.getOriginalSize();
          return asGreys(await one.render({ scale: longest / Math.max(originalWidth, originalHeight), render: 'bitmap' }));
        },
      };
    }
    if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) {
      const { PNG } = await import('pngjs');
      // Why before it is unpacked (ISO 15948, 11.2.2): a few bytes can say that they are a picture of gigabytes.
      if (bytes.length < 24 || bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > largestPixels) throw new Error('This picture is too large to be a page.');
      return { pages: 1, page: async () => smaller(asGreys(PNG.sync.read(bytes)), longest) };
    }
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return { pages: 1, page: async () => smaller(asGreys(jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: largestPixels / 1e6, maxMemoryUsageInMB: 700 })), longest) };
    throw new Error('This is no PDF, PNG or JPEG file.');
  }
}
