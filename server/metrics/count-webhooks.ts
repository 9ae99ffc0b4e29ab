import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../http/context.ts";
import type { Metrics, WebhookOutcome } from "./metrics.ts";

/** Counts what is answered under a path of webhooks. The last part of the path is the webhook's name, if there is one of that name. */
export function countWebhooks(
  metrics: Pick<Metrics, "countWebhook">,
  webhooks: Readonly<Record<string, string>>,
): MiddlewareHandler<AppEnv> {
  const names = new Map(Object.entries(webhooks).map(([name, path]) => [path, name]));
  return async (c, next) => {
    await next();
    const name = names.get(c.req.path);
    if (name !== undefined) metrics.countWebhook(name, outcomeOf(c.res.status));
  };
}

function outcomeOf(status: number): WebhookOutcome {
  if (status < 300) return "recorded";
  if (status === 403) return "unsigned";
  return status < 500 ? "not_understood" : "failed";
}
