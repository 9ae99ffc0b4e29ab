import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { micros } from "#shared/money.ts";
import { afterEach, describe, expect, test } from "vitest";
import { createMetrics } from "./metrics.ts";
import { createOperatorRoutes, type OperatorRoutesDeps } from "./operator-routes.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(overrides: Partial<OperatorRoutesDeps> = {}) {
  const metrics = createMetrics();
  const deps = { ping: async () => {}, metrics, metricsToken: undefined, metricsNeedToken: false, ...overrides };
  const server = createAdaptorServer({ fetch: createOperatorRoutes(deps).fetch });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => void server.close(resolve)));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, authorization?: string) =>
    fetch(`${url}${path}`, { headers: authorization === undefined ? {} : { authorization } });
  return { metrics, ask };
}

describe("readiness", () => {
  test("is told while the database answers", async () => {
    const { ask } = await start();
    const answer = await ask("/readyz");
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  test.each([
    ["is down", () => Promise.reject(new Error("connection refused to 10.0.0.7"))],
    ["does not answer", () => new Promise<void>(() => {})],
  ])("is denied while the database %s, without a word about it", async (_how, ping) => {
    const { ask } = await start({ ping });
    const answer = await ask("/readyz");
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
  });
});

describe("metrics", () => {
  const token = "a token of some length";

  test.each([
    ["without a token, to this machine, where nobody else can come", {}, undefined, 200],
    ["without a token where others can come, be it through a proxy here", { metricsNeedToken: true }, undefined, 403],
    ["with the token", { metricsToken: token, metricsNeedToken: true }, `Bearer ${token}`, 200],
    ["with another token", { metricsToken: token, metricsNeedToken: true }, "Bearer another", 403],
    ["with no token, though there is one", { metricsToken: token }, undefined, 403],
    ["with the token as a password", { metricsToken: token }, `Basic ${token}`, 403],
  ])("asked for %s", async (_how, deps, authorization, status) => {
    const { ask } = await start(deps);
    expect((await ask("/metrics", authorization)).status).toBe(status);
  });

  test("tell what was counted, in Prometheus's words", async () => {
    const { metrics, ask } = await start();
    metrics.countWebhook("status", "recorded");
    metrics.countWebhook("status", "recorded");
    metrics.countWebhook("voice", "unsigned");
    metrics.countPass("reconciling", ["settled", "settled", "not_answered"]);
    metrics.countFailedPass("pricing");
    metrics.countUnrecovered(micros(12_000));
    for (const size of [1, 3, 30]) metrics.observeCommit(size);
    metrics.watchStreams(() => 7);
    let calls: Record<string, number> = { ringing: 2, "in-progress": 5 };
    metrics.watchCalls(async () => calls);
    const answer = await ask("/metrics");
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    const text = await answer.text();
    for (const line of [
      'ringback_webhooks_total{webhook="status",outcome="recorded"} 2',
      'ringback_webhooks_total{webhook="voice",outcome="unsigned"} 1',
      'ringback_passes_total{pass="reconciling",result="done"} 1',
      'ringback_passes_total{pass="pricing",result="failed"} 1',
      'ringback_pass_outcomes_total{pass="reconciling",outcome="settled"} 2',
      "ringback_unrecovered_micros_total 12000",
      'ringback_commit_size_bucket{le="4"} 2',
      "ringback_live_streams 7",
      'ringback_calls{status="in-progress"} 5',
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
    calls = { ringing: 1 };
    expect(await (await ask("/metrics")).text()).not.toContain("in-progress");
  });
});
