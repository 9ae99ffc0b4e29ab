import { err, ok, type Result } from "#shared/result.ts";
import type { Failure } from "./call-state.ts";
import { failureOfMicrophone } from "./microphone-failure.ts";

/** The person's voice, held for one call. */
export interface Microphone {
  /** The open stream. When the device was unplugged meanwhile, whatever microphone is there now is opened instead. */
  stream(): Promise<MediaStream>;
  /** Whether a switch on it, or the system, keeps it from giving anything. */
  isMutedBySystem(): boolean;
  /** Stops every track, so that the browser's recording mark goes out. */
  release(): void;
}

export type OpenMicrophone = () => Promise<Result<Microphone, Failure>>;

/**
 * Opens the default microphone, before anything is asked of the server: a call that nobody could speak in is not begun.
 * An offscreen document can show no prompt, so without a grant made on a visible page this fails at once.
 */
export const openMicrophone: OpenMicrophone = async () => {
  try {
    return ok(holdMicrophone(await requestStream()));
  } catch (error) {
    return err(await failureOfMicrophone(error));
  }
};

function requestStream(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio: true });
}

function holdMicrophone(first: MediaStream): Microphone {
  let current = first;
  let isReleased = false;
  return {
    async stream() {
      if (!isReleased && !isLive(current)) current = await requestStream();
      // Released while the new one was being opened: it must not stay on.
      if (isReleased) stop(current);
      return current;
    },
    isMutedBySystem: () => current.getAudioTracks().some((track) => track.muted),
    release() {
      isReleased = true;
      stop(current);
    },
  };
}

function isLive(stream: MediaStream): boolean {
  return stream.getAudioTracks().some((track) => track.readyState === "live");
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
