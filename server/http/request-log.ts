import type { MiddlewareHandler } from "hono";
import { randomUUID } from "node:crypto";
import type { Logger } from "../logger.ts";
import type { AppEnv } from "./context.ts";

/**
 * Gives each request an id, which the answer carries and the log repeats, and logs what came of it. The query is left out:
 * phone numbers travel in it.
 */
export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  // Looking for secrets by name in what has none costs as much as a whole webhook. These are all the names there are.
  const plainLogger = logger.child({}, { redact: [] });
  return async (c, next) => {
    const requestId = `req_${randomUUID()}`;
    const startedMs = performance.now();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    const durationMs = Math.round(performance.now() - startedMs);
    const entry = { requestId, method: c.req.method, path: c.req.path, status: c.res.status, durationMs };
    if (askedByMachines.has(c.req.path)) plainLogger.debug(entry, "request");
    else plainLogger.info(entry, "request");
  };
}

/** Asked every few seconds for as long as the server runs, by whatever watches over it. */
const askedByMachines: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);
