import {
  microphoneRefusalOf,
  readMicrophonePermission,
  type MicrophoneRefusal,
  type ReadPermission,
} from "../audio/microphone-refusal.ts";

/** What the browser has of microphones; passed in, so that tests can refuse in every way. */
export interface MicrophoneBrowser {
  getUserMedia: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  readPermission: ReadPermission;
}

export const thisBrowser: MicrophoneBrowser = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  readPermission: readMicrophonePermission,
};

/** Asks for the microphone, lets it go at once, and tells what came of it. Throws only for what no browser should do. */
export async function askMicrophone(browser: MicrophoneBrowser): Promise<"granted" | MicrophoneRefusal> {
  try {
    const stream = await browser.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return "granted";
  } catch (error) {
    return microphoneRefusalOf(error, browser.readPermission);
  }
}
