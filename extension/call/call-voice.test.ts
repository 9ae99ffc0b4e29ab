import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deviceOf } from "../audio/testing/fake-audio-devices.ts";
import { defaultAudioSettings } from "../platform/settings.ts";
import type { VoiceLevels } from "../quality/voice-watch.ts";
import { pass, SessionBench } from "./testing/session-bench.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

const silence: VoiceLevels = { input: 0, output: 0.4, isMutedBySystem: false };

/** Has the line tell so long of the same levels, as the SDK does. */
async function hear(bench: SessionBench, levels: VoiceLevels, forMs: number): Promise<void> {
  for (let passedMs = 0; passedMs < forMs; passedMs += 50) {
    bench.line.report({ type: "levels", levels });
    await pass(50);
  }
}

describe("a microphone that gives no sound while one talks", () => {
  it("is told of in the snapshot, until there is sound", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    await hear(bench, silence, 7000);
    expect(bench.last().sound).toMatchObject({ phase: "talking", quality: { cause: "silent_microphone" } });
    await hear(bench, { ...silence, input: 0.2 }, 50);
    expect(bench.last().sound).toEqual({ phase: "talking", quality: { level: "unmeasured" } });
  });

  it("is told from one that the system has muted", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    await hear(bench, { ...silence, isMutedBySystem: true }, 2000);
    expect(bench.last().sound).toMatchObject({ quality: { cause: "muted_microphone" } });
  });

  it("is told of no more once another takes its place, until that one is silent, too", async () => {
    const bench = new SessionBench();
    await bench.placeAndAnswer();
    await hear(bench, silence, 7000);
    const headset = { deviceId: "h1", label: "Headset" };
    bench.audioDevices.plug([deviceOf("audioinput", "h1", "Headset")]);
    bench.session.setAudio({ ...defaultAudioSettings(), microphone: headset });
    await hear(bench, silence, 1000);
    expect(bench.last().sound).toEqual({ phase: "talking", quality: { level: "unmeasured" } });
    await hear(bench, silence, 6000);
    expect(bench.last().sound).toMatchObject({ quality: { cause: "silent_microphone" } });
  });

  it("is nothing to tell of when the person has muted it, or nobody has answered yet", async () => {
    const bench = new SessionBench();
    await bench.placeAndRing();
    await hear(bench, silence, 10_000);
    await bench.placeAndAnswer();
    bench.session.setMuted(true);
    await hear(bench, silence, 10_000);
    expect(bench.last().sound).toEqual({ phase: "none" });
  });
});

describe("how loud a call is", () => {
  it("is handed on while two talk, and makes no snapshot", async () => {
    const bench = new SessionBench();
    await bench.placeAndRing();
    await hear(bench, { ...silence, input: 0.3 }, 500);
    expect(bench.levels).toEqual([]);
    await bench.placeAndAnswer();
    const shown = bench.shown.length;
    await hear(bench, { ...silence, input: 0.3 }, 1000);
    expect(bench.levels).toHaveLength(20);
    expect(bench.shown.length).toBe(shown);
    bench.session.hangUp();
    await hear(bench, silence, 100);
    expect(bench.levels).toHaveLength(20);
  });
});
