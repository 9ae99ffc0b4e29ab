import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { AppEnv } from "./context.ts";
import { problem } from "./problem.ts";

/** Lets the pages of the allowed origins, and no others, read answers. Clients that are no browser send no Origin and pass. */
export function allowOrigins(allowed: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return cors({
    origin: (origin) => (allowed.has(origin) ? origin : null),
    allowMethods: ["GET", "POST", "PUT"],
    allowHeaders: ["authorization", "content-type", "idempotency-key", "if-none-match", "last-event-id"],
    exposeHeaders: ["set-auth-token", "etag", "retry-after", "x-request-id", "date"],
    maxAge: 600,
  });
}

/** Refuses what comes from any other page, before it does anything: not to see the answer is not enough for a page that means harm. */
export function refuseOtherOrigins(allowed: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header("origin");
    if (origin !== undefined && !allowed.has(origin)) {
      return problem(
        c,
        "forbidden",
        "Pages of this origin may not use this server. ALLOWED_EXTENSION_IDS names the extensions that may.",
      );
    }
    await next();
  };
}
