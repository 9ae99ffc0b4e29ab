import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { rateLimiter } from "hono-rate-limiter";
import type { AppEnv } from "./context.ts";
import { problem } from "./problem.ts";

const windowMs = 60_000;

/** At most so many requests a minute from one address. For what needs no session. */
export function limitByAddress(perMinute: number): MiddlewareHandler<AppEnv> {
  return limit(perMinute, addressOf);
}

/** At most so many requests a minute by one account, with however many sessions. Comes after `requireAccount`. */
export function limitByAccount(perMinute: number): MiddlewareHandler<AppEnv> {
  return limit(perMinute, (c) => c.var.signedIn.accountId);
}

function limit(perMinute: number, keyGenerator: (c: Context<AppEnv>) => string): MiddlewareHandler<AppEnv> {
  return rateLimiter<AppEnv>({
    windowMs,
    limit: perMinute,
    standardHeaders: "draft-7",
    keyGenerator,
    handler: (c) =>
      problem(c, "too_many_requests", `That was more than ${perMinute} times in a minute. Wait a minute and try again.`, {
        perMinute,
      }),
  });
}

/** The peer's address. Forwarded headers are not believed: anybody can write them. */
function addressOf(c: Context<AppEnv>): string {
  // A request that came through no socket, as in tests, has no connection to ask.
  return hasSocket(c.env) ? (getConnInfo(c).remote.address ?? "unknown") : "none";
}

function hasSocket(env: unknown): boolean {
  return typeof env === "object" && env !== null && "incoming" in env;
}
