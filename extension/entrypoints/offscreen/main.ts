import { createAudioDevices } from "../../audio/audio-devices.ts";
import { serveCallSession } from "../../call/serve-call-session.ts";
import { openMicrophone } from "../../call/microphone.ts";
import { createRingbackTone } from "../../call/ringback-tone.ts";
import { createTwilioLines } from "../../call/twilio-line.ts";
import { createSessionApi } from "../../platform/api.ts";

const leaving = new AbortController();
// Before the SDK hears of it, which hangs up then: listeners are called in the order in which they came.
window.addEventListener("pagehide", () => leaving.abort());

serveCallSession({
  createApi: createSessionApi,
  lines: createTwilioLines(Date.now),
  openMicrophone,
  ringback: createRingbackTone(),
  audioDevices: createAudioDevices(navigator.mediaDevices),
  now: Date.now,
  steadyNow: () => performance.now(),
  mediaSession: "mediaSession" in navigator ? navigator.mediaSession : undefined,
  close: () => window.close(),
  leaving: leaving.signal,
});
