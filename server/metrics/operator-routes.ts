import { createHash, timingSafeEqual } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono, type Context } from "hono";
import type { AppEnv } from "../http/context.ts";
import { problem } from "../http/problem.ts";
import type { Metrics } from "./metrics.ts";

export interface OperatorRoutesDeps {
  /** Whether the database answers at this moment; throws when it does not. */
  ping: () => Promise<void>;
  metrics: Pick<Metrics, "contentType" | "render">;
  /** Who bears it may read the metrics. Undefined: see `metricsNeedToken`. */
  metricsToken: string | undefined;
  /** False only where nobody but this machine can reach the server, not even through a proxy. */
  metricsNeedToken: boolean;
}

const patienceMs = 2_000;

/** `GET /readyz`: whether requests can be served now. `GET /metrics`: what the server counts of itself. For the operator's machines. */
export function createOperatorRoutes({ ping, metrics, metricsToken, metricsNeedToken }: OperatorRoutesDeps) {
  return new Hono<AppEnv>()
    .get("/readyz", async (c) => {
      const isReady = await answersInTime(ping);
      return c.json({ ready: isReady }, isReady ? 200 : 503, { "cache-control": "no-store" });
    })
    .get("/metrics", async (c) => {
      const isAllowed = metricsToken === undefined ? !metricsNeedToken && comesFromHere(c) : bears(c, metricsToken);
      if (!isAllowed)
        return problem(c, "forbidden", "The metrics are for who sends METRICS_TOKEN, as `authorization: Bearer ...`.");
      return c.body(await metrics.render(), 200, { "content-type": metrics.contentType, "cache-control": "no-store" });
    });
}

async function answersInTime(ping: () => Promise<void>): Promise<boolean> {
  const { promise: isLate, resolve: giveUp } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => giveUp(false), patienceMs);
  try {
    return await Promise.race([
      ping().then(
        () => true,
        () => false,
      ),
      isLate,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Digests are compared, so that the time it takes tells neither the token nor its length. */
function bears(c: Context, token: string): boolean {
  const offered = /^bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  return offered !== undefined && timingSafeEqual(digest(offered), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function comesFromHere(c: Context): boolean {
  const { address = "" } = getConnInfo(c).remote;
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
