import { deepEqual, equal, match } from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { sql } from '../../src/platform/database/index.ts';
import { printOf, slipsIn } from '../../src/school/agreements/paper/reads.ts';
import { at, CODE, textOf, theFamily } from '../support/family.ts';
import { jpegOf, lot, pdfOf, printed, scanned, sign, tick } from '../support/paper.ts';
import { IN_WELSH, inWelsh } from '../support/translated.ts';
import { journey } from './with-browser.ts';

test('a slip is printed in the language of the home with the English beside it, and what comes back is kept as signed in that language', () => journey({ pack: 'prep-school' }, async ({ school, window }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slips-in-welsh-'));
  try {
    const { child, mum } = await theFamily(school);
    await inWelsh(school, CODE, 'Cod TGCh yr ysgol ganol');
    await (await school.asPerson(mum.id)).post(`${at}/language`, { language: 'cy' });
    const office = await school.as('office');
    const print = (await office.post(`${at}/agreements/paper/print`, { policy: CODE, class: child.place!.class })).location!;
    const slips = await school.read(async tx => slipsIn(tx, (await printOf(tx, print.split('/').at(-1)!))!));
    const slip = slips.find(one => one.person === child.id)!;
    equal(slip.content.inLanguage?.code, 'cy');
    equal(slips.filter(one => one.content.inLanguage).length, 1, 'every other family has its slip in English');
    const pdf = (await office.get(`${print}/pdf`)).bytes!;
    const words = textOf(pdf).replaceAll(/\s+/g, ' ');
    match(words, new RegExp(`Cod TGCh yr ysgol ganol[^]*${IN_WELSH}`));
    match(words, /I have read these rules\. I promise to keep to them\./, 'the English stands under it');
    match(words, /Ticiwch un enw/);

    const sheet = (await printed(pdf))[slips.indexOf(slip)]!;
    for (const { capacity, accepts, asks, signers } of slip.content.parts) {
      sign(sheet, slip.boxes, `${capacity}.sign`);
      accepts.forEach((_, n) => tick(sheet, slip.boxes, `${capacity}.tick.${n}`));
      asks.forEach((_, n) => tick(sheet, slip.boxes, `${capacity}.ask.${n}.yes`));
      if (signers.length > 1) tick(sheet, slip.boxes, `${capacity}.who.${mum.id}`);
    }
    const seen = scanned(sheet, { turn: 0.4, draw: lot(1) });
    fs.writeFileSync(path.join(folder, 'one.pdf'), pdfOf([{ jpeg: jpegOf(seen, 60), width: seen.width, height: seen.height }]));
    const page = await window({ as: 'office' });
    await page.goto(`${at}/agreements/paper`);
    await page.getByLabel('The scans').setInputFiles([path.join(folder, 'one.pdf')]);
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByRole('button', { name: /Take in/ }).click({ timeout: 120_000 });
    await page.getByText(/taken in\./).waitFor({ timeout: 60_000 });
    const kept = (await school.read(tx => sql<{ id: string; capacity: string; language: string; said: string | null }>`select a.id, a.capacity, a.language, s.statement as said from agreement a left join agreement_shown_in s on s.agreement_id = a.id
      where a.person_id = ${child.id} and a.channel = 'paper' order by a.capacity`.execute(tx))).rows;
    deepEqual(kept.map(one => [one.capacity, one.language, one.said !== null && !one.said.startsWith('I have')]), [['guardian', 'cy', true], ['self', 'cy', true]]);
    const certificate = (await office.get(`${at}/agreements/seal/${kept[0]!.id}`)).html;
    match(certificate, /Cymraeg/);
    match(certificate, /nothing in it has changed since/);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}));
