import { fork } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
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
  const child = fork(join(import.meta.dirname, "load-process.ts"));
  const obey = (order: object) =>
    new Promise<unknown>((resolve, reject) => {
      const gone = () => reject(new Error("The load process ended before it had done."));
      child.once("exit", gone);
      child.once("message", (answer) => {
        child.off("exit", gone);
        resolve(answer);
      });
      child.send(order);
    });
  return {
    sign: async (signer, calls) => void (await obey({ kind: "sign", signer, calls })),
    send: async (port, connections) => resultSchema.parse(await obey({ kind: "send", port, connections })),
    stop: () => void child.kill(),
  };
}
