// Hands a script over to Node 24 when the Node at hand is too old for our libraries. No dependency.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const VERSION = '24.21.0';
const COPY = path.join(root, 'node_modules', '.cache', `node-${VERSION}`, process.platform === 'win32' ? 'node.exe' : 'node');

/** The lowest Node the libraries run on. */
export const FOR_LIBRARIES = [22, 12];
/** The Node the tests run on. */
export const FOR_TESTS = [24, 0];

// Node lets its heap grow as far as the machine is large, and keeps what it once had: 340 MB after a few thousand pages.
// These keep the server near 125 MB for twice the processor time on pages, which is little (docs/decisions/0010).
const SMALL = ['--max-semi-space-size=2', '--heap-growing-percent=15', '--initial-old-space-size=32', '--no-sparkplug', '--no-maglev', '--optimize-for-size', '--expose-gc'];

/** The flags the server runs with. Tried on 22 and 24; another version may not know them and would refuse to start. */
export const serverFlags = (major) => ([22, 24].includes(major) ? SMALL : []);

/** Whether the Node that runs this is at least [major, minor]. */
export function isNode([major, minor]) {
  const [hereMajor, hereMinor] = process.versions.node.split('.').map(Number);
  return hereMajor > major || (hereMajor === major && hereMinor >= minor);
}

/**
 * A Node that is new enough, by path and major version: the one at hand, or Node 24 as npm fetches it.
 * The fetched one is kept in node_modules/.cache, so only the first hand-over costs time.
 */
export function nodeAtLeast(wanted) {
  if (isNode(wanted)) return { node: process.execPath, major: Number(process.versions.node.split('.')[0]) };
  return { node: fs.existsSync(COPY) ? COPY : fetchNode(wanted), major: 24 };
}

function fetchNode(wanted) {
  console.error(`This is Node ${process.versions.node}; fetching Node ${VERSION} (once) to go on with.`);
  const found = npm(['exec', '--yes', '--loglevel=error', '--ignore-scripts=false', `--package=node@${VERSION}`, '--', 'node', '-p', 'process.execPath']);
  const fetched = found.stdout?.trim().split('\n').at(-1) ?? '';
  if (found.status !== 0 || !fs.existsSync(fetched)) {
    console.error(`Node ${VERSION} could not be fetched: is there a network? Or install Node ${wanted.join('.')} or later yourself.`);
    process.exit(1);
  }
  return keepCopy(fetched);
}

/** A copy beside and renamed; when it cannot be written (another user's folder), the fetched one serves. */
function keepCopy(fetched) {
  const aside = `${COPY}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(COPY), { recursive: true });
    fs.copyFileSync(fetched, aside, fs.constants.COPYFILE_FICLONE);
    fs.chmodSync(aside, 0o755);
    fs.renameSync(aside, COPY);
    return COPY;
  } catch {
    return fetched;
  }
}

/** Run npm in the project and wait; what it prints on stdout is returned, its errors are shown. */
export function npm(args) {
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && fs.existsSync(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Run a script of ours on that Node, with its flags before it, and end as it ends. What the environment says already stands.
 * Signals pass through, and the script ends itself when this process is killed outright.
 */
export function handOver(node, args, environment = {}) {
  const child = spawn(node, args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...environment, ...process.env, COUNTERSIGN_HANDED_OVER: '1' },
  });
  // Why late: Ctrl-C and a signal to the group reach the child by themselves, and need no second one.
  const pass = (signal) => setTimeout(() => child.kill(signal), 200);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** Whether this is the script as handed over, and no longer the starter. Ask before followStarter. */
export const isHandedOver = () => Boolean(process.env.COUNTERSIGN_HANDED_OVER && process.channel);

/**
 * End in good order when whoever started this is gone: the first process of a hand-over, or npm, whose shell
 * dies of a signal without passing it on.
 */
export function followStarter() {
  if (isHandedOver()) {
    delete process.env.COUNTERSIGN_HANDED_OVER;
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const look = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(look);
      process.kill(process.pid, 'SIGTERM');
    }, 250);
    look.unref();
  }
}
