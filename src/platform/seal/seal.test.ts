import { equal, match, notEqual, ok } from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { typeset } from '../pdf/index.ts';
import { checkSeal, knownSeals, sealOf, sealPdf } from './index.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-seal-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const AT = new Date('2026-11-23T10:00:00Z');
const SCHOOL = { id: '01990000-0000-7000-8000-000000000001', name: 'Ysgol Tŷ Gwyn' };
const sealed = async (): Promise<Buffer> => {
  const pdf = await typeset('#set document(title: "Promise", date: none)\n#set text(lang: "en", font: "Source Serif 4")\n= Promise\nI keep to these rules.', {});
  return Buffer.from(await sealPdf(pdf, await sealOf(folder, SCHOOL, AT), { by: SCHOOL.name, reason: 'Record of an agreement', at: AT }));
};
const kept = (name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
};

test('a school’s key is made once and only its owner may read it', async () => {
  const [one, two] = await Promise.all([sealOf(folder, SCHOOL, AT), sealOf(folder, SCHOOL, AT)]);
  equal(one!.fingerprint, two!.fingerprint);
  const home = path.join(folder, SCHOOL.id);
  equal(fs.statSync(home).mode & 0o777, 0o700);
  for (const file of fs.readdirSync(home)) equal(fs.statSync(path.join(home, file)).mode & 0o777, 0o600);
  ok((await knownSeals(folder)).has(one!.fingerprint));
  const other = await sealOf(folder, { id: '01990000-0000-7000-8000-000000000002', name: 'Another school' }, AT);
  notEqual(other.fingerprint, one!.fingerprint);
});

test('a sealed document says whose seal, when, and that nothing has changed', async () => {
  const check = await checkSeal(await sealed());
  ok(check.sealed && check.unchanged);
  equal(check.whose, SCHOOL.name);
  equal(check.at?.toISOString(), AT.toISOString());
  equal(check.fingerprint, (await sealOf(folder, SCHOOL, AT)).fingerprint);
});

test('pdfsig finds the signature valid and over the whole document', async () => {
  const said = spawnSync('pdfsig', ['-nocert', kept('sealed.pdf', await sealed())], { encoding: 'utf8' }).stdout;
  match(said, /Signature is Valid/);
  match(said, /ETSI\.CAdES\.detached/);
  match(said, /Total document signed/);
});

test('openssl accepts the signature as CAdES under the school’s certificate', async () => {
  const file = await sealed();
  const [, first, second, rest] = /\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)/.exec(file.toString('latin1'))!.slice(1).map(Number) as [number, number, number, number];
  const space = Buffer.from(file.subarray(first + 1, second - 1).toString('latin1'), 'hex');
  const files = {
    cms: kept('cms.der', space.subarray(0, 4 + space.readUInt16BE(2))),
    content: kept('content.bin', Buffer.concat([file.subarray(0, first), file.subarray(second, second + rest)])),
    certificate: kept('certificate.pem', Buffer.from((await sealOf(folder, SCHOOL, AT)).certificate)),
  };
  const said = spawnSync('openssl', ['cms', '-verify', '-cades', '-inform', 'DER', '-in', files.cms, '-content', files.content, '-binary', '-CAfile', files.certificate, '-purpose', 'any', '-attime', String(AT.getTime() / 1000 + 60), '-out', path.join(folder, 'out')], { encoding: 'utf8' });
  equal(said.status, 0, said.stderr);
  match(execFileSync('openssl', ['x509', '-in', files.certificate, '-noout', '-enddate', '-nameopt', 'utf8', '-subject'], { encoding: 'utf8' }), /Tŷ Gwyn[^]*9999|9999[^]*Tŷ Gwyn/);
});

test('a changed byte is found wherever it is', async () => {
  const file = await sealed();
  for (let place = 0; place < file.length; place += 61) {
    for (const bit of [1, 0x20]) {
      const changed = Buffer.from(file);
      changed[place] = changed[place]! ^ bit;
      const check = await checkSeal(changed);
      equal(check.sealed && check.unchanged, false, `byte ${place} of ${file.length}`);
    }
  }
});

test('what is added behind the seal, or cut off, is found', async () => {
  const file = await sealed();
  const added = await checkSeal(Buffer.concat([file, Buffer.from('\n% one more line\n')]));
  equal(added.sealed && added.why, 'something was added after it was sealed');
  const cut = await checkSeal(file.subarray(0, file.length - 30));
  equal(cut.sealed && cut.unchanged, false);
  equal((await checkSeal(Buffer.from('%PDF-1.7 without any seal'))).sealed, false);
});

test('the seal stays out of the way of those who listen to the document', async () => {
  const text = (await sealed()).toString('latin1');
  match(text, /pdfuaid:part/);
  match(text.slice(text.lastIndexOf('/Subtype /Widget'), text.lastIndexOf('/Subtype /Widget') + 300), /\/F 2\b/);
});
