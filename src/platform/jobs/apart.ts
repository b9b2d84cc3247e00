/** Long work in a process of its own: its memory is never the web's, pages are answered meanwhile, and it ends when the web does. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { environmentOfChild } from '../config.ts';
import type { Order, Work } from './words.ts';

export type { Work };

export interface Apart {
  /** Does work and waits for its end. Rejects with the last words of one that failed. */
  readonly run: (work: Work) => Promise<void>;
  /** What work writes, from its first byte on; a few at a time, others wait. Rejects with the last words of one that fails before that. */
  readonly read: (work: Work) => Promise<Readable>;
  /** Ends whatever is under way: its transactions are undone. */
  readonly close: () => Promise<void>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Lower than the web's, so that pages come first. */
const PRIORITY = 5;
const READ_AT_ONCE = 2;
/** Whoever reads slower than this reads no more. */
const LONGEST_READ_MS = 300_000;

/** `program` is what the web itself runs from: called with the word `apart`, it does one piece of work. */
export function apartFrom(of: { readonly program: string; readonly databaseUrl: string }): Apart {
  const children = new Set<Child>();
  const begin = (work: Work, longestMs?: number): { child: Child; words: () => string } => {
    const child: Child = spawn(process.execPath, [of.program, 'apart'], { stdio: ['pipe', 'pipe', 'pipe'], env: environmentOfChild(), ...(longestMs ? { timeout: longestMs, killSignal: 'SIGKILL' } : {}) });
    children.add(child);
    child.once('close', () => children.delete(child));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said = (said + chunk.toString('utf8')).slice(-2000); });
    child.stdin.on('error', () => {}); // its own fault says why
    if (child.pid) giveWay(child.pid);
    // Why it stays open: its end tells the child that nobody waits any more.
    child.stdin.write(`${JSON.stringify({ databaseUrl: of.databaseUrl, work } satisfies Order)}\n`);
    return { child, words: () => said.trim() };
  };
  const turn = turns(READ_AT_ONCE);
  return {
    run: async work => {
      const { child, words } = begin(work);
      child.stdout.resume();
      const [code] = await once(child, 'close') as [number | null];
      if (code !== 0) throw new Error(`${work.name} ended early: ${words() || code}`);
    },
    read: async work => {
      const done = await turn();
      const { child, words } = begin(work, LONGEST_READ_MS);
      child.once('close', done);
      return firstByte(child, words);
    },
    close: async () => {
      const open = [...children];
      for (const child of open) child.kill('SIGKILL');
      await Promise.all(open.map(async child => { if (child.exitCode === null && child.signalCode === null) await once(child, 'close'); }));
    },
  };
}

/** Its output as soon as there is some. What breaks off later breaks the stream. */
function firstByte(child: Child, words: () => string): Promise<Readable> {
  const { stdout } = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) return;
      const error = new Error(words() || `exit code ${code}`);
      reject(error);
      stdout.destroy(error);
    });
    stdout.once('readable', () => { resolve(stdout); });
    stdout.once('close', () => { child.kill('SIGKILL'); });
  });
}

function giveWay(pid: number): void {
  try {
    os.setPriority(pid, PRIORITY);
  } catch {
    // It is over already, or the system will not have it.
  }
}

/** A gate for so many at once; what it gives says "done". */
function turns(most: number): () => Promise<() => void> {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const done = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside--;
  };
  return async () => {
    if (inside < most) inside++;
    else await new Promise<void>(resolve => { waiting.push(resolve); });
    return done;
  };
}
