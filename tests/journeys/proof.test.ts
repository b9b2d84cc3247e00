import { doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { readLines, verify } from '../../src/logbook/index.ts';
import { checkSeal, knownSeals } from '../../src/platform/seal/index.ts';
import { signedCounts } from '../../src/school/agreements/index.ts';
import { listPeople } from '../../src/school/people/index.ts';
import { formToSign, hiddenFields } from '../support/forms.ts';
import { readWhatBelongsTo } from '../support/reading.ts';
import { openSchool, type Client, type TestSchool } from '../support/school.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-proof-'));
test.after(() => fs.rmSync(folder, { recursive: true, force: true }));

const withASchool = async (work: (school: TestSchool) => Promise<void>): Promise<void> => {
  const school = await openSchool({ pack: 'prep-school' });
  try {
    await work(school);
    equal(school.errors.length, 0, String(school.errors[0]));
  } finally {
    await school.close();
  }
};

async function paper(client: Client, address: string): Promise<{ file: string; bytes: Buffer; text: string; name: string }> {
  const answer = await client.get(address);
  equal(answer.status, 200, address);
  equal(answer.headers['content-type'], 'application/pdf');
  const file = path.join(folder, `${fs.readdirSync(folder).length}.pdf`);
  fs.writeFileSync(file, answer.bytes!);
  return { file, bytes: answer.bytes!, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' '), name: String(answer.headers['content-disposition']) };
}

async function sealedByTheSchool(school: TestSchool, { file, bytes }: { file: string; bytes: Buffer }): Promise<void> {
  match(spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout, /Signature is Valid[^]*Total document signed|Total document signed[^]*Signature is Valid/);
  const check = await checkSeal(bytes);
  ok(check.sealed && check.unchanged && (await knownSeals(school.shared.sealFolder)).has(check.fingerprint!));
  equal(check.whose, school.school.name);
  match(bytes.toString('latin1'), /pdfuaid:part/);
}

const idOf = async (school: TestSchool, search: string): Promise<string> =>
  (await school.read(tx => listPeople(tx, { day: school.today(), search, limit: 1 })))[0]!.id;

test('a teacher signs, and holds a sealed certificate with the very words', () => withASchool(async school => {
  const supply = await school.as('supply');
  const sheet = '/prep-school/agreements/staff-code';
  await readWhatBelongsTo(supply, sheet);
  const form = await supply.get(sheet);
  const signed = await supply.post(sheet, { ...formToSign(form.html), typedName: 'Tilda Sadiq' });
  const address = signed.location!.split('?')[0]!;
  match((await supply.get(address)).html, new RegExp(`href="${address}/pdf"`));
  const certificate = await paper(supply, `${address}/pdf`);
  await sealedByTheSchool(school, certificate);
  const hash = hiddenFields(form.html)['hash']!;
  for (const words of ['Tilda Sadiq', 'supply', 'on screen', '23 November 2026, 10:00', hash, 'is self-', 'the whole document']) ok(certificate.text.includes(words), words);
  doesNotMatch(certificate.name, /Tilda|Sadiq/);
  const words = path.join(folder, 'words.txt');
  execFileSync('pdfdetach', ['-save', '1', '-o', words, certificate.file]);
  equal(createHash('sha256').update(fs.readFileSync(words)).digest('hex'), hash);
  equal((await (await school.as('pupil')).get(`${address}/pdf`)).status, 404);
}));

test('the first use of a sealing key is a line in the logbook, and the second is not', () => withASchool(async school => {
  const office = await school.as('office');
  const address = '/prep-school/agreements/sheet/staff-code/pdf?group=kind-teacher';
  await paper(office, address);
  await paper(office, address);
  const lines = await school.read(tx => readLines(tx, { deed: 'make-sealing-key', limit: 5 }));
  equal(lines.length, 1);
  ok((await knownSeals(school.shared.sealFolder)).has(lines[0]!.about!));
  equal((await school.read(verify)).whole, true);
}));

test('the office prints the signatures of a group, with when and how', () => withASchool(async school => {
  const office = await school.as('office');
  match((await office.get('/prep-school/agreements/register')).html, /agreements\/sheet\/staff-code/);
  const groups = await office.get('/prep-school/agreements/sheet/middle-senior-code');
  const [, group] = /sheet\/middle-senior-code\?group=(class-[^"]+)"/.exec(groups.html)!;
  const page = await office.get(`/prep-school/agreements/sheet/middle-senior-code?group=${group}`);
  match(page.html, /on paper|on screen/);
  const sheet = await paper(office, `/prep-school/agreements/sheet/middle-senior-code/pdf?group=${group}`);
  await sealedByTheSchool(school, sheet);
  const name = /<th scope="row" data-head="Name"><span class="table__cell">([^<]+)</.exec(page.html)![1]!;
  ok(sheet.text.includes(name), name);
  equal((await office.get('/prep-school/agreements/sheet/middle-senior-code?group=class-nobody')).status, 404);
  equal((await office.get('/prep-school/agreements/sheet/no-such-code')).status, 404);
}));

test('what a supply teacher had been told is different before and after she signed', () => withASchool(async school => {
  const id = await idOf(school, 'Tilda Sadiq');
  school.travelTo(new Date('2026-11-24T10:00:00Z'));
  const supply = await school.as('supply');
  const sheet = '/prep-school/agreements/staff-code';
  await readWhatBelongsTo(supply, sheet);
  await supply.post(sheet, { ...formToSign((await supply.get(sheet)).html), typedName: 'Tilda Sadiq' });
  const head = await school.as('head');
  const found = await head.post('/prep-school/agreements/told', { search: 'Tilda Sad', day: '2026-11-23' });
  equal(found.location, `/prep-school/agreements/told/${id}/2026-11-23`);
  const before = (await head.get(found.location!)).html;
  match(before, /Signed by that day<\/h2><p>Nothing/);
  match(before, /Asked and not signed<\/caption>/);
  match(before, /Supply staff \(since 22 November 2026\)/);
  match(before, /What it meant for them/);
  const after = (await head.get(`/prep-school/agreements/told/${id}/2026-11-24`)).html;
  match(after, /24 November 2026, 10:00, Tilda Sadiq/);
  match(after, /stood on that day, stands/);
  equal((await head.get(`/prep-school/agreements/told/${id}/2026-11-25`)).status, 404);
}));

test('what is not kept yet is said to be not kept, on the page and on the paper', () => withASchool(async school => {
  const id = await idOf(school, 'Tilda Sadiq');
  const dpo = await school.as('dpo');
  const page = (await dpo.get(`/prep-school/agreements/told/${id}/2026-11-23`)).html;
  match(page, /Permissions[^]{0,200}None was in force on that day/);
  match(page, /Training[^]{0,200}Not kept in Countersign yet/);
  match(page, /Accounts[^]{0,200}None is known to have been switched off/);
  match((await paper(dpo, `/prep-school/agreements/told/${id}/2026-11-23/pdf`)).text.replaceAll(/\s+/g, ' '), /Permissions None was in force on that day\. Training Not kept in Countersign yet/);
}));

test('governors read clause by clause how many have signed, and the margin of a clause says the same to staff', () => withASchool(async school => {
  const governor = await school.as('governor');
  const rows = (await governor.get('/prep-school/agreements/clauses/staff-code.csv')).html.split('\r\n').slice(1).filter(Boolean).map(line => line.split(',').slice(-3).map(Number));
  ok(rows.length > 10);
  ok(rows.every(([bound, signed, missing]) => (bound ?? 0) - (signed ?? 0) === missing));
  const counts = await school.read(tx => signedCounts(tx, 'staff-code', school.today()));
  ok(rows.some(([bound, signed]) => bound === counts!.bound && signed === counts!.signed), 'a clause for all of them counts all of them');
  const page = (await governor.get('/prep-school/agreements/clauses/staff-code')).html;
  match(page, /Clause by clause/);
  for (const name of await school.read(tx => listPeople(tx, { day: school.today(), kinds: ['teacher'], limit: 5 }))) ok(!page.includes(name.familyName), 'no names');
  const [most] = rows.filter(([bound]) => bound! > 0).sort((a, b) => b[0]! - a[0]!);
  match((await (await school.as('teacher')).get('/prep-school/policies/staff-code')).html, new RegExp(`${most![1]} of ${most![0]} have signed`));
  equal((await (await school.as('teacher')).get('/prep-school/agreements/clauses/staff-code')).status, 404);
}));

test('a look at what somebody had been told is a line in the logbook, and so is its paper', () => withASchool(async school => {
  const id = await idOf(school, 'Tilda Sadiq');
  const dpo = await school.as('dpo');
  match((await dpo.get('/prep-school/all')).html, /agreements\/told/);
  await dpo.get(`/prep-school/agreements/told/${id}/2026-11-23`);
  const told = await paper(dpo, `/prep-school/agreements/told/${id}/2026-11-23/pdf`);
  await sealedByTheSchool(school, told);
  match(told.text, /Tilda Sadiq: what they had been told by 23 November 2026/);
  const lines = await school.read(tx => readLines(tx, { about: id, limit: 5 }));
  equal(lines.map(line => `${line.deed} ${line.words?.['day']}`).slice(0, 2).join(), 'print-told 2026-11-23,look-up-told 2026-11-23');
}));

test('a day to come, a word too short and nobody of that name are said plainly', () => withASchool(async school => {
  const office = await school.as('office');
  const ask = (search: string, day: string) => office.post('/prep-school/agreements/told', { search, day });
  match((await ask('Tilda', '2026-11-24')).html, /Choose today or a day that has been/);
  equal((await ask('T', '2026-11-23')).status, 422);
  equal((await ask('Tilda', '23/11/2026')).status, 422);
  match((await ask('Xyzzy Nobody', '2026-11-23')).html, /Nobody of that name was ever here/);
  match((await ask('an', '2026-11-23')).html, /People found/);
}));

test('before somebody came, they had been told nothing', () => withASchool(async school => {
  const id = await idOf(school, 'Tilda Sadiq');
  const html = (await (await school.as('dsl')).get(`/prep-school/agreements/told/${id}/2001-01-01`)).html;
  match(html, /They were not at the school/);
  match(html, /spoke to them<\/h2><p>None/);
}));
