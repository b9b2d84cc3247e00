import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { chooseUser, findBinaries, makeOpenFolder, mayEnter, OPEN_PLACE, renameUnlessThere } from './binaries.ts';
import type { Binaries, RunAs } from './binaries.ts';

/** A PostgreSQL data folder ready to be started. */
export type Cluster = { folder: string; password: string; log: string; binaries: Binaries; as: RunAs };

/** The owner's name inside the embedded cluster. */
export const OWNER = 'countersign';

/**
 * The cluster kept in a data folder, made on first use.
 * A half-made cluster never stands under the final name: it is built beside and renamed.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const home = placeFor(path.resolve(dataDir));
  const folder = path.join(home, 'cluster');
  const as = chooseUser(folder);
  const binaries = await findBinaries(as);
  const password = readOrMakeSecret(path.join(home, 'password'));
  sweepHalfMade(home);
  if (!fs.existsSync(folder)) makeCluster({ home, folder, password, binaries, as });
  else closeToOthers(folder, as);
  removeStaleLock(folder);
  return { folder, password, log: path.join(home, 'postgresql.log'), binaries, as };
}

/**
 * The folder that holds the cluster: the data folder itself, save for root inside a folder closed to others
 * (`/root/…`), where the plain user PostgreSQL runs as could not reach it. Then the cluster lives under
 * /var/lib/countersign and a small file in the data folder says where.
 */
function placeFor(dataDir: string): string {
  makeFolder(dataDir);
  const signpost = path.join(dataDir, 'cluster-lives-in');
  if (fs.existsSync(signpost)) {
    const there = fs.readFileSync(signpost, 'utf8').trim();
    if (!fs.existsSync(there)) throw new Error(`The database of ${dataDir} is kept in ${there}, which is not there. Put that folder back from its backup too.`);
    return there;
  }
  const as = chooseUser(path.join(dataDir, 'cluster'));
  // Our own folder may be passed through, though not listed; the secret and the cluster in it stay closed.
  if (as.uid !== undefined) fs.chmodSync(dataDir, fs.statSync(dataDir).mode | 0o011);
  if (mayEnter(dataDir, as)) return dataDir;
  writeOnce(signpost, path.join(OPEN_PLACE, crypto.randomUUID()));
  const place = fs.readFileSync(signpost, 'utf8').trim();
  makeOpenFolder(OPEN_PLACE);
  makeOpenFolder(place);
  syncFolder(OPEN_PLACE);
  return place;
}

function makeFolder(folder: string): void {
  try {
    const made = fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    if (made) syncFolder(path.dirname(made));
    fs.accessSync(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written. Give this user the folder, or set DATA_DIR to another.`, { cause });
  }
}

function readOrMakeSecret(file: string): string {
  if (!fs.existsSync(file)) writeOnce(file, crypto.randomBytes(24).toString('base64url'));
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The data in ${path.dirname(file)} belongs to another user. Start as that user, or set DATA_DIR to another folder.`, { cause });
  }
}

/** Write a file that is whole or absent, flushed to disk; the first of two racing writers wins. */
function writeOnce(file: string, text: string): void {
  const aside = `${file}.${process.pid}.${crypto.randomUUID()}`;
  fs.writeFileSync(aside, text, { mode: 0o600, flush: true });
  try {
    fs.linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
  syncFolder(path.dirname(file));
}

/** A folder that was put back from a backup may have lost its owner and its modes; PostgreSQL works in none that others may enter. */
function closeToOthers(folder: string, as: RunAs): void {
  if (process.platform === 'win32') return;
  const { uid, mode } = fs.statSync(folder);
  if (as.uid !== undefined && as.gid !== undefined && uid !== as.uid) giveTo(folder, { uid: as.uid, gid: as.gid });
  if (mode & 0o077) fs.chmodSync(folder, 0o700);
}

function giveTo(folder: string, to: { uid: number; gid: number }): void {
  fs.lchownSync(folder, to.uid, to.gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) giveTo(at, to);
    else fs.lchownSync(at, to.uid, to.gid);
  }
}

type Making = { home: string; folder: string; password: string; binaries: Binaries; as: RunAs };

function makeCluster({ home, folder, password, binaries, as }: Making): void {
  const aside = path.join(home, `cluster.new.${process.pid}.${crypto.randomUUID().slice(0, 8)}`);
  const passwordFile = `${aside}.password`;
  fs.mkdirSync(aside, { mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) {
    fs.chownSync(aside, as.uid, as.gid);
    fs.chownSync(passwordFile, as.uid, as.gid);
  }
  try {
    execFileSync(
      binaries.initdb,
      ['-D', aside, '-U', OWNER, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--data-checksums',
        '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'],
      { ...as, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  } catch (cause) {
    fs.rmSync(aside, { recursive: true, force: true });
    const said = String((cause as { stderr?: Buffer }).stderr ?? cause).trim();
    throw new Error(`PostgreSQL could not make its data folder in ${home}: ${said}`, { cause });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  renameUnlessThere(aside, folder);
  syncFolder(home);
}

/** Remove what a start that was killed half way left behind; leave what a living process is making. */
function sweepHalfMade(home: string): void {
  for (const name of fs.readdirSync(home)) {
    const maker = /^(?:cluster\.new|password|cluster-lives-in)\.(\d+)\./.exec(name)?.[1];
    if (maker && (Number(maker) === process.pid || !isAlive(Number(maker)))) {
      fs.rmSync(path.join(home, name), { recursive: true, force: true });
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Why: in a restarted container the number in postmaster.pid may by now be another program's, and PostgreSQL
// would wait for that one for ever. Safe only when no PostgreSQL at all works in the folder, which Linux can tell.
function removeStaleLock(folder: string): void {
  const lock = path.join(folder, 'postmaster.pid');
  if (process.platform !== 'linux' || !fs.existsSync(lock)) return;
  const processes = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  if (!processes.some((pid) => mayWorkIn(pid, fs.realpathSync(folder)))) fs.rmSync(lock, { force: true });
}

function mayWorkIn(pid: string, folder: string): boolean {
  try {
    if (fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
  } catch {
    return false; // it ended meanwhile
  }
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'; // a PostgreSQL we may not look into may be ours
  }
}

/** Flush a folder's list of names, so that a file made in it outlives a power cut. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}
