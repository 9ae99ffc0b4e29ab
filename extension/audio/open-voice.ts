import { err, ok, type Result } from "#shared/result.ts";
import {
  microphoneRefusalOf,
  readMicrophonePermission,
  type MicrophoneRefusal,
  type ReadPermission,
} from "./microphone-refusal.ts";

/** What the browser has of microphones; passed in, so that tests can refuse in every way. */
interface MicrophoneBrowser {
  getUserMedia: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  readPermission: ReadPermission;
}

const thisBrowser: MicrophoneBrowser = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  readPermission: readMicrophonePermission,
};

interface OpenVoice {
  /** Which microphone, and how its voice is treated; the browser's default of both unless said. */
  audio?: MediaTrackConstraints;
  browser?: MicrophoneBrowser;
}

/** Opens the microphone for a page. Throws only for what no browser should do. */
export async function openVoice({ audio, browser = thisBrowser }: OpenVoice = {}): Promise<
  Result<MediaStream, MicrophoneRefusal>
> {
  try {
    return ok(await browser.getUserMedia({ audio: audio ?? true }));
  } catch (error) {
    return err(await microphoneRefusalOf(error, browser.readPermission));
  }
}

/** Lets a microphone go, so that the browser's recording mark goes out. */
export function closeVoice(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
