import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeMicrophone } from "./testing/fake-line.ts";
import { sampleCall } from "./testing/sample-call.ts";
import { SessionBench, callSid, pass, request } from "./testing/session-bench.ts";

const second = 1000;

let bench: SessionBench;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00.000Z") });
  bench = new SessionBench();
});

afterEach(() => vi.useRealTimers());

const serverNow = () => new Date(Date.now() + 600_000).toISOString();

describe("a call from click to record", () => {
  it("goes through the contract's states, each shown once", async () => {
    await bench.placeAndAnswer();
    bench.session.hangUp();
    bench.tell(3, sampleCall({ status: "completed", durationSeconds: 1, chargedMicros: 234 }));
    await pass();
    const statuses = bench.shown.map((snapshot) => snapshot.state.status).filter((status, at, all) => status !== all[at - 1]);
    expect(statuses).toEqual(["requesting", "pending", "ringing", "open", "ended"]);
  });

  it("finds the way opened when it was expected, which nothing opens beside a call that is on", async () => {
    bench.session.prepare(request.session);
    expect(bench.line.isPrepared).toBe(true);
    expect(bench.session.isAtRest()).toBe(true);
    await bench.placeAndAnswer();
    bench.line.isPrepared = false;
    bench.session.prepare(request.session);
    expect(bench.line.isPrepared).toBe(false);
    expect(bench.session.isAtRest()).toBe(false);
  });

  it("asks with the client's key and dials with the server's id", async () => {
    const bodies: unknown[] = [];
    bench.server.routes["POST /api/calls"] = (body) => {
      bodies.push(body);
      return Response.json({ call: sampleCall() });
    };
    bench.session.place({ ...request, fromNumber: sampleCall().fromNumber });
    await pass();
    expect(bodies).toEqual([{ clientKey: request.clientKey, to: request.to, region: "US", fromNumber: "+14155550199" }]);
    const [dialled] = bench.line.dialled;
    expect(dialled).toMatchObject({ callId: sampleCall().id });
    expect(await dialled?.account.askForAccess()).toMatchObject({
      ok: true,
      value: { token: "jwt", sandboxSignalUrl: "ws://127.0.0.1:1/signal" },
    });
  });

  it("corrects the timer by the carrier's time of answer, on a machine whose clock is ten minutes slow", async () => {
    bench.server.routes["POST /api/calls"] = () => Response.json({ call: sampleCall({ createdAt: serverNow() }) });
    await bench.placeAndRing();
    await pass(5 * second);
    const answeredAt = serverNow();
    const answeredHere = Date.now();
    await pass(300);
    bench.line.report({ type: "opened", callSid });
    bench.tell(2, sampleCall({ status: "in-progress", answeredAt }));
    await pass();
    expect(bench.state()).toMatchObject({ status: "open", answeredAtMs: answeredHere });
  });

  it("reports itself once when it is over, and refreshes the balance", async () => {
    const reports: unknown[] = [];
    bench.server.routes["POST /api/user/transactions"] = (body) => {
      reports.push(body);
      return Response.json({ accepted: true, transaction: null });
    };
    await bench.placeAndAnswer();
    await pass(3 * second);
    bench.session.hangUp();
    await pass();
    bench.tell(9, sampleCall({ status: "completed", durationSeconds: 3, chargedMicros: 700 }));
    await pass();
    expect(reports).toEqual([expect.objectContaining({ callId: sampleCall().id, status: "COMPLETED", duration: 3 })]);
    expect(bench.last().profile?.rev).toBe(9);
    expect(bench.state()).toMatchObject({ status: "ended", call: { chargedMicros: 700 } });
  });

  it("asks the server for nothing more once the record is home", async () => {
    await bench.placeAndAnswer();
    bench.tell(3, sampleCall({ status: "completed", durationSeconds: 1 }));
    await pass();
    expect(bench.settled).toBe(1);
    await bench.expectEverythingReleased();
    const asked = bench.server.requests.length;
    await pass(60 * second);
    expect(bench.server.requests.length).toBe(asked);
  });

  it("lets go of everything even when the server never says how it ended", async () => {
    await bench.placeAndAnswer();
    bench.session.hangUp();
    await pass(11 * second);
    expect(bench.settled).toBe(1);
    await bench.expectEverythingReleased();
  });
});

describe("one call at a time", () => {
  it("makes one call of a double click", async () => {
    expect(bench.session.place(request).ok).toBe(true);
    expect(bench.session.place({ ...request, clientKey: crypto.randomUUID() }).ok).toBe(true);
    await pass();
    expect(bench.count("POST /api/calls")).toBe(1);
    expect(bench.line.dialled).toHaveLength(1);
  });

  it("refuses another number while one is being called, and leaves that one alone", async () => {
    await bench.placeAndAnswer();
    const refused = bench.session.place({ ...request, to: "+442079460000" });
    expect(refused).toMatchObject({ ok: false, error: { code: "call_in_progress" } });
    expect(bench.state().status).toBe("open");
    expect(bench.line.dialled).toHaveLength(1);
  });

  it("begins the next at once after the last, whose late news does not touch it", async () => {
    await bench.placeAndAnswer();
    bench.session.hangUp();
    const next = sampleCall({ id: "call_01JD9Z6V7W8X9Y0Z1A2B3C4D5F" });
    bench.server.routes["POST /api/calls"] = () => Response.json({ call: next });
    bench.microphone = createFakeMicrophone();
    bench.session.place({ ...request, to: "+442079460000" });
    await pass();
    expect(bench.state()).toMatchObject({ status: "pending", call: { id: next.id } });
    bench.tell(4, sampleCall({ status: "busy" }));
    await pass(15 * second);
    expect(bench.state()).toMatchObject({ status: "pending", call: { id: next.id } });
    expect(bench.microphone.isOn).toBe(true);
    expect(bench.server.openStreams).toBe(1);
  });

  it("keeps showing the balance of the same person, and not that of another", async () => {
    await bench.placeAndAnswer();
    bench.session.hangUp();
    bench.session.place({ ...request, to: "+442079460000" });
    expect(bench.last().profile?.rev).toBe(2);
    bench.session.hangUp();
    bench.session.place({ ...request, session: { ...request.session, bearerToken: "another" } });
    expect(bench.last().profile).toBeUndefined();
  });

  it("is not touched by the last call's request, when that comes back after it was given up", async () => {
    const slow = Promise.withResolvers<Response>();
    bench.server.routes["POST /api/calls"] = () => slow.promise;
    bench.session.place(request);
    await pass();
    bench.session.hangUp();
    bench.server.routes["POST /api/calls"] = () => Response.json({ call: sampleCall() });
    bench.session.place({ ...request, to: "+442079460000" });
    slow.resolve(Response.json({}, { status: 500 }));
    await pass();
    expect(bench.state()).toMatchObject({ status: "pending", dialled: "+442079460000" });
  });

  it("leaves an ended call when it is dismissed, and not one that is live", async () => {
    await bench.placeAndAnswer();
    bench.session.dismiss();
    expect(bench.state().status).toBe("open");
    bench.session.hangUp();
    bench.session.dismiss();
    expect(bench.state()).toEqual({ status: "idle" });
  });
});

describe("in a call", () => {
  it("shows a mute when the line has muted, and no sooner", async () => {
    await bench.placeAndRing();
    bench.session.setMuted(true);
    expect(bench.line.done).toEqual([]);
    bench.line.report({ type: "opened", callSid });
    bench.session.setMuted(true);
    expect(bench.state()).toMatchObject({ status: "open", isMuted: true });
    bench.session.setMuted(false);
    expect(bench.state()).toMatchObject({ isMuted: false });
  });

  it("fetches another token before the first expires", async () => {
    await bench.placeAndAnswer();
    bench.server.routes["POST /api/voice/token"] = () =>
      Response.json({ token: "jwt-2", identity: "ada", ttlSeconds: 3600, sandboxSignalUrl: null });
    bench.line.report({ type: "token_will_expire" });
    await pass();
    expect(bench.line.done).toEqual(["token jwt-2"]);
  });

  it("asks for another token until it gets one, while the server is away", async () => {
    await bench.placeAndAnswer();
    bench.server.isUp = false;
    bench.line.report({ type: "token_will_expire" });
    await pass(12 * second);
    expect(bench.state().status).toBe("open");
    expect(bench.line.done).toEqual([]);
    bench.server.isUp = true;
    await pass(5 * second);
    expect(bench.line.done).toEqual(["token jwt"]);
    await pass(20 * second);
    expect(bench.line.done).toEqual(["token jwt"]);
  });

  it("lets whoever was signed out finish the call without another token", async () => {
    await bench.placeAndAnswer();
    bench.server.routes["POST /api/voice/token"] = () =>
      Response.json({ type: "t", title: "t", status: 401, detail: "d", code: "unauthorized" }, { status: 401 });
    const asked = bench.count("POST /api/voice/token");
    bench.line.report({ type: "token_will_expire" });
    await pass(30 * second);
    expect(bench.count("POST /api/voice/token")).toBe(asked + 1);
    expect(bench.state().status).toBe("open");
  });

  it("asks for no token once it is over", async () => {
    await bench.placeAndAnswer();
    bench.server.isUp = false;
    bench.line.report({ type: "token_will_expire" });
    await pass();
    bench.session.hangUp();
    const asked = bench.count("POST /api/voice/token");
    bench.server.isUp = true;
    await pass(30 * second);
    expect(bench.count("POST /api/voice/token")).toBe(asked);
  });

  it.each([3600, -3600])("keeps the timer when the clock is set by %i s", async (bySeconds) => {
    let aheadMs = 0;
    const seconds = await timerAfter(
      () => {
        vi.setSystemTime(Date.now() + bySeconds * second);
        aheadMs = -bySeconds * second;
      },
      () => aheadMs,
    );
    expect(seconds).toBe(13);
  });

  it("counts a sleep as talk: the line was open through it, and is paid for", async () => {
    const seconds = await timerAfter(
      () => vi.setSystemTime(Date.now() + 60 * second),
      () => 0,
    );
    expect(seconds).toBe(73);
  });

  it("rings in the caller's ear only while it rings and the carrier sends no sound", async () => {
    bench.session.place(request);
    await pass();
    bench.line.report({ type: "ringing", callSid, hasEarlyMedia: false });
    expect(bench.ringback.at(-1)).toBe("start");
    bench.line.report({ type: "opened", callSid });
    expect(bench.ringback.at(-1)).toBe("stop");
  });

  it("does not show an older balance after a newer one", async () => {
    await bench.placeAndAnswer();
    bench.tell(7, sampleCall({ status: "in-progress" }));
    bench.tell(6, sampleCall({ status: "ringing" }));
    await pass();
    expect(bench.last().profile?.rev).toBe(7);
  });

  it("keeps the balance fresh by asking every two seconds while there is no stream", async () => {
    await bench.placeAndAnswer();
    bench.server.isStreaming = false;
    bench.server.breakStreams();
    await pass(20 * second);
    expect(bench.last().freshness).toBe("polling");
    expect(bench.count("GET /api/user/profile")).toBeGreaterThanOrEqual(10);
    expect(bench.state().status).toBe("open");
  });
});

/** The timer as it stands, with the server's clock at a distance from ours. */
async function timerAfter(move: () => void, serverAheadMs: () => number): Promise<number> {
  bench.server.routes["GET /healthz"] = () =>
    Response.json({}, { headers: { date: new Date(Date.now() + serverAheadMs()).toUTCString() } });
  await bench.placeAndAnswer();
  await pass(10 * second);
  move();
  await pass(3 * second);
  const state = bench.state();
  return state.status === "open" ? Math.round((Date.now() - state.answeredAtMs) / second) : Number.NaN;
}
