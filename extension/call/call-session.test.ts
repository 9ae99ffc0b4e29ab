import type { Call } from "#shared/api/calls.ts";
import { err, ok } from "#shared/result.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlaceCall } from "./call-messages.ts";
import { createCallSession, type CallSession } from "./call-session.ts";
import { idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";
import { failureOf } from "./failures.ts";
import type { Microphone } from "./microphone.ts";
import { createFakeLine, createFakeMicrophone, type FakeLine } from "./testing/fake-line.ts";
import { createFakeServer, type FakeServer } from "./testing/fake-server.ts";
import { sampleCall, sampleDialled, sampleProfile } from "./testing/sample-call.ts";

const second = 1000;
const callSid = "CA0123456789abcdef0123456789abcdef";
const start = Date.parse("2026-01-01T00:00:00.000Z");

const request: PlaceCall = {
  clientKey: sampleDialled.clientKey,
  to: sampleDialled.dialled,
  region: "US",
  session: { serverUrl: "http://127.0.0.1:8787", bearerToken: "token" },
  pollIntervalMs: 2000,
};

let server: FakeServer;
let line: FakeLine;
let microphone: ReturnType<typeof createFakeMicrophone>;
let openMicrophone: () => Promise<ReturnType<typeof ok<Microphone>> | ReturnType<typeof err<ReturnType<typeof failureOf>>>>;
let ringback: string[];
let shown: CallSnapshot[];
let settled: number;
let session: CallSession;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  server = createFakeServer(sampleProfile(1));
  server.routes["POST /api/calls"] = () => Response.json({ call: sampleCall() });
  server.routes["POST /api/voice/token"] = () =>
    Response.json({ token: "jwt", identity: "ada", ttlSeconds: 3600, sandboxSignalUrl: "ws://127.0.0.1:1/signal" });
  server.routes["POST /api/user/transactions"] = () => Response.json({ accepted: true, transaction: null });
  line = createFakeLine();
  microphone = createFakeMicrophone();
  openMicrophone = async () => ok<Microphone>(microphone);
  ringback = [];
  shown = [];
  settled = 0;
  session = createCallSession({
    createApi: () => server.api,
    dial: (options) => line.dial(options),
    openMicrophone: () => openMicrophone(),
    ringback: { start: () => ringback.push("start"), stop: () => ringback.push("stop") },
    now: Date.now,
    publish: (snapshot) => shown.push(snapshot),
    onSettled: () => {
      settled += 1;
    },
  });
});

afterEach(() => vi.useRealTimers());

const serverNow = () => new Date(Date.now() + 600_000).toISOString();
const pass = (ms = 10) => vi.advanceTimersByTimeAsync(ms);
const last = () => shown.at(-1) ?? idleSnapshot;
const state = () => last().state;
const tell = (rev: number, call: Call) => {
  server.profile = sampleProfile(rev, call);
  server.push({ type: "profile", profile: server.profile });
};
const count = (route: string) => server.requests.filter((each) => each === route).length;

async function placeAndRing(): Promise<void> {
  session.place(request);
  await pass();
  line.report({ type: "ringing", callSid, hasEarlyMedia: true });
}

async function placeAndAnswer(): Promise<void> {
  await placeAndRing();
  line.report({ type: "opened", callSid });
  tell(2, sampleCall({ status: "in-progress", answeredAt: new Date().toISOString() }));
  await pass();
}

function expectEverythingReleased(): void {
  expect(microphone.isOn).toBe(false);
  expect(line.done).toContain("close");
  expect(ringback.at(-1)).toBe("stop");
  expect(server.openStreams).toBe(0);
  expect(last().freshness).toBe("none");
  expect(vi.getTimerCount()).toBe(0);
}

describe("a call from click to record", () => {
  it("goes through the contract's states, each shown once", async () => {
    await placeAndAnswer();
    session.hangUp();
    tell(3, sampleCall({ status: "completed", durationSeconds: 1, chargedMicros: 234 }));
    await pass();
    const statuses = shown.map((snapshot) => snapshot.state.status).filter((status, at, all) => status !== all[at - 1]);
    expect(statuses).toEqual(["requesting", "pending", "ringing", "open", "ended"]);
  });

  it("asks with the client's key and dials with the server's id", async () => {
    const bodies: unknown[] = [];
    server.routes["POST /api/calls"] = (body) => {
      bodies.push(body);
      return Response.json({ call: sampleCall() });
    };
    session.place({ ...request, fromNumber: sampleCall().fromNumber });
    await pass();
    expect(bodies).toEqual([{ clientKey: request.clientKey, to: request.to, region: "US", fromNumber: "+14155550199" }]);
    expect(line.dialled[0]).toMatchObject({ callId: sampleCall().id, token: "jwt", sandboxSignalUrl: "ws://127.0.0.1:1/signal" });
  });

  it("corrects the timer by the carrier's time of answer, on a machine whose clock is ten minutes slow", async () => {
    server.routes["POST /api/calls"] = () => Response.json({ call: sampleCall({ createdAt: serverNow() }) });
    await placeAndRing();
    await pass(5 * second);
    const answeredAt = serverNow();
    const answeredHere = Date.now();
    await pass(300);
    line.report({ type: "opened", callSid });
    tell(2, sampleCall({ status: "in-progress", answeredAt }));
    await pass();
    expect(state()).toMatchObject({ status: "open", answeredAtMs: answeredHere });
  });

  it("reports itself once when it is over, and refreshes the balance", async () => {
    const reports: unknown[] = [];
    server.routes["POST /api/user/transactions"] = (body) => {
      reports.push(body);
      return Response.json({ accepted: true, transaction: null });
    };
    await placeAndAnswer();
    await pass(3 * second);
    session.hangUp();
    await pass();
    tell(9, sampleCall({ status: "completed", durationSeconds: 3, chargedMicros: 700 }));
    await pass();
    expect(reports).toEqual([expect.objectContaining({ callId: sampleCall().id, status: "COMPLETED", duration: 3 })]);
    expect(last().profile?.rev).toBe(9);
    expect(state()).toMatchObject({ status: "ended", call: { chargedMicros: 700 } });
  });

  it("asks the server for nothing more once the record is home", async () => {
    await placeAndAnswer();
    tell(3, sampleCall({ status: "completed", durationSeconds: 1 }));
    await pass();
    expect(settled).toBe(1);
    expectEverythingReleased();
    const asked = server.requests.length;
    await pass(60 * second);
    expect(server.requests.length).toBe(asked);
  });

  it("lets go of everything even when the server never says how it ended", async () => {
    await placeAndAnswer();
    session.hangUp();
    await pass(11 * second);
    expect(settled).toBe(1);
    expectEverythingReleased();
  });
});

describe("how a call ends", () => {
  it("ends at once when the person hangs up, whatever the server is doing", async () => {
    await placeAndAnswer();
    server.isUp = false;
    session.hangUp();
    expect(state().status).toBe("ended");
    expect(microphone.isOn).toBe(false);
    expect(line.done).toContain("close");
  });

  it("ends when the other side hangs up, at that moment", async () => {
    await placeAndAnswer();
    await pass(4 * second);
    line.report({ type: "disconnected", failure: undefined });
    await pass();
    expect(state()).toMatchObject({ status: "ended", endedAtMs: Date.now() - 10 });
    expect(microphone.isOn).toBe(false);
  });

  it("ends by the carrier's word when the SDK's disconnect was lost", async () => {
    await placeAndAnswer();
    tell(3, sampleCall({ status: "completed", durationSeconds: 1 }));
    await pass();
    expect(state().status).toBe("ended");
    expect(line.done).toContain("close");
  });

  it.each([
    ["busy", "busy"],
    ["no-answer", "no_answer"],
    ["failed", "carrier_error"],
  ] as const)("waits after a bare disconnect for the carrier to say that it was %s", async (status, code) => {
    await placeAndRing();
    line.report({ type: "disconnected", failure: undefined });
    await pass(second);
    expect(state().status).toBe("ringing");
    expect(microphone.isOn).toBe(false);
    tell(3, sampleCall({ status }));
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code } });
  });

  it("asks for the carrier's word when the stream is not there to bring it", async () => {
    await placeAndRing();
    server.isStreaming = false;
    server.breakStreams();
    await pass(second);
    server.profile = sampleProfile(3, sampleCall({ status: "busy" }));
    line.report({ type: "disconnected", failure: undefined });
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "busy" } });
  });

  it("does not wait for it for ever", async () => {
    await placeAndRing();
    line.report({ type: "disconnected", failure: undefined });
    await pass(3100);
    expect(state()).toMatchObject({ status: "failed", failure: { code: "never_connected" } });
  });

  it("does not call a spoken refusal a call that ended", async () => {
    await placeAndRing();
    line.report({ type: "opened", callSid });
    line.report({ type: "disconnected", failure: undefined });
    await pass(second);
    tell(3, sampleCall({ status: "failed", reason: "insufficient_balance" }));
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "insufficient_balance" } });
  });

  it("says at once what the SDK knows by itself", async () => {
    await placeAndRing();
    line.report({ type: "disconnected", failure: failureOf("rejected") });
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "rejected" } });
  });

  it("does not call a call cancelled that was lost while it rang", async () => {
    await placeAndRing();
    line.report({ type: "disconnected", failure: failureOf("connection_lost") });
    await pass(second);
    tell(3, sampleCall({ status: "canceled" }));
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "connection_lost" }, call: { status: "canceled" } });
  });

  it("says that the connection was lost, when it comes back no more", async () => {
    await placeAndAnswer();
    line.report({ type: "reconnecting" });
    expect(state().status).toBe("reconnecting");
    line.report({ type: "disconnected", failure: failureOf("connection_lost") });
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "connection_lost" } });
    expect(microphone.isOn).toBe(false);
  });

  it("goes on where it was when the connection comes back", async () => {
    await placeAndAnswer();
    const before = state();
    line.report({ type: "reconnecting" });
    line.report({ type: "reconnected" });
    expect(state()).toEqual(before);
  });

  it("is cancelled when the person hangs up before the answer", async () => {
    await placeAndRing();
    session.hangUp();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "canceled" } });
    expect(line.done).toContain("close");
  });

  it("takes no notice of what a line reports after its end", async () => {
    await placeAndAnswer();
    session.hangUp();
    const over = state();
    line.report({ type: "reconnecting" });
    line.report({ type: "disconnected", failure: failureOf("connection_lost") });
    await pass();
    expect(state()).toBe(over);
  });
});

describe("a call that cannot begin", () => {
  it("asks nothing of the server without a microphone", async () => {
    openMicrophone = async () => err(failureOf("microphone_denied"));
    session.place(request);
    await pass();
    expect(state()).toMatchObject({ status: "failed", call: undefined, failure: { code: "microphone_denied" } });
    expect(count("POST /api/calls")).toBe(0);
    expect(settled).toBe(1);
  });

  it("shows the server's refusal with its sums, and turns the microphone off", async () => {
    server.routes["POST /api/calls"] = () =>
      Response.json(
        {
          type: "urn:ringback:problem:insufficient_balance",
          title: "The balance is too small",
          status: 402,
          detail: "A first minute costs $0.0140 and $0.0020 is left.",
          code: "insufficient_balance",
          neededMicros: 14_000,
          availableMicros: 2000,
        },
        { status: 402 },
      );
    session.place(request);
    await pass();
    expect(state()).toMatchObject({
      status: "failed",
      failure: { code: "insufficient_balance", neededMicros: 14_000, availableMicros: 2000 },
    });
    expect(line.dialled).toEqual([]);
    expect(microphone.isOn).toBe(false);
    expect(server.openStreams).toBe(0);
  });

  it("asks a second time when nobody knows whether the first was heard, with the same key", async () => {
    const keys: unknown[] = [];
    server.routes["POST /api/calls"] = (body) => {
      keys.push((body as { clientKey: string }).clientKey);
      if (keys.length === 1) throw new TypeError("Failed to fetch");
      return Response.json({ call: sampleCall() });
    };
    session.place(request);
    await pass();
    expect(keys).toEqual([request.clientKey, request.clientKey]);
    expect(state().status).toBe("pending");
  });

  it("says so when the server cannot be reached twice", async () => {
    server.isUp = false;
    session.place(request);
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "server_unreachable" } });
    expect(count("POST /api/calls")).toBe(2);
  });

  it("fails when the carrier cannot be reached", async () => {
    line.dial = async () => err(failureOf("carrier_unavailable"));
    session.place(request);
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "carrier_unavailable" }, call: { id: sampleCall().id } });
    expect(microphone.isOn).toBe(false);
  });

  it("fails, rather than hang, when the SDK throws", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    line.dial = () => Promise.reject(new Error("Boom"));
    session.place(request);
    await pass();
    expect(state()).toMatchObject({ status: "failed", failure: { code: "sdk_error" } });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it("lets go of a microphone that opens after the person has hung up", async () => {
    const opening = Promise.withResolvers<ReturnType<typeof ok<Microphone>>>();
    openMicrophone = () => opening.promise;
    session.place(request);
    session.hangUp();
    opening.resolve(ok<Microphone>(microphone));
    await pass();
    expect(microphone.isOn).toBe(false);
    expect(count("POST /api/calls")).toBe(0);
  });
});

describe("one call at a time", () => {
  it("makes one call of a double click", async () => {
    expect(session.place(request).ok).toBe(true);
    expect(session.place({ ...request, clientKey: crypto.randomUUID() }).ok).toBe(true);
    await pass();
    expect(count("POST /api/calls")).toBe(1);
    expect(line.dialled).toHaveLength(1);
  });

  it("refuses another number while one is being called, and leaves that one alone", async () => {
    await placeAndAnswer();
    const refused = session.place({ ...request, to: "+442079460000" });
    expect(refused).toMatchObject({ ok: false, error: { code: "call_in_progress" } });
    expect(state().status).toBe("open");
    expect(line.dialled).toHaveLength(1);
  });

  it("begins the next at once after the last, whose late news does not touch it", async () => {
    await placeAndAnswer();
    session.hangUp();
    const next = sampleCall({ id: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5F" });
    server.routes["POST /api/calls"] = () => Response.json({ call: next });
    microphone = createFakeMicrophone();
    session.place({ ...request, to: "+442079460000" });
    await pass();
    expect(state()).toMatchObject({ status: "pending", call: { id: next.id } });
    tell(4, sampleCall({ status: "busy" }));
    await pass(15 * second);
    expect(state()).toMatchObject({ status: "pending", call: { id: next.id } });
    expect(microphone.isOn).toBe(true);
    expect(server.openStreams).toBe(1);
  });

  it("keeps showing the balance of the same person, and not that of another", async () => {
    await placeAndAnswer();
    session.hangUp();
    session.place({ ...request, to: "+442079460000" });
    expect(last().profile?.rev).toBe(2);
    session.hangUp();
    session.place({ ...request, session: { ...request.session, bearerToken: "another" } });
    expect(last().profile).toBeUndefined();
  });

  it("is not touched by the last call's request, when that comes back after it was given up", async () => {
    const slow = Promise.withResolvers<Response>();
    server.routes["POST /api/calls"] = () => slow.promise;
    session.place(request);
    await pass();
    session.hangUp();
    server.routes["POST /api/calls"] = () => Response.json({ call: sampleCall() });
    session.place({ ...request, to: "+442079460000" });
    slow.resolve(Response.json({}, { status: 500 }));
    await pass();
    expect(state()).toMatchObject({ status: "pending", dialled: "+442079460000" });
  });

  it("leaves an ended call when it is dismissed, and not one that is live", async () => {
    await placeAndAnswer();
    session.dismiss();
    expect(state().status).toBe("open");
    session.hangUp();
    session.dismiss();
    expect(state()).toEqual({ status: "idle" });
  });
});

describe("in a call", () => {
  it("shows a mute when the line has muted, and no sooner", async () => {
    await placeAndRing();
    session.setMuted(true);
    expect(line.done).toEqual([]);
    line.report({ type: "opened", callSid });
    session.setMuted(true);
    expect(state()).toMatchObject({ status: "open", isMuted: true });
    session.setMuted(false);
    expect(state()).toMatchObject({ isMuted: false });
  });

  it("sends digits, and nothing that is none", async () => {
    await placeAndAnswer();
    session.sendDigits("12w#*");
    session.sendDigits("");
    session.sendDigits("1a");
    expect(line.done).toEqual(["digits 12w#*"]);
  });

  it("fetches another token before the first expires", async () => {
    await placeAndAnswer();
    server.routes["POST /api/voice/token"] = () =>
      Response.json({ token: "jwt-2", identity: "ada", ttlSeconds: 3600, sandboxSignalUrl: null });
    line.report({ type: "token_will_expire" });
    await pass();
    expect(line.done).toEqual(["token jwt-2"]);
  });

  it("rings in the caller's ear only while it rings and the carrier sends no sound", async () => {
    session.place(request);
    await pass();
    line.report({ type: "ringing", callSid, hasEarlyMedia: false });
    expect(ringback.at(-1)).toBe("start");
    line.report({ type: "opened", callSid });
    expect(ringback.at(-1)).toBe("stop");
  });

  it("does not show an older balance after a newer one", async () => {
    await placeAndAnswer();
    tell(7, sampleCall({ status: "in-progress" }));
    tell(6, sampleCall({ status: "ringing" }));
    await pass();
    expect(last().profile?.rev).toBe(7);
  });

  it("keeps the balance fresh by asking every two seconds while there is no stream", async () => {
    await placeAndAnswer();
    server.isStreaming = false;
    server.breakStreams();
    await pass(20 * second);
    expect(last().freshness).toBe("polling");
    expect(count("GET /api/user/profile")).toBeGreaterThanOrEqual(10);
    expect(state().status).toBe("open");
  });
});
