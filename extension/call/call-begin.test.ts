import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ok, err } from "#shared/result.ts";
import { type Microphone } from "./microphone.ts";
import { sampleCall } from "./testing/sample-call.ts";
import { SessionBench, pass, request } from "./testing/session-bench.ts";

let bench: SessionBench;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00.000Z") });
  bench = new SessionBench();
});

afterEach(() => vi.useRealTimers());

describe("a call that cannot begin", () => {
  it("asks nothing of the server without a microphone", async () => {
    bench.openMicrophone = async () => err({ code: "microphone_denied" });
    bench.session.place(request);
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", call: undefined, failure: { code: "microphone_denied" } });
    expect(bench.count("POST /api/calls")).toBe(0);
    expect(bench.settled).toBe(1);
    expect(bench.line.isPrepared).toBe(false);
  });

  it("shows the server's refusal with its sums, and turns the microphone off", async () => {
    bench.server.routes["POST /api/calls"] = () =>
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
    bench.session.place(request);
    await pass();
    expect(bench.state()).toMatchObject({
      status: "failed",
      failure: { code: "insufficient_balance", neededMicros: 14_000, availableMicros: 2000 },
    });
    expect(bench.line.dialled).toEqual([]);
    expect(bench.microphone.isOn).toBe(false);
    expect(bench.server.openStreams).toBe(0);
  });

  it("asks a second time when nobody knows whether the first was heard, with the same key", async () => {
    const keys: unknown[] = [];
    bench.server.routes["POST /api/calls"] = (body) => {
      keys.push((body as { clientKey: string }).clientKey);
      if (keys.length === 1) throw new TypeError("Failed to fetch");
      return Response.json({ call: sampleCall() });
    };
    bench.session.place(request);
    await pass();
    expect(keys).toEqual([request.clientKey, request.clientKey]);
    expect(bench.state().status).toBe("pending");
  });

  it("says so when the server cannot be reached twice", async () => {
    bench.server.isUp = false;
    bench.session.place(request);
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "server_unreachable" } });
    expect(bench.count("POST /api/calls")).toBe(2);
  });

  it("fails when the carrier cannot be reached", async () => {
    bench.line.dial = async () => err({ code: "carrier_unavailable" });
    bench.session.place(request);
    await pass();
    expect(bench.state()).toMatchObject({
      status: "failed",
      failure: { code: "carrier_unavailable" },
      call: { id: sampleCall().id },
    });
    expect(bench.microphone.isOn).toBe(false);
  });

  it("fails, rather than hang, when the SDK throws", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    bench.line.dial = () => Promise.reject(new Error("Boom"));
    bench.session.place(request);
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "sdk_error" } });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it("lets go of a microphone that opens after the person has hung up", async () => {
    const opening = Promise.withResolvers<ReturnType<typeof ok<Microphone>>>();
    bench.openMicrophone = () => opening.promise;
    bench.session.place(request);
    bench.session.hangUp();
    opening.resolve(ok<Microphone>(bench.microphone));
    await pass();
    expect(bench.microphone.isOn).toBe(false);
    expect(bench.count("POST /api/calls")).toBe(0);
  });
});
