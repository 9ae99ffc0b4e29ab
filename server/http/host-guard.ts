import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { problem } from "./problem.ts";

/**
 * Refuses requests that name another host. A server on loopback trusts that only this machine reaches it; a page could make its
 * own domain resolve to 127.0.0.1 and reach it from a browser, but then the Host header still bears that domain (DNS rebinding).
 */
export function hostGuard(allowedHostnames: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const hostname = URL.parse(`http://${c.req.header("host") ?? ""}`)?.hostname;
    if (hostname === undefined || !allowedHostnames.has(hostname)) {
      return problem(c, "forbidden", "This server does not answer to that host name. Set PUBLIC_URL if it should.");
    }
    await next();
  };
}
