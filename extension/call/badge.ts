import { tellFailure } from "./failure-words.ts";
import type { CallState } from "./call-state.ts";

/** What the toolbar button shows of a call while its popup is closed. */
export interface Badge {
  text: string;
  color: string;
  /** The button's tooltip, which screen readers read. */
  title: string;
}

const amber = "#b45309";
const green = "#15803d";
const red = "#b91c1c";

/** The badge of a state. A failure stays until it was seen; a call that ended well leaves nothing behind. */
export function badgeOf(state: CallState): Badge {
  switch (state.status) {
    case "idle":
    case "ended":
      return { text: "", color: green, title: "Ringback" };
    case "requesting":
    case "pending":
      return { text: "…", color: amber, title: "Ringback: initiating the call" };
    case "ringing":
      return { text: "…", color: amber, title: "Ringback: calling" };
    case "open":
      return state.isMuted
        ? { text: "mute", color: red, title: "Ringback: in a call, muted" }
        : { text: "on", color: green, title: "Ringback: in a call" };
    case "reconnecting":
      return { text: "…", color: red, title: "Ringback: reconnecting the call" };
    case "failed":
      return { text: "!", color: red, title: `Ringback: ${tellFailure(state.failure)}` };
  }
}
