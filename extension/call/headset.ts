import { isLive, isTalking, type CallState } from "./call-state.ts";

/** What of the browser's Media Session a call needs. TypeScript's own types do not know the actions of calls. */
export interface CallMediaSession {
  setActionHandler(action: string, handler: (() => void) | null): void;
  setMicrophoneActive?(isActive: boolean): unknown;
  playbackState: MediaSessionPlaybackState;
}

/** What the buttons of a headset, and the browser's own controls, do to a call. */
export interface HeadsetCommands {
  setMuted: (isMuted: boolean) => void;
  hangUp: () => void;
}

/**
 * Gives a call to the browser's Media Session, by which headsets and the system's own controls mute it and hang up, as far as the
 * browser passes their buttons on. Call the outcome with each new state. https://www.w3.org/TR/mediasession/
 */
export function createHeadset(
  session: CallMediaSession | undefined,
  { setMuted, hangUp }: HeadsetCommands,
): (state: CallState) => void {
  let shown: CallState = { status: "idle" };

  function showActions(state: CallState): void {
    const toggle = isTalking(state) ? () => isTalking(shown) && setMuted(!shown.isMuted) : null;
    setHandler("togglemicrophone", toggle);
    setHandler("hangup", isLive(state) ? hangUp : null);
  }

  /** A browser throws for an action that it does not know. There is nothing else to ask it by. */
  function setHandler(action: "togglemicrophone" | "hangup", handler: (() => void) | null): void {
    try {
      session?.setActionHandler(action, handler);
    } catch {
      // It has no such button then.
    }
  }

  return (state) => {
    const before = shown;
    shown = state;
    if (!session) return;
    if (isLive(state) !== isLive(before) || isTalking(state) !== isTalking(before)) {
      showActions(state);
      session.playbackState = isLive(state) ? "playing" : "none";
    }
    if (isHeardThere(state) !== isHeardThere(before)) session.setMicrophoneActive?.(isHeardThere(state));
  };
}

/** Whether what is said here is heard at the other end. */
function isHeardThere(state: CallState): boolean {
  return isTalking(state) && !state.isMuted;
}
