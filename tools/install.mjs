// Installs the libraries when they are missing or older than package-lock.json. No dependency.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npm, root } from './node24.mjs';

const LOCK = path.join(root, 'package-lock.json');
const INSTALLED = path.join(root, 'node_modules', '.package-lock.json');
const STAMP = path.join(root, 'node_modules', '.cache', 'installed-from');

/** Make node_modules agree with package-lock.json. The lock itself comes out unchanged. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(fs.readFileSync(LOCK)).digest('hex');
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return;
  if (!isNewer(INSTALLED, LOCK)) install();
  try {
    fs.mkdirSync(path.dirname(STAMP), { recursive: true });
    fs.writeFileSync(STAMP, wanted);
  } catch {
    // Another user's folder: the libraries are there, only the note is not.
  }
}

const isNewer = (file, than) => fs.existsSync(file) && fs.statSync(file).mtimeMs >= fs.statSync(than).mtimeMs;

function install() {
  console.error('Installing the libraries (once, about half a minute) …');
  // Why not "npm ci": it fails where a registry lacks another platform's programs that the lock names.
  // Why no scripts: every library we use brings its program ready made, and a script that finds the Node at hand too
  // old for it would try to compile, which a school's machine cannot.
  const { status } = npm(['install', '--no-save', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error']);
  if (status === 0) return;
  console.error('npm install failed; what it said stands above. Most often there is no network. Then run this again.');
  process.exit(1);
}
