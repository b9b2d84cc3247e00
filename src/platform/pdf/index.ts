/** Sets documents as tagged PDF/UA. Typst runs in a short-lived child process, so that its memory is never the web process's. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sha256 } from '../ids.ts';
import { spoken } from '../languages/index.ts';
import { typesetter } from './typesetter.ts';

const FONTS = [
  ['atkinson-hyperlegible-next', '400Regular', 'AtkinsonHyperlegibleNext_400Regular'], ['atkinson-hyperlegible-next', '700Bold', 'AtkinsonHyperlegibleNext_700Bold'],
  ['atkinson-hyperlegible-next', '400Regular_Italic', 'AtkinsonHyperlegibleNext_400Regular_Italic'],
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular'], ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold'], ['source-serif-4', '400Regular_Italic', 'SourceSerif4_400Regular_Italic'],
] as const;

/** A document takes a fifth of a second; one that has not come by then never will. */
const LONGEST_MS = 20_000;
const MOST_KEPT = 12;
const MOST_BYTES = 4_000_000;

const kept = new Map<string, Uint8Array>();
let last: Promise<unknown> = Promise.resolve();

/** The language spoken here, as Typst names it: a template sets `lang: d.lang, region: d.region`. */
function languageHere(): { readonly lang: string; readonly region: string | null; readonly pageOf: string } {
  const [lang = 'en', region = null] = spoken().code.split('-');
  return { lang, region, pageOf: 'Page {page} of {pages}' };
}

/**
 * Sets a Typst text with its data (which it reads as `json(bytes(sys.inputs.data))`, with `lang`, `region` and
 * `pageOf` of the language spoken here) and returns the PDF's bytes. The same document is set once and kept a while; documents are set one after another.
 * @throws Error with the typesetter's own words, when the text does not compile or is not accessible
 */
export async function typeset(main: string, given: Readonly<Record<string, unknown>>): Promise<Uint8Array> {
  const data = { ...languageHere(), ...given };
  const key = sha256(JSON.stringify([main, data]));
  const known = kept.get(key);
  if (known) return known;
  const mine = last.then(() => kept.get(key) ?? run(main, data));
  last = mine.catch(() => undefined);
  const bytes = await mine;
  keep(key, bytes);
  return bytes;
}

function keep(key: string, bytes: Uint8Array): void {
  kept.delete(key);
  kept.set(key, bytes);
  const total = () => [...kept.values()].reduce((sum, one) => sum + one.length, 0);
  while (kept.size > 1 && (kept.size > MOST_KEPT || total() > MOST_BYTES)) kept.delete(kept.keys().next().value!);
}

function run(main: string, data: unknown): Promise<Uint8Array> {
  const root = projectFolder();
  const fonts = FONTS.map(([family, weight, file]) => path.join(root, 'node_modules', '@expo-google-fonts', family, weight, `${file}.ttf`));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', `await (${typesetter.toString()})();`], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'], timeout: LONGEST_MS, killSignal: 'SIGKILL' });
    const out: Buffer[] = [];
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => { said = (said + chunk.toString('utf8')).slice(-2000); });
    child.on('error', reject);
    child.on('close', code => (code === 0 ? resolve(Buffer.concat(out)) : reject(new Error(`the document could not be set: ${said.trim() || `exit code ${code}`}`))));
    child.stdin.on('error', () => {}); // the child's own fault says why
    child.stdin.end(JSON.stringify({ main, data, fonts }));
  });
}

/** The folder with node_modules: this file lies below it, bundled or not. */
function projectFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'node_modules', '@myriaddreamin'))) return folder;
    if (folder === path.dirname(folder)) throw new Error('the typesetter is not installed: run npm install');
  }
}
