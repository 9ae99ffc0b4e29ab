// Before the SDK, which takes the WebSocket that it finds when it is evaluated.
import { sandboxHost, setSandboxSignalUrl } from "./signalling-socket.ts";
import { Device, type Call, type PreflightTest } from "@twilio/voice-sdk";
import { createAudioDevices } from "../audio/audio-devices.ts";
import { routeAudio } from "../audio/audio-route.ts";
import type { Api } from "../platform/api.ts";
import type { AudioSettings } from "../platform/settings.ts";
import { averageOf, type NetworkTestResult } from "../quality/network-test-result.ts";
import { readSample, type QualitySample } from "../quality/quality-sample.ts";
import { openMicrophone, type Microphone } from "./microphone.ts";
import { microphoneRefusalIn } from "./microphone-failure.ts";
import { releaseWith } from "./release-with.ts";
import { failureOfSdkError } from "./sdk-failure.ts";
import { soundUrls } from "./sounds.ts";

// The server's test takes 15 s from the answer on. What is not over well after that never will be.
const longestTestMs = 40_000;
// Of the SDK's scale to 32,767. Rooms are never as silent as a microphone that is off.
const audibleLevel = 100;

interface TestNetwork {
  api: Pick<Api, "voiceToken">;
  audio: AudioSettings;
  signal: AbortSignal;
}

/** Tries the network by a call to nobody: microphone, server, carrier and sound, in the order in which a call needs them. */
export async function testNetwork({ api, audio, signal }: TestNetwork): Promise<NetworkTestResult> {
  const devices = await createAudioDevices(navigator.mediaDevices).list();
  const microphone = await openMicrophone(routeAudio(audio, devices).microphone);
  if (!microphone.ok) return { status: "failed", at: "microphone", refusal: microphoneRefusalIn(microphone.error) ?? "busy" };
  try {
    const token = await api.voiceToken({ signal });
    if (signal.aborted) return { status: "failed", at: "stopped" };
    if (!token.ok) return { status: "failed", at: "server" };
    if (token.value.sandboxSignalUrl !== null) setSandboxSignalUrl(token.value.sandboxSignalUrl);
    const isSandbox = token.value.sandboxSignalUrl !== null;
    return await runPreflight({ token: token.value.token, isSandbox, microphone: microphone.value, signal });
  } finally {
    microphone.value.release();
  }
}

interface Preflight {
  token: string;
  isSandbox: boolean;
  microphone: Microphone;
  signal: AbortSignal;
}

function runPreflight({ token, isSandbox, microphone, signal }: Preflight): Promise<NetworkTestResult> {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const samples: QualitySample[] = [];
    let signallingMs: number | undefined;
    let hasHeard = false;
    const options = { deviceFactory: deviceForTests({ isSandbox, microphone }), signalingTimeoutMs: 10_000 };
    const preflight = Device.runPreflight(token, options);
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), longestTestMs);

    const settle = (result: NetworkTestResult) => {
      clearTimeout(timer);
      resolve(signal.aborted ? { status: "failed", at: "stopped" } : result);
    };
    preflight.on("connected", () => {
      signallingMs = performance.now() - startedMs;
    });
    preflight.on("sample", (measured: { audioInputLevel?: unknown }) => {
      const sample = readSample(measured);
      if (sample) samples.push(sample);
      if (Number(measured.audioInputLevel) > audibleLevel) hasHeard = true;
    });
    preflight.on("completed", (report: PreflightTest.Report) => {
      const figures = averageOf(samples);
      // The carrier hung up before it answered: the server lets nobody test all the time.
      if (signallingMs === undefined) return settle({ status: "failed", at: "too_often" });
      if (!figures || report.totals?.packetsReceived === 0) return settle({ status: "failed", at: "media" });
      settle({ status: "done", signallingMs, mediaMs: report.networkTiming.peerConnection?.duration, figures, hasHeard });
    });
    preflight.on("failed", (error: unknown) => {
      const { sdkCode } = failureOfSdkError(error);
      const at = signallingMs === undefined ? "signalling" : "media";
      settle({ status: "failed", at, ...(sdkCode !== undefined && { sdkCode }) });
    });
    releaseWith(AbortSignal.any([signal, giveUp.signal]), () => {
      preflight.stop();
      settle({ status: "failed", at: signallingMs === undefined ? "signalling" : "media" });
    });
  });
}

/** The Device of a test, as that of a call: it asks nobody but the carrier, and says to the server what the call is for. */
function deviceForTests({ isSandbox, microphone }: Pick<Preflight, "isSandbox" | "microphone">): typeof Device {
  // chunderw and publishEvents are missing from the SDK's published types; it has read them since 1.x.
  const own = {
    publishEvents: false,
    ...(isSandbox && { chunderw: sandboxHost }),
    sounds: soundUrls(),
    getUserMedia: () => microphone.stream(),
    enableImprovedSignalingErrorPrecision: true,
  };
  return class TestDevice extends Device {
    constructor(token: string, options: Device.Options) {
      super(token, { ...options, ...own });
    }

    override connect(): Promise<Call> {
      return super.connect({ params: { purpose: "network-test" } });
    }
  };
}
