import { equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test, { after } from 'node:test';
import { typeset } from '../platform/pdf/index.ts';
import { sealFolderIn, sealOf, sealPdf } from '../platform/seal/index.ts';

const data = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-verify-'));
const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-elsewhere-'));
after(() => [data, elsewhere].forEach(folder => fs.rmSync(folder, { recursive: true, force: true })));
const ROOT = (() => {
  let folder = import.meta.dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
})();

const AT = new Date('2026-11-23T10:00:00Z');
const pdf = () => typeset('#set document(title: "Promise", date: none)\n#set text(lang: "en", font: "Source Serif 4")\n= Promise', {});
async function certificate(dataDir: string): Promise<Buffer> {
  const seal = await sealOf(sealFolderIn(dataDir), { id: '01990000-0000-7000-8000-000000000001', name: 'Hill School' }, AT);
  return Buffer.from(await sealPdf(await pdf(), seal, { by: 'Hill School', reason: 'Record of an agreement', at: AT }));
}
function verify(bytes: Uint8Array) {
  fs.writeFileSync(path.join(elsewhere, 'paper.pdf'), bytes);
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'src/countersign.ts'), 'verify', 'paper.pdf'], {
    encoding: 'utf8', cwd: ROOT, env: { ...process.env, INIT_CWD: elsewhere, DATA_DIR: data },
  });
  return { status: run.status, out: run.stdout };
}

test('a document under this installation’s seal is verified: whose, when, unchanged', async () => {
  const { status, out } = verify(await certificate(data));
  equal(status, 0, out);
  match(out, /sealed by +Hill School\n +sealed on +23 November 2026, 10:00[^\n]*\n +unchanged +yes[^\n]*\n +key +this installation’s own/);
});

test('one changed byte is found', async () => {
  const changed = await certificate(data);
  changed[700] = changed[700]! ^ 1;
  const { status, out } = verify(changed);
  equal(status, 1);
  match(out, /unchanged +NO: what is under the seal is not what was sealed/);
});

test('a seal of the same name that somebody else made is no seal of ours', async () => {
  const { status, out } = verify(await certificate(elsewhere));
  equal(status, 1);
  match(out, /unchanged +yes/);
  match(out, /key +NOT this installation’s/);
});

test('a document without a seal is not verified', async () => {
  const { status, out } = verify(await pdf());
  equal(status, 1);
  match(out, /there is no seal on it/);
});
