import type { RunningProcess } from "../../e2e/harness/child-process.ts";
import { startServerProcess, type DatabaseAddress } from "./server-process.ts";

/** Servers that share one database. */
export interface Fleet {
  /** Where those listen that live. */
  readonly living: ReadonlySet<string>;
  /** Starts as many as are missing. */
  startMissing(): Promise<void>;
  /** Ends one as a crash would, whichever chance names, and resolves when it is gone. */
  killOne(random: () => number): Promise<void>;
  /** Ends all of them as an operator would. */
  stop(): Promise<void>;
}

export function createFleet(options: { database: DatabaseAddress; carrierUrl: string; size: number }): Fleet {
  const { database, carrierUrl, size } = options;
  const servers = new Map<string, RunningProcess>();
  const living = new Set<string>();

  async function startOne(): Promise<void> {
    const server = await startServerProcess({ database, carrierUrl, logLevel: "error" });
    servers.set(server.url, server);
    living.add(server.url);
  }

  return {
    living,
    async startMissing() {
      await Promise.all(Array.from({ length: size - servers.size }, startOne));
    },
    async killOne(random) {
      const [url, server] = [...servers][Math.floor(random() * servers.size)] ?? [];
      if (url === undefined || server === undefined) throw new Error("There is no server to kill.");
      await server.stop("SIGKILL");
      servers.delete(url);
      living.delete(url);
    },
    async stop() {
      await Promise.all([...servers.values()].map((server) => server.stop()));
      servers.clear();
      living.clear();
    },
  };
}
