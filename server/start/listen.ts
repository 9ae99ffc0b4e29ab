import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { AddressInfo } from "node:net";
import type { Config } from "../config.ts";
import { StartRefused } from "./start-refused.ts";

type Fetch = Hono["fetch"];

export interface Listener {
  /** Where the server listens, such as http://127.0.0.1:8787. */
  url: string;
  /** Answers requests from now on; those that came before were told to come again. */
  serve(fetch: Fetch): void;
  /** Takes no more requests, lets those under way finish, and ends what has not finished after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/**
 * Takes the port before anything behind it is ready, since what is behind it must know the address: the carrier is told where
 * to call back.
 */
export async function listen({ host, port }: Pick<Config, "host" | "port">): Promise<Listener> {
  let current: Fetch = sayStarting;
  const server = createAdaptorServer({ fetch: (request: Request, env: object) => current(request, env) });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new StartRefused(tellWhy(error, { host, port }), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${toUrlHost(host)}:${address.port}`,
    serve(fetch) {
      current = fetch;
    },
    async close(graceMs) {
      const closed = new Promise((resolve) => void server.close(resolve));
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      const deadline = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(deadline);
    },
  };
}

function sayStarting(): Response {
  return new Response("Starting.\n", { status: 503, headers: { "retry-after": "1" } });
}

/** 0.0.0.0 and :: mean every address, and this machine reaches itself by loopback. */
function toUrlHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function tellWhy(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken, perhaps by another Ringback. Stop that one, or set PORT to another.`;
  if (error.code === "EADDRNOTAVAIL")
    return `${host} is not an address of this machine. Set HOST to one that is, such as 127.0.0.1.`;
  if (error.code === "EACCES") return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
  return `Cannot listen on ${host}:${port}: ${error.message}.`;
}
