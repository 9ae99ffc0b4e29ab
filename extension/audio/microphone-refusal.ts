/**
 * Why there is no microphone, told apart as far as a browser tells it. An administrator's policy looks to a page exactly like a
 * person's own refusal: Chrome has one name, one message and one state of the permission for both, so "denied" stands for both.
 */
export type MicrophoneRefusal = "denied" | "dismissed" | "blocked_by_system" | "missing" | "busy";

/** How the permission for the microphone stands; passed in, so that tests can have it stand otherwise. */
export type ReadPermission = () => Promise<PermissionState>;

export const readMicrophonePermission: ReadPermission = async () =>
  (await navigator.permissions.query({ name: "microphone" })).state;

/**
 * What an error of `getUserMedia` means. Throws the error itself when it is none of those that a browser refuses with:
 * https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
export async function microphoneRefusalOf(error: unknown, readPermission: ReadPermission): Promise<MicrophoneRefusal> {
  if (!(error instanceof DOMException)) throw error;
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return refusedBy(error, readPermission);
    case "NotFoundError":
    // The microphone that was asked for by name is not there any more.
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      throw error;
  }
}

// Chrome has one name for these refusals. The system's is told by its message alone; a question that was never put, as in a document
// that nobody sees, or that went away without an answer, by a permission that is still open.
async function refusedBy({ message }: DOMException, readPermission: ReadPermission): Promise<MicrophoneRefusal> {
  if (/system/i.test(message)) return "blocked_by_system";
  return (await readPermission()) === "prompt" ? "dismissed" : "denied";
}
