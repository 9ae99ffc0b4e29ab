import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noDigits } from "./digit-queue.ts";
import { SessionBench, callSid, pass, request } from "./testing/session-bench.ts";

let bench: SessionBench;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-01-01T00:00:00.000Z") });
  bench = new SessionBench();
});

afterEach(() => vi.useRealTimers());

/** The tones that the line was given, and nothing else of what was done to it. */
const tones = () =>
  bench.line.done
    .filter((done) => done.startsWith("digit "))
    .map((done) => done.slice(-1))
    .join("");

async function placeWithExtension(extension = "12"): Promise<void> {
  bench.session.place({ ...request, extension });
  await pass();
  bench.line.report({ type: "ringing", callSid, hasEarlyMedia: true });
}

describe("digits in a call", () => {
  it("go out one after another, so far apart that none cuts another off", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("123");
    expect(tones()).toBe("1");
    await pass(229);
    expect(tones()).toBe("1");
    await pass(1000);
    expect(tones()).toBe("123");
  });

  it("wait half a second at each w", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("1ww2");
    await pass(1200);
    expect(tones()).toBe("1");
    await pass(60);
    expect(tones()).toBe("12");
  });

  it("queue behind those that wait, and are shown as they go", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("12");
    bench.session.sendDigits("#");
    expect(bench.last().digits).toMatchObject({ sent: "1", sentOfRun: 1 });
    await pass(1000);
    expect(tones()).toBe("12#");
    expect(bench.last().digits).toMatchObject({ sent: "12#", waiting: [] });
  });

  it("are no more sent once they are stopped, and the next ones are", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("12345");
    await pass(260);
    bench.session.stopDigits();
    await pass(5000);
    expect(tones()).toBe("12");
    bench.session.sendDigits("9");
    expect(tones()).toBe("129");
  });

  it("wait while the network is lost, since nobody would hear them", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("12");
    bench.line.report({ type: "reconnecting" });
    await pass(5000);
    expect(tones()).toBe("1");
    bench.line.report({ type: "reconnected" });
    await pass();
    expect(tones()).toBe("12");
  });

  it("end with the call, and leave nothing behind of what may be a secret", async () => {
    await bench.placeAndAnswer();
    bench.session.sendDigits("123456");
    await pass(300);
    bench.session.hangUp();
    await pass(20_000);
    expect(tones()).toBe("12");
    expect(bench.last().digits).toEqual(noDigits);
    await bench.expectEverythingReleased();
  });

  it("are none before the answer, and none of what is no digits", async () => {
    await bench.placeAndRing();
    bench.session.sendDigits("1");
    bench.line.report({ type: "opened", callSid });
    bench.session.sendDigits("");
    bench.session.sendDigits("1a");
    await pass(1000);
    expect(tones()).toBe("");
  });
});

describe("an extension", () => {
  it("is sent by itself, once, two seconds after somebody answered", async () => {
    await placeWithExtension();
    expect(bench.last().digits.extension).toEqual({ digits: "12", phase: "due" });
    bench.line.report({ type: "opened", callSid });
    bench.line.report({ type: "reconnecting" });
    bench.line.report({ type: "reconnected" });
    await pass(1990);
    expect(tones()).toBe("");
    expect(bench.last().digits.extension?.phase).toBe("waiting");
    await pass(1000);
    expect(tones()).toBe("12");
    expect(bench.last().digits.extension?.phase).toBe("sent");
    await pass(10_000);
    expect(tones()).toBe("12");
  });

  it("is sent again when that is asked for, at once", async () => {
    await placeWithExtension();
    bench.line.report({ type: "opened", callSid });
    await pass(5000);
    bench.session.sendExtension();
    bench.session.sendExtension();
    await pass(5000);
    expect(tones()).toBe("1212");
  });

  it("is not sent to a call that nobody answered", async () => {
    await placeWithExtension();
    bench.session.hangUp();
    bench.line.report({ type: "opened", callSid });
    await pass(10_000);
    expect(tones()).toBe("");
    expect(bench.last().digits).toEqual(noDigits);
  });

  it("of one call is not that of the next", async () => {
    await placeWithExtension();
    bench.line.report({ type: "opened", callSid });
    bench.session.hangUp();
    await bench.placeAndAnswer();
    bench.session.sendExtension();
    await pass(5000);
    expect(bench.last().digits).toEqual(noDigits);
    expect(tones()).toBe("");
  });
});
