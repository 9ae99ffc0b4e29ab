import { i18n } from "#i18n";
import { tellFailure } from "./failure-words.ts";
import type { CallState } from "./call-state.ts";

/** What the toolbar button shows of a call while its popup is closed. Each state has a sign of its own: colour only underlines it. */
export interface Badge {
  /** A sign, not a word: it has to fit, and to be read in every language. */
  text: string;
  color: string;
  /** The button's picture, by the name of its files in `icon/`. */
  icon: "idle" | "talking" | "muted";
  /** The button's tooltip, which screen readers read. */
  title: string;
}

const amber = "#b45309";
const green = "#15803d";
const red = "#b91c1c";
/** Behind what the button shows while there is no call. */
export const slate = "#475569";

/** The badge of a state. A failure stays until it was seen; a call that ended well leaves nothing behind. */
export function badgeOf(state: CallState): Badge {
  switch (state.status) {
    case "idle":
    case "ended":
      return { text: "", color: slate, icon: "idle", title: "Ringback" };
    case "requesting":
    case "pending":
      return { text: "…", color: amber, icon: "idle", title: i18n.t("dialer.badge.initiating") };
    case "ringing":
      return { text: ")))", color: amber, icon: "talking", title: i18n.t("dialer.badge.calling") };
    case "open":
      return state.isMuted
        ? { text: "✕", color: red, icon: "muted", title: i18n.t("dialer.badge.muted") }
        : { text: "●", color: green, icon: "talking", title: i18n.t("dialer.badge.talking") };
    case "reconnecting":
      return { text: "↻", color: red, icon: "talking", title: i18n.t("dialer.badge.reconnecting") };
    case "failed":
      return { text: "!", color: red, icon: "idle", title: `Ringback: ${tellFailure(state.failure)}` };
  }
}
