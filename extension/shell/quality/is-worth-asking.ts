import type { CallState } from "../../call/call-state.ts";
import type { CallSound } from "../../quality/call-sound.ts";
import { wasBad } from "../../quality/was-bad.ts";

/** Whether a person is asked how a call sounded: it was bad by its figures, or its sound was lost. A call nobody answered had none. */
export function isWorthAsking(state: CallState, sound: CallSound): boolean {
  if (sound.phase !== "over") return false;
  if (state.status === "failed") return state.failure.code === "connection_lost" || state.failure.code === "media_failed";
  return state.status === "ended" && wasBad(sound.record);
}
