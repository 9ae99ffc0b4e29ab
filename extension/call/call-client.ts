import { err, type Result } from "#shared/result.ts";
import { isMessengerFailure, type MessengerFailure } from "../platform/messenger.ts";
import { callHostChannel } from "./call-messages.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { Failure } from "./call-state.ts";
import type { Replacement } from "./second-call.ts";
import type { StartCall } from "./start-call.ts";
import { storedSnapshot } from "./stored-snapshot.ts";

export type { StartCall };

/** The call as any screen may use it: popup, options page, hover card. None of them owns anything. */
export interface CallClient {
  /** The newest snapshot; paints at once from `storage.session`. */
  readSnapshot: () => Promise<CallSnapshot>;
  /** Calls back with every new snapshot until `signal` aborts. */
  watch: (listener: (snapshot: CallSnapshot) => void, signal: AbortSignal) => void;
  /**
   * Opens the way to the carrier for a call that is likely to come, so that it need not wait for that. Sends no number, opens no
   * microphone, and costs nothing; what is not used is let go after some seconds.
   */
  prepare: () => Promise<void>;
  /**
   * Starts a call; how it goes on is in the snapshots. Fails at once when another call is under way, which the snapshot
   * goes on showing; every face of it then asks which of the two it is to be. Starting the same call twice in one go, as a
   * double click does, starts it once.
   */
  start: (call: StartCall) => Promise<Result<undefined, Failure>>;
  /** Ends a call and starts another in its place, as a person has chosen. If it is another call that is on by now, that one stays. */
  replace: (chosen: Replacement) => Promise<Result<undefined, Failure>>;
  hangUp: () => Promise<void>;
  setMuted: (isMuted: boolean) => Promise<void>;
  /** Sends tones behind those that wait; how a text is read is in `digits.ts`. What is no digits changes nothing. */
  sendDigits: (digits: string) => Promise<void>;
  /** Sends the extension that was dialled once more. */
  sendExtension: () => Promise<void>;
  /** Lets go of the tones that have not been sent. */
  stopDigits: () => Promise<void>;
  /** Leaves an ended or failed call and goes back to idle. */
  dismiss: () => Promise<void>;
}

/** The call, as pages of the extension use it: commands go to the service worker, snapshots come out of `storage.session`. */
export function createCallClient(): CallClient {
  return {
    readSnapshot: storedSnapshot.read,
    watch(listener, signal) {
      storedSnapshot.watch(listener, signal);
      // What was stored may have outlived the call, when the browser killed the document that held it: someone must ask.
      void callHostChannel.send("verify").then(note);
    },
    prepare: async () => note(await callHostChannel.send("prepare")),
    start: (call) => answered(callHostChannel.send("start", call)),
    replace: (chosen) => answered(callHostChannel.send("replace", chosen)),
    hangUp: async () => note(await callHostChannel.send("hangUp")),
    setMuted: async (isMuted) => note(await callHostChannel.send("setMuted", { isMuted })),
    sendDigits: async (digits) => note(await callHostChannel.send("sendDigits", { digits })),
    sendExtension: async () => note(await callHostChannel.send("sendExtension")),
    stopDigits: async () => note(await callHostChannel.send("stopDigits")),
    dismiss: async () => note(await callHostChannel.send("dismiss")),
  };
}

async function answered(sent: Promise<Result<undefined, Failure | MessengerFailure>>): Promise<Result<undefined, Failure>> {
  const outcome = await sent;
  if (outcome.ok) return outcome;
  if (!isMessengerFailure(outcome.error)) return err(outcome.error);
  note(outcome);
  return err({ code: "extension_failed" });
}

// A command that came too late changes nothing, and the snapshot shows that. The console keeps what was odd.
function note(outcome: Result<unknown, unknown>): void {
  if (!outcome.ok) console.warn("The service worker did not carry out a command.", outcome.error);
}
