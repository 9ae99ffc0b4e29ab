import { i18n } from "#i18n";
import type { MicrophoneRefusal } from "../../audio/microphone-refusal.ts";

/** What each way of not getting the microphone is, and what to do about it, for a page on which one can try again. */
export const refusalWords: Record<MicrophoneRefusal, string> = {
  denied: i18n.t("microphone.refused.denied"),
  dismissed: i18n.t("microphone.refused.dismissed"),
  blocked_by_system: i18n.t("microphone.refused.blocked_by_system"),
  missing: i18n.t("microphone.refused.missing"),
  busy: i18n.t("microphone.refused.busy"),
};
