import { tellError } from "../http/on-error.ts";
import { priceCalls, type PriceDeps } from "./price-calls.ts";
import { reconcileCalls, type ReconcileDeps } from "./reconcile-calls.ts";

export type ReconcilerOptions = ReconcileDeps & PriceDeps & { intervalMs: number };

/**
 * Settles calls and asks for their prices, at once and then in intervals. The two go by themselves, so that prices, which nobody
 * waits for, hold up no settlement. The function it gives stops both, and resolves when what is under way has ended.
 */
export function startReconciler({ intervalMs, ...deps }: ReconcilerOptions): () => Promise<void> {
  const failed = (what: string) => (error: unknown) =>
    // The database may be busy or gone for a while; the next pass finds the same calls due.
    deps.logger.error(tellError(error), `${what} failed`);
  const stops = [
    repeat(() => reconcileCalls(deps), { intervalMs, handleFailure: failed("reconciling") }),
    repeat(() => priceCalls(deps), { intervalMs, handleFailure: failed("pricing") }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function repeat(
  task: () => Promise<unknown>,
  { intervalMs, handleFailure }: { intervalMs: number; handleFailure: (error: unknown) => void },
): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pass = run();

  async function run(): Promise<void> {
    await task().catch(handleFailure);
    if (isStopped) return;
    timer = setTimeout(() => {
      pass = run();
    }, intervalMs);
    timer.unref();
  }

  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await pass;
  };
}
