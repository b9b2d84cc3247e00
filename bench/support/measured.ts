/** What a piece of work takes, and what it leaves to everything else in the same process. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Measured {
  readonly seconds: number;
  /** How far this process grew while it worked. */
  readonly grewMb: number;
  /** The longest that nothing else could be answered meanwhile. */
  readonly longestPauseMs: number;
}

/** Does something and says what it took. */
export async function measured(work: () => Promise<unknown>): Promise<Measured> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 20);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  pauses.disable();
  clearInterval(look);
  most = Math.max(most, process.memoryUsage.rss());
  return { seconds, grewMb: Math.round((most - before) / 1e6), longestPauseMs: Math.round(pauses.max / 1e6) };
}
