import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Stands between servers and their carrier, and notes what is asked. */
export interface WatchingProxy {
  url: string;
  /** Path and query of every question, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startWatchingProxy(carrierUrl: string): Promise<WatchingProxy> {
  const asked: string[] = [];
  async function pass({ url: path = "/", headers }: IncomingMessage, answer: ServerResponse): Promise<void> {
    asked.push(path);
    const passed = await fetch(`${carrierUrl}${path}`, { headers: { authorization: headers.authorization ?? "" } });
    answer.writeHead(passed.status, { "content-type": passed.headers.get("content-type") ?? "application/json" });
    answer.end(await passed.text());
  }

  const server = createServer((request, answer) => void pass(request, answer));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
