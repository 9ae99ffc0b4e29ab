/** How a person, a browser or a machine answered the question for the microphone. Each refusal has another way out. */
export type MicrophoneAnswer = "granted" | "denied" | "dismissed" | "blocked_by_system" | "missing" | "in_use";

/** What the browser has of microphones; passed in, so that tests can refuse in every way. */
export interface MicrophoneBrowser {
  getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream>;
  permissionState(): Promise<PermissionState>;
}

export const thisBrowser: MicrophoneBrowser = {
  getUserMedia: (constraints) => navigator.mediaDevices.getUserMedia(constraints),
  permissionState: async () => (await navigator.permissions.query({ name: "microphone" })).state,
};

/** Asks for the microphone, lets it go at once, and tells what came of it. Throws only for what no browser should do. */
export async function askMicrophone(browser: MicrophoneBrowser): Promise<MicrophoneAnswer> {
  try {
    const stream = await browser.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return "granted";
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return refusalOf(error, browser);
  }
}

// The names are those of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
async function refusalOf(error: DOMException, browser: MicrophoneBrowser): Promise<MicrophoneAnswer> {
  switch (error.name) {
    case "NotAllowedError":
      // Chrome has one name for three refusals. The system's is told by its message alone, a dismissal by the question that stays open.
      if (/system/i.test(error.message)) return "blocked_by_system";
      return (await browser.permissionState()) === "prompt" ? "dismissed" : "denied";
    case "NotFoundError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "in_use";
    default:
      throw error;
  }
}
