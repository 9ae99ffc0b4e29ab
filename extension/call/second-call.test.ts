import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlaceCall } from "./call-messages.ts";
import type { SecondCall } from "./second-call.ts";
import { createFakeChrome, type FakeChrome } from "./testing/fake-chrome.ts";
import { SessionBench, pass, request } from "./testing/session-bench.ts";

const first = "+14155550100";
const second = "+12125550199";
const third = "+12125550150";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The worker and the owner of the call, with the messages between them in whatever order Chrome might bring them. */
async function startWorker(scheduler: fc.Scheduler): Promise<{ chrome: FakeChrome; bench: SessionBench }> {
  const chrome = createFakeChrome();
  const bench = new SessionBench();
  chrome.contexts.add("OFFSCREEN_DOCUMENT");
  chrome.stored.local.set("session", { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" });
  // Those of one document come in the order in which it sent them, and each at any time.
  let reported: Promise<unknown> = Promise.resolve();
  bench.onShown = (snapshot) => {
    reported = reported
      .then(() => scheduler.schedule(Promise.resolve(), "a snapshot is on its way"))
      .then(() => chrome.ask("call-report", "snapshot", snapshot));
  };
  chrome.offscreen = async (name, request) => {
    await scheduler.schedule(Promise.resolve(), `${name} is on its way`);
    if (name === "place") return bench.session.place(request as PlaceCall);
    if (name === "makeWay") bench.session.makeWay((request as { clientKey: string }).clientKey);
    return { ok: true };
  };
  vi.resetModules();
  vi.doMock("wxt/browser", () => ({ browser: chrome.browser }));
  vi.stubGlobal("navigator", { language: "en-US" });
  const { hostCalls } = await import("./call-host.ts");
  hostCalls();
  return { chrome, bench };
}

test.each([
  ["the same call", [second, second]],
  ["three calls", [second, third, second]],
])(
  "windows that choose %s in place of one end that one and make one, in whatever order their messages come",
  async (_what, chosen) => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { chrome, bench } = await startWorker(scheduler);
        await scheduler.waitFor(chrome.ask("call", "start", { to: first }));
        await scheduler.waitFor(pass());
        const { state } = bench.last();
        const insteadOf = state.status === "idle" ? "" : state.clientKey;
        const windows = chosen.map(async (to) => {
          await scheduler.schedule(Promise.resolve(), `a window chooses ${to}`);
          return chrome.ask("call", "replace", { call: { to }, insteadOf });
        });
        await scheduler.waitFor(Promise.all(windows));
        await scheduler.waitFor(pass());
        const keys = bench.shown.map((shown) => (shown.state.status === "idle" ? undefined : shown.state.clientKey));
        expect(new Set(keys).size).toBe(2);
        expect(bench.state().status).toBe("pending");
        expect(choiceOf(chrome)?.insteadOf).toBe(choiceOf(chrome) && keys.at(-1));
      }),
      { numRuns: 20 },
    );
  },
);

function choiceOf(chrome: FakeChrome): SecondCall | undefined {
  return chrome.stored.session.get("secondCall") as SecondCall | undefined;
}

test("a choice that another window was quicker with is asked anew, about the call that is on now", async () => {
  const scheduler = fc.sample(fc.scheduler(), 1)[0];
  if (!scheduler) throw new Error("There is no order.");
  const { chrome, bench } = await startWorker(scheduler);
  await scheduler.waitFor(chrome.ask("call", "start", { to: first }));
  const { state } = bench.last();
  const insteadOf = state.status === "idle" ? "" : state.clientKey;
  await scheduler.waitFor(chrome.ask("call", "replace", { call: { to: second }, insteadOf }));
  const refused = await scheduler.waitFor(chrome.ask("call", "replace", { call: { to: third }, insteadOf }));
  const now = bench.last().state;
  expect(refused).toMatchObject({ ok: false, error: { code: "call_in_progress" } });
  expect(now).toMatchObject({ dialled: second });
  expect(choiceOf(chrome)).toEqual({
    call: { to: third },
    insteadOf: now.status === "idle" ? "" : now.clientKey,
    hasMoved: true,
  });
});

test("a choice about a call that has made way calls nobody when what came in its place is over, too", async () => {
  const bench = new SessionBench();
  bench.session.place(request);
  bench.session.makeWay(request.clientKey);
  bench.session.place({ ...request, clientKey: "other", to: second, insteadOf: request.clientKey });
  bench.session.hangUp();
  const refused = bench.session.place({ ...request, clientKey: "late", to: second, insteadOf: request.clientKey });
  expect(refused).toEqual({ ok: false, error: { code: "call_in_progress" } });
  expect(bench.state()).toMatchObject({ clientKey: "other" });
});
