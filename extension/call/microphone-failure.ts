import { microphoneRefusalOf, readMicrophonePermission, type MicrophoneRefusal } from "../audio/microphone-refusal.ts";
import type { Failure } from "./call-state.ts";

/** What a microphone that was not given means for the call. Throws what no browser should do. */
export async function failureOfMicrophone(error: unknown, readPermission = readMicrophonePermission): Promise<Failure> {
  return { code: codes[await microphoneRefusalOf(error, readPermission)] };
}

const codes = {
  denied: "microphone_denied",
  dismissed: "microphone_dismissed",
  blocked_by_system: "microphone_blocked",
  missing: "microphone_missing",
  busy: "microphone_busy",
} as const satisfies Record<MicrophoneRefusal, Failure["code"]>;

/** The refusal that a failure of a call stands for; undefined when it is about something else. */
export function microphoneRefusalIn({ code }: Failure): MicrophoneRefusal | undefined {
  return refusals.find((refusal) => codes[refusal] === code);
}

const refusals = Object.keys(codes) as MicrophoneRefusal[];
