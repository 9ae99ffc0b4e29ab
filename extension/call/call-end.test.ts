import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sampleCall, sampleProfile } from "./testing/sample-call.ts";
import { SessionBench, callSid, pass } from "./testing/session-bench.ts";

const second = 1000;

let bench: SessionBench;

async function refuseWhileRinging(): Promise<void> {
  await bench.placeAndRing();
  bench.tell(3, sampleCall({ status: "failed", reason: "insufficient_balance" }));
  await pass();
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00.000Z") });
  bench = new SessionBench();
});

afterEach(() => vi.useRealTimers());

describe("how a call ends", () => {
  it("ends at once when the person hangs up, whatever the server is doing", async () => {
    await bench.placeAndAnswer();
    bench.server.isUp = false;
    bench.session.hangUp();
    expect(bench.state().status).toBe("ended");
    expect(bench.microphone.isOn).toBe(false);
    expect(bench.line.done).toContain("close");
  });

  it("ends when the other side hangs up, at that moment", async () => {
    await bench.placeAndAnswer();
    await pass(4 * second);
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass();
    expect(bench.state()).toMatchObject({ status: "ended", endedAtMs: Date.now() - 10 });
    expect(bench.microphone.isOn).toBe(false);
  });

  it("ends by the carrier's word when the SDK's disconnect was lost", async () => {
    await bench.placeAndAnswer();
    bench.tell(3, sampleCall({ status: "completed", durationSeconds: 1 }));
    await pass();
    expect(bench.state().status).toBe("ended");
    expect(bench.line.done).toContain("close");
  });

  it.each([
    ["busy", "busy"],
    ["no-answer", "no_answer"],
    ["failed", "carrier_error"],
  ] as const)("waits after a bare disconnect for the carrier to say that it was %s", async (status, code) => {
    await bench.placeAndRing();
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass(second);
    expect(bench.state().status).toBe("ringing");
    expect(bench.microphone.isOn).toBe(false);
    bench.tell(3, sampleCall({ status }));
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code } });
  });

  it("asks for the carrier's word when the stream is not there to bring it", async () => {
    await bench.placeAndRing();
    bench.server.isStreaming = false;
    bench.server.breakStreams();
    await pass(second);
    bench.server.profile = sampleProfile(3, sampleCall({ status: "busy" }));
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "busy" } });
  });

  it("does not wait for it for ever", async () => {
    await bench.placeAndRing();
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass(3100);
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "never_connected" } });
  });

  it("does not call a spoken refusal a call that ended", async () => {
    await bench.placeAndRing();
    bench.line.report({ type: "opened", callSid });
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass(second);
    bench.tell(3, sampleCall({ status: "failed", reason: "insufficient_balance" }));
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "insufficient_balance" } });
  });

  it("lets a refusal be heard to its end, with the reason on the screen and the microphone off", async () => {
    await refuseWhileRinging();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "insufficient_balance" } });
    expect(bench.microphone.isOn).toBe(false);
    bench.line.report({ type: "opened", callSid });
    await pass(4 * second);
    expect(bench.line.done).not.toContain("close");
    expect(bench.state().status).toBe("failed");
    bench.line.report({ type: "disconnected", failure: undefined });
    await pass();
    expect(bench.line.done).toContain("close");
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "insufficient_balance" } });
    await pass(20 * second);
    await bench.expectEverythingReleased();
    expect(bench.settled).toBe(1);
  });

  it("does not hold the line to a carrier that goes on and on", async () => {
    await refuseWhileRinging();
    await pass(16 * second);
    expect(bench.line.done).toContain("close");
    await bench.expectEverythingReleased();
  });

  it("stops listening to a refusal that the person has read", async () => {
    await refuseWhileRinging();
    bench.session.dismiss();
    expect(bench.state().status).toBe("idle");
    expect(bench.line.done).toContain("close");
  });

  it("hears of a refusal at once although only polls bring the news", async () => {
    bench.server.isStreaming = false;
    await bench.placeAndRing();
    bench.server.profile = sampleProfile(3, sampleCall({ status: "failed", reason: "spending_limit" }));
    bench.line.report({ type: "opened", callSid });
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "spending_limit" } });
  });

  it("says at once what the SDK knows by itself", async () => {
    await bench.placeAndRing();
    bench.line.report({ type: "disconnected", failure: { code: "rejected" } });
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "rejected" } });
  });

  it("does not call a call cancelled that was lost while it rang", async () => {
    await bench.placeAndRing();
    bench.line.report({ type: "disconnected", failure: { code: "connection_lost" } });
    await pass(second);
    bench.tell(3, sampleCall({ status: "canceled" }));
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "connection_lost" }, call: { status: "canceled" } });
  });

  it("says that the connection was lost, when it comes back no more", async () => {
    await bench.placeAndAnswer();
    bench.line.report({ type: "reconnecting" });
    expect(bench.state().status).toBe("reconnecting");
    bench.line.report({ type: "disconnected", failure: { code: "connection_lost" } });
    await pass();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "connection_lost" } });
    expect(bench.microphone.isOn).toBe(false);
  });

  it("goes on where it was when the connection comes back", async () => {
    await bench.placeAndAnswer();
    const before = bench.state();
    bench.line.report({ type: "reconnecting" });
    bench.line.report({ type: "reconnected" });
    expect(bench.state()).toEqual(before);
  });

  it("is cancelled when the person hangs up before the answer", async () => {
    await bench.placeAndRing();
    bench.session.hangUp();
    expect(bench.state()).toMatchObject({ status: "failed", failure: { code: "canceled" } });
    expect(bench.line.done).toContain("close");
  });

  it("takes no notice of what a line reports after its end", async () => {
    await bench.placeAndAnswer();
    bench.session.hangUp();
    const over = bench.state();
    bench.line.report({ type: "reconnecting" });
    bench.line.report({ type: "disconnected", failure: { code: "connection_lost" } });
    await pass();
    expect(bench.state()).toBe(over);
  });
});
