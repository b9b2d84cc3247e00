/** The database as a process: started, asked to stop, and what it last said. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { isAlive } from './cluster.ts';
import type { Cluster } from './cluster.ts';

/** A server that was started; `pid` is absent where it could not be. */
export type Started = { running: boolean; readonly pid: number | undefined };

/** Starts PostgreSQL on a cluster, in a session of its own. */
export function spawnServer(cluster: Cluster, port: number, settings: Record<string, string>): Started {
  // Why terse: the details of an error quote the row, and rows hold names.
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', jit: 'off', timezone: 'UTC', log_timezone: 'UTC', log_error_verbosity: 'terse', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openLog(cluster.log);
  // Why detached: Ctrl-C goes to the whole foreground group, and the database must outlive the last write of the web.
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...cluster.as,
    cwd: path.dirname(cluster.folder),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const state: Started = { running: true, pid: child.pid };
  const over = (): void => void (state.running = false);
  child.once('exit', over);
  child.once('error', over);
  child.unref();
  return state;
}

function openLog(file: string): number {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return fs.openSync(file, size > 1_000_000 ? 'w' : 'a', 0o600);
}

/** The last words of its log. */
export function endOf(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-1_500) : '(it wrote nothing)';
}

/** Asks it to undo what is under way and to stop. */
export function askToStop(cluster: Cluster, pid: number): void {
  if (process.platform === 'win32') spawnSync(cluster.binaries.pg_ctl, ['stop', '-D', cluster.folder, '-m', 'fast', '-W']);
  else if (isAlive(pid)) process.kill(pid, 'SIGINT');
}

/** It works on files that are gone, and would go on to promise what nobody keeps: it noticed by itself within a minute. */
export function stopAtOnce(pid: number): void {
  if (process.platform !== 'win32' && isAlive(pid)) process.kill(pid, 'SIGQUIT');
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
