/** The five schools answer every case that stands beside their policies. */
import test from 'node:test';
import { deepEqual, ok } from 'node:assert/strict';
import { loadRulebook, packsIn } from '../../src/packs/index.ts';
import { checkCases, readCases } from '../../src/rulebook/index.ts';

for (const pack of packsIn('policies')) {
  test(`the cases of ${pack.replace('policies/', '')} are answered as they say`, () => {
    const { rulebook, texts } = loadRulebook(pack);
    const read = texts.own.cases.map(({ file, text }) => readCases(text, file, '2026-11-20'));
    ok(read.flatMap(({ cases }) => cases).length > 30);
    deepEqual(read.flatMap(({ cases, findings }) => [...findings, ...checkCases(rulebook, cases)]), []);
  });
}
