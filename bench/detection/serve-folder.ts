import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

export interface FolderServer {
  url: string;
  close(): void;
}

/** Serves a folder on loopback, as any web server would. */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const app = new Hono().use("*", serveStatic({ root: folder }));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}`, close: () => void server.close() });
    });
  });
}
