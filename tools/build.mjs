// Builds what the program runs from into build/, and skips whatever has not changed. Runs on Node 22.12 or later.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './node24.mjs';

const at = (...parts) => path.join(root, ...parts);
const ASSETS = at('build', 'assets');
const FONTS = {
  'sans-400.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
  'sans-400-italic.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2',
  'sans-700.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
  'serif.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-italic.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
};

/** The server (build/main.js) and everything the browser fetches (build/assets). */
export async function buildSite() {
  await buildProgram('main', ['src/main.ts']);
  await buildAssets();
}

/**
 * One program as one file, build/<name>.js, with packages left outside and a source map beside it.
 * @param entries files of ours, relative to the project; several are imported one after the other
 * @returns the file's path
 */
export async function buildProgram(name, entries) {
  const outfile = at('build', `${name}.js`);
  const inputs = ['src', 'tests', 'bench', 'database'].flatMap((folder) => files(at(folder), /\.(tsx?|json)$/));
  await unlessSame(name, [...entries, ...stamps(inputs)], [outfile], async () => {
    const esbuild = await import('esbuild');
    const { outputFiles } = esbuild.buildSync({
      stdin: { contents: entries.map((entry) => `import ${JSON.stringify(`./${entry}`)};`).join('\n'), resolveDir: root, loader: 'ts' },
      outfile, write: false, bundle: true, platform: 'node', format: 'esm', target: 'node22', packages: 'external',
      jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'linked', logLevel: 'error', absWorkingDir: root,
    });
    for (const file of outputFiles) put(file.path, file.contents);
  });
  return outfile;
}

/** Style sheet, browser scripts, fonts and the seal; build/assets.json holds a short hash of each for its address. */
export async function buildAssets() {
  await unlessSame('scripts', stamps(files(at('src/page-parts/browser'), /\.ts$/)), [], buildScripts);
  await unlessSame('styles', stamps(files(at('src/page-parts/styles'), /\.scss$/)), [path.join(ASSETS, 'app.css')], async () => {
    // Why a process of its own: the compiler would stay in the server's memory for as long as it runs.
    const sass = [at('node_modules/sass/sass.js'), '--style=compressed', '--no-source-map', '--quiet-deps', at('src/page-parts/styles/app.scss')];
    put(path.join(ASSETS, 'app.css'), execFileSync(process.execPath, sass, { cwd: root, maxBuffer: 1e7 }));
  });
  const pictures = files(at('src/page-parts'), /\.(svg|png|ico|webmanifest)$/);
  await unlessSame('files', [...stamps(pictures), JSON.stringify(FONTS)], [path.join(ASSETS, 'fonts', 'serif.woff2')], async () => {
    for (const file of pictures) put(path.join(ASSETS, path.basename(file)), fs.readFileSync(file));
    for (const [name, from] of Object.entries(FONTS)) put(path.join(ASSETS, 'fonts', name), fs.readFileSync(at('node_modules', from)));
  });
  if (rebuilt) writeHashes();
}

async function buildScripts() {
  const esbuild = await import('esbuild');
  const { outputFiles } = esbuild.buildSync({
    entryPoints: files(at('src/page-parts/browser'), /^[^_].*\.ts$/), outdir: ASSETS, write: false, bundle: true, platform: 'browser',
    format: 'esm', target: 'es2022', minify: true, logLevel: 'error', absWorkingDir: root,
  });
  for (const file of outputFiles) put(file.path, file.contents);
}

function writeHashes() {
  const hash = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 10);
  const list = Object.fromEntries(files(ASSETS, /./).map((file) => [path.relative(ASSETS, file).replaceAll('\\', '/'), hash(file)]));
  put(at('build', 'assets.json'), `${JSON.stringify(list, null, 1)}\n`);
}

let rebuilt = false;

/** Do the work unless the same inputs made the same outputs before. */
async function unlessSame(name, inputs, outputs, work) {
  const stamp = at('build', '.stamps', name);
  const now = createHash('sha256').update([toolStamp, ...inputs].join('\n')).digest('hex');
  const same = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now && outputs.every((file) => fs.existsSync(file));
  if (same) return;
  await work();
  put(stamp, now);
  rebuilt = true;
}

const stamp = (file) => {
  const { mtimeMs, size } = fs.statSync(file);
  return `${path.relative(root, file)} ${mtimeMs} ${size}`;
};
const stamps = (list) => list.map(stamp);
const toolStamp = [at('tools/build.mjs'), at('package-lock.json')].map(stamp).join('\n');

/** All files under a folder whose name fits, sorted. */
export function files(folder, name) {
  if (!fs.existsSync(folder)) return [];
  const all = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return all.filter((entry) => entry.isFile() && name.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

/** Write beside and rename, so that whoever reads meanwhile sees the old file or the new one. */
function put(file, contents) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, contents);
  fs.renameSync(aside, file);
}
