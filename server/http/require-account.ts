import type { MiddlewareHandler } from "hono";
import type { AppEnv, SignedIn } from "./context.ts";
import { problem } from "./problem.ts";

/** Who the request's bearer session belongs to; undefined when there is none, or it has ended. */
export type ReadSession = (headers: Headers) => Promise<SignedIn | undefined>;

/**
 * Lets only signed-in people through and tells the handlers behind it who is asking, as `c.var.signedIn`. Where a guard before it
 * has asked already, that answer holds.
 */
export function requireAccount(readSession: ReadSession): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const earlier: SignedIn | undefined = c.get("signedIn");
    const signedIn = earlier ?? (await readSession(c.req.raw.headers));
    if (!signedIn) return problem(c, "unauthorized", "Sign in, and send the session as `authorization: Bearer ...`.");
    c.set("signedIn", signedIn);
    await next();
  };
}
