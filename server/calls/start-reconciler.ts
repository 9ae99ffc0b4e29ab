import { tellError } from "../http/on-error.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { priceCalls, type PriceDeps } from "./price-calls.ts";
import { reconcileCalls, type ReconcileDeps } from "./reconcile-calls.ts";

export type ReconcilerOptions = Omit<ReconcileDeps & PriceDeps, "signal"> & {
  metrics: Pick<Metrics, "countPass" | "countFailedPass" | "countUnrecovered">;
  intervalMs: number;
};

/**
 * Settles calls and asks for their prices, at once and then in intervals. The two go by themselves, so that prices, which nobody
 * waits for, hold up no settlement. The function it gives stops both, and resolves when the questions under way have been answered.
 */
export function startReconciler({ intervalMs, metrics, ...deps }: ReconcilerOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;

  function keepUp(name: string, pass: () => Promise<string[]>): Promise<void> {
    return repeat(pass, {
      intervalMs,
      signal,
      handleDone: (outcomes) => metrics.countPass(name, outcomes),
      handleFailure: (error) => {
        // The database may be busy or gone for a while; the next pass finds the same calls due.
        deps.logger.error(tellError(error), `${name} failed`);
        metrics.countFailedPass(name);
      },
    });
  }

  const turns = [
    keepUp("reconciling", () => reconcileCalls({ ...deps, signal, handleUnrecovered: metrics.countUnrecovered })),
    keepUp("pricing", () => priceCalls({ ...deps, signal })),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(turns);
  };
}

interface Repetition {
  intervalMs: number;
  signal: AbortSignal;
  /** Told what came of each call that was due. */
  handleDone: (outcomes: readonly string[]) => void;
  handleFailure: (error: unknown) => void;
}

/**
 * Makes passes until the signal. They follow one another while anything was due, so that what piled up while the server was down
 * is not settled by driblets; else they come in intervals.
 */
async function repeat(
  pass: () => Promise<string[]>,
  { intervalMs, signal, handleDone, handleFailure }: Repetition,
): Promise<void> {
  while (!signal.aborted) {
    const isDone = await pass().then(
      (outcomes) => {
        handleDone(outcomes);
        return outcomes.length === 0;
      },
      (error: unknown) => {
        handleFailure(error);
        return true;
      },
    );
    if (isDone) await pause(intervalMs, signal);
  }
}

/** Waits, without keeping the process alive, until the time is over or the signal comes. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) return Promise.resolve();
  const timer = setTimeout(resolve, ms);
  timer.unref();
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(timer);
      resolve();
    },
    { once: true },
  );
  return promise;
}
