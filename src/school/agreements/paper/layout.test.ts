import { equal, ok, throws } from 'node:assert/strict';
import test from 'node:test';
import { CODES, CODE_SIDE, layoutOf } from './layout.ts';
import type { SlipPart } from './words.ts';

const part = (capacity: 'self' | 'guardian', accepts: number, asks = 0, signers = 1): SlipPart => ({
  capacity, heading: 'For a parent or carer', statement: 'I have read these rules and I will keep to them.', printedName: null, optional: false, textHash: '0'.repeat(64),
  accepts: Array.from({ length: accepts }, (_, at) => ({ clause: `c${at}`, words: 'You help your child to choose well what to look at and what to share with other people.' })),
  asks: Array.from({ length: asks }, (_, at) => ({ clause: 'a', act: 'permit-internet-email', about: `facility=${at}`, words: 'My child may use this at school' })),
  signers: Array.from({ length: signers }, (_, at) => ({ id: `p${at}`, name: `Parent ${at}` })),
});

test('no two boxes of a slip touch, and none touches a square code or the edge of the sheet', () => {
  const { boxes } = layoutOf({ parts: [part('self', 2), part('guardian', 4, 2, 3)] });
  const squares = CODES.map((at, n) => ({ id: `code ${n}`, ...at, w: CODE_SIDE, h: CODE_SIDE }));
  const all = [...boxes, ...squares];
  for (const one of all) ok(one.x >= 10 && one.y >= 10 && one.x + one.w <= 200 && one.y + one.h <= 287, one.id);
  for (const [at, one] of all.entries()) for (const other of all.slice(at + 1)) ok(one.x + one.w <= other.x || other.x + other.w <= one.x || one.y + one.h <= other.y || other.y + other.h <= one.y, `${one.id} and ${other.id}`);
  equal(new Set(boxes.map(box => box.id)).size, boxes.length);
});

test('each part has its own place for signature, name and date', () => {
  const ids = layoutOf({ parts: [part('self', 0), part('guardian', 1, 1)] }).boxes.map(box => box.id);
  for (const id of ['self.sign', 'self.name', 'self.date', 'guardian.tick.0', 'guardian.ask.0.yes', 'guardian.ask.0.no', 'guardian.sign', 'guardian.name', 'guardian.date']) ok(ids.includes(id), id);
});

test('a policy with very many statements is set smaller, and one with too many is refused in plain words', () => {
  ok(layoutOf({ parts: [part('guardian', 14)] }).texts.some(text => text.size < 10));
  throws(() => layoutOf({ parts: [part('guardian', 60)] }), /do not fit on one sheet/);
});
