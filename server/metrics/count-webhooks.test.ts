import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "../http/context.ts";
import { countWebhooks } from "./count-webhooks.ts";

test("a webhook is counted by what was answered, and nothing is counted that only looks like one", async () => {
  const counted: string[] = [];
  const metrics = { countWebhook: (webhook: string, outcome: string) => void counted.push(`${webhook} ${outcome}`) };
  const app = new Hono<AppEnv>()
    .use("/hooks/*", countWebhooks(metrics, { status: "/hooks/status" }))
    .post("/hooks/status", (c) => {
      const status = Number(c.req.query("answer"));
      if (status === 500) throw new Error("The database is down.");
      return new Response(null, { status });
    });
  app.onError((_error, c) => c.body(null, 500));
  for (const answer of [204, 403, 415, 500]) await app.request(`/hooks/status?answer=${answer}`, { method: "POST" });
  await app.request("/hooks/status/../anything", { method: "POST" });
  await app.request("/hooks/anything", { method: "POST" });
  expect(counted).toEqual(["status recorded", "status unsigned", "status not_understood", "status failed"]);
});
