import { tellError } from "../http/on-error.ts";
import { reconcileCalls, type ReconcileDeps } from "./reconcile-calls.ts";

export interface ReconcilerOptions extends ReconcileDeps {
  intervalMs: number;
}

/** Reconciles at once and then in intervals. The function it gives stops that, and resolves when a pass under way has ended. */
export function startReconciler({ intervalMs, ...deps }: ReconcilerOptions): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pass = run();

  async function run(): Promise<void> {
    try {
      await reconcileCalls(deps);
    } catch (error) {
      // The database may be busy or gone for a while; the next pass finds the same calls due.
      deps.logger.error(tellError(error), "reconciling failed");
    }
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
