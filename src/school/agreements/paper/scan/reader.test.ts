import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import test, { describe, before } from 'node:test';
import { PNG } from 'pngjs';
import { asColours, type Grey } from './pixels.ts';
import { jpegOf, lot, pdfOf, printed, scanned, sign, tear, tick, cross } from '../../../../../tests/support/paper.ts';
import { newCode, payloadOf } from '../codes.ts';
import { readParts } from '../decisions.ts';
import { layoutOf } from '../layout.ts';
import { slipsPdf } from '../slip-pdf.ts';
import type { SlipContent, SlipPart } from '../words.ts';
import { readScan, Unreadable, type PageRead } from './reader.ts';

const SCHOOL = { id: 'a-school', slug: 'a-school', name: 'A school', pack: 'a-school' };
const part = (capacity: 'self' | 'guardian', more: Partial<SlipPart> = {}): SlipPart => ({
  capacity, heading: 'Sign here', statement: 'I have read these rules and I will keep to them.', accepts: [], asks: [], signers: [{ id: 'one', name: 'Ada One' }], printedName: null, optional: false, textHash: 'ab'.repeat(32), ...more,
});
const content: SlipContent = {
  title: 'Rules for computers', edition: 1, name: 'Kit Tester', form: 'Year 8, 8A', fresh: [], returnTo: 'the school office', due: '2026-11-30',
  parts: [part('self'), part('guardian', {
    accepts: [{ clause: 'a', words: 'You help your child to keep these rules.' }, { clause: 'b', words: 'You set the standard at home.' }], asks: [{ clause: 'c', act: 'permit-internet-email', about: 'facility=email', words: 'E-mail' }],
    signers: [{ id: 'one', name: 'Ada One' }, { id: 'two', name: 'Ben Two' }],
  })],
};
const { boxes } = layoutOf(content);
const code = newCode();

async function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

async function readAll(bytes: Uint8Array, from = 1): Promise<PageRead[]> {
  const read: PageRead[] = [];
  await readScan({ pieces: pieces(bytes), from, boxesOf: async () => boxes, onPages: async () => {}, onPage: async page => { read.push(page); } });
  return read;
}

describe('a scan is read', () => {
  let sheet: Grey;
  const copy = (): Grey => ({ ...sheet, data: sheet.data.slice() });
  const pageOf = (grey: Grey) => ({ jpeg: jpegOf(grey), width: grey.width, height: grey.height });
  before(async () => { [sheet] = await printed(await slipsPdf({ school: SCHOOL, title: 'Slips', slips: [{ code, content }] })) as [Grey]; });

  const filled = (): Grey => {
    const grey = copy();
    for (const id of ['self.sign', 'guardian.sign']) sign(grey, boxes, id);
    for (const id of ['guardian.tick.0', 'guardian.tick.1', 'guardian.ask.0.yes', 'guardian.who.two']) tick(grey, boxes, id);
    return grey;
  };

  test('a slip is read whichever way it lies on the scanner', async () => {
    const turns = [0.6, -1.4, 90, 181, 268.7];
    const pages = await readAll(pdfOf(turns.map((turn, n) => pageOf(scanned(filled(), { turn, draw: lot(n + 1) })))));
    equal(pages.length, turns.length);
    for (const [n, page] of pages.entries()) {
      deepEqual([...new Set(page.codes)], [payloadOf({ school: SCHOOL.id, code, page: 1 })], `turned by ${turns[n]}`);
      ok(page.off !== null && page.off < 0.6, `off by ${page.off} at ${turns[n]}`);
      deepEqual(readParts(content.parts, page.ink), [
        { capacity: 'self', signature: 'marked', accepts: [], answers: [], signer: 'one' },
        { capacity: 'guardian', signature: 'marked', accepts: ['marked', 'marked'], answers: ['yes'], signer: 'two' },
      ], `turned by ${turns[n]}`);
    }
  });

  test('an empty slip is empty, and a cross is no tick', async () => {
    const crossed = filled();
    tear(crossed, boxes.find(box => box.id === 'guardian.tick.0')!);
    cross(crossed, boxes, 'guardian.tick.0');
    const [empty, second] = await readAll(pdfOf([pageOf(scanned(copy(), { turn: 1.1, draw: lot(7) })), pageOf(scanned(crossed, { turn: -0.8, draw: lot(8) }))]));
    deepEqual(readParts(content.parts, empty!.ink).map(one => [one.signature, one.accepts, one.answers]), [['empty', [], []], ['empty', ['empty', 'empty'], ['none']]]);
    deepEqual(readParts(content.parts, second!.ink)[1]!.accepts, ['crossed', 'marked']);
  });

  test('with one square code torn off, the other one is enough; with both, the page is kept as it came', async () => {
    const one = filled();
    tear(one, { x: 165, y: 8, w: 45, h: 40 });
    const none = filled();
    tear(none, { x: 165, y: 8, w: 45, h: 40 });
    tear(none, { x: 0, y: 257, w: 42, h: 40 });
    const [first, second] = await readAll(pdfOf([pageOf(scanned(one, { turn: 179, draw: lot(3) })), pageOf(scanned(none, { turn: 1, draw: lot(4) }))]));
    equal(readParts(content.parts, first!.ink)[1]!.signature, 'marked');
    deepEqual(readParts(content.parts, first!.ink)[1]!.accepts, ['marked', 'marked']);
    deepEqual([second!.codes, second!.off, second!.ink], [[], null, []]);
    ok(second!.whole.length > 5_000 && second!.dark > 0.002);
  });

  test('pictures in PNG and JPEG are read too, and a reading goes on where it stopped', async () => {
    const grey = scanned(filled(), { turn: 0.5, draw: lot(5) });
    const { data, width, height } = asColours(grey);
    const png = new PNG({ width, height });
    png.data = Buffer.from(data.buffer);
    for (const bytes of [PNG.sync.write(png), jpegOf(grey)]) equal((await readAll(bytes))[0]!.codes.length, 2);
    const pdf = pdfOf([grey, grey, grey].map(pageOf));
    deepEqual((await readAll(pdf, 3)).map(page => page.number), [3]);
  });

  test('what is no scan is said to be none', async () => {
    await rejects(readAll(Buffer.from('hello')), (error: Error) => error instanceof Unreadable && /no PDF, PNG or JPEG/.test(error.message));
    await rejects(readAll(Buffer.from('%PDF-1.4 broken')), Unreadable);
    match(payloadOf({ school: SCHOOL.id, code, page: 1 }), /^CS-/);
  });
});
