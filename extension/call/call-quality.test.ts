import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { QualityEvent } from "../quality/live-quality.ts";
import { pass, SessionBench } from "./testing/session-bench.ts";
import { sampleCall } from "./testing/sample-call.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

const good: QualityEvent = { type: "sample", sample: { mos: 4.4, jitterMs: 2, rttMs: 40, lossPercent: 0 } };
const lossy: QualityEvent = { type: "sample", sample: { mos: 4.1, jitterMs: 2, rttMs: 40, lossPercent: 6 } };

function hear(bench: SessionBench, event: QualityEvent, times = 1): void {
  for (let count = 0; count < times; count += 1) bench.line.report({ type: "quality", event });
}

describe("while two talk, how it sounds", () => {
  it("is in the snapshot, and a new snapshot comes only when it has changed", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    hear(bench, good);
    expect(bench.last().sound).toMatchObject({ phase: "talking", quality: { level: "good" } });
    const shown = bench.shown.length;
    hear(bench, good, 2);
    hear(bench, lossy, 2);
    expect(bench.shown.length).toBe(shown);
    hear(bench, lossy);
    expect(bench.last().sound).toMatchObject({ quality: { level: "fair", cause: "packet_loss" } });
  });

  it("is nothing before the answer, when one hears the carrier", async () => {
    const bench = new SessionBench();
    await bench.placeAndRing();
    hear(bench, lossy, 5);
    expect(bench.last().sound).toEqual({ phase: "none" });
  });
});

describe("when the call is over, how it sounded", () => {
  it("is shown, and handed over once for the server of the call", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    hear(bench, good, 3);
    bench.line.report({ type: "quality", event: { type: "warning", name: "high-jitter", isRaised: true } });
    bench.session.hangUp();
    await pass(20_000);
    const record = expect.objectContaining({ sampleCount: 3, warnings: [{ name: "high-jitter", count: 1 }] }) as unknown;
    expect(bench.last().sound).toEqual({ phase: "over", record });
    expect(bench.qualityReports).toEqual([
      { kind: "quality", serverUrl: "http://127.0.0.1:8787", callId: sampleCall().id, quality: record },
    ]);
  });

  it("is handed over for a call that was lost, too", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    hear(bench, lossy, 6);
    bench.line.report({ type: "disconnected", failure: { code: "connection_lost" } });
    await pass(20_000);
    expect(bench.state().status).toBe("failed");
    expect(bench.qualityReports).toHaveLength(1);
  });

  it("is told to nobody when nothing was measured, and is gone with the next call", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    bench.session.hangUp();
    await pass(20_000);
    expect(bench.qualityReports).toEqual([]);
    await bench.placeAndAnswer();
    hear(bench, good);
    bench.session.hangUp();
    await pass(20_000);
    await bench.placeAndRing();
    expect(bench.last().sound).toEqual({ phase: "none" });
  });
});
