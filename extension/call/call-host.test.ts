import { micros } from "#shared/money.ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { defaultAudioSettings } from "../platform/settings.ts";
import type { CallClient } from "./call-client.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { idleSnapshot } from "./call-snapshot.ts";
import type { CallState } from "./call-state.ts";
import { createFakeChrome, type FakeChrome } from "./testing/fake-chrome.ts";
import { sampleCall, sampleDialled, sampleProfile } from "./testing/sample-call.ts";

let chrome: FakeChrome;
let calls: CallClient;

// Each test has a worker of its own, as Chrome gives it after a stop: nothing is remembered but what was stored.
async function startWorker(): Promise<void> {
  vi.resetModules();
  vi.doMock("wxt/browser", () => ({ browser: chrome.browser }));
  const { hostCalls } = await import("./call-host.ts");
  const { hostUpdates } = await import("./waiting-update.ts");
  calls = hostCalls();
  hostUpdates();
}

beforeEach(async () => {
  chrome = createFakeChrome();
  vi.stubGlobal("navigator", { language: "en-US" });
  chrome.stored.local.set("session", { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" });
  await startWorker();
});

const call = sampleCall();
const open: CallState = { status: "open", ...sampleDialled, call, callSid: "CA1", answeredAtMs: 5000, isMuted: false };
const ended: CallState = { status: "ended", ...sampleDialled, call, answeredAtMs: 5000, endedAtMs: 9000 };
const snapshotOf = (state: CallState): CallSnapshot => ({ ...idleSnapshot, state });
const stored = async () => (await calls.readSnapshot()).state;
const report = (state: CallState) => chrome.ask("call-report", "snapshot", snapshotOf(state));

const headset = { deviceId: "h1", label: "Headset" };
const choose = (microphone: unknown) => chrome.store("settings", { audio: { ...defaultAudioSettings(), microphone } });

describe("the devices of a call", () => {
  it("are told to the document with the call, and each change of them at once", async () => {
    const sent: unknown[] = [];
    chrome.offscreen = (name, request) => {
      sent.push([name, (request as { audio?: unknown }).audio ?? request]);
      return { ok: true };
    };
    await calls.start({ to: "1" });
    await choose(headset);
    await calls.readSnapshot();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      ["place", defaultAudioSettings()],
      ["setAudio", { ...defaultAudioSettings(), microphone: headset }],
    ]);
  });

  it("make no document where there is no call", async () => {
    await choose(headset);
    await calls.hangUp();
    expect(chrome.createDocument).not.toHaveBeenCalled();
  });
});

describe("starting a call", () => {
  it("hands the document what it cannot read by itself: session, country, interval", async () => {
    const placed = vi.fn(() => ({ ok: true }));
    chrome.offscreen = placed;
    expect(await calls.start({ to: "415 555 0100" })).toEqual({ ok: true });
    expect(placed).toHaveBeenCalledWith(
      "place",
      expect.objectContaining({
        to: "415 555 0100",
        region: "US",
        session: { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" },
        pollIntervalMs: 2000,
        clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
      }),
    );
  });

  it("has the document open the way for a call that is expected, and says no number", async () => {
    const asked = vi.fn(() => ({ ok: true }));
    chrome.offscreen = asked;
    await chrome.ask("call", "prepare");
    const session = { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" };
    expect(asked.mock.calls).toEqual([["prepare", { session }]]);
  });

  it("expects no call of a stranger", async () => {
    chrome.stored.local.delete("session");
    await chrome.ask("call", "prepare");
    expect(chrome.createDocument).not.toHaveBeenCalled();
  });

  it("makes one document for a call and for what was prepared for it at the same moment", async () => {
    await Promise.all([chrome.ask("call", "prepare"), calls.start({ to: "1" })]);
    expect(chrome.createDocument).toHaveBeenCalledOnce();
  });

  it("makes one document for two calls asked for at once", async () => {
    await Promise.all([calls.start({ to: "1" }), chrome.ask("call", "start", { to: "2" })]);
    expect(chrome.createDocument).toHaveBeenCalledOnce();
  });

  it("makes none where there is one, even after the worker was stopped", async () => {
    await calls.start({ to: "1" });
    await startWorker();
    await calls.start({ to: "2" });
    expect(chrome.createDocument).toHaveBeenCalledOnce();
  });

  it("asks the next document when the last one closes itself at that very moment", async () => {
    const keys: unknown[] = [];
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    chrome.offscreen = (_name, request) => {
      keys.push((request as { clientKey: string }).clientKey);
      if (keys.length > 1) return { ok: true };
      chrome.contexts.delete("OFFSCREEN_DOCUMENT");
      throw new Error("The message port closed before a response was received.");
    };
    expect(await calls.start({ to: "1" })).toEqual({ ok: true });
    expect(chrome.createDocument).toHaveBeenCalledOnce();
    expect(keys[0]).toBe(keys[1]);
  });

  it("passes on that another call is in progress, and shows that one still", async () => {
    await report(open);
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    chrome.offscreen = () => ({ ok: false, error: { code: "call_in_progress" } });
    expect(await calls.start({ to: "1" })).toMatchObject({ ok: false, error: { code: "call_in_progress" } });
    expect(await stored()).toEqual(open);
  });

  it("says and shows that nobody is signed in, and can be dismissed", async () => {
    chrome.stored.local.delete("session");
    expect(await calls.start({ to: "1" })).toMatchObject({ ok: false, error: { code: "not_connected" } });
    expect(await stored()).toMatchObject({ status: "failed", dialled: "1", failure: { code: "not_connected" } });
    expect(chrome.createDocument).not.toHaveBeenCalled();
    await calls.dismiss();
    expect(await stored()).toEqual({ status: "idle" });
  });

  it("does not end the call that is on because somebody signed out meanwhile", async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
    chrome.stored.local.delete("session");
    expect((await calls.start({ to: "1" })).ok).toBe(false);
    expect(await stored()).toEqual(open);
  });

  it("says that the extension failed when no document can be had", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    chrome.offscreen = undefined;
    expect(await calls.start({ to: "1" })).toMatchObject({ ok: false, error: { code: "extension_failed" } });
    expect((await stored()).status).toBe("failed");
  });
});

describe("a second call", () => {
  const second = { to: "+442079460000" };
  const choice = { call: second, insteadOf: sampleDialled.clientKey };
  const inTheWay = { ok: false, error: { code: "call_in_progress", inTheWay: sampleDialled.clientKey } };

  beforeEach(async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
  });

  it("is put to the person in every window, and neither ends the first nor begins", async () => {
    chrome.offscreen = () => inTheWay;
    expect(await calls.start(second)).toEqual(inTheWay);
    expect(chrome.stored.session.get("secondCall")).toEqual({ ...choice, hasMoved: false });
    expect(await stored()).toEqual(open);
  });

  it("takes the place of the first when the person has chosen so, in one go", async () => {
    const asked: string[] = [];
    chrome.offscreen = (name) => {
      asked.push(name);
      return { ok: true };
    };
    chrome.stored.session.set("secondCall", choice);
    expect(await calls.replace(choice)).toEqual({ ok: true });
    expect(asked).toEqual(["makeWay", "place"]);
    expect(chrome.stored.session.get("secondCall")).toBeUndefined();
  });

  it("does not end a call that another window has put in the first one's place", async () => {
    const third = { ...open, clientKey: "third" };
    await report(third);
    const asked: string[] = [];
    chrome.offscreen = (name) => {
      asked.push(name);
      return { ok: false, error: { code: "call_in_progress", inTheWay: "third" } };
    };
    expect((await calls.replace(choice)).ok).toBe(false);
    expect(asked).toEqual(["makeWay", "place"]);
    expect(chrome.stored.session.get("secondCall")).toEqual({ call: second, insteadOf: "third", hasMoved: true });
  });
});

describe("a call during which the browser ended", () => {
  const remembered = { callId: call.id, toNumber: call.toNumber, contactName: null };

  it("is told of at the next start", async () => {
    await report(open);
    chrome.stored.session.clear();
    await startWorker();
    await chrome.ask("call", "verify");
    expect(chrome.stored.local.get("interruptedCall")).toEqual(remembered);
    expect(await stored()).toEqual({ status: "idle" });
  });

  it("is told of once", async () => {
    await report(open);
    chrome.stored.session.clear();
    await startWorker();
    await chrome.ask("call", "verify");
    chrome.stored.local.delete("interruptedCall");
    await startWorker();
    await chrome.ask("call", "verify");
    expect(chrome.stored.local.has("interruptedCall")).toBe(false);
  });

  it.each([
    ["ended", ended],
    ["failed", { status: "failed", ...sampleDialled, call, failure: { code: "busy" }, endedAtMs: 1 } as const],
  ])("is none that %s before", async (_how, over) => {
    await report(open);
    await report(over);
    chrome.stored.session.clear();
    await startWorker();
    await chrome.ask("call", "verify");
    expect(chrome.stored.local.has("interruptedCall")).toBe(false);
  });
});

describe("an update of the extension", () => {
  it("waits for the end of the call and for its record", async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
    chrome.offerUpdate();
    await chrome.ask("call", "verify");
    expect(chrome.reload).not.toHaveBeenCalled();
    await chrome.ask("call-report", "snapshot", { ...snapshotOf(ended), freshness: "stream" });
    expect(chrome.reload).not.toHaveBeenCalled();
    await report(ended);
    expect(chrome.reload).toHaveBeenCalledOnce();
  });

  it("waits though the worker is stopped meanwhile", async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
    chrome.offerUpdate();
    await startWorker();
    expect(chrome.reload).not.toHaveBeenCalled();
    await report(ended);
    expect(chrome.reload).toHaveBeenCalled();
  });

  it("leaves it to Chrome while one of our pages is open", async () => {
    chrome.contexts.add("POPUP");
    chrome.offerUpdate();
    await chrome.ask("call", "verify");
    expect(chrome.reload).not.toHaveBeenCalled();
  });

  it("happens at once when nobody is talking", async () => {
    chrome.offerUpdate();
    await chrome.ask("call", "verify");
    expect(chrome.reload).toHaveBeenCalledOnce();
  });

  it("never comes of itself", async () => {
    await report(open);
    await report(ended);
    expect(chrome.reload).not.toHaveBeenCalled();
  });
});

describe("mirroring", () => {
  it("stores the snapshots in the order in which they came", async () => {
    await Promise.all([report({ status: "pending", ...sampleDialled, call }), report(open), report(ended)]);
    expect(await stored()).toEqual(ended);
  });

  it("shows on the toolbar that a call is on, and nothing after it", async () => {
    await report(open);
    expect(chrome.badgeText).toBe("●");
    await report(ended);
    expect(chrome.badgeText).toBe("");
  });

  it("tells of a call that ended by itself, once", async () => {
    await report(open);
    await report(ended);
    await report({ ...ended, call: sampleCall({ status: "completed" }) });
    expect(chrome.notify).toHaveBeenCalledOnce();
  });

  it("does not tell the person who hung up, even when the worker was stopped in between", async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
    await calls.hangUp();
    await startWorker();
    await report(ended);
    expect(chrome.notify).not.toHaveBeenCalled();
  });

  it("does not tell a person who has the popup open", async () => {
    chrome.contexts.add("POPUP");
    await report(open);
    await report(ended);
    expect(chrome.notify).not.toHaveBeenCalled();
  });
});

const withBalance = (posted: number): CallSnapshot => {
  const profile = sampleProfile(1, call);
  const amounts = { postedMicros: micros(posted), availableMicros: micros(posted), lowBalanceMicros: micros(5_000_000) };
  const balance = { ...profile.balance, ...amounts, isLow: posted < 5_000_000 };
  return { ...idleSnapshot, profile: { ...profile, balance } };
};

const reportBalance = (posted: number) => chrome.ask("call-report", "snapshot", withBalance(posted));

describe("a balance that falls below the level that was set", () => {
  it("is told once, with the level, even when the worker and the browser were stopped in between", async () => {
    await reportBalance(6_000_000);
    await startWorker();
    await reportBalance(4_000_000);
    expect(chrome.notify).toHaveBeenCalledExactlyOnceWith(
      "low-balance",
      expect.objectContaining({ title: "Your balance is below $5.00" }),
    );
    chrome.stored.session.clear();
    await startWorker();
    await reportBalance(3_000_000);
    expect(chrome.notify).toHaveBeenCalledOnce();
  });

  it("is told again after it was above the level", async () => {
    for (const posted of [6_000_000, 4_000_000, 9_000_000, 4_000_000]) await reportBalance(posted);
    expect(chrome.notify).toHaveBeenCalledTimes(2);
  });
});

describe("when the document has gone", () => {
  it("says so of a call that was live when the worker starts again", async () => {
    await report(open);
    await startWorker();
    await chrome.ask("call", "verify");
    expect(await stored()).toMatchObject({ status: "failed", failure: { code: "browser_ended" }, call: { id: call.id } });
    expect(chrome.badgeText).toBe("!");
  });

  it("says so at once when the port of a live call closes", async () => {
    const close = chrome.connect("live-call");
    await report(open);
    close();
    await vi.waitFor(async () => expect((await stored()).status).toBe("failed"));
  });

  it("leaves a call alone whose document is there", async () => {
    chrome.contexts.add("OFFSCREEN_DOCUMENT");
    await report(open);
    await startWorker();
    await chrome.ask("call", "verify");
    expect(await stored()).toEqual(open);
  });

  it("ends a call that is hung up on with nobody there to do it", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await report(open);
    await calls.hangUp();
    expect((await stored()).status).toBe("failed");
  });

  it("still lets an ended call be dismissed", async () => {
    await report(ended);
    await chrome.ask("call", "dismiss");
    expect(await stored()).toEqual({ status: "idle" });
  });
});
