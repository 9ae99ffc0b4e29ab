import { demoAnswerSchema } from "#shared/api/server-info.ts";
import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { describeAnswer } from "../http/describe-answer.ts";
import { problem } from "../http/problem.ts";

export interface DemoRoutesDeps {
  /** Only where nobody's money is at stake: with a sandbox for a carrier, on a server that this machine alone can reach. */
  demoAvailable: boolean;
  openDemoAccount: () => Promise<string>;
  allowedOrigins: ReadonlySet<string>;
}

/**
 * `POST /demo`. The browser writes the Origin header, so a page cannot ask for an account by pretending to be the extension;
 * a request without one comes from no extension and is refused too.
 */
export function createDemoRoutes({ demoAvailable, openDemoAccount, allowedOrigins }: DemoRoutesDeps) {
  return new Hono<AppEnv>().post("/demo", describeAnswer("Open a demo account and sign in", 200, demoAnswerSchema), async (c) => {
    if (!demoAvailable)
      return problem(c, "demo_unavailable", "Demo accounts are only given by a sandbox on your own machine. Sign in.");
    if (!allowedOrigins.has(c.req.header("origin") ?? "")) {
      return problem(c, "forbidden", "A demo account is given to the extension only. Open its welcome page.");
    }
    c.header("cache-control", "no-store");
    return c.json({ bearerToken: await openDemoAccount() });
  });
}
