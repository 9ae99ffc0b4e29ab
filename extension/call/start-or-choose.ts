import type { Result } from "#shared/result.ts";
import type { Failure } from "./call-state.ts";
import { secondCall } from "./second-call.ts";
import type { StartCall } from "./start-call.ts";
import { startInWorker, type Chosen } from "./start-in-worker.ts";

/** Starts a call. When another is on, that one goes on, and every face of it lets the person choose. */
export async function startOrChoose(call: StartCall, chosen: Chosen = {}): Promise<Result<undefined, Failure>> {
  const started = await startInWorker(call, chosen);
  if (started.ok) await secondCall.write(undefined);
  else if (started.error.inTheWay !== undefined) {
    const hasMoved = chosen.insteadOf !== undefined;
    await secondCall.write({ call, insteadOf: started.error.inTheWay, hasMoved });
  }
  return started;
}
