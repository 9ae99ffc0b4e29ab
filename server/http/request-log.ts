import type { MiddlewareHandler } from "hono";
import { ulid } from "ulid";
import type { Logger } from "../logger.ts";
import type { AppEnv } from "./context.ts";

/**
 * Gives each request an id, which the answer carries and the log repeats, and logs what came of it. The query is left out:
 * phone numbers travel in it.
 */
export function requestLog(logger: Logger): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = `req_${ulid()}`;
    const startedMs = performance.now();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    await next();
    const durationMs = Math.round(performance.now() - startedMs);
    const entry = { requestId, method: c.req.method, path: c.req.path, status: c.res.status, durationMs };
    if (c.req.path === "/healthz") logger.debug(entry, "request");
    else logger.info(entry, "request");
  };
}
