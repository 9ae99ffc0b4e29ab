import { err, ok, type Result } from "#shared/result.ts";
import type { Api } from "../platform/api.ts";
import type { Session } from "../platform/session-store.ts";
import type { AudioSettings } from "../platform/settings.ts";
import type { PlaceCall } from "./call-messages.ts";
import { noSound } from "../quality/call-sound.ts";
import { defaultDevices, idleSnapshot, type CallSnapshot } from "./call-snapshot.ts";
import { isLive, type CallState, type Failure } from "./call-state.ts";
import { noDigits } from "./digit-queue.ts";
import { voiceAccountOf } from "./place-call.ts";
import { runCall, type CallBoard, type CallWorld, type RunningCall } from "./run-call.ts";
import { transition } from "./transition.ts";

export interface CallSessionDeps extends Omit<CallWorld, "api"> {
  createApi: (session: Session) => CallWorld["api"] | Api;
  /** Called with every new snapshot. */
  publish: (snapshot: CallSnapshot) => void;
  /** Called when a call has ended and its record is home: nothing is held any more. */
  onSettled: () => void;
}

/** The owner of the one call. It lives in the offscreen document and nowhere else. */
export interface CallSession {
  /** Opens the way to the carrier for a call that is likely to come. During a call it does nothing. */
  prepare(session: Session): void;
  /** Whether nothing is going on: no call, and none whose record is still to come home. */
  isAtRest(): boolean;
  place(request: PlaceCall): Result<undefined, Failure>;
  hangUp(): void;
  /** Ends the call with this client key, and no other. */
  makeWay(clientKey: string): void;
  setMuted(isMuted: boolean): void;
  /** Sends what `readDigits` makes of it; nothing, where it is no digits. */
  sendDigits(digits: string): void;
  sendExtension(): void;
  stopDigits(): void;
  /** Counts at once, for the call that is on. */
  setAudio(audio: AudioSettings): void;
  dismiss(): void;
}

/** Makes the session. It holds nothing until a call is placed. */
export function createCallSession(deps: CallSessionDeps): CallSession {
  let snapshot = idleSnapshot;
  let running: RunningCall | undefined;
  let bearerToken: string | undefined;

  function show(change: Partial<CallSnapshot>): void {
    snapshot = { ...snapshot, ...change };
    deps.publish(snapshot);
  }

  const board: CallBoard = {
    state: () => snapshot.state,
    apply(event) {
      const state = transition(snapshot.state, event);
      if (state !== snapshot.state) show({ state });
    },
    showProfile(profile) {
      // A slow answer to a poll may come after the stream's newer word.
      if (snapshot.profile && profile.rev < snapshot.profile.rev) return false;
      show({ profile });
      return true;
    },
    showSound: (sound) => show({ sound }),
    showDigits: (digits) => show({ digits }),
    showDevices: (devices) => show({ devices }),
    showFreshness(freshness) {
      if (freshness !== snapshot.freshness) show({ freshness });
    },
  };

  function begin(request: PlaceCall): void {
    running?.stop();
    const { clientKey, to, session } = request;
    // Another account may be signed in by now: its balance is another, and its revs start anew.
    if (session.bearerToken !== bearerToken) snapshot = { ...snapshot, profile: undefined };
    bearerToken = session.bearerToken;
    snapshot = { ...snapshot, freshness: "none", sound: noSound, digits: noDigits, devices: defaultDevices };
    board.apply({ type: "requested", dialled: { clientKey, dialled: to, requestedAtMs: deps.now() } });
    const call = runCall(request, { ...deps, api: deps.createApi(request.session) }, board);
    running = call;
    void settle(call);
  }

  async function settle(call: RunningCall): Promise<void> {
    await call.settled;
    if (running !== call) return;
    running = undefined;
    deps.onSettled();
  }

  return {
    prepare(session) {
      if (!isLive(snapshot.state)) deps.lines.prepare(voiceAccountOf(session, { api: deps.createApi(session) }));
    },
    isAtRest: () => running === undefined,
    place(request) {
      if (isAskedAgain(snapshot.state, request)) return ok(undefined);
      const { state } = snapshot;
      if (state.status !== "idle" && isLive(state)) return err({ code: "call_in_progress", inTheWay: state.clientKey });
      // Another window chose first, and what it called is over already: nobody has chosen to call after that one.
      if (isAboutAnother(state, request)) return err({ code: "call_in_progress" });
      begin(request);
      return ok(undefined);
    },
    hangUp: () => running?.hangUp(),
    makeWay(clientKey) {
      if (snapshot.state.status !== "idle" && snapshot.state.clientKey === clientKey) running?.hangUp();
    },
    setMuted: (isMuted) => running?.setMuted(isMuted),
    sendDigits: (digits) => running?.sendDigits(digits),
    sendExtension: () => running?.sendExtension(),
    stopDigits: () => running?.stopDigits(),
    setAudio: (audio) => running?.setAudio(audio),
    dismiss() {
      running?.hush();
      board.apply({ type: "dismissed" });
    },
  };
}

/** A double click, a message delivered twice, or one choice made in two windows: it asks for the call that is there already. */
function isAskedAgain(state: CallState, { to, insteadOf }: PlaceCall): boolean {
  if (state.status === "idle" || state.dialled !== to) return false;
  return state.status === "requesting" || state.status === "pending" || (insteadOf !== undefined && isLive(state));
}

function isAboutAnother(state: CallState, { insteadOf }: PlaceCall): boolean {
  return insteadOf !== undefined && state.status !== "idle" && state.clientKey !== insteadOf;
}
