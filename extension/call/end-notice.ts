import { i18n } from "#i18n";
import { tellFailure } from "./failure-words.ts";
import type { CallState } from "./call-state.ts";

/** What a person who did not look is told about the end of a call. */
export interface EndNotice {
  title: string;
  message: string;
}

/** The notice of a call that has just ended; undefined for any other change. */
export function endNoticeOf(before: CallState, after: CallState): EndNotice | undefined {
  if (before.status === after.status || before.status === "idle") return undefined;
  if (after.status === "ended")
    return { title: i18n.t("dialer.notice.ended"), message: i18n.t("dialer.notice.endedWith", { who: partyOf(after) }) };
  if (after.status === "failed")
    return { title: i18n.t("dialer.notice.callTo", { who: partyOf(after) }), message: tellFailure(after.failure) };
  return undefined;
}

function partyOf(state: Extract<CallState, { status: "ended" | "failed" }>): string {
  return state.call?.contactName ?? state.call?.toNumber ?? state.dialled;
}
