import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { routeAudio, type MicrophoneRoute } from "../audio/audio-route.ts";
import { deviceOf } from "../audio/testing/fake-audio-devices.ts";
import { defaultAudioSettings, type DeviceChoice, type VoiceProcessing } from "../platform/settings.ts";
import { openMicrophone, type Microphone } from "./microphone.ts";

/** A track as a browser gives it, of a device that a test can pull out. */
class FakeTrack {
  readyState: "live" | "ended" = "live";
  enabled = true;
  muted = false;
  readonly constraints: MediaTrackConstraints;
  constructor(constraints: MediaTrackConstraints) {
    this.constraints = constraints;
  }
  stop() {
    this.readyState = "ended";
  }
  getSettings(): MediaTrackSettings {
    return this.constraints as MediaTrackSettings;
  }
  async applyConstraints(wanted: MediaTrackConstraints) {
    if (canTreatOpenTracks) Object.assign(this.constraints, wanted);
  }
}

let opened: FakeTrack[];
let refused: DOMException | undefined;
let canTreatOpenTracks: boolean;

const streamOf = (track: FakeTrack) => ({ getTracks: () => [track], getAudioTracks: () => [track] }) as unknown as MediaStream;

beforeEach(() => {
  opened = [];
  refused = undefined;
  canTreatOpenTracks = false;
  const getUserMedia = async ({ audio }: { audio: MediaTrackConstraints }) => {
    if (refused && audio.deviceId) throw refused;
    const track = new FakeTrack({ ...audio });
    opened.push(track);
    return streamOf(track);
  };
  vi.stubGlobal("navigator", { language: "en", mediaDevices: { getUserMedia } });
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const devices = [deviceOf("audioinput", "default", "Built-in"), deviceOf("audioinput", "h1", "Headset")];
const headset = { deviceId: "h1", label: "Headset" };

function routeTo(microphone: DeviceChoice, processing: Partial<VoiceProcessing> = {}, plugged = devices): MicrophoneRoute {
  const settings = defaultAudioSettings();
  const route = routeAudio({ ...settings, microphone, processing: { ...settings.processing, ...processing } }, plugged);
  return route.microphone;
}

async function openTo(route: MicrophoneRoute): Promise<Microphone> {
  const microphone = await openMicrophone(route);
  if (!microphone.ok) throw new Error("It did not open.");
  await microphone.value.stream();
  return microphone.value;
}

const live = () => opened.filter(({ readyState }) => readyState === "live");
const isOnHeadset = (track: FakeTrack | undefined) => JSON.stringify(track?.constraints.deviceId) === '{"exact":"h1"}';

/** What a line that sends the voice was given, and which tracks were still on when it was. */
function lineOf() {
  const sent: { stream: MediaStream; liveTracks: number; isEnabled: boolean | undefined }[] = [];
  const replace = async (stream: MediaStream) => {
    sent.push({ stream, liveTracks: live().length, isEnabled: stream.getAudioTracks()[0]?.enabled });
  };
  return { sent, replace };
}

describe("a microphone in a call", () => {
  it("goes over to the device that is chosen, and lets the other go only when it is not sent any more", async () => {
    const microphone = await openTo(routeTo("default"));
    const line = lineOf();
    expect(await microphone.follow(routeTo(headset), line.replace)).toEqual({ ok: true });
    expect(line.sent).toMatchObject([{ liveTracks: 2 }]);
    expect(live()).toHaveLength(1);
    expect(isOnHeadset(live()[0])).toBe(true);
    expect(await microphone.stream()).toBe(line.sent[0]?.stream);
  });

  it("does nothing when it is there already", async () => {
    const microphone = await openTo(routeTo(headset));
    const line = lineOf();
    await microphone.follow(routeTo(headset), line.replace);
    expect(opened).toHaveLength(1);
    expect(line.sent).toEqual([]);
  });

  it("is opened anew when its track has ended, though nothing else has changed", async () => {
    const microphone = await openTo(routeTo("default"));
    opened[0]?.stop();
    const line = lineOf();
    await microphone.follow(routeTo("default"), line.replace);
    expect(line.sent).toHaveLength(1);
    expect(live()).toHaveLength(1);
  });

  it("goes to the default when its device is pulled out, and back when it is there again", async () => {
    const microphone = await openTo(routeTo(headset));
    const line = lineOf();
    opened[0]?.stop();
    await microphone.follow(routeTo(headset, {}, devices.slice(0, 1)), line.replace);
    expect(isOnHeadset(live()[0])).toBe(false);
    await microphone.follow(routeTo(headset), line.replace);
    expect(isOnHeadset(live()[0])).toBe(true);
    expect(live()).toHaveLength(1);
  });

  it("stays muted on the way to another device", async () => {
    const microphone = await openTo(routeTo("default"));
    for (const track of opened) track.enabled = false;
    const line = lineOf();
    await microphone.follow(routeTo(headset), line.replace);
    expect(line.sent).toMatchObject([{ isEnabled: false }]);
  });

  it("keeps what it has when the chosen device is taken by another program, and tries again when asked again", async () => {
    const microphone = await openTo(routeTo("default"));
    const line = lineOf();
    refused = new DOMException("Could not start audio source", "NotReadableError");
    expect(await microphone.follow(routeTo(headset), line.replace)).toEqual({ ok: false, error: "microphone_refused" });
    expect(live()).toHaveLength(1);
    refused = undefined;
    expect(await microphone.follow(routeTo(headset), line.replace)).toEqual({ ok: true });
    expect(isOnHeadset(live()[0])).toBe(true);
  });

  it("takes the default when it has nothing and the chosen device cannot be opened", async () => {
    const microphone = await openTo(routeTo("default"));
    opened[0]?.stop();
    refused = new DOMException("Could not start audio source", "NotReadableError");
    const line = lineOf();
    expect(await microphone.follow(routeTo(headset), line.replace)).toMatchObject({ ok: false });
    expect(live()).toHaveLength(1);
    expect(line.sent).toHaveLength(1);
  });

  it("lets the old one go even when the line does not take the new one", async () => {
    const microphone = await openTo(routeTo("default"));
    await microphone.follow(routeTo(headset), () => Promise.reject(new Error("The connection is closed.")));
    expect(live()).toHaveLength(1);
    microphone.release();
    expect(live()).toEqual([]);
  });

  it("turns no device on after it was released", async () => {
    const microphone = await openTo(routeTo("default"));
    const line = lineOf();
    const following = microphone.follow(routeTo(headset), line.replace);
    microphone.release();
    await following;
    expect(live()).toEqual([]);
    expect(line.sent).toEqual([]);
  });
});

describe("a device that goes between the look and the opening", () => {
  it("is no reason for a call to have no microphone", async () => {
    refused = new DOMException("", "OverconstrainedError");
    const microphone = await openTo(routeTo(headset));
    expect(live()).toHaveLength(1);
    microphone.release();
  });

  it("is told from one that is taken by another program, without which the call is not begun", async () => {
    refused = new DOMException("Could not start audio source", "NotReadableError");
    expect(await openMicrophone(routeTo(headset))).toMatchObject({ ok: false });
  });
});

describe("how a voice is treated", () => {
  it("changes without another track where the browser can do that", async () => {
    canTreatOpenTracks = true;
    const microphone = await openTo(routeTo("default"));
    await microphone.follow(routeTo("default", { noiseSuppression: false }), lineOf().replace);
    expect(opened).toHaveLength(1);
    expect(opened[0]?.constraints).toMatchObject({ noiseSuppression: false, echoCancellation: true });
  });

  it("else changes with a track that was opened after the first had let go", async () => {
    const microphone = await openTo(routeTo("default"));
    const line = lineOf();
    await microphone.follow(routeTo("default", { noiseSuppression: false }), line.replace);
    expect(line.sent).toMatchObject([{ liveTracks: 1 }]);
    expect(live()).toMatchObject([{ constraints: { noiseSuppression: false, echoCancellation: true } }]);
  });
});
