import { join } from "node:path";
import { z } from "zod";
import { startObedient } from "../obedient-process.ts";
import type { Signer } from "./call-webhooks.ts";
import type { LoadResult } from "./raw-client.ts";

/** The client, in a process of its own: what it costs must not be taken from the server it measures. */
export interface Load {
  /** Makes the requests of these calls ready. */
  sign(signer: Signer, calls: { first: number; count: number }): Promise<void>;
  /** Sends what is ready, once. */
  send(port: number, connections: number): Promise<LoadResult>;
  stop(): void;
}

const resultSchema = z.object({
  requests: z.int(),
  seconds: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  statuses: z.record(z.string(), z.int()),
});

export function startLoad(): Load {
  const child = startObedient(join(import.meta.dirname, "load-process.ts"));
  return {
    sign: async (signer, calls) => void (await child.obey({ kind: "sign", signer, calls })),
    send: async (port, connections) => resultSchema.parse(await child.obey({ kind: "send", port, connections })),
    stop: () => child.stop(),
  };
}
