import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deviceOf } from "../audio/testing/fake-audio-devices.ts";
import { defaultAudioSettings } from "../platform/settings.ts";
import { pass, request, SessionBench } from "./testing/session-bench.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

const builtIn = [deviceOf("audioinput", "default", "Built-in"), deviceOf("audiooutput", "default", "Built-in")];
const headset = [deviceOf("audioinput", "h1", "Headset"), deviceOf("audiooutput", "h2", "Headset")];
const onHeadset = {
  ...defaultAudioSettings(),
  microphone: { deviceId: "h1", label: "Headset" },
  speaker: { deviceId: "h2", label: "Headset" },
};

/** Devices are plugged in and chosen in the middle of a call. */
async function callWith(audio = defaultAudioSettings(), plugged = [...builtIn, ...headset]): Promise<SessionBench> {
  const bench = new SessionBench();
  bench.audioDevices.plugged = plugged;
  bench.session.place({ ...request, audio });
  await pass();
  bench.line.report({ type: "ringing", callSid: "CA1", hasEarlyMedia: true });
  await pass();
  return bench;
}

const microphoneOf = (bench: SessionBench) => bench.microphone.followed.at(-1)?.device;

describe("a call", () => {
  it("begins on the devices that were chosen", async () => {
    const bench = await callWith(onHeadset);
    expect(bench.openedWith).toMatchObject([{ device: { status: "chosen", deviceId: "h1" } }]);
    expect(bench.line.speakers.at(-1)).toBe("h2");
    expect(bench.last().devices).toMatchObject({ microphone: { status: "chosen" }, speaker: { status: "chosen" } });
  });

  it("goes over at once to those that are chosen meanwhile", async () => {
    const bench = await callWith();
    bench.session.setAudio(onHeadset);
    await pass();
    expect(microphoneOf(bench)).toMatchObject({ deviceId: "h1" });
    expect(bench.line.speakers.at(-1)).toBe("h2");
  });

  it("goes on with the default when its devices are pulled out, says so by their names, and takes them back", async () => {
    const bench = await callWith(onHeadset);
    bench.audioDevices.plug(builtIn);
    await pass();
    const missing = { status: "missing", label: "Headset" };
    expect(bench.last().devices).toEqual({ microphone: missing, speaker: missing });
    expect(bench.line.speakers.at(-1)).toBe("");
    expect(bench.state().status).toBe("ringing");

    bench.audioDevices.plug([...builtIn, ...headset]);
    await pass();
    expect(bench.last().devices).toMatchObject({ microphone: { status: "chosen" }, speaker: { status: "chosen" } });
    expect(microphoneOf(bench)).toMatchObject({ deviceId: "h1" });
    expect(bench.line.speakers.at(-1)).toBe("h2");
  });

  it("says of a microphone that cannot be opened what it says of one that is not there", async () => {
    const bench = await callWith();
    bench.microphone.isRefused = true;
    bench.session.setAudio(onHeadset);
    await pass();
    expect(bench.last().devices.microphone).toEqual({ status: "missing", label: "Headset" });
  });

  it("listens for devices until it ends, and no longer", async () => {
    const bench = await callWith();
    expect(bench.audioDevices.watcherCount).toBe(1);
    bench.session.hangUp();
    await pass();
    expect(bench.audioDevices.watcherCount).toBe(0);
    const shown = bench.last().devices;
    bench.audioDevices.plug([]);
    await pass();
    expect(bench.last().devices).toBe(shown);
  });

  it("opens the default microphone without a look at what else there is", async () => {
    const bench = new SessionBench();
    const { promise: listed } = Promise.withResolvers<never>();
    bench.audioDevices.list = () => listed;
    bench.session.place(request);
    await pass();
    expect(bench.openedWith).toMatchObject([{ device: { status: "default" } }]);
    bench.session.hangUp();
  });

  it("rings where ringing was asked for, as loud as that", async () => {
    const bench = await callWith({ ...onHeadset, ringtone: onHeadset.speaker, ringtoneVolume: 0.3 });
    expect(bench.ringingPlaces.at(-1)).toMatchObject({ device: { deviceId: "h2" }, volume: 0.3 });
  });

  it("can be made where the browser lists no devices", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const bench = new SessionBench();
    bench.audioDevices.list = () => Promise.reject(new DOMException("", "NotAllowedError"));
    await bench.placeAndAnswer();
    expect(bench.state().status).toBe("open");
    vi.restoreAllMocks();
  });
});
