import { describe, expect, test, vi } from "vitest";
import { createFakeChrome } from "./testing/fake-chrome.ts";
import { idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";
import { sampleCall, sampleDialled } from "./testing/sample-call.ts";

const chrome = createFakeChrome();
vi.mock("wxt/browser", () => ({
  get browser() {
    return chrome.browser;
  },
}));
const { callLog, eventsBetween, logChange } = await import("./call-log.ts");

const open: CallSnapshot = {
  ...idleSnapshot,
  freshness: "stream",
  state: { status: "open", ...sampleDialled, call: sampleCall(), callSid: "CA1", answeredAtMs: 1, isMuted: false },
};

describe("the log of calls", () => {
  test("has what is new and nothing that was so before", () => {
    expect(eventsBetween(idleSnapshot, open)).toEqual(["call.open", "server.stream"]);
    expect(eventsBetween(open, open)).toEqual([]);
    const lossy = { level: "fair", cause: "packet_loss", figures: undefined } as const;
    expect(eventsBetween(open, { ...open, sound: { phase: "talking", quality: lossy } })).toEqual(["sound.fair.packet_loss"]);
  });

  test("is bounded, and keeps the newest", async () => {
    for (let round = 0; round < 120; round += 1) {
      await logChange(idleSnapshot, open, round);
      await logChange(open, idleSnapshot, round);
    }
    const log = await callLog.read();
    expect(log).toHaveLength(150);
    expect(log.at(-1)).toEqual({ atMs: 119, event: "server.none" });
  });

  test("is not read when something else than codes was put into it", async () => {
    chrome.stored.local.set("callLog", [{ atMs: 1, event: "call.failed +14155550100" }]);
    expect(await callLog.read()).toEqual([]);
  });
});
