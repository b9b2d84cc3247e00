/**
 * `npm run -s countersign -- …`: hands the command line to a Node that runs TypeScript by itself.
 * Only the command's own output goes to stdout.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE = '24.21.0';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(root, 'src', 'countersign.ts');
const flags = ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)];

/** Whether this version of Node runs TypeScript without a flag. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 23 ? major > 23 || minor >= 6 : major === 22 && minor >= 18;
}

/** A newer Node that npm has fetched before: in this project, or in npm's cache. */
function nodeFetchedBefore() {
  const cache = join(process.env.npm_config_cache ?? join(homedir(), '.npm'), '_npx');
  const folders = existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : [];
  const binaries = [root, ...folders].map((folder) => join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
  return binaries.find((binary) => existsSync(binary) && isNewEnough(versionOf(binary)));
}

function versionOf(binary) {
  return spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function run(command, args) {
  const { status, error, signal } = spawnSync(command, args, { stdio: 'inherit', shell: false });
  if (error) {
    process.stderr.write(`countersign: ${command} could not be started: ${error.message}\n`);
    return 2;
  }
  return status ?? (signal === 'SIGINT' ? 130 : 2);
}

if (isNewEnough(process.version)) {
  process.exitCode = run(process.execPath, flags);
} else {
  process.stderr.write(`countersign: Node ${process.version} is too old for it; going on with Node ${NODE} from npm.\n`);
  const binary = nodeFetchedBefore();
  process.exitCode = binary ? run(binary, flags) : run('npx', ['-y', '-p', `node@${NODE}`, 'node', ...flags]);
}
