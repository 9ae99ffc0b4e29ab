import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../../../e2e/harness/free-port.ts";

/** A Postgres that somebody asked for, and who asked lets it go. */
export interface TestPostgres {
  /** A connection string with all rights on a database of its own. */
  url: string;
  stop(): Promise<void>;
}

const portsToTry = 3;

/**
 * Starts the Postgres that is installed among the development packages, on a port of loopback that it keeps. With `keep` its folder
 * stays when it stops, to be started again. It ends at the latest when this process does.
 */
export async function startEmbeddedPostgres(options: { folder: string; port?: number; keep?: boolean }): Promise<TestPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      return await start({ ...options, port });
    } catch (error) {
      // Between the look and the start somebody may have taken the port.
      if (options.port !== undefined || attempt === portsToTry) throw error;
    }
  }
}

async function start({ folder, port, keep = false }: { folder: string; port: number; keep?: boolean }): Promise<TestPostgres> {
  const script = join(import.meta.dirname, "postgres-process.ts");
  const child = spawn(process.execPath, [script, "--folder", folder, "--port", String(port), ...(keep ? ["--keep"] : [])], {
    stdio: ["pipe", "pipe", "pipe"],
    // Ctrl+C goes to a whole group of processes. Postgres is to stop when it is told to, after those who use it.
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  for await (const line of createInterface(child.stdout)) {
    const url = /^Postgres at (\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      async stop() {
        child.stdin.end();
        await exited;
      },
    };
  }
  throw new Error(complaint || "Postgres ended before it was ready.");
}
