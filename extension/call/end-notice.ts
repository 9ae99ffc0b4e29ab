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
  if (after.status === "ended") return { title: "Call ended", message: `The call with ${partyOf(after)} has ended.` };
  if (after.status === "failed") return { title: `Call to ${partyOf(after)}`, message: tellFailure(after.failure) };
  return undefined;
}

function partyOf(state: Extract<CallState, { status: "ended" | "failed" }>): string {
  return state.call?.contactName ?? state.call?.toNumber ?? state.dialled;
}
