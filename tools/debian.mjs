// Debian packages that some tests need. Installed where we may; said plainly where we may not. No dependency.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Each package with a file that shows it is there, and what is missed without it. */
const PACKAGES = [
  { name: 'chromium', shown: /^\/usr\/bin\/chromium$/, for: 'the journeys in a browser' },
  { name: 'poppler-utils', shown: /^\/usr\/bin\/pdftotext$/, for: 'reading the PDFs we make' },
  { name: 'postgresql', shown: /^\/usr\/lib\/postgresql\/\d+\/bin\/initdb$/, for: 'the store suite on a second PostgreSQL' },
];

/** Where each package's file is, by package name; packages that could not be installed are left out. */
export function ensureDebianPackages() {
  const missing = PACKAGES.filter((wanted) => !find(wanted));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const root = rootCommand();
  if (root === undefined) return tell(missing, 'this is not a Debian where this user may install packages');
  console.log(`Installing Debian packages: ${names.join(' ')}`);
  const said = withoutDaemons(root, () => {
    run(root, ['apt-get', 'update', '-qq']);
    return run(root, ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names]);
  });
  const still = missing.filter((wanted) => !find(wanted));
  if (still.length) tell(still, `apt-get could not: ${said.trim().split('\n').at(-1)}`);
}

function tell(missing, why) {
  for (const { name, for: use } of missing) console.log(`Missing: ${name}, for ${use} (${why}). Install it with: apt-get install ${name}`);
}

function find({ shown }) {
  const folders = ['/usr/bin', ...list('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)];
  return folders.flatMap((folder) => list(folder).map((file) => `${folder}/${file}`)).find((file) => shown.test(file));
}

const list = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);

/** What to put before a command that needs root; undefined when there is no way. */
function rootCommand() {
  if (!fs.existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid() === 0) return [];
  const sudo = ['sudo', '-n'];
  return spawnSync(sudo[0], [sudo[1], 'true'], { stdio: 'ignore' }).status === 0 ? sudo : undefined;
}

function run(root, command) {
  const [program, ...args] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

/** Debian starts a server when it installs one, unless this policy says no. Ours goes again afterwards. */
function withoutDaemons(root, work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (fs.existsSync(policy)) return work();
  run(root, ['sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${policy} && chmod 755 ${policy}`]);
  try {
    return work();
  } finally {
    run(root, ['rm', '-f', policy]);
  }
}
