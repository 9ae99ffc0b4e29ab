import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { proxy } from "hono/proxy";

/** Stands between the extension and its server, and notes all that the server is asked. */
export interface RequestRecorder {
  url: string;
  /** "GET /api/rates?to=%2B14155550100", in the order in which they came. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** `isHeld` says which paths are never answered, as by a server that hangs. */
export async function startRequestRecorder(
  serverUrl: string,
  { isHeld = () => false }: { isHeld?: (path: string) => boolean } = {},
): Promise<RequestRecorder> {
  const requests: string[] = [];
  const app = new Hono();
  app.all("*", (c) => {
    const { pathname, search } = new URL(c.req.url);
    requests.push(`${c.req.method} ${pathname}${search}`);
    if (isHeld(pathname)) return new Promise<Response>(() => {});
    return proxy(`${serverUrl}${pathname}${search}`, c.req);
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        requests,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
