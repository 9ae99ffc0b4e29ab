import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

export interface PageServer {
  url: string;
  close(): Promise<void>;
}

/** Serves e2e/pages on loopback: pages of numbers, as any site might have them. */
export async function startPageServer(port = 0): Promise<PageServer> {
  const app = new Hono();
  app.get("/:page{[a-z-]+\\.html}", async (c) => {
    const html = await readFile(join(import.meta.dirname, "../pages", c.req.param("page")), "utf8").catch(() => undefined);
    return html === undefined ? c.notFound() : c.html(html);
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (address) => {
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Browsers keep connections open for a next request, which a test will never make.
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
