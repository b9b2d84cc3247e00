/** Work that comes round again and again, never twice at once. */

export interface Round {
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
  /** Hears of a round that failed; the next one comes all the same. */
  readonly log: (error: unknown) => void;
}

/** Begins at once. Returns how to stop: it waits for a round that is under way. Throws when it is not told how long to rest. */
export function repeat({ everyMs, work, log }: Round): () => Promise<void> {
  // Why asked: without a number the rounds would follow one another without a pause, unseen, for as long as the server runs.
  if (!(everyMs > 0)) throw new Error('A round has to know how long it rests.');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const round = async (): Promise<void> => {
    await work().catch(log);
    if (stopped) return;
    timer = setTimeout(() => { running = round(); }, everyMs);
    timer.unref();
  };
  let running = round();
  return () => {
    stopped = true;
    clearTimeout(timer);
    return running;
  };
}
