/** Time as the carrier knows it. Passed in, so that tests can make an hour pass in no time. */
export interface Scheduler {
  /** UTC milliseconds. */
  nowMs(): number;
  /** Runs a task after a while; the answer takes that back. */
  after(delayMs: number, task: () => void): () => void;
}

export const realScheduler: Scheduler = {
  nowMs: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Resolves after a while, or at once when `signal` aborts. */
export function pause(scheduler: Scheduler, options: { ms: number; signal: AbortSignal }): Promise<void> {
  const { ms, signal } = options;
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const cancel = scheduler.after(ms, end);
    signal.addEventListener("abort", end);
  });
}
