import { err, ok, type Result } from "#shared/result.ts";
import { constraintsOf, type MicrophoneRoute } from "../audio/audio-route.ts";
import type { VoiceProcessing } from "../platform/settings.ts";
import type { Failure } from "./call-state.ts";
import { failureOfMicrophone } from "./microphone-failure.ts";

/** Puts another stream in the place of the one that is being sent. */
type ReplaceStream = (stream: MediaStream) => Promise<void>;

/** The person's voice, held for one call. */
export interface Microphone {
  /** The open stream. When the device was unplugged meanwhile, whatever microphone is there now is opened instead. */
  stream(): Promise<MediaStream>;
  /** Whether a switch on it, or the system, keeps it from giving anything. */
  isMutedBySystem(): boolean;
  /**
   * Goes over to another device, or has the voice treated otherwise. Does nothing where that is so already. A microphone that cannot be
   * opened leaves what there is; only if that is gone too is the default taken. Asked for one after another.
   */
  follow(route: MicrophoneRoute, replace: ReplaceStream): Promise<Result<undefined, "microphone_refused">>;
  /** Stops every track, so that the browser's recording mark goes out. */
  release(): void;
}

export type OpenMicrophone = (route: MicrophoneRoute) => Promise<Result<Microphone, Failure>>;

/**
 * Opens the microphone, before anything is asked of the server: a call that nobody could speak in is not begun.
 * An offscreen document can show no prompt, so without a grant made on a visible page this fails at once.
 */
export const openMicrophone: OpenMicrophone = async (route) => {
  try {
    return ok(holdMicrophone(route, await requestAny(route)));
  } catch (error) {
    return err(await failureOfMicrophone(error));
  }
};

function requestStream(audio: MediaTrackConstraints): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio });
}

/** The microphone of a route; the default where that has gone since somebody looked. */
async function requestAny(route: MicrophoneRoute): Promise<MediaStream> {
  try {
    return await requestStream(constraintsOf(route));
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "OverconstrainedError") throw error;
    return requestStream(route.processing);
  }
}

function holdMicrophone(firstRoute: MicrophoneRoute, first: MediaStream): Microphone {
  let route = firstRoute;
  let current = first;
  /** Whether somebody sends it by now, and must be given another one for it. */
  let isSent = false;
  let isReleased = false;

  async function take(stream: MediaStream, replace: ReplaceStream): Promise<void> {
    // Released while it was being opened: it must not stay on.
    if (isReleased) return stop(stream);
    // Muted before anybody hears it, not after.
    for (const track of stream.getAudioTracks()) track.enabled = isEnabled(current);
    const before = current;
    current = stream;
    try {
      if (isSent) await replace(stream);
    } finally {
      stop(before);
    }
  }

  async function reopen(wanted: MicrophoneRoute, replace: ReplaceStream): Promise<Result<undefined, "microphone_refused">> {
    try {
      await take(await requestStream(constraintsOf(wanted)), replace);
      return ok(undefined);
    } catch (error) {
      console.warn("The microphone could not be opened during the call.", error);
      if (!isLive(current) && !isReleased) await take(await requestStream(wanted.processing), replace);
      return err("microphone_refused");
    }
  }

  return {
    async stream() {
      if (!isReleased && !isLive(current)) {
        const opened = await requestAny(route);
        // It was gone for the SDK and for whoever follows the devices at once: one of the two was quicker.
        if (isLive(current)) stop(opened);
        else current = opened;
      }
      // Released while the new one was being opened: it must not stay on.
      if (isReleased) stop(current);
      isSent = true;
      return current;
    },
    isMutedBySystem: () => current.getAudioTracks().some((track) => track.muted),
    async follow(wanted, replace) {
      const isSame = isOneSource(wanted, route) && isLive(current);
      if (isReleased || (isSame && (await isTreatedAs(current, wanted.processing)))) {
        route = wanted;
        return ok(undefined);
      }
      // One device gives its voice to all who listen in one treatment: for another, the first must let go.
      if (isSame) stop(current);
      const reopened = await reopen(wanted, replace);
      if (reopened.ok) route = wanted;
      return reopened;
    },
    release() {
      isReleased = true;
      stop(current);
    },
  };
}

/** A call begins on the default without a look at which device that is: the first look finds the one that it is on. */
function isOneSource(one: MicrophoneRoute, other: MicrophoneRoute): boolean {
  if (one.device.status !== other.device.status) return one.source === other.source;
  return one.source === undefined || other.source === undefined || one.source === other.source;
}

/** Has the voice treated so, if the browser can while it is open. Chromium takes the wish without a word and may not fulfil it. */
async function isTreatedAs(stream: MediaStream, processing: VoiceProcessing): Promise<boolean> {
  const tracks = stream.getAudioTracks();
  const isDone = () => tracks.every((track) => isTreated(track.getSettings(), processing));
  if (isDone()) return true;
  try {
    await Promise.all(tracks.map((track) => track.applyConstraints(processing)));
  } catch (error) {
    console.warn("The browser does not treat an open microphone otherwise.", error);
  }
  return isDone();
}

/** A browser that does not say how it treats a voice has no switch for it. */
function isTreated(settings: MediaTrackSettings, processing: VoiceProcessing): boolean {
  const names = ["noiseSuppression", "echoCancellation", "autoGainControl"] as const;
  return names.every((name) => settings[name] === undefined || settings[name] === processing[name]);
}

function isEnabled(stream: MediaStream): boolean {
  return stream.getAudioTracks().every((track) => track.enabled);
}

function isLive(stream: MediaStream): boolean {
  return stream.getAudioTracks().some((track) => track.readyState === "live");
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
